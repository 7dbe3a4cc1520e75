// Every field of a file as a table: name, value, unit, meaning, evidence, place. Records fold; a search over names, meanings
// and values keeps what fits; values change in their place where the reference allows it.
#include <imgui.h>

#include <algorithm>

#include "bytes/format.h"
#include "panels/field_value.h"
#include "panels/fields_keys.h"
#include "panels/file_pages.h"
#include "session/file_edits.h"

namespace groovebench::app {
namespace {

constexpr float indent = 14, row_height = field_row_height;

// Where the columns begin, in mock-up pixels.
struct Columns {
    float value, unit, note, evidence, offset;
    bool has_room_for_note() const { return evidence - note > 60; }  // else the status bar says it
};
Columns columns() {
    const float width = (ui::width_left() - ImGui::GetStyle().ScrollbarSize) / ui::look().scale,
                name = std::clamp(width * 0.34f, 150.0f, 300.0f);
    return {name, name + 116, name + 176, width - 138, width - 66};
}

// The end of a long path tells more than its beginning.
std::string shortened(std::string_view path, float width) {
    if (ui::text_width(path) <= width) return std::string(path);
    while (!path.empty() && ui::text_width(path) + ui::text_width("…") > width) path.remove_prefix(1);
    return "…" + std::string(path);
}

void name_cell(const FileRow& row, bool found, const Columns& at) {
    const float left = 6 + float(row.depth) * indent;
    if (row.folds) ui::row_icon(left, row.open ? ui::Icon::down : ui::Icon::right, ui::Tone::faint, 12);
    const bool sure = !row.field || row.field->evidence <= Evidence::stated;
    const float width = at.value - left - 22;
    ui::row_text(left + 16, found ? shortened(row.path, ui::px(width)) : std::string(row.name()),
                 row.folds || sure ? ui::Tone::text : ui::Tone::faint, ui::Face::body, width);
}

// What is typed in the place of the value; put when it ends.
void typed_value(Session& session, const FileRow& row) {
    FileView& view = session.views.file;
    const std::string label = fmt::format("value of {}###typed-value", row.path);
    const auto edit = ui::text_field(label.c_str(), view.typed, "", ui::px(110), 0, !view.typing_begun);
    if (edit.committed) put_typed(session, session.selection.file, row, view.typed);
    if (edit.committed || edit.cancelled || (view.typing_begun && !edit.active)) view.typing = false;
    view.typing_begun |= edit.active;
}

void value_cell(Session& session, const FileRow& row, const std::string& words, const Columns& at) {
    const std::string path = session.selection.file, id = "field-" + row.path;
    const FileView& view = session.views.file;
    const ImVec2 low = ui::row_min();
    ImGui::SetCursorScreenPos({low.x + ui::px(at.value), low.y});
    ui::line(row_height);
    if (view.typing && view.field == row.path) {
        typed_value(session, row);
    } else if (row.flag >= 0) {
        bool on = words == "on";
        if (ui::checkbox(fmt::format("{}###{}", words, id).c_str(), on)) put_value(session, path, row, on);
    } else {
        const i64 number = row.told          ? row.number
                           : row.key.known() ? row.key.number
                                             : groovebench::number(row.place(), session.document.bytes(path));
        const FieldShown shown{.field = *row.field,
                               .value = number,
                               .shown = words,
                               .name = id,
                               .width = ui::px(112),
                               .held = row.told ? &session.views.file.held : nullptr};
        field_value(session, shown, [&](i64 value) { put_value(session, path, row, value); });
    }
    ImGui::SetCursorScreenPos({low.x, low.y + ui::px(row_height)});
}

void meaning_cells(const FileRow& row, const Columns& at) {
    const float note = at.evidence - at.note - 10;
    if (!row.field && row.folds) return;
    if (!at.has_room_for_note() && !row.field) return;
    if (!row.field && row.told) return ui::row_text(at.note, row.note, ui::Tone::soft, ui::Face::small, note);
    if (!row.field) return ui::row_text(at.note, "not in the reference", ui::Tone::faint, ui::Face::small, note);
    if (at.has_room_for_note()) ui::row_text(at.note, row.field->note, ui::Tone::soft, ui::Face::small, note);
    ui::row_text(at.evidence, word(row.field->evidence), tone_of(row.field->evidence), ui::Face::small);
    if (!row.folds) ui::row_text(at.unit, word(row.field->unit), ui::Tone::faint, ui::Face::small, at.note - at.unit - 6);
}

// A row becomes editable a moment after it was chosen: the second half of a double click is not for the value.
bool takes_value(const Session& session, const FileRow& row) {
    const FileView& view = session.views.file;
    if (view.typing) return true;
    const double since = session.now - view.chosen_at;
    if (since < 0.4) ui::wake_in(0.4 - since);
    const bool turns = !row.told || row.plain || (row.field && row.field->kind == Kind::choice);
    return row.field && row.field->kind != Kind::text && !row.field->is_float && turns && since >= 0.4;
}

void field_row(Session& session, const FileRow& row, const Columns& at) {
    FileView& view = session.views.file;
    const ByteView file = session.document.bytes(session.selection.file);
    const bool chosen = view.field == row.path, found = !view.filter.empty();
    const std::string words = value_words(row, file);
    const auto event = ui::list_row(fmt::format("{} {}###row-{}", row.name(), words, row.path).c_str(),
                                    {.selected = chosen, .height = row_height});
    name_cell(row, found, at);
    meaning_cells(row, at);
    if (row.offset != Problem::nowhere) ui::row_text(at.offset, address_words(row.offset), ui::Tone::faint, ui::Face::mono_small);
    const bool can = can_edit(row) && session.document.read_only(session.selection.file).empty();
    if (event.hovered)
        session.views.pointed = row.field          ? fmt::format("{} · {}", row.path, row.field->note)
                                : row.note.empty() ? row.path
                                                   : fmt::format("{} · {}", row.path, row.note);
    if (event.clicked) {
        choose_field(session, row);
        if (row.folds) return view.rows.fold(row);
        if (can && event.opened) begin_typing(view, words);
    }
    if (can && (row.flag >= 0 || (chosen && takes_value(session, row)))) return value_cell(session, row, words, at);
    ui::row_text(at.value, words, row.folds || !can ? ui::Tone::faint : ui::Tone::text, ui::Face::mono,
                 (row.folds ? at.evidence : at.unit) - at.value - 6);
}

void table_head(const Columns& at) {
    const ImVec2 left = ImGui::GetCursorScreenPos();
    const std::pair<const char*, float> heads[] = {{"Field", 6},         {"Value", at.value},       {"Unit", at.unit},
                                                   {"Meaning", at.note}, {"Evidence", at.evidence}, {"At", at.offset}};
    for (const auto& [words, x] : heads) {
        if (x == at.note && !at.has_room_for_note()) continue;
        ImGui::SetCursorScreenPos({left.x + ui::px(x), left.y});
        ui::line(22);
        ui::text(words, ui::Tone::faint, ui::Face::small_bold);
    }
    ImGui::SetCursorScreenPos({left.x, left.y + ui::px(24)});
    ImGui::Dummy({0, 0});
}

}  // namespace

void fields_page(Session& session) {
    FileView& view = session.views.file;
    const FileShown file = session.file_shown();
    const bool was_typing = view.typing;
    const bool searching = search_fields(session, view.rows.of(file, view.filter));
    const Columns at = columns();
    table_head(at);
    if (ui::begin_scroll("field-rows")) {
        if (!was_typing && !searching) use_field_keys(session, view.rows.of(file, view.filter));
        const auto& shown = view.rows.of(file, view.filter);
        follow_field(view, shown);
        ImGuiListClipper clipper;
        clipper.Begin(int(shown.size()), ui::px(row_height));
        while (clipper.Step())
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd && i < int(shown.size()); i++)
                field_row(session, shown[std::size_t(i)], at);
        if (shown.empty() && !view.rows.searching() && !view.rows.waits())
            ui::paragraph("No field of that name, meaning or value.");
    }
    ui::end_scroll();
}

}  // namespace groovebench::app
