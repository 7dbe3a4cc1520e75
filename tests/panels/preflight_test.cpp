// Before an archive of an EP-133 goes to the machine: the panel that lists what stands in the way, and mends what can be mended.
#include <nlohmann/json.hpp>

#include "backups.h"
#include "editor.h"

using namespace groovebench;

namespace {

struct WithArchive : Editor {
    explicit WithArchive(Bytes archive) : Editor(Archive{"SONG.ppak", archive}), original(std::move(archive)) {
        test.click("show-preflight");
        test.frames(6);
    }
    float tempo() { return overlay<ep133::Settings220>(session().document.bytes(test::project + "settings"))->tempo; }
    Bytes original;
};

}  // namespace

TEST(preflight, a_finding_is_shown_in_its_place_and_leads_to_its_field) {
    WithArchive editor(test::without_tempo());
    EXPECT_TRUE(editor.test.shows("Project 1 · Settings · tempo"));
    EXPECT_TRUE(editor.test.shows("1 of 1 would stop"));
    editor.session().show_file("meta.json"), editor.test.frames(6);
    editor.test.click("finding-1"), editor.test.frames(6);
    EXPECT_EQ(editor.session().selection.file, test::project + "settings");
    EXPECT_EQ(editor.session().views.file.field, "tempo");
    EXPECT_TRUE(editor.session().document.changed_paths().empty());
}

TEST(preflight, a_mend_is_one_edit_that_goes_out_with_the_archive_and_can_be_undone) {
    WithArchive editor(test::without_tempo());
    editor.test.click("mend-1"), editor.test.frames(6);
    EXPECT_EQ(editor.tempo(), 120.0f);
    EXPECT_EQ(editor.session().document.edit_count(), 1u);
    EXPECT_EQ(editor.session().document.undo_label(), "set the tempo to 120 BPM · settings");
    EXPECT_TRUE(editor.test.shows("Nothing stands in the way"));
    EXPECT_EQ(test::differing(editor.original, editor.packed()), std::vector{test::project + "settings"});
    editor.session().undo(), editor.test.frames(6);
    EXPECT_EQ(editor.packed(), editor.original);
    EXPECT_TRUE(editor.test.shows("1 of 1 would stop"));
    editor.session().redo(), editor.test.frames(6);
    EXPECT_TRUE(editor.test.shows("Nothing stands in the way"));
}

TEST(preflight, the_keyboard_opens_it_and_an_edit_elsewhere_is_looked_at_again) {
    WithArchive editor(test::sound_backup());
    EXPECT_TRUE(editor.test.shows("Nothing stands in the way"));
    editor.test.key(ImGuiKey_M, ImGuiMod_Shift), editor.test.frames(4);
    EXPECT_EQ(editor.session().views.bottom, app::Views::Bottom::closed);
    const std::string path = test::project + "pads/a/p01";
    editor.session().show_file(path), editor.test.frames(8);
    EXPECT_TRUE(editor.test.shows("p01 · 7"));
    const std::size_t asked = editor.made.size();
    editor.session().document.put(path, 16, Bytes(1), "amplitude"), editor.test.frames(8);
    for (std::size_t i = asked; i < editor.made.size(); i++) EXPECT_NE(editor.made[i].ask, "preflight");  // nobody looks
    editor.test.key(ImGuiKey_M, ImGuiMod_Shift), editor.test.frames(8);
    EXPECT_TRUE(editor.test.shows("pad 1 (key 7) · amplitude"));
    const std::size_t idle = editor.made.size();
    editor.test.frames(30);
    EXPECT_EQ(editor.made.size(), idle);
}

TEST(preflight, a_sound_gets_a_name_and_a_description_is_added_where_the_tree_shows_them) {
    WithArchive editor(test::with_sound_called("/sounds/7 kick.wav"));
    editor.session().views.unfolded["folder:sounds"] = true;
    ASSERT_TRUE(editor.test.shows("a name like"));
    for (const app::FindingTold& one : editor.session().preflight.findings())
        if (one.words.find("a name like") != std::string::npos) editor.session().preflight.mend(one);
    editor.test.frames(6);
    EXPECT_NE(editor.test.find("tree-file-sounds/007 kick.wav"), nullptr);
    editor.session().views.bottom = app::Views::Bottom::changes, editor.test.frames(4);
    EXPECT_TRUE(editor.test.shows("was called 7 kick.wav"));
    const auto names = test::members_of(editor.packed());
    EXPECT_TRUE(names.contains("sounds/007 kick.wav"));
    EXPECT_FALSE(names.contains("sounds/7 kick.wav"));
    editor.session().undo(), editor.test.frames(6);
    EXPECT_EQ(editor.test.find("tree-file-sounds/007 kick.wav"), nullptr);
    EXPECT_EQ(editor.packed(), editor.original);
}

