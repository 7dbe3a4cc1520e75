// A project with its kits as a zip, and such a zip onto this disk: what goes in, what would be written, what one should know.
#include <imgui.h>

#include "bytes/format.h"
#include "panels/disk_panels.h"

namespace groovebench::app {
namespace {

using opz::PlugState;

void file_line(ui::Icon icon, ui::Tone tone, std::string_view words, std::string_view note, const char* name) {
    ui::line(22);
    ui::icon(icon, tone, 12);
    ui::same(6);
    const float room = ui::width_left() - ui::text_width(note, ui::Face::small) - ui::px(12);
    ui::text(words, tone == ui::Tone::soft ? ui::Tone::text : tone, ui::Face::body, std::max(ui::px(60), room), name);
    ui::tooltip(words);
    ui::from_right(ui::text_width(note, ui::Face::small));
    ui::text(note, ui::Tone::faint, ui::Face::small);
}

// Each kit once, however many tracks use it.
void contents(Session& session, const DiskTold::Project& project) {
    std::vector<u32> seen;
    file_line(ui::Icon::file, ui::Tone::soft, project.path, card::size_in_words(session.document.bytes(project.path).size()),
              "bundle-project");
    for (const auto& use : project.uses) {
        const bool goes = use.state == PlugState::here, away = use.state == PlugState::missing;
        if ((!goes && !away) || std::ranges::find(seen, use.plug) != seen.end()) continue;
        seen.push_back(use.plug);
        const auto* kit = goes ? session.disk.kit(use.path) : nullptr;
        const std::string name = fmt::format("bundle-kit-{}", seen.size());
        if (goes)
            file_line(ui::Icon::wave, ui::Tone::soft, use.path, card::size_in_words(kit ? std::size_t(kit->size) : 0),
                      name.c_str());
        else
            file_line(ui::Icon::warn, ui::Tone::warn, fmt::format("{} of {} is missing and does not go in", use.name, use.track),
                      use.patterns, name.c_str());
    }
}

void out_buttons(BundleOut& bundle) {
    const bool working = bundle.state() == BundleOut::State::working;
    ui::rule();
    ui::line(36);
    if (working)
        ui::progress("progress###bundle-progress", float(bundle.progress()), ui::Tone::accent, ui::px(220));
    else
        ui::text(bundle.message(), bundle.state() == BundleOut::State::failed ? ui::Tone::bad : ui::Tone::ok, ui::Face::small,
                 ui::px(260), "bundle-message");
    ui::from_right(ui::button_width("Cancel") + ui::px(8) + ui::button_width("Download .zip", ui::Icon::download));
    if (ui::button(working ? "Cancel###bundle-cancel" : "Close###bundle-cancel", {.kind = ui::Kind::flat})) {
        bundle.cancel();
        if (!working) ui::close_dialog();
    }
    ui::same(8);
    if (ui::button("Download .zip###bundle-build", {.kind = ui::Kind::go, .icon = ui::Icon::download, .enabled = !working}))
        bundle.build();
}

// ---- in

void plan_lines(const BundleTold& plan) {
    const auto size_of = [&](const std::string& path) {
        const auto file = std::ranges::find(plan.files, path, &BundleTold::File::path);
        return file == plan.files.end() ? std::string() : card::size_in_words(std::size_t(file->size));
    };
    for (std::size_t i = 0; i < plan.kits.size(); i++) {
        const auto& kit = plan.kits[i];
        const std::string name = fmt::format("plan-kit-{}", i + 1);
        if (!kit.written)
            file_line(ui::Icon::check, ui::Tone::ok, kit.to, kit.renamed ? "there already, under this name" : "there already",
                      name.c_str());
        else
            file_line(ui::Icon::plus, kit.renamed ? ui::Tone::warn : ui::Tone::soft, kit.to,
                      kit.renamed ? fmt::format("its name was taken · {}", size_of(kit.to)) : size_of(kit.to), name.c_str());
    }
    file_line(ui::Icon::file, ui::Tone::soft, plan.project, size_of(plan.project), "plan-project");
    for (const std::string& line : plan.lines) {
        ui::line(22);
        ui::icon(ui::Icon::warn, ui::Tone::warn, 12);
        ui::same(6);
        ui::text(line, ui::Tone::warn, ui::Face::small, ui::width_left());
        ui::tooltip(line);
    }
}

// "kick 03, bass 01": where kits would be put.
std::string slots_taken(const BundleTold& plan) {
    std::string words;
    for (const auto& kit : plan.kits) {
        if (!kit.written) continue;
        const std::string_view slot = card::folder_of(kit.to), track = card::name_of(card::folder_of(slot));
        words += fmt::format("{}{} {}", words.empty() ? "" : ", ", track.substr(track.find('-') + 1), card::name_of(slot));
    }
    return words;
}

// Chromium keeps names with ~ from every page.
void hidden_references(const Session& session, const BundleTold& plan) {
    const std::string slots = slots_taken(plan);
    if (slots.empty() || session.card.kind == "zip") return;
    ui::space(8);
    ui::paragraph(
        fmt::format("Kits go into {}. Browsers hide files that begin with ~: a slot that looks empty may hold one.", slots));
}

void target_line(Session& session) {
    BundleIn& bundle = session.bundle_in;
    ui::line(34);
    ui::text("as project", ui::Tone::soft);
    ui::same(12);
    const int chosen = project_number("number###bundle-number", session, bundle.number());
    if (chosen && bundle.state() != BundleIn::State::taking) bundle.plan_for(chosen, session.disk.has_project(chosen));
    if (!session.disk.has_project(bundle.number())) return;
    ui::same(12);
    ui::text("the project that is there is replaced", ui::Tone::warn, ui::Face::small, 0, "bundle-replaces");
}

void in_buttons(BundleIn& bundle) {
    using State = BundleIn::State;
    ui::rule();
    ui::line(36);
    if (bundle.state() == State::taking)
        ui::progress("progress###bundle-in-progress", float(bundle.progress()), ui::Tone::accent, ui::px(220));
    else
        ui::text("an edit that can be undone; saving writes it", ui::Tone::soft, ui::Face::small);
    ui::from_right(ui::button_width("Cancel") + ui::px(8) + ui::button_width("Bring it in", ui::Icon::plus));
    if (ui::button("Cancel###bundle-in-cancel", {.kind = ui::Kind::flat})) bundle.forget(), ui::close_dialog();
    ui::same(8);
    if (ui::button("Bring it in###bundle-in-go",
                   {.kind = ui::Kind::go, .icon = ui::Icon::plus, .enabled = bundle.state() == State::planned}))
        bundle.bring_in();
    if (bundle.state() == State::done) bundle.forget(), ui::close_dialog();
}

}  // namespace

void bundle_out_dialog(Session& session) {
    BundleOut& bundle = session.bundle_out;
    if (session.views.bundle_out_open) {
        session.views.bundle_out_open = false;
        bundle.begin(session.selection.file);
        ui::open_dialog("bundle-out");
    }
    if (!ui::begin_dialog("bundle-out", 600)) {
        if (bundle.state() == BundleOut::State::working) bundle.cancel();  // Escape
        return;
    }
    const auto* project = session.disk.project(bundle.project());
    ui::line(36);
    ui::text(project ? fmt::format("Bundle of {}", project_words(*project)) : "Bundle", ui::Tone::text, ui::Face::big);
    ui::heading("What goes in");
    if (ui::begin_scroll_up_to("bundle-files", ui::px(300)) && project) contents(session, *project);
    ui::end_scroll();
    ui::space(8);
    ui::paragraph(session.document.changed_paths().empty()
                      ? "One zip. It can be brought in to the disk of another OP-Z."
                      : "One zip, of the files as they stand here: edits that are not saved yet go in.");
    out_buttons(bundle);
    ui::end_dialog();
}

void bundle_in_dialog(Session& session) {
    BundleIn& bundle = session.bundle_in;
    if (session.views.bundle_in_open) {
        session.views.bundle_in_open = false;
        ui::open_dialog("bundle-in");
    }
    if (!ui::begin_dialog("bundle-in", 600)) {
        if (bundle.state() > BundleIn::State::choosing) bundle.forget();  // Escape
        return;
    }
    ui::line(36);
    ui::text(fmt::format("Bring in {}", bundle.name()), ui::Tone::text, ui::Face::big);
    target_line(session);
    ui::heading("What comes onto the disk");
    if (ui::begin_scroll_up_to("bundle-plan", ui::px(300))) {
        if (bundle.state() == BundleIn::State::refused)
            ui::paragraph(bundle.message(), ui::Tone::bad);
        else if (bundle.state() == BundleIn::State::planning)
            ui::text("Looking at the kits of the disk…", ui::Tone::faint);
        else
            plan_lines(bundle.plan());
    }
    ui::end_scroll();
    if (bundle.state() == BundleIn::State::planned) hidden_references(session, bundle.plan());
    in_buttons(bundle);
    ui::end_dialog();
}

}  // namespace groovebench::app
