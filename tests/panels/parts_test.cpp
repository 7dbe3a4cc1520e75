// Parts and slots as things: named, copied, cleared, dragged.
#include <cstring>

#include "editor.h"
#include "octatrack/trigs.h"

using namespace groovebench;
using octatrack::MachineType;
using octatrack::TrigType;

namespace {

constexpr const char* bank_path = "SET/SONG/bank01.work";

struct InPattern : Editor {
    InPattern() { test.key(ImGuiKey_P), test.frames(2); }
    const octatrack::Bank& bank() { return *session().project.bank(0); }
};

}  // namespace

TEST(parts, are_renamed_with_f2_in_their_place) {
    InPattern editor;
    editor.test.click("part-2");
    editor.test.key(ImGuiKey_F2), editor.test.frames(3);
    editor.test.key(ImGuiKey_A, ImGuiMod_Ctrl);
    editor.test.type("DRUMS"), editor.test.key(ImGuiKey_Enter), editor.test.frames(2);
    EXPECT_EQ(editor.bank().part_names[1].text.view(), "DRUMS");
    EXPECT_NE(editor.test.find("part-2"), nullptr) << "the row is back";
    editor.test.click("part-2");
    editor.test.key(ImGuiKey_F2), editor.test.frames(3);
    editor.test.type("X"), editor.test.key(ImGuiKey_Escape), editor.test.frames(2);
    EXPECT_EQ(editor.bank().part_names[1].text.view(), "DRUMS");
    editor.session().undo();
    EXPECT_FALSE(editor.session().document.changed(bank_path));
}

TEST(parts, a_name_the_machine_cannot_hold_is_refused_in_words) {
    InPattern editor;
    editor.test.click("part-2");
    editor.test.key(ImGuiKey_F2), editor.test.frames(3);
    editor.test.key(ImGuiKey_A, ImGuiMod_Ctrl);
    editor.test.type("MUCH TOO LONG"), editor.test.key(ImGuiKey_Enter), editor.test.frames(2);
    EXPECT_FALSE(editor.session().document.changed(bank_path));
    EXPECT_NE(editor.last("announce"), nullptr);
}

TEST(parts, are_copied_and_pasted_whole) {
    InPattern editor;
    editor.session().selection.steps = 0;
    editor.test.frames(2);
    editor.test.drag("knob-0", {0, -20});
    editor.test.click("part-1");
    editor.test.key(ImGuiKey_C, ImGuiMod_Ctrl);
    editor.test.click("part-3", ImGuiMouseButton_Right);
    editor.test.click("paste");
    const octatrack::Part &from = editor.bank().parts[0], &to = editor.bank().parts[2];
    EXPECT_EQ(to.index, 2);
    EXPECT_EQ(std::memcmp(&from.fx1, &to.fx1, sizeof from - offsetof(octatrack::Part, fx1)), 0);
    EXPECT_EQ(editor.bank().part_names[2].text.view(), editor.bank().part_names[0].text.view());
    EXPECT_TRUE(editor.bank().parts_edited.at(2));
    const std::size_t edits = editor.session().document.edit_count();
    editor.session().undo();
    EXPECT_EQ(editor.session().document.position() + 1, edits);
    EXPECT_FALSE(editor.bank().parts_edited.at(2));
}

TEST(parts, delete_makes_one_as_new_and_something_else_pressed_lets_go_of_it) {
    InPattern editor;
    editor.session().selection.steps = 0;
    editor.test.frames(2);
    editor.test.drag("knob-0", {0, -20});
    ASSERT_NE(editor.bank().parts[0].source[0].flex.ptch, 64);
    editor.test.click("part-1");
    editor.test.key(ImGuiKey_Delete);
    EXPECT_EQ(editor.bank().parts[0].source[0].flex.ptch, 64);
    editor.test.click("track-T1");
    EXPECT_FALSE(editor.session().selection.part.has_value());
}

TEST(slot_drawer, a_slot_dropped_on_a_step_is_its_sample_lock) {
    InPattern editor;
    editor.test.click("side-slots");
    editor.test.drag_to("drawer-F001", "T1-s5");
    EXPECT_EQ(octatrack::lock_at(editor.track(1), 4, octatrack::sample_lock), 0);
    EXPECT_EQ(octatrack::trig_at(editor.track(1), 4), TrigType::trig);
    editor.session().undo();
    EXPECT_FALSE(editor.session().document.changed(bank_path));
}

TEST(slot_drawer, a_slot_dropped_on_a_track_is_what_its_machine_plays) {
    InPattern editor;
    ASSERT_EQ(editor.bank().parts[0].machines[1].as(), MachineType::static_machine);
    editor.test.click("side-slots");
    editor.test.drag_to("drawer-F001", "T2-s5");
    EXPECT_FALSE(editor.session().document.changed(bank_path)) << "T2 plays static slots";
    EXPECT_NE(editor.last("announce"), nullptr);
    editor.test.drag_to("drawer-F001", "track-T2");
    EXPECT_EQ(editor.bank().parts[0].machines[1].as(), MachineType::flex);
    EXPECT_EQ(editor.bank().parts[0].slots[1].flex, 0);
    EXPECT_TRUE(editor.bank().parts_edited.at(0));
}

TEST(slot_drawer, enter_and_right_click_do_the_same_to_what_is_selected) {
    InPattern editor;
    editor.test.key(ImGuiKey_F, ImGuiMod_Shift), editor.test.frames(2);
    editor.session().selection.row = 0;
    editor.session().selection.select_range(1, 2);
    editor.test.double_click("drawer-F001");
    EXPECT_EQ(octatrack::lock_at(editor.track(1), 1, octatrack::sample_lock), 0);
    EXPECT_EQ(octatrack::lock_at(editor.track(1), 2, octatrack::sample_lock), 0);
    editor.session().selection.row = 2, editor.session().selection.steps = 0;
    editor.test.click("drawer-F001", ImGuiMouseButton_Right);
    editor.test.click("drawer-use");
    EXPECT_EQ(editor.bank().parts[0].machines[2].as(), MachineType::flex);
}

TEST(slots, arrows_move_and_delete_empties_one) {
    Editor editor;
    editor.test.key(ImGuiKey_F), editor.test.frames(2);
    editor.test.key(ImGuiKey_DownArrow);
    ASSERT_EQ(editor.session().selection.slot, (octatrack::SlotRef{octatrack::Pool::flex, 1}));
    editor.test.key(ImGuiKey_Delete), editor.test.frames(2);
    EXPECT_EQ(octatrack::find_sample(*editor.session().project.text(), {octatrack::Pool::flex, 1}), nullptr);
    EXPECT_TRUE(editor.session().document.changed("SET/SONG/project.work"));
    editor.session().undo();
    EXPECT_TRUE(editor.session().document.changed_paths().empty());
}

TEST(slots, the_list_follows_the_text_and_the_patterns) {
    Editor editor;
    editor.test.key(ImGuiKey_F), editor.test.frames(2);
    EXPECT_EQ(editor.session().views.slots.rows(editor.session()).front().uses, 1);
    editor.session().selection.row = 0;
    editor.test.key(ImGuiKey_P), editor.test.frames(2);
    editor.test.click("T1-s1"), editor.test.frames(2);
    editor.test.key(ImGuiKey_F), editor.test.frames(2);
    EXPECT_EQ(editor.session().views.slots.rows(editor.session()).front().uses, 0);
}
