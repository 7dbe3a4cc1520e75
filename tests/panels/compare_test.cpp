// Compare and the bank doctor: what differs and what is damaged, on screen, and what becomes of it.
#include <algorithm>

#include "editor.h"
#include "octatrack/bank_doctor.h"
#include "octatrack/trigs.h"

using namespace groovebench;

namespace {

constexpr const char* bank_path = "SET/SONG/bank01.work";
constexpr const char* stored_path = "SET/SONG/bank01.strd";

// The stored copies are those of the project, but for a trig on A03 T2 step 7 and another tempo of A05.
std::map<std::string, Bytes> with_stored_copies() {
    auto card = Editor::new_project();
    std::map<std::string, Bytes> stored;
    for (const auto& [path, bytes] : card)
        if (path.ends_with(".work")) stored[path.substr(0, path.size() - 5) + ".strd"] = bytes;
    card.insert(stored.begin(), stored.end());
    Bytes& bank = card[stored_path];
    auto& patterns = overlay<octatrack::Bank>(bank)->patterns;
    octatrack::place_trig(patterns[2].audio_tracks[1], 6, octatrack::TrigType::trig);
    patterns[4].tail.tempo_x24 = 2160;
    octatrack::seal(bank);
    return card;
}

// 32 bytes are gone from pattern 5.
Bytes damaged(const Bytes& bank) {
    Bytes bytes = bank;
    const auto at = bytes.begin() + 22 + 36588 * 4 + 5000;
    bytes.erase(at, at + 32);
    return bytes;
}

struct Comparing : Editor {
    explicit Comparing(std::map<std::string, Bytes> card = with_stored_copies()) : Editor(std::move(card)) {
        session().compare_copies("SET/SONG");
        test.frames(60);
    }
    const octatrack::Bank& bank() { return *session().project.bank(0); }
};

}  // namespace

TEST(compare, a_project_and_its_stored_copy_differ_where_they_differ) {
    Comparing editor;
    EXPECT_TRUE(editor.test.shows("2 differences · 25 of 26 files the same"));
    ASSERT_NE(editor.test.find("compare-bank01"), nullptr);
    EXPECT_EQ(editor.test.find("compare-bank02"), nullptr) << "the same";
    for (const char* row : {"compare-bank01", "compare-bank01/A03", "compare-bank01/A03/T2"})
        editor.test.click(row), editor.test.frames(4);
    EXPECT_TRUE(editor.test.shows("step 7 · trig added"));
}

TEST(compare, a_single_difference_is_taken_over_as_one_edit) {
    Comparing editor;
    for (const char* row : {"compare-bank01", "compare-bank01/A05"}) editor.test.click(row), editor.test.frames(4);
    editor.test.click("compare-bank01/A05/1");
    editor.test.click("take-0");
    editor.test.frames(6);
    EXPECT_EQ(editor.bank().patterns[4].tail.tempo_x24, 2160);
    EXPECT_EQ(octatrack::trig_at(editor.bank().patterns[2].audio_tracks[1], 6), octatrack::TrigType::none) << "the other one stays";
    EXPECT_EQ(editor.session().document.edit_count(), 1u);
    EXPECT_TRUE(editor.test.shows("1 difference · 25 of 26 files the same"));
    editor.session().undo();
    EXPECT_EQ(editor.bank().patterns[4].tail.tempo_x24, 2880);
}

TEST(compare, a_group_is_taken_into_the_other_side) {
    Comparing editor;
    editor.test.click("compare-bank01");
    editor.test.click("take-1");
    editor.test.frames(6);
    EXPECT_TRUE(std::ranges::equal(editor.session().document.sealed(stored_path), editor.files[bank_path]));
    EXPECT_TRUE(editor.test.shows("Nothing differs"));
    EXPECT_EQ(editor.session().document.undo_label(), "take over from SET/SONG");
}

TEST(compare, a_read_only_file_takes_nothing) {
    auto card = with_stored_copies();
    card[bank_path].back() ^= std::byte{1};
    Comparing editor(std::move(card));
    editor.test.click("compare-bank01");
    editor.test.click("take-0");
    editor.test.frames(6);
    EXPECT_EQ(editor.session().document.edit_count(), 0u);
    ASSERT_NE(editor.last("announce"), nullptr);
    EXPECT_NE(editor.last("announce")->json.find("wrong checksum"), std::string::npos);
}

TEST(compare, a_damaged_bank_is_taken_as_a_whole_from_its_copy) {
    auto card = with_stored_copies();
    card[bank_path] = damaged(card[bank_path]);
    Comparing editor(std::move(card));
    editor.test.click("compare-bank01");
    editor.test.click("take-0");
    editor.test.frames(8);
    ASSERT_NE(editor.session().project.bank(0), nullptr);
    EXPECT_TRUE(std::ranges::equal(editor.session().document.bytes(bank_path), editor.files[stored_path]));
}

TEST(compare, a_file_that_one_side_lacks_is_added_to_it) {
    auto card = with_stored_copies();
    card.erase("SET/SONG/arr03.strd");
    Comparing editor(std::move(card));
    editor.test.click("compare-arr03");
    editor.test.click("take-1");
    editor.test.frames(8);
    EXPECT_TRUE(std::ranges::equal(editor.session().document.bytes("SET/SONG/arr03.strd"), editor.files["SET/SONG/arr03.work"]));
    editor.session().undo();
    EXPECT_FALSE(editor.session().document.is_open("SET/SONG/arr03.strd"));
}

