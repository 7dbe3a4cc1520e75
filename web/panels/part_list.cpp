#include "panels/part_list.h"

#include <imgui.h>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "panels/commands.h"
#include "session/part_edits.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

int users_of(const Session& session, const Bank& bank, int part) {
    int users = 0;
    for (int i = 0; i < pattern_count; i++)
        users += session.project.facts(session.selection.bank, i).used && (bank.patterns[i].tail.part & 3) == part;
    return users;
}

// The row while its name is typed.
void name_field(Session& session, int part) {
    Renaming& renaming = session.views.renaming;
    ui::line(24);
    const std::string label = fmt::format("Name of part {}###part-name", part + 1);
    const auto typed = ui::text_field(label.c_str(), renaming.words, "up to six characters", 0, 0, !renaming.begun);
    renaming.begun = true;
    const bool left = renaming.active && !typed.active;
    renaming.active = typed.active;
    if (typed.committed) rename_part(session, part, renaming.words);
    if (typed.committed || typed.cancelled || left) renaming = {};
}

void row(Session& session, const Bank& bank, int part, PartMark mark) {
    Selection& at = session.selection;
    const bool plays = at.view == View::pattern && session.project.part_of(at.bank, at.pattern) == &bank.parts[part];
    const bool chosen = at.part == part, edited = bank.parts_edited.at(part);
    const std::string name = session.project.part_name(at.bank, part);
    const std::string label = fmt::format("{} {}{}###part-{}", part + 1, name, edited ? " *" : "", part + 1);
    const auto event = ui::list_row(label.c_str(), {.selected = plays || chosen, .height = 24});
    if (mark == PartMark::colour)
        ui::row_swatch(6, ui::colours().part[std::size_t(part)]);
    else
        ui::row_chip(6, std::to_string(part + 1), plays);
    const float x = mark == PartMark::colour ? 24 : 32;
    ui::row_text(x, name, plays || chosen ? ui::Tone::text : ui::Tone::soft);
    if (edited) ui::row_text(x + ui::text_width(name) / ui::px(1) + 5, "*", ui::Tone::warn);
    const int users = users_of(session, bank, part);
    const bool all_counts = mark == PartMark::colour || users > 0;
    if (all_counts) ui::row_text_right(8, fmt::format("{} pattern{}", users, users == 1 ? "" : "s"));
    if (event.clicked || event.context || event.focused) at.part = part, session.views.part_list = int(mark);
    if (event.hovered) session.views.over_part = true;
    if (event.opened) run_command(session, "rename");
    if (event.context) ui::open_menu("part-menu");
    if (event.hovered)
        session.views.pointed =
            fmt::format("part {} {} · {}", part + 1, name, edited ? "differs from its saved copy" : "as its saved copy");
}

void part_menu(Session& session) {
    if (!ui::begin_menu("part-menu")) return;
    for (const char* id : {"rename", "cut", "copy", "paste", "remove"}) command_item(session, id);
    ui::end_menu();
}

}  // namespace

void part_list(Session& session, PartMark mark) {
    const Bank* bank = session.project.bank(session.selection.bank);
    if (!bank) return;
    ImGui::PushID(int(mark));
    const Renaming& renaming = session.views.renaming;
    for (int part = 0; part < part_count; part++)
        if (renaming.part == part && session.views.part_list == int(mark))
            name_field(session, part);
        else
            row(session, *bank, part, mark);
    part_menu(session);
    ImGui::PopID();
}

}  // namespace groovebench::app
