#include <imgui_internal.h>

#include <cmath>

#include "widgets/field.h"
#include "widgets/layout.h"
#include "widgets/place.h"

namespace groovebench::ui {
namespace {

// Lets ImGui write into a string that grows.
int resize(ImGuiInputTextCallbackData* data) {
    auto* words = static_cast<std::string*>(data->UserData);
    if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
        words->resize(std::size_t(data->BufTextLen));
        data->Buf = words->data();
    }
    return 0;
}

// The box and its padding, so that the words stand in the middle of it as everywhere else.
class FieldStyle {
public:
    FieldStyle(float height, float left) {
        const float size = look().font_size(Face::body);
        const float ascent = look().font(Face::body)->GetFontBaked(size)->Ascent;
        const float top = std::round(height / 2 + look::middle_to_baseline * size - ascent);
        ImGui::PushFont(look().font(Face::body), 13);
        ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(left, std::max(0.0f, top)));
        ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1.0f);
        ImGui::PushStyleColor(ImGuiCol_FrameBg, colours().well);
        ImGui::PushStyleColor(ImGuiCol_FrameBgHovered, colours().well);
    }
    ~FieldStyle() {
        ImGui::PopStyleColor(2);
        ImGui::PopStyleVar(2);
        ImGui::PopFont();
    }
    FieldStyle(const FieldStyle&) = delete;
    FieldStyle& operator=(const FieldStyle&) = delete;
};

// ImGui's own field draws from the cursor; move it to where place() would have put the box.
void centre_on_line(float height) {
    ImGuiWindowTempData& dc = ImGui::GetCurrentWindow()->DC;
    const float down = std::max(0.0f, std::floor(dc.CurrLineTextBaseOffset - height / 2));
    dc.CursorPos.y += down;
    dc.CurrLineTextBaseOffset = 0;
}

WordsEdit field(const char* label, std::string& words, const char* hint, float width, float left, std::size_t limit, bool focus) {
    WordsEdit edit;
    const float height = px(26);
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    if (window.SkipItems) return edit;
    const float line_top = window.DC.CursorPos.y, line_height = window.DC.CurrLineSize.y, base = window.DC.CurrLineTextBaseOffset;
    centre_on_line(height);
    if (focus) {
        ImGui::GetCurrentContext()->NavId = 0;  // an item of a scrolling part that was pressed would take the window back
        ImGui::SetKeyboardFocusHere();
    }
    {
        const FieldStyle style(height, left);
        // The words left of ### are for tests and screen readers; ImGui would draw them beside the box.
        const char* id = std::strstr(label, "###");
        ImGui::PushItemFlag(ImGuiItemFlags_NoNavDefaultFocus, true);
        edit.changed = ImGui::InputTextEx(id ? id : label, hint, words.data(), int(words.capacity()) + 1, {width, height},
                                          ImGuiInputTextFlags_CallbackResize, resize, &words);
        ImGui::PopItemFlag();
        here().items.describe(ImGui::GetItemID(), label, false);
    }
    if (limit > 0 && words.size() > limit) words.resize(limit);
    edit.active = ImGui::IsItemActive();
    edit.committed = ImGui::IsItemDeactivatedAfterEdit();
    edit.cancelled = ImGui::IsItemDeactivated() && ImGui::IsKeyDown(ImGuiKey_Escape);
    if (edit.cancelled) edit.committed = false;
    if (ImGui::IsItemDeactivated() && ImGui::IsKeyDown(ImGuiKey_Enter)) edit.committed = true;
    edit.up = edit.active && ImGui::IsKeyPressed(ImGuiKey_UpArrow);
    edit.down = edit.active && ImGui::IsKeyPressed(ImGuiKey_DownArrow);
    // Restore the line: what follows on it stays centred.
    window.DC.CursorPosPrevLine.y = line_top;
    window.DC.PrevLineSize.y = std::max(line_height, height);
    window.DC.PrevLineTextBaseOffset = std::max(base, height / 2);
    window.DC.CursorPos.y = line_top + window.DC.PrevLineSize.y;
    return edit;
}

}  // namespace

WordsEdit text_field(const char* label, std::string& words, const char* hint, float width, std::size_t limit, bool focus) {
    return field(label, words, hint, width > 0 ? width : width_left(), px(8), limit, focus);
}

WordsEdit search_box(const char* label, std::string& words, const char* hint, const char* key, float width, bool focus) {
    const WordsEdit edit = field(label, words, hint, width > 0 ? width : width_left(), px(30), 0, focus);
    const ImRect box = ImGui::GetCurrentContext()->LastItemData.Rect;
    look::draw_icon(canvas(), Icon::search, {box.Min.x + px(15), box.GetCenter().y}, px(14), colours().faint);
    if (key == nullptr || edit.active) return edit;
    const ImVec2 low{box.Max.x - px(8) - key_width(key), box.GetCenter().y - px(9)};
    const ImVec2 high{low.x + key_width(key), low.y + px(18)};
    canvas().AddRect(low, high, colours().line, px(3));
    draw_words(canvas(), {low.x + px(5), box.GetCenter().y}, key, colours().soft, Face::mono_small);
    return edit;
}

}  // namespace groovebench::ui
