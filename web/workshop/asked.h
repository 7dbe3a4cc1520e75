// The JSON that comes with a work. What is missing or something else is 0 or empty.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "bytes/bytes.h"

namespace groovebench::app {

class Asked {
public:
    explicit Asked(std::string_view text) : data(nlohmann::ordered_json::parse(text, nullptr, false)) {}
    u64 number(const char* key) const { return is(key) && data[key].is_number() ? u64(std::max(0.0, data[key].get<double>())) : 0; }
    std::string words(const char* key) const { return is(key) && data[key].is_string() ? data[key].get<std::string>() : ""; }
    bool flag(const char* key) const { return is(key) && data[key].is_boolean() && data[key].get<bool>(); }

private:
    bool is(const char* key) const { return data.is_object() && data.contains(key); }
    nlohmann::ordered_json data;
};

inline std::string text_of(const nlohmann::ordered_json& data) {
    return data.dump(-1, ' ', false, nlohmann::detail::error_handler_t::replace);
}

}  // namespace groovebench::app
