// A row of the pattern editor: badge, who plays, sixteen steps. What a press does is in step_press.h.
#include "panels/pattern_rows.h"

#include <imgui.h>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "panels/commands.h"
#include "panels/slot_drag.h"
#include "panels/step_press.h"
#include "session/pattern_edits.h"
#include "session/slot_names.h"
#include "session/step_words.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

constexpr float label_width = 104, scrollbar = 14;

ui::Trig look_of(const StepFacts& facts, int row) {
    switch (facts.trig) {
        case TrigType::trig:
            return row < 8 ? ui::Trig::trig : ui::Trig::midi;
        case TrigType::one_shot:
            return ui::Trig::oneshot;
        case TrigType::trigless_trig:
        case TrigType::trigless_lock:
            return row < 8 ? ui::Trig::lock : ui::Trig::midi_lock;
        case TrigType::none:
            break;
    }
    return facts.recorder ? ui::Trig::recorder : ui::Trig::none;
}

void step(Session& session, const PatternShown& shown, int row, int number, ImVec2 size) {
    const Selection& at = session.selection;
    const StepFacts& facts = shown.steps.rows[std::size_t(row)][std::size_t(number)];
    const ui::StepLook look = {.trig = look_of(facts, row),
                               .plocks = facts.locked,
                               .micro = facts.micro_timing,
                               .repeats = facts.repeats > 1 ? facts.repeats : 0,
                               .words = facts.words,
                               .short_words = facts.short_words,
                               .off_beat = (number / 4) % 2 == 1,
                               .dead = facts.dead,
                               .selected = at.row == row && at.has_step(number),
                               .swing = facts.slide || (facts.swing && facts.trig != TrigType::none)};
    const char side = row < 8 ? 'T' : 'M';
    const int track = (row & 7) + 1;
    const ui::Name label = ui::name("%c%d step %d###%c%d-s%d", side, track, number + 1, side, track, number + 1);
    const ui::StepEvent event = ui::step_cell(label, size, look);
    if (event.pressed)
        press_step(session, shown.pattern, row, number, event);
    else if (event.over)
        paint_step(session, shown.pattern, row, number);
    if (event.hovered) session.views.pointed = step_words(session, row, number);
    if (event.context) open_step_menu(session, row, number);
    if (row < 8) take_slot_on_step(session, row, number);
}

void who_plays(Session& session, const PatternShown& shown, int row, ImVec2 at, float height) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float width = ui::px(label_width);
    if (row >= 8) {
        const MidiSetup& setup = shown.part.midi_setup[row - 8];
        const std::string words = setup.chan == 0 ? "off" : fmt::format("CH {}", int(setup.chan));
        return ui::draw_words(list, {at.x, at.y + height / 2}, words, ui::ink(setup.chan == 0 ? ui::Tone::faint : ui::Tone::soft),
                              ui::Face::small, width);
    }
    std::string below(word_of(machine_words, machine_of(shown.part, row)));
    if (shown.pattern.tail.scale_mode == 1 && row_length(shown.pattern, row) != 16)
        below += fmt::format(" · {} steps", row_length(shown.pattern, row));
    ui::draw_words(list, {at.x, at.y + height / 2 - ui::px(8)}, playing_name(session, shown.part, row), ui::ink(ui::Tone::text),
                   ui::Face::medium, width);
    ui::draw_words(list, {at.x, at.y + height / 2 + ui::px(8)}, below, ui::ink(ui::Tone::faint), ui::Face::small, width);
}

void badge(Session& session, int row, bool selected) {
    const std::string label = fmt::format("{}###track-{}", row_name(row), row_name(row));
    const ui::StepEvent event = ui::track_badge(label.c_str(), selected, row >= 8);
    if (event.pressed || event.context) session.selection.row = row, session.selection.steps = 0;
    if (event.context) ui::open_menu("track-menu");
    if (row < 8) take_slot_on_track(session, row);
}

}  // namespace

ui::StepGrid step_grid(float panel_width) { return {.width = panel_width - ui::px(row_steps_x + scrollbar), .count = 16}; }

void pattern_row(Session& session, const PatternShown& shown, int row) {
    const bool small = row >= 8, selected = session.selection.row == row;
    const float height = ui::px(small ? 30 : 46), cell = ui::px(small ? look::midi_step_height : look::step_height);
    if (row == 8) ui::space(6);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    if (selected)
        ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height}, ui::colours().row, ui::px(look::radius));

    ImGui::SetCursorScreenPos({at.x + ui::px(6), at.y + (height - ui::px(small ? 22 : 26)) / 2});
    badge(session, row, selected);
    who_plays(session, shown, row, {at.x + ui::px(row_label_x), at.y}, height);

    const float steps_x = ui::px(row_steps_x);
    const ui::StepGrid grid = step_grid(ImGui::GetWindowWidth());
    const int first = session.selection.page * 16;
    for (int i = 0; i < 16; i++) {
        ImGui::SetCursorScreenPos({at.x + steps_x + grid.x(i), at.y + (height - cell) / 2});
        step(session, shown, row, first + i, {grid.step_width(), cell});
    }
    ImGui::SetCursorScreenPos({at.x, at.y + height + ui::px(1)});
    ImGui::Dummy({0, 0});
}

}  // namespace groovebench::app
