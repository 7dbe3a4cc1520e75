#include "octatrack/parameters.h"

#include <gtest/gtest.h>

#include <set>

#include "blank_bank.h"
#include "octatrack/lock_text.h"
#include "schema/walk.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

std::unique_ptr<Part> new_part() {
    auto part = std::make_unique<Part>();
    make_blank(*part, 0);
    return part;
}

std::string field_of(const Part& part, TrackRef track, std::string_view words) {
    const auto parameter = find_parameter(part, track, words);
    return parameter ? path_at(schema<Part>, *offset_in_part(part, track, *parameter)) : "none";
}

}  // namespace

TEST(parameters, each_has_its_own_byte_of_the_part) {
    const auto part = new_part();
    for (int machine = 0; machine < 5; machine++) {
        for (auto& one : part->machines) one = u8(machine);
        std::set<std::size_t> bytes;
        std::size_t total = 0;
        for (const bool midi : {false, true})
            for (int t = 0; t < track_count; t++)
                for (const Parameter one : parameters(*part, {midi, t})) {
                    const std::size_t at = *offset_in_part(*part, {midi, t}, one);
                    EXPECT_TRUE(bytes.insert(at).second) << path_at(schema<Part>, at);
                    total++;
                }
        EXPECT_EQ(bytes.size(), total);
        EXPECT_GT(total, 16u * 50);
    }
}

TEST(parameters, lie_where_the_fields_say) {
    const auto part = new_part();
    part->machines[2] = MachineType::flex;
    EXPECT_EQ(field_of(*part, {false, 2}, "PTCH"), "source[3].flex.ptch");
    EXPECT_EQ(field_of(*part, {false, 1}, "PTCH"), "source[2].static_machine.ptch");
    EXPECT_EQ(field_of(*part, {false, 2}, "SRC setup TSTR"), "source_setup[3].flex.tstr");
    EXPECT_EQ(field_of(*part, {false, 7}, "LFO SPD1"), "pages[8].lfo.spd1");
    EXPECT_EQ(field_of(*part, {false, 0}, "AMP xvol"), "pages[1].amp.xvol");
    EXPECT_EQ(field_of(*part, {false, 0}, "FX2 TIME"), "pages[1].fx2.a");
    EXPECT_EQ(field_of(*part, {false, 0}, "FX1 setup DIST"), "setup[1].fx1.f");
    EXPECT_EQ(field_of(*part, {false, 0}, "AMP setup SYNC"), "setup[1].amp.sync");
    EXPECT_EQ(field_of(*part, {false, 3}, "LFO setup WAVE2"), "setup[4].lfo.wave2");
    EXPECT_EQ(field_of(*part, {false, 3}, "LFO setup MULT3"), "setup[4].lfo_timing.mult3");
    EXPECT_EQ(field_of(*part, {false, 3}, "level"), "levels[4].main");
    EXPECT_EQ(field_of(*part, {false, 2}, "sample"), "slots[3].flex");
    EXPECT_EQ(field_of(*part, {true, 4}, "NOTE"), "midi[5].note");
    EXPECT_EQ(field_of(*part, {true, 4}, "CTRL2 CC10"), "midi[5].cc10");
    EXPECT_EQ(field_of(*part, {true, 4}, "NOTE setup CHAN"), "midi_setup[5].chan");
    EXPECT_EQ(field_of(*part, {true, 4}, "ARP setup KEY"), "midi_setup[5].arp_key");
    EXPECT_EQ(field_of(*part, {true, 4}, "CTRL1 setup CC1"), "midi_setup[5].cc1_number");
    EXPECT_EQ(field_of(*part, {true, 4}, "LFO setup TRIG1"), "midi_setup[5].lfo_timing.trig1");
    EXPECT_EQ(field_of(*part, {true, 4}, "LFO setup PMTR1"), "midi_setup[5].lfo.pmtr1");
}

TEST(parameters, knobs_that_a_machine_or_effect_does_not_have_are_not_there) {
    const auto part = new_part();
    part->machines[0] = MachineType::thru, part->machines[1] = MachineType::neighbor, part->machines[2] = 77;
    part->fx1[0] = 13, part->fx2[0] = 0;
    EXPECT_FALSE(has_parameter(*part, {false, 0}, {Page::slot, 0}));
    EXPECT_FALSE(has_parameter(*part, {false, 0}, {Page::source, 2}));
    EXPECT_FALSE(has_parameter(*part, {false, 0}, {Page::fx1, 1}));
    EXPECT_TRUE(has_parameter(*part, {false, 0}, {Page::fx1, 2}));
    EXPECT_FALSE(has_parameter(*part, {false, 0}, {Page::fx2, 0}));
    EXPECT_FALSE(has_parameter(*part, {false, 1}, {Page::source, 0}));
    EXPECT_FALSE(has_parameter(*part, {false, 2}, {Page::source, 0}));
    EXPECT_FALSE(has_parameter(*part, {false, 2}, {Page::slot, 0}));
    EXPECT_FALSE(has_parameter(*part, {false, 8}, {Page::amp, 0}));
    EXPECT_FALSE(has_parameter(*part, {true, 0}, {Page::level, 0}));
    EXPECT_FALSE(has_parameter(*part, {false, 0}, {Page::amp, 6}));
}

