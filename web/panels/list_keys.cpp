#include "panels/list_keys.h"

#include <imgui_internal.h>  // keys whoever owns them

#include <algorithm>

#include "widgets/ui.h"

namespace groovebench::app {

ListKeys list_keys(float row_height) {
    ListKeys keys;
    if (ui::keyboard_taken() || ui::keyboard_on_widget() || ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopup)) return keys;
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, ImGuiKeyOwner_Any); };
    const int page = std::max(1, int(ImGui::GetWindowHeight() / ui::px(row_height)) - 1);
    keys.by = int(pressed(ImGuiKey_DownArrow)) - int(pressed(ImGuiKey_UpArrow)) +
              page * (int(pressed(ImGuiKey_PageDown)) - int(pressed(ImGuiKey_PageUp)));
    keys.left = pressed(ImGuiKey_LeftArrow), keys.right = pressed(ImGuiKey_RightArrow);
    keys.enter = pressed(ImGuiKey_Enter) || pressed(ImGuiKey_F2);
    keys.home = pressed(ImGuiKey_Home), keys.end = pressed(ImGuiKey_End);
    return keys;
}

void scroll_to_row(int row, float row_height) {
    const float height = ui::px(row_height), top = float(row) * height, seen = ImGui::GetWindowHeight();
    if (top < ImGui::GetScrollY() || top + height > ImGui::GetScrollY() + seen) ImGui::SetScrollY(std::max(0.0f, top - seen / 3));
}

}  // namespace groovebench::app
