// Reading JSON that may hold anything. For the sources of this folder only.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace groovebench::app::taking {

using json = nlohmann::ordered_json;

inline std::string text_of(const json& data) { return data.dump(-1, ' ', false, nlohmann::detail::error_handler_t::replace); }

// Readers for what may not be there or be something else: then it is as it was.
template <class T>
void take(const json& data, const char* key, T& value) {
    const auto found = data.is_object() ? data.find(key) : data.end();
    if (!data.is_object() || found == data.end()) return;
    if constexpr (std::is_same_v<T, std::string>) {
        if (found->is_string()) value = found->get<std::string>();
    } else if constexpr (std::is_same_v<T, bool>) {
        if (found->is_boolean()) value = found->get<bool>();
    } else {
        if (found->is_number()) value = T(found->get<double>());
    }
}
template <class T>
void take(const json& data, const char* key, std::optional<T>& value) {
    if (!data.is_object() || !data.contains(key) || data[key].is_null()) return;
    T found{};
    take(data, key, found);
    value = std::move(found);
}
inline const json& list(const json& data, const char* key) {
    static const json none = json::array();
    return data.is_object() && data.contains(key) && data[key].is_array() ? data[key] : none;
}

}  // namespace groovebench::app::taking
