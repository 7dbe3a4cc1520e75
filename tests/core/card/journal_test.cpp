#include "card/journal.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "card/fingerprint.h"

using namespace groovebench;
using namespace groovebench::card;

namespace {

Bytes bytes_from(std::string_view text) { return Bytes(bytes_of(text).begin(), bytes_of(text).end()); }
std::string text(const Document& doc, std::string_view path) { return std::string(text_of(doc.bytes(path))); }
using Names = std::vector<std::string>;

// What a card holds, a document that works on it, and the journal that survives it.
struct JournalTest : testing::Test {
    std::map<std::string, std::string> card{{"a.txt", "alpha"}, {"b.txt", "beta"}, {"c.txt", "gamma"}};
    Names journal;
    Document doc, later;

    JournalTest() {
        for (const auto& [path, content] : card) doc.open_file(path, bytes_from(content));
    }
    void put(const std::string& path, std::size_t at, std::string_view with) {
        ASSERT_TRUE(doc.put(path, at, bytes_of(with), "put " + path));
    }
    void keep() {
        for (auto& record : take_journal(doc)) journal.push_back(std::move(record));
    }
    void save(const std::string& path) {
        if (doc.is_open(path))
            card[path] = text(doc, path), doc.saved(path, doc.sealed(path));
        else
            card.erase(path), doc.removed_from_card(path);
    }
    Replayed visit_again() {
        keep();
        for (const auto& path : journal_files(journal))
            if (card.contains(path)) later.open_file(path, bytes_from(card[path]));
        return replay(journal, later);
    }
    void expect_equal() const {
        EXPECT_EQ(later.changed_paths(), doc.changed_paths());
        for (const auto& path : later.paths()) EXPECT_EQ(text(later, path), text(doc, path)) << path;
        EXPECT_EQ(later.history().labels, doc.history().labels);
        EXPECT_EQ(later.position(), doc.position());
    }
};

}  // namespace

TEST_F(JournalTest, edits_come_back_with_their_history) {
    put("a.txt", 0, "A");
    put("a.txt", 4, "A");
    put("b.txt", 1, "EE");
    const Replayed again = visit_again();
    expect_equal();
    EXPECT_EQ(again.edits, 3u);
    EXPECT_EQ(again.files, (Names{"a.txt", "b.txt"}));
    EXPECT_TRUE(again.lost.empty());
    later.go_to(0);
    EXPECT_TRUE(later.changed_paths().empty());
}

TEST_F(JournalTest, only_the_files_that_were_touched_are_needed) {
    put("b.txt", 0, "B");
    keep();
    EXPECT_EQ(journal_files(journal), Names{"b.txt"});
}

TEST_F(JournalTest, undone_edits_can_be_redone_later) {
    put("a.txt", 0, "A");
    put("a.txt", 1, "L");
    doc.undo();
    doc.undo();
    doc.redo();
    visit_again();
    expect_equal();
    later.redo();
    EXPECT_EQ(text(later, "a.txt"), "ALpha");
}

TEST_F(JournalTest, a_group_is_one_record_and_a_drag_is_journaled_when_it_ends) {
    keep();
    doc.begin_gesture();
    for (const char* with : {"1", "2", "3"}) doc.put("a.txt", 0, bytes_of(with), "drag");
    EXPECT_TRUE(take_journal(doc).empty());
    doc.end_gesture();
    {
        Group group(doc, "paste");
        doc.put("a.txt", 1, bytes_of("x"), "");
        doc.put("b.txt", 1, bytes_of("x"), "");
    }
    keep();
    EXPECT_EQ(journal.size(), 4u) << "two files, two edits";
    visit_again();
    expect_equal();
}

TEST_F(JournalTest, files_that_were_added_removed_and_renamed_come_back) {
    doc.add_file("new.txt", bytes_from("new"), "add");
    doc.put("new.txt", 0, bytes_of("N"), "edit");
    doc.rename_file("a.txt", "z.txt", "rename");
    doc.put("z.txt", 0, bytes_of("Z"), "edit");
    doc.remove_file("b.txt", "remove");
    EXPECT_TRUE(visit_again().lost.empty());
    expect_equal();
    EXPECT_EQ(text_of(later.original("z.txt")), "alpha");
    later.go_to(0);
    EXPECT_EQ(text(later, "a.txt"), "alpha");
    EXPECT_EQ(text(later, "b.txt"), "beta");
}

TEST_F(JournalTest, after_saving_some_files_the_others_and_the_history_come_back) {
    put("a.txt", 0, "A");
    put("b.txt", 0, "B");
    save("a.txt");
    put("a.txt", 1, "L");
    EXPECT_TRUE(visit_again().lost.empty());
    expect_equal();
    EXPECT_EQ(text(later, "a.txt"), "ALpha");
    later.go_to(0);
    EXPECT_EQ(text(later, "a.txt"), "alpha");
}

