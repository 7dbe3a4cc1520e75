#include "widgets/drag.h"

#include <cstring>

#include "widgets/place.h"

namespace groovebench::ui::drag_detail {

void source(const char* kind, const void* data, std::size_t size, std::string_view words) {
    if (!ImGui::BeginDragDropSource()) return;
    ImGui::SetDragDropPayload(kind, data, size);
    text(words);
    ImGui::EndDragDropSource();
}

bool target(const char* kind, void* into, std::size_t size) {
    // Asked for each of hundreds of steps: the common answer comes first.
    if (!ImGui::IsDragDropActive() || !ImGui::BeginDragDropTarget()) return false;
    const ImGuiPayload* payload =
        ImGui::AcceptDragDropPayload(kind, ImGuiDragDropFlags_AcceptBeforeDelivery | ImGuiDragDropFlags_AcceptNoDrawDefaultRect);
    const bool ours = payload && std::size_t(payload->DataSize) == size;
    if (ours) {
        ImRect box = ImGui::GetCurrentContext()->LastItemData.Rect;
        box.Expand(px(2));
        canvas().AddRect(box.Min, box.Max, colours().ring, px(look::radius + 2), 0, px(2));
    }
    const bool delivered = ours && payload->IsDelivery();
    if (delivered) std::memcpy(into, payload->Data, size);
    ImGui::EndDragDropTarget();  // forgets what was delivered
    return delivered;
}

}  // namespace groovebench::ui::drag_detail
