#include "editor.h"

#include <nlohmann/json.hpp>

#include "octatrack/trigs.h"

using namespace groovebench;
using octatrack::TrigType;

namespace {
constexpr const char* bank_path = "SET/SONG/bank01.work";

struct InPattern : Editor {
    using Editor::Editor;
    InPattern() { test.key(ImGuiKey_P), test.frames(2); }
};
}  // namespace

TEST(bank_map, a_double_click_opens_the_pattern) {
    Editor editor;
    ASSERT_NE(editor.test.find("cell-A03"), nullptr);
    editor.test.double_click("cell-A03");
    editor.test.frames(2);
    EXPECT_EQ(editor.session().selection.view, app::View::pattern);
    EXPECT_EQ(editor.session().selection.pattern, 2);
}

TEST(pattern_panel, a_click_places_a_trig_and_undo_takes_it_back) {
    InPattern editor;
    editor.test.click("T3-s5");
    EXPECT_EQ(octatrack::trig_at(editor.track(3), 4), TrigType::trig);
    EXPECT_TRUE(editor.session().document.changed(bank_path));
    editor.test.key(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_EQ(octatrack::trig_at(editor.track(3), 4), TrigType::none);
    EXPECT_FALSE(editor.session().document.changed(bank_path));
}

TEST(pattern_panel, a_short_click_on_a_trig_removes_it_and_a_long_one_only_selects_it) {
    InPattern editor;
    editor.test.move({editor.test.find("T1-s1")->at.x + 5, editor.test.find("T1-s1")->at.y + 5});
    editor.test.press();
    editor.test.frames(40);
    editor.test.release();
    editor.test.frames(2);
    EXPECT_EQ(octatrack::trig_at(editor.track(1), 0), TrigType::trig);
    EXPECT_EQ(editor.session().selection.steps, 1u);
    editor.test.click("T1-s1");
    editor.test.frames(2);
    EXPECT_EQ(octatrack::trig_at(editor.track(1), 0), TrigType::none);
}

TEST(pattern_panel, a_drag_paints_and_is_one_step_of_undo) {
    InPattern editor;
    editor.test.drag_to("T2-s1", "T2-s4");
    editor.test.frames(2);
    for (int step = 0; step < 4; step++) EXPECT_EQ(octatrack::trig_at(editor.track(2), step), TrigType::trig) << step;
    editor.test.key(ImGuiKey_Z, ImGuiMod_Ctrl);
    EXPECT_FALSE(editor.session().document.changed(bank_path));
}

TEST(pattern_panel, every_trig_type_has_a_key) {
    InPattern editor;
    editor.test.click("T1-s1"), editor.test.frames(2);  // removes the trig and leaves the step selected
    const std::pair<ImGuiKey, TrigType> keys[] = {{ImGuiKey_T, TrigType::trig},
                                                  {ImGuiKey_O, TrigType::one_shot},
                                                  {ImGuiKey_G, TrigType::trigless_trig},
                                                  {ImGuiKey_L, TrigType::trigless_lock}};
    for (const auto& [key, type] : keys) {
        editor.test.key(key), editor.test.frames(1);
        EXPECT_EQ(octatrack::trig_at(editor.track(1), 0), type);
    }
    editor.test.key(ImGuiKey_R), editor.test.frames(1);
    EXPECT_TRUE(bool(octatrack::recorder_trig_at(editor.track(1), 0)));
    editor.test.key(ImGuiKey_Delete), editor.test.frames(1);
    EXPECT_TRUE(octatrack::is_empty_step(editor.track(1), 0));
}

TEST(pattern_panel, shift_selects_a_range_and_control_adds_to_it) {
    InPattern editor;
    editor.test.click("T1-s2"), editor.test.frames(2);
    editor.test.hold(ImGuiMod_Shift, true);
    editor.test.click("T1-s4");
    editor.test.hold(ImGuiMod_Shift, false);
    editor.test.hold(ImGuiMod_Ctrl, true);
    editor.test.click("T1-s9");
    editor.test.hold(ImGuiMod_Ctrl, false);
    EXPECT_EQ(editor.session().selection.steps, 0b1'0000'1110u);
    EXPECT_EQ(octatrack::trig_at(editor.track(1), 8), TrigType::none);
}

TEST(step_inspector, a_knob_locks_every_selected_step_in_one_step_of_undo) {
    InPattern editor;
    editor.session().selection.row = 0;
    editor.session().selection.select_range(0, 3);
    editor.test.frames(2);
    editor.test.drag("knob-0", {0, -20});
    for (int step = 0; step < 4; step++) EXPECT_NE(octatrack::lock_at(editor.track(1), step, 0), octatrack::no_lock) << step;
    EXPECT_EQ(octatrack::trig_at(editor.track(1), 2), TrigType::trigless_lock);
    editor.session().undo();
    EXPECT_FALSE(editor.session().document.changed(bank_path));
}

TEST(step_inspector, a_knob_without_steps_turns_the_working_part_and_marks_it_edited) {
    InPattern editor;
    editor.session().selection.steps = 0;
    editor.test.frames(2);
    editor.test.drag("knob-0", {0, -20});
    const octatrack::Bank& bank = *editor.session().project.bank(0);
    EXPECT_NE(bank.parts[0].source[0].flex.ptch, 64);
    EXPECT_EQ(bank.saved_parts[0].source[0].flex.ptch, 64);
    EXPECT_TRUE(bank.parts_edited.at(0));
}

TEST(clipboard, a_track_is_copied_to_another_as_text) {
    InPattern editor;
    editor.session().selection = {.project = "SET/SONG", .view = app::View::pattern};
    editor.test.key(ImGuiKey_C, ImGuiMod_Ctrl), editor.test.frames(2);
    EXPECT_NE(editor.test.clipboard.find("Groovebench"), std::string::npos);
    editor.session().selection.row = 4;
    editor.test.key(ImGuiKey_V, ImGuiMod_Ctrl), editor.test.frames(2);
    EXPECT_EQ(octatrack::trig_at(editor.track(5), 0), TrigType::trig);
}

TEST(saving, the_plan_names_the_change_and_only_its_bytes_and_the_sum_differ) {
    InPattern editor;
    editor.test.click("T3-s5"), editor.test.frames(2);
    const auto plan = nlohmann::ordered_json::parse(editor.application.save_plan(false));
    ASSERT_EQ(plan["steps"].size(), 1u);
    EXPECT_EQ(plan["steps"][0]["path"], bank_path);
    EXPECT_NE(plan["changes"][0]["lines"][0].get<std::string>().find("T3"), std::string::npos);
    const Bytes written = editor.application.plan_bytes(bank_path), before = *editor.application.original_bytes(bank_path);
    int differing = 0;
    for (std::size_t i = 0; i + 2 < written.size(); i++) differing += written[i] != before[i];
    EXPECT_EQ(differing, 1);
    EXPECT_EQ(editor.application.verify(bank_path, written), "[]");
    EXPECT_NE(editor.application.verify(bank_path, Bytes(100)), "[]");
}

TEST(bad_input, a_truncated_bank_is_a_problem_and_the_others_stay_usable) {
    auto card = Editor::new_project();
    card["SET/SONG/bank02.work"].resize(1000);
    Editor editor(std::move(card));
    EXPECT_EQ(editor.session().problem_count(), 1u);
    EXPECT_EQ(editor.session().project.bank(1), nullptr);
    EXPECT_NE(editor.session().project.bank(0), nullptr);
}

TEST(bad_input, a_bank_with_a_wrong_checksum_is_read_only_until_the_user_consents) {
    auto card = Editor::new_project();
    card[bank_path].back() ^= std::byte(1);
    Editor editor(std::move(card));
    editor.test.key(ImGuiKey_P), editor.test.frames(2);
    editor.test.click("T3-s5"), editor.test.frames(2);
    EXPECT_EQ(octatrack::trig_at(editor.track(3), 4), TrigType::none);
    editor.session().document.allow(bank_path);
    editor.test.click("T3-s6"), editor.test.frames(2);
    EXPECT_EQ(octatrack::trig_at(editor.track(3), 5), TrigType::trig);
}

TEST(journal, edits_of_a_lost_tab_come_back) {
    nlohmann::ordered_json records = nlohmann::ordered_json::array();
    {
        InPattern editor;
        editor.test.click("T3-s5"), editor.test.frames(3);
        for (const app::Request& request : editor.made)
            if (request.ask == "journal") records.push_back(request.json);
    }
    ASSERT_FALSE(records.empty());
    Editor next;
    next.application.tell("restore", records.dump());
    next.test.frames(10);
    EXPECT_EQ(octatrack::trig_at(next.track(3), 4), TrigType::trig);
    EXPECT_TRUE(next.session().document.can_undo());
}

TEST(journal, a_damaged_record_is_cut_off_so_that_later_edits_are_kept) {
    nlohmann::ordered_json records = nlohmann::ordered_json::array();
    const auto collect = [&](const std::vector<app::Request>& made) {
        for (const app::Request& request : made) {
            if (request.ask == "journal_rewrite") records = nlohmann::ordered_json::parse(request.json);
            if (request.ask == "journal") records.push_back(request.json);
        }
    };
    {
        InPattern editor;
        editor.test.click("T3-s5"), editor.test.frames(3);
        editor.test.click("T3-s6"), editor.test.frames(3);
        collect(editor.made);
    }
    records.back() = "{";
    {
        InPattern next;
        next.application.tell("restore", records.dump());
        next.test.frames(10);
        EXPECT_NE(next.last("restored"), nullptr);
        EXPECT_EQ(octatrack::trig_at(next.track(3), 5), TrigType::none);
        next.test.click("T3-s7"), next.test.frames(3);
        collect(next.made);
    }
    Editor third;
    third.application.tell("restore", records.dump());
    third.test.frames(10);
    EXPECT_EQ(third.last("journal_rewrite"), nullptr);
    EXPECT_EQ(octatrack::trig_at(third.track(3), 4), TrigType::trig);
    EXPECT_EQ(octatrack::trig_at(third.track(3), 6), TrigType::trig);
}

TEST(ppak, a_pattern_with_its_sample_becomes_a_download) {
    Editor editor;
    editor.test.key(ImGuiKey_E), editor.test.frames(10);
    editor.test.click("ppak-build");
    editor.test.frames(120);
    ASSERT_TRUE(editor.downloads.contains("SONG_A01.ppak"));
    EXPECT_EQ(text_of(ByteView(editor.downloads["SONG_A01.ppak"]).first(2)), "PK");
}

TEST(command_box, goes_to_a_pattern_by_its_name) {
    Editor editor;
    editor.test.key(ImGuiKey_K, ImGuiMod_Ctrl), editor.test.frames(3);
    editor.test.type("b07"), editor.test.frames(2);
    editor.test.key(ImGuiKey_Enter), editor.test.frames(3);
    EXPECT_EQ(editor.session().selection.bank, 1);
    EXPECT_EQ(editor.session().selection.pattern, 6);
}
