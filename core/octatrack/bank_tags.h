// The 280 tags of a bank, and where they are in a file whose bytes have moved. For the bank doctor only.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "octatrack/bank.h"

namespace groovebench::octatrack::tags {

enum class Kind : u8 { pattern, audio_track, midi_track, part };

// A tag as the layout has it. Patterns bear no number; tracks and parts bear theirs.
struct Tag {
    Kind kind;
    int index;           // of the track in its pattern, of the part in its four; 0 of a pattern
    std::size_t offset;  // in a sound bank
};
// In the order of the file: for each pattern its own, eight TRAC, eight MTRA; then four parts and their saved copies.
inline constexpr int tags_of_pattern = 17, tag_count = 16 * tags_of_pattern + 8;
std::span<const Tag, tag_count> layout();
constexpr int pattern_tag(int pattern) { return pattern * tags_of_pattern; }
constexpr int part_tag(int part) { return pattern_tag(16) + part; }  // 0 to 3 working, 4 to 7 saved

// How far each tag of the layout lies from its place, in bytes; nothing for one that is not there. The tags that are there
// keep their order. Takes at most a fraction of a second, whatever the file holds.
std::vector<std::optional<i64>> displacements(ByteView file);

}  // namespace groovebench::octatrack::tags
