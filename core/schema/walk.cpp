#include "schema/walk.h"

#include <cstring>

#include "bytes/format.h"
#include "schema/constant.h"

namespace groovebench {
namespace {

void spell(const Trail* trail, std::string& out) {
    if (!trail || !trail->field) return;
    spell(trail->up, out);
    if (!out.empty()) out += '.';
    out += trail->field->name;
    if (trail->field->is_array) fmt::format_to(std::back_inserter(out), "[{}]", trail->index + 1);
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
    if (field.kind == Kind::constant) return constant_text(field);
    if (field.kind == Kind::choice) return "a value of the list";
    if (field.kind == Kind::flags) return fmt::format("{} flags", field.bits);
    return field.none == no_none ? fmt::format("{} to {}", field.min, field.max)
                                 : fmt::format("{} to {}, or {} for none", field.min, field.max, field.none);
}

std::string found_text(const Field& field, std::size_t offset, ByteView file) {
    if (field.kind != Kind::constant) return std::to_string(number({&field, offset}, file));
    std::string hex;
    for (std::byte b : file.subspan(offset, field.size)) fmt::format_to(std::back_inserter(hex), "{:02X} ", u8(b));
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

}  // namespace

std::string spelled(const Trail& trail) {
    std::string out;
    spell(&trail, out);
    return out;
}

std::string Visit::path() const { return spelled(trail); }

void walk(const Schema& schema, std::size_t at, const std::function<void(const Visit&)>& visit) {
    each(schema, at, Trail{}, visit);
}

std::vector<Problem> validate(const Schema& schema, ByteView file, std::size_t limit) {
    std::vector<Problem> problems;
    if (file.size() < schema.size) {
        problems.push_back({.expected = fmt::format("{} bytes", schema.size), .found = std::to_string(file.size())});
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
