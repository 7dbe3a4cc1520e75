// What lies below the editor: problems, changes, history.
#include <imgui.h>

#include "bytes/format.h"
#include "ep133/pad_keys.h"
#include "panels/panels.h"
#include "panels/remedies.h"

namespace groovebench::app {
namespace {

ui::Tone tone_of(Severity severity) {
    return severity == Severity::error ? ui::Tone::bad : severity == Severity::warning ? ui::Tone::warn : ui::Tone::soft;
}

// Pads with their key.
std::string words_of(Problem problem) {
    problem.file = ep133::with_key(problem.file);
    return sentence(problem);
}

void remedy_line(Session& session, const std::string& path, const std::string& words) {
    ui::line(28);
    ui::icon(ui::Icon::lock, ui::Tone::warn);
    ui::same(6);
    with_remedies(session, path, fmt::format("{}: {}", path, words), ui::Tone::soft);
}

}  // namespace

void problems_panel(Session& session) {
    int number = 0;
    for (const auto& [path, problems] : session.problems())
        for (const Problem& problem : problems) {
            ImGui::PushID(number);
            const std::string words = words_of(problem);
            const std::string label = fmt::format("{}###problem-{}", words, ++number);
            const auto event = ui::list_row(label.c_str());
            ui::row_icon(4, ui::Icon::warn, tone_of(problem.severity));
            ui::row_text(26, words, ui::Tone::text, ui::Face::small);
            if (event.clicked) session.show_problem(path, problem);
            ImGui::PopID();
        }
    for (const std::string& path : session.damaged_banks()) remedy_line(session, path, "some of it may be whole");
    for (const auto& [path, reason] : session.read_only_files()) remedy_line(session, path, reason), ++number;
    if (!number) ui::text("Nothing found.", ui::Tone::faint);
}

void changes_panel(Session& session) {
    const auto& changes = session.changes();
    if (changes.empty())
        return ui::text(session.card.kind == "folder" ? "Everything is as on the card." : "Everything is as it was opened.",
                        ui::Tone::faint);
    for (const auto& group : changes) {
        ui::text(group.heading, ui::Tone::text, ui::Face::medium);
        for (const std::string& line : group.lines) {
            ui::line(20);
            ui::at_column(8);
            ui::dot(ui::Tone::accent);
            ui::same(8);
            ui::text(line, ui::Tone::soft);
        }
        ui::space(8);
    }
}

void history_panel(Session& session) {
    const card::History history = session.document.history();
    ImGuiListClipper clipper;
    clipper.Begin(int(history.labels.size()) + 1, ui::px(26));
    while (clipper.Step())
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; row++) {
            // The newest edit stands first; the last row is the card as it was opened.
            const std::size_t position = history.labels.size() - std::size_t(row);
            const std::string words(position ? history.labels[position - 1] : std::string_view("as opened"));
            const std::string label = fmt::format("{}###history-{}", words, position);
            const auto event = ui::list_row(label.c_str(), {.selected = position == history.position});
            ui::row_text(8, words, position <= history.position ? ui::Tone::text : ui::Tone::faint);
            if (event.clicked) {
                session.document.go_to(position);
                return;  // the labels are no longer what they were
            }
        }
}

}  // namespace groovebench::app
