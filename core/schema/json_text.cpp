// Writing: straight into the text, since a bank has half a million values.
#include <algorithm>
#include <cstdlib>

#include "bytes/format.h"
#include "schema/json.h"

namespace groovebench {
namespace {

constexpr u32 most_number_bytes = 4;  // a longer number is hex: not every reader has 64 bits for it

void append_hex(std::string& out, ByteView bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += '"';
    for (std::byte b : bytes) out += {digits[u8(b) >> 4], digits[u8(b) & 15]};
    out += '"';
}

// Every bit of a float: as the shortest number that reads back the same, else (not a number, minus zero) as its digits.
void append_float(std::string& out, const Place& place, ByteView file) {
    const Bytes bits(file.begin() + std::ptrdiff_t(place.offset), file.begin() + std::ptrdiff_t(place.offset + 4));
    const std::string text = fmt::format("{:.9g}", real(place, file));
    const double back = std::strtod(text.c_str(), nullptr);
    const bool same = text != "-0" && float_bytes(place, back) == bits;
    if (same)
        out += text;
    else
        append_hex(out, bits);
}

class Writing {
public:
    Writing(std::string& into, ByteView of, const RecordForms& with, JsonDetail how)
        : out(into), file(of), forms(with), detail(how) {}

    void record(const Schema& raw, std::size_t at, int depth) {
        const Schema& table = forms.seen(raw, file.subspan(at, raw.size));
        const bool flat = is_flat(table);
        open('{', flat, depth);
        for (const Field& field : table.fields) {
            if (&field != table.fields.data()) next(flat, depth);
            fmt::format_to(std::back_inserter(out), "\"{}\": ", field.name);
            whole_field(field, at + field.offset, depth + 1);
        }
        close('}', flat, depth);
    }
    void array(const Field& field, std::size_t at, int depth) {
        const bool flat = field.kind != Kind::record && field.kind != Kind::packed;
        open('[', flat, depth);
        for (u32 i = 0; i < field.count; i++) {
            if (i) next(flat, depth);
            element(field, i, at + std::size_t(i) * field.size, depth + 1);
        }
        close(']', flat, depth);
    }
    void element(const Field& field, u32 index, std::size_t at, int depth) {
        if (!field.record) return value(field, at);
        if (field.kind == Kind::packed) return parts(*field.record, at);
        const auto word =
            detail == JsonDetail::full ? std::string_view() : forms.word(*field.record, index, file.subspan(at, field.size));
        if (word.empty()) return record(*field.record, at, depth);
        append_json_text(out, word);
    }
    void value(const Field& field, std::size_t at) {
        const ByteView bytes = file.subspan(at, field.size);
        const Place place{&field, at};
        if (field.kind == Kind::unknown) return append_hex(out, bytes);
        if (field.kind == Kind::text || field.kind == Kind::constant) {
            const std::string_view text = text_of(bytes);
            return append_json_text(out, text.substr(0, text.find_last_not_of('\0') + 1));
        }
        if (field.is_float) return append_float(out, place, file);
        if (field.kind == Kind::flags || field.size > most_number_bytes) {
            fmt::format_to(std::back_inserter(out), "\"0x{:0{}X}\"", u64(number(place, file)), 2 * field.size);
            return;
        }
        fmt::format_to(std::back_inserter(out), "{}", number(place, file));
    }

private:
    // Whether it stands on one line: values alone, and not too many.
    static bool is_flat(const Schema& table) {
        constexpr u32 most = 48;
        u32 values = 0;
        for (const Field& field : table.fields) {
            if (field.record) return false;
            values += field.count;
        }
        return values <= most;
    }
    void parts(const Schema& table, std::size_t at) {
        out += "{";
        for (const Field& part : table.fields) {
            fmt::format_to(std::back_inserter(out), "{}\"{}\": ", &part == table.fields.data() ? "" : ", ", part.name);
            value(part, at);
        }
        out += "}";
    }
    void whole_field(const Field& field, std::size_t at, int depth) {
        if (field.is_array)
            array(field, at, depth);
        else
            element(field, 0, at, depth);
    }
    void line(int depth) {
        out += '\n';
        out.append(std::size_t(depth), ' ');
    }
    void open(char bracket, bool flat, int depth) {
        out += bracket;
        if (!flat) line(depth + 1);
    }
    void next(bool flat, int depth) {
        out += flat ? ", " : ",";
        if (!flat) line(depth + 1);
    }
    void close(char bracket, bool flat, int depth) {
        if (!flat) line(depth);
        out += bracket;
    }

    std::string& out;
    ByteView file;
    const RecordForms& forms;
    JsonDetail detail;
};

}  // namespace

void append_json_text(std::string& out, std::string_view latin1) {
    out += '"';
    for (char c : latin1) {
        const u8 code = u8(c);
        if (c == '"' || c == '\\')
            out += {'\\', c};
        else if (code < 0x20 || code == 0x7F)
            fmt::format_to(std::back_inserter(out), "\\u{:04X}", code);
        else if (code < 0x80)
            out += c;
        else
            out += {char(0xC0 | code >> 6), char(0x80 | (code & 63))};
    }
    out += '"';
}

std::string json_of(const Stretch& what, ByteView file, const RecordForms& forms, JsonDetail detail, int depth) {
    std::string out;
    Writing text(out, file, forms, detail);
    if (what.flag >= 0)
        out = number(what.place(), file) ? "1" : "0";
    else if (what.is_array())
        text.array(*what.field, what.offset, depth);
    else if (what.field && what.field->kind != Kind::record)
        text.element(*what.field, 0, what.offset, depth);
    else
        text.record(*what.record, what.offset, depth);
    return out;
}

}  // namespace groovebench
