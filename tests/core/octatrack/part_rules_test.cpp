#include "octatrack/part_rules.h"

#include <gtest/gtest.h>

#include <cstring>

#include "octatrack/blank.h"
#include "octatrack/trigs.h"
#include "random_files.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

struct Rig {
    Bytes file = blank_bank();
    Bank& bank = *overlay<Bank>(file);
    Part& part = bank.parts[1];
};

std::vector<u8> page(const EffectPage& page) {
    const auto* bytes = reinterpret_cast<const u8*>(&page);
    return {bytes, bytes + sizeof page};
}

bool same(const Part& a, const Part& b) { return !std::memcmp(&a, &b, sizeof a); }

}  // namespace

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

TEST(part_rules, saving_and_reloading_move_the_copy_the_flag_and_the_bit) {
    Rig rig;
    EXPECT_FALSE(reload_part(rig.bank, 1));  // never saved: its copy is just the default
    EXPECT_TRUE(set_part_value(rig.bank, 1, {false, 2}, {Page::amp, 3}, 99));
    EXPECT_EQ(u8(rig.bank.parts_edited), 2);
    EXPECT_TRUE(save_part(rig.bank, 1));
    EXPECT_TRUE(same(rig.part, rig.bank.saved_parts[1]));
    EXPECT_EQ(rig.bank.part_saved[1], 1);
    EXPECT_EQ(u8(rig.bank.parts_edited), 0);
    EXPECT_TRUE(set_part_value(rig.bank, 1, {false, 2}, {Page::amp, 3}, 5));
    EXPECT_TRUE(part_is_edited(rig.bank, 1));
    EXPECT_TRUE(reload_part(rig.bank, 1));
    EXPECT_EQ(rig.part.pages[2].amp.vol, 99);
    EXPECT_FALSE(part_is_edited(rig.bank, 1));
    EXPECT_FALSE(save_part(rig.bank, 4) || save_part(rig.bank, -1) || reload_part(rig.bank, 9));
}

TEST(part_rules, an_edit_goes_to_the_working_copy_alone) {
    Rig rig;
    const Bytes before = rig.file;
    EXPECT_TRUE(set_part_value(rig.bank, 1, {true, 7}, {Page::fx2_setup, 5}, 33));
    std::vector<std::string> paths;
    for (const Difference& difference : diff(schema<Bank>, before, rig.file)) paths.push_back(difference.path);
    EXPECT_EQ(paths, (std::vector<std::string>{"parts[2].midi_setup[8].cc10_number", "parts_edited"}));
}

TEST(part_rules, values_outside_their_range_list_or_knowledge_are_refused) {
    Rig rig;
    const Bytes before = rig.file;
    EXPECT_FALSE(set_part_value(rig.bank, 1, {false, 0}, {Page::amp, 0}, 128));
    EXPECT_FALSE(set_part_value(rig.bank, 1, {false, 0}, {Page::fx1_setup, 4}, 4));     // Q of the filter: 0 to 3
    EXPECT_FALSE(set_part_value(rig.bank, 1, {false, 0}, {Page::lfo_setup, 3}, 19));    // 19 waves
    EXPECT_FALSE(set_part_value(rig.bank, 1, {false, 0}, {Page::lfo_setup, 0}, 30));    // 30 destinations
    EXPECT_FALSE(set_part_value(rig.bank, 1, {false, 0}, {Page::source_setup, 0}, 2));  // LOOP: the order is open
    EXPECT_FALSE(set_part_value(rig.bank, 1, {false, 0}, {Page::slot, 0}, 128));        // STATIC has 128 slots
    EXPECT_FALSE(set_part_value(rig.bank, 1, {true, 0}, {Page::source_setup, 0}, 17));  // channels
    EXPECT_FALSE(set_part_value(rig.bank, 1, {true, 0}, {Page::amp_setup, 2}, 16));     // ARP LEN
    EXPECT_FALSE(set_machine(rig.bank, 1, 0, MachineType(5)));
    EXPECT_FALSE(set_scenes(rig.bank, 1, 16, 0));
    EXPECT_EQ(rig.file, before);
    EXPECT_TRUE(set_part_value(rig.bank, 1, {true, 0}, {Page::source_setup, 1}, 128));  // BANK off
    EXPECT_TRUE(set_machine(rig.bank, 1, 0, MachineType::flex));
    EXPECT_TRUE(set_part_value(rig.bank, 1, {false, 0}, {Page::slot, 0}, 135));
}

TEST(part_rules, another_effect_comes_with_its_own_twelve_values) {
    Rig rig;
    std::memset(&rig.part.pages[4].fx1, 9, 6), std::memset(&rig.part.setup[4].fx1, 9, 6);
    const auto fx2 = page(rig.part.pages[4].fx2);
    EXPECT_TRUE(set_effect(rig.bank, 1, 4, EffectSlot::fx1, 18));
    EXPECT_EQ(rig.part.fx1[4], 18);
    EXPECT_EQ(page(rig.part.pages[4].fx1), (std::vector<u8>{64, 64, 13, 0, 127, 0}));
    EXPECT_EQ(page(rig.part.setup[4].fx1), (std::vector<u8>(6)));
    EXPECT_EQ(page(rig.part.pages[4].fx2), fx2);
    EXPECT_EQ(page(rig.part.pages[3].fx1), (std::vector<u8>{0, 127, 0, 64, 0, 64}));
    EXPECT_EQ(u8(rig.bank.parts_edited), 2);
    EXPECT_TRUE(set_effect(rig.bank, 1, 4, EffectSlot::fx1, 4));
    EXPECT_EQ(page(rig.part.setup[4].fx1), (std::vector<u8>{0, 0, 1, 0, 3, 0}));
}

