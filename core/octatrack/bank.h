// A bank file: sixteen patterns, four working parts, four saved parts, their names.
// Source: octatrack-bank.md §1. Nothing in the file says which bank it is: the file name does.
// A bank is 636,113 bytes: always a view into the file's bytes, never a value on the stack.
#pragma once

#include "octatrack/container.h"
#include "octatrack/part.h"

namespace groovebench::octatrack {

inline constexpr int pattern_count = 16, part_count = 4, bank_count = 16;

struct PartName {
    Text<7> text;

    static constexpr auto name = "part name";
    static constexpr void describe(auto& field) { field(FIELD(PartName, text), Evidence::verified, "up to six characters"); }
};

struct Bank {
    Header<"BANK", 23> header;
    Pattern patterns[16];
    Part parts[4];
    Part saved_parts[4];
    Ranged<0, 1> part_saved[4];
    Flags<4, u8> parts_edited;
    PartName part_names[4];
    be16 checksum;

    static constexpr auto name = "bank";
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified;
        field(FIELD(Bank, header), sure, "what kind of file this is");
        field(FIELD(Bank, patterns), sure, "patterns 1 to 16");
        field(FIELD(Bank, parts), sure, "working parts 1 to 4");
        field(FIELD(Bank, saved_parts), sure, "saved parts 1 to 4, source of RELOAD PART");
        field(FIELD(Bank, part_saved), sure, "1 once the part has been saved");
        field(FIELD(Bank, parts_edited), sure, "working parts that differ from their saved copy");
        field(FIELD(Bank, part_names), sure, "names of the parts");
        field(FIELD(Bank, checksum), sure, "sum of the bytes; written when the file is");
    }
};
static_assert(sizeof(Bank) == 636113 && whole<Bank>());

// Checks size, kind, version and every tag, so that a view needs no more checks. A wrong checksum is
// not a refusal: ask checksum_problem().
Result<const Bank*> open_bank(ByteView file);

// A tag or a track index that is not where the layout says: offset, expected, found. Null when all are right.
std::optional<Problem> misplaced_tag(const Bank&);

bool is_untouched(const Pattern&);  // as a new project holds it
int trig_total(const Pattern&);     // trigs, trigless trigs and one-shots of the audio tracks, note trigs of the MIDI tracks
int lock_total(const Pattern&);     // locked values

}  // namespace groovebench::octatrack
