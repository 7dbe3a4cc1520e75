#include "card/document.h"

#include <gtest/gtest.h>

#include "bytes/fields.h"

using namespace groovebench;
using namespace groovebench::card;

namespace {

struct Sheet {
    Text<4> name;
    be16 tempo;
    Ranged<0, 127> level;
    u8 steps[8];
    be16 sum;
};
static_assert(sizeof(Sheet) == 17);

// The last two bytes are the sum of those before, as in the machine's own files.
void seal_sheet(std::string_view path, ByteSpan bytes) {
    if (!path.ends_with(".sheet") || bytes.size() < 2) return;
    u16 sum = 0;
    for (std::byte b : bytes.first(bytes.size() - 2)) sum = u16(sum + u8(b));
    *overlay<be16>(bytes, bytes.size() - 2) = sum;
}

Bytes sheet(u16 tempo = 120) {
    Bytes bytes(sizeof(Sheet));
    overlay<Sheet>(bytes)->tempo = tempo;
    seal_sheet(".sheet", bytes);
    return bytes;
}
Bytes bytes_from(std::string_view text) {
    const ByteView view = bytes_of(text);
    return Bytes(view.begin(), view.end());
}
std::string text(const Document& doc, std::string_view path) { return std::string(text_of(doc.bytes(path))); }

struct DocumentTest : testing::Test {
    Document doc;
    DocumentTest() {
        doc.seal = seal_sheet;
        doc.open_file("a.sheet", sheet());
        doc.open_file("b.sheet", sheet(90));
        doc.open_file("p.txt", bytes_from("TEMPO=120\r\n"));
    }
    const Sheet& a() const { return *doc.view<Sheet>("a.sheet"); }
    const Sheet& b() const { return *doc.view<Sheet>("b.sheet"); }
    void write_all() {
        for (const auto& path : std::vector(doc.changed_paths()))
            doc.is_open(path) ? doc.saved(path, doc.sealed(path)) : doc.removed_from_card(path);
    }
};

}  // namespace

TEST_F(DocumentTest, setting_a_field_changes_its_bytes_and_names_the_edit) {
    EXPECT_TRUE(doc.set(a().tempo, 140, "tempo"));
    EXPECT_EQ(u16(a().tempo), 140);
    EXPECT_EQ(doc.undo_label(), "tempo");
    EXPECT_EQ(doc.changed_paths(), std::vector<std::string>{"a.sheet"});
    EXPECT_EQ(u16(overlay<Sheet>(doc.original("a.sheet"))->tempo), 120);
}

TEST_F(DocumentTest, a_field_is_found_in_its_own_file) {
    doc.set(b().steps[7], u8(3), "step");
    EXPECT_FALSE(doc.changed("a.sheet"));
    EXPECT_TRUE(doc.changed("b.sheet"));
    EXPECT_EQ(b().steps[7], 3);
}

TEST_F(DocumentTest, a_value_equal_to_the_present_one_is_no_edit) {
    EXPECT_TRUE(doc.set(a().tempo, 120, "tempo"));
    EXPECT_FALSE(doc.can_undo());
    EXPECT_EQ(doc.edit_count(), 0u);
}

TEST_F(DocumentTest, views_keep_their_place_when_a_file_is_edited) {
    const Sheet* before = doc.view<Sheet>("a.sheet");
    doc.set(before->tempo, 1, "tempo");
    doc.set(before->level, 2, "level");
    EXPECT_EQ(doc.view<Sheet>("a.sheet"), before);
}

TEST_F(DocumentTest, undo_and_redo_swap_the_bytes) {
    const Bytes before = sheet();
    doc.set(a().tempo, 140, "tempo");
    EXPECT_TRUE(doc.undo());
    EXPECT_TRUE(std::ranges::equal(doc.bytes("a.sheet"), before));
    EXPECT_TRUE(doc.changed_paths().empty());
    EXPECT_TRUE(doc.redo());
    EXPECT_EQ(u16(a().tempo), 140);
    EXPECT_FALSE(doc.redo());
}

