#include "session/format_rows.h"

#include <algorithm>

#include "octatrack/arrangement.h"
#include "octatrack/project_settings.h"
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

}  // namespace

const std::vector<FormatRow>& FormatRows::of(const FileForm& form, float meaning_width) {
    if (!rows.empty() && table == form.table && width == meaning_width) return rows;
    rows.clear(), table = form.table, width = meaning_width;
    if (form.is_text)
        for (const octatrack::Setting& setting : octatrack::settings()) add({nullptr, &setting.field, setting.key}, width);
    if (!table) return rows;
    add_record(*table, width);
    if (table == &schema<octatrack::Arrangement>)
        for (const Schema* row : {&schema<octatrack::PatternRow>, &schema<octatrack::LoopRow>, &schema<octatrack::ReminderRow>})
            add_record(*row, width);
    return rows;
}

void FormatRows::add(const FormatRow& row, float meaning_width) {
    rows.push_back(row);
    std::string_view rest = row.field->note;
    for (bool first = true; !rest.empty(); first = false) {
        const std::string_view line = first_line(rest, meaning_width);
        if (!first) rows.push_back({});
        rows.back().meaning = line;
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
}

void FormatRows::add_record(const Schema& record, float meaning_width) {
    if (std::ranges::find(rows, &record, &FormatRow::record) != rows.end()) return;
    rows.push_back({&record});
    for (const Field& field : record.fields) add({nullptr, &field}, meaning_width);
    for (const Field& field : record.fields)
        if (field.record) add_record(*field.record, meaning_width);
}

}  // namespace groovebench::app
