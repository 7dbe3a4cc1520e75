#include <gtest/gtest.h>

#include "convert/tracks.h"
#include "song.h"

using namespace groovebench;
using namespace groovebench::convert;
using namespace groovebench::test;
using octatrack::TrigType;

TEST(convert_losses, amp_vol_locks_become_velocity) {
    Song song;
    song.trigs(1, {1, 2, 3, 4, 5});
    const int values[] = {64, 32, 0, 119, 81};
    for (int step = 1; step <= 5; step++) song.lock(1, step, amp_vol_lock, u8(values[step - 1]));
    EXPECT_EQ(velocities(song.plan()), (std::vector<int>{100, 50, 1, 127, 127}));
    EXPECT_TRUE(reported(song.plan(), "T1 · step 4: AMP VOL asks for a velocity of 186; 127 is as far"));
    EXPECT_TRUE(reported(song.plan(), "T1 · step 3: AMP VOL asks for a velocity of 0; 1 is as far"));
    EXPECT_FALSE(reported(song.plan(), "lock of AMP VOL"));
}

TEST(convert_losses, pitch_locks_become_notes_and_their_rounding_is_reported) {
    Song song;
    song.trigs(1, {1, 2, 3, 4});
    const int values[] = {64, 69, 4, 62};
    for (int step = 1; step <= 4; step++) song.lock(1, step, ptch_lock, u8(values[step - 1]));
    EXPECT_EQ(note_numbers(song.plan()), (std::vector<int>{60, 61, 48, 60}));
    EXPECT_TRUE(reported(song.plan(), "T1 · step 4: PTCH -0.4 becomes +0 semitones")) << report_of(song.plan());
    EXPECT_FALSE(reported(song.plan(), "step 2: PTCH"));
}

TEST(convert_losses, the_parts_pitch_counts_where_nothing_is_locked) {
    Song song;
    song.part->source[0].static_machine.ptch = 79;
    song.trigs(1, {1, 2});
    song.lock(1, 2, ptch_lock, 64);
    EXPECT_EQ(song.plan().notes[0][0].note, 63);
    EXPECT_EQ(song.plan().notes[0][1].note, 60);
    EXPECT_TRUE(reported(song.plan(), "T1: PTCH of the part is taken over"));
}

TEST(convert_losses, conditions_play_every_time_and_are_reported_by_track_and_step) {
    Song song;
    song.trigs(2, {1, 5, 9, 10, 11});
    for (int step : {1, 5, 9, 10}) song.word(2, step, 1, 0, 19);
    song.word(2, 11, 1, 0, 1);
    EXPECT_EQ(song.plan().notes[0].size(), 5u);
    EXPECT_TRUE(reported(song.plan(), "T2 · steps 1, 5, 9, 10: the condition 50 % is not taken over: the trig plays every time"))
        << report_of(song.plan());
    EXPECT_TRUE(reported(song.plan(), "T2 · step 11: the condition FILL"));
}

TEST(convert_losses, one_shot_trigs_play_and_trigless_ones_do_not) {
    Song song;
    octatrack::place_trig(song.track(1), 0, TrigType::one_shot);
    octatrack::place_trig(song.track(1), 1, TrigType::trigless_trig);
    song.lock(1, 3, 18, 5);  // a trigless lock
    const Plan plan = song.plan();
    EXPECT_EQ(positions(plan), (std::vector<int>{0}));
    EXPECT_TRUE(reported(plan, "T1 · step 1: a one-shot trig: plays every time round"));
    EXPECT_TRUE(reported(plan, "T1 · step 2: a trigless trig"));
    EXPECT_TRUE(reported(plan, "T1 · step 3: a trigless lock"));
    EXPECT_TRUE(reported(plan, "T1 · step 3: the lock of FX1 BASE is not taken over")) << report_of(plan);
}

TEST(convert_losses, every_lock_without_a_place_is_reported) {
    for (int index = 0; index < 30; index++) {
        Song song;
        song.trigs(1, {7});
        song.lock(1, 7, index, 3);
        const bool converted = index == ptch_lock || index == amp_vol_lock;
        EXPECT_EQ(reported(song.plan(), "T1 · step 7: the lock of "), !converted) << index << "\n" << report_of(song.plan());
    }
}

TEST(convert_losses, recorder_trigs_slides_and_repeated_tracks_are_reported) {
    Song song;
    song.trigs(1, {1});
    octatrack::place_recorder_trig(song.track(4), 8);
    octatrack::set_slide(song.track(1), 0, true);
    song.track(1).plays_free = u8(octatrack::OnOff::on);
    song.track(1).start_silent = u8(octatrack::StartSilent::yes);
    song.track(1).one_shot_track = u8(octatrack::OnOff::on);
    song.input.muted_tracks = 1;
    const Plan plan = song.plan();
    EXPECT_TRUE(reported(plan, "T4 · step 9: a recorder trig"));
    for (const char* line : {"T1 · step 1: slide", "T1: plays free", "T1: starts silent", "T1: a one-shot track", "T1: is muted"})
        EXPECT_TRUE(reported(plan, line)) << line;
}

