// Beside a file of an OP-Z's disk: which engine or kit each track of a project uses and where the kits lie, which projects use a
// kit, and how full the disk is.
#include "panels/disk_panels.h"

#include <imgui.h>

#include "bytes/format.h"
#include "panels/commands.h"

namespace groovebench::app {
namespace {

using opz::PlugState;

std::string counted(std::size_t n, std::string_view noun) { return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s"); }

bool is_away(const DiskTold::Use& use, const DiskTold& disk) { return use.state == PlugState::missing && disk.has_packs; }

std::string use_words(const DiskTold::Use& use, const DiskTold& disk) {
    switch (use.state) {
        case PlugState::none:
            return "nothing: its sample was deleted";
        case PlugState::missing:
            return fmt::format("{} · {}", use.name, disk.has_packs ? "missing" : "its disk is not open");
        case PlugState::unknown:
            return fmt::format("{} · not known", use.name);
        default:
            return use.name;
    }
}

// Leads to the kit's file; of what has none, to the field that names it.
void use_row(Session& session, const DiskTold::Use& use, std::size_t index) {
    const DiskTold& disk = session.disk.told();
    const std::string words = use_words(use, disk);
    const std::string label = fmt::format("{} {} {}###use-{}", use.track, words, use.patterns, index);
    const auto event = ui::list_row(label.c_str(), {.height = 24});
    const bool away = is_away(use, disk), on_disk = use.state == PlugState::here;
    ui::row_text(4, use.track, ui::Tone::soft, ui::Face::small, 56);
    if (away || on_disk) ui::row_icon(62, away ? ui::Icon::warn : ui::Icon::wave, away ? ui::Tone::bad : ui::Tone::soft, 12);
    ui::row_text(80, words, away ? ui::Tone::bad : on_disk ? ui::Tone::text : ui::Tone::soft, ui::Face::body, 250);
    ui::row_text_right(6, use.patterns);
    if (event.hovered) session.views.pointed = on_disk ? use.path : use.field;
    if (!event.clicked) return;
    if (on_disk) return session.reveal_file(use.path);
    session.show_field(use.field);
}

float share_of_height(float share) { return ImGui::GetWindowHeight() * share; }

void project_uses(Session& session, const DiskTold::Project& project) {
    ui::line(28);
    ui::heading("Sounds of its tracks", 0);
    ui::from_right(ui::button_width("Make bundle…", ui::Icon::download));
    if (ui::button("Make bundle…###make-bundle", {.icon = ui::Icon::download,
                                                  .enabled = project.number > 0,
                                                  .small = true,
                                                  .tip = "this project and the kits it uses, as one zip"}))
        run_command(session, "bundle_out");
    if (ui::begin_scroll_up_to("disk-uses", share_of_height(0.4f)))
        for (std::size_t i = 0; i < project.uses.size(); i++) use_row(session, project.uses[i], i);
    ui::end_scroll();
}

// "kick, snare"
std::string tracks_with(const DiskTold::Project& project, u32 plug) {
    std::string words;
    std::string_view last;
    for (const auto& use : project.uses) {
        if (use.plug != plug || use.track == last) continue;
        words += (words.empty() ? "" : ", ") + use.track;
        last = use.track;
    }
    return words;
}

void kit_users(Session& session, const DiskTold::Kit& kit) {
    ui::heading("Used by", 0);
    int users = 0;
    for (const auto& project : session.disk.told().projects) {
        const std::string tracks = tracks_with(project, kit.plug);
        if (tracks.empty()) continue;
        const std::string words = project_words(project);
        const auto event = ui::list_row(fmt::format("{} {}###user-{}", words, tracks, ++users).c_str(), {.height = 24});
        ui::row_text(4, words, ui::Tone::text, ui::Face::body, 200);
        ui::row_text_right(6, tracks);
        if (event.hovered) session.views.pointed = project.path;
        if (event.clicked) return session.reveal_file(project.path);
    }
    if (!users) ui::text("no project of this disk", ui::Tone::faint, ui::Face::small, 0, "no-user");
}

void disk_line(Session& session) {
    const DiskTold& disk = session.disk.told();
    const auto kits = std::size_t(std::ranges::count(disk.kits, false, &DiskTold::Kit::reference));
    ui::heading("Disk");
    ui::line(28);
    ui::text(fmt::format("{} · {} · {:.1f} of 24.0 MB", counted(disk.projects.size(), "project"), counted(kits, "kit"),
                         double(disk.used_space) / (1 << 20)),
             disk.used_space > opz::sample_space ? ui::Tone::bad : ui::Tone::soft, ui::Face::small, 0, "disk-space");
    ui::from_right(ui::text_width("Bring in a bundle…", ui::Face::small) + ui::px(16) +
                   ui::text_width("New project…", ui::Face::small));
    if (ui::link("Bring in a bundle…###bring-bundle", ui::Tone::accent, ui::Face::small)) run_command(session, "bundle_in");
    ui::same(16);
    if (ui::link("New project…###new-opz", ui::Tone::accent, ui::Face::small)) run_command(session, "new_opz");
    ui::space(10);
}

}  // namespace

std::string project_words(const DiskTold::Project& project) {
    if (!project.number) return project.path;
    return fmt::format("{}project {}", project.snapshot ? "snapshot of " : "", project.number);
}

void disk_section(Session& session) {
    if (!session.disk.is_open()) return;
    const std::string& path = session.selection.file;
    const auto* project = session.disk.project(path);
    const auto* kit = session.disk.kit(path);
    kit_section(session);
    if (project) project_uses(session, *project);
    if (kit && !kit->reference) kit_users(session, *kit);
    disk_line(session);
}

}  // namespace groovebench::app
