// What the reference knows of a kind of file: every record with the place, size, meaning, range and evidence of its
// fields, made of the table that reads the file itself.
#include <imgui.h>

#include <algorithm>

#include "bytes/format.h"
#include "panels/file_pages.h"

namespace groovebench::app {
namespace {

constexpr float row_height = 22;

// Where the columns begin, in mock-up pixels.
struct Columns {
    float width, meaning, range;
    float meaning_width() const { return range - meaning - 12; }
};
Columns columns() {
    const float width = (ui::width_left() - ImGui::GetStyle().ScrollbarSize) / ui::look().scale;
    return {width, 300, std::max(420.0f, width - 250)};
}

ui::Tone tone_of_word(std::string_view evidence) {
    for (int i = 0; i <= int(Evidence::unknown); i++)
        if (word(Evidence(i)) == evidence) return tone_of(Evidence(i));
    return ui::Tone::faint;
}

void format_row(const FormatRow& row, int number, const Columns& at) {
    const std::string& title = row.name.empty() ? row.meaning : row.name;
    ui::list_row(fmt::format("{}###format-{}", title, number).c_str(), {.height = row_height, .stripe = row.heading});
    if (row.heading) {
        ui::row_text(6, row.name, ui::Tone::text, ui::Face::bold);
        return ui::row_text(at.meaning, row.meaning, ui::Tone::faint, ui::Face::small);
    }
    const bool keyed = !row.place.empty() && !row.place.starts_with("0x") && !row.place.starts_with("bit");
    ui::row_text(6, row.place, ui::Tone::faint, ui::Face::mono_small, keyed ? 126 : 66);
    if (!keyed) ui::row_text(76, row.size, ui::Tone::soft, ui::Face::mono_small, 72);
    ui::row_text(keyed ? 136 : 152, row.name, ui::Tone::text, ui::Face::body, 140);
    ui::row_text(at.meaning, row.meaning, ui::Tone::soft, ui::Face::small);
    ui::row_text(at.range, row.range, ui::Tone::soft, ui::Face::small, at.width - at.range - 72);
    ui::row_text(at.width - 64, row.evidence, tone_of_word(row.evidence), ui::Face::small);
    if (!row.range.empty()) ui::tooltip(row.range);
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
