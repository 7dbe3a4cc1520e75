// Writing the values of a document onto bytes.
#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "schema/json.h"

namespace groovebench {
namespace {

// What a person reads of a value that does not fit: short, whatever it is.
std::string found_text(const Json& value) {
    constexpr std::size_t longest = 40;
    if (value.is_object()) return "an object";
    if (value.is_array()) return fmt::format("an array of {}", value.size());
    std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (text.size() > longest) text = text.substr(0, longest) + " …";
    return text;
}

std::optional<u64> hex_number(std::string_view text) {
    u64 value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<Bytes> hex_bytes(const Json& value, std::size_t size) {
    const auto* text = value.get_ptr<const std::string*>();
    if (!text || text->size() != 2 * size) return {};
    Bytes bytes;
    for (std::size_t i = 0; i < text->size(); i += 2) {
        const auto byte = hex_number(std::string_view(*text).substr(i, 2));
        if (!byte) return {};
        bytes.push_back(std::byte(*byte));
    }
    return bytes;
}

// One byte a character; nothing where one does not fit into a byte.
std::optional<std::string> latin1_of(std::string_view utf8) {
    std::string out;
    for (std::size_t i = 0; i < utf8.size(); i++) {
        const u8 lead = u8(utf8[i]);
        if (lead < 0x80)
            out += char(lead);
        else if ((lead == 0xC2 || lead == 0xC3) && i + 1 < utf8.size())
            out += char(lead << 6 | (u8(utf8[++i]) & 63));
        else
            return {};
    }
    return out;
}

std::optional<i64> whole_number(const Json& value) {
    if (value.is_number_unsigned() && value.get<u64>() > u64(std::numeric_limits<i64>::max())) return {};
    return value.is_number_integer() ? std::optional(value.get<i64>()) : std::nullopt;
}

// The numbers that the bits of a field can hold, whatever its range.
std::pair<i64, i64> span_of(const Field& field) {
    const int bits = field.bits && field.kind != Kind::flags ? field.bits : int(8 * field.size);
    return field.is_signed ? std::pair{-(i64(1) << (bits - 1)), (i64(1) << (bits - 1)) - 1}
                           : std::pair{i64(0), (i64(1) << bits) - 1};
}

class Putting {
public:
    Putting(ByteSpan into, const RecordForms& with) : file(into), forms(with) {}
    std::optional<Problem> problem;

    bool record(const Json& json, const Schema& raw, std::size_t at, const Trail& trail,
                std::span<const std::string_view> besides = {}) {
        if (!json.is_object()) return fail(trail, at, fmt::format("an object: {}", raw.name), found_text(json));
        std::size_t passed = std::size_t(std::ranges::count_if(besides, [&](auto name) { return json.contains(name); }));
        // What its first fields say may choose the table for the others.
        const std::size_t telling = std::min(forms.telling, raw.fields.size());
        for (const Field& one : raw.fields.first(telling))
            if (!field(json, one, at + one.offset, trail)) return false;
        const Schema& table = forms.seen(raw, file.subspan(at, raw.size));
        for (const Field& one : table.fields.subspan(telling))
            if (!field(json, one, at + one.offset, trail)) return false;
        if (json.size() == table.fields.size() + passed) return true;
        return fail(trail, at, fmt::format("a field of {}", table.name), stranger(json, table, besides));
    }
    bool array(const Json& json, const Field& of, std::size_t at, const Trail& trail) {
        if (!json.is_array() || json.size() != of.count) {
            const std::string up = trail.up ? spelled(*trail.up) : std::string();
            const std::string path = fmt::format("{}{}{}", up, up.empty() ? "" : ".", of.name);
            return fail_at(path, at, fmt::format("an array of {}", of.count), found_text(json));
        }
        for (u32 i = 0; i < of.count; i++)
            if (!element(json[i], of, at + std::size_t(i) * of.size, {trail.up, &of, i})) return false;
        return true;
    }
    bool element(const Json& json, const Field& of, std::size_t at, const Trail& here) {
        if (of.kind == Kind::packed) return parts(json, of, at, here);
        if (!of.record) return value(json, of, at, here);
        const auto* word = json.get_ptr<const std::string*>();
        if (!word) return record(json, *of.record, at, here);
        if (forms.make(*of.record, here.index, *word, file.subspan(at, of.size))) return true;
        return fail(here, at, fmt::format("an object: {}", of.record->name), found_text(json));
    }

private:
    bool fail_at(std::string path, std::size_t at, std::string expected, std::string found) {
        problem = Problem{.offset = at, .path = std::move(path), .expected = std::move(expected), .found = std::move(found)};
        return false;
    }
    bool fail(const Trail& trail, std::size_t at, std::string expected, std::string found) {
        return fail_at(spelled(trail), at, std::move(expected), std::move(found));
    }
    static std::string stranger(const Json& json, const Schema& table, std::span<const std::string_view> besides) {
        for (const auto& [name, value] : json.items())
            if (std::ranges::find(table.fields, name, &Field::name) == table.fields.end() &&
                std::ranges::find(besides, name) == besides.end())
                return name;
        return "another";
    }
    bool field(const Json& json, const Field& of, std::size_t at, const Trail& trail) {
        const Trail here{&trail, &of, 0};
        const auto found = json.find(of.name);
        if (found == json.end()) return fail(here, at, std::string(of.name), "nothing of that name");
        return of.is_array ? array(*found, of, at, here) : element(*found, of, at, here);
    }
    bool parts(const Json& json, const Field& of, std::size_t at, const Trail& here) {
        const auto parts = of.record->fields;
        if (!json.is_object() || json.size() != parts.size())
            return fail(here, at, fmt::format("an object: {}", of.record->name), found_text(json));
        return std::ranges::all_of(parts, [&](const Field& part) { return field(json, part, at, here); });
    }
    bool put(ByteView bytes, std::size_t at) {
        std::ranges::copy(bytes, file.begin() + std::ptrdiff_t(at));
        return true;
    }
    bool value(const Json& json, const Field& of, std::size_t at, const Trail& here) {
        if (of.kind == Kind::text || of.kind == Kind::constant) return text(json, of, at, here);
        if (of.kind == Kind::unknown) {
            const auto bytes = hex_bytes(json, of.size);
            return bytes ? put(*bytes, at) : fail(here, at, fmt::format("{} hex digits", 2 * of.size), found_text(json));
        }
        if (of.is_float) return real_number(json, of, at, here);
        if (of.kind == Kind::flags || of.size > 4) return digits(json, of, at, here);
        const auto [low, high] = span_of(of);
        const auto number = whole_number(json);
        if (!number || *number < low || *number > high)
            return fail(here, at, fmt::format("a number, {} to {}", low, high), found_text(json));
        return put(encoded({&of, at}, file, *number), at);
    }
    bool text(const Json& json, const Field& of, std::size_t at, const Trail& here) {
        const auto* utf8 = json.get_ptr<const std::string*>();
        const auto latin1 = utf8 ? latin1_of(*utf8) : std::nullopt;
        if (!latin1 || latin1->size() > of.size)
            return fail(here, at, fmt::format("a text of at most {} characters of ISO 8859-1", of.size), found_text(json));
        std::ranges::fill(file.subspan(at, of.size), std::byte(0));
        return put(bytes_of(*latin1), at);
    }
    bool digits(const Json& json, const Field& of, std::size_t at, const Trail& here) {
        const auto* text = json.get_ptr<const std::string*>();
        const bool form = text && text->size() == 2 + 2 * of.size && text->starts_with("0x");
        const auto number = form ? hex_number(std::string_view(*text).substr(2)) : std::nullopt;
        if (!number) return fail(here, at, fmt::format("\"0x\" and {} hex digits", 2 * of.size), found_text(json));
        return put(encoded({&of, at}, file, i64(*number)), at);
    }
    bool real_number(const Json& json, const Field& of, std::size_t at, const Trail& here) {
        if (json.is_number()) return put(float_bytes({&of, at}, json.get<double>()), at);
        const auto bits = hex_bytes(json, of.size);
        return bits ? put(*bits, at) : fail(here, at, "a number, or 8 hex digits", found_text(json));
    }

    ByteSpan file;
    const RecordForms& forms;
};

}  // namespace

Outcome put_json(const Json& json, const Schema& schema, ByteSpan file, std::size_t at, const RecordForms& forms,
                 std::span<const std::string_view> besides) {
    Putting putting(file, forms);
    if (putting.record(json, schema, at, Trail{}, besides)) return {};
    return *putting.problem;
}

}  // namespace groovebench
