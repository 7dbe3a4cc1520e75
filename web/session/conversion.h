// Making a .ppak of the pattern that is looked at: the plan, the user's choices, and the work of building
// it a piece a frame, so that it shows progress and can be stopped.
#pragma once

#include <optional>
#include <string>

#include "bytes/bytes.h"
#include "convert/build.h"
#include "convert/input.h"

namespace groovebench::app {

class Session;

class Conversion {
public:
    explicit Conversion(Session& of) : session(of) {}

    void begin();                 // for the pattern that is looked at, with the usual choices
    const convert::Plan& plan();  // planned anew when the pattern, a choice or what is known of a sample has changed
    convert::Choices choices;
    void chosen() { choice_count++; }  // after a change of `choices`

    enum class State { idle, reading, building, done, failed };
    State state() const { return now; }
    double progress() const;
    const std::string& message() const { return words; }  // of done and failed
    void build();
    void cancel();
    void tick();  // once a frame

private:
    convert::ConversionInput gathered() const;
    void start_building();
    void fail(std::string sentence);

    Session& session;
    convert::Plan planned;
    u64 choice_count = 1;
    struct Key {
        u64 document = 0, tree = 0, sounds = 0, choices = 0;
        int bank = 0, pattern = 0;
        bool operator==(const Key&) const = default;
    } planned_for;

    State now = State::idle;
    std::string words;
    convert::SoundsByPath sounds;
    std::vector<std::string> to_read;
    std::size_t wanted = 0;
    u64 run = 0;  // answers of a cancelled run are not ours
    std::optional<convert::Building> building;
};

}  // namespace groovebench::app
