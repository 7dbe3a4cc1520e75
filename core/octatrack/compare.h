// Two versions of a file or of a project against each other: every difference in the musician's words, with its place from
// the bank down to the step, and the bytes that make it, so that each can be taken over from either side.
//
// The words are those of changes.h; here they come one by one, uncapped. Derived bytes (checksums) are no difference.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "bytes/problem.h"

namespace groovebench::octatrack {

enum class Side : u8 { first, second };

// Bytes that are not the same. In a binary file they stand at the same place on both sides, and `mask` tells which bits of
// each byte belong to the difference. In a text each side has its own place, and one may be empty: the text is inserted.
struct Piece {
    std::array<std::size_t, 2> offset{}, size{};  // first, second
    u8 mask = 0xFF;
};

struct FileDifference {
    std::vector<std::string> place;  // "Bank A", "A03", "T3", "step 7": from the whole to the part
    std::string words;               // "AMP VOL not locked → +6": first → second
    std::string path;                // of the field, or of the step whose trig it is
    std::vector<Piece> pieces;
};

// The file's name tells its kind; work and stored copies compare with one another. Refused: files that do not open, or of
// kinds the core does not know.
Result<std::vector<FileDifference>> compare_files(std::string_view name, ByteView first, ByteView second);

// The file of one side with some of the differences as the other side has them: all of them give the other file, but for
// its sum. What an edit must keep is kept (the trigless lock of a step follows its locks, the edited bit its part) unless
// the other side does not keep it either. Binary files come sealed: where a file's sum was wrong, ask its owner first.
Bytes taken_over(std::string_view name, ByteView first, ByteView second, Side into, std::span<const FileDifference> taken);

// ---- projects

struct NamedFile {
    std::string_view name;  // "bank01.work"
    ByteView bytes;
};
enum class Presence : u8 { both, only_first, only_second };
struct ComparedFile {
    std::string name;  // of the first side where it is there
    Presence presence = Presence::both;
    std::vector<FileDifference> differences;
    std::optional<Problem> problem;  // why a file on both sides was not compared
    bool is_same = false;            // byte for byte
};
// In the order of the first side, then what only the second has. A file meets the one of its name, else the other copy of
// its name: a backup against the card, or all of .work against all of .strd.
std::vector<ComparedFile> compare_projects(std::span<const NamedFile> first, std::span<const NamedFile> second);

}  // namespace groovebench::octatrack
