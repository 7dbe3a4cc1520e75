// One description of a format, as a table that tools can walk.
//
// A structure laid over the bytes (core/bytes) is the layout. Its `describe` lists every member with
// evidence, a note and a unit; `whole<T>` proves that the list and the structure agree; `schema<T>` is
// the table made of it. walk, find, validate, diff and the inspector work on the table alone, so they
// are compiled once and know every format.
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <string_view>
#include <type_traits>

#include "bytes/fields.h"

namespace groovebench {

// How sure a fact is. The marks of the format references map onto it: [B] and R are verified, [F]
// firmware, T tool, [S] and P stated, [I] inferred, [?] unknown.
enum class Evidence : u8 { verified, firmware, tool, stated, inferred, unknown };
std::string_view word(Evidence);

// What a number counts, and so how it is shown.
enum class Unit : u8 {
    none,
    frames,
    steps,
    bars,
    bars_x100,  // 400 is 4 bars
    beats_x24,  // 2880 is 120 BPM
    bpm,
    ticks,
    note_384,    // 1/384 of a whole note
    percent_50,  // 0..30 is 50..80 %
    bipolar,     // 64 is 0
    gain_db,     // 48 is 0 dB, half a dB a unit
    pitch,       // 64 is 0, five units a semitone
    plus_one,    // stored from 0, counted from 1
    midi_note,
    slot,  // stored from 0, a slot counted from 1
    seconds,
};
std::string_view word(Unit);

enum class Kind : u8 { number, ranged, choice, flags, text, constant, unknown, packed, record };

struct Schema;

struct Field {
    std::string_view name, note;
    Evidence evidence = Evidence::verified;
    Unit unit = Unit::none;
    Kind kind = Kind::number;
    u32 offset = 0;  // in its record
    u32 size = 0;    // of one element, in bytes
    u32 count = 1;   // elements
    bool is_array = false;
    bool big_endian = false, is_signed = false, is_float = false;
    i64 min = 0, max = 0, none = no_none;
    std::span<const Word> words;
    std::string_view expected;       // of a constant
    const Schema* record = nullptr;  // of a record or packed field
    u8 bit = 0, bits = 0;            // place in a packed integer; number of flags
};

struct Schema {
    std::string_view name;
    u32 size;
    std::span<const Field> fields;
};

namespace schema_detail {

template <class>
inline constexpr bool is_ranged = false;
template <i64 A, i64 B, class R, i64 N>
inline constexpr bool is_ranged<Ranged<A, B, R, N>> = true;
template <class>
inline constexpr bool is_choice = false;
template <class E, class R>
inline constexpr bool is_choice<Choice<E, R>> = true;
template <class>
inline constexpr bool is_flags = false;
template <int N, class R>
inline constexpr bool is_flags<Flags<N, R>> = true;
template <class>
inline constexpr bool is_text = false;
template <int N>
inline constexpr bool is_text<Text<N>> = true;
template <class>
inline constexpr bool is_constant = false;
template <Literal L>
inline constexpr bool is_constant<Constant<L>> = true;
template <class>
inline constexpr bool is_unknown = false;
template <int N>
inline constexpr bool is_unknown<Unknown<N>> = true;
template <class>
inline constexpr bool is_packed = false;
template <class L, class R>
inline constexpr bool is_packed<Packed<L, R>> = true;
template <class>
inline constexpr bool is_int = false;
template <class T, std::endian O, int N>
inline constexpr bool is_int<Int<T, O, N>> = true;

// Byte order, sign and limits of the integer that stores a field.
template <class Rep>
constexpr void storage(Field& field) {
    using Value = value_of<Rep>;
    field.is_float = std::is_floating_point_v<Value>;
    field.is_signed = std::is_signed_v<Value>;
    if constexpr (!std::is_arithmetic_v<Rep>) field.big_endian = Rep::order == std::endian::big;
    if constexpr (std::is_integral_v<Value> && sizeof(Value) <= 4) {
        field.min = i64(std::numeric_limits<Value>::min());
        field.max = sizeof(Rep) < sizeof(Value) ? (i64(1) << 8 * sizeof(Rep)) - 1 : i64(std::numeric_limits<Value>::max());
    }
}

template <class T>
constexpr Field field_of();

}  // namespace schema_detail

template <class T>
consteval auto make_fields();
template <class T>
inline constexpr auto fields_of = make_fields<T>();
template <class T>
inline constexpr Schema schema{T::name, sizeof(T), fields_of<T>};

namespace schema_detail {

struct BitList {
    std::array<Field, 8> fields{};
    std::size_t count = 0;
    int next;
    constexpr explicit BitList(int bits) : next(bits) {}
    // From the highest bit down. A field with an offset holds value + offset.
    constexpr void operator()(std::string_view name, int bits, Evidence evidence, std::string_view note, i64 min, i64 max,
                              Unit unit = Unit::none, bool is_signed = false, std::span<const Word> words = {}) {
        Field& field = fields[count++];
        field.name = name, field.note = note, field.evidence = evidence, field.unit = unit;
        field.kind = words.empty() ? Kind::ranged : Kind::choice;
        field.words = words;
        field.min = min, field.max = max, field.is_signed = is_signed;
        next -= bits;
        field.bit = u8(next), field.bits = u8(bits);
    }
};
template <class Layout, class Rep>
consteval auto make_bits() {
    BitList list(8 * int(sizeof(Rep)));
    Layout::describe_bits(list);
    for (auto& field : list.fields) {
        Field stored;
        storage<Rep>(stored);
        field.size = sizeof(Rep), field.big_endian = stored.big_endian;
    }
    return list;
}
template <class Layout, class Rep>
inline constexpr auto bits_of = make_bits<Layout, Rep>();
template <class Layout, class Rep>
inline constexpr Schema bits_schema{Layout::name, sizeof(Rep),
                                    std::span(bits_of<Layout, Rep>.fields).first(bits_of<Layout, Rep>.count)};

template <class T>
constexpr Field field_of() {
    Field field;
    field.size = sizeof(T);
    if constexpr (is_ranged<T>) {
        storage<typename T::Storage>(field);
        field.kind = Kind::ranged, field.min = T::min, field.max = T::max, field.none = T::none;
    } else if constexpr (is_choice<T>) {
        storage<typename T::Storage>(field);
        field.kind = Kind::choice, field.words = words(typename T::Enum{});
    } else if constexpr (is_flags<T>) {
        storage<typename T::Storage>(field);
        field.kind = Kind::flags, field.bits = u8(T::count);
    } else if constexpr (is_text<T>) {
        field.kind = Kind::text;
    } else if constexpr (is_constant<T>) {
        field.kind = Kind::constant, field.expected = T::expected.view();
    } else if constexpr (is_unknown<T>) {
        field.kind = Kind::unknown;
    } else if constexpr (is_packed<T>) {
        storage<typename T::Storage>(field);
        field.kind = Kind::packed, field.record = &bits_schema<typename T::Bits, typename T::Storage>;
    } else if constexpr (is_int<T> || std::is_arithmetic_v<T> || std::is_same_v<T, lef32>) {
        storage<T>(field);
    } else {
        field.kind = Kind::record, field.record = &schema<T>;
    }
    return field;
}

struct Counter {
    std::size_t count = 0;
    constexpr void operator()(auto&&...) { count++; }
};

template <std::size_t N>
struct Collector {
    std::array<Field, N> fields{};
    std::size_t count = 0;
    template <class M>
    constexpr void operator()(std::string_view name, std::size_t offset, std::type_identity<M>, Evidence evidence,
                              std::string_view note, Unit unit = Unit::none) {
        static_assert(std::rank_v<M> <= 1, "an array of arrays hides a record that deserves a name");
        Field field = field_of<std::remove_extent_t<M>>();
        field.is_array = std::is_array_v<M>;
        field.count = field.is_array ? u32(std::extent_v<M>) : 1;
        field.name = name, field.note = note, field.evidence = evidence, field.unit = unit, field.offset = u32(offset);
        fields[count++] = field;
    }
};

}  // namespace schema_detail

template <class T>
consteval auto make_fields() {
    constexpr std::size_t n = [] {
        schema_detail::Counter counter;
        T::describe(counter);
        return counter.count;
    }();
    schema_detail::Collector<n> collector;
    T::describe(collector);
    return collector.fields;
}

// True if the list names every member, in order, without gap or overlap, and T has alignment 1.
template <class T>
consteval bool whole() {
    std::size_t at = 0;
    for (const Field& field : fields_of<T>) {
        if (field.offset != at) return false;
        at += std::size_t(field.size) * field.count;
    }
    return at == sizeof(T) && alignof(T) == 1;
}

// The project's one macro: what describe() needs to know of a member.
#define FIELD(T, m) \
    #m, offsetof(T, m), std::type_identity<decltype(T::m)> {}

}  // namespace groovebench