TEST(parameters, of_page_1_agree_with_the_lock_table) {
    const auto part = new_part();
    part->pages[5].fx1.c = 33;
    for (int index = 0; index < 30; index++) {
        const Parameter one{Page(index / 6), index % 6};
        EXPECT_EQ(lock_index({false, 5}, one), index);
        EXPECT_EQ(parameter_name(*part, {false, 5}, one), lock_name(*part, 5, index));
        EXPECT_EQ(value_in_part(*part, {false, 5}, one), part_value(*part, 5, index));
        EXPECT_EQ(value_in_part(*part, {true, 5}, one), midi_part_value(*part, 5, index));
    }
    EXPECT_EQ(lock_index({false, 5}, {Page::slot, 0}), 31);
    EXPECT_EQ(lock_index({false, 5}, {Page::amp_setup, 0}), std::nullopt);
}

TEST(parameters, setup_values_read_as_the_device_shows_them) {
    const auto part = new_part();
    EXPECT_EQ(parameter_shown(*part, {false, 0}, {Page::fx1_setup, 3}, 1), "ON");
    EXPECT_EQ(parameter_shown(*part, {false, 0}, {Page::fx1_setup, 4}, 3), "BOTH");
    EXPECT_EQ(parameter_shown(*part, {false, 0}, {Page::source_setup, 4}, 3), "BEAT");
    EXPECT_EQ(parameter_shown(*part, {false, 0}, {Page::source_setup, 2}, 0), "OFF");
    part->source_setup[0].static_machine.slic = OnOff::on;
    EXPECT_EQ(parameter_shown(*part, {false, 0}, {Page::source_setup, 2}, 0), "SLIC");
    EXPECT_EQ(parameter_shown(*part, {false, 0}, {Page::lfo_timing, 0}, 3), "x8");
    EXPECT_EQ(parameter_shown(*part, {true, 0}, {Page::source_setup, 0}, 0), "OFF");
    EXPECT_EQ(parameter_shown(*part, {true, 0}, {Page::source_setup, 0}, 16), "16");
    EXPECT_EQ(parameter_shown(*part, {true, 0}, {Page::amp_setup, 2}, 7), "8");
    EXPECT_EQ(parameter_shown(*part, {true, 0}, {Page::amp_setup, 5}, 24), "B minor");
    EXPECT_EQ(parameter_shown(*part, {true, 0}, {Page::source_setup, 1}, 128), "none");
}

TEST(parameters, an_lfo_names_what_it_moves) {
    const auto part = new_part();
    part->machines[0] = MachineType::thru;
    EXPECT_EQ(lfo_destination(*part, {false, 1}, 0), "SRC PTCH");
    EXPECT_EQ(lfo_destination(*part, {false, 0}, 0), "SRC INAB");
    EXPECT_EQ(lfo_destination(*part, {false, 0}, 6), "LFO SPD1");
    EXPECT_EQ(lfo_destination(*part, {false, 0}, 15), "AMP VOL");
    EXPECT_EQ(lfo_destination(*part, {false, 0}, 18), "FX1 BASE");
    EXPECT_EQ(lfo_destination(*part, {false, 0}, 29), "FX2 SEND");
    EXPECT_EQ(lfo_destination(*part, {true, 0}, 20), "CTRL1 CC1");
    EXPECT_EQ(lfo_destination(*part, {true, 0}, 22), "CTRL1 CC3");
    EXPECT_EQ(lfo_destination(*part, {false, 0}, 30), "30 (unknown)");
    EXPECT_EQ(parameter_shown(*part, {false, 1}, {Page::lfo_setup, 1}, 18), "FX1 BASE");
}

TEST(parameters, what_is_shown_is_the_value_again) {
    const Bytes bank = blank_bank();
    const Part& part = overlay<Bank>(bank)->parts[0];
    int read = 0;
    for (const TrackRef track : {TrackRef{false, 0}, TrackRef{true, 7}})
        for (const Parameter parameter : parameters(part, track))
            for (const u8 value : {u8(0), u8(1), *value_in_part(part, track, parameter)}) {
                const std::string words = parameter_shown(part, track, parameter, value);
                const auto back = parameter_value(part, track, parameter, words);
                ASSERT_TRUE(back) << words;
                EXPECT_EQ(parameter_shown(part, track, parameter, *back), words);
                read++;
            }
    EXPECT_GT(read, 200);
    const auto volume = *find_parameter(part, {}, "AMP VOL");
    EXPECT_EQ(parameter_value(part, {}, volume, "+12"), 76);
    EXPECT_EQ(parameter_value(part, {}, volume, "12"), 76);
    EXPECT_FALSE(parameter_value(part, {}, volume, "+64"));
    EXPECT_FALSE(parameter_value(part, {}, volume, "loud"));
}
