#include "widgets/number.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "widgets/popup.h"

namespace groovebench::ui {
namespace {

constexpr float fine = 0.1f;  // Shift

// What ImGui keeps for us beside the widget's id while a gesture lasts.
ImGuiID slot(ImGuiID id, ImGuiID which) { return id ^ (0x9E3779B9u * which); }
int& start_of(ImGuiID id) { return *ImGui::GetStateStorage()->GetIntRef(slot(id, 1)); }
float& travelled(ImGuiID id) { return *ImGui::GetStateStorage()->GetFloatRef(slot(id, 2)); }
float& turned(ImGuiID id) { return *ImGui::GetStateStorage()->GetFloatRef(slot(id, 3)); }
bool& moving(ImGuiID id) { return *ImGui::GetStateStorage()->GetBoolRef(slot(id, 4)); }

int within(const Number& n, double value) { return int(std::clamp(std::round(value), double(n.low), double(n.high))); }

void set(Edit& edit, const Number& n, int value) {
    edit.changed = value != n.value;
    edit.value = value;
}

void drag(ImGuiID id, const Number& n, float pixels_a_step, Edit& edit) {
    const ImGuiIO& io = ImGui::GetIO();
    const float moved = (io.MouseDelta.x - io.MouseDelta.y) * (io.KeyShift ? fine : 1);
    travelled(id) += moved / pixels_a_step;
    const float low = float(n.low - start_of(id)), high = float(n.high - start_of(id));
    travelled(id) = std::clamp(travelled(id), low, high);
    set(edit, n, within(n, start_of(id) + double(travelled(id))));
    if (edit.changed && !moving(id)) edit.begun = moving(id) = true;
}

// The press is over: by release or by Escape.
void end_drag(ImGuiID id, const Number& n, bool escaped, Edit& edit) {
    if (!moving(id)) return;
    moving(id) = false;
    edit.ended = true;
    edit.cancelled = escaped;
    if (escaped) set(edit, n, start_of(id));
}

void turn(ImGuiID id, const Number& n, Edit& edit) {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    // A window that is being scrolled keeps the wheel while it passes over us.
    if (g.WheelingWindow != nullptr || g.IO.KeyCtrl) return;
    ImGui::SetItemKeyOwner(ImGuiKey_MouseWheelY);
    turned(id) += g.IO.MouseWheel;
    const int steps = int(turned(id));
    if (steps == 0) return;
    turned(id) -= float(steps);
    set(edit, n, within(n, double(n.value) + steps));
    edit.begun = edit.ended = edit.changed;
}

bool begins_a_number(ImWchar letter) { return (letter >= '0' && letter <= '9') || letter == '-' || letter == '+' || letter == '.'; }

// Takes what was typed in this frame.
void take_letters() {
    std::string& words = here().typed;
    for (const ImWchar letter : ImGui::GetIO().InputQueueCharacters)
        if (begins_a_number(letter) && words.size() < 12) words += char(letter);
}

void begin_typing(ImGuiID id) {
    here().typing = id;
    here().typed.clear();
    take_letters();
    ImGui::SetActiveID(id, ImGui::GetCurrentWindow());
    ImGui::SetActiveIdUsingAllKeyboardKeys();
}

void end_typing() {
    here().typing = 0;
    ImGui::ClearActiveID();
}

void commit(const Number& n, Edit& edit) {
    // A minus as people write it: U+2212 as well as the one on the keyboard.
    std::string words = here().typed;
    for (std::size_t at; (at = words.find("−")) != std::string::npos;) words.replace(at, 3, "-");
    char* end = nullptr;
    const double number = std::strtod(words.c_str(), &end);
    if (end == words.c_str() || !std::isfinite(number)) return;
    set(edit, n, within(n, number / n.unit + n.origin));
    edit.begun = edit.ended = edit.changed;
}

void type_on(const Placed& at, const Number& n, Edit& edit) {
    ImGui::SetActiveIdUsingAllKeyboardKeys();
    take_letters();
    const bool erase = ImGui::IsKeyPressed(ImGuiKey_Backspace, ImGuiInputFlags_Repeat, at.id);
    if (erase && !here().typed.empty()) here().typed.pop_back();
    const auto pressed = [&](ImGuiKey key) { return ImGui::IsKeyPressed(key, 0, at.id); };
    const bool away = ImGui::IsMouseClicked(0) && !at.box.Contains(ImGui::GetIO().MousePos);
    if (pressed(ImGuiKey_Escape)) {
        edit.cancelled = true;
        end_typing();
    } else if (away || pressed(ImGuiKey_Enter) || pressed(ImGuiKey_KeypadEnter) || pressed(ImGuiKey_Tab)) {
        commit(n, edit);
        end_typing();
    }
}

// The first digit typed over a number, or Enter with the keyboard on it.
bool wants_typing(ImGuiID id, const Press& p) {
    ImGuiContext& g = *ImGui::GetCurrentContext();
    if (p.focused && g.NavActivateId == id) {
        begin_typing(id);
        return true;
    }
    if (!(p.hovered || p.focused) || g.ActiveId != 0 || g.IO.KeyCtrl || g.IO.KeyAlt || g.IO.KeySuper) return false;
    here().over_number = true;
    if (g.IO.InputQueueCharacters.empty() || !begins_a_number(g.IO.InputQueueCharacters[0])) return false;
    begin_typing(id);
    return true;
}

void mouse(const Placed& at, const Press& p, const Number& n, float travel, Edit& edit) {
    const ImGuiID id = at.id;
    ImGui::SetKeyOwner(ImGuiKey_Escape, id);
    if (ImGui::IsItemActivated()) {
        start_of(id) = n.value;
        travelled(id) = 0;
        moving(id) = false;
        if (p.hovered && ImGui::IsMouseDoubleClicked(0)) {
            edit.cleared = true;
            ImGui::ClearActiveID();
            return;
        }
        if (ImGui::GetIO().KeyCtrl) return begin_typing(id);
    }
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, 0, id)) {
        end_drag(id, n, true, edit);
        ImGui::ClearActiveID();
        return;
    }
    drag(id, n, std::max(1.0f, travel / float(std::max(1, n.high - n.low))), edit);
}

}  // namespace

// The widget is placed by the caller, within Disabled where the number is not enabled.
Gesture number_gesture(const Placed& at, const Number& number, float travel) {
    Gesture gesture;
    Edit& edit = gesture.edit;
    edit.value = number.value;
    ImGuiContext& g = *ImGui::GetCurrentContext();
    // While something is typed the mouse has no part in it: a press would end it.
    const bool typing = here().typing == at.id && at.id != 0;
    const Press p = typing ? Press{} : press(at, ImGuiButtonFlags_PressedOnClick);
    gesture.hovered = p.hovered, gesture.focused = p.focused;
    if (!number.enabled || at.id == 0) return gesture;
    if (typing) {
        g.ActiveId == at.id ? type_on(at, number, edit) : end_typing();
    } else if (!wants_typing(at.id, p)) {
        if (p.held)
            mouse(at, p, number, travel, edit);
        else if (moving(at.id))
            end_drag(at.id, number, false, edit);
        else if (p.hovered)
            turn(at.id, number, edit);
        if ((p.focused || p.hovered) && ImGui::IsKeyPressed(ImGuiKey_Delete, false)) edit.cleared = true;
    }
    gesture.held = g.ActiveId == at.id;
    gesture.typing = here().typing == at.id;
    if (p.hovered && !gesture.typing) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeNS);
    return gesture;
}

std::string typed_words() { return here().typed + "|"; }

}  // namespace groovebench::ui
