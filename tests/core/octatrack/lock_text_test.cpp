#include "octatrack/lock_text.h"

#include <gtest/gtest.h>

#include "blank_bank.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

std::unique_ptr<Part> part_with(MachineType machine) {
    auto part = std::make_unique<Part>();
    make_blank(*part, 0);
    part->machines[2] = machine;
    return part;
}

}  // namespace

TEST(lock_text, the_names_of_the_source_page_follow_the_machine) {
    EXPECT_EQ(lock_name(*part_with(MachineType::flex), 2, 0), "PTCH");
    EXPECT_EQ(lock_name(*part_with(MachineType::flex), 2, 1), "STRT");
    EXPECT_EQ(lock_name(*part_with(MachineType::thru), 2, 0), "INAB");
    EXPECT_EQ(lock_name(*part_with(MachineType::thru), 2, 2), "-");
    EXPECT_EQ(lock_name(*part_with(MachineType::neighbor), 2, 0), "-");
    EXPECT_EQ(lock_name(*part_with(MachineType::pickup), 2, 5), "OP");
    EXPECT_EQ(lock_name(*part_with(MachineType(77)), 2, 0), "?");
}

TEST(lock_text, the_names_of_the_effect_pages_follow_the_effect) {
    auto part = part_with(MachineType::flex);
    EXPECT_EQ(lock_name(*part, 2, 18), "BASE");
    EXPECT_EQ(lock_name(*part, 2, 24), "TIME");
    part->fx1[2] = 13;
    EXPECT_EQ(lock_name(*part, 2, 19), "-");
    EXPECT_EQ(lock_name(*part, 2, 20), "HS F");
    part->fx1[2] = 6;
    EXPECT_EQ(lock_name(*part, 2, 18), "A");
}

TEST(lock_text, every_index_has_its_page) {
    EXPECT_EQ(lock_page(5), "SRC");
    EXPECT_EQ(lock_page(6), "LFO");
    EXPECT_EQ(lock_page(17), "AMP");
    EXPECT_EQ(lock_page(23), "FX1");
    EXPECT_EQ(lock_page(24), "FX2");
    EXPECT_EQ(lock_page(30), "");
    EXPECT_EQ(lock_page(31), "SAMPLE");
    EXPECT_EQ(midi_lock_page(12), "ARP");
    EXPECT_EQ(midi_lock_page(30), "");
}

TEST(lock_text, values_are_shown_as_the_device_shows_them) {
    const auto part = part_with(MachineType::flex);
    EXPECT_EQ(lock_shown(*part, 2, 0, 54), "-2.0");
    EXPECT_EQ(lock_shown(*part, 2, 0, 64), "0.0");
    EXPECT_EQ(lock_shown(*part, 2, 0, 124), "+12.0");
    EXPECT_EQ(lock_shown(*part, 2, 3, 127), "+63");
    EXPECT_EQ(lock_shown(*part, 2, 15, 0), "-64");
    EXPECT_EQ(lock_shown(*part, 2, 18, 100), "100");
    EXPECT_EQ(lock_shown(*part, 2, 5, 79), "79");
    EXPECT_EQ(lock_shown(*part, 2, 0, 255), "not locked");
    EXPECT_EQ(lock_shown(*part_with(MachineType::thru), 2, 3, 4), "C+D");
}

TEST(lock_text, the_start_is_a_slice_while_slices_are_on) {
    auto part = part_with(MachineType::flex);
    EXPECT_EQ(lock_shown(*part, 2, 1, 8), "8");
    part->source_setup[2].static_machine.slic = OnOff::on;
    EXPECT_EQ(lock_shown(*part, 2, 1, 8), "8");
    part->source_setup[2].flex.slic = OnOff::on;
    EXPECT_EQ(lock_shown(*part, 2, 1, 8), "slice 5");
    for (int slice = 0; slice < 64; slice++) EXPECT_EQ(slice_of(slice_value(slice)), slice);
}

TEST(lock_text, the_comb_filter_counts_semitones_from_a_sharp_0) {
    auto part = part_with(MachineType::flex);
    part->fx1[2] = 19;
    EXPECT_EQ(lock_shown(*part, 2, 18, 0), "A#0");
    EXPECT_EQ(lock_shown(*part, 2, 18, 26), "C3");
    EXPECT_EQ(lock_shown(*part, 2, 18, 107), "A9");
    EXPECT_EQ(lock_shown(*part, 2, 18, 108), "108");
}

TEST(lock_text, slots_are_named_by_the_pool_of_the_machine) {
    EXPECT_EQ(slot_name(0, 8), "S009");
    EXPECT_EQ(slot_name(1, 13), "F014");
    EXPECT_EQ(slot_name(1, 135), "R8");
    EXPECT_EQ(slot_name(4, 128), "R1");
    EXPECT_EQ(slot_name(2, 0), "-");
    EXPECT_EQ(slot_name(1, 255), "none");
    EXPECT_EQ(lock_shown(*part_with(MachineType::static_machine), 2, 31, 126), "S127");
}

TEST(lock_text, the_value_of_the_part_is_found_for_every_lock) {
    auto part = part_with(MachineType::flex);
    part->source[2].flex.strt = 21, part->pages[2].fx2.f = 99, part->pages[2].amp.vol = 70, part->slots[2].flex = 40;
    EXPECT_EQ(part_value(*part, 2, 0), 64);
    EXPECT_EQ(part_value(*part, 2, 1), 21);
    EXPECT_EQ(part_value(*part, 2, 15), 70);
    EXPECT_EQ(part_value(*part, 2, 29), 99);
    EXPECT_EQ(part_value(*part, 2, 31), 40);
    EXPECT_EQ(part_value(*part, 2, 30), std::nullopt);
    EXPECT_EQ(part_value(*part, 8, 0), std::nullopt);
    EXPECT_EQ(part_value(*part_with(MachineType::thru), 2, 31), std::nullopt);
    EXPECT_EQ(part_value(*part_with(MachineType::pickup), 2, 31), 130);
}

TEST(lock_text, midi_values_have_note_names_lengths_and_offsets) {
    EXPECT_EQ(midi_lock_shown(0, 0), "C-1");
    EXPECT_EQ(midi_lock_shown(0, 60), "C4");
    EXPECT_EQ(midi_lock_shown(0, 127), "G9");
    EXPECT_EQ(midi_lock_shown(2, 6), "1/16");
    EXPECT_EQ(midi_lock_shown(2, 7), "7");
    EXPECT_EQ(midi_lock_shown(3, 64), "off");
    EXPECT_EQ(midi_lock_shown(3, 71), "+7");
    EXPECT_EQ(midi_lock_shown(13, 1), "ON");
    EXPECT_EQ(midi_lock_shown(14, 3), "3");
    EXPECT_EQ(midi_lock_name(20), "CC1");
}

TEST(lock_text, patterns_conditions_and_micro_timing_have_words) {
    EXPECT_EQ(pattern_name(0, 2), "A03");
    EXPECT_EQ(pattern_name(15, 15), "P16");
    EXPECT_EQ(condition_word(1), "FILL");
    EXPECT_EQ(condition_word(24), "87 %");
    EXPECT_EQ(condition_word(99), "99 (unknown)");
    EXPECT_EQ(micro_timing_text(0), "0");
    EXPECT_EQ(micro_timing_text(6), "+1/64");
    EXPECT_EQ(micro_timing_text(-12), "-1/32");
    EXPECT_EQ(micro_timing_text(5), "+5/384");
    EXPECT_EQ(micro_timing_text(-23), "-23/384");
}