TEST(part_rules, the_same_effect_keeps_its_values_and_one_that_is_not_offered_is_refused) {
    Rig rig;
    rig.part.pages[4].fx2.b = 77;
    EXPECT_TRUE(set_effect(rig.bank, 1, 4, EffectSlot::fx2, 8));
    EXPECT_EQ(rig.part.pages[4].fx2.b, 77);
    EXPECT_EQ(u8(rig.bank.parts_edited), 0);
    for (const u8 type : {u8(8), u8(20), u8(25), u8(6), u8(200)}) EXPECT_FALSE(set_effect(rig.bank, 1, 4, EffectSlot::fx1, type));
    EXPECT_FALSE(set_effect(rig.bank, 1, 8, EffectSlot::fx2, 4));
    for (const Word& effect : effect_words)
        if (effect.value != 25) EXPECT_TRUE(set_effect(rig.bank, 1, 5, EffectSlot::fx2, u8(effect.value)));
}

TEST(part_rules, scenes_lock_what_a_scene_can_hold) {
    Rig rig;
    EXPECT_TRUE(set_scene_lock(rig.bank, 1, 15, 7, {Page::fx2, 5}, 12));
    EXPECT_EQ(rig.part.scenes[15].tracks[7].fx2_f, 12);
    EXPECT_TRUE(set_scene_lock(rig.bank, 1, 15, 7, {Page::level, 0}, 0));
    EXPECT_EQ(rig.part.scene_levels[15].tracks[7], 0);
    EXPECT_TRUE(set_scene_lock(rig.bank, 1, 15, 7, {Page::fx2, 5}, {}));
    EXPECT_EQ(rig.part.scenes[15].tracks[7].fx2_f, no_lock);
    const Bytes before = rig.file;
    EXPECT_FALSE(set_scene_lock(rig.bank, 1, 15, 7, {Page::slot, 0}, 3));
    EXPECT_FALSE(set_scene_lock(rig.bank, 1, 15, 7, {Page::level, 1}, 3));
    EXPECT_FALSE(set_scene_lock(rig.bank, 1, 15, 7, {Page::amp_setup, 0}, 1));
    EXPECT_FALSE(set_scene_lock(rig.bank, 1, 15, 7, {Page::amp, 0}, 128));
    EXPECT_FALSE(set_scene_lock(rig.bank, 1, 16, 7, {Page::amp, 0}, 1));
    EXPECT_EQ(rig.file, before);
}

TEST(part_rules, a_name_has_six_characters_at_most) {
    Rig rig;
    EXPECT_TRUE(rename_part(rig.bank, 2, "DRUMS"));
    EXPECT_EQ(rig.bank.part_names[2].text.view(), "DRUMS");
    EXPECT_TRUE(rename_part(rig.bank, 2, "SIXSIX"));
    EXPECT_EQ(rig.bank.part_names[2].text.view(), "SIXSIX");
    EXPECT_FALSE(rename_part(rig.bank, 2, "SEVENTH"));
    EXPECT_FALSE(rename_part(rig.bank, 2, "A\n"));
    EXPECT_EQ(u8(rig.bank.parts_edited), 0);
}

TEST(part_rules, a_copied_part_keeps_its_number) {
    Rig rig;
    const Part& busy = overlay<Bank>(test_files::busy_bank())->parts[0];
    EXPECT_TRUE(copy_part(rig.bank, 1, busy));
    EXPECT_EQ(rig.part.index, 1);
    EXPECT_EQ(std::memcmp(rig.part.fx1, busy.fx1, sizeof(Part) - 9), 0);
    EXPECT_TRUE(part_is_edited(rig.bank, 1));
    EXPECT_TRUE(open_bank(rig.file));
}

TEST(part_rules, a_copied_track_takes_all_its_rows_and_leaves_every_other) {
    Rig rig;
    const Part& busy = overlay<Bank>(test_files::busy_bank())->parts[0];
    EXPECT_TRUE(copy_part_track(rig.bank, 1, {false, 2}, busy, {false, 5}));
    EXPECT_TRUE(copy_part_track(rig.bank, 1, {true, 3}, busy, {true, 3}));
    for (const Parameter one : parameters(rig.part, {false, 2}))
        if (!(one == Parameter{Page::slot, 0}) || rig.part.machines[2] != u8(MachineType::pickup))
            EXPECT_EQ(value_in_part(rig.part, {false, 2}, one), value_in_part(busy, {false, 5}, one));
    EXPECT_EQ(rig.part.slots[2].pickup.bytes[0], 130);
    EXPECT_EQ(rig.part.scenes[9].tracks[2].fx1_c, busy.scenes[9].tracks[5].fx1_c);
    EXPECT_EQ(u16(rig.part.lfo_interpolation[2]), u16(busy.lfo_interpolation[5]));
    EXPECT_EQ(u16(rig.part.arp_masks[3]), u16(busy.arp_masks[3]));
    // Whatever is different from a blank part belongs to T3 or M4.
    const auto blank = std::make_unique<Part>();
    make_blank(*blank, 1);
    EXPECT_TRUE(copy_part_track(rig.bank, 1, {false, 2}, *blank, {false, 2}) &&
                copy_part_track(rig.bank, 1, {true, 3}, *blank, {true, 3}));
    EXPECT_TRUE(same(rig.part, *blank));
    EXPECT_FALSE(copy_part_track(rig.bank, 1, {true, 2}, busy, {false, 5}));
}
