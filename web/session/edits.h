// An edit of a whole record by a rule of the core: the rule works on a copy, and what it changed goes
// into the document as one edit of just those bytes.
#pragma once

#include <cstring>
#include <memory>
#include <string_view>

#include "card/document.h"

namespace groovebench::app {

// `record` must lie in the open file `path`. Runs that stand closer than a change costs become one.
template <class T, class Rule>
bool change(card::Document& document, std::string_view path, const T& record, std::string_view label, Rule&& rule) {
    constexpr std::size_t gap = 8;
    const auto copy = std::make_unique<T>(record);
    rule(*copy);
    const auto* before = reinterpret_cast<const std::byte*>(&record);
    const auto* after = reinterpret_cast<const std::byte*>(copy.get());
    const auto base = std::size_t(before - document.bytes(path).data());
    card::Group group(document, label);
    bool done = true;
    for (std::size_t i = 0; i < sizeof(T) && done;) {
        if (before[i] == after[i]) {
            i++;
            continue;
        }
        std::size_t end = i + 1;
        for (std::size_t j = end; j < sizeof(T) && j < end + gap; j++)
            if (before[j] != after[j]) end = j + 1;
        done = document.put(path, base + i, ByteView(after + i, end - i), label);
        i = end;
    }
    return done;
}

}  // namespace groovebench::app
