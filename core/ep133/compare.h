// Two versions of a file of an EP-133: every difference in the musician's words, with its place from the project down to the pad.
#pragma once

#include <string>
#include <vector>

#include "bytes/problem.h"
#include "ep133/file_kind.h"

namespace groovebench::ep133 {

struct FileDifference {
    std::vector<std::string> place;  // "Project 1", "Group A", "pad 7 (key 1)"
    std::string words;               // "amplitude 100 → 90"
    std::string path;                // of the field, in the second version where it is there
};

// Refused: files that do not open as this kind.
Result<std::vector<FileDifference>> compare_files(FileKind, ByteView first, ByteView second);

// Where something stands, from its path: "projects[1].pads.a[7].amplitude" is "Project 1", "Group A", "pad 7 (key 1)".
std::vector<std::string> place_of(std::string_view path);

// "note of pad 7 at 1.2.3, 24 ticks, velocity 100": an event with its bar, quarter and tick in 4/4.
std::string event_words(ByteView event);

}  // namespace groovebench::ep133
