#include "octatrack/part.h"

#include <gtest/gtest.h>

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
