#include "octatrack/thumbnail.h"

#include <gtest/gtest.h>

#include "blank_bank.h"
#include "octatrack/trigs.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

struct Song {
    Bytes bytes = blank_bank();
    Bank& bank = *overlay<Bank>(bytes);
    Pattern& pattern = bank.patterns[0];
    Part& part = bank.parts[0];
};

}  // namespace

TEST(thumbnail, an_untouched_pattern_is_empty) {
    const Song song;
    EXPECT_TRUE(thumbnail(song.pattern).empty);
    EXPECT_EQ(thumbnail(song.pattern).length, 16);
    EXPECT_TRUE(slots_used(song.pattern, song.part).empty());
}

TEST(thumbnail, rows_hold_what_lies_within_the_length) {
    Song song;
    for (int step : {0, 15, 16, 63}) place_trig(song.pattern.audio_tracks[2], step, TrigType::trig);
    place_trig(song.pattern.midi_tracks[7], 3, TrigType::trig);
    set_lock(song.pattern.audio_tracks[2], 5, 0, 1);
    const Thumbnail seen = thumbnail(song.pattern);
    EXPECT_EQ(seen.trigs[2], u64(0x8001));
    EXPECT_EQ(seen.others[2], u64(0x20));
    EXPECT_EQ(seen.trigs[15], u64(8));
    EXPECT_FALSE(seen.empty);
}

TEST(thumbnail, each_row_has_its_own_length_in_per_track_mode) {
    Song song;
    song.pattern.tail.scale_mode = ScaleMode::per_track;
    song.pattern.audio_tracks[4].length = 64;
    place_trig(song.pattern.audio_tracks[4], 63, TrigType::one_shot);
    const Thumbnail seen = thumbnail(song.pattern);
    EXPECT_EQ(seen.trigs[4], u64(1) << 63);
    EXPECT_EQ(seen.length, 64);
    EXPECT_EQ(seen.lengths[3], 16);
}

TEST(slots_used, are_the_slots_of_the_part_and_the_sample_locks_of_trigs_that_sound) {
    Song song;
    song.part.machines[1] = MachineType::flex;
    AudioTrack& track = song.pattern.audio_tracks[1];
    for (int step : {0, 4, 8}) place_trig(track, step, TrigType::trig);
    set_lock(track, 4, sample_lock, 128);
    set_lock(track, 5, sample_lock, 77);
    set_lock(track, 8, sample_lock, 0);
    const std::vector<SlotUse> expected = {{1, 0, 1, 1 << 8, true}, {1, 1, 1, 1, false}, {1, 128, 1, 1 << 4, true}};
    EXPECT_EQ(slots_used(song.pattern, song.part), expected);
}

TEST(slots_used, leave_out_machines_without_samples_and_trigs_beyond_the_length) {
    Song song;
    song.part.machines[0] = MachineType::thru, song.part.machines[2] = MachineType::pickup;
    for (int t : {0, 1, 2}) place_trig(song.pattern.audio_tracks[t], t == 1 ? 16 : 0, TrigType::trig);
    set_lock(song.pattern.audio_tracks[2], 0, sample_lock, 5);
    const std::vector<SlotUse> expected = {{1, 130, 2, 1, false}};
    EXPECT_EQ(slots_used(song.pattern, song.part), expected);
}

TEST(slots_used, on_the_master_track_are_none) {
    Song song;
    place_trig(song.pattern.audio_tracks[7], 0, TrigType::trig);
    EXPECT_EQ(slots_used(song.pattern, song.part).size(), 1u);
    EXPECT_TRUE(slots_used(song.pattern, song.part, MasterTrack::on).empty());
}
