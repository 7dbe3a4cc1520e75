// Make .ppak: which sample goes to which pad of which group, what cannot come along, what stands in the
// way; then the file, built in memory, as a download.
#include <imgui.h>

#include <array>

#include "bytes/format.h"
#include "ep133/pad.h"
#include "octatrack/lock_text.h"
#include "panels/panels.h"

namespace groovebench::app {
namespace {

// The pads of the EP-133 as they are printed on it, p01 to p12.
constexpr auto keys = [] {
    std::array<const char*, ep133::pads_in_a_group> all{};
    for (std::size_t i = 0; i < all.size(); i++) all[i] = ep133::key_of_pad(int(i) + 1).data();
    return all;
}();
constexpr const char* groups[] = {"A", "B", "C", "D"};

ui::Tone tone_of(Severity severity) {
    return severity == Severity::error ? ui::Tone::bad : severity == Severity::warning ? ui::Tone::warn : ui::Tone::soft;
}

std::string source_of(const PpakPlan::Pad& pad) {
    std::string words = fmt::format("T{} {}", pad.key.track + 1, octatrack::label(pad.key.slot));
    return pad.key.slice >= 0 ? words + fmt::format(" slice {}", pad.key.slice + 1) : words;
}

void pad_row(Conversion& conversion, const PpakPlan& plan, std::size_t index) {
    const PpakPlan::Pad& pad = plan.pads[index];
    convert::PadChoice& choice = conversion.choices.pads[pad.key];
    ImGui::PushID(int(index));
    ui::line(26);
    const auto group = ui::choice(fmt::format("group###pad-group-{}", index).c_str(), groups, pad.group, {.width = ui::px(52)});
    if (group) choice.group = group.value, choice.number.reset(), conversion.chosen();
    ui::same(6);
    const std::string shown = pad.number > 12 ? "none left" : keys[pad.number - 1];
    const auto number = ui::choice(fmt::format("pad###pad-number-{}", index).c_str(), keys, pad.number <= 12 ? pad.number - 1 : -1,
                                   {.width = ui::px(74), .shown = shown});
    if (number) choice.number = number.value + 1, conversion.chosen();
    ui::same(12);
    ui::text(source_of(pad), ui::Tone::soft, ui::Face::mono, ui::px(130));
    ui::at_column(290);
    const PpakPlan::Sound& sound = plan.sounds[pad.sound];
    ui::text(fmt::format("{:03} {}", sound.slot, sound.name), ui::Tone::text, ui::Face::body, ui::px(180));
    if (pad.choke) {
        ui::at_column(486);
        ui::chip("choke");
    }
    ImGui::PopID();
}

void report_lines(const PpakPlan& plan) {
    for (const PpakPlan::Line& line : plan.lines) {
        ui::line(22);
        ui::icon(line.severity == Severity::note ? ui::Icon::info : ui::Icon::warn, tone_of(line.severity), 12);
        ui::same(6);
        ui::text(line.words, line.severity == Severity::note ? ui::Tone::soft : tone_of(line.severity), ui::Face::small,
                 ui::width_left());
        ui::tooltip(line.words);
    }
    if (plan.lines.empty()) ui::text("Everything comes along.", ui::Tone::ok);
}

// Groups hold twelve pads: what found no place may go where there is one.
void pads_heading(Conversion& conversion, const PpakPlan& plan) {
    ui::heading("Pads");
    if (!plan.moved) return;
    ui::from_right(ui::button_width("Move surplus pads to free groups"));
    if (ui::button("Move surplus pads to free groups###move-surplus", {.small = true}))
        conversion.choices = *plan.moved, conversion.chosen();
}

void numbers(Conversion& conversion, const PpakPlan& plan) {
    ui::line(30);
    ui::text(fmt::format("{:.1f} BPM · {} bar{} · {} pads · {} sounds · {}{:.2f} MB of 62.85", plan.tempo, plan.bars,
                         plan.bars == 1 ? "" : "s", plan.pads.size(), plan.sounds.size(), plan.memory_known ? "" : "at least ",
                         double(plan.memory_bytes) / 1e6),
             ui::Tone::soft);
    const std::string first = std::to_string(conversion.choices.first_slot);
    ui::from_right(ui::text_width("sounds from slot") + ui::px(70));
    ui::text("sounds from slot", ui::Tone::soft);
    ui::same(8);
    const auto edit = ui::number_field("first slot###first-slot",
                                       {.value = conversion.choices.first_slot, .low = 1, .high = 999, .shown = first}, ui::px(54));
    if (edit.changed) conversion.choices.first_slot = edit.value, conversion.chosen();
}

void buttons(Session& session, bool can_build) {
    Conversion& conversion = session.conversion;
    const bool working = conversion.state() == Conversion::State::working;
    ui::rule();
    ui::line(36);
    if (working)
        ui::progress("progress###ppak-progress", float(conversion.progress()), ui::Tone::accent, ui::px(300));
    else if (conversion.state() == Conversion::State::failed)
        ui::text(conversion.message(), ui::Tone::bad, ui::Face::small, ui::px(420), "ppak-message");
    else if (conversion.state() == Conversion::State::done)
        ui::text(conversion.message(), ui::Tone::ok, ui::Face::small, ui::px(420), "ppak-message");
    else
        ui::text(convert::unproven, ui::Tone::warn, ui::Face::small);
    ui::from_right(ui::button_width("Cancel") + ui::px(8) + ui::button_width("Download .ppak", ui::Icon::download));
    if (ui::button(working ? "Cancel###ppak-cancel" : "Close###ppak-cancel", {.kind = ui::Kind::flat})) {
        conversion.cancel();
        if (!working) ui::close_dialog();
    }
    ui::same(8);
    if (ui::button("Download .ppak###ppak-build", {.kind = ui::Kind::go,
                                                   .icon = ui::Icon::download,
                                                   .enabled = can_build && !working,
                                                   .tip = can_build ? "" : "the lines above say what stands in the way"}))
        conversion.build();
}

}  // namespace

void ppak_dialog(Session& session) {
    if (session.views.ppak_open) {
        session.views.ppak_open = false;
        session.conversion.begin();
        ui::open_dialog("ppak");
    }
    if (!ui::begin_dialog("ppak", 640)) return;
    Conversion& conversion = session.conversion;
    const PpakPlan* asked = conversion.plan();
    const PpakPlan none{.title = session.project.name()};
    const PpakPlan& plan = asked ? *asked : none;
    ui::line(36);
    ui::text(fmt::format("{} → EP-133", plan.title), ui::Tone::text, ui::Face::big);
    ui::same(12);
    ui::text(plan.file_name, ui::Tone::faint, ui::Face::mono);
    numbers(conversion, plan);
    pads_heading(conversion, plan);
    if (ui::begin_scroll("ppak-pads", {0, ui::px(200)}))
        for (std::size_t i = 0; i < plan.pads.size(); i++) pad_row(conversion, plan, i);
    ui::end_scroll();
    ui::heading("What changes on the way");
    if (ui::begin_scroll("ppak-report", {0, ui::px(180)})) {
        if (asked)
            report_lines(plan);
        else
            ui::text("Looking at the pattern and its samples…", ui::Tone::faint);
    }
    ui::end_scroll();
    buttons(session, plan.can_build);
    ui::end_dialog();
}

}  // namespace groovebench::app
