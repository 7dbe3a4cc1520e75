// Pads as people find them: by the key that is printed on the machine.
#pragma once

#include <string>
#include <string_view>

#include "ep133/pad.h"

namespace groovebench::ep133 {

// A path as it is shown: that of a pad with its key, "projects/P01.tar/pads/a/p07 · 1".
inline std::string with_key(std::string_view path) {
    constexpr std::string_view like = "pads/a/p07";
    std::string shown(path);
    const std::string_view own = path.size() < like.size() ? std::string_view() : path.substr(path.size() - like.size());
    const auto digit = [&](std::size_t at) { return own[at] >= '0' && own[at] <= '9' ? own[at] - '0' : 100; };
    if (!own.starts_with("pads/") || own[5] < 'a' || own[5] > 'd' || own.substr(6, 2) != "/p") return shown;
    const std::string_view key = key_of_pad(digit(8) * 10 + digit(9));
    return key.empty() ? shown : shown.append(" · ").append(key);
}

}  // namespace groovebench::ep133