TEST_F(DocumentTest, a_new_edit_ends_what_could_be_redone) {
    doc.set(a().tempo, 140, "tempo");
    doc.undo();
    doc.set(a().level, 5, "level");
    EXPECT_FALSE(doc.can_redo());
    EXPECT_EQ(doc.history().labels, std::vector<std::string_view>{"level"});
}

TEST_F(DocumentTest, a_group_is_one_edit) {
    {
        Group group(doc, "paste");
        doc.set(a().tempo, 140, "tempo");
        doc.set(b().tempo, 141, "tempo");
        doc.replace("p.txt", bytes_of("TEMPO=140\r\n"), "text");
    }
    EXPECT_EQ(doc.history().labels, std::vector<std::string_view>{"paste"});
    doc.undo();
    EXPECT_TRUE(doc.changed_paths().empty());
}

TEST_F(DocumentTest, groups_within_a_group_belong_to_the_outer_one) {
    {
        Group outer(doc, "paste pattern");
        Group inner(doc, "paste track");
        doc.set(a().tempo, 140, "tempo");
    }
    EXPECT_EQ(doc.undo_label(), "paste pattern");
}

TEST_F(DocumentTest, an_empty_group_leaves_no_edit_and_keeps_what_can_be_redone) {
    doc.set(a().tempo, 140, "tempo");
    doc.undo();
    {
        Group group(doc, "nothing");
    }
    EXPECT_TRUE(doc.can_redo());
}

TEST_F(DocumentTest, a_drag_is_one_edit) {
    doc.begin_gesture();
    for (int level = 1; level < 100; level++) doc.set(a().level, u8(level), "level");
    doc.end_gesture();
    EXPECT_EQ(doc.edit_count(), 1u);
    doc.undo();
    EXPECT_EQ(a().level, 0);
}

TEST_F(DocumentTest, a_drag_over_steps_is_one_edit) {
    doc.begin_gesture();
    for (const u8& step : a().steps) doc.set(step, u8(1), "trigs");
    doc.end_gesture();
    EXPECT_EQ(doc.edit_count(), 1u);
    doc.undo();
    EXPECT_TRUE(doc.changed_paths().empty());
}

TEST_F(DocumentTest, a_drag_that_returns_to_the_start_leaves_no_edit) {
    doc.set(b().level, 9, "level");
    doc.undo();
    doc.begin_gesture();
    for (int level : {3, 4, 0}) doc.set(a().level, u8(level), "level");
    doc.end_gesture();
    EXPECT_EQ(doc.position(), 0u);
    EXPECT_TRUE(doc.can_redo()) << "what could be redone before can be redone still";
}

TEST_F(DocumentTest, two_drags_are_two_edits) {
    for (int level : {3, 4}) {
        doc.begin_gesture();
        doc.set(a().level, u8(level), "level");
        doc.end_gesture();
    }
    EXPECT_EQ(doc.edit_count(), 2u);
}

TEST_F(DocumentTest, undo_in_the_middle_of_a_drag_undoes_the_drag) {
    doc.begin_gesture();
    doc.set(a().level, 3, "level");
    EXPECT_TRUE(doc.undo());
    EXPECT_EQ(a().level, 0);
    doc.set(a().level, 4, "level");
    doc.end_gesture();
    EXPECT_EQ(doc.edit_count(), 1u);
}

TEST_F(DocumentTest, groups_in_a_drag_become_one_edit) {
    doc.begin_gesture();
    for (u8 level : {1, 2, 3}) {
        Group group(doc, "knob");
        doc.set(a().level, level, "level");
        doc.set(b().level, level, "level");
    }
    doc.end_gesture();
    EXPECT_EQ(doc.edit_count(), 1u);
    doc.undo();
    EXPECT_TRUE(doc.changed_paths().empty());
}

