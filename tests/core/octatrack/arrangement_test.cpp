#include <gtest/gtest.h>

#include <cstring>

#include "../archive/fixture_files.h"
#include "octatrack/arrangement.h"
#include "octatrack/blank.h"
#include "schema/walk.h"

using namespace groovebench;
using namespace groovebench::octatrack;

TEST(arrangement, a_new_row_holds_what_the_device_writes) {
    const Row row = new_pattern_row(0, 1);
    const u8 expected[22] = {0, 1, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 16};
    EXPECT_EQ(std::memcmp(&row, expected, sizeof row), 0);
}

TEST(arrangement, another_type_keeps_the_bytes_of_the_row_before) {
    Row row = new_pattern_row(1, 2);
    row.type = RowType::loop;
    EXPECT_EQ(row_as<LoopRow>(row).count, 18);
    EXPECT_EQ(&schema_of(row), &schema<LoopRow>);
    row.type = RowType::pattern;
    EXPECT_EQ(row_as<PatternRow>(row).end, 16);
}

TEST(arrangement, a_loop_past_the_last_row_is_a_finding_with_its_place) {
    Bytes bytes = blank_arrangement();
    auto& file = *overlay<Arrangement>(bytes);
    file.current.row_count = u16(2);
    file.current.rows[0] = new_pattern_row(0, 0);
    file.current.rows[1].type = RowType::loop;
    row_as<LoopRow>(file.current.rows[1]).target = 7;
    const auto findings = arrangement_findings(file);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(sentence(findings[0]), "current.rows[2].target: at 0x42: expected row 1 to 2, found row 8");
}

TEST(arrangement, values_of_rows_are_found_by_the_fields_of_their_type) {
    Bytes bytes = blank_arrangement();
    auto& file = *overlay<Arrangement>(bytes);
    file.current.rows[2] = new_pattern_row(0, 4);
    file.stored.rows[255].type = RowType::reminder;
    row_as<ReminderRow>(file.stored.rows[255]).text.bytes[0] = 'A';
    EXPECT_EQ(shown(*find_value(file, "current.rows[3].pattern"), bytes), "5");
    EXPECT_EQ(shown(*find_value(file, "stored.rows[256].text"), bytes), "A");
    EXPECT_EQ(find_value(file, "current.rows[3].transpose[8]")->offset, 24u + 18 + 2 * 22 + 21);
    EXPECT_EQ(find_value(file, "current.row_count")->offset, 40u);
    EXPECT_FALSE(find_value(file, "current.rows[3].text"));
    EXPECT_FALSE(find_value(file, "current.rows[257].type"));
    EXPECT_FALSE(find_value(file, "rows[.]."));
}

TEST(arrangement, a_row_count_past_256_is_reported_and_not_followed) {
    Bytes bytes = blank_arrangement();
    auto& file = *overlay<Arrangement>(bytes);
    file.current.row_count = u16(0xFFFF);
    EXPECT_EQ(used_rows(file.current), 256);
    EXPECT_FALSE(arrangement_findings(file).empty());
}

TEST(arrangement_fixtures, every_file_opens_and_all_sums_but_one_are_right) {
    for (const auto& path : test::fixtures("octatrack", ".work")) {
        const Bytes bytes = test::load(path);
        if (bytes.size() != sizeof(Arrangement)) continue;
        ASSERT_TRUE(open_arrangement(bytes)) << path;
        EXPECT_EQ(checksum_problem(bytes).has_value(), path.filename() == "full_options.work") << path;
    }
}

TEST(arrangement_fixtures, a_wrong_sum_is_a_finding_that_names_both) {
    for (const auto& path : test::fixtures("octatrack", "full_options.work")) {
        const Bytes bytes = test::load(path);
        const auto problem = checksum_problem(bytes);
        ASSERT_TRUE(problem);
        EXPECT_EQ(problem->expected, "0x8129");
        EXPECT_EQ(problem->found, "0x52E3");
        EXPECT_EQ(used_rows((*open_arrangement(bytes))->current), 255);
    }
}

TEST(arrangement_fixtures, a_reminder_is_read_and_what_stands_behind_it_is_stale) {
    for (const auto& path : test::fixtures("octatrack", "one_reminder_row.work")) {
        const Bytes bytes = test::load(path);
        const ArrangementBlock& block = (*open_arrangement(bytes))->current;
        ASSERT_EQ(used_rows(block), 1);
        EXPECT_EQ(block.rows[0].type.as(), RowType::reminder);
        EXPECT_FALSE(row_as<ReminderRow>(block.rows[0]).text.view().empty());
    }
}
