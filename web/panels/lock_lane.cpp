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
    return row >= 8 ? midi_lock_exists(index) : index < audio_unused_lock && lock_name(part, row, index) != "-";
}

// Every lane there is, for the list behind "+ add lane".
struct Lanes {
    const Part& part;
    int row;
    std::vector<int> indices;
    std::string words;
};

Lanes all_lanes(const Part& part, int row) {
    Lanes lanes{part, row, {}, {}};
    for (int index = 0; index < audio_unused_lock; index++)
        if (has_knob(part, row, index)) lanes.indices.push_back(index);
    return lanes;
}

void add_lane(Session& session, const Part& part, int row) {
    Lanes lanes = all_lanes(part, row);
    const auto words = [](void* data, int i) {
        Lanes& all = *static_cast<Lanes*>(data);
        all.words = lane_name(all.part, all.row, all.indices[std::size_t(i)]);
        return all.words.c_str();
    };
    const auto edit = ui::choice("another lane###lane-choice", int(lanes.indices.size()), words, &lanes, -1,
                                 {.width = ui::px(96), .shown = "+ add lane", .bare = true});
    if (edit) session.views.lane = lanes.indices[std::size_t(edit.value)];
}

// Chips for the lanes that hold something, and a list of all.
void lane_chips(Session& session, const PatternShown& shown) {
    const int row = session.selection.row;
    int& lane = session.views.lane;
    const u32 used = shown.steps.locks[std::size_t(row)] | 1u << lane;
    int chips = 0;
    for (int index = 0; index < audio_unused_lock && chips < 7; index++) {
        if (!(used >> index & 1) || !has_knob(shown.part, row, index)) continue;
        ui::same(chips++ ? 6 : 12);
        const std::string label = fmt::format("{}###lane-{}", lane_name(shown.part, row, index), index);
        if (ui::chip_button(label.c_str(), index == lane, true, 8)) lane = index;
    }
    ui::same(12);
    add_lane(session, shown.part, row);
}

void draw_value(Session& session, const Part& part, int step, const ui::BarEvent& event) {
    const Selection& at = session.selection;
    const int lane = session.views.lane;
    if (event.pointer.pressed) {
        session.document.begin_group(
            fmt::format("{} {}: {} drawn", pattern_name(at.bank, at.pattern), row_name(at.row), lane_name(part, at.row, lane)));
        session.views.lane_drawn = true;
    }
    if (event.pointer.over && session.views.lane_drawn)
        set_lock(session, at.row, u64(1) << step, lane, u8(std::lround(std::clamp(event.share, 0.0f, 1.0f) * 127)));
    const bool clear = event.pointer.context || event.pointer.double_clicked;
    if (clear) clear_lock(session, at.row, u64(1) << step, lane);
}

void bar(Session& session, const PatternShown& shown, int step, ImVec2 size) {
    const int row = session.selection.row, lane = session.views.lane;
    const u8 value = lock_at(shown.pattern, row, step, lane);
    const bool present = value != no_lock;
    const std::string words = present ? value_text(shown.part, row, lane, value) : "";
    const ui::Name label = ui::name("lock of step %d###lane-s%d", step + 1, step + 1);
    const auto event = ui::lane_bar(label, size,
                                    {.present = present,
                                     .selected = session.selection.has_step(step),
                                     .off_beat = (step / 4) % 2 == 1,
                                     .share = present ? float(value) / 127 : 0,
                                     .words = words});
    if (event.pointer.hovered)
        session.views.pointed = fmt::format("{} step {} · {} {}", row_name(row), step + 1, lane_name(shown.part, row, lane),
                                            present ? words : "not locked");
    draw_value(session, shown.part, step, event);
}

}  // namespace

void lock_lane(Session& session, const PatternShown& shown, float height) {
    const Selection& at = session.selection;
    if (!has_knob(shown.part, at.row, session.views.lane)) session.views.lane = at.midi() ? 0 : 15;
    ui::rule(4, 0);
    ui::line(36);
    ui::text(fmt::format("{} LANE", row_name(at.row)), ui::Tone::faint, ui::Face::small_bold);
    lane_chips(session, shown);

    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float steps_x = ui::px(row_steps_x);
    const ui::StepGrid grid = step_grid(ImGui::GetContentRegionAvail().x);
    for (int i = 0; i < 16; i++) {
        ImGui::SetCursorScreenPos({from.x + steps_x + grid.x(i), from.y});
        bar(session, shown, at.page * 16 + i, {grid.step_width(), height});
    }
    if (session.views.lane_drawn && !ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        session.document.end_group();
        session.views.lane_drawn = false;
    }
}

}  // namespace groovebench::app
