// A row of the pattern editor: badge, who plays, sixteen steps. A press on an empty step places a trig and
// goes on placing while it is dragged; a short press on a trig removes it, a long one only selects it, as
// holding the trig key does on the machine. Shift extends the selection, Ctrl adds to it.
#include "panels/pattern_rows.h"

#include <imgui.h>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "panels/commands.h"
#include "session/pattern_edits.h"
#include "session/slot_names.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

constexpr double long_press = 0.35;
constexpr float label_width = 104, badge_width = 26, label_gap = 8;

ui::Trig look_of(const Pattern& pattern, int row, int step) {
    switch (trig_at(pattern, row, step)) {
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
    return recorder_at(pattern, row, step) ? ui::Trig::recorder : ui::Trig::none;
}

// What a step says in its corner: the condition, else the note, the slice or the locked sample.
std::string words_of(const Pattern& pattern, const Part& part, int row, int step) {
    const TrigWord word = trig_word_at(pattern, row, step);
    if (condition(word)) return condition_word(condition(word));
    if (row >= 8) {
        const u8 note = lock_at(pattern, row, step, 0);
        return note != no_lock                                 ? midi_lock_shown(0, note)
               : trig_at(pattern, row, step) == TrigType::trig ? midi_lock_shown(0, part.midi[row - 8].note)
                                                               : "";
    }
    const u8 slot = lock_at(pattern, row, step, sample_lock);
    if (slot != no_lock) return slot_name(machine_of(part, row), slot);
    const u8 start = lock_at(pattern, row, step, 1);
    return start != no_lock && slices_on(part, row) ? fmt::format("s{}", slice_of(start) + 1) : "";
}

void begin_press(Session& session, const Pattern& pattern, int row, int step, const ui::StepEvent& event) {
    Selection& at = session.selection;
    Views& views = session.views;
    views.paint_row = -1;
    const bool other_row = at.row != row;
    at.row = row;
    if (event.shift || event.ctrl) {
        if (other_row)
            at.select_only(step);
        else if (event.shift)
            at.select_range(at.anchor, step);
        else
            at.steps ^= u64(1) << step, at.cursor = at.anchor = step;
        return;
    }
    views.paint_row = row;
    views.painted = u64(1) << step;
    views.pressed_at = session.now;
    views.paint_erases = trig_at(pattern, row, step) != TrigType::none;
    at.select_only(step);
    if (!views.paint_erases) {
        session.document.begin_group(fmt::format("{} {}: trigs", pattern_name(at.bank, at.pattern), row_name(row)));
        place_trig(session, row, u64(1) << step, TrigType::trig);
    }
}

// A drag that began in this row paints, or erases, every step it comes over.
void paint(Session& session, int row, int step) {
    Views& views = session.views;
    const u64 bit = u64(1) << step;
    if (views.paint_row != row || views.painted & bit) return;
    const Pattern* pattern = session.project.pattern(session.selection.bank, session.selection.pattern);
    if (views.paint_erases && std::popcount(views.painted) == 1) {
        session.document.begin_group(
            fmt::format("{} {}: remove trigs", pattern_name(session.selection.bank, session.selection.pattern), row_name(row)));
        remove_steps(session, row, views.painted);
    }
    views.painted |= bit;
    session.selection.cursor = step;
    if (views.paint_erases)
        remove_steps(session, row, bit);
    else {
        if (trig_at(*pattern, row, step) == TrigType::none) place_trig(session, row, bit, TrigType::trig);
        session.selection.steps |= bit;
    }
}

void end_press(Session& session) {
    Views& views = session.views;
    if (views.paint_row < 0 || ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
    const bool one = std::popcount(views.painted) == 1;
    const bool short_press = session.now - views.pressed_at < long_press;
    if (!views.paint_erases || !one)
        session.document.end_group();
    else if (short_press)
        remove_steps(session, views.paint_row, views.painted);
    views.paint_row = -1;
}

void step_menu(Session& session, int row) {
    if (!ui::begin_menu("step-menu") || session.selection.row != row) return;
    for (const char* id : {"trig", "trigless_trig", "trigless_lock", "one_shot", "recorder_trig", "slide", "swing"})
        command_item(session, id);
    ui::menu_rule();
    for (const char* id : {"cut", "copy", "paste", "remove", "clear_locks"}) command_item(session, id);
    ui::end_menu();
}

void step(Session& session, const Pattern& pattern, const Part& part, int row, int number, ImVec2 size) {
    const Selection& at = session.selection;
    const std::string words = words_of(pattern, part, row, number);
    const TrigWord word = trig_word_at(pattern, row, number);
    const ui::StepLook look = {.trig = look_of(pattern, row, number),
                               .plocks = any_lock(pattern, row, number),
                               .micro = micro_timing(word),
                               .repeats = repeats(word) > 1 ? repeats(word) : 0,
                               .words = words,
                               .off_beat = (number / 4) % 2 == 1,
                               .dead = number >= row_length(pattern, row),
                               .selected = at.row == row && at.has_step(number)};
    const std::string label = fmt::format("{} step {}###{}-s{}", row_name(row), number + 1, row_name(row), number + 1);
    const ui::StepEvent event = ui::step_cell(label.c_str(), size, look);
    if (event.pressed)
        begin_press(session, pattern, row, number, event);
    else if (event.over)
        paint(session, row, number);
    if (event.context) {
        if (at.row != row || !at.has_step(number)) session.selection.row = row, session.selection.select_only(number);
        ui::open_menu("step-menu");
    }
}

void who_plays(Session& session, const Pattern& pattern, const Part& part, int row, ImVec2 at, float height) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float width = ui::px(label_width);
    if (row >= 8) {
        const MidiSetup& setup = part.midi_setup[row - 8];
        const std::string words = setup.chan == 0 ? "off" : fmt::format("CH {}", int(setup.chan));
        return ui::draw_words(list, {at.x, at.y + height / 2}, words, ui::ink(setup.chan == 0 ? ui::Tone::faint : ui::Tone::soft),
                              ui::Face::small, width);
    }
    const u8 machine = machine_of(part, row);
    std::string below(word_of(machine_words, machine));
    if (pattern.tail.scale_mode == 1 && row_length(pattern, row) != 16)
        below += fmt::format(" · {} steps", row_length(pattern, row));
    ui::draw_words(list, {at.x, at.y + height / 2 - ui::px(8)}, playing_name(session, part, row), ui::ink(ui::Tone::text),
                   ui::Face::medium, width);
    ui::draw_words(list, {at.x, at.y + height / 2 + ui::px(8)}, below, ui::ink(ui::Tone::faint), ui::Face::small, width);
}

}  // namespace

