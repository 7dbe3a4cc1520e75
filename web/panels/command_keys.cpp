// What the keys pressed in a frame mean, by the table of commands.
#include <imgui.h>

#include "panels/commands.h"
#include "panels/pattern_keys.h"
#include "widgets/popup.h"

#include <imgui_internal.h>  // keys whoever owns them

namespace groovebench::app {
namespace {

bool works_here(const Session& session, Scope place) {
    return place == Scope::anywhere || (place == Scope::pattern && session.selection.view == View::pattern) ||
           (place == Scope::compare && session.selection.view == View::compare);
}

// Keys that a widget with the keyboard's ring, or a number under the pointer, takes for itself.
bool is_for_a_widget(const Session& session, ImGuiKeyChord chord) {
    const ImGuiKey key = ImGuiKey(chord & ~ImGuiMod_Mask_);
    const bool acts = key == ImGuiKey_Enter || key == ImGuiKey_Space || key == ImGuiKey_Escape;
    const bool clears = key == ImGuiKey_Delete || key == ImGuiKey_Backspace;
    if (key == ImGuiKey_Escape && ImGui::IsAnyItemActive()) return true;  // a drag is taken back
    // Parts and slots are rows with the ring: what is removed is the row.
    const bool on_a_row = session.selection.part || session.selection.view == View::slots;
    if (ui::keyboard_on_widget() && (acts || (clears && !on_a_row))) return true;
    return (clears || key == ImGuiKey_Period) && ui::digits_taken();
}

// The editors have a cursor of their own: unless the ring is on a widget, these keys are for it.
void keep_editor_keys() {
    if (ui::keyboard_on_widget()) return;
    for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_PageUp,
                               ImGuiKey_PageDown, ImGuiKey_Home, ImGuiKey_End, ImGuiKey_Enter, ImGuiKey_Space})
        ui::keep_key(key);
}

}  // namespace

void handle_keys(Session& session) {
    if (ui::keyboard_taken() || ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopup)) return;
    keep_editor_keys();
    for (const Command& command : commands())
        for (const ImGuiKeyChord key : {command.key, command.other_key})
            if (key && works_here(session, command.place) && !is_for_a_widget(session, key) &&
                ImGui::IsKeyChordPressed(key, ImGuiInputFlags_Repeat, ImGuiKeyOwner_Any) && enabled(session, command))
                return command.run(session);
    if (ui::keyboard_on_widget()) return;
    if (session.selection.view == View::pattern) move_cursor(session);
    if (session.selection.view == View::project) move_on_map(session);
}

}  // namespace groovebench::app
