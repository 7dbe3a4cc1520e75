#include "octatrack/part.h"

#include <gtest/gtest.h>

#include "octatrack/blank.h"
#include "octatrack/part_rules.h"
#include "schema/walk.h"

using namespace groovebench;
using namespace groovebench::octatrack;

TEST(part, its_arrays_lie_where_the_reference_puts_them) {
    const std::pair<const char*, u32> places[] = {{"tag", 0},
                                                  {"index", 8},
                                                  {"fx1", 9},
                                                  {"fx2", 17},
                                                  {"scene_a", 25},
                                                  {"scene_b", 26},
                                                  {"levels", 27},
                                                  {"machines", 43},
                                                  {"source", 51},
                                                  {"pages", 291},
                                                  {"source_setup", 483},
                                                  {"slots", 723},
                                                  {"setup", 763},
                                                  {"midi", 1003},
                                                  {"midi_setup", 1259},
                                                  {"recorders", 1547},
                                                  {"scenes", 1643},
                                                  {"scene_levels", 5739},
                                                  {"lfo_designs", 5899},
                                                  {"lfo_interpolation", 6027},
                                                  {"midi_lfo_designs", 6043},
                                                  {"midi_lfo_interpolation", 6171},
                                                  {"arp_masks", 6187},
                                                  {"arp_sequences", 6203}};
    for (const auto& [name, offset] : places) {
        const auto field = std::ranges::find(schema<Part>.fields, name, &Field::name);
        ASSERT_NE(field, schema<Part>.fields.end()) << name;
        EXPECT_EQ(field->offset, offset) << name;
    }
}

TEST(part, the_setup_row_of_a_track_is_thirty_bytes_and_not_page_ones_twenty_four) {
    EXPECT_EQ(find(schema<Part>, "setup[8].amp.sync")->offset, 763u + 30 * 7 + 7);
    EXPECT_EQ(find(schema<Part>, "pages[8].amp.hold")->offset, 291u + 24 * 7 + 7);
}

TEST(part_rules, an_edit_sets_the_bit_of_its_part_and_keeps_the_mask_in_four_bits) {
    Bytes bytes = blank_bank();
    Bank& bank = *overlay<Bank>(bytes);
    EXPECT_EQ(with_part_edited(bank, 2), 4);
    bank.parts_edited = 0xF1;
    EXPECT_EQ(with_part_edited(bank, 3), 9);
    EXPECT_EQ(with_part_edited(bank, 4), 1);
    EXPECT_TRUE(part_is_edited(bank, 0));
    EXPECT_FALSE(part_is_edited(bank, 1) || part_is_edited(bank, 4));
    EXPECT_FALSE(part_is_saved(bank, 0));
}

TEST(part_rules, every_byte_of_a_working_part_belongs_to_it_and_no_other_does) {
    const std::size_t first = 585430, size = 6331;
    EXPECT_EQ(part_at(first - 1), -1);
    for (int i = 0; i < 4; i++) {
        EXPECT_EQ(part_at(first + size * std::size_t(i)), i);
        EXPECT_EQ(part_at(first + size * std::size_t(i + 1) - 1), i);
    }
    EXPECT_EQ(part_at(first + 4 * size), -1);
}
