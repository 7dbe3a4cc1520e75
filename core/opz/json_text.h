// A JSON text whose values are read and replaced where they stand: the order of names, names nobody knows, spaces and whatever
// else is in it stay as they were. Paths are those of the other formats: "start[3]", "profiles[1].channels[2]", "rows[2][5]".
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "schema/json.h"

namespace groovebench::opz {

// The value of a path, or null; the empty path is the whole.
const Json* value_at(const Json&, std::string_view path);

// Every value that is no object and no array, in order, with its path.
using VisitLeaf = std::function<void(const std::string& path, const Json&)>;
void each_leaf(const Json&, const std::string& path, const VisitLeaf&);

// Where the characters of a value stand. The text must be JSON.
struct TextPlace {
    std::size_t offset = 0, size = 0;
};
std::optional<TextPlace> place_in_text(std::string_view text, std::string_view path);

// The text with another value at a path that is there.
std::string with_value(std::string_view text, std::string_view path, const Json& value);

std::string dumped(const Json&);  // what is no UTF-8 is replaced

}  // namespace groovebench::opz
