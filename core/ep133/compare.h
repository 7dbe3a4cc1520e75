// Two versions of a file of an EP-133: every difference in the musician's words, with its place from the project down to the pad.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "bytes/problem.h"
#include "ep133/file_kind.h"

namespace groovebench::ep133 {

struct FileDifference {
    std::vector<std::string> place;       // "Project 1", "Group A", "pad 7 (key 1)"
    std::string words;                    // "amplitude 100 → 90"
    std::string path;                     // of the field, in the second version where it is there
    std::array<int, 2> event = {-1, -1};  // of an event of a pattern: which it is on each side, from 0; -1 where it is not
};

// Refused: files that do not open as this kind.
Result<std::vector<FileDifference>> compare_files(FileKind, ByteView first, ByteView second);

enum class Side : u8 { first, second };
// The file of one side with some of the differences, by their place in the list, as the other side has them; all of them give
// the other file. What is no field (the samples of a sound) comes with the whole member, and the fields that were not taken are
// put back. Refused: files that do not open, a value that only one side has, more events than a pattern can count.
Result<Bytes> taken_over(FileKind, ByteView first, ByteView second, Side into, std::span<const std::size_t> taken);

// Where something stands, from its path: "projects[1].pads.a[7].amplitude" is "Project 1", "Group A", "pad 7 (key 1)".
std::vector<std::string> place_of(std::string_view path);

// "note of pad 7 at 1.2.3, 24 ticks, velocity 100": an event with its bar, quarter and tick in 4/4.
std::string event_words(ByteView event);

}  // namespace groovebench::ep133
