#include "panels/step_press.h"

#include <imgui.h>

#include <bit>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "panels/commands.h"
#include "session/pattern_edits.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

constexpr double long_press = 0.35;

void select_with_modifiers(Selection& at, int step, bool other_row, bool range) {
    if (other_row)
        at.select_only(step);
    else if (range)
        at.select_range(at.anchor, step);
    else
        at.steps ^= u64(1) << step, at.cursor = at.anchor = step;
}

}  // namespace

void press_step(Session& session, const Pattern& pattern, int row, int step, const ui::StepEvent& event) {
    Selection& at = session.selection;
    Views& views = session.views;
    views.paint_row = -1;
    const bool other_row = at.row != row;
    at.row = row;
    if (event.shift || event.ctrl) return select_with_modifiers(at, step, other_row, event.shift);
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

void paint_step(Session& session, const Pattern& pattern, int row, int step) {
    Views& views = session.views;
    Selection& at = session.selection;
    const u64 bit = u64(1) << step;
    if (views.paint_row != row || views.painted & bit) return;
    if (views.paint_erases && std::popcount(views.painted) == 1) {
        session.document.begin_group(fmt::format("{} {}: remove trigs", pattern_name(at.bank, at.pattern), row_name(row)));
        remove_steps(session, row, views.painted);
    }
    views.painted |= bit;
    at.cursor = step;
    if (views.paint_erases) return remove_steps(session, row, bit);
    if (trig_at(pattern, row, step) == TrigType::none) place_trig(session, row, bit, TrigType::trig);
    at.steps |= bit;
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

void open_step_menu(Session& session, int row, int step) {
    Selection& at = session.selection;
    if (at.row != row || !at.has_step(step)) at.row = row, at.select_only(step);
    ui::open_menu("step-menu");
}

void step_menu(Session& session) {
    if (!ui::begin_menu("step-menu")) return;
    for (const char* id : {"trig", "trigless_trig", "trigless_lock", "one_shot", "recorder_trig", "slide", "swing"})
        command_item(session, id);
    ui::menu_rule();
    for (const char* id : {"cut", "copy", "paste", "remove", "clear_locks"}) command_item(session, id);
    ui::end_menu();
}

void track_menu(Session& session) {
    if (!ui::begin_menu("track-menu")) return;
    for (const char* id : {"audition", "select_all"}) command_item(session, id);
    ui::menu_rule();
    for (const char* id : {"cut", "copy", "paste", "remove", "clear_locks"}) command_item(session, id);
    ui::end_menu();
}

}  // namespace groovebench::app
