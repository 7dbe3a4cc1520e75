// The gestures every editor shares (ux.md, part 4), one by one, by mouse and by keyboard.
#include <nlohmann/json.hpp>

#include "editor.h"
#include "octatrack/trigs.h"

using namespace groovebench;
using octatrack::no_lock;
using octatrack::TrigType;

namespace {

constexpr const char* bank_path = "SET/SONG/bank01.work";

struct InPattern : Editor {
    InPattern() { test.key(ImGuiKey_P), test.frames(2); }
    u8 lock(int track, int step, int index) { return octatrack::lock_at(this->track(track), step - 1, index); }
    void select(int row, int first, int last) {
        session().selection.row = row;
        session().selection.select_range(first - 1, last - 1);
        test.frames(2);
    }
};

}  // namespace

TEST(knob, takes_an_exact_number_in_the_unit_it_shows) {
    InPattern editor;
    editor.select(0, 1, 1);
    editor.test.hover("knob-0");
    editor.test.type("-2"), editor.test.key(ImGuiKey_Enter);
    EXPECT_EQ(editor.lock(1, 1, 0), 54) << "-2.0 semitones";
    EXPECT_EQ(octatrack::trig_at(editor.track(1), 0), TrigType::trig) << "Enter belonged to the knob";
}

TEST(knob, takes_digits_before_the_tracks_do) {
    InPattern editor;
    editor.select(0, 1, 1);
    editor.test.hover("knob-0");
    editor.test.key(ImGuiKey_5);
    EXPECT_EQ(editor.session().selection.row, 0);
    editor.test.hover("pattern-name");
    editor.test.key(ImGuiKey_5);
    EXPECT_EQ(editor.session().selection.row, 4);
}

TEST(knob, turns_by_the_wheel_and_finely_with_shift) {
    InPattern editor;
    editor.select(0, 1, 1);
    editor.test.wheel("knob-0", 1);
    EXPECT_EQ(editor.lock(1, 1, 0), 65);
    editor.test.drag("knob-0", {0, -20});
    const int coarse = editor.lock(1, 1, 0) - 65;
    editor.session().undo();
    editor.test.hold(ImGuiMod_Shift, true);
    editor.test.drag("knob-0", {0, -20});
    editor.test.hold(ImGuiMod_Shift, false);
    EXPECT_GT(coarse, 5 * (editor.lock(1, 1, 0) - 65));
    EXPECT_GE(editor.lock(1, 1, 0), 65);
}

TEST(knob, is_as_before_after_escape) {
    InPattern editor;
    editor.select(0, 1, 1);
    const auto* item = editor.test.find("knob-0");
    editor.test.move({item->at.x + 20, item->at.y + 20});
    editor.test.press();
    editor.test.move({item->at.x + 20, item->at.y - 30});
    EXPECT_NE(editor.lock(1, 1, 0), no_lock);
    editor.test.key(ImGuiKey_Escape);
    editor.test.release();
    EXPECT_EQ(editor.lock(1, 1, 0), no_lock);
    EXPECT_EQ(editor.session().selection.steps, 1u) << "Escape belonged to the knob";
}

TEST(knob, delete_and_double_click_clear_the_lock_and_leave_the_trig) {
    InPattern editor;
    for (const bool by_key : {true, false}) {
        editor.select(0, 1, 1);
        editor.test.wheel("knob-0", 3);
        ASSERT_NE(editor.lock(1, 1, 0), no_lock);
        if (by_key)
            editor.test.key(ImGuiKey_Delete);
        else
            editor.test.double_click("knob-0");
        EXPECT_EQ(editor.lock(1, 1, 0), no_lock);
        EXPECT_EQ(octatrack::trig_at(editor.track(1), 0), TrigType::trig);
    }
}

TEST(knob, right_click_offers_to_clear_the_lock) {
    InPattern editor;
    editor.select(0, 1, 1);
    editor.test.wheel("knob-0", 3);
    editor.test.click("knob-0", ImGuiMouseButton_Right);
    editor.test.click("knob-clear");
    EXPECT_EQ(editor.lock(1, 1, 0), no_lock);
}

TEST(steps, right_click_offers_what_the_keys_do) {
    InPattern editor;
    editor.test.click("T2-s3", ImGuiMouseButton_Right);
    EXPECT_EQ(octatrack::trig_at(editor.track(2), 2), TrigType::none);
    editor.test.click("one_shot");
    EXPECT_EQ(octatrack::trig_at(editor.track(2), 2), TrigType::one_shot);
}

