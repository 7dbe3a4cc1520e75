// A kit of an OP-Z in the editor: its slices in frames and milliseconds, every value of a slice, what it sounds like.
#include "editor.h"
#include "opz_files.h"

using namespace groovebench;

namespace {

struct OnKit : Editor {
    OnKit() : Editor(an_opz_disk()) {
        test.frames(8);
        session().show_file(kick), test.frames(8);
    }
    void type(const std::string& array, const std::string& value) {
        session().show_field(array + "[1]"), test.frames(4);
        test.wait(1), test.frames(2);
        test.key(ImGuiKey_Enter), test.frames(2);
        test.key(ImGuiKey_A, ImGuiMod_Ctrl);
        test.type(value), test.key(ImGuiKey_Enter), test.frames(8);
    }
    opz::Slice slice() { return opz::open_kit(session().document.bytes(kick))->slices[0]; }
    std::string said() const { return last("announce") ? last("announce")->json : ""; }
};

}  // namespace

TEST(opz_kit, slices_show_in_frames_and_in_milliseconds) {
    OnKit editor;
    EXPECT_TRUE(editor.test.shows("slice 1: frames 0 to 22050, 500.0 ms"));
    EXPECT_TRUE(editor.test.shows("slice 2: frames 22050 to 44100, 500.0 ms"));
    EXPECT_TRUE(editor.test.shows("44100 frames · 1.00 s"));
}

TEST(opz_kit, every_value_of_a_slice_is_typed_as_the_machine_shows_it) {
    OnKit editor;
    editor.type("start", "100 ms");
    EXPECT_EQ(opz::frame_at(editor.slice().start), 4410u) << editor.said();
    editor.type("end", "11025");
    EXPECT_EQ(opz::frame_at(editor.slice().end), 11025u) << editor.said();
    editor.type("pitch", "-2.5");
    EXPECT_EQ(editor.slice().pitch, -1280) << editor.said();
    editor.type("volume", "50");
    EXPECT_EQ(editor.slice().volume, 4096) << editor.said();
    editor.type("reverse", "reverse");
    EXPECT_TRUE(editor.slice().reverse) << editor.said();
    editor.type("playmode", "16384");
    EXPECT_EQ(editor.slice().playmode, 16384) << editor.said();
    EXPECT_TRUE(editor.test.shows("slice 1: frames 4410 to 11025, 150.0 ms"));
}

TEST(opz_kit, what_a_slice_cannot_be_is_refused_in_words) {
    OnKit editor;
    editor.type("end", "529201");
    EXPECT_NE(editor.said().find("0 to 529200 frames, or 0 to 12000 ms"), std::string::npos) << editor.said();
    editor.type("start", "30000");
    EXPECT_NE(editor.said().find("at most its end, 22050 frames"), std::string::npos) << editor.said();
    EXPECT_FALSE(editor.session().document.changed(kick));
}

TEST(opz_kit, a_slice_is_heard_by_its_row_and_the_chosen_one_by_the_space_bar) {
    OnKit editor;
    editor.test.click("slice-2"), editor.test.frames(4);
    ASSERT_NE(editor.last("play"), nullptr);
    EXPECT_EQ(editor.last("play")->json, R"({"from":22050,"to":44100})");
    EXPECT_EQ(editor.session().views.file.field, "start[2]");
    editor.session().sounds.stopped(), editor.made.clear();
    editor.session().audition(), editor.test.frames(2);
    ASSERT_NE(editor.last("play"), nullptr);
    EXPECT_EQ(editor.last("play")->json, R"({"from":22050,"to":44100})");
    editor.session().sounds.stopped(), editor.made.clear();
    editor.test.click("kit-play"), editor.test.frames(2);
    ASSERT_NE(editor.last("play"), nullptr);
    EXPECT_EQ(editor.last("play")->json, R"({"from":0,"to":0})");
}

TEST(opz_kit, a_kit_that_the_disk_does_not_have_yet_is_heard_from_here) {
    OnKit editor;
    const std::string path = "samplepacks/2-snare/01/new.aif";
    editor.session().document.add_file(path, kit_of(5), "add");
    editor.session().show_file(path), editor.test.frames(8);
    editor.test.click("slice-1"), editor.test.frames(4);
    ASSERT_NE(editor.last("play"), nullptr);
    EXPECT_TRUE(editor.last("play")->bytes == kit_of(5));
}

TEST(opz_kit, a_log_says_what_its_lines_mean) {
    std::map<std::string, Bytes> disk = an_opz_disk();
    const std::string_view text = "[IMPORT STARTED]\n  importing config/dmx.json...INVALID\n";
    disk["import.log"] = Bytes(bytes_of(text).begin(), bytes_of(text).end());
    Editor editor(std::move(disk));
    editor.session().show_file("import.log"), editor.test.frames(8);
    editor.test.click("row-lines"), editor.test.frames(4);
    ASSERT_NE(editor.test.find("row-lines[2]"), nullptr);
    const auto& rows = editor.session().views.file.rows.of(editor.session().file_shown(), "");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_NE(rows[2].note.find("refused"), std::string::npos) << rows[2].note;
}
