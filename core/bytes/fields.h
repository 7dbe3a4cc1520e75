// The types a file's structure is made of, beside plain integers. Each says what its bytes mean, so
// that checking and drawing follow from the type. All have alignment 1 and hold raw bytes: a value
// outside its range or list is kept, shown and reported, never changed.
#pragma once

#include <limits>
#include <span>
#include <string>
#include <string_view>

#include "bytes/integers.h"

namespace groovebench {

inline constexpr i64 no_none = std::numeric_limits<i64>::min();

template <class Rep>
struct ValueOf {
    using type = typename Rep::Value;
};
template <class Rep>
    requires std::is_arithmetic_v<Rep>
struct ValueOf<Rep> {
    using type = Rep;
};
template <class Rep>
using value_of = typename ValueOf<Rep>::type;

// A number that must lie in Min..Max, or be None where there is a value that means "none".
template <i64 Min, i64 Max, class Rep = u8, i64 None = no_none>
struct Ranged {
    using Value = value_of<Rep>;
    using Storage = Rep;
    static constexpr i64 min = Min, max = Max, none = None;
    Rep raw;
    constexpr operator Value() const { return raw; }
    constexpr Ranged& operator=(Value value) {
        raw = value;
        return *this;
    }
};

// One of a list of words. The list is found by argument-dependent look-up: `words(E{})`.
struct Word {
    i64 value;
    std::string_view word;
};
template <class E, class Rep = u8>
struct Choice {
    using Enum = E;
    using Value = value_of<Rep>;
    using Storage = Rep;
    Rep raw;
    constexpr operator Value() const { return raw; }
    constexpr E as() const { return E(Value(raw)); }
    constexpr Choice& operator=(Value value) {
        raw = value;
        return *this;
    }
    constexpr Choice& operator=(E value) {
        raw = Value(value);
        return *this;
    }
};

// The word of a value, or an empty view for one that has none.
constexpr std::string_view word_of(std::span<const Word> words, i64 value) {
    for (const Word& word : words)
        if (word.value == value) return word.word;
    return {};
}

// N on/off flags in an integer; flag n (from 1) is bit n-1.
template <int N, class Rep>
struct Flags {
    using Value = value_of<Rep>;
    using Storage = Rep;
    static constexpr int count = N;
    Rep raw;
    constexpr operator Value() const { return raw; }
    constexpr Flags& operator=(Value value) {
        raw = value;
        return *this;
    }
    // index counts from 0
    constexpr bool at(int index) const { return Value(raw) >> index & 1; }
    constexpr void put(int index, bool on) {
        const Value bit = Value(Value(1) << index);
        raw = Value(on ? Value(raw) | bit : Value(raw) & ~bit);
    }
};

// Characters, one byte each (ISO 8859-1), ended by a NUL or by the field's end. What stands behind
// the NUL is stale and kept.
template <int N>
struct Text {
    static constexpr int size = N;
    char bytes[N];
    std::string_view view() const { return std::string_view(bytes, N).substr(0, std::string_view(bytes, N).find('\0')); }
};

// Bytes that are always the same in a good file: a tag or a magic word.
template <std::size_t N>
struct Literal {
    char text[N]{};
    constexpr Literal(const char (&from)[N + 1]) {
        for (std::size_t i = 0; i < N; i++) text[i] = from[i];
    }
    constexpr std::string_view view() const { return {text, N}; }
};
template <std::size_t N>
Literal(const char (&)[N]) -> Literal<N - 1>;
template <Literal Expected>
struct Constant {
    static constexpr auto expected = Expected;
    char bytes[sizeof(Expected.text)];
    bool right() const { return std::string_view(bytes, sizeof bytes) == Expected.view(); }
};

// Bytes we keep and do not explain.
template <int N>
struct Unknown {
    static constexpr int size = N;
    u8 bytes[N];
};

// Several fields in the bits of one integer. Layout has `static constexpr void describe_bits(auto& bits)`
// that names them from the highest bit down; get and put work on one of them.
template <class Layout, class Rep>
struct Packed {
    using Bits = Layout;
    using Value = value_of<Rep>;
    using Storage = Rep;
    Rep raw;
    constexpr operator Value() const { return raw; }
    constexpr Packed& operator=(Value value) {
        raw = value;
        return *this;
    }
};

}  // namespace groovebench
