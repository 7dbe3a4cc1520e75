#include "app/frame.h"

#include <imgui.h>

#include <algorithm>
#include <vector>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "panels/commands.h"
#include "panels/panels.h"

namespace groovebench::app {
namespace {

using ui::Edge;
using ui::Surface;

struct Places {
    float width, top, bottom;  // scaled pixels
    float left, right;         // of the middle
    float middle_bottom;       // where the panel below begins
};

Places places(const Session& session) {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const Views& views = session.views;
    const bool file = session.selection.view == View::file;
    const bool compare = session.selection.view == View::compare;  // takes the whole width
    const bool details = file || (!compare && views.inspector && !session.project.folder().empty());
    Places at{.width = size.x, .top = ui::px(look::top_height), .bottom = size.y - ui::px(look::status_height)};
    at.left = views.side ? std::min(ui::px(views.side_width), size.x / 3) : 0;
    at.right = size.x - (details ? std::min(ui::px(file ? views.file.bytes_width : views.inspector_width), size.x / 2) : 0);
    at.middle_bottom =
        views.bottom == Views::Bottom::closed ? at.bottom : std::max(at.top + ui::px(120), at.bottom - ui::px(views.bottom_height));
    return at;
}

void side(Session& session) {
    bool& slots = session.views.drawer_open;
    if (!session.project.text()) return tree_panel(session);
    ui::line(24);
    if (ui::chip_button("Card###side-card", !slots)) slots = false;
    ui::same(4);
    if (ui::chip_button("Slots###side-slots", slots)) slots = true;
    ui::space(4);
    if (slots)
        slot_drawer(session);
    else
        tree_panel(session);
}

void tabs(Session& session) {
    Selection& at = session.selection;
    const std::string pattern = fmt::format("{} pattern###tab-pattern", octatrack::pattern_name(at.bank, at.pattern));
    const std::string file = fmt::format("{}###tab-file", shown_name(at.file));
    std::vector<ui::Tab> all;
    std::vector<View> views;
    if (!session.project.folder().empty()) {
        all = {{"All banks###tab-banks"}, {pattern.c_str()}, {"Slots###tab-slots"}};
        views = {View::project, View::pattern, View::slots};
    }
    if (!at.file.empty()) all.push_back({file.c_str()}), views.push_back(View::file);
    if (!session.comparison.pairs().empty()) all.push_back({"Compare###tab-compare"}), views.push_back(View::compare);
    const int current = int(std::ranges::find(views, at.view) - views.begin());
    const int chosen = ui::tab_bar("views", all, current).shown;
    if (chosen < 0) return;
    switch (views[std::size_t(chosen)]) {
        case View::project:
            return session.show_bank_map();
        case View::pattern:
            return session.show_pattern(at.bank, at.pattern);
        case View::slots:
            return session.show_slots();
        case View::file:
            return session.show_file(at.file);
        case View::compare:
            at.view = View::compare, at.part.reset();
    }
}

void middle(Session& session, const Places& at) {
    const bool tabbed = !session.project.folder().empty() || session.selection.view >= View::file;
    const float tabs_height = tabbed ? ui::px(look::tab_height) : 0;
    const ImVec2 size{at.right - at.left, at.middle_bottom - at.top - tabs_height};
    if (tabs_height > 0) {
        if (ui::begin_panel("tabs", {at.left, at.top}, {size.x, tabs_height}, Surface::panel, Edge::bottom, {0, 0})) tabs(session);
        ui::end_panel();
    }
    if (ui::begin_panel("editor", {at.left, at.top + tabs_height}, size, Surface::base, Edge::none, {14, 0})) {
        switch (session.selection.view) {
            case View::project:
                bank_map_panel(session);
                break;
            case View::pattern:
                pattern_panel(session);
                break;
            case View::slots:
                slots_panel(session);
                break;
            case View::file:
                file_panel(session);
                break;
            case View::compare:
                compare_panel(session);
                break;
        }
    }
    ui::end_panel();
}

void inspector(Session& session) {
    if (session.views.fields && session.selection.view != View::file) return field_inspector(session);
    switch (session.selection.view) {
        case View::project:
            return project_inspector(session);
        case View::pattern:
            return step_inspector(session);
        case View::slots:
            return slot_inspector(session);
        case View::file:
            return file_inspector(session);
        case View::compare:
            return;
    }
}

void below(Session& session) {
    switch (session.views.bottom) {
        case Views::Bottom::problems:
            return problems_panel(session);
        case Views::Bottom::changes:
            return changes_panel(session);
        case Views::Bottom::history:
            return history_panel(session);
        case Views::Bottom::preflight:
            return preflight_panel(session);
        case Views::Bottom::closed:
            return;
    }
}

// What is higher than its panel scrolls.
void in_scroll(const char* name, Session& session, void (*panel)(Session&)) {
    if (ui::begin_scroll(name)) panel(session);
    ui::end_scroll();
}

void splitters(Session& session, const Places& at) {
    Views& views = session.views;
    const float height = at.bottom - at.top;
    bool reset = false;
    if (views.side && ui::splitter("split-side", true, {at.left, at.top}, height, views.side_width, 160, 420))
        views.side_width = look::side_width, reset = true;
    if (session.selection.view == View::file) {
        if (ui::splitter("split-bytes", true, {at.right, at.top}, height, views.file.bytes_width, 260, 640, true))
            views.file.bytes_width = FileView().bytes_width;
    } else if (at.right < at.width &&
               ui::splitter("split-inspector", true, {at.right, at.top}, height, views.inspector_width, 260, 560, true))
        views.inspector_width = look::inspector_width, reset = true;
    if (views.bottom != Views::Bottom::closed)
        ui::splitter("split-bottom", false, {at.left, at.middle_bottom}, at.right - at.left, views.bottom_height, 80, 420, true);
    if (reset || ImGui::IsMouseReleased(ImGuiMouseButton_Left)) session.remember_views();
}

}  // namespace

void frame(Session& session) {
    if (!session.card.is_open()) return;
    session.views.pointed.clear();
    session.views.over_part = false;
    handle_keys(session);
    const Places at = places(session);
    if (ui::begin_panel("top", {0, 0}, {at.width, at.top}, Surface::panel, Edge::bottom, {12, 0})) top_bar(session);
    ui::end_panel();
    if (session.views.side) {
        if (ui::begin_panel("side", {0, at.top}, {at.left, at.bottom - at.top}, Surface::panel, Edge::right, {8, 10}))
            side(session);
        ui::end_panel();
    }
    middle(session, at);
    if (at.right < at.width) {
        if (ui::begin_panel("inspector", {at.right, at.top}, {at.width - at.right, at.bottom - at.top}, Surface::panel, Edge::left,
                            {14, 12}))
            in_scroll("inspector-rows", session, inspector);
        ui::end_panel();
    }
    if (session.views.bottom != Views::Bottom::closed) {
        if (ui::begin_panel("below", {at.left, at.middle_bottom}, {at.right - at.left, at.bottom - at.middle_bottom},
                            Surface::panel, Edge::top, {12, 8}))
            in_scroll("below-rows", session, below);
        ui::end_panel();
    }
    if (ui::begin_panel("status", {0, at.bottom}, {at.width, ImGui::GetIO().DisplaySize.y - at.bottom}, Surface::panel, Edge::top,
                        {12, 0}))
        status_bar(session);
    ui::end_panel();
    splitters(session, at);
    command_box(session);
    keys_overlay(session);
    ppak_dialog(session);
    doctor_dialog(session);
    bundle_out_dialog(session);
    bundle_in_dialog(session);
    new_opz_dialog(session);
    ui::draw_toasts();
    const bool elsewhere = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !session.views.over_part;
    if (elsewhere && !ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopup)) session.selection.part.reset();
}

}  // namespace groovebench::app
