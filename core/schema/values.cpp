#include "schema/values.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "bytes/format.h"
#include "schema/reading.h"

namespace groovebench {
namespace {

bool is_part(const Field& field) { return field.bits && field.kind != Kind::flags; }

u64 raw_integer(const Field& field, std::size_t offset, ByteView file) {
    u64 value = 0;
    for (u32 i = 0; i < field.size; i++) value = value << 8 | u8(file[offset + (field.big_endian ? i : field.size - 1 - i)]);
    return value;
}

i64 with_sign(u64 value, int bits) {
    const u64 top = u64(1) << (bits - 1);
    return i64((value ^ top) - top);
}

u64 mask_of(int bits) { return bits >= 64 ? ~u64(0) : (u64(1) << bits) - 1; }

constexpr std::string_view note_names[] = {"C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"};

std::string bipolar(i64 value) { return value == 64 ? "0" : fmt::format("{:+}", value - 64); }

// 24 parts of a beat a minute hold ten tenths; which tenth is which part is the machine's own rounding (measured on it).
i64 tempo_x24(double typed) {
    const double tenths = typed * 10;
    if (typed < 0 || std::abs(tenths - std::round(tenths)) > 1e-6) return std::llround(typed * 24);
    const i64 all = std::llround(tenths);
    return 24 * (all / 10) + (23 * (all % 10) + 4) / 9;
}

// The number a person typed, in the unit the field is shown in, back to what is stored.
i64 stored(const Field& field, double typed) {
    if (field.unit == Unit::beats_x24) return tempo_x24(typed);
    const Reading reading = reading_of(field.unit);
    return std::llround(typed / reading.unit + double(reading.origin));
}

bool same_word(std::string_view a, std::string_view b) {
    auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string limits(const Field& field) {
    std::string text = fmt::format("{} to {}", shown_number(field, field.min), shown_number(field, field.max));
    return field.none == no_none ? text : text + " or none";
}

Problem not_allowed(const Place& place, std::string expected, std::string_view typed) {
    return {.offset = place.offset,
            .path = std::string(place.field->name),
            .expected = std::move(expected),
            .found = std::string(typed)};
}

// A file's texts are ISO 8859-1: one byte a character, the same numbers as Unicode's first 256.
std::string utf8_of(std::string_view latin1) {
    std::string out;
    for (char c : latin1) {
        if (u8(c) < 0x80)
            out += c;
        else
            out += {char(0xC0 | u8(c) >> 6), char(0x80 | (u8(c) & 63))};
    }
    return out;
}
std::optional<std::string> latin1_of(std::string_view utf8) {
    std::string out;
    for (std::size_t i = 0; i < utf8.size(); i++) {
        const u8 lead = u8(utf8[i]), next = i + 1 < utf8.size() ? u8(utf8[i + 1]) : u8(0);
        if (lead < 0x80 && lead)
            out += char(lead);
        else if ((lead == 0xC2 || lead == 0xC3) && next >> 6 == 2)
            out += char(lead << 6 | (next & 63)), i++;
        else
            return {};
    }
    return out;
}

Result<Bytes> parsed_text(const Place& place, ByteView file, std::string_view typed) {
    const Field& field = *place.field;
    const auto latin1 = latin1_of(typed);
    if (!latin1) return not_allowed(place, "characters of ISO 8859-1", typed);
    // A text must leave room for its NUL where it is shorter than the field; a full field has none.
    if (latin1->size() >= field.size) return not_allowed(place, fmt::format("at most {} characters", field.size - 1), typed);
    Bytes bytes(file.begin() + std::ptrdiff_t(place.offset), file.begin() + std::ptrdiff_t(place.offset + field.size));
    std::ranges::copy(bytes_of(*latin1), bytes.begin());
    bytes[latin1->size()] = std::byte(0);
    return bytes;
}

// "C#3" is 49; the octave -1 begins at 0.
std::optional<i64> note_number(std::string_view typed) {
    std::size_t length = typed.size() > 1 && typed[1] == '#' ? 2 : 1;
    for (i64 i = 0; i < 12; i++) {
        if (!same_word(typed.substr(0, length), note_names[i])) continue;
        const std::string octave(typed.substr(length));
        char* end = nullptr;
        const long number = std::strtol(octave.c_str(), &end, 10);
        if (octave.empty() || *end || number < -1 || number > 9) return {};
        return (number + 1) * 12 + i;
    }
    return {};
}

// The number a person typed, alone or with its unit behind it: "-2.0", "50 %", "+5/384", "3.5 dB". What a machine may mean by a
// number stands behind it in brackets, "64 (1/16?)", and is taken back so: the number counts.
std::optional<double> typed_number(const Field& field, std::string_view typed) {
    const std::string text(typed);
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (end == text.c_str() || !std::isfinite(value)) return {};
    std::string_view rest(end);
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    while (rest.ends_with(' ')) rest.remove_suffix(1);
    const bool remark = rest.starts_with('(') && rest.ends_with(')');
    const bool unit = rest.empty() || same_word(rest, word(field.unit)) || (rest == "/384" && field.unit == Unit::note_384);
    return unit || remark ? std::optional(value) : std::nullopt;
}

// Whether a number is in the list or the range of a field.
bool may_hold(const Field& field, i64 number) {
    const bool listed =
        field.kind == Kind::choice ? !word_of(field.words, number).empty() : number >= field.min && number <= field.max;
    return listed || (number == field.none && field.none != no_none);
}

Result<Bytes> parsed_flag(const Place& place, ByteView file, std::string_view typed) {
    if (place.flag < 0) return not_allowed(place, "one flag, such as trigs[5]", typed);
    if (same_word(typed, "on") || typed == "1") return encoded(place, file, 1);
    if (same_word(typed, "off") || typed == "0") return encoded(place, file, 0);
    return not_allowed(place, "on or off", typed);
}

Result<Bytes> parsed_number(const Place& place, ByteView file, std::string_view typed) {
    const Field& field = *place.field;
    std::optional<i64> number = field.unit == Unit::midi_note ? note_number(typed) : std::nullopt;
    if (!number) {
        const auto value = typed_number(field, typed);
        if (!value) return not_allowed(place, field.words.empty() ? limits(field) : "a word of the list", typed);
        if (field.is_float) return float_bytes(place, *value);
        number = std::abs(*value) < 1e15 ? stored(field, *value) : std::numeric_limits<i64>::max();
    }
    if (!may_hold(field, *number))
        return not_allowed(place, field.kind == Kind::choice ? "a word of the list" : limits(field), typed);
    return encoded(place, file, *number);
}

}  // namespace

i64 number(const Place& place, ByteView file) {
    const Field& field = *place.field;
    if (field.is_float) return std::llround(real(place, file));
    if (field.size > 8) return 0;
    u64 value = raw_integer(field, place.offset, file);
    if (place.flag >= 0) return i64(value >> place.flag & 1);
    const int bits = is_part(field) ? field.bits : int(8 * field.size);
    if (is_part(field)) value = value >> field.bit & mask_of(bits);
    return field.is_signed ? with_sign(value, bits) : i64(value);
}

double real(const Place& place, ByteView file) {
    if (!place.field->is_float) return double(number(place, file));
    const float value = std::bit_cast<float>(u32(raw_integer(*place.field, place.offset, file)));
    return std::isfinite(value) && std::abs(value) < 1e15f ? value : 0;
}

Bytes encoded(const Place& place, ByteView file, i64 value) {
    const Field& field = *place.field;
    u64 raw = u64(value);
    if (field.is_float)
        raw = std::bit_cast<u32>(float(value));
    else if (place.flag >= 0)
        raw = (raw_integer(field, place.offset, file) & ~(u64(1) << place.flag)) | u64(value != 0) << place.flag;
    else if (is_part(field)) {
        const u64 mask = mask_of(field.bits) << field.bit;
        raw = (raw_integer(field, place.offset, file) & ~mask) | ((u64(value) << field.bit) & mask);
    }
    Bytes bytes(field.size);
    for (u32 i = 0; i < field.size; i++) {
        bytes[field.big_endian ? field.size - 1 - i : i] = std::byte(raw);
        raw >>= 8;
    }
    return bytes;
}

Bytes float_bytes(const Place& place, double value) {
    Bytes bytes(4);
    const u32 raw = std::bit_cast<u32>(float(value));
    for (u32 i = 0; i < 4; i++) bytes[i] = std::byte(raw >> (place.field->big_endian ? 24 - 8 * i : 8 * i));
    return bytes;
}

Reading reading_of(Unit unit) {
    switch (unit) {
        case Unit::bars_x100:
            return {0, 1 / 100.0};
        case Unit::beats_x24:
            return {0, 1 / 24.0};
        case Unit::percent_50:
            return {-50, 1};
        case Unit::bipolar:
            return {64, 1};
        case Unit::gain_db:
            return {48, 0.5};
        case Unit::pitch:
            return {64, 0.2};
        case Unit::plus_one:
        case Unit::slot:
            return {-1, 1};
        default:
            return {};
    }
}

std::string shown_number(const Field& field, i64 value) {
    if (value == field.none && field.none != no_none) return "none";
    if (field.kind == Kind::choice) {
        const auto text = word_of(field.words, value);
        return text.empty() ? fmt::format("{} (unknown)", value) : std::string(text);
    }
    switch (field.unit) {
        case Unit::bars_x100:
            return fmt::format("{:.2f}", double(value) / 100);
        case Unit::beats_x24:  // a started tenth is not shown: so the panel's tenths read as they were set
            return fmt::format("{}.{}", value / 24, value % 24 * 10 / 24);
        case Unit::percent_50:
            return fmt::format("{} %", value + 50);
        case Unit::bipolar:
            return bipolar(value);
        case Unit::gain_db:
            return value == 48 ? "0.0 dB" : fmt::format("{:+.1f} dB", double(value - 48) / 2);
        case Unit::pitch:
            return value == 64 ? "0.0" : fmt::format("{:+.1f}", double(value - 64) / 5);
        case Unit::plus_one:
        case Unit::slot:
            return std::to_string(value + 1);
        case Unit::midi_note:
            return value < 0 || value > 127 ? std::to_string(value) : fmt::format("{}{}", note_names[value % 12], value / 12 - 1);
        case Unit::note_384:
            return value == 0 ? "0" : fmt::format("{:+}/384", value);
        default:
            return std::to_string(value);
    }
}

std::string shown(const Place& place, ByteView file) {
    const Field& field = *place.field;
    const ByteView bytes = file.subspan(place.offset, field.size);
    if (place.flag >= 0) return number(place, file) ? "on" : "off";
    if (field.is_float) return fmt::format("{:.2f}", real(place, file));
    if (field.kind == Kind::text) return utf8_of(text_of(bytes).substr(0, text_of(bytes).find('\0')));
    if (field.kind == Kind::flags) return fmt::format("{:0{}X}", u64(number(place, file)), 2 * field.size);
    if (field.kind == Kind::unknown || field.kind == Kind::constant) {
        std::string hex;
        for (std::size_t i = 0; i < bytes.size() && i < 16; i++)
            fmt::format_to(std::back_inserter(hex), "{}{:02X}", i ? " " : "", u8(bytes[i]));
        return bytes.size() > 16 ? hex + " …" : hex;
    }
    return shown_number(field, number(place, file));
}

Result<Bytes> parsed(const Place& place, ByteView file, std::string_view typed) {
    const Field& field = *place.field;
    if (!editable(field)) return not_allowed(place, "a field that is only kept, not edited", typed);
    // What is shown already stands: a reading may be rounded, so the bytes stay as they are.
    if (typed == shown(place, file)) {
        const ByteView same = file.subspan(place.offset, field.size);
        return Bytes(same.begin(), same.end());
    }
    if (field.kind == Kind::text) return parsed_text(place, file, typed);
    if (place.flag >= 0 || field.kind == Kind::flags) return parsed_flag(place, file, typed);
    if (field.none != no_none && (same_word(typed, "none") || typed == "-")) return encoded(place, file, field.none);
    for (const Word& word : field.words)
        if (same_word(word.word, typed)) return encoded(place, file, word.value);
    return parsed_number(place, file, typed);
}

Result<Bytes> allowed(const Place& place, ByteView file, i64 raw) {
    const Field& field = *place.field;
    const std::string found = std::to_string(raw);
    if (!editable(field) || field.kind == Kind::packed || field.kind == Kind::text)
        return not_allowed(place, "a field that holds a number", found);
    if (field.kind == Kind::flags) return parsed_flag(place, file, found);
    if (field.is_float) return float_bytes(place, double(raw));
    if (may_hold(field, raw)) return encoded(place, file, raw);
    const std::string none = field.none == no_none ? "" : fmt::format(", or {} for none", field.none);
    return not_allowed(
        place, field.kind == Kind::choice ? "a number of the list" : fmt::format("{} to {}{}", field.min, field.max, none), found);
}

bool editable(const Field& field) {
    return field.kind != Kind::unknown && field.kind != Kind::constant && field.kind != Kind::record &&
           field.evidence != Evidence::unknown;
}

}  // namespace groovebench
