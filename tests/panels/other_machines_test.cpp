// Files of machines that the application has no tables of: the workshop tells their rows and puts their values.
#include "editor.h"
#include "opz/blank.h"

using namespace groovebench;

namespace {

constexpr const char* path = "projects/project01.opz";

std::map<std::string, Bytes> a_disk() { return {{path, opz::blank_project()}, {"readme.txt", Bytes(4, std::byte{'x'})}}; }

struct OnDisk : Editor {
    OnDisk() : Editor(a_disk()) { test.frames(8); }
    Bytes bytes() {
        const ByteView now = session().document.bytes(path);
        return {now.begin(), now.end()};
    }
};

}  // namespace

TEST(other_machines, a_project_of_an_opz_is_shown_when_its_disk_is_opened) {
    OnDisk editor;
    EXPECT_EQ(editor.session().selection.file, path);
    EXPECT_TRUE(editor.test.shows("opz project"));
    EXPECT_EQ(ui::look().machine, look::Machine::opz);
    ASSERT_NE(editor.test.find("row-patterns"), nullptr);
    editor.test.click("row-patterns"), editor.test.frames(4);
    editor.test.click("row-patterns[2]"), editor.test.frames(4);
    EXPECT_NE(editor.test.find("row-patterns[2].tracks"), nullptr);
}

TEST(other_machines, a_value_that_is_typed_is_one_edit_of_its_bytes) {
    OnDisk editor;
    const Bytes before = editor.bytes();
    editor.test.click("row-tempo"), editor.test.frames(4);
    editor.test.key(ImGuiKey_Enter), editor.test.frames(2);
    editor.test.key(ImGuiKey_A, ImGuiMod_Ctrl);
    editor.test.type("133"), editor.test.key(ImGuiKey_Enter), editor.test.frames(6);
    Bytes wanted = before;
    wanted[520] = std::byte{133};
    EXPECT_TRUE(editor.bytes() == wanted);
    EXPECT_EQ(editor.session().document.undo_label(), "project01.opz tempo");
    editor.session().views.bottom = app::Views::Bottom::changes;
    editor.test.frames(4);
    EXPECT_TRUE(editor.test.shows("133"));
    editor.session().undo();
    EXPECT_TRUE(editor.bytes() == before);
}

TEST(other_machines, what_does_not_fit_is_refused_in_words_and_changes_nothing) {
    OnDisk editor;
    const Bytes before = editor.bytes();
    editor.test.click("row-tempo"), editor.test.frames(4);
    editor.test.key(ImGuiKey_Enter), editor.test.frames(2);
    editor.test.key(ImGuiKey_A, ImGuiMod_Ctrl);
    editor.test.type("900"), editor.test.key(ImGuiKey_Enter), editor.test.frames(6);
    EXPECT_TRUE(editor.bytes() == before);
    ASSERT_NE(editor.last("announce"), nullptr);
    EXPECT_NE(editor.last("announce")->json.find("900"), std::string::npos);
}

TEST(other_machines, fields_are_found_by_name_and_the_format_has_its_page) {
    OnDisk editor;
    editor.session().views.file.filter = "metronome";
    editor.test.frames(6);
    EXPECT_NE(editor.test.find("row-metronome_level"), nullptr);
    EXPECT_EQ(editor.test.find("row-tempo"), nullptr);
    editor.test.click("page-format"), editor.test.frames(6);
    EXPECT_NE(editor.test.find("format-0"), nullptr);
    EXPECT_TRUE(editor.test.shows("metronome"));
}

TEST(other_machines, findings_of_a_file_come_from_the_workshop) {
    auto card = a_disk();
    card[path][520] = std::byte{7};  // a tempo of 7
    Editor editor(std::move(card));
    editor.test.frames(10);
    EXPECT_EQ(editor.session().problems().count(path), 1u);
}