TEST(compare, a_file_that_the_other_side_lacks_is_removed_and_comes_back_by_undo) {
    auto card = with_stored_copies();
    card.erase("SET/SONG/bank02.strd");
    Comparing editor(std::move(card));
    editor.test.click("compare-bank02");
    editor.test.click("take-0");
    editor.test.frames(8);
    EXPECT_FALSE(editor.session().document.is_open("SET/SONG/bank02.work"));
    EXPECT_EQ(editor.test.find("compare-bank02"), nullptr) << "on neither side";
    EXPECT_EQ(editor.session().document.undo_label(), "take over from SET/SONG · stored");
    editor.session().selection.view = app::View::project;
    editor.test.frames(8);
    EXPECT_EQ(editor.session().project.bank(1), nullptr) << "not read again from the card";
    editor.session().undo();
    editor.test.frames(8);
    EXPECT_TRUE(std::ranges::equal(editor.session().document.bytes("SET/SONG/bank02.work"), editor.files["SET/SONG/bank02.work"]));
    EXPECT_TRUE(editor.session().document.changed_paths().empty());
}

TEST(compare, a_search_shows_the_places_that_fit_and_only_these_are_taken) {
    Comparing editor;
    editor.test.key(ImGuiKey_F, ImGuiMod_Ctrl);
    editor.test.type("a05");
    editor.test.frames(4);
    EXPECT_EQ(editor.test.find("compare-bank01/A03"), nullptr);
    editor.test.key(ImGuiKey_Escape);
    EXPECT_NE(editor.test.find("compare-bank01"), nullptr) << "Escape shows all again";
    editor.session().views.compare.filter = "A05";
    editor.test.frames(4);
    editor.test.click("compare-bank01/A05");
    editor.test.key(ImGuiKey_L);
    editor.test.frames(6);
    EXPECT_EQ(editor.bank().patterns[4].tail.tempo_x24, 2160);
    EXPECT_EQ(octatrack::trig_at(editor.bank().patterns[2].audio_tracks[1], 6), octatrack::TrigType::none);
}

TEST(compare, the_keyboard_reaches_a_difference) {
    Comparing editor;
    const auto press = [&](ImGuiKey key) { editor.test.key(key), editor.test.frames(3); };
    press(ImGuiKey_DownArrow), press(ImGuiKey_RightArrow), press(ImGuiKey_DownArrow), press(ImGuiKey_RightArrow);
    EXPECT_EQ(editor.session().views.compare.cursor, "bank01/A03");
    press(ImGuiKey_DownArrow), press(ImGuiKey_Enter), press(ImGuiKey_DownArrow);
    EXPECT_EQ(editor.session().views.compare.cursor, "bank01/A03/T2/0");
}

TEST(compare, is_offered_by_the_tree) {
    Editor editor(with_stored_copies());
    editor.test.click("tree-files");
    editor.test.click("tree-file-SET/SONG/bank01.work", ImGuiMouseButton_Right);
    editor.test.click("menu-compare");
    editor.test.frames(20);
    EXPECT_EQ(editor.session().comparison.only(), "bank01");
    EXPECT_EQ(editor.session().comparison.pairs().size(), 1u);
}

TEST(doctor, a_damaged_bank_is_examined_and_rebuilt_on_demand) {
    auto card = Editor::new_project();
    const Bytes whole = card[bank_path];
    card[bank_path] = damaged(whole);
    Editor editor(std::move(card));
    EXPECT_FALSE(editor.session().document.can_undo()) << "never unasked";
    editor.session().views.bottom = app::Views::Bottom::problems;
    editor.test.frames(4);
    editor.test.click("examine-" + std::string(bank_path));
    editor.test.frames(4);
    EXPECT_TRUE(editor.test.shows("patterns[5]"));
    editor.test.click("doctor-rebuild");
    editor.test.frames(6);
    ASSERT_NE(editor.session().project.bank(0), nullptr);
    const ByteView now = editor.session().document.bytes(bank_path);
    EXPECT_TRUE(std::ranges::equal(now.first(22 + 36588 * 4), ByteView(whole).first(22 + 36588 * 4)));
    editor.test.click("doctor-close");
    editor.session().undo();
    editor.test.frames(6);
    EXPECT_EQ(editor.session().project.bank(0), nullptr);
    EXPECT_FALSE(editor.session().document.read_only(bank_path).empty()) << "the damage is back, and not to be edited";
    editor.session().redo();
    editor.test.frames(6);
    EXPECT_TRUE(editor.session().document.read_only(bank_path).empty());
}

TEST(doctor, a_wrong_sum_is_mended_with_consent) {
    auto card = Editor::new_project();
    const Bytes good = card[bank_path];
    card[bank_path].back() ^= std::byte{1};
    Editor editor(std::move(card));
    editor.session().views.bottom = app::Views::Bottom::problems;
    editor.test.frames(4);
    editor.test.click("mend-" + std::string(bank_path));
    EXPECT_TRUE(std::ranges::equal(editor.session().document.bytes(bank_path), good));
    EXPECT_TRUE(editor.session().document.changed(bank_path));
    editor.session().undo();
    EXPECT_FALSE(editor.session().document.changed(bank_path));
}
