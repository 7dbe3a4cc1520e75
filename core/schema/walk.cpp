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
void each(const Schema& schema, std::size_t at, const Trail& trail, const F& visit) {
    for (const Field& field : schema.fields) {
        if constexpr (requires { visit.passes(field, at); })
            if (visit.passes(field, at + field.offset)) continue;
        for (u32 i = 0; i < field.count; i++) {
            const std::size_t offset = at + field.offset + std::size_t(i) * field.size;
            const Trail here{&trail, &field, i};
            if (field.record)
                each(*field.record, offset, here, visit);
            else
                visit(Visit{field, offset, here});
        }
    }
}

bool all_values_are_good(const Field& field) {
    const bool plain = field.kind == Kind::number || field.kind == Kind::unknown || field.kind == Kind::text;
    return plain || (field.kind == Kind::flags && field.bits == 8 * field.size);
}

bool is_good(const Field& field, std::size_t offset, ByteView file) {
    if (field.kind == Kind::constant) return text_of(file.subspan(offset, field.size)) == field.expected;
    // Most values of a bank are single bytes in a range.
    const bool plain_byte = field.size == 1 && !field.bits && !field.is_signed;
    const i64 value = plain_byte ? i64(file[offset]) : number({&field, offset}, file);
    if (field.kind == Kind::choice) return !word_of(field.words, value).empty();
    if (field.kind == Kind::flags) return field.bits >= 64 || !(u64(value) >> field.bits);
    return (value >= field.min && value <= field.max) || value == field.none;
}

// A record of single bytes that each lie in a range, such as the locks of a step: most of a bank. Many of them are
// checked without looking at their fields again.
class ByteRanges {
public:
    explicit ByteRanges(const Schema& record) {
        if (record.size > limit) return;
        for (const Field& field : record.fields) {
            const bool any = field.kind == Kind::unknown,
                       byte = field.size == 1 && field.kind == Kind::ranged && !field.bits && !field.is_signed;
            if (!any && !byte) return;
            for (u32 i = 0; i < field.size * field.count; i++) {
                const u32 at = field.offset + i;
                low[at] = any ? u8(0) : u8(field.min);
                span[at] = any ? u8(255) : u8(field.max - field.min);
                none[at] = any || field.none == no_none ? low[at] : u8(field.none);
            }
        }
        size = record.size;
    }
    // False also if the record is of another kind.
    bool all_good(ByteView records) const {
        if (!size) return false;
        u8 bad = 0;
        for (std::size_t at = 0; at + size <= records.size(); at += size)
            for (u32 i = 0; i < size; i++) {
                const u8 value = u8(records[at + i]);
                bad = u8(bad | u8((u8(value - low[i]) > span[i]) & (value != none[i])));
            }
        return !bad;
    }

private:
    static constexpr u32 limit = 64;
    u32 size = 0;
    u8 low[limit], span[limit], none[limit];
};

// What a good value would be, where this one is not.
std::string expectation(const Field& field) {
    if (field.kind == Kind::constant) {
        std::string expected;
        for (char c : field.expected)
            if (c >= ' ' && c <= '~')
                expected += c;
            else
                std::format_to(std::back_inserter(expected), "\\x{:02X}", u8(c));
        return expected;
    }
    if (field.kind == Kind::choice) return "a value of the list";
    if (field.kind == Kind::flags) return std::format("{} flags", field.bits);
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

struct Check {
    ByteView file;
    std::vector<Problem>& problems;
    std::size_t limit;

    // Whether a whole field is good at a glance.
    bool passes(const Field& field, std::size_t offset) const {
        if (problems.size() >= limit || all_values_are_good(field)) return true;
        const bool records = field.kind == Kind::record && field.count >= 4;
        return records && ByteRanges(*field.record).all_good(file.subspan(offset, std::size_t(field.size) * field.count));
    }
    void operator()(const Visit& visit) const {
        const Field& field = visit.field;
        if (is_good(field, visit.offset, file) || problems.size() >= limit) return;
        problems.push_back({.severity = field.kind == Kind::constant ? Severity::error : Severity::warning,
                            .offset = visit.offset,
                            .path = visit.path(),
                            .expected = expectation(field),
                            .found = found_text(field, visit.offset, file)});
    }
};

struct Comparison {
    ByteView before, after;
    std::vector<Difference>& differences;

    bool same(std::size_t offset, std::size_t size) const {
        return !std::memcmp(before.data() + offset, after.data() + offset, size);
    }
    // Whether a whole field, with all in it, is the same.
    bool passes(const Field& field, std::size_t offset) const { return same(offset, std::size_t(field.size) * field.count); }
    void operator()(const Visit& visit) const {
        const Field& field = visit.field;
        const bool part = field.bits && field.kind != Kind::flags;  // of a packed field: compare the part alone
        const bool is_same = part ? number(visit.place(), before) == number(visit.place(), after) : same(visit.offset, field.size);
        if (!is_same) differences.push_back({visit.path(), visit.place()});
    }
};

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
        const bool flags = field->kind == Kind::flags;
        const i64 element = field->is_array ? piece.index : -1;
        const i64 flag = !flags ? -1 : field->is_array ? piece.flag : piece.index;
        const std::string_view form = field->is_array ? "[n]" : "";
        if (field->is_array != (element >= 0) || (!field->is_array && piece.index >= 0 && !flags) ||
            (piece.flag >= 0 && flag != piece.flag))
            return no_such_field(whole_path, std::format("{}{}", field->name, form));
        if (element >= i64(field->count)) return no_such_field(whole_path, std::format("{}[1] to [{}]", field->name, field->count));
        if (flags && flag >= field->bits)
            return no_such_field(whole_path, std::format("{}{}[1] to [{}]", field->name, form, field->bits));
        at += field->offset + (field->is_array ? std::size_t(element) * field->size : 0);
        if (path.empty() && (!field->record || field->kind == Kind::packed)) return Place{&*field, at, int(flag)};
        if (path.empty() || !field->record)
            return no_such_field(whole_path,
                                 field->record ? std::format("a field of {}", field->record->name) : std::string(field->name));
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
    Check check{file, problems, limit};
    each(schema, 0, Trail{}, check);
    return problems;
}

std::vector<Difference> diff(const Schema& schema, ByteView before, ByteView after) {
    std::vector<Difference> differences;
    if (before.size() < schema.size || after.size() < schema.size) return differences;
    each(schema, 0, Trail{}, Comparison{before, after, differences});
    return differences;
}

}  // namespace groovebench
