// One box to go anywhere and do anything: patterns, samples, projects, commands; Ctrl+K or /.
#include <imgui.h>

#include <algorithm>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "panels/commands.h"
#include "panels/panels.h"
#include "session/slot_names.h"

namespace groovebench::app {
namespace {

struct Goal {
    std::string words, note;
    std::function<void(Session&)> go;
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

// Every word that was typed must occur; earlier is better. -1 where one is absent.
int fit(std::string_view typed, std::string_view words) {
    std::string text;
    for (char c : words) text += lower(c);
    int score = 0;
    while (!typed.empty()) {
        const auto space = typed.find(' ');
        std::string word;
        for (char c : typed.substr(0, space)) word += lower(c);
        const auto at = text.find(word);
        if (at == text.npos) return -1;
        score += int(at);
        typed = space == typed.npos ? std::string_view() : typed.substr(space + 1);
    }
    return score;
}

std::vector<Goal> all_goals(Session& session) {
    std::vector<Goal> goals;
    for (const Command& command : commands())
        if (command.id != "go_to" && enabled(session, command))
            goals.push_back({std::string(command.title), key_words(command.key), command.run});
    if (!session.project.folder().empty())
        for (int bank = 0; bank < octatrack::bank_count; bank++)
            for (int pattern = 0; pattern < octatrack::pattern_count; pattern++)
                goals.push_back({octatrack::pattern_name(bank, pattern),
                                 session.project.facts(bank, pattern).used ? "pattern" : "empty pattern",
                                 [bank, pattern](Session& s) { s.show_pattern(bank, pattern); }});
    for (const u8 machine : {u8(1), u8(0)})
        for (const FilledSlot& slot : filled_slots(session, machine))
            goals.push_back({slot.words, "slot", [machine, slot = slot.slot](Session& s) {
                                 s.show_slots();
                                 s.selection.slot = slot_ref(machine, slot);
                             }});
    for (const card::Set* set : session.tree.sets())
        for (const auto& [path, project] : set->projects)
            goals.push_back({project.name, "project", [path](Session& s) { s.look_at_project(path); }});
    return goals;
}

void go(Session& session, const Goal& goal) {
    ui::close_dialog();
    goal.go(session);
}

}  // namespace

void command_box(Session& session) {
    Views& views = session.views;
    const bool opened = views.go_to_open;
    if (opened) {
        views.go_to_open = false;
        views.go_to.clear();
        views.go_to_row = 0;
        ui::open_dialog("go-to");
    }
    if (!ui::begin_dialog("go-to", 560, 0.25f)) return;
    const auto typed =
        ui::search_box("Go to or do###go-to", views.go_to, "a pattern, sample, project or command", nullptr, 0, opened);
    std::vector<std::pair<int, Goal>> found;
    for (Goal& goal : all_goals(session))
        if (const int score = fit(views.go_to, goal.words + " " + goal.note); score >= 0)
            found.emplace_back(score, std::move(goal));
    std::ranges::stable_sort(found, {}, &std::pair<int, Goal>::first);
    if (found.size() > 12) found.resize(12);
    if (typed.changed) views.go_to_row = 0;
    if (typed.down) views.go_to_row++;
    if (typed.up) views.go_to_row--;
    views.go_to_row = found.empty() ? 0 : (views.go_to_row + int(found.size())) % int(found.size());
    ui::space(4);
    const Goal* chosen = nullptr;
    for (std::size_t i = 0; i < found.size(); i++) {
        const Goal& goal = found[i].second;
        const std::string label = fmt::format("{}###goal-{}", goal.words, i);
        const auto event = ui::list_row(label.c_str(), {.selected = int(i) == views.go_to_row});
        ui::row_text(8, goal.words);
        ui::row_text_right(8, goal.note);
        if (event.clicked) chosen = &goal;
    }
    if (found.empty()) ui::text("nothing of that name", ui::Tone::faint);
    if (typed.committed && !found.empty()) chosen = &found[std::size_t(views.go_to_row)].second;
    if (typed.cancelled) ui::close_dialog();
    if (chosen) go(session, *chosen);
    ui::end_dialog();
}

}  // namespace groovebench::app
