#include "card/fingerprint.h"

#include <bit>
#include <cstring>

namespace groovebench::card {

Fingerprint fingerprint(ByteView bytes) {
    constexpr u64 spread = 0x9E3779B97F4A7C15;  // the golden ratio: an odd number with mixed bits
    u64 hash = bytes.size() * spread;
    const auto take = [&](u64 word) { hash = std::rotl((hash ^ word) * spread, 29); };
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        u64 word;
        std::memcpy(&word, bytes.data() + at, 8);
        take(word);
    }
    for (; at < bytes.size(); at++) take(u64(bytes[at]) + 1);
    hash = (hash ^ hash >> 32) * spread;
    return {bytes.size(), hash ^ hash >> 29};
}

std::string hex(u64 value) {
    std::string text(16, '0');
    for (int digit = 15; digit >= 0; digit--, value >>= 4) text[std::size_t(digit)] = "0123456789abcdef"[value & 15];
    return text;
}

}  // namespace groovebench::card
