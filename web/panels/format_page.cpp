// What the reference knows of a kind of file: every record with the place, size, meaning, range and evidence of its
// fields, made of the table that reads the file itself.
#include <imgui.h>

#include <algorithm>

#include "bytes/format.h"
#include "panels/file_pages.h"

namespace groovebench::app {
namespace {

constexpr float row_height = 22;

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

// Where the columns begin, in mock-up pixels.
struct Columns {
    float width, meaning, range;
    float meaning_width() const { return range - meaning - 12; }
};
Columns columns() {
    const float width = (ui::width_left() - ImGui::GetStyle().ScrollbarSize) / ui::look().scale;
    return {width, 300, std::max(420.0f, width - 250)};
}

void place_cells(const FormatRow& row) {
    const Field& field = *row.field;
    const bool part = field.bits && field.kind != Kind::flags, keyed = !row.key.empty();
    const std::string place = keyed  ? std::string(row.key)
                              : part ? fmt::format("bit {}", field.bit)
                                     : fmt::format("0x{:X}", field.offset);
    ui::row_text(6, place, ui::Tone::faint, ui::Face::mono_small, keyed ? 126 : 66);
    if (!keyed) ui::row_text(76, size_words(field), ui::Tone::soft, ui::Face::mono_small);
    ui::row_text(keyed ? 136 : 152, field.name, ui::Tone::text, ui::Face::body, 140);
}

void format_row(const FormatRow& row, int number, const Columns& at) {
    const std::string_view name = row.record ? row.record->name : row.field ? row.field->name : row.meaning;
    ui::list_row(fmt::format("{}###format-{}", name, number).c_str(), {.height = row_height, .stripe = row.record != nullptr});
    if (row.record) {
        ui::row_text(6, name, ui::Tone::text, ui::Face::bold);
        return ui::row_text(at.meaning, fmt::format("{} bytes", row.record->size), ui::Tone::faint, ui::Face::small);
    }
    ui::row_text(at.meaning, row.meaning, ui::Tone::soft, ui::Face::small);
    if (!row.field) return;
    place_cells(row);
    const std::string range = range_words(*row.field);
    ui::row_text(at.range, range, ui::Tone::soft, ui::Face::small, at.width - at.range - 72);
    ui::row_text(at.width - 64, word(row.field->evidence), tone_of(row.field->evidence), ui::Face::small);
    ui::tooltip(range);
}

}  // namespace

void format_page(Session& session) {
    FileView& view = session.views.file;
    const Columns at = columns();
    const auto& rows = view.format.of(view.rows.form(), ui::px(at.meaning_width()));
    if (ui::begin_scroll("format-rows")) {
        ImGuiListClipper clipper;
        clipper.Begin(int(rows.size()), ui::px(row_height));
        while (clipper.Step())
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; i++) format_row(rows[std::size_t(i)], i, at);
    }
    ui::end_scroll();
}

}  // namespace groovebench::app
