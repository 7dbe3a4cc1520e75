// JSON that lies in files of an EP-133, as text: values are found by their paths and changed where they stand, so that all
// else (order, unknown keys, blanks, the way numbers are written) stays as it was.
//
// Keys may hold points themselves: in {"sound.pitch": 0} the path is "sound.pitch". Elements of an array count from 1.
#pragma once

#include <string>

#include "schema/by_path.h"

namespace groovebench::ep133 {

inline constexpr std::size_t most_json_bytes = 65536;  // ours; those of devices and the tool have a few hundred

// The text as an object, or why it is none.
Result<Json> parse_object(std::string_view text);

// The texts below are objects that parse.
struct JsonSpan {
    std::size_t from = 0, size = 0;
};
std::optional<JsonSpan> find_value(std::string_view text, std::string_view path);  // the empty path is all of it

// The text with a value, written as JSON, in the place of another; or, of a key of the object itself that is not there, at the end.
std::string with_value(std::string_view text, std::string_view path, std::string_view json);

// The paths one level below.
std::vector<std::string> paths_below(std::string_view text, std::string_view path);

std::string shown_json(std::string_view json);  // a text without its quotes, anything else as it is

// How a text is laid out, if writing its value anew gives the same: "compact", "two spaces"; else empty.
std::string_view style_of(std::string_view text);
std::string styled(const Json&, std::string_view style);

// A key we know, described as any other field; a word of a choice stands in the file as the word itself.
const Field* known_key(std::span<const Field> keys, std::string_view path);
// The value as JSON for a key: what a person typed, or a raw number. Refused where the key does not allow it.
Result<std::string> json_for(const Field& key, const Written&);
// Findings: known keys out of range. `at` is where the text lies in the file.
std::vector<Problem> check_keys(std::string_view text, std::span<const Field> keys, std::size_t at);

}  // namespace groovebench::ep133