TEST_F(DocumentTest, overlapping_changes_of_a_drag_are_undone_in_order) {
    const Bytes before = sheet();
    doc.begin_gesture();
    doc.put("a.sheet", 6, bytes_of("abcd"), "paint");
    doc.put("a.sheet", 8, bytes_of("efgh"), "paint");
    doc.put("a.sheet", 6, bytes_of("ijkl"), "paint");
    doc.end_gesture();
    const Bytes after(doc.bytes("a.sheet").begin(), doc.bytes("a.sheet").end());
    doc.undo();
    EXPECT_TRUE(std::ranges::equal(doc.bytes("a.sheet"), before));
    doc.redo();
    EXPECT_TRUE(std::ranges::equal(doc.bytes("a.sheet"), after));
}

TEST_F(DocumentTest, replacing_a_text_keeps_only_what_differs) {
    doc.replace("p.txt", bytes_of("TEMPO=2880\r\n"), "tempo");
    EXPECT_EQ(text(doc, "p.txt"), "TEMPO=2880\r\n");
    const auto events = doc.take_events();
    const Change& change = events.back().edit->changes.front();
    EXPECT_EQ(change.offset, 6u);
    EXPECT_EQ(text_of(change.before), "12");
    EXPECT_EQ(text_of(change.after), "288");
}

TEST_F(DocumentTest, a_file_that_changed_its_size_is_found_by_address_again) {
    doc.replace("p.txt", bytes_of("a much longer text than before"), "text");
    const auto& first = *doc.view<be16>("p.txt");
    EXPECT_TRUE(doc.set(first, 0x4142, "letters"));
    EXPECT_EQ(text(doc, "p.txt").substr(0, 2), "AB");
    doc.go_to(0);
    EXPECT_EQ(text(doc, "p.txt"), "TEMPO=120\r\n");
}

TEST_F(DocumentTest, bytes_may_be_copied_within_a_file) {
    doc.put("p.txt", 1, doc.bytes("p.txt").first(5), "shift");
    EXPECT_EQ(text(doc, "p.txt"), "TTEMPO120\r\n");
}

TEST_F(DocumentTest, an_edit_beyond_the_end_is_refused_with_the_place) {
    EXPECT_FALSE(doc.put("p.txt", 9, bytes_of("xyz"), "text"));
    EXPECT_EQ(doc.take_refusal(), "p.txt has 11 bytes: there is nothing to change at 9.");
    EXPECT_EQ(doc.take_refusal(), "");
    EXPECT_FALSE(doc.can_undo());
}

TEST_F(DocumentTest, a_read_only_file_is_not_edited_until_the_user_consents) {
    doc.set_read_only("a.sheet", "its checksum is wrong.");
    EXPECT_FALSE(doc.set(a().tempo, 140, "tempo"));
    EXPECT_FALSE(doc.remove_file("a.sheet", "remove"));
    EXPECT_FALSE(doc.rename_file("a.sheet", "c.sheet", "rename"));
    EXPECT_EQ(doc.take_refusal(), "a.sheet cannot be edited: its checksum is wrong.");
    EXPECT_TRUE(doc.changed_paths().empty());
    doc.allow("a.sheet");
    EXPECT_TRUE(doc.set(a().tempo, 140, "tempo"));
}

TEST_F(DocumentTest, a_group_with_a_refused_part_is_undone_whole) {
    doc.set_read_only("b.sheet", "its checksum is wrong.");
    {
        Group group(doc, "paste");
        EXPECT_TRUE(doc.set(a().tempo, 140, "tempo"));
        EXPECT_TRUE(doc.add_file("new.wav", bytes_from("x"), "add"));
        EXPECT_FALSE(doc.set(b().tempo, 140, "tempo"));
        EXPECT_FALSE(doc.set(a().level, 3, "level"));
    }
    EXPECT_TRUE(doc.changed_paths().empty());
    EXPECT_FALSE(doc.is_open("new.wav"));
    EXPECT_EQ(doc.edit_count(), 0u);
    EXPECT_NE(doc.take_refusal(), "");
}