TEST(preflight, what_concerns_the_archive_itself_is_kept_as_a_change_until_it_is_packed) {
    WithArchive editor(test::without_slashes());
    editor.test.click("mend-1"), editor.test.frames(6);
    EXPECT_TRUE(editor.test.shows("Nothing stands in the way"));
    editor.session().views.bottom = app::Views::Bottom::changes, editor.test.frames(4);
    EXPECT_TRUE(editor.test.shows("every name begins with /"));
    EXPECT_EQ(editor.test.find("tree-file-(archive)"), nullptr);
    EXPECT_TRUE(editor.session().document.undo_label().ends_with(" · SONG.ppak")) << "not of the member it was found at";
    const Bytes packed = editor.packed();
    EXPECT_TRUE(test::differing(editor.original, packed).empty());
    for (const std::string& name : test::entry_names(packed)) EXPECT_TRUE(name.starts_with("/")) << name;
    editor.session().undo();
    EXPECT_EQ(editor.packed(), editor.original);
}

TEST(preflight, an_archive_in_a_folder_is_mended_in_its_place) {
    Editor editor({{"A.ppak", test::without_tempo()}, {"B.ppak", test::sound_backup()}});
    editor.session().show_file("A.ppak"), editor.test.frames(20);
    ASSERT_TRUE(editor.session().has_problem("A.ppak"));
    editor.test.click("show-preflight"), editor.test.frames(8);
    EXPECT_TRUE(editor.test.shows("1 of 1 would stop"));
    editor.test.click("mend-1"), editor.test.frames(20);
    EXPECT_EQ(editor.session().document.undo_label(), "set the tempo to 120 BPM · settings");
    EXPECT_TRUE(editor.test.shows("Nothing stands in the way"));
    EXPECT_FALSE(editor.session().has_problem("A.ppak"));
    const ByteView now = editor.session().document.bytes("A.ppak");
    EXPECT_EQ(test::differing(editor.files["A.ppak"], Bytes(now.begin(), now.end())), std::vector{test::project + "settings"});
    editor.session().undo(), editor.test.frames(20);
    EXPECT_TRUE(editor.test.shows("1 of 1 would stop"));
    editor.session().show_file("B.ppak"), editor.test.frames(20);
    EXPECT_TRUE(editor.test.shows("Nothing stands in the way")) << "of another file";
}

TEST(preflight, a_sound_above_the_rate_of_the_machine_is_brought_to_it_and_not_cut) {
    const Bytes fast = ep133::write_sound(std::vector<i16>(9600, 1000), 1, 96000);
    WithArchive editor(*ep133::Contents::open(test::sound_backup())->with({{"sounds/700 kick.wav", fast}}));
    const auto findings = editor.session().preflight.findings();
    const auto found = std::ranges::find_if(findings, [](const auto& one) { return one.words.find("46875") != std::string::npos; });
    ASSERT_NE(found, findings.end());
    ASSERT_FALSE(found->offer.empty());
    editor.session().preflight.mend(*found), editor.test.frames(8);
    const auto sound = ep133::open_sound(editor.session().document.bytes("sounds/700 kick.wav"));
    ASSERT_TRUE(sound);
    EXPECT_EQ(sound->rate, u32(ep133::device_rate));
    EXPECT_NEAR(double(sound->frames), 9600.0 * ep133::device_rate / 96000, 2);
}

TEST(preflight, the_findings_of_a_file_go_with_the_undone_edit_that_added_it) {
    Editor editor({{"B.ppak", test::sound_backup()}});
    editor.session().document.add_file("A.ppak", test::without_tempo(), "add"), editor.test.frames(10);
    EXPECT_TRUE(editor.session().has_problem("A.ppak"));
    editor.session().undo(), editor.test.frames(10);
    EXPECT_FALSE(editor.session().has_problem("A.ppak"));
    editor.session().redo(), editor.test.frames(10);
    EXPECT_TRUE(editor.session().has_problem("A.ppak"));
}

TEST(preflight, the_top_bar_says_of_an_archive_that_it_is_as_opened) {
    WithArchive editor(test::sound_backup());
    EXPECT_TRUE(editor.test.shows("as opened"));
    EXPECT_FALSE(editor.test.shows("as on the card"));
    EXPECT_TRUE(Editor().test.shows("as on the card"));
}

TEST(preflight, the_save_plan_says_how_many_errors_there_are_when_that_is_known) {
    Editor editor(Editor::Archive{"SONG.ppak", test::without_tempo()});
    const auto plan = [&] { return nlohmann::ordered_json::parse(editor.application.save_plan(false)); };
    EXPECT_FALSE(plan().contains("errors"));
    editor.test.frames(4);
    ASSERT_NE(editor.last("preflighted"), nullptr);
    EXPECT_EQ(editor.last("preflighted")->json, R"({"errors":1})");
    EXPECT_EQ(plan()["errors"], 1);
}

TEST(preflight, a_card_has_no_such_panel) {
    Editor editor;
    EXPECT_EQ(editor.test.find("show-preflight"), nullptr);
    editor.test.key(ImGuiKey_M, ImGuiMod_Shift), editor.test.frames(2);
    EXPECT_EQ(editor.session().views.bottom, app::Views::Bottom::closed);
}
