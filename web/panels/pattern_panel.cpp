// The pattern editor: a header with what the pattern plays and how long, then T1–T8 and M1–M8 with their
// steps, then a lane for one lock of the selected track.
#include <imgui.h>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "panels/commands.h"
#include "panels/panels.h"
#include "panels/pattern_rows.h"
#include "panels/step_press.h"
#include "session/pattern_edits.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

int scale_mode_length(const PatternTail& tail) { return tail.scale_mode == 1 ? int(tail.master_length) : int(tail.length); }

int pages_of(const Pattern& pattern) {
    int longest = 1;
    for (int row = 0; row < row_count; row++) longest = std::max(longest, row_length(pattern, row));
    return (longest + 15) / 16;
}

void labelled(std::string_view words, float before) {
    ui::same(before);
    ui::text(words, ui::Tone::soft);
    ui::same(8);
}

void part_choice(Session& session, const PatternTail& tail) {
    Selection& at = session.selection;
    std::string names[part_count];
    const char* words[part_count];
    for (int i = 0; i < part_count; i++) {
        names[i] = fmt::format("Part {} {}", i + 1, session.project.part_name(at.bank, i));
        words[i] = names[i].c_str();
    }
    const auto edit = ui::choice("plays part###pattern-part", words, tail.part & 3,
                                 {.width = ui::choice_width(words[tail.part & 3], true), .chip = true});
    if (edit)
        session.document.set(tail.part, u8(edit.value),
                             fmt::format("{} plays {}", pattern_name(at.bank, at.pattern), names[edit.value]));
}

void length_field(Session& session, const PatternTail& tail, const std::string& name) {
    const bool per_track = tail.scale_mode == 1;
    const int length = scale_mode_length(tail);
    const std::string shown = length == PatternTail::infinite ? "INF" : std::to_string(length);
    const auto edit = ui::number_field("length###pattern-length",
                                       {.value = length, .low = 2, .high = per_track ? 1024 : 64, .shown = shown}, 0, true);
    if (length != PatternTail::infinite) {
        ui::same(0);
        ui::text(fmt::format("/{}", (length + 15) / 16 * 16), ui::Tone::faint, ui::Face::mono);
    }
    if (edit.begun) session.document.begin_gesture();
    if (edit.changed && per_track) session.document.set(tail.master_length, u16(edit.value), name + " master length");
    if (edit.changed && !per_track) session.document.set(tail.length, u8(edit.value), name + " length");
    if (edit.ended) session.document.end_gesture();
}

void scale_choice(Session& session, const PatternTail& tail, const std::string& name) {
    const char* words[std::size(scale_words)];
    for (std::size_t i = 0; i < std::size(scale_words); i++) words[i] = scale_words[i].word.data();
    const auto& field = tail.scale_mode == 1 ? tail.master_scale : tail.scale;
    const auto edit =
        ui::choice("scale###pattern-scale", words, field,
                   {.width = ui::choice_width(words[std::min<std::size_t>(field, std::size(words) - 1)]), .bare = true});
    if (edit) session.document.set(field, u8(edit.value), name + " scale");
}

void tempo_field(Session& session, const PatternTail& tail, const std::string& name) {
    const Project* text = session.project.text();
    const bool own = text && pattern_tempo(*text);
    const int stored = own || !text ? int(tail.tempo_x24) : int(tempo_x24(*text));
    const std::string shown = fmt::format("{:.1f}", stored / 24.0);
    const auto edit = ui::number_field("tempo###pattern-tempo",
                                       {.value = stored,
                                        .low = 720,
                                        .high = 7200,
                                        .unit = 1 / 24.0,
                                        .shown = shown,
                                        .tip = own ? "tempo of this pattern" : "tempo of the project: pattern tempo is off",
                                        .enabled = own},
                                       0, true);
    if (edit.begun) session.document.begin_gesture();
    if (edit.changed) session.document.set(tail.tempo_x24, u16(edit.value), name + " tempo");
    if (edit.ended) session.document.end_gesture();
}

