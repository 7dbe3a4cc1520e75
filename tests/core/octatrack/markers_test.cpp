#include <gtest/gtest.h>

#include "../archive/fixture_files.h"
#include "octatrack/blank.h"
#include "octatrack/markers.h"
#include "schema/walk.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

const std::filesystem::path folder = test::fixture_root() / "octatrack";

std::size_t offset_of(const Markers& file, SlotRef slot) {
    return std::size_t(reinterpret_cast<const char*>(&markers_of(file, slot)) - reinterpret_cast<const char*>(&file));
}

}  // namespace

TEST(markers, slots_lie_where_the_reference_says) {
    const Bytes bytes = blank_markers();
    const Markers& file = **open_markers(bytes);
    EXPECT_EQ(offset_of(file, {Pool::flex, 1}), 0x16u);
    EXPECT_EQ(offset_of(file, {Pool::flex, 129}), 0x18816u);
    EXPECT_EQ(offset_of(file, {Pool::static_pool, 1}), 0x1A096u);
    EXPECT_EQ(offset_of(file, {Pool::static_pool, 128}), 22u + 784 * 263);
}

TEST(markers, paths_of_slots_and_of_the_schema_agree) {
    const Bytes bytes = blank_markers();
    const Markers& file = **open_markers(bytes);
    for (const SlotRef slot : {SlotRef{Pool::flex, 7}, SlotRef{Pool::flex, 136}, SlotRef{Pool::static_pool, 12}})
        EXPECT_EQ(find(schema<Markers>, path_of(slot) + ".trim_start")->offset, offset_of(file, slot));
}

TEST(markers, slices_of_a_grid_touch_and_cover_the_trim) {
    SlotMarkers record = whole_sample(1000);
    cut_into_slices(record, 3);
    EXPECT_EQ(used_slices(record), 3);
    EXPECT_EQ(record.slices[0].start, 0u);
    EXPECT_EQ(record.slices[1].start, record.slices[0].end);
    EXPECT_EQ(record.slices[2].end, 1000u);
    EXPECT_EQ(record.slices[2].loop_point, no_loop);
    EXPECT_EQ(record.slices[3].loop_point, 0u);
    cut_into_slices(record, 0);
    EXPECT_EQ(used_slices(record), 0);
}

TEST(markers, a_count_of_four_billion_is_reported_and_not_followed) {
    Bytes bytes = blank_markers();
    auto& file = *overlay<Markers>(bytes);
    file.flex[4].slice_count = 0xFFFFFFFF;
    file.flex[5].trim_start = 9;
    EXPECT_EQ(used_slices(file.flex[4]), 64);
    const auto findings = marker_findings(file);
    ASSERT_EQ(findings.size(), 2u);
    EXPECT_EQ(findings[0].path, "flex[5].slice_count");
    EXPECT_EQ(sentence(findings[1]), "flex[6].trim_end: at 0xF6A: expected 9 or more, found 0");
}

TEST(markers, a_file_cut_short_or_of_another_kind_is_refused) {
    Bytes bytes = blank_markers();
    bytes.pop_back();
    EXPECT_EQ(open_markers(bytes).problem().found, "206999 bytes");
    EXPECT_EQ(open_markers(blank_arrangement()).problem().expected, "DPS1SAMP");
    Bytes other = blank_markers();
    other[21] = std::byte(3);
    EXPECT_EQ(open_markers(other).problem().cause, Cause::unsupported);
}

TEST(markers_fixtures, device_files_open_with_right_sums_and_no_findings) {
    for (const auto& path : test::fixtures("octatrack", "markers.work")) {
        const Bytes bytes = test::load(path);
        const auto file = open_markers(bytes);
        ASSERT_TRUE(file) << path;
        EXPECT_FALSE(checksum_problem(bytes)) << path;
        EXPECT_TRUE(validate(schema<Markers>, bytes).empty()) << path;
        EXPECT_TRUE(marker_findings(**file).empty()) << path;
    }
}

TEST(markers_fixtures, the_twenty_one_slots_of_hello_flex_have_records) {
    for (const auto& path : test::fixtures("octatrack", "octapy-hello-flex/markers.work")) {
        const Bytes bytes = test::load(path);
        const Markers& file = **open_markers(bytes);
        int filled = 0;
        for (const SlotMarkers& record : file.flex) filled += !is_empty(record);
        EXPECT_EQ(filled, 21);
    }
}

TEST(markers_fixtures, the_recorder_of_the_demo_holds_a_recording) {
    for (const auto& path : test::fixtures("octatrack", "octatools-demo-blank/markers.work")) {
        const Bytes bytes = test::load(path);
        EXPECT_FALSE(is_empty(markers_of(**open_markers(bytes), {Pool::flex, 129})));
        EXPECT_TRUE(is_empty(markers_of(**open_markers(bytes), {Pool::flex, 130})));
    }
}
