#include "card/save_plan.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace groovebench;
using namespace groovebench::card;

namespace {

Bytes filled(std::size_t size, int with = 0) { return Bytes(size, std::byte(with)); }

// A file ends with the sum of its bytes, so that sealing can be seen.
void seal_last(std::string_view path, ByteSpan bytes) {
    if (!project_file(path) || bytes.empty()) return;
    u8 sum = 0;
    for (std::byte b : bytes.first(bytes.size() - 1)) sum = u8(sum + u8(b));
    bytes.back() = std::byte(sum);
}

struct SavePlanTest : testing::Test {
    Document doc;
    Card card{"CARD"};
    SaveOptions options;

    SavePlanTest() {
        doc.seal = seal_last;
        for (const char* name : {"project.work", "markers.work", "bank01.work", "bank02.work", "arr01.work", "loop.wav"})
            on_card(std::string("LIVE/ONE/") + name, filled(2000));
        card.listed();
    }
    void on_card(const std::string& path, Bytes bytes) {
        list(path);
        doc.open_file(path, std::move(bytes));
    }
    void list(const std::string& path) { card.add(std::vector{Entry{path, 0, 0}}); }
    void edit(const std::string& path, std::size_t at = 5) { ASSERT_TRUE(doc.put(path, at, bytes_of("x"), "edit")); }
    SavePlan plan() const { return save_plan(doc, card, options); }
    std::vector<std::string> order() const {
        std::vector<std::string> all;
        for (const auto& step : plan().steps) all.push_back(std::string(word(step.action)) + " " + std::string(name_of(step.path)));
        return all;
    }
    // As the shell would report it.
    void carry_out() {
        for (const auto& step : plan().steps) {
            if (step.action == SaveStep::Action::remove)
                doc.removed_from_card(step.path), card.remove(step.path);
            else
                doc.saved(step.path, planned_bytes(doc, step)), list(step.path);
        }
    }
    bool blocked_with(std::string_view part) const {
        const SavePlan made = plan();
        return std::ranges::any_of(made.blocked, [&](const auto& sentence) { return sentence.find(part) != std::string::npos; });
    }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_F(SavePlanTest, nothing_changed_is_nothing_to_write) {
    EXPECT_TRUE(plan().steps.empty());
    EXPECT_EQ(plan().title, "Nothing to write: CARD holds everything");
    EXPECT_EQ(plan().bytes, 0u);
}

TEST_F(SavePlanTest, only_files_that_differ_are_written) {
    edit("LIVE/ONE/bank01.work");
    edit("LIVE/ONE/bank02.work");
    doc.undo();
    const SavePlan made = plan();
    ASSERT_EQ(made.steps.size(), 1u);
    EXPECT_EQ(made.steps[0].path, "LIVE/ONE/bank01.work");
    EXPECT_EQ(made.bytes, 2000u);
    EXPECT_EQ(made.title, "Write 1 file to CARD");
    EXPECT_EQ(made.where, "LIVE / ONE");
}

TEST_F(SavePlanTest, the_checksum_counts_among_the_bytes_that_differ) {
    edit("LIVE/ONE/bank01.work");
    const SavePlan made = plan();
    EXPECT_EQ(made.steps[0].differing, 2u);
    EXPECT_EQ(made.steps[0].note, "2 KB · 2 bytes differ");
    EXPECT_EQ(planned_bytes(doc, made.steps[0]).back(), std::byte('x'));
}

TEST_F(SavePlanTest, samples_come_first_then_who_mentions_them_and_removals_last) {
    edit("LIVE/ONE/project.work");
    edit("LIVE/ONE/arr01.work");
    edit("LIVE/ONE/bank01.work");
    edit("LIVE/ONE/markers.work");
    doc.add_file("LIVE/AUDIO/kick.ot", filled(10), "add");
    doc.add_file("LIVE/AUDIO/kick.wav", filled(10), "add");
    doc.remove_file("LIVE/ONE/loop.wav", "remove");
    EXPECT_EQ(order(), (Names{"add kick.wav", "add kick.ot", "replace markers.work", "replace bank01.work", "replace arr01.work",
                              "replace project.work", "remove loop.wav"}));
}

TEST_F(SavePlanTest, removals_take_first_who_mentions_and_then_what_is_mentioned) {
    for (const char* name : {"loop.wav", "bank01.work", "markers.work", "project.work"})
        doc.remove_file(std::string("LIVE/ONE/") + name, "remove");
    EXPECT_EQ(order(), (Names{"remove project.work", "remove bank01.work", "remove markers.work", "remove loop.wav"}));
    const SavePlan made = plan();
    for (std::size_t i = 1; i < made.steps.size(); i++) EXPECT_LT(made.steps[i].round, made.steps[i - 1].round);
    EXPECT_EQ(plan().title, "Remove 4 files from CARD");
}

TEST_F(SavePlanTest, a_plan_that_was_carried_out_leaves_nothing) {
    edit("LIVE/ONE/bank01.work");
    doc.rename_file("LIVE/ONE/loop.wav", "LIVE/ONE/riff.wav", "rename");
    doc.add_file("LIVE/AUDIO/kick.wav", filled(10), "add");
    EXPECT_EQ(plan().steps.size(), 4u);
    carry_out();
    EXPECT_TRUE(plan().steps.empty());
    doc.undo();
    EXPECT_EQ(order(), Names{"remove kick.wav"});
}

TEST_F(SavePlanTest, without_the_option_stored_copies_are_left_alone) {
    on_card("LIVE/ONE/bank01.strd", filled(2000));
    edit("LIVE/ONE/bank01.work");
    EXPECT_EQ(order(), Names{"replace bank01.work"});
}

TEST_F(SavePlanTest, storing_covers_the_whole_project_and_only_what_differs) {
    options.with_stored = true;
    on_card("LIVE/ONE/bank01.strd", filled(2000));
    on_card("LIVE/ONE/bank02.strd", filled(2000));
    on_card("LIVE/ONE/markers.strd", filled(2000, 1));
    on_card("LIVE/TWO/bank01.work", filled(2000));
    edit("LIVE/ONE/bank01.work");
    EXPECT_EQ(order(),
              (Names{"replace bank01.work", "replace markers.strd", "replace bank01.strd", "add arr01.strd", "add project.strd"}));
    EXPECT_EQ(plan().steps[2].note, "2 KB · 2 bytes differ · stored copy");
    EXPECT_EQ(planned_bytes(doc, plan().steps[2]), doc.sealed("LIVE/ONE/bank01.work"));
}

TEST_F(SavePlanTest, after_storing_the_stored_copies_are_no_difference) {
    options.with_stored = true;
    on_card("LIVE/ONE/markers.strd", filled(2000, 1));
    edit("LIVE/ONE/bank01.work");
    carry_out();
    EXPECT_TRUE(doc.changed_paths().empty());
    EXPECT_TRUE(std::ranges::equal(doc.bytes("LIVE/ONE/markers.strd"), doc.bytes("LIVE/ONE/markers.work")));
    EXPECT_TRUE(plan().steps.empty());
}

TEST_F(SavePlanTest, storing_says_which_files_have_to_be_read_first) {
    options.with_stored = true;
    list("LIVE/ONE/bank05.work");
    list("LIVE/ONE/bank02.strd");
    edit("LIVE/ONE/bank01.work");
    EXPECT_EQ(plan().to_read, (Names{"LIVE/ONE/bank02.strd", "LIVE/ONE/bank05.work"}));
    doc.open_file("LIVE/ONE/bank05.work", filled(2000));
    doc.open_file("LIVE/ONE/bank02.strd", filled(2000));
    EXPECT_TRUE(plan().to_read.empty());
}

TEST_F(SavePlanTest, a_card_for_reading_only_has_the_same_plan_to_be_taken_away) {
    options.writable = false;
    edit("LIVE/ONE/bank01.work");
    EXPECT_TRUE(plan().blocked.empty());
    EXPECT_FALSE(plan().writable);
    EXPECT_EQ(plan().steps.size(), 1u);
}

TEST_F(SavePlanTest, a_damaged_file_becomes_no_stored_copy_without_consent) {
    options.with_stored = true;
    doc.set_read_only("LIVE/ONE/bank02.work", "its checksum is wrong.");
    edit("LIVE/ONE/bank01.work");
    EXPECT_TRUE(blocked_with("bank02.work must not become the stored copy: its checksum is wrong."));
    doc.allow("LIVE/ONE/bank02.work");
    EXPECT_TRUE(plan().blocked.empty());
}

TEST_F(SavePlanTest, a_file_that_became_read_only_again_blocks_the_plan) {
    edit("LIVE/ONE/bank01.work");
    doc.set_read_only("LIVE/ONE/bank01.work", "another program changed it.");
    EXPECT_TRUE(blocked_with("bank01.work must not be written: another program changed it."));
}

TEST_F(SavePlanTest, a_new_file_does_not_overwrite_one_that_was_never_opened) {
    list("LIVE/AUDIO/Kick.WAV");
    doc.add_file("LIVE/AUDIO/kick.wav", filled(3), "add");
    EXPECT_TRUE(blocked_with("LIVE/AUDIO/Kick.WAV is on the card already."));
}

TEST_F(SavePlanTest, names_that_differ_in_case_only_are_refused) {
    doc.rename_file("LIVE/ONE/loop.wav", "LIVE/ONE/LOOP.wav", "rename");
    EXPECT_TRUE(blocked_with("are the same name on a FAT card"));
}

TEST_F(SavePlanTest, names_that_fat_does_not_take_are_refused) {
    doc.add_file("LIVE/AUDIO/what?.wav", filled(3), "add");
    EXPECT_TRUE(blocked_with("a FAT card does not take ?."));
    EXPECT_EQ(forbidden_name("LIVE/AUDIO/caf\xC3\xA9 & co.wav"), "");
    for (const char* bad : {"a/b.", "a/b ", "a//b", "../a", "a\tb", "a\\b", "a:b", ""}) EXPECT_NE(forbidden_name(bad), "") << bad;
}

TEST_F(SavePlanTest, changes_come_in_words_grouped_by_heading) {
    options.words = [](std::string_view path) -> std::vector<ChangeLines> {
        if (path.ends_with("bank01.work")) return {{"Bank A", {"A03 · T3: 1 trig added"}}, {"Project", {"x"}}};
        if (path.ends_with("project.work")) return {{"Project", {"tempo 120 → 121"}}};
        return {};
    };
    edit("LIVE/ONE/bank01.work");
    edit("LIVE/ONE/project.work");
    doc.add_file("LIVE/AUDIO/kick.wav", filled(1500), "add");
    const SavePlan made = plan();
    ASSERT_EQ(made.changes.size(), 3u);
    EXPECT_EQ(made.changes[0].heading, "LIVE/AUDIO");
    EXPECT_EQ(made.changes[0].lines, Names{"kick.wav: new, 2 KB"});
    EXPECT_EQ(made.changes[1].heading, "Bank A");
    EXPECT_EQ(made.changes[2].lines, (Names{"x", "tempo 120 → 121"}));
}

TEST_F(SavePlanTest, a_rename_is_told_as_one_change) {
    doc.rename_file("LIVE/ONE/loop.wav", "LIVE/ONE/riff.wav", "rename");
    const SavePlan made = plan();
    ASSERT_EQ(made.changes.size(), 1u);
    EXPECT_EQ(made.changes[0].lines, Names{"riff.wav: new name, was LIVE/ONE/loop.wav"});
    EXPECT_EQ(made.title, "Write 1 file to CARD, remove 1");
}

TEST(save_plan, sizes_are_told_as_people_read_them) {
    EXPECT_EQ(size_in_words(1), "1 byte");
    EXPECT_EQ(size_in_words(832), "832 bytes");
    EXPECT_EQ(size_in_words(636'113), "636 KB");
    EXPECT_EQ(size_in_words(999'500), "1.0 MB");
    EXPECT_EQ(size_in_words(89'714'688), "89.7 MB");
}

TEST(save_plan, differing_bytes_of_a_longer_text_are_those_in_the_middle) {
    EXPECT_EQ(differing_bytes(bytes_of("TEMPO=120\r\n"), bytes_of("TEMPO=2880\r\n")), 3u);
    EXPECT_EQ(differing_bytes(bytes_of("abcd"), bytes_of("axcy")), 2u);
    EXPECT_EQ(differing_bytes({}, bytes_of("abc")), 3u);
}
