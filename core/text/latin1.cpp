#include "text/latin1.h"

#include <cstdint>

namespace groovebench::text {
namespace {

struct Composition {
    char32_t accent;
    std::string_view letters;   // ASCII letters that take the accent
    std::string_view composed;  // the accented letters, in ISO 8859-1
};
constexpr Composition compositions[] = {
    {0x0300, "AEIOUaeiou", "\xC0\xC8\xCC\xD2\xD9\xE0\xE8\xEC\xF2\xF9"},            // grave
    {0x0301, "AEIOUYaeiouy", "\xC1\xC9\xCD\xD3\xDA\xDD\xE1\xE9\xED\xF3\xFA\xFD"},  // acute
    {0x0302, "AEIOUaeiou", "\xC2\xCA\xCE\xD4\xDB\xE2\xEA\xEE\xF4\xFB"},            // circumflex
    {0x0303, "ANOano", "\xC3\xD1\xD5\xE3\xF1\xF5"},                                // tilde
    {0x0308, "AEIOUaeiouy", "\xC4\xCB\xCF\xD6\xDC\xE4\xEB\xEF\xF6\xFC\xFF"},       // diaeresis
    {0x030A, "Aa", "\xC5\xE5"},                                                    // ring
    {0x0327, "Cc", "\xC7\xE7"},                                                    // cedilla
};

// The accented letter, or 0 where ISO 8859-1 has none.
char32_t composed(char32_t letter, char32_t accent) {
    for (const Composition& row : compositions)
        if (row.accent == accent && letter < 0x80)
            if (const auto place = row.letters.find(char(letter)); place != row.letters.npos)
                return std::uint8_t(row.composed[place]);
    return 0;
}

constexpr char32_t broken_byte = 0x80000000;  // marks a byte that is not UTF-8, kept in the low eight bits

// Takes one character from the front.
char32_t next(std::string_view& rest) {
    const auto first = std::uint8_t(rest.front());
    const std::size_t size = first < 0x80                    ? 1
                             : first >= 0xC2 && first < 0xE0 ? 2
                             : first >= 0xE0 && first < 0xF0 ? 3
                             : first >= 0xF0 && first < 0xF5 ? 4
                                                             : 0;
    char32_t code = size > 1 ? first & (0x7F >> size) : first;
    bool good = size > 0 && size <= rest.size();
    for (std::size_t i = 1; good && i < size; i++) {
        good = (std::uint8_t(rest[i]) & 0xC0) == 0x80;
        code = code << 6 | (std::uint8_t(rest[i]) & 0x3F);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    good = good && code >= least[size] && code <= 0x10FFFF;
    rest.remove_prefix(good ? size : 1);
    return good ? code : broken_byte | first;
}

void put(std::string& out, char32_t code) {
    auto trail = [&](int shift) { out += char(0x80 | (code >> shift & 0x3F)); };
    if (code & broken_byte) {
        out += char(code & 0xFF);
    } else if (code < 0x80) {
        out += char(code);
    } else if (code < 0x800) {
        out += char(0xC0 | code >> 6), trail(0);
    } else if (code < 0x10000) {
        out += char(0xE0 | code >> 12), trail(6), trail(0);
    } else {
        out += char(0xF0 | code >> 18), trail(12), trail(6), trail(0);
    }
}

// One character from the front, composed with the accent behind it where that is possible.
char32_t next_composed(std::string_view& rest) {
    const char32_t letter = next(rest);
    if (rest.empty()) return letter;
    std::string_view behind = rest;
    const char32_t one = composed(letter, next(behind));
    if (one) rest = behind;
    return one ? one : letter;
}

char32_t lower(char32_t code) {
    const bool latin1_capital = code >= 0xC0 && code <= 0xDE && code != 0xD7;
    return (code >= 'A' && code <= 'Z') || latin1_capital ? code + 32 : code;
}

}  // namespace

std::string utf8_from_latin1(std::string_view latin1) {
    std::string out;
    for (char c : latin1) put(out, std::uint8_t(c));
    return out;
}

std::optional<std::string> latin1_from_utf8(std::string_view utf8) {
    std::string out;
    while (!utf8.empty()) {
        const char32_t code = next_composed(utf8);
        if (code > 0xFF) return std::nullopt;
        out += char(code);
    }
    return out;
}

std::string folded(std::string_view utf8) {
    std::string out;
    const auto is_plain = [](char c) { return std::uint8_t(c) < 0x80; };
    while (!utf8.empty() && is_plain(utf8[0]) && (utf8.size() == 1 || is_plain(utf8[1]))) {  // nothing to compose: nearly all
        const char c = utf8[0];
        out += c >= 'A' && c <= 'Z' ? char(c + 32) : c;
        utf8.remove_prefix(1);
    }
    while (!utf8.empty()) put(out, lower(next_composed(utf8)));
    return out;
}

}  // namespace groovebench::text