TEST(convert_losses, machines_without_a_sample_are_reported_with_their_steps) {
    Song song;
    for (int machine = 2; machine <= 5; machine++) song.part->machines[machine - 2] = u8(machine);
    for (int track = 1; track <= 4; track++) song.trigs(track, {1, 2, 3});
    const Plan plan = song.plan();
    EXPECT_TRUE(plan.pads.empty());
    EXPECT_TRUE(reported(plan, "T1 · steps 1–3: a THRU track")) << report_of(plan);
    EXPECT_TRUE(reported(plan, "T2 · steps 1–3: a NEIGHBOR track"));
    EXPECT_TRUE(reported(plan, "T3 · steps 1–3: a PICKUP track"));
    EXPECT_TRUE(reported(plan, "T4 · steps 1–3: machine 5 (unknown)"));
}

TEST(convert_losses, the_master_track_plays_no_sample) {
    Song song;
    song.trigs(8, {1});
    song.input.master_track = true;
    EXPECT_TRUE(song.plan().pads.empty());
    EXPECT_TRUE(reported(song.plan(), "T8 · step 1: the master track"));
}

TEST(convert_losses, slots_that_give_no_sound_are_reported) {
    Song song;
    song.part->machines[0] = u8(octatrack::MachineType::flex);
    song.part->slots[0].flex = 130;
    song.trigs(1, {1});
    song.trigs(2, {1});
    song.input.slots.erase({octatrack::Pool::static_pool, 2});
    song.trigs(3, {1});
    song.input.slots[{octatrack::Pool::static_pool, 3}].missing = true;
    const Plan plan = song.plan();
    EXPECT_TRUE(reported(plan, "T1 · step 1: plays the recorder R3")) << report_of(plan);
    EXPECT_TRUE(reported(plan, "T2 · step 1: the slot S002 is empty: no note"));
    EXPECT_TRUE(reported(plan, "T3 · step 1: the file of S003 is missing (../AUDIO/s3.wav): no note"));
    EXPECT_TRUE(plan.pads.empty());
}

TEST(convert_losses, effects_lfos_levels_and_scenes_of_the_part_are_reported) {
    Song song;
    song.trigs(1, {1});
    EXPECT_EQ(song.plan().report.size(), 1u) << report_of(song.plan());  // a new part says nothing but "not yet proven"
    song.part->fx1[0] = 28;
    song.part->pages[0].fx2.f = 40;
    song.part->pages[0].lfo.dep2 = 9;
    song.part->pages[0].amp.rel = 20;
    song.part->source[0].static_machine.rtrg = 3;
    song.part->levels[0].main = 90;
    song.part->scenes[8].tracks[0].fx1_a = 0;
    song.part->scene_levels[1].tracks[0] = 127;
    const Plan plan = song.plan();
    for (const char* line :
         {"T1: FX1 LO-FI is not taken over", "T1: FX2 DELAY is not", "T1: LFO depth of the part is not taken over: DEP2 9",
          "T1: AMP of the part is not taken over: REL 20", "T1: SRC of the part is not taken over: RTRG 3",
          "T1: the track's level 90", "T1: what the part's scenes change here is not taken over: 2, 9"})
        EXPECT_TRUE(reported(plan, line)) << line << "\n" << report_of(plan);
}

TEST(convert_losses, gain_loop_and_timestretch_of_a_slot_are_reported) {
    Song song;
    song.trigs(1, {1, 9});
    auto& attributes = song.sample(1, "a.wav").attributes;
    attributes.gain = 72, attributes.loop_mode = 1, attributes.timestretch = 2;
    const Plan plan = song.plan();
    EXPECT_TRUE(reported(plan, "T1 · steps 1, 9: the gain of S001 (+12.0 dB)")) << report_of(plan);
    EXPECT_TRUE(reported(plan, "T1 · steps 1, 9: S001 loops"));
    EXPECT_TRUE(reported(plan, "T1 · steps 1, 9: the timestretch of S001"));
}

TEST(convert_losses, midi_tracks_are_reported_by_track_and_step) {
    Song song;
    for (int step : {0, 4, 5, 6}) octatrack::place_trig(song.pattern->midi_tracks[2], step, TrigType::trig);
    EXPECT_TRUE(reported(song.plan(), "M3 · steps 1, 5–7: MIDI tracks are not converted"));
}

TEST(convert_losses, random_bytes_for_a_pattern_and_a_part_are_survived) {
    Song song;
    u32 seed = 1;
    auto fill = [&](auto& value) {
        for (std::byte& b : std::as_writable_bytes(std::span(&value, 1))) b = std::byte((seed = seed * 1664525 + 1013904223) >> 24);
    };
    for (int round = 0; round < 4; round++) {
        fill(*song.pattern);
        fill(*song.part);
        for (auto& machine : song.part->machines) machine = u8(round % 2);  // STATIC, FLEX
        const Plan plan = song.plan();
        EXPECT_GE(plan.bars, 1);
        EXPECT_LE(plan.bars, 99);
        for (const auto& notes : plan.notes)
            for (const auto& note : notes)
                EXPECT_TRUE(note.velocity >= 1 && note.velocity <= 127 && note.duration >= 1 && note.note <= 127);
    }
}
