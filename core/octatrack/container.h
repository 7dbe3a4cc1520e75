// What every binary Octatrack file has in common: the 22-byte head, and the sum in the last two bytes.
// Source: octatrack.md §2; checked on 179 files. All integers are big-endian.
#pragma once

#include "bytes/problem.h"
#include "schema/schema.h"

namespace groovebench::octatrack {

template <Literal Tag, u8 Version>
struct Header {
    Constant<"FORM"> form;
    Unknown<4> length;
    Constant<"DPS1"> dps1;
    Constant<Tag> tag;
    Unknown<5> zero;
    u8 version;

    static constexpr u8 known_version = Version;
    static constexpr auto name = "header";
    static constexpr void describe(auto& field) {
        using Head = Header;
        field(FIELD(Head, form), Evidence::verified, "IFF form");
        field(FIELD(Head, length), Evidence::verified, "a length that is never filled in");
        field(FIELD(Head, dps1), Evidence::verified, "the machine");
        field(FIELD(Head, tag), Evidence::verified, "what kind of file this is");
        field(FIELD(Head, zero), Evidence::verified, "zero");
        field(FIELD(Head, version), Evidence::verified, "format version; other versions must be upgraded on the device");
    }
};

// The bytes from 0x10 to the last but two, summed in 16 bits.
u16 checksum(ByteView file);
u16 stored_checksum(ByteView file);
// Writes the sum into the last two bytes: the only place that does, when a file is made ready to be written.
void seal(ByteSpan file);
// A finding if the stored sum is not the sum; the file stays readable.
std::optional<Problem> checksum_problem(ByteView file);

// Refuses a file of another size, kind or version. `tag` has four letters.
Outcome check_container(ByteView file, std::size_t size, std::string_view tag, u8 version);

}  // namespace groovebench::octatrack
