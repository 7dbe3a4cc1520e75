// The byte examples and sums that the format references print, read through the structures.
#include <gtest/gtest.h>

#include "../archive/fixture_files.h"
#include "octatrack/bank.h"
#include "schema/values.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

// The readings of a record's fields whose bytes begin at `from`, as long as the bytes last.
std::string readings(const Schema& schema, std::size_t from, std::initializer_list<u8> bytes) {
    Bytes record(schema.size);
    std::ranges::transform(bytes, record.begin() + std::ptrdiff_t(from), [](u8 byte) { return std::byte(byte); });
    std::string line;
    for (const Field& field : schema.fields)
        if (field.offset >= from && field.offset + field.size * field.count <= from + bytes.size())
            for (u32 i = 0; i < field.count; i++)
                line += (line.empty() ? "" : " | ") + shown({&field, field.offset + i * field.size}, record);
    return line;
}

}  // namespace

TEST(published_bytes, heads_of_tracks_that_play_free) {
    EXPECT_EQ(readings(schema<AudioTrack>, 89, {0x0C, 0x02, 0x00, 0xFF, 0x01, 0x02, 0x05, 0x00, 0x00}),
              "12 | 1x | 50 % | PROJECT | ON | HOLD | 6 | OFF | 00");
    EXPECT_EQ(readings(schema<AudioTrack>, 89, {0x10, 0x02, 0x00, 0xFF, 0x01, 0x02, 0x04, 0x01, 0x00}),
              "16 | 1x | 50 % | PROJECT | ON | HOLD | 4 | ON | 00");
}

TEST(published_bytes, tails_of_patterns) {
    EXPECT_EQ(readings(schema<PatternTail>, 0, {0x00, 0x40, 0x02, 0x20, 0x02, 0x01, 0, 0, 0, 0, 0x0B, 0x40}),
              "64 | 1x | 32 | 1x | PER TRACK | 00 | 1 | 00 00 | 120.0");
    EXPECT_EQ(readings(schema<PatternTail>, 0, {0x00, 0x10, 0x02, 0x10, 0x02, 0x00, 0, 0, 0, 0, 0x0B, 0x40}),
              "16 | 1x | 16 | 1x | NORMAL | 00 | 1 | 00 00 | 120.0");
    EXPECT_EQ(readings(schema<PatternTail>, 0, {0xFF, 0xFF}), "none");
}

TEST(published_bytes, levels_of_scenes) {
    EXPECT_EQ(readings(schema<SceneLevels>, 0, {0xFF, 0, 0, 0, 0xFF, 0x7F, 0, 0xFF, 0xFF, 0xFF}),
              "none | 0 | 0 | 0 | none | 127 | 0 | none | FF FF");
    EXPECT_EQ(readings(schema<SceneLevels>, 0, {0xFF, 0x7F, 0x7F, 0x7F, 0xFF, 0, 0x7F, 0xFF, 0xFF, 0xFF}),
              "none | 127 | 127 | 127 | none | 0 | 127 | none | FF FF");
}

TEST(published_bytes, control_values_that_are_sent) {
    Bytes page(sizeof(MidiPage));
    page[30] = std::byte(0x3C), page[31] = std::byte(0x07);
    const MidiPage& midi = *overlay<MidiPage>(page);
    for (int slot = 0; slot < 6; slot++) {
        EXPECT_EQ(midi.ctrl1_on.at(slot), slot >= 2) << slot;  // PB and AT off, CC1 to CC4 on
        EXPECT_EQ(midi.ctrl2_on.at(slot), slot < 3) << slot;   // CC5 to CC7 on
    }
}

TEST(published_bytes, slots_of_the_first_part_of_bank_copy) {
    EXPECT_EQ(readings(schema<SlotNumbers>, 0, {0x7F, 0x01, 0x00, 0x00, 0x81}), "128 | 2 | 00 | 00 | 81");
    EXPECT_EQ(readings(schema<SlotNumbers>, 0, {0x03, 0x7F, 0x00, 0x00, 0x83}), "4 | 128 | 00 | 00 | 83");
}

TEST(published_bytes_fixtures, sums_of_banks) {
    const std::pair<const char*, u16> sums[] = {{"octapy-template/bank01.work", 0x999C},
                                                {"octatools-blank/bank01.work", 0x96BB},
                                                {"octatools-bank-copy/bank01.strd", 0x97D7}};
    for (const auto& [name, sum] : sums)
        for (const auto& path : test::fixtures("octatrack", name)) {
            EXPECT_EQ(checksum(test::load(path)), sum) << name;
            EXPECT_EQ(stored_checksum(test::load(path)), sum) << name;
        }
}