TEST_F(JournalTest, a_rename_that_was_half_saved_comes_back) {
    doc.rename_file("a.txt", "z.txt", "rename");
    save("z.txt");
    EXPECT_TRUE(visit_again().lost.empty());
    expect_equal();
    EXPECT_EQ(later.changed_paths(), Names{"a.txt"});
}

TEST_F(JournalTest, a_rename_that_was_saved_can_be_undone_later) {
    doc.rename_file("a.txt", "z.txt", "rename");
    save("z.txt");
    save("a.txt");
    visit_again();
    expect_equal();
    later.undo();
    EXPECT_EQ(text(later, "a.txt"), "alpha");
}

TEST_F(JournalTest, after_rolling_back_the_edits_come_back_as_differences) {
    put("a.txt", 0, "A");
    save("a.txt");
    card["a.txt"] = "alpha";
    doc.rolled_back("a.txt");
    EXPECT_TRUE(visit_again().lost.empty());
    expect_equal();
    EXPECT_EQ(later.changed_paths(), Names{"a.txt"});
}

TEST_F(JournalTest, a_cleared_journal_begins_anew_and_still_knows_what_is_undone) {
    put("a.txt", 0, "A");
    put("b.txt", 0, "B");
    save("a.txt");
    save("b.txt");
    keep();
    journal.clear();
    doc.clear_journal();
    doc.undo();
    put("c.txt", 0, "C");
    doc.undo();
    doc.undo();
    EXPECT_TRUE(visit_again().lost.empty());
    EXPECT_EQ(later.changed_paths(), doc.changed_paths());
    EXPECT_EQ(text(later, "a.txt"), "alpha");
    EXPECT_EQ(text(later, "b.txt"), "beta");
    EXPECT_EQ(later.redo_label(), "put a.txt");
    EXPECT_EQ(later.position(), 0u);
}

TEST_F(JournalTest, a_file_that_another_program_changed_is_left_out_with_a_sentence) {
    put("a.txt", 0, "A");
    put("b.txt", 0, "B");
    keep();
    card["a.txt"] = "other";
    const Replayed again = visit_again();
    EXPECT_EQ(again.lost, Names{"a.txt was changed by another program since: 1 edit was not brought back."});
    EXPECT_EQ(later.history().labels, std::vector<std::string_view>{"put b.txt"});
    EXPECT_EQ(text(later, "a.txt"), "other");
    EXPECT_EQ(again.files, Names{"b.txt"});
}

TEST_F(JournalTest, a_file_that_is_gone_is_left_out_with_a_sentence) {
    put("a.txt", 0, "A");
    put("a.txt", 1, "A");
    doc.undo();
    put("b.txt", 0, "B");
    keep();
    card.erase("a.txt");
    const Replayed again = visit_again();
    EXPECT_EQ(again.lost, Names{"a.txt is not on the card any more: 2 edits were not brought back."});
    EXPECT_EQ(text(later, "b.txt"), "Beta");
}

TEST_F(JournalTest, the_part_of_a_group_that_can_come_back_does) {
    {
        Group group(doc, "paste");
        doc.put("a.txt", 0, bytes_of("A"), "");
        doc.put("b.txt", 0, bytes_of("B"), "");
    }
    keep();
    card["a.txt"] = "other";
    visit_again();
    EXPECT_EQ(text(later, "b.txt"), "Beta");
    EXPECT_EQ(text(later, "a.txt"), "other");
}

TEST_F(JournalTest, consent_to_edit_a_damaged_file_comes_back) {
    doc.set_read_only("a.txt", "its checksum is wrong.");
    doc.allow("a.txt");
    put("a.txt", 0, "A");
    keep();
    later.open_file("a.txt", bytes_from("alpha"));
    later.set_read_only("a.txt", "its checksum is wrong.");
    EXPECT_TRUE(visit_again().lost.empty());
    EXPECT_EQ(text(later, "a.txt"), "Alpha");
    EXPECT_EQ(later.read_only("a.txt"), "");
}

TEST_F(JournalTest, a_damaged_record_ends_the_journal_with_a_sentence) {
    put("a.txt", 0, "A");
    put("a.txt", 1, "A");
    keep();
    for (const char* bad :
         {"", "{", "[]", R"({"edit":3})", R"({"edit":"x","changes":[]})", R"({"file":1,"path":7})",
          R"({"edit":2,"changes":[{"file":1}]})", R"({"edit":2,"changes":[{"file":1,"at":-1,"before":"","after":""}]})",
          R"({"card":"x"})", "{\"allow\":\"\xFF\"}"}) {
        Document one;
        one.open_file("a.txt", bytes_from("alpha"));
        Names damaged = journal;
        damaged[2] = bad;
        const Replayed again = replay(damaged, one);
        EXPECT_EQ(again.lost, Names{"Record 3 of the journal is damaged: what followed it is lost."}) << bad;
        EXPECT_EQ(text(one, "a.txt"), "Alpha");
        EXPECT_EQ(again.sound, 2u);
    }
}

