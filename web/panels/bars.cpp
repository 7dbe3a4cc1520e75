// The bar at the top (undo, search, card, save) and the line at the bottom (problems, changes, history,
// what the pointer is on).
#include <imgui.h>

#include <algorithm>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "panels/commands.h"
#include "panels/panels.h"
#include "session/pattern_edits.h"
#include "session/step_words.h"

namespace groovebench::app {
namespace {

void changed_files(Session& session) {
    const std::size_t changed = session.document.changed_paths().size();
    const bool card = session.card.kind == "folder";
    const std::string_view what = session.archive.is_open() ? "BACKUP ·" : "CARD ·";
    const std::string words = !changed ? std::string(card ? "as on the card" : "as opened")
                              : card   ? fmt::format("{} file{} from the card", changed, changed == 1 ? " differs" : "s differ")
                                       : fmt::format("{} file{} changed", changed, changed == 1 ? "" : "s");
    const float name = std::min(ui::text_width(session.card.name), ui::px(160));
    const float around = ui::px(14 + 8 + 8 + 16 + 9 + 6 + 16) + ui::text_width(what);
    ui::from_right(around + name + ui::text_width(words) + ui::button_width("Save…", ui::Icon::save));
    ui::icon(ui::Icon::card);
    ui::same(8);
    ui::text(what, ui::Tone::soft);
    ui::same(8);
    ui::text(session.card.name, ui::Tone::text, ui::Face::body, name, "card-name");
    ui::same(16);
    ui::dot(changed ? ui::Tone::warn : ui::Tone::ok);
    ui::same(6);
    ui::text(words, changed ? ui::Tone::warn : ui::Tone::soft, ui::Face::body, 0, "changed-count");
    ui::same(16);
    if (ui::button("Save…###save", {.kind = ui::Kind::go,
                                    .icon = ui::Icon::save,
                                    .enabled = changed > 0,
                                    .tip = changed ? "what will change, a backup, the proof"
                                                   : fmt::format("nothing differs from {}", session.origin())}))
        run_command(session, "save");
}

std::string where(const Session& session) {
    const Selection& at = session.selection;
    if (!session.views.pointed.empty()) return session.views.pointed;
    if (session.project.folder().empty())
        return session.card.listed ? fmt::format("{} file{}", session.tree.size(), session.tree.size() == 1 ? "" : "s")
                                   : "reading the folder";
    if (session.files.busy()) return fmt::format("reading · {} files to go", session.files.left());
    const octatrack::Pattern* pattern = session.project.pattern(at.bank, at.pattern);
    if (!pattern) return session.project.name();
    const std::string name = octatrack::pattern_name(at.bank, at.pattern);
    if (at.view == View::pattern && at.steps) return fmt::format("{} {} {}", name, row_name(at.row), steps_text(at.steps));
    return pattern_words(session, at.bank, at.pattern);
}

bool bottom_link(Session& session, const char* label, Views::Bottom which, ui::Tone tone) {
    const bool on = session.views.bottom == which;
    const bool pressed = ui::link(label, on ? ui::Tone::text : tone, ui::Face::small);
    if (pressed) session.views.bottom = on ? Views::Bottom::closed : which;
    return pressed;
}

}  // namespace

void top_bar(Session& session) {
    ui::line(look::top_height);
    ui::text("Groovebench", ui::Tone::accent, ui::Face::bold);
    ui::same(12);
    const std::string undo = fmt::format("Undo {}###undo", session.document.undo_label()),
                      redo = fmt::format("Redo {}###redo", session.document.redo_label());
    if (ui::icon_button(undo.c_str(), ui::Icon::undo, session.document.can_undo())) run_command(session, "undo");
    ui::same(4);
    if (ui::icon_button(redo.c_str(), ui::Icon::redo, session.document.can_redo())) run_command(session, "redo");
    ui::same(12);
    std::string nothing;
    const auto box = ui::search_box("Go to a pattern, sample, setting or command###go-to-bar", nothing,
                                    "Go to a pattern, sample, setting or command", "Ctrl K", ui::px(380));
    if (box.active) run_command(session, "go_to");
    changed_files(session);
}

void status_bar(Session& session) {
    ui::line(look::status_height);
    const std::size_t problems = session.problem_count(), changes = session.document.changed_paths().size();
    ui::icon(problems ? ui::Icon::warn : ui::Icon::check, problems ? ui::Tone::warn : ui::Tone::ok, 12);
    ui::same(4);
    bottom_link(session, fmt::format("{} problem{}###show-problems", problems, problems == 1 ? "" : "s").c_str(),
                Views::Bottom::problems, ui::Tone::soft);
    ui::same(16);
    bottom_link(session, fmt::format("{} file{} changed###show-changes", changes, changes == 1 ? "" : "s").c_str(),
                Views::Bottom::changes, ui::Tone::soft);
    ui::same(16);
    bottom_link(session, "History###show-history", Views::Bottom::history, ui::Tone::soft);
    if (session.preflight.possible()) {
        ui::same(16);
        bottom_link(session, "Before it goes to the machine###show-preflight", Views::Bottom::preflight, ui::Tone::soft);
    }
    const std::string words = where(session);
    const float keys = ui::px(16) + ui::key_width("?") + ui::px(6) + ui::text_width("keys", ui::Face::small);
    ui::same(24);
    const float width = std::clamp(ui::text_width(words, ui::Face::small), 1.0f, std::max(1.0f, ui::width_left() - keys));
    ui::from_right(width + keys);
    ui::text(words, ui::Tone::soft, ui::Face::small, width, "status");
    ui::same(16);
    ui::key("?");
    ui::same(6);
    if (ui::link("keys###show-keys", ui::Tone::soft, ui::Face::small)) run_command(session, "keys");
}

}  // namespace groovebench::app
