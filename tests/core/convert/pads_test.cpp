#include <gtest/gtest.h>

#include "convert/pads.h"
#include "song.h"

using namespace groovebench;
using namespace groovebench::convert;
using namespace groovebench::test;
using octatrack::Pool;

namespace {

PadKey key(int track, int slot, int slice = -1) { return {track - 1, {Pool::static_pool, slot}, slice}; }

void slices_of(Song& song, int slot, int count) {
    auto& sample = song.sample(slot, "loop.wav");
    for (int i = 0; i < count; i++) sample.slices.push_back({u64(i) * 1000, u64(i + 1) * 1000});
}

void sliced(Song& song, int track) { song.part->source_setup[track - 1].static_machine.slic = u8(octatrack::OnOff::on); }

std::vector<std::pair<int, int>> places(const Plan& plan) {
    std::vector<std::pair<int, int>> all;
    for (const PlannedPad& pad : plan.pads) all.emplace_back(pad.group, pad.number);
    return all;
}

}  // namespace

TEST(convert_pads, two_tracks_go_to_each_group) {
    Song song;
    for (int track = 1; track <= 8; track++) song.trigs(track, {1});
    using Places = std::vector<std::pair<int, int>>;
    EXPECT_EQ(places(song.plan()), (Places{{0, 1}, {0, 2}, {1, 1}, {1, 2}, {2, 1}, {2, 2}, {3, 1}, {3, 2}}));
    EXPECT_EQ(song.plan().pads[3].key, key(4, 4));
}

TEST(convert_pads, sample_locks_make_one_pad_for_each_sample) {
    Song song;
    song.trigs(1, {1, 3, 5, 7});
    song.lock(1, 3, octatrack::sample_lock, 6);  // slot 7
    song.lock(1, 5, octatrack::sample_lock, 6);
    song.lock(1, 7, octatrack::sample_lock, 0);  // the machine's own slot
    const Plan plan = song.plan();
    ASSERT_EQ(plan.pads.size(), 2u);
    EXPECT_EQ(plan.pads[1].key, key(1, 7));
    EXPECT_EQ(plan.pads[1].steps, (std::vector<int>{3, 5}));
    std::vector<int> pads;
    for (const auto& note : plan.notes[0]) pads.push_back(note.pad);
    EXPECT_EQ(pads, (std::vector<int>{1, 2, 2, 1}));
}

TEST(convert_pads, slice_locks_make_one_pad_a_slice_of_the_same_sound) {
    Song song;
    slices_of(song, 1, 4);
    sliced(song, 1);
    song.trigs(1, {1, 5, 9});
    song.lock(1, 1, 1, 6);  // slice 4
    song.lock(1, 5, 1, 2);  // slice 2; step 9 plays slice 1
    const Plan plan = song.plan();
    ASSERT_EQ(plan.pads.size(), 3u);
    EXPECT_EQ(plan.pads[0].key, key(1, 1, 0));
    EXPECT_EQ(plan.pads[1].span, (Span{1000, 2000}));
    EXPECT_EQ(plan.pads[2].span, (Span{3000, 4000}));
    EXPECT_EQ(plan.sounds.size(), 1u);
    EXPECT_FALSE(reported(plan, "STRT")) << report_of(plan);
}

TEST(convert_pads, a_slice_that_is_not_there_is_reported) {
    Song song;
    slices_of(song, 1, 4);
    sliced(song, 1);
    song.trigs(1, {1});
    song.lock(1, 1, 1, 20);
    EXPECT_EQ(song.plan().pads[0].key.slice, 3);
    EXPECT_TRUE(reported(song.plan(), "T1 · step 1: asks for slice 11 of S001, which has 4")) << report_of(song.plan());
}

TEST(convert_pads, strt_without_slices_is_a_lock_that_is_reported) {
    Song song;
    song.trigs(1, {4});
    song.lock(1, 4, 1, 20);
    EXPECT_EQ(song.plan().pads[0].key.slice, -1);
    EXPECT_TRUE(reported(song.plan(), "T1 · step 4: the lock of SRC STRT is not taken over")) << report_of(song.plan());
}

