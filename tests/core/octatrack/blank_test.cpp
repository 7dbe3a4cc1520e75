#include <gtest/gtest.h>

#include <cstring>

#include "../archive/fixture_files.h"
#include "octatrack/blank.h"
#include "schema/walk.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

std::vector<std::string> differing_paths(const Schema& schema, ByteView a, ByteView b) {
    std::vector<std::string> paths;
    for (const Difference& difference : diff(schema, a, b)) paths.push_back(difference.path);
    return paths;
}

}  // namespace

TEST(blank, sums_are_those_of_the_devices_blanks) {
    EXPECT_EQ(stored_checksum(blank_bank(NewRecorderSource::off)), 0x96BB);
    EXPECT_EQ(stored_checksum(blank_bank(NewRecorderSource::main)), 0x999C - 'R' - 'O');  // the device left these behind two names
    EXPECT_EQ(stored_checksum(blank_markers()), 0x0004);
    EXPECT_EQ(stored_checksum(blank_arrangement()), 0x0006);
}

TEST(blank, every_file_opens_and_holds_nothing_out_of_range) {
    const Bytes bank = blank_bank();
    ASSERT_TRUE(open_bank(bank));
    EXPECT_TRUE(validate(schema<Bank>, bank).empty());
    EXPECT_TRUE(validate(schema<Markers>, blank_markers()).empty());
    EXPECT_TRUE(validate(schema<Arrangement>, blank_arrangement()).empty());
    const std::string text = blank_project();
    EXPECT_TRUE(open_project(bytes_of(text))->findings.empty());
}

TEST(blank, every_pattern_of_a_new_bank_is_untouched) {
    const Bytes file = blank_bank();
    for (const Pattern& pattern : (*open_bank(file))->patterns) EXPECT_TRUE(is_untouched(pattern));
}

TEST(blank, a_project_has_twenty_six_files) {
    const auto files = blank_project_files();
    ASSERT_EQ(files.size(), 26u);
    EXPECT_EQ(files[0].name, "project.work");
    EXPECT_EQ(files[17].name, "bank16.work");
    EXPECT_EQ(files[25].name, "arr08.work");
    EXPECT_EQ(project_file_names().size(), 26u);
}

TEST(blank, bank_files_are_known_by_their_names_alone) {
    EXPECT_EQ(bank_of("bank01.work"), 0);
    EXPECT_EQ(bank_of("BANK16.STRD"), 15);
    EXPECT_EQ(bank_of("bank17.work"), std::nullopt);
    EXPECT_EQ(bank_of("bank1.work"), std::nullopt);
}

TEST(blank_fixtures, the_bank_equals_one_device_byte_for_byte) {
    for (const auto& path : test::fixtures("octatrack", "octatools-blank/bank01.work")) {
        const Bytes device = test::load(path), ours = blank_bank(NewRecorderSource::off);
        EXPECT_EQ(differing_paths(schema<Bank>, ours, device), std::vector<std::string>());
        EXPECT_TRUE(device == ours);
    }
}

TEST(blank_fixtures, the_other_device_differs_in_stale_bytes_of_part_names_alone) {
    for (const auto& path : test::fixtures("octatrack", "octapy-template/bank01.work")) {
        Bytes device = test::load(path);
        EXPECT_EQ(stored_checksum(device), 0x999C);
        for (PartName& name : overlay<Bank>(device)->part_names) {
            const std::size_t end = name.text.view().size();
            std::memset(name.text.bytes + end, 0, sizeof name.text.bytes - end);  // what an older, longer name left
        }
        seal(device);
        EXPECT_TRUE(device == blank_bank(NewRecorderSource::main));
    }
}

TEST(blank_fixtures, markers_arrangement_and_text_equal_the_devices) {
    for (const auto& path : test::fixtures("octatrack", "octapy-template/markers.work"))
        EXPECT_TRUE(test::load(path) == blank_markers());
    for (const auto& path : test::fixtures("octatrack", "octapy-template/arr01.work"))
        EXPECT_TRUE(test::load(path) == blank_arrangement());
    for (const auto& path : test::fixtures("octatrack", "octapy-template/project.work"))
        EXPECT_EQ(text_of(test::load(path)), blank_project());
}
