// The files of a folder in the tree, whatever they are, with the folders in it.
#include "panels/file_tree.h"

#include <imgui.h>

#include <utility>

#include "bytes/format.h"
#include "panels/panels.h"

namespace groovebench::app {
namespace {

void file_row(Session& session, const std::string& path, int depth) {
    const Selection& at = session.selection;
    const bool selected = at.view == View::file && at.file == path;
    const bool bad = session.has_problem(path), gone = session.document.knows(path) && !session.document.is_open(path);
    const std::string label = fmt::format("{}###tree-file-{}", shown_name(path), path);
    const auto event = ui::tree_row(label.c_str(), {.depth = depth,
                                                    .selected = selected,
                                                    .icon = card::is_audio(path) ? ui::Icon::wave : ui::Icon::file,
                                                    .tone = gone ? ui::Tone::faint : ui::Tone::soft,
                                                    .note = gone ? "removed" : "",
                                                    .dot = session.document.changed(path),
                                                    .mark = bad ? ui::Icon::warn : ui::Icon::none});
    if (event.clicked) session.show_file(path);
    if (event.context) offer(session, path);
}

}  // namespace

void offer(Session& session, std::string path) {
    session.views.tree_menu = std::move(path);
    session.views.tree_menu_asked = true;
}

void tree_menu(Session& session) {
    if (std::exchange(session.views.tree_menu_asked, false)) ui::open_menu("tree-menu");
    if (!ui::begin_menu("tree-menu")) return;
    const std::string& path = session.views.tree_menu;
    const std::string& here = session.project.folder();
    const bool is_project = session.tree.project(path) != nullptr;
    if (session.tree.entry(path) && ui::menu_item("Show its fields and bytes###menu-file")) session.show_file(path);
    if (session.is_compared_alone(path)) {
        if (ui::menu_item("Compare with another###menu-compare-file")) session.compare_file(path);
    } else if (session.archive.is_open()) {
        if (ui::menu_item("Compare with another archive…###menu-compare-archive")) session.comparison.choose_beside();
    } else if (ui::menu_item("Compare with its stored copy###menu-compare", {.enabled = session.has_two_copies(path)})) {
        session.compare_copies(path);
    }
    if (is_project && path != here && !here.empty() && ui::menu_item("Compare with the open project###menu-compare-open"))
        session.compare({here, false}, {path, false});
    if (session.can_examine(path) && ui::menu_item("Examine…###menu-examine"))
        session.doctor.examine(path), session.views.doctor_open = true;
    ui::end_menu();
}

void file_tree(Session& session, const std::string& folder, int depth) {
    const auto& children = session.views.folders.of(session.tree, session.document, folder);
    for (const std::string& name : children.folders) {
        const std::string path = card::joined(folder, name);
        bool& open = session.views.unfolded["folder:" + path];
        const std::string label = fmt::format("{}###tree-folder-{}", name, path);
        const auto event = ui::tree_row(label.c_str(), {.depth = depth, .leaf = false, .open = open, .icon = ui::Icon::folder});
        if (event.clicked || event.toggled) open = !open;
        if (open) file_tree(session, path, depth + 1);
    }
    ImGuiListClipper clipper;
    clipper.Begin(int(children.files.size()), ui::px(look::row_height));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; i++)
            file_row(session, children.files[std::size_t(i)]->path, depth);
}

}  // namespace groovebench::app