TEST_F(JournalTest, a_record_that_contradicts_those_before_it_ends_the_journal_with_a_sentence) {
    put("a.txt", 0, "A");
    put("b.txt", 0, "B");
    keep();
    const std::size_t sound = journal.size();
    for (const char* wrong :
         {R"({"undo":77})", R"({"redo":1})", R"({"edit":9,"changes":[{"file":1,"at":900,"before":"","after":"QQ=="}]})",
          R"({"edit":9,"changes":[{"file":1,"at":0,"before":"eg==","after":"QQ=="}]})",
          R"({"edit":9,"changes":[{"file":1,"rename":"nope","to":"x"}]})",
          R"({"edit":9,"changes":[{"file":1,"rename":"a.txt","to":"b.txt"}]})"}) {
        Document one;
        for (const auto& [path, content] : card) one.open_file(path, bytes_from(content));
        Names records = journal;
        records.push_back(wrong);
        records.push_back(R"({"undo":2})");
        const Replayed again = replay(records, one);
        EXPECT_EQ(again.lost.size(), 1u) << wrong;
        EXPECT_EQ(again.sound, sound) << wrong;
        EXPECT_EQ(one.changed_paths(), (Names{"a.txt", "b.txt"})) << wrong;
        EXPECT_EQ(one.paths().size(), 3u) << wrong;
        EXPECT_EQ(text(one, "a.txt"), "Alpha");
        EXPECT_TRUE(one.undo() && one.undo()) << wrong;
        EXPECT_TRUE(one.changed_paths().empty()) << wrong;
    }
}

TEST_F(JournalTest, a_journal_that_contradicts_itself_from_the_first_edit_leaves_the_files_as_they_are) {
    put("a.txt", 0, "A");
    keep();
    Document one;
    one.open_file("a.txt", bytes_from("alpha"));
    const Replayed again = replay({journal[0], R"({"undo":77})", journal[1]}, one);
    EXPECT_EQ(again.lost.size(), 1u);
    EXPECT_EQ(again.sound, 1u);
    EXPECT_EQ(again.edits, 0u);
    EXPECT_EQ(text(one, "a.txt"), "alpha");
    EXPECT_TRUE(one.changed_paths().empty());
}

TEST_F(JournalTest, what_is_edited_after_a_damaged_record_comes_back_when_the_sound_part_was_written_anew) {
    put("a.txt", 0, "A");
    put("a.txt", 1, "B");
    keep();
    Names kept = journal;
    kept[2] = "{damaged";
    Document second;
    second.open_file("a.txt", bytes_from("alpha"));
    kept.resize(replay(kept, second).sound);
    ASSERT_TRUE(second.put("a.txt", 4, bytes_from("Z"), "later"));
    for (std::string& record : take_journal(second)) kept.push_back(std::move(record));
    Document third;
    third.open_file("a.txt", bytes_from("alpha"));
    const Replayed again = replay(kept, third);
    EXPECT_TRUE(again.lost.empty());
    EXPECT_EQ(text(third, "a.txt"), "AlphZ");
    EXPECT_EQ(again.edits, 2u);
}

TEST_F(JournalTest, an_edited_document_is_not_replayed_into) {
    put("a.txt", 0, "A");
    keep();
    EXPECT_EQ(replay(journal, doc).lost.size(), 1u);
    EXPECT_EQ(doc.edit_count(), 1u);
}

TEST_F(JournalTest, a_second_visit_continues_the_same_journal) {
    put("a.txt", 0, "A");
    visit_again();
    later.open_file("c.txt", bytes_from("gamma"));
    later.put("c.txt", 0, bytes_of("G"), "put c.txt");
    later.undo();
    later.undo();
    for (auto& record : take_journal(later)) journal.push_back(std::move(record));
    Document third;
    for (const auto& path : journal_files(journal)) third.open_file(path, bytes_from(card[path]));
    EXPECT_TRUE(replay(journal, third).lost.empty());
    EXPECT_TRUE(third.changed_paths().empty());
    EXPECT_EQ(third.edit_count(), 2u);
    third.go_to(2);
    EXPECT_EQ(text(third, "c.txt"), "Gamma");
    EXPECT_EQ(text(third, "a.txt"), "Alpha");
}

TEST(fingerprint, tells_size_place_and_value_apart) {
    Bytes a(1000), b(1000), c(1001);
    b[999] = std::byte(1);
    EXPECT_NE(fingerprint(a), fingerprint(b));
    EXPECT_NE(fingerprint(a), fingerprint(c));
    EXPECT_NE(fingerprint(bytes_of("ab")), fingerprint(bytes_of("ba")));
    EXPECT_EQ(fingerprint(a), fingerprint(Bytes(1000)));
    EXPECT_EQ(hex(0x0123456789abcdef), "0123456789abcdef");
}