TEST_F(DocumentTest, files_are_added_removed_and_renamed_in_the_same_history) {
    doc.add_file("new.wav", bytes_from("RIFF"), "add new.wav");
    doc.put("new.wav", 0, bytes_of("X"), "edit");
    doc.rename_file("new.wav", "kick.wav", "rename");
    doc.remove_file("a.sheet", "remove");
    EXPECT_EQ(doc.changed_paths(), (std::vector<std::string>{"a.sheet", "kick.wav"}));
    EXPECT_TRUE(doc.original("kick.wav").empty());
    EXPECT_FALSE(doc.on_card("a.sheet").empty());
    EXPECT_TRUE(doc.go_to(0));
    EXPECT_TRUE(doc.changed_paths().empty());
    EXPECT_TRUE(doc.go_to(4));
    EXPECT_EQ(text(doc, "kick.wav"), "XIFF");
}

TEST_F(DocumentTest, a_name_that_is_taken_is_refused) {
    EXPECT_FALSE(doc.add_file("p.txt", {}, "add"));
    EXPECT_FALSE(doc.rename_file("a.sheet", "p.txt", "rename"));
    EXPECT_EQ(doc.take_refusal(), "p.txt exists already.");
    EXPECT_FALSE(doc.open_file("p.txt", bytes_from("other")));
    EXPECT_EQ(text(doc, "p.txt"), "TEMPO=120\r\n");
}

TEST_F(DocumentTest, a_file_under_a_new_name_is_not_opened_twice) {
    doc.rename_file("p.txt", "q.txt", "rename");
    EXPECT_FALSE(doc.open_file("p.txt", bytes_from("again")));
    EXPECT_EQ(text_of(doc.original("q.txt")), "TEMPO=120\r\n");
    EXPECT_EQ(doc.changed_paths(), (std::vector<std::string>{"p.txt", "q.txt"}));
}

TEST_F(DocumentTest, setting_a_value_back_by_hand_leaves_no_difference) {
    doc.set(a().tempo, 140, "tempo");
    doc.set(a().tempo, 120, "tempo");
    EXPECT_TRUE(doc.changed_paths().empty());
    EXPECT_EQ(doc.edit_count(), 2u);
}

TEST_F(DocumentTest, what_was_saved_is_the_new_original_and_has_its_sum) {
    doc.set(a().tempo, 140, "tempo");
    write_all();
    EXPECT_TRUE(doc.changed_paths().empty());
    EXPECT_EQ(u16(a().sum), 140);
    EXPECT_TRUE(std::ranges::equal(doc.original("a.sheet"), sheet(140)));
    EXPECT_TRUE(doc.can_undo());
}

TEST_F(DocumentTest, undo_after_saving_makes_the_file_differ_again) {
    doc.set(a().tempo, 140, "tempo");
    write_all();
    doc.undo();
    EXPECT_EQ(doc.changed_paths(), std::vector<std::string>{"a.sheet"});
    EXPECT_EQ(doc.sealed("a.sheet"), sheet(120));
    doc.redo();
    EXPECT_TRUE(doc.changed_paths().empty());
}

TEST_F(DocumentTest, a_stale_sum_alone_is_no_difference) {
    doc.set(a().tempo, 140, "tempo");
    write_all();
    doc.set(a().tempo, 141, "tempo");
    doc.undo();
    doc.undo();
    write_all();
    EXPECT_EQ(doc.sealed("a.sheet"), sheet(120));
    doc.redo();
    doc.undo();
    EXPECT_TRUE(doc.changed_paths().empty());
}

TEST_F(DocumentTest, an_edit_made_while_saving_stays_a_difference) {
    doc.set(a().tempo, 140, "tempo");
    const Bytes written = doc.sealed("a.sheet");
    doc.set(a().level, 5, "level");
    doc.saved("a.sheet", written);
    EXPECT_TRUE(doc.changed("a.sheet"));
    doc.undo();
    EXPECT_FALSE(doc.changed("a.sheet"));
}