void pattern_row(Session& session, const Pattern& pattern, const Part& part, int row) {
    const bool small = row >= 8;
    const float height = ui::px(small ? 30 : 46), cell = ui::px(small ? look::midi_step_height : look::step_height);
    const bool selected = session.selection.row == row;
    if (row == 8) ui::space(6);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    if (selected)
        ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height}, ui::colours().row, ui::px(look::radius));

    ImGui::PushID(row);
    ImGui::SetCursorScreenPos({at.x + ui::px(6), at.y + (height - ui::px(small ? 22 : 26)) / 2});
    const std::string badge = fmt::format("{}###track-{}", row_name(row), row_name(row));
    if (ui::track_badge(badge.c_str(), selected, small).pressed) session.selection.row = row, session.selection.steps = 0;
    const float label_x = ui::px(6 + badge_width + label_gap);
    who_plays(session, pattern, part, row, {at.x + label_x, at.y}, height);

    const float steps_x = label_x + ui::px(label_width + label_gap);
    const ui::StepGrid grid{.width = width - steps_x - ui::px(6), .count = 16};
    const int first = session.selection.page * 16;
    for (int i = 0; i < 16; i++) {
        ImGui::SetCursorScreenPos({at.x + steps_x + grid.x(i), at.y + (height - cell) / 2});
        // An edit of one step may have moved the bytes of a file: fetch the pattern for each.
        const Pattern* now = session.project.pattern(session.selection.bank, session.selection.pattern);
        step(session, now ? *now : pattern, part, row, first + i, {grid.step_width(), cell});
    }
    if (selected) {
        end_press(session);
        step_menu(session, row);
    }
    ImGui::SetCursorScreenPos({at.x, at.y + height + ui::px(1)});
    ImGui::Dummy({0, 0});
    ImGui::PopID();
}

}  // namespace groovebench::app
