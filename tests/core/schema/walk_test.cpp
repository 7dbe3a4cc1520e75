#include "schema/walk.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "octatrack/blank.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

bool is_part(const Field& field) { return field.bits && field.kind != Kind::flags; }

// Marks the bits a value owns; false if somebody owned one before.
bool own(std::vector<u8>& owned, const Visit& visit) {
    const Field& field = visit.field;
    bool alone = true;
    for (u32 bit = 0; bit < 8 * field.size; bit++) {
        if (is_part(field) && (bit < field.bit || bit >= u32(field.bit) + field.bits)) continue;
        const u32 byte = field.big_endian ? field.size - 1 - bit / 8 : bit / 8;
        u8& bits = owned[visit.offset + byte];
        alone = alone && !(bits >> bit % 8 & 1);
        bits = u8(bits | 1 << bit % 8);
    }
    return alone;
}

template <class Record>
void expect_each_bit_owned_once() {
    std::vector<u8> owned(sizeof(Record));
    std::size_t twice = 0, none = 0, before = 0;
    bool in_order = true;
    walk(schema<Record>, 0, [&](const Visit& visit) {
        twice += !own(owned, visit);
        in_order = in_order && visit.offset >= before;
        before = visit.offset;
    });
    for (u8 bits : owned) none += bits != 0xFF;
    EXPECT_TRUE(in_order);
    EXPECT_EQ(twice, 0u) << schema<Record>.name;
    EXPECT_EQ(none, 0u) << schema<Record>.name;
}

}  // namespace

TEST(walk, every_bit_of_a_bank_and_of_markers_belongs_to_one_value) {
    expect_each_bit_owned_once<Bank>();
    expect_each_bit_owned_once<Markers>();
    expect_each_bit_owned_once<Arrangement>();
}

TEST(walk, the_path_of_every_value_finds_that_value) {
    std::size_t values = 0;
    auto there_and_back = [&](const Schema& of, std::size_t at) {
        walk(of, at, [&](const Visit& visit) {
            values++;
            const auto place = find(of, visit.path(), at);
            ASSERT_TRUE(place) << visit.path();
            ASSERT_EQ(place->field, &visit.field) << visit.path();
            ASSERT_EQ(place->offset, visit.offset) << visit.path();
        });
    };
    there_and_back(schema<Pattern>, 22);
    there_and_back(schema<Part>, 585430);
    EXPECT_GT(values, 30000u);
}

TEST(walk, known_paths_of_a_bank_lie_where_the_reference_puts_them) {
    const std::pair<const char*, std::size_t> places[] = {
        {"patterns[1].tag", 22},
        {"patterns[16].tail.length", 22 + 36588 * 15 + 36579},
        {"patterns[3].audio_tracks[1].locks[5].amp_vol", 22 + 36588 * 2 + 8 + 98 + 4 * 32 + 15},
        {"patterns[3].audio_tracks[8].trig_words[64]", 22 + 36588 * 2 + 8 + 2338 * 7 + 2210 + 126},
        {"patterns[1].midi_tracks[2].locks[1].note", 22 + 18712 + 2233 + 57},
        {"parts[2].machines[3]", 585430 + 6331 + 43 + 2},
        {"saved_parts[4].scene_levels[16].tracks[8]", 610754 + 3 * 6331 + 5739 + 157},
        {"part_saved[1]", 636078},
        {"parts_edited", 636082},
        {"part_names[4].text", 636083 + 21},
        {"checksum", 636111}};
    for (const auto& [path, offset] : places) {
        const auto place = find(schema<Bank>, path);
        ASSERT_TRUE(place) << path;
        EXPECT_EQ(place->offset, offset) << path;
        EXPECT_EQ(path_at(schema<Bank>, offset), path);
    }
}

TEST(walk, flags_are_found_alone_in_one_mask_or_in_several) {
    const auto one = find(schema<Bank>, "patterns[1].audio_tracks[1].trigs[17]");
    ASSERT_TRUE(one);
    EXPECT_EQ(one->flag, 16);
    const auto several = find(schema<Bank>, "parts[1].arp_masks[2][5]");
    ASSERT_TRUE(several);
    EXPECT_EQ(several->flag, 4);
    EXPECT_EQ(several->offset, 585430u + 6187 + 2);
    EXPECT_EQ(find(schema<Bank>, "parts[1].arp_masks[2]")->flag, -1);
}