TEST(steps, arrows_move_the_cursor_and_not_the_ring_of_the_keyboard) {
    InPattern editor;
    editor.select(0, 1, 1);
    editor.test.key(ImGuiKey_RightArrow), editor.test.key(ImGuiKey_DownArrow);
    EXPECT_EQ(editor.session().selection.row, 1);
    EXPECT_EQ(editor.session().selection.steps, 2u);
    EXPECT_FALSE(ui::keyboard_on_widget());
    editor.test.key(ImGuiKey_Enter);
    EXPECT_EQ(octatrack::trig_at(editor.track(2), 1), TrigType::trig);
    editor.test.key(ImGuiKey_End);
    EXPECT_EQ(editor.session().selection.steps, u64(1) << 15);
}

TEST(steps, tab_leads_to_the_widgets_and_their_keys_are_theirs) {
    InPattern editor;
    editor.test.click("track-T1");
    editor.select(0, 1, 1);
    for (int i = 0; i < 3; i++) editor.test.key(ImGuiKey_Tab);
    ASSERT_TRUE(ui::keyboard_on_widget());
    editor.test.key(ImGuiKey_Space);
    EXPECT_EQ(octatrack::trig_at(editor.track(1), 0), TrigType::trig);
    editor.test.key(ImGuiKey_Delete);
    EXPECT_EQ(octatrack::trig_at(editor.track(1), 0), TrigType::trig);
}

TEST(steps, the_line_at_the_bottom_says_what_the_pointer_is_on) {
    InPattern editor;
    editor.select(0, 1, 1);
    editor.test.wheel("knob-0", -10);
    editor.test.hover("T1-s1");
    EXPECT_TRUE(editor.test.shows("T1 step 1 · trig · PTCH -2.0 locked (part: 0.0)"));
    editor.test.hover("T1-s2");
    EXPECT_TRUE(editor.test.shows("T1 step 2 · no trig"));
}

TEST(tracks, without_steps_the_keys_are_about_the_track) {
    InPattern editor;
    editor.test.click("track-T1");
    EXPECT_EQ(editor.session().selection.steps, 0u);
    editor.test.key(ImGuiKey_X, ImGuiMod_Ctrl);
    EXPECT_EQ(octatrack::trig_at(editor.track(1), 0), TrigType::none);
    editor.test.click("track-T4", ImGuiMouseButton_Right);
    editor.test.click("paste");
    EXPECT_EQ(octatrack::trig_at(editor.track(4), 0), TrigType::trig);
    editor.test.key(ImGuiKey_Delete);
    EXPECT_EQ(octatrack::trig_at(editor.track(4), 0), TrigType::none);
}

TEST(patterns, are_copied_pasted_and_cleared_on_the_bank_map) {
    Editor editor;
    editor.test.click("cell-A01");
    editor.test.key(ImGuiKey_C, ImGuiMod_Ctrl);
    editor.test.click("cell-A05", ImGuiMouseButton_Right);
    editor.test.click("paste");
    EXPECT_EQ(octatrack::trig_at(editor.pattern(0, 4).audio_tracks[0], 0), TrigType::trig);
    editor.test.click("cell-A01");
    editor.test.key(ImGuiKey_Delete);
    EXPECT_TRUE(octatrack::is_untouched(editor.pattern(0, 0)));
    editor.test.key(ImGuiKey_Z, ImGuiMod_Ctrl), editor.test.key(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_FALSE(editor.session().document.changed(bank_path));
}

TEST(patterns, arrows_and_enter_choose_and_open_one) {
    Editor editor;
    editor.test.click("cell-A01");
    editor.test.key(ImGuiKey_RightArrow), editor.test.key(ImGuiKey_DownArrow), editor.test.key(ImGuiKey_Enter);
    EXPECT_EQ(editor.session().selection.view, app::View::pattern);
    EXPECT_EQ(editor.session().selection.bank, 1);
    EXPECT_EQ(editor.session().selection.pattern, 1);
}

TEST(command_box, finds_a_setting_and_shows_it) {
    Editor editor;
    editor.test.key(ImGuiKey_K, ImGuiMod_Ctrl), editor.test.frames(3);
    editor.test.type("settings.tempo"), editor.test.frames(2);
    editor.test.key(ImGuiKey_Enter), editor.test.frames(3);
    EXPECT_TRUE(editor.session().views.fields);
    EXPECT_NE(editor.test.find("setting-settings.tempo"), nullptr);
}

TEST(fields, take_an_exact_number_in_the_unit_they_show) {
    Editor editor;
    editor.test.key(ImGuiKey_F), editor.test.frames(2);
    editor.test.click("slot-F001");
    editor.test.hover("attribute-gain");
    editor.test.type("-3.5"), editor.test.key(ImGuiKey_Enter), editor.test.frames(2);
    const auto* block = octatrack::find_sample(*editor.session().project.text(), {octatrack::Pool::flex, 1});
    EXPECT_EQ(block->values.gain, 41);
    EXPECT_EQ(editor.session().document.undo_label(), "F001 gain");
}
