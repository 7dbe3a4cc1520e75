#include <gtest/gtest.h>

#include <cstring>

#include "../archive/fixture_files.h"
#include "octatrack/sample_settings.h"
#include "schema/walk.h"

using namespace groovebench;
using namespace groovebench::octatrack;

TEST(sample_settings, what_is_written_opens_sealed_and_holds_the_same_markers) {
    SlotMarkers markers = whole_sample(88200);
    cut_into_slices(markers, 16);
    const Bytes file = write_sample_settings({.path = "loop.wav", .priority = Priority::trim, .priority_value = 100}, markers);
    const auto settings = open_sample_settings(file);
    ASSERT_TRUE(settings);
    EXPECT_FALSE(checksum_problem(file));
    EXPECT_TRUE(validate(schema<SampleSettings>, file).empty());
    EXPECT_EQ((*settings)->tempo_x24, 2880u);
    const SlotMarkers back = markers_from(**settings);
    EXPECT_EQ(std::memcmp(&back, &markers, sizeof back), 0);
}

TEST(sample_settings, lengths_and_tempo_follow_from_each_other_as_on_the_device) {
    EXPECT_EQ(tempo_x24_for(890839, 800), 2281u);
    EXPECT_EQ(bars_x100(890839, 720), 253u);
    EXPECT_EQ(tempo_x24_for(0, 800), 2880u);
}

TEST(sample_settings_fixtures, every_file_opens_with_a_right_sum) {
    for (const auto& path : test::fixtures("octatrack/octatools-ot", ".ot")) {
        const Bytes bytes = test::load(path);
        ASSERT_TRUE(open_sample_settings(bytes)) << path;
        EXPECT_FALSE(checksum_problem(bytes)) << path;
    }
}

TEST(sample_settings_fixtures, sums_are_those_of_the_reference) {
    const std::pair<const char*, u16> sums[] = {{"0slices.ot", 0x03E6}, {"16slices.ot", 0x6600}, {"64slices.ot", 0x85F7}};
    for (const auto& [name, sum] : sums)
        for (const auto& path : test::fixtures("octatrack/octatools-ot", std::string("/") + name))
            EXPECT_EQ(checksum(test::load(path)), sum) << name;
}

TEST(sample_settings_fixtures, a_device_file_is_reproduced_from_its_values) {
    const SampleAttributes values{
        .path = "x.wav", .priority = Priority::trim, .priority_value = 800, .timestretch = 0, .loop_mode = 2};
    for (const auto& path : test::fixtures("octatrack/octatools-ot", "/0slices.ot")) {
        const Bytes device = test::load(path);
        SampleAttributes same = values;
        const SampleSettings& read = **open_sample_settings(device);
        same.timestretch = i64(read.timestretch), same.loop_mode = i64(read.loop_mode);
        EXPECT_EQ(write_sample_settings(same, markers_from(read)), device);
    }
}
