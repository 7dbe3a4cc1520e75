#include "widgets/items.h"

#include <imgui_internal.h>

namespace groovebench::ui {

void Items::record(bool wanted) {
    on = wanted;
    ImGuiContext& g = *ImGui::GetCurrentContext();
    g.TestEngine = this;
    g.TestEngineHookItems = wanted;
}

const Item* Items::find(std::string_view name) const {
    const Item* clipped = nullptr;
    for (const Item& item : shown) {
        if (item.name != name) continue;
        if (item.size.x > 0 && item.size.y > 0) return &item;
        if (!clipped) clipped = &item;
    }
    return clipped;
}

void Items::begin() {
    now.clear();
    index.clear();
}

void Items::end() { shown.swap(now); }

void Items::add(Item item) {
    if (item.id != 0) index[item.id] = now.size();
    now.push_back(std::move(item));
}

void Items::describe(ImGuiID id, std::string_view label, bool checked) {
    const auto found = index.find(id);
    if (found == index.end()) return;
    Item& item = now[found->second];
    item.checked = checked;
    const std::size_t mark = label.find("###");
    item.label = std::string(label.substr(0, std::min(mark, label.find("##"))));
    if (mark != std::string_view::npos) item.name = std::string(label.substr(mark + 3));
}

}  // namespace groovebench::ui

// The hooks. ImGui declares them and leaves them to whoever defines IMGUI_ENABLE_TEST_ENGINE.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* g, ImGuiID id, const ImRect& box, const ImGuiLastItemData* data) {
    auto* items = static_cast<groovebench::ui::Items*>(g->TestEngine);
    if (!items || id == 0 || !g->CurrentWindow) return;
    ImRect seen = box;
    seen.ClipWith(g->CurrentWindow->ClipRect);
    groovebench::ui::Item item;
    item.id = id;
    item.window = g->CurrentWindow->Name;
    item.at = seen.Min;
    item.size = {ImMax(0.0f, seen.GetWidth()), ImMax(0.0f, seen.GetHeight())};
    item.disabled = data && (data->ItemFlags & ImGuiItemFlags_Disabled);
    items->add(std::move(item));
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* g, ImGuiID id, const char* label, ImGuiItemStatusFlags flags) {
    auto* items = static_cast<groovebench::ui::Items*>(g->TestEngine);
    if (items && label) items->describe(id, label, flags & ImGuiItemStatusFlags_Checked);
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
