#include "convert/timing.h"

#include <gtest/gtest.h>

#include "song.h"

using namespace groovebench;
using namespace groovebench::convert;
using namespace groovebench::test;
using Ints = std::vector<int>;

TEST(convert_timing, a_step_at_1x_is_24_ticks_and_other_multipliers_scale_it) {
    Ints ticks;
    for (int scale = 0; scale < 7; scale++) ticks.push_back(step_ticks(scale));
    EXPECT_EQ(ticks, (Ints{12, 16, 24, 32, 48, 96, 192}));
}

TEST(convert_timing, four_trigs_on_the_beat_are_four_quarters) {
    Song song;
    song.trigs(1, {1, 5, 9, 13});
    const Plan plan = song.plan();
    EXPECT_EQ(plan.bars, 1);
    EXPECT_EQ(positions(plan), (Ints{0, 96, 192, 288}));
    EXPECT_EQ(durations(plan), (Ints{96, 96, 96, 96}));
    EXPECT_EQ(plan.notes[0][0].velocity, 100);
    EXPECT_EQ(plan.notes[0][0].note, 60);
    EXPECT_EQ(plan.notes[0][0].pad, 1);
}

TEST(convert_timing, a_note_lasts_until_the_next_trig_of_its_track_and_at_most_a_bar) {
    Song song;
    song.pattern->tail.length = 64;
    song.trigs(1, {1, 3, 40});
    song.trigs(2, {2});
    song.input.slots.erase({octatrack::Pool::static_pool, 2});  // not heard, and of another track
    EXPECT_EQ(positions(song.plan()), (Ints{0, 48, 936}));
    EXPECT_EQ(durations(song.plan()), (Ints{48, 384, 384}));
    song.trigs(1, {63});
    EXPECT_EQ(durations(song.plan()).back(), 48);  // up to the first trig of the next time round
}

TEST(convert_timing, a_trig_that_is_not_heard_ends_the_note_before_it) {
    Song song;
    song.trigs(1, {1, 5});
    song.lock(1, 5, octatrack::sample_lock, 99);
    EXPECT_EQ(positions(song.plan()), (Ints{0}));
    EXPECT_EQ(durations(song.plan()), (Ints{96}));
}

TEST(convert_timing, micro_timing_is_a_tick_for_each_384th) {
    Song song;
    song.trigs(1, {2, 4});
    song.word(1, 2, 1, 6, 0);
    song.word(1, 4, 1, -23, 0);
    EXPECT_EQ(positions(song.plan()), (Ints{24 + 6, 72 - 23}));
    EXPECT_FALSE(reported(song.plan(), "micro-timing"));
}

TEST(convert_timing, micro_timing_scales_with_the_step_and_says_it_is_unproven) {
    Song song;
    song.pattern->tail.scale = 4;  // 1/2x
    song.trigs(1, {2});
    song.word(1, 2, 1, 6, 0);
    EXPECT_EQ(positions(song.plan()), (Ints{48 + 12}));
    EXPECT_TRUE(reported(song.plan(), "T1 · step 2: micro-timing is scaled")) << report_of(song.plan());
}

TEST(convert_timing, swing_moves_even_steps_with_their_bit_by_2s_minus_1_of_a_step) {
    Song song;
    song.trigs(1, {1, 2, 3, 4});
    song.track(1).swing_amount = 25;  // 75 %: half a step
    octatrack::set_swing(song.track(1), 3, false);
    octatrack::set_swing(song.track(1), 2, true);
    EXPECT_EQ(positions(song.plan()), (Ints{0, 36, 48, 72}));
    EXPECT_TRUE(reported(song.plan(), "T1 · step 3: its swing bit stands on an odd step"));
    song.track(1).swing_amount = 10;  // 60 %: 4.8 ticks
    EXPECT_EQ(positions(song.plan()), (Ints{0, 29, 48, 72}));
}

TEST(convert_timing, a_trig_before_the_loop_plays_at_its_end) {
    Song song;
    song.trigs(1, {1});
    song.word(1, 1, 1, -5, 0);
    EXPECT_EQ(positions(song.plan()), (Ints{379}));
    EXPECT_TRUE(reported(song.plan(), "T1 · step 1: begins before the loop"));
}