TEST(convert_pads, pads_move_one_by_one) {
    Song song;
    song.trigs(1, {1, 3});
    song.lock(1, 3, octatrack::sample_lock, 6);
    Choices choices;
    choices.pads[key(1, 7)] = {.group = 3, .number = 10};
    choices.pads[key(1, 1)] = {.number = 12};
    const Plan plan = song.plan(choices);
    EXPECT_EQ(find_pad(plan, key(1, 7))->group, 3);
    EXPECT_EQ(find_pad(plan, key(1, 7))->number, 10);
    EXPECT_EQ(find_pad(plan, key(1, 1))->number, 12);
    EXPECT_EQ(plan.notes[3].size(), 1u);
    EXPECT_EQ(plan.notes[3][0].pad, 10);
    EXPECT_TRUE(reported(plan, "T1: its pads lie in several groups"));
}

TEST(convert_pads, a_pad_left_out_takes_its_notes_and_its_sound_along) {
    Song song;
    song.trigs(1, {1});
    song.trigs(2, {1});
    Choices choices;
    choices.pads[key(2, 2)].leave_out = true;
    const Plan plan = song.plan(choices);
    EXPECT_EQ(plan.pads.size(), 1u);
    EXPECT_EQ(plan.notes[0].size(), 1u);
    EXPECT_EQ(needed_files(plan), (std::vector<std::string>{"../AUDIO/s1.wav"}));
    EXPECT_TRUE(reported(plan, "T2 · step 1: S002: left out by choice"));
}

TEST(convert_pads, one_track_a_group_chokes_its_own_pads_and_others_are_reported) {
    Song song;
    song.trigs(1, {1, 3});
    song.trigs(2, {2, 4});
    song.trigs(3, {1});
    song.lock(1, 3, octatrack::sample_lock, 6);
    song.lock(2, 4, octatrack::sample_lock, 7);
    const Plan plan = song.plan();
    EXPECT_TRUE(find_pad(plan, key(1, 1))->choke && find_pad(plan, key(1, 7))->choke);
    EXPECT_FALSE(find_pad(plan, key(2, 2))->choke || find_pad(plan, key(3, 3))->choke);
    EXPECT_TRUE(reported(plan, "T2: its 2 pads in group A do not cut one another")) << report_of(plan);
    Choices choices;
    choices.choke_track[0] = 1;
    EXPECT_TRUE(find_pad(song.plan(choices), key(2, 2))->choke);
    EXPECT_FALSE(find_pad(song.plan(choices), key(1, 1))->choke);
}

TEST(convert_pads, more_than_12_pads_say_how_many_too_many_and_prevent_building) {
    Song song;
    slices_of(song, 1, 16);
    sliced(song, 1);
    for (int step = 1; step <= 14; step++) song.trigs(1, {step}), song.lock(1, step, 1, u8(2 * step));
    const Plan plan = song.plan();
    ASSERT_NE(limit(plan, "groups[A]"), nullptr);
    EXPECT_EQ(limit(plan, "groups[A]")->found, "14 pads: 2 too many; move them to another group or leave them out");
    EXPECT_FALSE(can_build(plan));
    Choices choices;
    for (int slice = 1; slice <= 2; slice++) choices.pads[key(1, 1, slice)].group = 1;
    EXPECT_TRUE(can_build(song.plan(choices))) << report_of(song.plan(choices));
}

TEST(convert_pads, surplus_pads_move_to_groups_with_room) {
    Song song;
    slices_of(song, 1, 16);
    sliced(song, 1);
    song.trigs(3, {1});
    for (int step = 1; step <= 14; step++) song.trigs(1, {step}), song.lock(1, step, 1, u8(2 * step));
    const Plan moved = song.plan(with_surplus_moved(song.plan(), {}));
    EXPECT_EQ(std::ranges::count(moved.pads, 0, &PlannedPad::group), 12);
    EXPECT_EQ(std::ranges::count(moved.pads, 1, &PlannedPad::group), 3);
    EXPECT_TRUE(can_build(moved)) << report_of(moved);
}

