// Before it goes to the machine: every finding of the archive as it stands, where it is, and what can be done about it.
#include <imgui.h>

#include <algorithm>

#include "bytes/format.h"
#include "panels/panels.h"

namespace groovebench::app {
namespace {

ui::Tone tone_of(Severity severity) {
    return severity == Severity::error ? ui::Tone::bad : severity == Severity::warning ? ui::Tone::warn : ui::Tone::soft;
}

constexpr float place_at = 26, place_most = 300;

// The row leads to the field; the button at its end mends.
void finding_row(Session& session, const FindingTold& finding, int number) {
    const bool usable = session.preflight.current() && !session.preflight.mending();
    const std::string words = fmt::format("{}: {}", finding.place, finding.words);
    const float place_width = std::min(place_most, ui::text_width(finding.place, ui::Face::small) / ui::px(1) + 2),
                words_at = place_at + place_width + 12;
    ui::line(30);
    const float button = finding.offer.empty() ? 0 : ui::button_width(finding.offer) + ui::px(12);
    const float width = std::max(ui::px(words_at + 40), ui::width_left() - button);
    const auto event = ui::list_row(fmt::format("{}###finding-{}", words, number).c_str(), {.height = 30, .width = width});
    ui::row_icon(4, finding.severity == Severity::note ? ui::Icon::info : ui::Icon::warn, tone_of(finding.severity));
    ui::row_text(place_at, finding.place, usable ? ui::Tone::text : ui::Tone::faint, ui::Face::small, place_width);
    ui::row_text(words_at, finding.words, usable ? ui::Tone::soft : ui::Tone::faint, ui::Face::small,
                 width / ui::px(1) - words_at - 8);
    ui::tooltip(words);
    if (event.clicked) session.preflight.show(finding);
    if (finding.offer.empty()) return;
    ui::same(12);
    const std::string label = fmt::format("{}###mend-{}", finding.offer, number);
    if (ui::button(label.c_str(), {.enabled = usable, .small = true, .tip = "an edit, which can be undone"}))
        session.preflight.mend(finding);
}

void headline(const Preflight& preflight, bool current) {
    ui::line(24);
    if (!current) return ui::text("Looking at the archive …", ui::Tone::faint);
    const std::size_t errors = preflight.errors(), all = preflight.findings().size();
    if (!all) {
        ui::icon(ui::Icon::check, ui::Tone::ok);
        ui::same(6);
        return ui::text("Nothing stands in the way of the sample tool or the machine.", ui::Tone::text, ui::Face::body, 0,
                        "preflight-words");
    }
    const std::string words = errors ? fmt::format("{} of {} would stop the sample tool or the machine.", errors, all)
                                     : fmt::format("{} to look at; nothing that would stop the sample tool or the machine.", all);
    ui::text(words, errors ? ui::Tone::bad : ui::Tone::text, ui::Face::body, ui::width_left(), "preflight-words");
}

}  // namespace

void preflight_panel(Session& session) {
    Preflight& preflight = session.preflight;
    if (!preflight.possible()) return ui::text("This is for a backup or a project of an EP-133.", ui::Tone::faint);
    preflight.look();
    if (!preflight.failure().empty()) {
        ui::line(28);
        ui::text(preflight.failure(), ui::Tone::bad, ui::Face::small, ui::width_left() - ui::px(110), "preflight-failure");
        ui::same(12);
        if (ui::link("Look again###preflight-again", ui::Tone::accent, ui::Face::small)) preflight.forget();
        return;
    }
    headline(preflight, preflight.current());
    // What is pressed may change the list.
    const std::vector<FindingTold> findings = preflight.findings();
    ImGuiListClipper clipper;
    clipper.Begin(int(findings.size()), ui::px(30));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; i++) finding_row(session, findings[std::size_t(i)], i + 1);
}

}  // namespace groovebench::app
