// Reading, writing and showing one value of a field, given its bytes.
#pragma once

#include <optional>
#include <string>

#include "bytes/problem.h"
#include "schema/schema.h"

namespace groovebench {

// One value in a file: an element of a field, or one flag of it.
struct Place {
    const Field* field = nullptr;
    std::size_t offset = 0;  // of the element, in the file
    int flag = -1;           // of a flags field, from 0; -1 for the whole element

    explicit operator bool() const { return field != nullptr; }
};

// The raw integer at a place (a float gives its bits rounded to an integer; use real()). Sign applied.
i64 number(const Place&, ByteView file);
double real(const Place&, ByteView file);

// The bytes of the element as it would be with another value. Nothing is checked here.
Bytes encoded(const Place&, ByteView file, i64 value);
Bytes float_bytes(const Place&, double value);

// What a person sees: "120.0 BPM", "+12", "FLEX", "not locked". An unproven value stays a raw number.
std::string shown(const Place&, ByteView file);
std::string shown_number(const Field&, i64 value);

// The bytes for what a person typed: a shown value, a raw number, a word of the list, text. A value
// the field does not allow is refused with the range.
Result<Bytes> parsed(const Place&, ByteView file, std::string_view typed);
// The bytes for a raw number, with the same refusals.
Result<Bytes> allowed(const Place&, ByteView file, i64 raw);

// Whether the reference allows a person to change this field.
bool editable(const Field&);

}  // namespace groovebench