void mode_choice(Session& session, const PatternTail& tail, const std::string& name) {
    constexpr const char* words[] = {"normal", "per track"};
    const auto edit = ui::choice("mode###pattern-mode", words, tail.scale_mode,
                                 {.width = ui::choice_width(words[tail.scale_mode & 1]), .bare = true});
    if (edit) session.document.set(tail.scale_mode, u8(edit.value), name + " mode");
}

void page_buttons(Session& session, const Pattern& pattern) {
    const int pages = pages_of(pattern);
    for (int page = 0; page < 4; page++) {
        if (page) ui::same(4);
        const std::string label = fmt::format("{}###page-{}", page + 1, page + 1);
        if (ui::chip_button(label.c_str(), session.selection.page == page, true)) session.selection.page = page;
        if (page >= pages) ui::tooltip("beyond the length of every track: trigs here are kept, and silent");
    }
}

void header(Session& session, const Pattern& pattern) {
    const Selection& at = session.selection;
    const std::string name = pattern_name(at.bank, at.pattern);
    ui::line(52);
    ui::text(name, ui::Tone::text, ui::Face::big, 0, "pattern-name");
    const bool narrow = ui::width_left() < ui::px(760);  // fewer words, and an icon instead of the button
    if (narrow)
        ui::same(16);
    else
        labelled("plays", 14);
    part_choice(session, pattern.tail);
    labelled("length", 14);
    length_field(session, pattern.tail, name);
    labelled("scale", 14);
    scale_choice(session, pattern.tail, name);
    labelled("tempo", 0);  // a list keeps room for its arrow
    tempo_field(session, pattern.tail, name);
    labelled("mode", 14);
    mode_choice(session, pattern.tail, name);
    ui::same(0);
    const float pages = 4 * ui::chip_button_width("1") + 3 * ui::px(4);
    ui::from_right(pages + (narrow ? ui::px(8 + 26) : ui::px(16) + ui::button_width("Make .ppak…")));
    page_buttons(session, pattern);
    ui::same(narrow ? 8 : 16);
    const char* tip = "an EP-133 project from this pattern and its samples";
    if (narrow ? ui::icon_button("Make .ppak…###make-ppak", ui::Icon::download)
               : ui::button("Make .ppak…###make-ppak", {.small = true, .tip = tip}))
        run_command(session, "make_ppak");
}

}  // namespace

void pattern_panel(Session& session) {
    const Selection& at = session.selection;
    const Pattern* pattern = session.project.pattern(at.bank, at.pattern);
    if (!pattern) {
        const std::string& path = session.project.bank_path(at.bank);
        const auto failure = session.files.failure(path);
        const bool waits = session.files.state(path) == FileState::waiting;
        ui::empty_state(waits ? ui::Icon::clock : ui::Icon::warn, waits ? "Reading the bank" : "This bank cannot be shown",
                        !failure.empty() ? failure
                        : waits          ? path
                                         : "The problems below say what is wrong with its file.");
        return;
    }
    header(session, *pattern);
    // An edit in place keeps the bytes where they are, so these live as long as the frame.
    const PatternShown shown{*pattern, *session.project.part_of(at.bank, at.pattern), session.project.steps(at.bank, at.pattern)};
    const float lane = session.views.lane_height > 0 ? session.views.lane_height : 150;
    const float below = ui::px(lane + 48);
    if (ui::begin_scroll("rows", {0, std::max(ui::px(120), ImGui::GetContentRegionAvail().y - below)})) {
        for (int row = 0; row < row_count; row++) pattern_row(session, shown, row);
        end_press(session);
        step_menu(session);
        track_menu(session);
    }
    ui::end_scroll();
    lock_lane(session, shown, ui::px(lane));
}

}  // namespace groovebench::app
