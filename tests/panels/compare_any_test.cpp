// Compare for the files of the other machines: projects and kits of an OP-Z, archives of an EP-133.
#include "backups.h"
#include "editor.h"
#include "opz_files.h"

using namespace groovebench;

namespace {

struct OnDisk : Editor {
    OnDisk() : Editor(an_opz_disk()) {}
    ByteView now(const char* path) { return session().document.bytes(path); }
};

struct Beside : Editor {
    Beside() : Editor(Archive{"SONG.ppak", test::sound_backup()}) {
        to_choose = test::without_tempo();
        session().compare_here();
        test.frames(10);
    }
};

constexpr const char* second_song = "projects/project02.opz";

}  // namespace

TEST(compare_any, two_projects_of_a_disk_differ_by_name_and_one_difference_is_one_edit) {
    OnDisk editor;
    editor.session().compare_file(song), editor.test.frames(20);
    EXPECT_EQ(editor.session().comparison.sides()[1].folder, second_song);
    EXPECT_TRUE(editor.test.shows("2 differences"));
    const std::string file = "compare-project01.opz", pattern = file + "/Pattern 4", kick_row = pattern + "/kick";
    for (const std::string& row : {file, pattern, kick_row}) editor.test.click(row), editor.test.frames(4);
    const u32 mine = plug_at(editor.now(song), 0), other = plug_at(editor.now(second_song), 0);
    ASSERT_NE(mine, other);
    editor.test.click("take-0"), editor.test.frames(10);
    EXPECT_EQ(plug_at(editor.now(song), 0), other);
    EXPECT_NE(plug_at(editor.now(song), 2), plug_at(editor.now(second_song), 2)) << "the other one stays";
    EXPECT_EQ(editor.session().document.edit_count(), 1u);
    EXPECT_EQ(editor.session().document.undo_label(), std::string("take over from ") + second_song);
    EXPECT_TRUE(editor.test.shows("1 difference"));
    editor.session().undo();
    EXPECT_EQ(plug_at(editor.now(song), 0), mine);
}

TEST(compare_any, a_kit_takes_from_another_kit_as_a_whole) {
    OnDisk editor;
    const char* other = "samplepacks/1-kick/02/other.aif";
    editor.session().compare_file(kick), editor.test.frames(20);
    EXPECT_EQ(editor.session().comparison.sides()[1].folder, other);
    editor.test.click("compare-kick.aif"), editor.test.frames(4);
    editor.test.click("take-0"), editor.test.frames(10);
    EXPECT_TRUE(std::ranges::equal(editor.now(kick), editor.files[other]));
    EXPECT_TRUE(editor.test.shows("Nothing differs"));
}

TEST(compare_any, the_place_of_a_file_offers_it) {
    OnDisk editor;
    editor.session().show_file(song), editor.test.frames(20);
    editor.test.click("file-compare"), editor.test.frames(10);
    EXPECT_EQ(editor.session().selection.view, app::View::compare);
    editor.session().compare_file("import.log"), editor.test.frames(4);
    ASSERT_NE(editor.last("announce"), nullptr);
    EXPECT_NE(editor.last("announce")->json.find("There is no other .log file here"), std::string::npos) << "said, not silent";
}

TEST(compare_any, archives_in_a_folder_take_from_one_another) {
    Editor editor({{"A.ppak", test::sound_backup()}, {"B.ppak", test::without_tempo()}});
    editor.session().compare_file("A.ppak"), editor.test.frames(20);
    EXPECT_TRUE(editor.test.shows("1 difference"));
    editor.test.click("compare-A.ppak"), editor.test.frames(4);
    editor.test.click("take-1"), editor.test.frames(10);
    const ByteView mended = editor.session().document.bytes("B.ppak");
    EXPECT_TRUE(test::differing(editor.files["A.ppak"], Bytes(mended.begin(), mended.end())).empty());
}

TEST(compare_any, the_open_archive_takes_from_one_that_was_opened_beside_it) {
    Beside editor;
    EXPECT_TRUE(editor.test.shows("1 difference"));
    for (const char* row : {"compare-SONG.ppak", "compare-SONG.ppak/Project 1", "compare-SONG.ppak/Project 1/Settings"})
        editor.test.click(row), editor.test.frames(4);
    EXPECT_TRUE(editor.test.shows("tempo 120"));
    editor.test.click("take-0"), editor.test.frames(10);
    EXPECT_EQ(editor.session().document.edit_count(), 1u);
    EXPECT_EQ(editor.session().document.undo_label(), "take over from other.ppak");
    EXPECT_TRUE(editor.test.shows("Nothing differs"));
    EXPECT_TRUE(test::differing(editor.packed(), editor.to_choose).empty());
    editor.session().undo(), editor.test.frames(10);
    EXPECT_TRUE(editor.session().document.changed_paths().empty());
    EXPECT_TRUE(editor.test.shows("1 difference"));
}

TEST(compare_any, an_archive_beside_takes_nothing_and_edits_are_compared_again) {
    Beside editor;
    editor.test.click("compare-SONG.ppak");
    EXPECT_FALSE(editor.session().comparison.can_take(1));
    editor.test.click("take-1"), editor.test.frames(6);
    EXPECT_EQ(editor.session().document.edit_count(), 0u);
    const std::string pad = test::project + "pads/a/p01";
    editor.session().files.want(pad), editor.test.frames(10);
    editor.session().document.put(pad, 16, Bytes(1), "amplitude"), editor.test.frames(10);
    EXPECT_TRUE(editor.test.shows("2 differences"));
}

TEST(compare_any, an_archive_that_cannot_be_read_is_refused_with_its_name) {
    Editor editor(Editor::Archive{"SONG.ppak", test::sound_backup()});
    editor.to_choose = Bytes(100);
    editor.session().compare_here(), editor.test.frames(10);
    EXPECT_NE(editor.session().selection.view, app::View::compare);
    ASSERT_NE(editor.last("announce"), nullptr);
    EXPECT_NE(editor.last("announce")->json.find("other.ppak"), std::string::npos);
}
