#include <gtest/gtest.h>

#include "../archive/fixture_files.h"
#include "octatrack/blank.h"
#include "octatrack/sample_slots.h"

using namespace groovebench;
using namespace groovebench::octatrack;

TEST(sample_slots, every_slot_has_a_row_in_order) {
    const std::string text = blank_project();
    const auto project = open_project(bytes_of(text));
    const auto rows = sample_slots(*project, nullptr);
    ASSERT_EQ(rows.size(), 264u);
    EXPECT_EQ(label(rows[0].slot), "F001");
    EXPECT_EQ(label(rows[128].slot), "R1");
    EXPECT_EQ(label(rows[136].slot), "S001");
    EXPECT_FALSE(rows[128].filled());
    EXPECT_NE(rows[128].block, nullptr);
}

TEST(sample_slots_fixtures, samples_of_hello_flex_have_records_and_names) {
    for (const auto& path : test::fixtures("octatrack", "octapy-hello-flex/project.work")) {
        const Bytes text = test::load(path), markers = test::load(path.parent_path() / "markers.work");
        const auto project = open_project(text);
        int filled = 0;
        for (const SlotRow& row : sample_slots(*project, *open_markers(markers))) {
            filled += row.filled() && !row.slot.recorder();
            EXPECT_FALSE(row.inert) << label(row.slot);
            EXPECT_EQ(row.file_name.find('/'), std::string::npos);
        }
        EXPECT_EQ(filled, 21);
    }
}
