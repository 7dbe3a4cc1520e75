// What was on screen in the last frame, by name: the four hooks that ImGui calls in test builds write
// it down. Tests find a widget here and click in its middle; the page mirrors it for screen readers.
//
// Recording is per ImGui context and off until asked for: then a hook costs one branch.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace groovebench::ui {

struct Item {
    ImGuiID id = 0;
    std::string label;  // what people read
    std::string name;   // what stands after ###; empty for plain words
    std::string window;
    ImVec2 at{0, 0}, size{0, 0};  // the visible part, CSS pixels; size 0: scrolled or clipped away
    bool disabled = false, checked = false;
};

class Items {
public:
    // Starts (or stops) recording for the current context.
    void record(bool wanted);
    bool recording() const { return on; }
    // The items of the last complete frame, in the order they were drawn.
    const std::vector<Item>& last() const { return shown; }
    // By name; the first that has it, visible ones before clipped ones. Null when there is none.
    const Item* find(std::string_view name) const;

    // Called by ui::begin_frame and ui::end_frame.
    void begin();
    void end();
    // Called by the hooks, and by ui::text for words that have no id.
    void add(Item item);
    void describe(ImGuiID id, std::string_view label, bool checked);

private:
    bool on = false;
    std::vector<Item> now, shown;
    std::unordered_map<ImGuiID, std::size_t> index;
};

}  // namespace groovebench::ui
