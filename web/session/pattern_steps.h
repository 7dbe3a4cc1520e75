// What each step of a pattern holds, read once from the bytes: a frame shows 256 steps, and asks of each
// what its trig is, whether it is locked, what stands in its corner.
#pragma once

#include <array>
#include <string>

#include "octatrack/part.h"
#include "octatrack/trigs.h"

namespace groovebench::app {

struct StepFacts {
    octatrack::TrigType trig = octatrack::TrigType::none;
    bool recorder = false, locked = false;
    bool slide = false, swing = false;  // swing: where the track swings, or the bit is not the usual one
    bool dead = false;                  // beyond the length of its track
    int micro_timing = 0, repeats = 1;
    std::string words;        // the condition, else the note, the slice or the locked sample
    std::string short_words;  // of a locked sample, for a narrow step: its number alone, the track's machine says the list
};
struct PatternSteps {
    std::array<std::array<StepFacts, octatrack::step_count>, 2 * octatrack::track_count> rows;  // T1–T8, M1–M8
    std::array<std::uint32_t, 2 * octatrack::track_count> locks{};  // bit n: the parameter is locked on some step
};
// `part` is the one the pattern plays: machines and notes come from there.
void read_steps(const octatrack::Pattern&, const octatrack::Part&, PatternSteps& into);

}  // namespace groovebench::app
