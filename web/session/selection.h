// What the user looks at. Everything counts from 0 here (but slots, which count as the project text
// does) and from 1 on screen.
#pragma once

#include <optional>
#include <string>

#include "octatrack/project.h"

namespace groovebench::app {

enum class View { project, pattern, slots, file, compare };

// T1–T8 are tracks 0 to 7, M1–M8 are 8 to 15.
inline constexpr int row_count = 16;

struct Selection {
    std::string project;  // its folder: "LIVE_SET/TECHNO_05"; empty before one is chosen
    View view = View::project;
    std::string file;  // of the view of a file: its path

    int bank = 0, pattern = 0;
    int row = 0;     // the selected track
    int cursor = 0;  // the step the keyboard is on
    int anchor = 0;  // where a selection with Shift began
    u64 steps = 0;   // selected steps of the track, bit n is step n
    int page = 0;    // sixteen steps each
    std::optional<octatrack::SlotRef> slot;
    std::optional<int> part;  // chosen in the list of parts: keys are about it until something else is pressed

    bool midi() const { return row >= 8; }
    int track() const { return row & 7; }
    bool has_step(int step) const { return steps >> step & 1; }
    int first_step() const {
        for (int i = 0; i < 64; i++)
            if (has_step(i)) return i;
        return -1;
    }
    void select_only(int step) {
        steps = u64(1) << step;
        cursor = anchor = step;
    }
    void select_range(int from, int to) {
        steps = 0;
        for (int i = from < to ? from : to; i <= (from < to ? to : from); i++) steps |= u64(1) << i;
        cursor = to;
    }
};

}  // namespace groovebench::app
