// The bank doctor: a bank that has lost bytes, or has too many, in its middle or at its end, or tags overwritten. What
// is whole is told by the tags and their distances; a rebuilt bank keeps all of that, byte for byte, and has blank
// patterns, tracks and parts in the place of what is lost.
//
// Nothing here changes the file it is given: examine_bank looks, rebuild_bank makes another one when it is asked to.
#pragma once

#include <array>
#include <optional>

#include "octatrack/bank.h"

namespace groovebench::octatrack {

enum class Damage : u8 {
    none,
    doubtful,  // kept: all in its place, but the bytes at its end, or its tag, may not be its own
    partial,   // of a pattern: some of its tracks are whole
    lost,
};

struct FoundPattern {
    Damage damage = Damage::none;
    std::array<std::size_t, 16> tracks{};  // where the whole ones are in the damaged file, T1–T8, then M1–M8; else nowhere
    std::size_t tail = Problem::nowhere;   // likewise
    std::size_t at = Problem::nowhere;     // of a pattern that is kept as it is
};
struct FoundPart {
    Damage damage = Damage::none;
    std::size_t at = Problem::nowhere;
};

// Somewhere between the tag at `from` and the one at `to`: bytes were lost (negative), or there are too many, or, with 0,
// tags were overwritten. Offsets are those of the damaged file.
struct Gap {
    std::size_t from = 0, to = 0;
    i64 bytes = 0;
};

struct BankDamage {
    std::array<FoundPattern, 16> patterns;
    std::array<FoundPart, 4> parts, saved_parts;
    FoundPart ending;  // flags and names of the parts
    std::vector<Gap> gaps;
    bool head_is_right = true;      // the first 22 bytes
    bool checksum_is_right = true;  // of the file as it stands

    // Every byte is in its place. The checksum is a matter of its own.
    bool is_sound() const;
};

// Refused: what has no tags of a bank, is far larger than one, or says that it is another kind or version.
Result<BankDamage> examine_bank(ByteView file);

// What is wrong, with its place: one line a gap, one a pattern or part that is not whole.
std::vector<Problem> damage_findings(const BankDamage&);

struct RebuiltBank {
    Bytes bytes;                     // opens, and has the right sum
    std::vector<std::string> notes;  // what was kept only in part, and what is blank now
};
RebuiltBank rebuild_bank(ByteView file, const BankDamage&);

// A copy with the right checksum: an act of its own, since a wrong sum says that bytes may be wrong. Any of the four
// binary files of a project; refused for others, and for versions that are never edited.
Result<Bytes> with_mended_checksum(ByteView file);

}  // namespace groovebench::octatrack
