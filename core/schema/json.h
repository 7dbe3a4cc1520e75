// Any record that has a table, as JSON and back: nested objects and arrays named as in the paths of its fields.
//
// Values are raw, as the bytes hold them, and none is lost on the way: numbers are numbers, a mask is "0x" and its digits
// (64 bits are too many for the numbers of JavaScript), the parts of a packed field are an object, text is its characters
// up to the last that is not zero (a stale tail shows as what stands behind \u0000), bytes without a meaning are hex.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "bytes/problem.h"
#include "schema/schema.h"
#include "schema/walk.h"

namespace groovebench {

using Json = nlohmann::ordered_json;

enum class JsonDetail : u8 {
    brief,  // a record that has a word of its own (see RecordForms) is written as that word
    full,
};

// The JSON of what a path names, on the lines of a document that is indented by `depth`.
std::string json_of(const Stretch&, ByteView file, const RecordForms& = {}, JsonDetail = JsonDetail::brief, int depth = 0);
void append_json_text(std::string& out, std::string_view latin1);  // in quotes, each byte one character

// A document, or its first mistake: offset in the text, what was expected. Bounded in size and depth; a name that stands
// twice in one object is a mistake.
Result<Json> parse_json(std::string_view text);

// Puts the values of a document onto the bytes of a record at `at`. Everything must be there, nothing more may be, and each
// value must fit its field; whether it is in range is a matter of validate(). Names in `besides` are passed over.
Outcome put_json(const Json&, const Schema&, ByteSpan file, std::size_t at, const RecordForms& = {},
                 std::span<const std::string_view> besides = {});

}  // namespace groovebench
