#include "schema/walk.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <format>

namespace groovebench {
namespace {

void spell(const Trail* trail, std::string& out) {
    if (!trail || !trail->field) return;
    spell(trail->up, out);
    if (!out.empty()) out += '.';
    out += trail->field->name;
    if (trail->field->is_array) std::format_to(std::back_inserter(out), "[{}]", trail->index + 1);
}

// Calls visit for every value; a template, so that checking costs no call through a pointer.
template <class F>
void each(const Schema& schema, std::size_t at, const Trail& trail, F& visit) {
    for (const Field& field : schema.fields)
        for (u32 i = 0; i < field.count; i++) {
            const std::size_t offset = at + field.offset + std::size_t(i) * field.size;
            const Trail here{&trail, &field, i};
            if (field.record) each(*field.record, offset, here, visit);
            else visit(Visit{field, offset, here});
        }
}

bool all_values_are_good(const Field& field) {
    const bool plain = field.kind == Kind::number || field.kind == Kind::unknown || field.kind == Kind::text;
    return plain || (field.kind == Kind::flags && field.bits == 8 * field.size);
}

// What a good value would be, where this one is not; empty for a good one.
std::string expectation(const Field& field, std::size_t offset, ByteView file) {
    if (field.kind == Kind::constant) {
        if (text_of(file.subspan(offset, field.size)) == field.expected) return {};
        std::string expected;
        for (char c : field.expected)
            if (c >= ' ' && c <= '~') expected += c;
            else std::format_to(std::back_inserter(expected), "\\x{:02X}", u8(c));
        return expected;
    }
    const i64 value = number({&field, offset}, file);
    if (field.kind == Kind::choice) return word_of(field.words, value).empty() ? "a value of the list" : std::string();
    if (field.kind == Kind::flags)
        return field.bits < 64 && u64(value) >> field.bits ? std::format("{} flags", field.bits) : std::string();
    if (value == field.none || (value >= field.min && value <= field.max)) return {};
    return field.none == no_none ? std::format("{} to {}", field.min, field.max)
                                 : std::format("{} to {}, or {} for none", field.min, field.max, field.none);
}

std::string found_text(const Field& field, std::size_t offset, ByteView file) {
    if (field.kind != Kind::constant) return std::to_string(number({&field, offset}, file));
    std::string hex;
    for (std::byte b : file.subspan(offset, field.size)) std::format_to(std::back_inserter(hex), "{:02X} ", u8(b));
    if (!hex.empty()) hex.pop_back();
    return hex;
}

Problem no_such_field(std::string_view path, std::string expected) {
    return {.path = std::string(path), .expected = std::move(expected), .found = "no such field"};
}

// Takes "name" or "name[7]" from the front of a path; the index counts from 0, -1 for none.
struct Piece {
    std::string_view name;
    i64 index = -1;
    bool good = true;
};
Piece take_piece(std::string_view& path) {
    const auto dot = path.find('.');
    std::string_view piece = path.substr(0, dot);
    path = dot == path.npos ? std::string_view() : path.substr(dot + 1);
    const auto bracket = piece.find('[');
    if (bracket == piece.npos) return {piece};
    int index = 0;
    const auto [end, error] = std::from_chars(piece.data() + bracket + 1, piece.data() + piece.size(), index);
    const bool good = error == std::errc() && end + 1 == piece.data() + piece.size() && *end == ']' && index >= 1;
    return {piece.substr(0, bracket), index - 1, good};
}

}  // namespace

std::string Visit::path() const {
    std::string out;
    spell(&trail, out);
    return out;
}

void walk(const Schema& schema, std::size_t at, const std::function<void(const Visit&)>& visit) {
    each(schema, at, Trail{}, visit);
}

Result<Place> find(const Schema& schema, std::string_view path, std::size_t at) {
    const std::string_view whole_path = path;
    const Schema* record = &schema;
    for (;;) {
        const Piece piece = take_piece(path);
        const auto field = std::ranges::find(record->fields, piece.name, &Field::name);
        if (!piece.good || field == record->fields.end())
            return no_such_field(whole_path, std::format("a field of {}", record->name));
        const bool is_flag = field->kind == Kind::flags && !field->is_array && piece.index >= 0;
        const i64 limit = is_flag ? field->bits : field->count;
        if (piece.index >= limit) return no_such_field(whole_path, std::format("{}[1] to [{}]", field->name, limit));
        if (field->is_array != (piece.index >= 0) && !is_flag)
            return no_such_field(whole_path, std::format("{}{}", field->name, field->is_array ? "[n]" : ""));
        at += field->offset + (field->is_array ? std::size_t(piece.index) * field->size : 0);
        if (path.empty() && (!field->record || field->kind == Kind::packed))
            return Place{&*field, at, is_flag ? int(piece.index) : -1};
        if (path.empty() || !field->record)
            return no_such_field(whole_path, field->record ? std::format("a field of {}", field->record->name) : std::string(field->name));
        record = field->record;
    }
}

std::string path_at(const Schema& schema, std::size_t offset, std::size_t at) {
    std::vector<Trail> trails;
    trails.reserve(16);
    trails.push_back({});
    const Schema* record = &schema;
    while (record) {
        if (offset < at || offset - at >= record->size) return {};
        const Field* holder = nullptr;
        for (const Field& field : record->fields)
            if (offset - at >= field.offset && offset - at < field.offset + std::size_t(field.size) * field.count) holder = &field;
        if (!holder || trails.size() == trails.capacity()) return {};
        const u32 index = u32((offset - at - holder->offset) / holder->size);
        trails.push_back({&trails.back(), holder, index});
        at += holder->offset + std::size_t(index) * holder->size;
        record = holder->kind == Kind::record ? holder->record : nullptr;
    }
    std::string out;
    spell(&trails.back(), out);
    return out;
}

std::vector<Problem> validate(const Schema& schema, ByteView file, std::size_t limit) {
    std::vector<Problem> problems;
    if (file.size() < schema.size) {
        problems.push_back({.expected = std::format("{} bytes", schema.size), .found = std::to_string(file.size())});
        return problems;
    }
    auto check = [&](const Visit& visit) {
        if (all_values_are_good(visit.field) || problems.size() >= limit) return;
        std::string expected = expectation(visit.field, visit.offset, file);
        if (expected.empty()) return;
        problems.push_back({.severity = visit.field.kind == Kind::constant ? Severity::error : Severity::warning,
                            .offset = visit.offset, .path = visit.path(), .expected = std::move(expected),
                            .found = found_text(visit.field, visit.offset, file)});
    };
    each(schema, 0, Trail{}, check);
    return problems;
}

std::vector<Difference> diff(const Schema& schema, ByteView before, ByteView after) {
    std::vector<Difference> differences;
    if (before.size() < schema.size || after.size() < schema.size) return differences;
    auto compare = [&](const Visit& visit) {
        const Field& field = visit.field;
        const bool part = field.bits && field.kind != Kind::flags;    // of a packed field: compare the part alone
        const bool same = part ? number(visit.place(), before) == number(visit.place(), after)
                               : !std::memcmp(before.data() + visit.offset, after.data() + visit.offset, field.size);
        if (!same) differences.push_back({visit.path(), visit.place()});
    };
    each(schema, 0, Trail{}, compare);
    return differences;
}

}  // namespace groovebench
