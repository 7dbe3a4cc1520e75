// JSON inside EP-133 files, with limits: key order kept, no exceptions, bounded time and depth.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

namespace groovebench::ep133 {

using Json = nlohmann::ordered_json;

inline constexpr std::size_t most_json_bytes = 65536;
inline constexpr int deepest_json = 32;

// A JSON object, or nothing.
std::optional<Json> parse_object(std::string_view text);

}  // namespace groovebench::ep133
