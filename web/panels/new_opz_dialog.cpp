// A new project of an OP-Z: which of the ten numbers it gets.
#include "bytes/format.h"
#include "panels/disk_panels.h"

namespace groovebench::app {

int project_number(const char* label, const Session& session, int number) {
    std::vector<std::string> words;
    for (int one = 1; one <= opz::most_projects; one++)
        words.push_back(fmt::format("{} · {}", one, session.disk.has_project(one) ? "taken" : "free"));
    const auto word_at = [](void* data, int i) { return (*static_cast<std::vector<std::string>*>(data))[std::size_t(i)].c_str(); };
    const auto edit = ui::choice(label, int(words.size()), word_at, &words, number - 1,
                                 {.width = ui::px(120), .shown = number ? "" : "none free"});
    return edit ? edit.value + 1 : 0;
}

void new_opz_dialog(Session& session) {
    int& number = session.views.new_opz_number;
    if (session.views.new_opz_open) {
        session.views.new_opz_open = false;
        number = session.disk.free_number();
        ui::open_dialog("new-opz");
    }
    if (!ui::begin_dialog("new-opz", 480)) return;
    ui::line(36);
    ui::text("New OP-Z project", ui::Tone::text, ui::Face::big);
    ui::line(34);
    ui::text("project", ui::Tone::soft);
    ui::same(12);
    if (const int chosen = project_number("number###new-opz-number", session, number)) number = chosen;
    const bool taken = !number || session.disk.has_project(number);
    ui::same(12);
    ui::text(!number ? "all ten are taken"
             : taken ? "there is one already"
                     : Disk::project_path(number),
             taken ? ui::Tone::warn : ui::Tone::faint, ui::Face::small);
    ui::space(4);
    ui::paragraph(
        "Sixteen patterns with nothing in them and the sounds the machine begins with. It is an edit: it can be undone, and "
        "the disk stays as it is until you save.");
    ui::rule();
    ui::line(36);
    ui::from_right(ui::button_width("Cancel") + ui::px(8) + ui::button_width("Add it", ui::Icon::plus));
    if (ui::button("Cancel###new-opz-cancel", {.kind = ui::Kind::flat})) ui::close_dialog();
    ui::same(8);
    if (ui::button("Add it###new-opz-add", {.kind = ui::Kind::go, .icon = ui::Icon::plus, .enabled = !taken})) {
        add_blank_opz(session, number);
        ui::close_dialog();
    }
    ui::end_dialog();
}

}  // namespace groovebench::app
