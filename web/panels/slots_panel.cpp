// The slots of a project: file, length, who uses it, whether it is there. Sorts by any column, filters by
// name; Space plays what is selected.
#include <imgui_internal.h>  // keys whoever owns them

#include <algorithm>

#include "bytes/format.h"
#include "panels/commands.h"
#include "panels/panels.h"
#include "session/slot_rows.h"

namespace groovebench::app {
namespace {

constexpr float columns[] = {8, 64, 330, 430, 520, 600, 680};
constexpr const char* heads[] = {"Slot", "File", "", "Length", "Gain", "Used by", "State"};

void head(Session& session) {
    SlotView& view = session.views.slots.view;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ui::line(28);
    for (int i = 0; i < 7; i++) {
        if (!*heads[i]) continue;
        const std::string label = fmt::format("{}###sort-{}", heads[i], i);
        const int direction = view.sorted_by == i ? (view.downwards ? -1 : 1) : 0;
        if (!ui::column_head(label.c_str(), columns[i], i == 0 ? columns[1] - columns[0] : 80, direction)) continue;
        view.downwards = view.sorted_by == i && !view.downwards;
        view.sorted_by = i;
    }
    ImGui::SetCursorScreenPos({at.x, at.y + ui::px(28)});
    ImGui::Dummy({0, 0});
}

void controls(Session& session) {
    SlotView& view = session.views.slots.view;
    ui::line(52);
    ui::text("Slots", ui::Tone::text, ui::Face::big);
    ui::same(16);
    for (const auto pool : {octatrack::Pool::flex, octatrack::Pool::static_pool}) {
        const bool flex = pool == octatrack::Pool::flex;
        if (ui::chip_button(flex ? "Flex###pool-flex" : "Static###pool-static", view.pool == pool)) view.pool = pool;
        ui::same(4);
    }
    ui::same(12);
    ui::toggle("used only###slots-used", view.used_only);
    ui::same(16);
    ui::search_box("Filter slots###slot-filter", view.filter, "filter by name", nullptr, ui::px(220));
    if (const int missing = session.missing_samples()) {
        const std::string words = fmt::format("{} missing", missing);
        ui::from_right(ui::text_width(words));
        ui::text(words, ui::Tone::bad);
    }
}

void picture(Session& session, const SlotRow& row) {
    if (row.file.empty()) return;
    const SoundPicture& sound = session.sounds.picture(row.file);
    if (sound.state != SoundPicture::State::known) return;
    const ImVec2 low = ui::row_min(), high = ui::row_max();
    ui::draw_wave(*ImGui::GetWindowDrawList(), {low.x + ui::px(columns[2]), low.y + ui::px(3)},
                  {ui::px(84), high.y - low.y - ui::px(6)}, sound.peaks, ui::colours().faint);
}

void slot_row(Session& session, const SlotRow& row) {
    const std::string label = fmt::format("{} {}###slot-{}", octatrack::label(row.slot), row.name, octatrack::label(row.slot));
    const auto event = ui::list_row(label.c_str(), {.selected = session.selection.slot == row.slot});
    const bool empty = row.name.empty();
    ui::row_text(columns[0], octatrack::label(row.slot), ui::Tone::faint, ui::Face::mono);
    ui::row_text(columns[1], empty ? (row.slot.recorder() ? "recorder" : "empty") : row.name,
                 empty ? ui::Tone::faint : ui::Tone::text, ui::Face::body, 250);
    picture(session, row);
    ui::row_text(columns[3], row.length, ui::Tone::soft, ui::Face::mono);
    ui::row_text(columns[4], row.gain, ui::Tone::soft, ui::Face::mono);
    ui::row_text(columns[5], row.uses ? std::to_string(row.uses) : "", ui::Tone::soft, ui::Face::mono);
    ui::row_text(columns[6], row.state, row.bad ? ui::Tone::bad : ui::Tone::soft, ui::Face::small);
    if (event.clicked || event.context || event.focused) session.selection.slot = row.slot;
    const bool by_space = event.focused && ImGui::IsKeyPressed(ImGuiKey_Space, false);
    if (event.opened || by_space) run_command(session, "audition");
    if (event.context) ui::open_menu("slot-menu");
    if (event.hovered && !empty) session.views.pointed = fmt::format("{} · {}", octatrack::label(row.slot), row.path);
}

void slot_menu(Session& session) {
    if (!ui::begin_menu("slot-menu")) return;
    for (const char* id : {"audition", "fields"}) command_item(session, id);
    ui::menu_rule();
    command_item(session, "remove");
    ui::end_menu();
}

// Up and down among the rows; the one that is chosen stays in sight.
void move_with_keys(Session& session, const std::vector<SlotRow>& rows) {
    const bool ours = !ui::keyboard_taken() && !ui::keyboard_on_widget() && !ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopup);
    if (rows.empty() || !ours) return;
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, ImGuiKeyOwner_Any); };
    const int by = int(pressed(ImGuiKey_DownArrow)) - int(pressed(ImGuiKey_UpArrow));
    if (pressed(ImGuiKey_Enter)) run_command(session, "audition");
    if (!by) return;
    const auto found = std::ranges::find_if(rows, [&](const SlotRow& row) { return session.selection.slot == row.slot; });
    const int last = int(rows.size()) - 1, from = found == rows.end() ? -1 : int(found - rows.begin());
    const int to = std::clamp(from + by, 0, last);
    session.selection.slot = rows[std::size_t(to)].slot;
    const float row = ui::px(26), top = float(to) * row, height = ImGui::GetWindowHeight();
    if (top < ImGui::GetScrollY()) ImGui::SetScrollY(top);
    if (top + row > ImGui::GetScrollY() + height) ImGui::SetScrollY(top + row - height);
}

}  // namespace

void slots_panel(Session& session) {
    if (!session.project.text())
        return ui::empty_state(ui::Icon::wave, "No slots to show", session.files.failure(session.project.text_path()));
    controls(session);
    head(session);
    if (ui::begin_scroll("slot-rows")) {
        const auto& rows = session.views.slots.rows(session);
        ImGuiListClipper clipper;
        clipper.Begin(int(rows.size()), ui::px(26));
        while (clipper.Step())
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; i++) slot_row(session, rows[std::size_t(i)]);
        move_with_keys(session, rows);
        slot_menu(session);
        if (rows.empty())
            ui::paragraph(session.views.slots.view.filter.empty() ? "No slot holds a sample." : "No slot of that name.");
    }
    ui::end_scroll();
}

}  // namespace groovebench::app
