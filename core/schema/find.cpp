// From a path to its place, and back.
#include <algorithm>
#include <charconv>

#include "bytes/format.h"
#include "schema/walk.h"

namespace groovebench {
namespace {

Problem no_such_field(std::string_view path, std::string expected) {
    return {.path = std::string(path), .expected = std::move(expected), .found = "no such field"};
}

// Takes "name" or "name[7]" from the front of a path; the index counts from 0, -1 for none.
// "name[3][5]" is flag 5 of the third of several masks.
struct Piece {
    std::string_view name;
    i64 index = -1, flag = -1;
    bool good = true;
};
// The number of "[7]…", counted from 0, taken from the front; -1 if there is none.
i64 take_index(std::string_view& text) {
    int index = 0;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), index);
    if (error != std::errc() || end == text.data() + text.size() || *end != ']' || index < 1) return -1;
    text.remove_prefix(std::size_t(end + 1 - text.data()));
    return index - 1;
}
Piece take_piece(std::string_view& path) {
    const auto dot = path.find('.');
    std::string_view piece = path.substr(0, dot);
    path = dot == path.npos ? std::string_view() : path.substr(dot + 1);
    if (dot != piece.npos && path.empty()) return {.name = piece, .good = false};
    const auto bracket = piece.find('[');
    if (bracket == piece.npos) return {piece};
    std::string_view rest = piece.substr(bracket);
    Piece taken{piece.substr(0, bracket), take_index(rest)};
    taken.good = taken.index >= 0;
    if (taken.good && rest.starts_with('[')) {
        taken.flag = take_index(rest);
        taken.good = taken.flag >= 0;
    }
    taken.good = taken.good && rest.empty();
    return taken;
}

// What a piece says of its field, checked against it: the element and the flag, -1 where none is named.
struct Indices {
    i64 element = -1, flag = -1;
    std::string wrong;  // what was expected instead
};
Indices indices_of(const Field& field, const Piece& piece) {
    const bool flags = field.kind == Kind::flags;
    const std::string_view form = field.is_array ? "[n]" : "";
    Indices of{field.is_array ? piece.index : -1, !flags ? -1 : field.is_array ? piece.flag : piece.index, {}};
    if ((!field.is_array && piece.index >= 0 && !flags) || (piece.flag >= 0 && of.flag != piece.flag))
        of.wrong = fmt::format("{}{}", field.name, form);
    else if (of.element >= i64(field.count))
        of.wrong = fmt::format("{}[1] to [{}]", field.name, field.count);
    else if (flags && of.flag >= field.bits)
        of.wrong = fmt::format("{}{}[1] to [{}]", field.name, form, field.bits);
    return of;
}

}  // namespace

Result<Stretch> locate(const Schema& schema, ByteView file, std::string_view path, const RecordForms& forms, std::size_t at) {
    const std::string_view whole_path = path;
    Stretch here{.record = &schema, .offset = at};
    while (!path.empty()) {
        if (here.field && (!here.record || here.is_array() || here.flag >= 0))
            return no_such_field(whole_path, fmt::format("{}{}", here.field->name, here.is_array() ? "[n]" : ""));
        const Piece piece = take_piece(path);
        const auto field = std::ranges::find(here.record->fields, piece.name, &Field::name);
        if (!piece.good || field == here.record->fields.end())
            return no_such_field(whole_path, fmt::format("a field of {}", here.record->name));
        const Indices at_field = indices_of(*field, piece);
        if (!at_field.wrong.empty()) return no_such_field(whole_path, at_field.wrong);
        here.offset += field->offset + (at_field.element > 0 ? std::size_t(at_field.element) * field->size : 0);
        here.index = at_field.element, here.flag = int(at_field.flag);
        here.field = &*field, here.record = field->record;
        if (field->kind == Kind::record && !here.is_array() && here.offset + field->size <= file.size())
            here.record = &forms.seen(*here.record, file.subspan(here.offset, field->size));
    }
    return here;
}

Result<Place> find(const Schema& schema, std::string_view path, std::size_t at) {
    const auto found =
        path.empty() ? no_such_field(path, fmt::format("a field of {}", schema.name)) : locate(schema, {}, path, {}, at);
    if (!found) return found.problem();
    if (found->is_array()) return no_such_field(path, fmt::format("{}[n]", found->field->name));
    if (found->record && found->field->kind != Kind::packed)
        return no_such_field(path, fmt::format("a field of {}", found->record->name));
    return found->place();
}

std::string path_at(const Schema& schema, std::size_t offset, std::size_t at, ByteView file, const RecordForms& forms) {
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
        if (record && at + record->size <= file.size()) record = &forms.seen(*record, file.subspan(at, record->size));
    }
    return spelled(trails.back());
}

}  // namespace groovebench