TEST_F(DocumentTest, an_untouched_file_is_never_sealed) {
    Bytes wrong = sheet();
    wrong.back() = std::byte(99);
    doc.open_file("wrong.sheet", wrong);
    EXPECT_EQ(doc.sealed("wrong.sheet"), wrong);
    doc.rename_file("wrong.sheet", "moved.sheet", "rename");
    EXPECT_EQ(doc.sealed("moved.sheet"), wrong);
}

TEST_F(DocumentTest, a_saved_rename_is_no_difference_and_can_be_undone) {
    doc.rename_file("p.txt", "q.txt", "rename");
    write_all();
    EXPECT_TRUE(doc.changed_paths().empty());
    doc.undo();
    EXPECT_EQ(doc.changed_paths(), (std::vector<std::string>{"p.txt", "q.txt"}));
    write_all();
    EXPECT_TRUE(doc.is_on_card("p.txt"));
    EXPECT_FALSE(doc.is_on_card("q.txt"));
}

TEST_F(DocumentTest, a_renamed_file_that_is_edited_after_saving_keeps_what_the_card_held) {
    doc.rename_file("p.txt", "q.txt", "rename");
    doc.saved("q.txt", doc.sealed("q.txt"));
    doc.put("q.txt", 0, bytes_of("X"), "edit");
    EXPECT_EQ(text_of(doc.on_card("p.txt")), "TEMPO=120\r\n");
    EXPECT_EQ(text_of(doc.original("q.txt")), "TEMPO=120\r\n");
}

TEST_F(DocumentTest, after_rolling_back_the_edits_remain_and_differ) {
    doc.set(a().tempo, 140, "tempo");
    doc.rename_file("p.txt", "q.txt", "rename");
    write_all();
    for (const char* path : {"p.txt", "q.txt", "a.sheet"}) doc.rolled_back(path);
    EXPECT_EQ(doc.changed_paths(), (std::vector<std::string>{"a.sheet", "p.txt", "q.txt"}));
    EXPECT_EQ(u16(a().tempo), 140);
    EXPECT_TRUE(std::ranges::equal(doc.original("a.sheet"), sheet(120)));
    EXPECT_EQ(text_of(doc.original("q.txt")), "TEMPO=120\r\n");
    doc.go_to(0);
    EXPECT_TRUE(doc.changed_paths().empty());
}

TEST_F(DocumentTest, a_file_rewritten_by_another_program_is_followed_only_without_edits) {
    doc.found_on_card("a.sheet", sheet(77));
    EXPECT_EQ(u16(a().tempo), 77);
    EXPECT_FALSE(doc.changed("a.sheet"));
    doc.set(b().tempo, 1, "tempo");
    doc.found_on_card("b.sheet", sheet(77));
    EXPECT_EQ(u16(b().tempo), 1);
    EXPECT_TRUE(doc.changed("b.sheet"));
}

TEST_F(DocumentTest, the_history_forgets_the_oldest_edits_at_its_limit) {
    doc.history_limit = 20'000;
    Bytes big(4000);
    for (int i = 1; i < 20; i++) {
        std::ranges::fill(big, std::byte(i));
        doc.replace("p.txt", big, "edit " + std::to_string(i));
    }
    EXPECT_LE(doc.history_bytes(), 20'000u);
    EXPECT_EQ(doc.undo_label(), "edit 19");
    while (doc.undo()) {
    }
    EXPECT_GT(doc.bytes("p.txt").size(), 11u);
}

TEST_F(DocumentTest, an_added_file_that_cannot_come_back_is_freed) {
    doc.add_file("big.wav", Bytes(100'000), "add");
    doc.undo();
    EXPECT_GE(doc.history_bytes(), 100'000u);
    doc.set(a().level, 1, "level");
    EXPECT_LT(doc.history_bytes(), 2'000u);
}

TEST_F(DocumentTest, closing_forgets_everything) {
    doc.set(a().tempo, 140, "tempo");
    doc.close();
    EXPECT_TRUE(doc.paths().empty());
    EXPECT_FALSE(doc.can_undo());
    EXPECT_TRUE(doc.open_file("a.sheet", sheet()));
    EXPECT_TRUE(doc.changed_paths().empty());
}
