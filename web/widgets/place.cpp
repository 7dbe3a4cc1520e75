#include "widgets/place.h"

#include <cmath>

namespace groovebench::ui {
namespace {

// Where the box goes: moved down so that its middle is the middle of the line (layout.h: line).
ImRect take_box(ImVec2 size) {
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    const float down = ImMax(0.0f, std::floor(window.DC.CurrLineTextBaseOffset - size.y / 2));
    const ImVec2 at{window.DC.CursorPos.x, window.DC.CursorPos.y + down};
    ImGui::ItemSize(size, size.y / 2);
    return {at, {at.x + size.x, at.y + size.y}};
}

}  // namespace

Placed place(const char* label, ImVec2 size) {
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    if (window.SkipItems) return {};
    Placed at;
    at.id = window.GetID(label);
    at.box = take_box(size);
    at.seen = ImGui::ItemAdd(at.box, at.id);
    return at;
}

Placed place_words(ImVec2 size, std::string_view words, const char* name) {
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    if (window.SkipItems) return {};
    Placed at;
    at.box = take_box(size);
    at.seen = ImGui::ItemAdd(at.box, 0);
    Items& items = here().items;
    if (!items.recording()) return at;
    ImRect box = at.box;
    box.ClipWith(window.ClipRect);
    Item item;
    item.label = std::string(words);
    if (name) item.name = name;
    item.window = window.Name;
    item.at = box.Min;
    item.size = {ImMax(0.0f, box.GetWidth()), ImMax(0.0f, box.GetHeight())};
    items.add(std::move(item));
    return at;
}

void finish(const Placed& at, const char* label, bool checked, float rounding) {
    ImGuiContext& g = *ImGui::GetCurrentContext();
    IMGUI_TEST_ENGINE_ITEM_INFO(at.id, label, checked ? ImGuiItemStatusFlags_Checked : 0);
    if (g.NavId != at.id || !g.NavCursorVisible || g.NavWindow == nullptr) return;
    const float out = px(2);
    ImRect ring = at.box;
    ring.Expand(out);
    canvas().AddRect(ring.Min, ring.Max, colours().ring, px(rounding) + out, 0, px(1.5f));
}

Press press(const Placed& at, ImGuiButtonFlags flags) {
    Press press;
    if (at.id == 0) return press;
    press.pressed = ImGui::ButtonBehavior(at.box, at.id, &press.hovered, &press.held, flags);
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    press.focused = g.NavId == at.id && g.NavCursorVisible;
    return press;
}

std::string_view visible(const char* label) { return {label, std::size_t(ImGui::FindRenderedTextEnd(label) - label)}; }

ImDrawList& canvas() { return *ImGui::GetWindowDrawList(); }

Disabled::Disabled(bool disabled) {
    ImGui::PushItemFlag(ImGuiItemFlags_Disabled, disabled || (ImGui::GetItemFlags() & ImGuiItemFlags_Disabled));
}
Disabled::~Disabled() { ImGui::PopItemFlag(); }

}  // namespace groovebench::ui
