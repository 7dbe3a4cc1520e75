// A panel without a browser: an ImGui context with a size and no backend. It draws what it is given for
// some frames; a test finds a widget by its name (what stands after ###) and clicks in its middle.
//
//     PanelTest test([&] { pattern_panel(…); });
//     test.click("t1-s5");
//     EXPECT_TRUE(pattern.trig(0, 4));
#pragma once

#include <gtest/gtest.h>
#include <imgui.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "widgets/ui.h"

namespace groovebench {

class PanelTest {
public:
    explicit PanelTest(std::function<void()> panel, ImVec2 size = {1440, 900});
    ~PanelTest();
    PanelTest(const PanelTest&) = delete;
    PanelTest& operator=(const PanelTest&) = delete;

    // Draws so many frames, a sixtieth of a second apart.
    void frames(int count = 1);
    // Lets seconds pass in one frame: for tooltips, toasts, long presses.
    void wait(double seconds);

    // Null when there is no such item on screen.
    const ui::Item* find(std::string_view name);
    // The first item with this label (words included), or null.
    const ui::Item* find_label(std::string_view label);
    bool shows(std::string_view words);  // some item's label contains them
    const std::vector<ui::Item>& items() const { return ui.items.last(); }

    // Each fails the test when the item is not there or not visible.
    void click(std::string_view name, ImGuiMouseButton button = ImGuiMouseButton_Left);
    void double_click(std::string_view name);
    void hover(std::string_view name);
    void drag(std::string_view name, ImVec2 by, int steps = 8);  // press in its middle, move, release
    void drag_to(std::string_view from, std::string_view to);    // across items: painting steps
    void wheel(std::string_view name, float turns);
    // Down, up; then the keys that were held with it are released.
    void key(ImGuiKey key, ImGuiKeyChord held = 0);
    void type(std::string_view words);

    // For gestures in pieces.
    void move(ImVec2 to);
    void press(ImGuiMouseButton button = ImGuiMouseButton_Left);
    void release(ImGuiMouseButton button = ImGuiMouseButton_Left);
    void hold(ImGuiKey modifier, bool down);  // ImGuiMod_Shift, ImGuiMod_Ctrl …

    std::string clipboard;
    ui::Ui ui;

private:
    ImVec2 middle_of(std::string_view name);
    std::function<void()> draw;
    ImGuiContext* context;
    double now = 0;
};

}  // namespace groovebench