TEST(convert_pads, sounds_take_slots_from_700_up_and_names_from_their_files) {
    Song song;
    song.sample(1, "Kick Drum.WAV");
    song.sample(3, "Kick Drum.WAV");  // the same file in another slot
    song.trigs(1, {1});
    song.trigs(2, {1});
    song.trigs(3, {1});
    const Plan plan = song.plan();
    ASSERT_EQ(plan.sounds.size(), 2u);
    EXPECT_EQ(plan.sounds[0].slot, 700);
    EXPECT_EQ(plan.sounds[0].name, "kick drum");
    EXPECT_EQ(plan.sounds[1].slot, 701);
    Choices choices{.first_slot = 800};
    choices.sound_slots["../AUDIO/Kick Drum.WAV"] = 801;
    choices.sound_names["../AUDIO/s2.wav"] = "My Snare";
    EXPECT_EQ(song.plan(choices).sounds[0].slot, 801);
    EXPECT_EQ(song.plan(choices).sounds[1].slot, 800);
    EXPECT_EQ(song.plan(choices).sounds[1].name, "my snare");
}

TEST(convert_pads, a_slot_past_999_is_a_limit) {
    Song song;
    song.trigs(1, {1});
    song.trigs(2, {1});
    const Plan plan = song.plan({.first_slot = 999});
    ASSERT_NE(limit(plan, "sounds[s2]"), nullptr);
    EXPECT_EQ(limit(plan, "sounds[s2]")->found, "1000");
    EXPECT_FALSE(can_build(plan));
}

TEST(convert_pads, a_sound_longer_than_20_seconds_says_by_how_much_and_keeps_what_is_played) {
    Song song;
    song.sample(1, "long.wav").frames = 44100 * 25;
    song.trigs(1, {1});
    Plan plan = song.plan();
    ASSERT_NE(limit(plan, "sounds[long]"), nullptr);
    EXPECT_EQ(limit(plan, "sounds[long]")->found, "25.0 seconds, 5.0 too many: cut to its first 20 seconds");
    EXPECT_EQ(plan.sounds[0].kept, (Span{0, 44100 * 20}));
    song.sample(1, "long.wav").frames = 44100 * 25;
    song.input.slots[{Pool::static_pool, 1}].trim = {44100 * 10, 44100 * 24};
    plan = song.plan();
    EXPECT_EQ(plan.sounds[0].kept, (Span{44100 * 10, 44100 * 24}));
    EXPECT_EQ(limit(plan, "sounds[long]")->found, "25.0 seconds, 5.0 too many: only what its pads play is kept");
}

TEST(convert_pads, memory_is_counted_at_the_rate_of_the_device) {
    Song song;
    for (int track = 1; track <= 8; track++) song.trigs(track, {1});
    EXPECT_EQ(song.plan().memory_bytes, 8u * 46875 * 2);
    for (int slot = 1; slot <= 40; slot++) {
        auto& sample = song.sample(slot, "x" + std::to_string(slot) + ".wav");
        sample.channels = 2, sample.frames = 44100 * 20;
    }
    for (int step = 1; step <= 16; step++)
        for (int track = 1; track <= 2; track++)
            song.trigs(track * 3, {step}), song.lock(track * 3, step, octatrack::sample_lock, u8(track * 16 + step));
    const Plan plan = song.plan();
    ASSERT_NE(limit(plan, "sounds"), nullptr) << report_of(plan);
    EXPECT_EQ(limit(plan, "sounds")->found,
              std::to_string(plan.memory_bytes) + " bytes: " + std::to_string(plan.memory_bytes - 62853120) + " too many");
    EXPECT_FALSE(can_build(plan));
}

TEST(convert_pads, a_plan_can_be_shown_before_any_file_was_read) {
    Song song;
    song.input.slots[{Pool::static_pool, 1}] = {.path = "kick.wav"};
    song.trigs(1, {1});
    const Plan plan = song.plan();
    EXPECT_FALSE(plan.memory_known);
    EXPECT_TRUE(can_build(plan));
    EXPECT_EQ(preflight(plan)[0].found, "not read yet");
}

TEST(convert_pads, a_pattern_without_a_playing_trig_says_so) {
    const Plan plan = Song().plan();
    ASSERT_NE(limit(plan, "pads"), nullptr);
    EXPECT_FALSE(can_build(plan));
    EXPECT_EQ(plan.file_name, "TECHNO_A03.ppak");
}