TEST(walk, a_path_that_names_nothing_is_refused_with_what_would_do) {
    const std::pair<const char*, const char*> bad[] = {{"", "a field of bank"},
                                                       {"pattern[1]", "a field of bank"},
                                                       {"patterns", "patterns[n]"},
                                                       {"patterns[0].tag", "a field of bank"},
                                                       {"patterns[17].tag", "patterns[1] to [16]"},
                                                       {"patterns[1", "a field of bank"},
                                                       {"patterns[1]x.tag", "a field of bank"},
                                                       {"patterns[1][2].tag", "patterns[n]"},
                                                       {"patterns[99999999999999999999].tag", "a field of bank"},
                                                       {"patterns[1].tag[1]", "tag"},
                                                       {"patterns[1]", "a field of pattern"},
                                                       {"checksum.low", "checksum"},
                                                       {"parts_edited[5]", "parts_edited[1] to [4]"},
                                                       {"parts[1].arp_masks[2][17]", "arp_masks[n][1] to [16]"},
                                                       {"parts[1].machines[1][1]", "machines[n]"}};
    for (const auto& [path, expected] : bad) {
        const auto place = find(schema<Bank>, path);
        ASSERT_FALSE(place) << path;
        EXPECT_EQ(place.problem().expected, expected) << path;
        EXPECT_EQ(place.problem().path, path);
    }
}

TEST(walk, a_byte_outside_the_file_has_no_path) {
    EXPECT_EQ(path_at(schema<Bank>, sizeof(Bank)), "");
    EXPECT_EQ(path_at(schema<Bank>, 0), "header.form");
    EXPECT_EQ(path_at(schema<PatternTail>, 5, 10), "");
    EXPECT_EQ(path_at(schema<PatternTail>, 13, 10), "length");
}

TEST(validate, a_new_bank_has_no_findings) {
    for (const Problem& problem : validate(schema<Bank>, blank_bank())) ADD_FAILURE() << sentence(problem);
}

TEST(validate, each_kind_of_bad_value_is_told_with_place_expectation_and_finding) {
    Bytes bytes = blank_bank();
    Bank& bank = *overlay<Bank>(bytes);
    bank.patterns[2].tail.length = 65;
    bank.patterns[2].tail.scale = 9;
    bank.patterns[2].audio_tracks[0].locks[4].amp_vol = 128;
    bank.patterns[2].midi_tracks[1].trig_words[7] = 127;
    bank.parts_edited = 0x1F;
    bank.parts[1].tag.bytes[0] = 'Q';
    const auto problems = validate(schema<Bank>, bytes);
    std::set<std::string> told;
    for (const Problem& p : problems) told.insert(p.path + ": " + p.expected + ", " + p.found);
    EXPECT_EQ(told, (std::set<std::string>{"patterns[3].tail.length: 2 to 64, 65", "patterns[3].tail.scale: a value of the list, 9",
                                           "patterns[3].audio_tracks[1].locks[5].amp_vol: 0 to 127, or 255 for none, 128",
                                           "patterns[3].midi_tracks[2].trig_words[8].condition: a value of the list, 127",
                                           "parts_edited: 4 flags, 31", "parts[2].tag: PART, 51 41 52 54"}));
    for (const Problem& p : problems) EXPECT_EQ(p.severity, p.path == "parts[2].tag" ? Severity::error : Severity::warning);
}

TEST(validate, stops_at_its_limit_and_refuses_a_file_that_is_too_short) {
    const Bytes noise(sizeof(Bank), std::byte(0xEE));
    EXPECT_EQ(validate(schema<Bank>, noise, 10).size(), 10u);
    EXPECT_EQ(validate(schema<Bank>, ByteView(noise).first(100)).size(), 1u);
}

TEST(diff, names_every_value_that_differs_and_no_other) {
    const Bytes before = blank_bank();
    Bytes after = before;
    Bank& bank = *overlay<Bank>(after);
    bank.patterns[0].audio_tracks[0].trigs.put(3, true);
    bank.patterns[15].midi_tracks[7].trig_words[63] = trig_word(1, 6, 0);
    bank.part_names[0].text.bytes[0] = 'X';
    std::vector<std::string> paths;
    for (const Difference& difference : diff(schema<Bank>, before, after)) paths.push_back(difference.path);
    EXPECT_EQ(paths, (std::vector<std::string>{"patterns[1].audio_tracks[1].trigs",
                                               "patterns[16].midi_tracks[8].trig_words[64].micro_timing", "part_names[1].text"}));
    EXPECT_TRUE(diff(schema<Bank>, before, before).empty());
    EXPECT_TRUE(diff(schema<Bank>, before, ByteView(after).first(10)).empty());
}
