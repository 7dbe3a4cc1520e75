#include "octatrack/slot_rules.h"

#include <gtest/gtest.h>

#include <cstring>

#include "../archive/fixture_files.h"
#include "octatrack/blank.h"
#include "octatrack/project_edit.h"
#include "octatrack/sample_slots.h"
#include "octatrack/trigs.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

struct Rig {
    std::string blank = blank_project();
    Bytes text{bytes_of(blank).begin(), bytes_of(blank).end()}, markers = blank_markers();

    bool does(Result<SlotEdit> (*make)(const Project&, SlotRef), SlotRef slot) {
        const auto edit = make(*open_project(text), slot);
        return edit && take(*edit);
    }
    bool take(const SlotEdit& edit) {
        auto changed = text::spliced(text, edit.text);
        if (!changed) return false;
        text = *std::move(changed);
        apply(edit, *overlay<Markers>(markers));
        return true;
    }
    SlotRow row(SlotRef slot) {
        kept = std::make_unique<Project>(*open_project(text));
        for (const SlotRow& one : sample_slots(*kept, overlay<Markers>(markers)))
            if (one.slot == slot) return one;
        return {};
    }
    std::unique_ptr<Project> kept;
};

}  // namespace

TEST(slot_rules, numbers_count_from_0_in_machines_and_locks_and_from_1_in_the_text) {
    EXPECT_EQ(slot_of_byte(MachineType::static_machine, 0), (SlotRef{Pool::static_pool, 1}));
    EXPECT_EQ(slot_of_byte(MachineType::flex, 127), (SlotRef{Pool::flex, 128}));
    EXPECT_EQ(label(*slot_of_byte(MachineType::flex, 135)), "R8");
    EXPECT_EQ(slot_of_byte(MachineType::static_machine, 128), std::nullopt);
    EXPECT_EQ(slot_of_byte(MachineType::flex, 255), std::nullopt);
    EXPECT_EQ(slot_of_byte(MachineType::thru, 0), std::nullopt);
    EXPECT_EQ(byte_of_slot({Pool::flex, 136}), 135);
    EXPECT_EQ(byte_of_slot({Pool::static_pool, 1}), 0);
}

TEST(slot_rules, a_loaded_sample_is_in_the_text_and_in_the_markers_and_an_emptied_one_in_neither) {
    Rig rig;
    const SlotRef slot{Pool::static_pool, 5};
    ASSERT_TRUE(rig.take(*load_slot(*open_project(rig.text), slot, "../AUDIO/kick.wav", 22050)));
    EXPECT_EQ(rig.row(slot).file_name, "kick.wav");
    EXPECT_FALSE(rig.row(slot).inert);
    EXPECT_EQ(rig.row(slot).markers->trim_end, 22050u);
    ASSERT_TRUE(rig.does(empty_slot, slot));
    EXPECT_FALSE(rig.row(slot).filled());
    EXPECT_TRUE(is_empty(*rig.row(slot).markers));
    EXPECT_EQ(text_of(rig.text), rig.blank);
    EXPECT_EQ(rig.markers, blank_markers());
    EXPECT_FALSE(rig.does(empty_slot, slot));
}

TEST(slot_rules, the_settings_beside_a_sample_come_with_it_and_stay_inside_it) {
    Rig rig;
    SlotMarkers markers = whole_sample(88200);
    cut_into_slices(markers, 4);
    const Bytes ot = write_sample_settings(
        {.priority = Priority::trim, .priority_value = 200, .timestretch = 3, .loop_mode = 2, .gain = 60, .trig_quantise = 8},
        markers);
    const SlotRef slot{Pool::flex, 7};
    const auto load = [&](u32 frames) {
        return load_slot(*open_project(rig.text), slot, "a.wav", frames, overlay<SampleSettings>(ot));
    };
    ASSERT_TRUE(rig.take(*load(88200)));
    const SlotRow row = rig.row(slot);
    EXPECT_EQ(row.block->values.priority, Priority::trim);
    EXPECT_EQ(row.block->values.priority_value, 200);
    EXPECT_EQ(row.block->values.gain, 60);
    EXPECT_EQ(row.block->values.trig_quantise, 8);
    EXPECT_EQ(std::memcmp(row.markers, &markers, sizeof markers), 0);
    ASSERT_TRUE(rig.take(*load(50000)));  // a shorter file: nothing may point past its end
    EXPECT_EQ(rig.row(slot).markers->trim_end, 50000u);
    EXPECT_EQ(rig.row(slot).markers->slices[3].end, 50000u);
    EXPECT_TRUE(marker_findings(*overlay<Markers>(rig.markers)).empty());
}

