// The bank doctor: what of a damaged bank is whole, what is lost; and another bank made of what is whole, when it is asked for.
#include <imgui.h>

#include "bytes/format.h"
#include "panels/panels.h"

namespace groovebench::app {
namespace {

using State = Doctor::State;

ui::Tone tone_of(Wholeness wholeness) {
    return wholeness == Wholeness::whole ? ui::Tone::ok : wholeness == Wholeness::lost ? ui::Tone::bad : ui::Tone::warn;
}
std::string_view word(Wholeness wholeness) {
    constexpr std::string_view words[] = {"whole", "whole, but look at its end", "whole in part", "lost"};
    return words[std::size_t(wholeness)];
}

template <std::size_t N>
void row_of(std::string_view title, const std::array<Wholeness, N>& all) {
    ui::line(28);
    ui::text(title, ui::Tone::soft);
    ui::at_column(110);
    for (std::size_t i = 0; i < N; i++) {
        ui::badge(std::to_string(i + 1), tone_of(all[i]));
        ui::tooltip(fmt::format("{} {}: {}", title, i + 1, word(all[i])));
        if (i + 1 < N) ui::same(4);
    }
}

void lines(const char* name, const std::vector<std::string>& all, ui::Icon icon) {
    if (ui::begin_scroll_up_to(name, ui::px(200)))
        for (const std::string& words : all) {
            ui::line(22);
            ui::icon(icon, ui::Tone::warn, 12);
            ui::same(6);
            ui::text(words, ui::Tone::soft, ui::Face::small, ui::width_left());
            ui::tooltip(words);
        }
    ui::end_scroll();
}

void findings(const Doctor& doctor) {
    const Examined& damage = doctor.damage();
    row_of("Patterns", damage.patterns);
    row_of("Parts", damage.parts);
    row_of("Saved parts", damage.saved_parts);
    ui::heading("What was found");
    lines("doctor-lines", damage.lines, ui::Icon::warn);
    ui::space(8);
    ui::paragraph(
        "Rebuilding keeps every whole pattern and part byte for byte and puts blank ones where something is lost. It is an "
        "edit that can be undone; the card stays as it is until you save.");
}

void outcome(const Doctor& doctor) {
    ui::paragraph(doctor.notes().empty() ? "The bank is whole again: nothing was lost."
                                         : "The bank opens again. Undo brings the damaged one back; saving writes this one.");
    ui::space(4);
    lines("doctor-notes", doctor.notes(), ui::Icon::info);
}

void buttons(Doctor& doctor) {
    ui::rule();
    ui::line(36);
    const bool found = doctor.state() == State::found;
    ui::from_right(ui::button_width("Close") + ui::px(8) + ui::button_width("Rebuild the bank"));
    if (ui::button("Close###doctor-close", {.kind = ui::Kind::flat})) ui::close_dialog();
    ui::same(8);
    if (ui::button("Rebuild the bank###doctor-rebuild", {.kind = ui::Kind::go, .enabled = found})) doctor.rebuild();
}

}  // namespace

void doctor_dialog(Session& session) {
    if (std::exchange(session.views.doctor_open, false)) ui::open_dialog("doctor");
    if (!ui::begin_dialog("doctor", 620)) return;
    Doctor& doctor = session.doctor;
    ui::line(36);
    ui::text(card::name_of(doctor.path()), ui::Tone::text, ui::Face::big);
    ui::same(12);
    ui::text(card::folder_of(doctor.path()), ui::Tone::faint, ui::Face::small);
    ui::space(4);
    switch (doctor.state()) {
        case State::found:
            findings(doctor);
            break;
        case State::rebuilt:
            outcome(doctor);
            break;
        case State::failed:
            ui::paragraph(doctor.message(), ui::Tone::bad);
            break;
        default:
            ui::text("Looking at the bank …", ui::Tone::faint);
    }
    buttons(doctor);
    ui::end_dialog();
}

}  // namespace groovebench::app
