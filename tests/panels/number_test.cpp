#include "panel_test.h"
#include "widgets/widgets.h"

namespace groovebench {
namespace {

// One knob whose value follows its edits, as a panel would do it.
struct KnobPanel {
    ui::Number number{.value = 64, .low = 0, .high = 127, .origin = 64, .shown = "0"};
    int begun = 0, changes = 0, ended = 0, cancelled = 0, cleared = 0;

    void operator()() {
        if (ui::begin_panel("panel", {0, 0}, {400, 300})) {
            const ui::Edit edit = ui::knob("PTCH###knob", number);
            if (edit.changed) number.value = edit.value;
            begun += edit.begun, changes += edit.changed, ended += edit.ended, cancelled += edit.cancelled, cleared += edit.cleared;
        }
        ui::end_panel();
    }
};

TEST(knob, dragging_up_raises_it_in_one_gesture) {
    KnobPanel panel;
    PanelTest test([&] { panel(); });
    test.drag("knob", {0, -30});
    EXPECT_GT(panel.number.value, 80);
    EXPECT_EQ(panel.begun, 1);
    EXPECT_EQ(panel.ended, 1);
    EXPECT_GT(panel.changes, 1);
}

TEST(knob, shift_makes_the_drag_fine) {
    KnobPanel panel;
    PanelTest test([&] { panel(); });
    test.hold(ImGuiMod_Shift, true);
    test.drag("knob", {0, -30});
    EXPECT_GT(panel.number.value, 64);
    EXPECT_LT(panel.number.value, 68);
}

TEST(knob, it_stops_at_its_ends) {
    KnobPanel panel;
    PanelTest test([&] { panel(); });
    test.drag("knob", {0, -280}, 40);
    EXPECT_EQ(panel.number.value, 127);
}

TEST(knob, a_click_alone_changes_nothing) {
    KnobPanel panel;
    PanelTest test([&] { panel(); });
    test.click("knob");
    EXPECT_EQ(panel.begun + panel.changes + panel.ended, 0);
}

TEST(knob, escape_during_a_drag_brings_the_value_back) {
    KnobPanel panel;
    PanelTest test([&] { panel(); });
    test.hover("knob");
    test.press();
    test.move({40, 20});
    EXPECT_NE(panel.number.value, 64);
    test.key(ImGuiKey_Escape);
    EXPECT_EQ(panel.number.value, 64);
    EXPECT_EQ(panel.cancelled, 1);
    test.move({40, 200});
    test.release();
    EXPECT_EQ(panel.number.value, 64);
}

TEST(knob, the_wheel_goes_by_one) {
    KnobPanel panel;
    PanelTest test([&] { panel(); });
    test.wheel("knob", 1);
    EXPECT_EQ(panel.number.value, 65);
    test.wheel("knob", -2);
    EXPECT_EQ(panel.number.value, 63);
    EXPECT_EQ(panel.begun, panel.ended);
}

TEST(knob, digits_typed_over_it_are_taken_as_shown) {
    KnobPanel panel;
    PanelTest test([&] { panel(); });
    test.hover("knob");
    EXPECT_TRUE(ui::digits_taken());
    test.type("-12");
    EXPECT_TRUE(ui::keyboard_taken());
    test.key(ImGuiKey_Enter);
    EXPECT_EQ(panel.number.value, 52);
    EXPECT_FALSE(ui::keyboard_taken());
}

TEST(knob, typing_counts_in_the_unit_that_is_shown) {
    KnobPanel panel;
    panel.number.unit = 0.2;
    PanelTest test([&] { panel(); });
    test.hover("knob");
    test.type("-2");
    test.key(ImGuiKey_Backspace);
    test.type("2.0");
    test.key(ImGuiKey_Enter);
    EXPECT_EQ(panel.number.value, 54);
}

TEST(knob, escape_while_typing_leaves_the_value) {
    KnobPanel panel;
    PanelTest test([&] { panel(); });
    test.hover("knob");
    test.type("99");
    test.key(ImGuiKey_Escape);
    EXPECT_EQ(panel.number.value, 64);
    EXPECT_FALSE(ui::keyboard_taken());
}

TEST(knob, a_double_click_clears) {
    KnobPanel panel;
    PanelTest test([&] { panel(); });
    test.double_click("knob");
    EXPECT_EQ(panel.cleared, 1);
    EXPECT_EQ(panel.changes, 0);
}

TEST(knob, a_disabled_one_does_not_move) {
    KnobPanel panel;
    panel.number.enabled = false;
    PanelTest test([&] { panel(); });
    test.drag("knob", {0, -30});
    EXPECT_EQ(panel.number.value, 64);
    EXPECT_TRUE(test.find("knob")->disabled);
}

}  // namespace
}  // namespace groovebench
