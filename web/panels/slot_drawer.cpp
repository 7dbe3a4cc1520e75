// The slots beside the pattern: to be dragged onto steps (a sample lock) and tracks (what their machine plays);
// Enter does the same to what is selected.
#include <imgui.h>

#include "bytes/format.h"
#include "panels/commands.h"
#include "panels/panels.h"
#include "panels/slot_drag.h"
#include "session/part_edits.h"
#include "session/pattern_edits.h"

namespace groovebench::app {
namespace {

using octatrack::Pool;

// What Enter on a slot does here.
std::string use_words(const Selection& at) {
    return at.steps ? fmt::format("Lock on {} of {}", steps_text(at.steps), row_name(at.row))
                    : fmt::format("{} plays it", row_name(at.row));
}

void use(Session& session, octatrack::SlotRef slot) {
    const Selection& at = session.selection;
    if (at.steps)
        lock_slot(session, at.row, at.steps, slot);
    else
        set_track_slot(session, at.row, slot);
}

void slot_menu(Session& session) {
    if (!ui::begin_menu("drawer-menu")) return;
    Selection& at = session.selection;
    const bool here = at.slot && at.view == View::pattern && !at.midi();
    const std::string label = use_words(at) + "###drawer-use";
    if (ui::menu_item(label.c_str(), {.key = "Enter", .enabled = here})) use(session, *at.slot);
    if (ui::menu_item("Hear it###drawer-hear", {.enabled = at.slot.has_value()})) session.play_slot(*at.slot);
    if (ui::menu_item("Show among the slots###drawer-show")) session.show_slots();
    ui::end_menu();
}

void slot_row(Session& session, const SlotRow& row) {
    Selection& at = session.selection;
    const std::string name = octatrack::label(row.slot);
    const std::string label = fmt::format("{} {}###drawer-{}", name, row.name, name);
    const auto event = ui::list_row(label.c_str(), {.selected = at.slot == row.slot, .height = 24});
    drag_slot(row);
    ui::row_text(8, name, ui::Tone::faint, ui::Face::mono);
    const bool empty = row.name.empty();
    const float width = (ui::row_max().x - ui::row_min().x) / ui::px(1) - 52 - 28;
    ui::row_text(52, empty ? (row.slot.recorder() ? "recorder" : "empty") : row.name,
                 row.bad ? ui::Tone::bad
                 : empty ? ui::Tone::faint
                         : ui::Tone::text,
                 ui::Face::body, width);
    if (row.uses) ui::row_text_right(8, std::to_string(row.uses));
    if (event.clicked || event.context) at.slot = row.slot;
    if (event.opened && at.view == View::pattern && !at.midi()) use(session, row.slot);
    if (event.context) ui::open_menu("drawer-menu");
    if (event.hovered)
        session.views.pointed =
            fmt::format("{} {} · {} · drag it onto a step or a track", name, row.name, row.length.empty() ? row.state : row.length);
}

}  // namespace

void slot_drawer(Session& session) {
    SlotView& view = session.views.drawer.view;
    ui::line(30);
    for (const Pool pool : {Pool::flex, Pool::static_pool}) {
        const bool flex = pool == Pool::flex;
        if (!flex) ui::same(4);
        if (ui::chip_button(flex ? "Flex###drawer-flex" : "Static###drawer-static", view.pool == pool)) view.pool = pool;
    }
    ui::same(8);
    ui::toggle("used###drawer-used", view.used_only);
    ui::search_box("Filter slots###drawer-filter", view.filter, "filter by name");
    ui::space(4);
    if (ui::begin_scroll("drawer-rows")) {
        const auto& rows = session.views.drawer.rows(session);
        ImGuiListClipper clipper;
        clipper.Begin(int(rows.size()), ui::px(24));
        while (clipper.Step())
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; i++) slot_row(session, rows[std::size_t(i)]);
        if (rows.empty()) ui::paragraph(view.filter.empty() ? "No slot holds a sample." : "No slot of that name.");
        slot_menu(session);
    }
    ui::end_scroll();
}

}  // namespace groovebench::app
