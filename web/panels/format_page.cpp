// What the reference knows of a kind of file: every record with the place, size, meaning, range and evidence of its
// fields, made of the table that reads the file itself.
#include <imgui.h>

#include <algorithm>

#include "bytes/format.h"
#include "octatrack/arrangement.h"
#include "octatrack/project_settings.h"
#include "panels/file_pages.h"

namespace groovebench::app {
namespace {

// A heading, or a field below it.
struct Line {
    const Schema* record = nullptr;
    const Field* field = nullptr;
    std::string_view key = {};  // of a text, in place of the offset
};

void add_record(std::vector<Line>& lines, const Schema& record) {
    if (std::ranges::find(lines, &record, &Line::record) != lines.end()) return;
    lines.push_back({&record});
    for (const Field& field : record.fields) lines.push_back({nullptr, &field});
    for (const Field& field : record.fields)
        if (field.record) add_record(lines, *field.record);
}

std::vector<Line> lines_of(const FileForm& form) {
    std::vector<Line> lines;
    if (form.is_text)
        for (const octatrack::Setting& setting : octatrack::settings()) lines.push_back({nullptr, &setting.field, setting.key});
    if (!form.table) return lines;
    add_record(lines, *form.table);
    if (form.table == &schema<octatrack::Arrangement>)
        for (const Schema* row : {&schema<octatrack::PatternRow>, &schema<octatrack::LoopRow>, &schema<octatrack::ReminderRow>})
            add_record(lines, *row);
    return lines;
}

std::string size_words(const Field& field) {
    if (field.bits && field.kind != Kind::flags) return fmt::format("{} bits", field.bits);
    return field.is_array ? fmt::format("{} × {}", field.count, field.size) : std::to_string(field.size);
}

// "0 to 127", "OFF, ON, AUTO", what a constant is.
std::string range_words(const Field& field) {
    switch (field.kind) {
        case Kind::choice: {
            std::string words;
            for (const Word& word : field.words) words += fmt::format("{}{} {}", words.empty() ? "" : ", ", word.value, word.word);
            return words;
        }
        case Kind::ranged: {
            const std::string range = fmt::format("{} to {}", shown_number(field, field.min), shown_number(field, field.max));
            return field.none == no_none ? range : range + fmt::format(", or {} for none", field.none);
        }
        case Kind::flags:
            return fmt::format("{} flags", field.bits);
        case Kind::text:
            return "characters";
        case Kind::constant: {
            std::string words;
            for (const char c : field.expected) words += c >= ' ' && c <= '~' ? std::string(1, c) : fmt::format("\\x{:02X}", u8(c));
            return words;
        }
        case Kind::record:
        case Kind::packed:
            return std::string(field.record->name);
        case Kind::number:
        case Kind::unknown:
            return "any";
    }
    return {};
}

void format_row(const Line& line, int number) {
    const float width = ui::width_left() / ui::look().scale, note = 300, range = std::max(note + 120, width - 250);
    if (line.record) {
        ui::list_row(fmt::format("{}###format-{}", line.record->name, number).c_str(), {.height = 24, .stripe = true});
        ui::row_text(6, line.record->name, ui::Tone::text, ui::Face::bold);
        return ui::row_text(note, fmt::format("{} bytes", line.record->size), ui::Tone::faint, ui::Face::small);
    }
    const Field& field = *line.field;
    ui::list_row(fmt::format("{}###format-{}", field.name, number).c_str(), {.height = 24});
    const bool part = field.bits && field.kind != Kind::flags;
    const std::string place = !line.key.empty() ? std::string(line.key)
                              : part            ? fmt::format("bit {}", field.bit)
                                                : fmt::format("0x{:X}", field.offset);
    const std::string words = range_words(field);
    ui::row_text(6, place, ui::Tone::faint, ui::Face::mono_small, line.key.empty() ? 66 : 126);
    if (line.key.empty()) ui::row_text(76, size_words(field), ui::Tone::soft, ui::Face::mono_small);
    ui::row_text(line.key.empty() ? 152 : 136, field.name, ui::Tone::text, ui::Face::body, 140);
    ui::row_text(note, field.note, ui::Tone::soft, ui::Face::small, range - note - 8);
    ui::row_text(range, words, ui::Tone::soft, ui::Face::small, width - range - 72);
    ui::row_text(width - 64, word(field.evidence), tone_of(field.evidence), ui::Face::small);
    ui::tooltip(fmt::format("{}\n{}", field.note, words));
}

}  // namespace

void format_page(Session& session) {
    const auto lines = lines_of(session.views.file.rows.form());
    if (ui::begin_scroll("format-rows")) {
        ImGuiListClipper clipper;
        clipper.Begin(int(lines.size()), ui::px(24));
        while (clipper.Step())
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; i++) format_row(lines[std::size_t(i)], i);
    }
    ui::end_scroll();
}

}  // namespace groovebench::app
