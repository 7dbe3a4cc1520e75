// How every widget of this folder takes its place and its clicks. Private to the folder.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <string_view>

#include "widgets/words.h"

namespace groovebench::ui {

struct Placed {
    ImGuiID id = 0;
    ImRect box;
    bool seen = false;  // not clipped away: worth drawing
};

// Takes a box of this size on the current line, centred in it, and registers it under the label's id.
Placed place(const char* label, ImVec2 size);
// The same without id and label: for what is only looked at. words are recorded as the item's label.
Placed place_words(ImVec2 size, std::string_view words, const char* name);
// Tells the item hooks what the last item is called, and draws the keyboard's ring around it.
void finish(const Placed& at, const char* label, bool checked = false, float rounding = 4);

struct Press {
    bool pressed = false, hovered = false, held = false, focused = false;
};
Press press(const Placed& at, ImGuiButtonFlags flags = 0);

// "Save…" of "Save…###save".
std::string_view visible(const char* label);
ImDrawList& canvas();
inline ImVec2 middle_left(const ImRect& box, float inset) { return {box.Min.x + inset, (box.Min.y + box.Max.y) / 2}; }
// Disables what follows until it goes out of scope.
class Disabled {
public:
    explicit Disabled(bool disabled);
    ~Disabled();
    Disabled(const Disabled&) = delete;
    Disabled& operator=(const Disabled&) = delete;
};

}  // namespace groovebench::ui
