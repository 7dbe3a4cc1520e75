// One box to go anywhere and do anything: patterns, samples, settings, projects, commands; Ctrl+K or /.
#include <imgui.h>

#include <algorithm>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "octatrack/project_settings.h"
#include "panels/commands.h"
#include "panels/panels.h"
#include "session/slot_names.h"
#include "text/latin1.h"

namespace groovebench::app {
namespace {

constexpr std::size_t shown_goals = 12;

// Every word that was typed must occur; earlier is better. -1 where one is absent.
int fit(std::string_view typed, std::string_view text) {
    int score = 0;
    while (!typed.empty()) {
        const auto space = typed.find(' ');
        const auto at = text.find(typed.substr(0, space));
        if (at == text.npos) return -1;
        score += int(at);
        typed = space == typed.npos ? std::string_view() : typed.substr(space + 1);
    }
    return score;
}

std::vector<Goal> all_goals(Session& session) {
    std::vector<Goal> goals;
    const auto add = [&](std::string words, std::string note, std::function<void(Session&)> go) {
        std::string text = text::folded(words + " " + note);
        goals.push_back({std::move(words), std::move(note), std::move(text), std::move(go)});
    };
    for (const Command& command : commands())
        if (command.id != "go_to" && enabled(session, command))
            add(std::string(command.title), key_words(command.key), command.run);
    for (int bank = 0; bank < octatrack::bank_count && !session.project.folder().empty(); bank++)
        for (int pattern = 0; pattern < octatrack::pattern_count; pattern++)
            add(octatrack::pattern_name(bank, pattern), session.project.facts(bank, pattern).used ? "pattern" : "empty pattern",
                [bank, pattern](Session& s) { s.show_pattern(bank, pattern); });
    for (const u8 machine : {u8(1), u8(0)})
        for (const FilledSlot& slot : session.project.filled_slots(machine))
            add(slot.words, "slot", [ref = slot_ref(machine, slot.slot)](Session& s) { s.show_slots(), s.selection.slot = ref; });
    for (const octatrack::Setting& setting : octatrack::settings())
        if (session.project.text())
            add(octatrack::path_of(setting), "setting", [name = octatrack::path_of(setting)](Session& s) {
                s.show_bank_map();
                s.views.fields = s.views.inspector = true;
                s.views.field_filter = name;
            });
    for (const card::Set* set : session.tree.sets())
        for (const auto& [path, project] : set->projects)
            add(project.name, "project", [path](Session& s) { s.look_at_project(path); });
    return goals;
}

void find_goals(Session& session, bool opened) {
    GoalList& goals = session.views.goals;
    const u64 document = session.document.revision(), tree = session.tree.revision();
    const bool fresh = !opened && goals.document == document && goals.tree == tree;
    if (fresh && goals.typed == session.views.go_to) return;
    if (!fresh) goals.all = all_goals(session);
    goals.document = document, goals.tree = tree, goals.typed = session.views.go_to;
    std::vector<std::pair<int, std::size_t>> scores;
    const std::string typed = text::folded(goals.typed);
    for (std::size_t i = 0; i < goals.all.size(); i++)
        if (const int score = fit(typed, goals.all[i].folded); score >= 0) scores.emplace_back(score, i);
    std::ranges::sort(scores);
    goals.found.clear();
    for (std::size_t i = 0; i < std::min(scores.size(), shown_goals); i++) goals.found.push_back(scores[i].second);
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
        ui::search_box("Go to or do###go-to", views.go_to, "a pattern, sample, setting, project or command", nullptr, 0, opened);
    find_goals(session, opened);
    const GoalList& goals = views.goals;
    const int count = int(goals.found.size());
    if (typed.changed) views.go_to_row = 0;
    if (typed.down) views.go_to_row++;
    if (typed.up) views.go_to_row--;
    views.go_to_row = count ? (views.go_to_row + count) % count : 0;
    ui::space(4);
    const Goal* chosen = nullptr;
    for (int i = 0; i < count; i++) {
        const Goal& goal = goals.all[goals.found[std::size_t(i)]];
        const std::string label = fmt::format("{}###goal-{}", goal.words, i);
        const auto event = ui::list_row(label.c_str(), {.selected = i == views.go_to_row});
        ui::row_text(8, goal.words);
        ui::row_text_right(8, goal.note);
        if (event.clicked) chosen = &goal;
    }
    if (!count) ui::text("nothing of that name", ui::Tone::faint);
    if (typed.committed && count) chosen = &goals.all[goals.found[std::size_t(views.go_to_row)]];
    if (typed.cancelled) ui::close_dialog();
    if (chosen) go(session, *chosen);
    ui::end_dialog();
}

}  // namespace groovebench::app
