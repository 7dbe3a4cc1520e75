// Comparing words that people type.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include "bytes/bytes.h"

namespace groovebench::opz {

// ASCII letters in any case.
inline bool same_word(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

// The index of a word in a list, from 0.
inline std::optional<int> index_of(std::span<const std::string_view> words, std::string_view word) {
    const auto found = std::ranges::find_if(words, [&](std::string_view one) { return same_word(one, word); });
    return found == words.end() ? std::nullopt : std::optional(int(found - words.begin()));
}

// The number in front of `unit`, which may be missing: "2.5 steps", "+8", "50 %". Nothing where there is anything else.
std::optional<double> number_with(std::string_view text, std::string_view unit);

}  // namespace groovebench::opz