TEST(convert_timing, repeats_lie_evenly_within_the_step) {
    Song song;
    song.trigs(1, {3});
    song.word(1, 3, 4, 0, 0);
    EXPECT_EQ(positions(song.plan()), (Ints{48, 54, 60, 66}));
    EXPECT_EQ(durations(song.plan()), (Ints{6, 6, 6, 366}));
    EXPECT_TRUE(reported(song.plan(), "T1 · step 3: 4 repeats, spread evenly over the step, which is unproven"));
}

TEST(convert_timing, tracks_of_different_length_are_unrolled_until_they_meet) {
    Song song;
    song.trigs(1, {1});
    song.trigs(2, {1});
    song.per_track(1, 12);
    song.per_track(2, 16);
    const Plan plan = song.plan();
    EXPECT_EQ(plan.bars, 3);
    EXPECT_EQ(positions(plan), (Ints{0, 0, 288, 384, 576, 768, 864}));
    EXPECT_TRUE(reported(plan, "starts all tracks anew every 16 steps"));
}

TEST(convert_timing, tracks_can_restart_at_the_master_length_as_on_the_octatrack) {
    Song song;
    song.trigs(1, {1});
    song.per_track(1, 12);
    const Plan plan = song.plan({.unroll = Unroll::master_length});
    EXPECT_EQ(plan.bars, 1);
    EXPECT_EQ(positions(plan), (Ints{0, 288}));
    EXPECT_FALSE(reported(plan, "anew"));
}

TEST(convert_timing, a_length_that_is_no_whole_bar_is_repeated_until_it_is) {
    Song song;
    song.pattern->tail.length = 20;
    song.trigs(1, {20});
    EXPECT_EQ(song.plan().bars, 5);
    EXPECT_EQ(positions(song.plan()), (Ints{456, 936, 1416, 1896}));
}

TEST(convert_timing, tracks_of_other_multipliers_meet_in_ticks) {
    Song song;
    song.trigs(1, {1});
    song.trigs(2, {1});
    song.per_track(1, 16, 1);  // 3/2x: 256 ticks
    song.per_track(2, 4, 5);   // 1/4x: 384 ticks
    EXPECT_EQ(song.plan().bars, 2);
    EXPECT_EQ(positions(song.plan()), (Ints{0, 0, 256, 384, 512}));
}

TEST(convert_timing, more_than_99_bars_are_cut_and_say_by_how_much) {
    Song song;
    song.trigs(1, {1});
    song.trigs(2, {1});
    song.per_track(1, 61);
    song.per_track(2, 48);
    const Plan plan = song.plan();
    EXPECT_EQ(plan.bars, 99);
    ASSERT_NE(limit(plan, "bars"), nullptr);
    EXPECT_EQ(limit(plan, "bars")->found, "183 bars until all tracks meet again: cut by 84 bars");
    EXPECT_LT(positions(plan).back(), 99 * 384);
    EXPECT_TRUE(can_build(plan));
}

TEST(convert_timing, eight_tracks_that_never_meet_do_not_count_past_the_end_of_numbers) {
    Song song;
    const u8 lengths[] = {64, 63, 61, 59, 55, 53, 47, 43};
    for (int track = 1; track <= 8; track++) song.trigs(track, {1, 2}), song.per_track(track, lengths[track - 1], 6);
    EXPECT_EQ(song.plan().bars, 99);
    EXPECT_NE(limit(song.plan(), "bars"), nullptr);
    EXPECT_EQ(common_length({u64(1) << 62, 3, 5, 7, 11}).wanted_bars, ~u64(0));
}

TEST(convert_timing, trigs_beyond_the_length_are_not_played_and_are_reported) {
    Song song;
    song.trigs(1, {1, 17, 18, 19});
    EXPECT_EQ(positions(song.plan()), (Ints{0}));
    EXPECT_TRUE(reported(song.plan(), "T1 · steps 17–19: beyond the length"));
}

TEST(convert_timing, the_tempo_is_the_projects_or_the_patterns) {
    Song song;
    song.trigs(1, {1});
    song.input.tempo_x24 = 126 * 24 + 12;
    song.pattern->tail.tempo_x24 = 90 * 24;
    EXPECT_EQ(song.plan().tempo, 126.5f);
    song.input.pattern_tempo = true;
    EXPECT_EQ(song.plan().tempo, 90.0f);
    song.pattern->tail.tempo_x24 = 0;
    EXPECT_EQ(song.plan().tempo, 120.0f);
    EXPECT_NE(limit(song.plan(), "tempo"), nullptr);
}
