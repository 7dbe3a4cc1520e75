// The lane below the steps: one lock of the selected track as bars that can be drawn.
#include <imgui.h>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "panels/pattern_rows.h"
#include "session/pattern_edits.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

std::string lane_name(const Part& part, int row, int index) {
    return row < 8 ? fmt::format("{} {}", lock_page(index), lock_name(part, row, index))
                   : fmt::format("{} {}", midi_lock_page(index), midi_lock_name(index));
}
std::string value_text(const Part& part, int row, int index, u8 value) {
    return row < 8 ? lock_shown(part, row, index, value) : midi_lock_shown(index, value);
}

bool has_knob(const Part& part, int row, int index) {
    return row >= 8 ? midi_lock_exists(index) : index < 30 && lock_name(part, row, index) != "-";
}

u32 locked_lanes(const Pattern& pattern, int row) {
    u32 used = 0;
    for (int step = 0; step < step_count; step++)
        for (int index = 0; index < 30; index++)
            if (lock_at(pattern, row, step, index) != no_lock) used |= 1u << index;
    return used;
}

// Chips for the lanes that hold something, and a list of all.
void lane_chips(Session& session, const Pattern& pattern, const Part& part) {
    const int row = session.selection.row;
    int& lane = session.views.lane;
    const u32 used = locked_lanes(pattern, row) | 1u << lane;
    int shown = 0;
    for (int index = 0; index < 30 && shown < 7; index++) {
        if (!(used >> index & 1) || !has_knob(part, row, index)) continue;
        ui::same(shown++ ? 6 : 12);
        const std::string label = fmt::format("{}###lane-{}", lane_name(part, row, index), index);
        if (ui::chip_button(label.c_str(), index == lane, true, 8)) lane = index;
    }
    std::vector<std::string> names;
    std::vector<int> indices;
    for (int index = 0; index < 30; index++)
        if (has_knob(part, row, index)) names.push_back(lane_name(part, row, index)), indices.push_back(index);
    std::vector<const char*> words;
    for (const std::string& name : names) words.push_back(name.c_str());
    ui::same(6);
    const auto edit = ui::choice("another lane###lane-choice", words, -1, {.width = ui::px(96), .shown = "+ lane", .bare = true});
    if (edit) lane = indices[std::size_t(edit.value)];
}

void bar(Session& session, const Pattern& pattern, const Part& part, int step, ImVec2 size) {
    const int row = session.selection.row, lane = session.views.lane;
    const u8 value = lock_at(pattern, row, step, lane);
    const bool present = value != no_lock;
    const std::string words = present ? value_text(part, row, lane, value) : "";
    const std::string label = fmt::format("{} of step {}###lane-s{}", lane_name(part, row, lane), step + 1, step + 1);
    const auto event = ui::lane_bar(label.c_str(), size,
                                    {.present = present,
                                     .selected = session.selection.has_step(step),
                                     .off_beat = (step / 4) % 2 == 1,
                                     .share = present ? float(value) / 127 : 0,
                                     .words = words});
    if (event.pointer.pressed)
        session.document.begin_group(fmt::format("{} {}: {} drawn", pattern_name(session.selection.bank, session.selection.pattern),
                                                 row_name(row), lane_name(part, row, lane))),
            session.views.lane_drawn = true;
    if (event.pointer.over && session.views.lane_drawn)
        set_lock(session, row, u64(1) << step, lane, u8(std::lround(std::clamp(event.share, 0.0f, 1.0f) * 127)));
    if (event.pointer.context || event.pointer.double_clicked) clear_lock(session, row, u64(1) << step, lane);
}

}  // namespace

void lock_lane(Session& session, const Pattern& pattern, float height) {
    const Selection& at = session.selection;
    const Part* part = session.project.part_of(at.bank, at.pattern);
    if (!part) return;
    if (!has_knob(*part, at.row, session.views.lane)) session.views.lane = at.midi() ? 0 : 15;
    ui::rule(4, 0);
    ui::line(36);
    ui::text(fmt::format("{} LANE", row_name(at.row)), ui::Tone::faint, ui::Face::small_bold);
    lane_chips(session, pattern, *part);

    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float steps_x = ui::px(6 + 26 + 8 + 104 + 8);
    const ui::StepGrid grid{.width = ImGui::GetContentRegionAvail().x - steps_x - ui::px(6), .count = 16};
    for (int i = 0; i < 16; i++) {
        ImGui::SetCursorScreenPos({from.x + steps_x + grid.x(i), from.y});
        const Pattern* now = session.project.pattern(at.bank, at.pattern);
        bar(session, now ? *now : pattern, *part, at.page * 16 + i, {grid.step_width(), height});
    }
    if (session.views.lane_drawn && !ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        session.document.end_group();
        session.views.lane_drawn = false;
    }
}

}  // namespace groovebench::app
