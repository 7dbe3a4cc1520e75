#include "session/format_rows.h"

#include <algorithm>
#include <utility>

#include "bytes/format.h"
#include "octatrack/arrangement.h"
#include "octatrack/project_settings.h"
#include "schema/markdown.h"
#include "session/file_rows.h"
#include "widgets/words.h"

namespace groovebench::app {
namespace {

// The longest beginning that fits, cut between words; at least one word.
std::string_view first_line(std::string_view words, float width) {
    if (ui::text_width(words, ui::Face::small) <= width) return words;
    std::size_t fits = words.find(' ');
    for (std::size_t next = fits; next != words.npos; next = words.find(' ', next + 1)) {
        if (ui::text_width(words.substr(0, next), ui::Face::small) > width) break;
        fits = next;
    }
    return words.substr(0, fits);
}

std::string size_words(const Field& field) {
    if (field.bits && field.kind != Kind::flags) return fmt::format("{} bits", field.bits);
    return field.is_array ? fmt::format("{} × {}", field.count, field.size) : std::to_string(field.size);
}

std::string_view next_line(std::string_view& text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    return line;
}

// The cells of a line of a Markdown table, without the marks of code.
std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells(1);
    for (std::size_t i = 1; i < line.size(); i++) {
        if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|')
            cells.back() += line[++i];
        else if (line[i] == '|')
            cells.emplace_back();
        else if (line[i] != '`')
            cells.back() += line[i];
    }
    cells.pop_back();
    for (std::string& cell : cells) {
        cell.erase(0, cell.find_first_not_of(' '));
        cell.erase(cell.find_last_not_of(' ') + 1);
    }
    return cells;
}

// The columns of a table by their heads.
FormatRow row_of(const std::vector<std::string>& heads, const std::vector<std::string>& cells) {
    FormatRow row;
    const std::pair<std::string_view, std::string FormatRow::*> places[] = {
        {"offset", &FormatRow::place},     {"key", &FormatRow::place},       {"size", &FormatRow::size},
        {"field", &FormatRow::name},       {"meaning", &FormatRow::meaning}, {"range", &FormatRow::range},
        {"evidence", &FormatRow::evidence}};
    for (std::size_t i = 0; i < std::min(heads.size(), cells.size()); i++)
        for (const auto& [head, place] : places)
            if (head == heads[i]) row.*place = cells[i];
    return row;
}

}  // namespace

bool FormatRows::wants_page(const FileForm& form) const { return !form.format.empty() && page_of != form.format; }

void FormatRows::page_asked(const FileForm& form) { page_of = form.format, page.clear(), stale = true; }

void FormatRows::told(std::string_view markdown) { page = markdown, stale = true; }

const std::vector<FormatRow>& FormatRows::of(const FileForm& form, float meaning_width) {
    if (!stale && table == form.table && width == meaning_width) return rows;
    rows.clear(), records.clear(), table = form.table, width = meaning_width, stale = false;
    if (form.is_text)
        for (const octatrack::Setting& setting : octatrack::settings()) add_field(setting.field, std::string(setting.key));
    if (table) add_record(*table);
    if (table == &schema<octatrack::Arrangement>)
        for (const Schema* row : {&schema<octatrack::PatternRow>, &schema<octatrack::LoopRow>, &schema<octatrack::ReminderRow>})
            add_record(*row);
    add_page(page);
    return rows;
}

void FormatRows::add(FormatRow row) {
    const std::string meaning = std::exchange(row.meaning, {});
    rows.push_back(std::move(row));
    std::string_view rest = meaning;
    for (bool first = true; !rest.empty(); first = false) {
        const std::string_view line = first_line(rest, width);
        if (!first) rows.push_back({});
        rows.back().meaning = line;
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
}

void FormatRows::add_field(const Field& field, std::string place) {
    add({.place = std::move(place),
         .size = size_words(field),
         .name = std::string(field.name),
         .meaning = std::string(field.note),
         .range = field.kind == Kind::choice ? list_words(field.words) : range_words(field),
         .evidence = std::string(word(field.evidence))});
}

void FormatRows::add_record(const Schema& record) {
    if (std::ranges::find(records, &record) != records.end()) return;
    records.push_back(&record);
    rows.push_back({.heading = true, .name = std::string(record.name), .meaning = fmt::format("{} bytes", record.size)});
    for (const Field& field : record.fields) {
        const bool part = field.bits && field.kind != Kind::flags;
        add_field(field, part ? fmt::format("bit {}", field.bit) : fmt::format("0x{:X}", field.offset));
    }
    for (const Field& field : record.fields)
        if (field.record) add_record(*field.record);
}

void FormatRows::add_page(std::string_view markdown) {
    std::vector<std::string> heads;
    while (!markdown.empty()) {
        const std::string_view line = next_line(markdown);
        if (line.starts_with("#")) {
            heads.clear();
            const std::string_view name = line.substr(std::min(line.find_first_not_of("# "), line.size()));
            rows.push_back({.heading = true, .name = std::string(name)});
        } else if (!line.starts_with("|")) {
            if (!line.empty()) add({.meaning = std::string(line)});
        } else if (heads.empty()) {
            heads = cells_of(line);
        } else if (line.find("---") == line.npos) {
            add(row_of(heads, cells_of(line)));
        }
    }
}

}  // namespace groovebench::app
