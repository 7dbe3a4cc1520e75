// The disk of an OP-Z as a whole, in the editor: which kit a project's tracks use, who uses a kit, what is missing.
#include "editor.h"
#include "opz_files.h"

using namespace groovebench;

namespace {

struct OnDisk : Editor {
    explicit OnDisk(std::map<std::string, Bytes> disk = an_opz_disk()) : Editor(std::move(disk)) { test.frames(12); }
    int asked() const {
        int count = 0;
        for (const app::Request& request : made) count += request.ask == "opz_disk";
        return count;
    }
    // The row of the use that says this.
    std::string row_with(std::string_view words) {
        for (const ui::Item& item : test.items())
            if (item.name.starts_with("use-") && item.label.find(words) != item.label.npos) return item.name;
        return "no row says " + std::string(words);
    }
};

}  // namespace

TEST(opz_disk_panel, a_project_shows_what_its_tracks_use_and_leads_to_the_kit) {
    OnDisk editor;
    ASSERT_EQ(editor.session().selection.file, song);
    const std::string row = editor.row_with("kick kick.aif pattern 4");
    editor.test.click(row), editor.test.frames(8);
    EXPECT_EQ(editor.session().selection.file, kick);
    EXPECT_NE(editor.test.find("tree-file-samplepacks/1-kick/01/kick.aif"), nullptr) << "its folders are unfolded";
}

TEST(opz_disk_panel, a_missing_kit_stands_at_its_track_and_under_problems_and_leads_to_the_field) {
    OnDisk editor;
    const std::string id = std::to_string(opz::kit_id("gone.aif"));
    const std::string row = editor.row_with("perc " + id + " · missing pattern 4");
    ASSERT_EQ(editor.session().problems().count(song), 1u);
    EXPECT_EQ(sentence(editor.session().problems().at(song).back()),
              std::string(song) + ": patterns[4].tracks.perc.plug: expected a kit in samplepacks, found none with the id " + id +
                  ": missing in pattern 4 perc");
    EXPECT_TRUE(editor.session().has_problem(song));
    editor.test.click(row), editor.test.frames(8);
    EXPECT_EQ(editor.session().selection.file, song);
    EXPECT_EQ(editor.session().views.file.field, "patterns[4].tracks.perc.plug");
    EXPECT_NE(editor.test.find("row-patterns[4].tracks.perc.plug"), nullptr);
}

TEST(opz_disk_panel, a_kit_shows_its_projects_and_leads_back) {
    OnDisk editor;
    editor.session().show_file(kick), editor.test.frames(8);
    EXPECT_TRUE(editor.test.shows("project 1 kick"));
    editor.test.click("user-1"), editor.test.frames(8);
    EXPECT_EQ(editor.session().selection.file, song);
    editor.session().show_file("samplepacks/1-kick/02/other.aif"), editor.test.frames(8);
    EXPECT_NE(editor.test.find("no-user"), nullptr);
}

TEST(opz_disk_panel, it_is_asked_again_when_a_plug_changes_and_not_when_another_value_does) {
    OnDisk editor;
    const int before = editor.asked();
    app::Session& session = editor.session();
    session.document.put(song, 520, Bytes(1, std::byte{99}), "tempo"), editor.test.frames(6);
    EXPECT_EQ(editor.asked(), before);
    const std::size_t plug = 572 + 3 * 21392 + 2 * 12;
    const u32 id = opz::kit_id("kick.aif");
    const Bytes named = {std::byte(id), std::byte(id >> 8), std::byte(id >> 16), std::byte(id >> 24)};
    session.document.put(song, plug, named, "plug"), editor.test.frames(8);
    EXPECT_EQ(editor.asked(), before + 1);
    EXPECT_EQ(session.problems().count(song), 0u) << "nothing is missing any more";
    EXPECT_TRUE(editor.row_with("perc kick.aif").starts_with("use-"));
    session.undo(), editor.test.frames(8);
    EXPECT_EQ(session.problems().count(song), 1u);
}

TEST(opz_disk_panel, a_kit_that_is_added_is_no_longer_missing) {
    OnDisk editor;
    app::Session& session = editor.session();
    session.document.add_file("samplepacks/3-perc/01/gone.aif", kit_of(3), "add"), editor.test.frames(8);
    EXPECT_EQ(session.problems().count(song), 0u);
    session.views.unfolded["folder:samplepacks"] = session.views.unfolded["folder:samplepacks/3-perc"] =
        session.views.unfolded["folder:samplepacks/3-perc/01"] = true;
    editor.test.frames(3);
    EXPECT_NE(editor.test.find("tree-file-samplepacks/3-perc/01/gone.aif"), nullptr) << "the tree shows it before it is saved";
    session.undo(), editor.test.frames(8);
    EXPECT_EQ(session.problems().count(song), 1u);
    EXPECT_EQ(editor.test.find("tree-file-samplepacks/3-perc/01/gone.aif"), nullptr);
}

TEST(opz_disk_panel, without_its_kits_nothing_is_called_missing) {
    OnDisk editor({{song, project_with({{0, "kick.aif"}})}});
    EXPECT_EQ(editor.session().problems().count(song), 0u);
    EXPECT_TRUE(editor.test.shows("its disk is not open"));
}

TEST(opz_disk_panel, a_card_of_an_octatrack_is_not_asked_about) {
    OnDisk editor(Editor::new_project());
    EXPECT_EQ(editor.asked(), 0);
    EXPECT_FALSE(editor.session().disk.is_open());
}

TEST(opz_disk_panel, a_new_project_is_added_at_a_free_number_and_undone) {
    OnDisk editor;
    editor.test.click("new-opz"), editor.test.frames(4);
    EXPECT_TRUE(editor.test.shows("projects/project03.opz"));
    editor.test.click("new-opz-add"), editor.test.frames(8);
    app::Session& session = editor.session();
    const std::string path = "projects/project03.opz";
    ASSERT_TRUE(session.document.is_open(path));
    const Bytes blank = opz::blank_project();
    EXPECT_TRUE(std::ranges::equal(session.document.bytes(path), blank));
    EXPECT_EQ(session.selection.file, path);
    EXPECT_EQ(session.document.undo_label(), "new project project03.opz");
    session.undo(), editor.test.frames(6);
    EXPECT_FALSE(session.document.is_open(path));
    EXPECT_TRUE(editor.test.shows("It is not there"));
}
