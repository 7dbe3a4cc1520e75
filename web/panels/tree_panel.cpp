// The card: sets, projects, banks with their patterns, slots; and the parts of the bank that is shown.
#include <imgui.h>

#include <cmath>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "panels/file_tree.h"
#include "panels/panels.h"
#include "panels/part_list.h"

namespace groovebench::app {
namespace {

// A row that unfolds; what is unfolded is remembered by its name.
bool folder_row(Session& session, const std::string& key, const std::string& label, ui::TreeRow row, bool unfolded_at_first,
                bool& clicked) {
    const auto [open, fresh] = session.views.unfolded.try_emplace(key, unfolded_at_first);
    row.leaf = false, row.open = open->second;
    const ui::RowEvent event = ui::tree_row(label.c_str(), row);
    if (event.toggled) open->second = !open->second;
    clicked = event.clicked || event.opened;
    if (event.context && !key.starts_with("set:")) offer(session, key.starts_with("project:") ? key.substr(8) : key);
    return open->second;
}

void pattern_rows(Session& session, int bank, int depth) {
    const Selection& at = session.selection;
    for (int i = 0; i < octatrack::pattern_count; i++) {
        const auto& facts = session.project.facts(bank, i);
        const bool selected = at.view == View::pattern && at.bank == bank && at.pattern == i;
        if (!facts.used && !facts.changed && !selected) continue;
        const std::string name = octatrack::pattern_name(bank, i);
        const std::string label = fmt::format("{}###tree-{}", name, name);
        if (ui::tree_row(label.c_str(), {.depth = depth, .selected = selected, .dot = facts.changed}).clicked)
            session.show_pattern(bank, i);
    }
}

void bank_rows(Session& session, int depth) {
    for (int bank = 0; bank < octatrack::bank_count; bank++) {
        const std::string& path = session.project.bank_path(bank);
        if (path.empty()) continue;
        const int used = session.project.used_patterns(bank);
        const bool failed = session.files.state(path) == FileState::failed ||
                            (session.files.state(path) == FileState::open && !session.project.bank(bank));
        if (!used && !failed && bank != session.selection.bank) continue;
        const std::string letter(1, octatrack::bank_letter(bank));
        bool clicked = false;
        const std::string label = fmt::format("Bank {}###tree-bank-{}", letter, letter), note = used ? std::to_string(used) : "";
        const bool open = folder_row(session, path, label,
                                     {.depth = depth,
                                      .note = note,
                                      .dot = session.document.changed(path),
                                      .mark = failed ? ui::Icon::warn : ui::Icon::none,
                                      .mark_tone = ui::Tone::bad},
                                     bank == session.selection.bank, clicked);
        if (clicked) session.selection.bank = bank, session.show_bank_map();
        if (open) pattern_rows(session, bank, depth + 1);
    }
}

// All that lies in a folder.
void files_row(Session& session, const char* label, const std::string& folder, int depth,
               ui::TreeRow look = {.icon = ui::Icon::file}) {
    bool& open = session.views.unfolded["files:" + folder];
    look.depth = depth, look.leaf = false, look.open = open;
    const auto event = ui::tree_row(label, look);
    if (event.clicked || event.toggled) open = !open;
    if (open) file_tree(session, folder, depth + 1);
}

void open_project_rows(Session& session, int depth) {
    bank_rows(session, depth);
    const View view = session.selection.view;
    if (ui::tree_row("All banks###tree-all-banks", {.depth = depth, .selected = view == View::project, .icon = ui::Icon::grid})
            .clicked)
        session.show_bank_map();
    const int missing = session.missing_samples();
    const std::string note = missing ? fmt::format("{} missing", missing) : "";
    if (ui::tree_row(
            "Slots###tree-slots",
            {.depth = depth, .selected = view == View::slots, .icon = ui::Icon::wave, .note = note, .note_tone = ui::Tone::bad})
            .clicked)
        session.show_slots();
    files_row(session, "Files###tree-files", session.project.folder(), depth);
}

void project_row(Session& session, const card::Project& project, int depth) {
    const bool shown = project.path == session.project.folder();
    bool clicked = false, changed = false;
    for (const std::string& path : session.document.changed_paths()) changed |= path.starts_with(project.path + "/");
    const std::string label = fmt::format("{}###tree-project-{}", project.name, project.path);
    const bool open = folder_row(session, "project:" + project.path, label,
                                 {.depth = depth, .tone = shown ? ui::Tone::text : ui::Tone::soft, .dot = changed}, shown, clicked);
    if (clicked) {
        session.look_at_project(project.path);
        session.views.unfolded["project:" + project.path] = true;
    }
    if (open && shown)
        open_project_rows(session, depth + 1);
    else if (open) {
        session.views.unfolded["project:" + project.path] = true;
        session.look_at_project(project.path);
    }
}

void set_rows(Session& session, const card::Set& set) {
    bool clicked = false;
    int depth = 0;
    if (!set.name.empty()) {
        const std::string label = fmt::format("{}###tree-set-{}", set.name, set.path);
        const bool open =
            folder_row(session, "set:" + set.path, label, {.icon = ui::Icon::folder, .tone = ui::Tone::text}, true, clicked);
        if (clicked) session.views.unfolded["set:" + set.path] = !open;
        if (!open) return;
        depth = 1;
    }
    for (const auto& [path, project] : set.projects) project_row(session, project, depth);
    if (set.pool.out_of_reach)
        ui::tree_row("AUDIO###tree-pool",
                     {.depth = depth, .tone = ui::Tone::faint, .icon_tone = ui::Tone::faint, .note = "out of reach"});
    else if (!set.pool.path.empty())
        files_row(session, "AUDIO###tree-pool", set.pool.path, depth,
                  {.icon = ui::Icon::wave, .note = std::to_string(set.pool.samples)});
}

// "31.4 MB free of 85.5", as the machine cuts its figures.
std::string megabytes(u64 bytes) {
    const double mb = double(bytes) / (1 << 20), cut = mb < 10 ? 100 : 10;
    return fmt::format("{:.{}f}", std::floor(mb * cut) / cut, mb < 10 ? 2 : 1);
}

void memory_bar(Session& session) {
    if (!session.project.text()) return;
    const FlexMemory& memory = session.flex_memory.now(session);
    ui::heading("Flex memory");
    ui::progress("flex memory###flex-memory", float(memory.used()) / float(FlexMemory::total),
                 memory.used() > FlexMemory::total ? ui::Tone::bad : ui::Tone::soft);
    ui::tooltip(fmt::format("samples {} MB, reserved for recorders {} MB", megabytes(memory.samples), megabytes(memory.reserved)));
    ui::space(4);
    const bool over = memory.used() > FlexMemory::total;
    ui::text(!memory.complete ? std::string("reading lengths …")
             : over
                 ? fmt::format("{} MB too much for {}", megabytes(memory.used() - FlexMemory::total), megabytes(FlexMemory::total))
                 : fmt::format("{} MB free of {}", megabytes(FlexMemory::total - memory.used()), megabytes(FlexMemory::total)),
             over ? ui::Tone::bad : ui::Tone::soft, ui::Face::small, 0, "flex-free");
}

}  // namespace

void tree_panel(Session& session) {
    const bool with_parts = session.selection.view == View::pattern && session.project.bank(session.selection.bank);
    if (ui::begin_scroll_up_to("tree", ImGui::GetContentRegionAvail().y - (with_parts ? ui::px(210) : 0))) {
        const auto sets = session.tree.sets();
        for (const card::Set* set : sets) set_rows(session, *set);
        const card::Chosen chosen = session.tree.chosen();
        if (chosen == card::Chosen::opz || chosen == card::Chosen::ep133)
            file_tree(session, "", 0);
        else if (session.card.listed)
            files_row(session, "All files###tree-all-files", "", 0, {.icon = ui::Icon::card});
        const bool told = session.tree.sentence().empty() || !session.selection.file.empty();
        if (sets.empty() && session.card.listed && !told) ui::paragraph(session.tree.sentence());
        if (!session.card.listed) ui::text(fmt::format("{} files so far …", session.tree.size()), ui::Tone::faint, ui::Face::small);
    }
    ui::end_scroll();
    tree_menu(session);
    if (!with_parts) return;
    ui::heading(fmt::format("Parts of bank {}", octatrack::bank_letter(session.selection.bank)));
    part_list(session, PartMark::number);
    memory_bar(session);
}

}  // namespace groovebench::app