TEST(slot_rules, what_would_play_nothing_is_refused) {
    Rig rig;
    const auto project = open_project(rig.text);
    EXPECT_EQ(load_slot(*project, {Pool::flex, 1}, "a.wav", 0).problem().found, "0 frames");
    EXPECT_FALSE(load_slot(*project, {Pool::flex, 0}, "a.wav", 1000));
    EXPECT_FALSE(load_slot(*project, {Pool::static_pool, 129}, "a.wav", 1000));
    EXPECT_FALSE(load_slot(*project, {Pool::flex, 1}, "a:b.wav", 1000));
    EXPECT_FALSE(empty_slot(*project, {Pool::flex, 500}));
}

TEST(slot_rules, an_emptied_recorder_keeps_the_block_it_always_has) {
    Rig rig;
    const SlotRef slot{Pool::flex, 130};
    ASSERT_TRUE(rig.take(*load_slot(*open_project(rig.text), slot, "rec.wav", 5000)));
    ASSERT_TRUE(rig.does(empty_slot, slot));
    EXPECT_EQ(text_of(rig.text), rig.blank);
}

TEST(slot_rules, a_moved_slot_takes_machines_and_locks_of_its_own_pool_with_it) {
    Bytes file = blank_bank();
    Bank& bank = *overlay<Bank>(file);
    bank.parts[0].machines[1] = MachineType::flex;
    bank.parts[0].machines[3] = MachineType::thru;
    for (int t : {0, 1, 3}) set_lock(bank.patterns[6].audio_tracks[t], 2, sample_lock, 3);
    // Track 4 points at slot 4 of both pools in every part and saved part: 8 bytes; the lock of T2 is flex, T1's static.
    EXPECT_EQ(renumber_slot(bank, {Pool::flex, 4}, {Pool::flex, 133}), 9);
    EXPECT_EQ(bank.patterns[6].audio_tracks[1].locks[2].sample_slot, 132);
    EXPECT_EQ(bank.patterns[6].audio_tracks[0].locks[2].sample_slot, 3);
    EXPECT_EQ(bank.patterns[6].audio_tracks[3].locks[2].sample_slot, 3);
    EXPECT_EQ(bank.parts[2].slots[3].flex, 132);
    EXPECT_EQ(bank.saved_parts[2].slots[3].static_machine, 3);
    EXPECT_EQ(renumber_slot(bank, {Pool::flex, 133}, {Pool::flex, 4}), 9);
    EXPECT_EQ(renumber_slot(bank, {Pool::flex, 4}, {Pool::static_pool, 9}), 0);
}

TEST(slot_rules, no_byte_of_a_bank_moves_that_names_another_slot) {
    Bytes file = blank_bank();
    const Bytes before = file;
    EXPECT_EQ(renumber_slot(*overlay<Bank>(file), {Pool::static_pool, 100}, {Pool::static_pool, 101}), 0);
    EXPECT_EQ(file, before);
}

TEST(slot_rules_fixtures, settings_of_a_device_come_back_through_the_slot_byte_for_byte) {
    for (const auto& path : test::fixtures("octatrack/octatools-ot", ".ot")) {
        if (path.filename().string().starts_with("tool")) continue;  // tools round lengths their own way
        const Bytes file = test::load(path);
        const SampleSettings& read = **open_sample_settings(file);
        EXPECT_EQ(write_sample_settings(attributes_from(read, "x.wav"), markers_from(read), read), file) << path;
    }
}
