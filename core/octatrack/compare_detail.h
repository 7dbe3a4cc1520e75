// How differences are gathered; for compare*.cpp only.
#pragma once

#include "octatrack/bank.h"
#include "octatrack/compare.h"
#include "octatrack/project.h"
#include "schema/walk.h"

namespace groovebench::octatrack::compare {

using Place = std::vector<std::string>;

// The bytes of one value, or the bits of it: one flag, one part of a packed field. `at` is where its record lies.
inline std::vector<Piece> pieces_of(const groovebench::Place& value, std::size_t at) {
    const Field& field = *value.field;
    const std::size_t offset = at + value.offset;
    const bool part = field.bits && field.kind != Kind::flags;
    if (value.flag < 0 && !part) return {{{offset, offset}, {field.size, field.size}}};
    const u64 bits = value.flag >= 0 ? u64(1) << value.flag : ((u64(1) << field.bits) - 1) << field.bit;
    std::vector<Piece> pieces;
    for (u32 i = 0; i < field.size; i++) {
        const u32 shift = 8 * (field.big_endian ? field.size - 1 - i : i);
        if (const u8 mask = u8(bits >> shift)) pieces.push_back({{offset + i, offset + i}, {1, 1}, mask});
    }
    return pieces;
}

// The flags of a mask that differ, each with its number from 0.
void each_flag(const Difference&, ByteView first, ByteView second, const std::function<void(int)>& visit);

// "length 16 → 12", for a field without words of its own.
std::string plain_words(const Difference&, ByteView first, ByteView second);

// Every field of two records that differs, in plain words; masks flag by flag.
void add_plain(std::vector<FileDifference>&, const Place&, const Schema&, ByteView first, ByteView second, std::size_t at,
               const std::string& path);

void add_bank(std::vector<FileDifference>&, const Bank& first, const Bank& second, int bank);
void add_project(std::vector<FileDifference>&, const Project& first, const Project& second);

// After some of a bank's differences were taken into `into`, which was `before`.
void keep_rules(Bank& into, const Bank& before, const Bank& from);

}  // namespace groovebench::octatrack::compare
