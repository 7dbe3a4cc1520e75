#include "schema/markdown.h"

#include <algorithm>
#include <vector>

#include "bytes/format.h"
#include "schema/constant.h"
#include "schema/values.h"

namespace groovebench {
namespace {

constexpr std::size_t most_words_in_a_cell = 8;

bool has_long_list(const Field& field) { return field.words.size() > most_words_in_a_cell; }

void gather(const Schema& schema, std::vector<const Schema*>& records) {
    if (std::ranges::find(records, &schema) != records.end()) return;
    records.push_back(&schema);
    for (const Field& field : schema.fields)
        if (field.kind == Kind::record) gather(*field.record, records);
}

std::string size_cell(const Field& field) {
    return field.is_array ? fmt::format("{} × {}", field.count, field.size) : fmt::format("{}", field.size);
}

std::string name_cell(const Field& field) {
    return field.is_array ? fmt::format("`{}[1…{}]`", field.name, field.count) : fmt::format("`{}`", field.name);
}

void add_row(std::string& out, std::string_view offset, std::string_view size, std::string_view name, const Field& field) {
    out += fmt::format("| {} | {} | {} | {} | {} | {} |\n", offset, size, name, cell(meaning_words(field)),
                       cell(range_words(field)), word(field.evidence));
}

// The parts of a packed field follow it, with their bits in the place of bytes.
void add_parts(std::string& out, const Field& packed) {
    for (const Field& part : packed.record->fields) {
        const std::string bits =
            part.bits == 1 ? fmt::format("bit {}", part.bit) : fmt::format("bits {}–{}", part.bit, part.bit + part.bits - 1);
        add_row(out, "", bits, fmt::format("`….{}`", part.name), part);
    }
}

void add_lists(std::string& out, const Schema& schema) {
    for (const Field& field : schema.fields) {
        if (field.kind == Kind::packed) add_lists(out, *field.record);
        if (has_long_list(field)) out += fmt::format("\n`{}`: {}.\n", field.name, list_words(field.words));
    }
}

void add_record(std::string& out, const Schema& schema, std::string_view heading) {
    out += fmt::format("{} {}\n\n{} bytes.\n\n", heading, schema.name, schema.size);
    out += "| offset | size | field | meaning | range | evidence |\n| ---: | ---: | --- | --- | --- | --- |\n";
    for (const Field& field : schema.fields) {
        add_row(out, fmt::format("0x{:X}", field.offset), size_cell(field), name_cell(field), field);
        if (field.kind == Kind::packed) add_parts(out, field);
    }
    add_lists(out, schema);
    out += '\n';
}

}  // namespace

std::string cell(std::string_view text) {
    std::string out;
    for (char c : text)
        if (c == '|')
            out += "\\|";
        else
            out += c;
    return out;
}

std::string list_words(std::span<const Word> words) {
    std::string out;
    for (const Word& word : words) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", word.value, word.word);
    return out;
}

std::string meaning_words(const Field& field) {
    const std::string_view unit = word(field.unit);
    return unit.empty() ? std::string(field.note) : fmt::format("{} ({})", field.note, unit);
}

std::string range_words(const Field& field) {
    switch (field.kind) {
        case Kind::record:
            return fmt::format("see {}", field.record->name);
        case Kind::packed:
            return "parts below";
        case Kind::flags:
            return fmt::format("{} flags", field.bits);
        case Kind::text:
            return fmt::format("{} characters", field.size);
        case Kind::constant:
            return fmt::format("always {}", constant_text(field));
        case Kind::unknown:
            return "kept";
        case Kind::choice:
            return has_long_list(field) ? "a list, below" : list_words(field.words);
        default:
            break;
    }
    if (field.is_float) return "a float";
    const std::string raw = fmt::format("{} to {}", field.min, field.max);
    const std::string shown = fmt::format("{} to {}", shown_number(field, field.min), shown_number(field, field.max));
    const std::string none = field.none == no_none ? "" : fmt::format(", {} is none", field.none);
    return (raw == shown ? raw : fmt::format("{}, shown as {}", raw, shown)) + none;
}

std::string markdown(const Schema& schema, std::span<const Schema* const> also) {
    std::vector<const Schema*> records;
    gather(schema, records);
    for (const Schema* record : also) gather(*record, records);
    std::string out;
    for (const Schema* record : records) add_record(out, *record, record == &schema ? "#" : "##");
    out.pop_back();
    return out;
}

}  // namespace groovebench
