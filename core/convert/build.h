// The second stage: a plan and its decoded audio become a .ppak. In steps, so that the page can show
// progress and stop; one sound is in memory as floats at a time beside the ones handed in.
#pragma once

#include <functional>
#include <memory>

#include "audio/sound.h"
#include "convert/plan.h"

namespace groovebench::convert {

// The time that goes into the file, in UTC: the caller's clock, since the core has none.
struct Moment {
    int year = 2026, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0;
};
std::string iso_text(const Moment&);  // "2026-04-26T16:12:57.022Z"

using SoundsByPath = std::map<std::string, audio::Sound>;

class Building {
public:
    // Refused: a plan with errors, a file that is not there, a limit that only the true lengths show. The
    // sounds are borrowed until the last step.
    static Result<Building> start(Plan plan, const SoundsByPath& sounds, const Moment& when);

    bool step();              // a piece of the work; true while there is more
    double progress() const;  // 0 to 1
    // The .ppak, opened again and checked. Call once, after the last step.
    Result<Bytes> result();
    // The plan with the true lengths of the sounds, and what they changed in its limits.
    const Plan& plan() const;

    Building(Building&&) noexcept;
    Building& operator=(Building&&) noexcept;
    ~Building();

private:
    struct State;
    explicit Building(std::unique_ptr<State>);
    std::unique_ptr<State> state;
};

// All steps at once.
Result<Bytes> build_ppak(const Plan&, const SoundsByPath&, const Moment& when);

}  // namespace groovebench::convert
