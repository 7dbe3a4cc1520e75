// The knobs of a page: with steps selected they write p-locks on each of them, with none they turn the part.
#include <imgui.h>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "panels/step_target.h"
#include "session/part_edits.h"
#include "session/pattern_edits.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

constexpr const char* audio_pages[] = {"SRC", "AMP", "LFO", "FX1", "FX2"};
constexpr int audio_first[] = {0, 12, 6, 18, 24};
constexpr const char* midi_pages[] = {"NOTE", "ARP", "LFO", "CTRL1", "CTRL2"};

void set_value(Session& session, const Target& target, int index, u8 value) {
    if (target.steps)
        set_lock(session, target.row, target.steps, index, value);
    else
        set_part_value(session, target.row, index, value);
}

void knob(Session& session, const Target& target, int index) {
    const Common now = common_value(target, index);
    const std::string name = knob_name(target, index);
    const std::string shown = now.mixed ? "—" : value_text(target, index, now.value);
    const std::string label = fmt::format("{}###knob-{}", name, index);
    const Reading reading = target.midi() ? midi_lock_reading(index) : lock_reading(target.part, target.row, index);
    const bool bipolar = reading.origin == 64, has_value = own_value(target, index).has_value() || target.steps;
    const ui::Edit edit = ui::knob(label.c_str(),
                                   {.value = now.value,
                                    .low = 0,
                                    .high = 127,
                                    .origin = int(reading.origin),
                                    .unit = reading.unit,
                                    .shown = shown,
                                    .enabled = has_value},
                                   {.bipolar = bipolar, .locked = now.locked, .mixed = now.mixed});
    const bool over = ImGui::IsItemHovered();
    if (over || edit.begun) session.views.knob = index;
    if (over && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) ui::open_menu("knob-menu");
    if (over) {
        const std::string_view keys = now.locked ? " · Delete clears the lock" : "";
        session.views.pointed = fmt::format("{} {} {} · raw {}{}", row_name(target.row), name, shown, int(now.value), keys);
    }
    // Escape leaves no lock behind that was not there before: the gesture is undone.
    int* began_at = ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("gesture"));
    if (edit.begun) *began_at = int(session.document.position()), session.document.begin_gesture();
    if (edit.changed && !edit.cancelled) set_value(session, target, index, u8(edit.value));
    if (edit.ended || edit.cancelled) session.document.end_gesture();
    if (edit.cancelled && edit.ended && int(session.document.position()) > *began_at) session.document.undo();
    if (edit.cleared && target.steps) clear_lock(session, target.row, target.steps, index);
}

void knob_menu(Session& session, const Target& target) {
    if (!ui::begin_menu("knob-menu")) return;
    const int index = session.views.knob;
    const bool locked = target.steps && common_value(target, index).locked;
    const std::string clear = fmt::format("Clear the lock of {}###knob-clear", knob_name(target, index));
    if (ui::menu_item(clear.c_str(), {.key = "Delete", .enabled = locked})) clear_lock(session, target.row, target.steps, index);
    if (ui::menu_item("Show it as the lane###knob-lane")) session.views.lane = index;
    ui::end_menu();
}

}  // namespace

void knob_section(Session& session, const Target& target) {
    int& page = session.views.lock_page;
    ui::line(36);
    for (int i = 0; i < 5; i++) {
        if (i) ui::same(4);
        const char* words = target.midi() ? midi_pages[i] : audio_pages[i];
        const std::string label = fmt::format("{}###page-{}", words, audio_pages[i]);
        if (ui::chip_button(label.c_str(), page == i)) page = i;
    }
    const int first = audio_first[page];
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float column = ImGui::GetContentRegionAvail().x / 3;
    for (int i = 0; i < 6; i++) {
        if (knob_name(target, first + i) == "-") continue;
        ImGui::SetCursorScreenPos(
            {from.x + float(i % 3) * column + (column - ui::px(56)) / 2, from.y + ui::px(float(i / 3) * 82 + 4)});
        knob(session, target, first + i);
    }
    ImGui::SetCursorScreenPos({from.x, from.y + ui::px(166)});
    ImGui::Dummy({0, 0});
    knob_menu(session, target);
}

}  // namespace groovebench::app
