#include "octatrack/trigs.h"

#include <gtest/gtest.h>

#include "blank_bank.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

struct Tracks {
    AudioTrack audio;
    MidiTrack midi;
    Tracks() {
        make_blank(audio, 0);
        make_blank(midi, 0);
    }
};

template <class Track>
std::size_t bytes_that_differ(const Track& a, const Track& b) {
    const auto x = std::as_bytes(std::span(&a, 1)), y = std::as_bytes(std::span(&b, 1));
    std::size_t n = 0;
    for (std::size_t i = 0; i < x.size(); i++) n += x[i] != y[i];
    return n;
}

constexpr TrigType types[] = {TrigType::trig, TrigType::trigless_trig, TrigType::trigless_lock, TrigType::one_shot};

}  // namespace

TEST(trigs, every_step_of_a_mask_has_the_bit_the_device_gives_it) {
    for (int step = 0; step < 64; step++) {
        Tracks tracks;
        ASSERT_TRUE(place_trig(tracks.audio, step, TrigType::trig));
        const auto* mask = reinterpret_cast<const u8*>(&tracks.audio.trigs);
        for (int byte = 0; byte < 8; byte++)
            EXPECT_EQ(mask[byte], byte == 7 - (step >> 3) ? 1 << (step & 7) : 0) << "step " << step + 1 << " byte " << byte;
    }
}

TEST(trigs, step_17_alone_is_the_published_mask) {
    Tracks tracks;
    place_trig(tracks.audio, 16, TrigType::trig);
    const u8 expected[] = {0, 0, 0, 0, 0, 1, 0, 0};
    EXPECT_FALSE(std::memcmp(&tracks.audio.trigs, expected, 8));
}

TEST(trigs, a_step_has_at_most_one_type) {
    for (TrigType first : types)
        for (TrigType second : types) {
            Tracks tracks;
            place_trig(tracks.audio, 5, first);
            place_trig(tracks.audio, 5, second);
            EXPECT_EQ(trig_at(tracks.audio, 5), second);
            const AudioTrack& t = tracks.audio;
            EXPECT_EQ(t.trigs.at(5) + t.trigless_trigs.at(5) + t.trigless_locks.at(5) + t.one_shots.at(5), 1);
        }
}

TEST(trigs, placing_a_trig_changes_one_byte) {
    Tracks tracks;
    const AudioTrack before = tracks.audio;
    place_trig(tracks.audio, 40, TrigType::one_shot);
    EXPECT_EQ(bytes_that_differ(before, tracks.audio), 1u);
}

TEST(trigs, a_midi_track_refuses_a_one_shot) {
    Tracks tracks;
    const MidiTrack before = tracks.midi;
    EXPECT_FALSE(place_trig(tracks.midi, 0, TrigType::one_shot));
    EXPECT_EQ(bytes_that_differ(before, tracks.midi), 0u);
}

TEST(trigs, steps_outside_the_track_are_refused) {
    Tracks tracks;
    const AudioTrack before = tracks.audio;
    for (int step : {-1, 64, 1000}) {
        EXPECT_FALSE(place_trig(tracks.audio, step, TrigType::trig));
        EXPECT_FALSE(set_lock(tracks.audio, step, 0, 1));
        EXPECT_FALSE(set_trig_word(tracks.audio, step, 1, 0, 0));
        EXPECT_FALSE(copy_step(tracks.audio, 0, step));
        EXPECT_FALSE(place_recorder_trig(tracks.audio, step));
        EXPECT_EQ(trig_at(tracks.audio, step), TrigType::none);
        EXPECT_EQ(lock_at(tracks.audio, step, 0), no_lock);
    }
    EXPECT_EQ(bytes_that_differ(before, tracks.audio), 0u);
}

TEST(trigs, a_lock_without_a_trig_sets_the_trigless_lock_bit_and_its_last_clearing_takes_it) {
    Tracks tracks;
    ASSERT_TRUE(set_lock(tracks.audio, 3, 15, 119));
    ASSERT_TRUE(set_lock(tracks.audio, 3, 0, 54));
    EXPECT_EQ(trig_at(tracks.audio, 3), TrigType::trigless_lock);
    clear_lock(tracks.audio, 3, 15);
    EXPECT_EQ(trig_at(tracks.audio, 3), TrigType::trigless_lock);
    clear_lock(tracks.audio, 3, 0);
    EXPECT_EQ(trig_at(tracks.audio, 3), TrigType::none);
}

TEST(trigs, a_lock_on_a_trig_leaves_its_type) {
    for (TrigType type : {TrigType::trig, TrigType::one_shot, TrigType::trigless_trig}) {
        Tracks tracks;
        place_trig(tracks.audio, 8, type);
        set_lock(tracks.audio, 8, 18, 0);
        EXPECT_EQ(trig_at(tracks.audio, 8), type);
        clear_locks(tracks.audio, 8);
        EXPECT_EQ(trig_at(tracks.audio, 8), type);
        EXPECT_FALSE(tracks.audio.trigless_locks.at(8));
    }
}

TEST(trigs, taking_the_trig_off_a_locked_step_leaves_a_trigless_lock) {
    Tracks tracks;
    place_trig(tracks.midi, 8, TrigType::trig);
    set_lock(tracks.midi, 8, 0, 60);
    ASSERT_TRUE(place_trig(tracks.midi, 8, TrigType::none));
    EXPECT_EQ(trig_at(tracks.midi, 8), TrigType::trigless_lock);
    EXPECT_EQ(lock_at(tracks.midi, 8, 0), 60);
}

TEST(trigs, removing_a_step_takes_trig_locks_and_word_and_leaves_the_rest) {
    Tracks tracks;
    set_slide(tracks.audio, 2, true);
    place_recorder_trig(tracks.audio, 2);
    const AudioTrack before = tracks.audio;
    place_trig(tracks.audio, 2, TrigType::trig);
    set_lock(tracks.audio, 2, sample_lock, 130);
    set_trig_word(tracks.audio, 2, 4, -3, 1);
    EXPECT_TRUE(remove_step(tracks.audio, 2));
    EXPECT_EQ(bytes_that_differ(before, tracks.audio), 0u);
}

TEST(trigs, locks_that_do_not_exist_and_values_out_of_range_are_refused) {
    Tracks tracks;
    const Tracks before = tracks;
    EXPECT_FALSE(set_lock(tracks.audio, 0, 30, 1));
    EXPECT_FALSE(set_lock(tracks.audio, 0, 32, 1));
    EXPECT_FALSE(set_lock(tracks.audio, 0, -1, 1));
    EXPECT_FALSE(set_lock(tracks.audio, 0, 0, 128));
    EXPECT_FALSE(set_lock(tracks.audio, 0, 31, 136));
    EXPECT_FALSE(set_lock(tracks.midi, 0, 30, 1));
    EXPECT_FALSE(set_lock(tracks.midi, 0, 31, 1));
    EXPECT_FALSE(set_lock(tracks.audio, 0, 0, 255));
    EXPECT_EQ(bytes_that_differ(before.audio, tracks.audio) + bytes_that_differ(before.midi, tracks.midi), 0u);
}

TEST(trigs, a_lock_is_written_where_the_table_of_the_reference_says) {
    Tracks tracks;
    for (int i = 0; i < 30; i++) ASSERT_TRUE(set_lock(tracks.audio, 1, i, u8(i + 1)));
    ASSERT_TRUE(set_lock(tracks.audio, 1, 31, 135));
    const auto* bytes = reinterpret_cast<const u8*>(&tracks.audio) + 98 + 32;
    for (int i = 0; i < 30; i++) EXPECT_EQ(bytes[i], i + 1);
    EXPECT_EQ(bytes[30], 255);
    EXPECT_EQ(bytes[31], 135);
    EXPECT_EQ(lock_at(tracks.audio, 1, 15), 16);
}

TEST(trigs, the_published_trig_words_are_made_of_their_parts) {
    Tracks tracks;
    const struct {
        u16 word;
        int repeats, micro, condition;
    } published[] = {{0x1480, 1, -23, 0}, {0x3481, 2, -23, 1}, {0x2601, 2, 12, 1},
                     {0xE040, 8, 0, 64},  {0x0018, 1, 0, 24},  {0x0080, 1, 1, 0}};
    for (const auto& p : published) {
        ASSERT_TRUE(set_trig_word(tracks.audio, 63, p.repeats, p.micro, p.condition));
        EXPECT_EQ(tracks.audio.trig_words[63], p.word);
        EXPECT_EQ(repeats(tracks.audio.trig_words[63]), p.repeats);
        EXPECT_EQ(micro_timing(tracks.audio.trig_words[63]), p.micro);
        EXPECT_EQ(condition(tracks.audio.trig_words[63]), p.condition);
    }
}

TEST(trigs, every_trig_word_in_range_reads_as_it_was_written_and_others_are_refused) {
    Tracks tracks;
    for (int r = 1; r <= 8; r++)
        for (int m = -23; m <= 23; m++)
            for (int c = 0; c <= 64; c++) {
                ASSERT_TRUE(set_trig_word(tracks.midi, 0, r, m, c));
                const TrigWord word = tracks.midi.trig_words[0];
                ASSERT_TRUE(repeats(word) == r && micro_timing(word) == m && condition(word) == c);
            }
    const u16 last = tracks.midi.trig_words[0];
    for (auto [r, m, c] : {std::array{0, 0, 0}, {9, 0, 0}, {1, 24, 0}, {1, -24, 0}, {1, 0, 65}, {1, 0, -1}})
        EXPECT_FALSE(set_trig_word(tracks.midi, 0, r, m, c));
    EXPECT_EQ(tracks.midi.trig_words[0], last);
}

TEST(trigs, a_recorder_trig_has_all_sources_until_one_is_cleared) {
    Tracks tracks;
    ASSERT_TRUE(place_recorder_trig(tracks.audio, 12, true));
    RecorderTrig trig = recorder_trig_at(tracks.audio, 12);
    EXPECT_TRUE(trig.ab && trig.cd && trig.src3 && trig.one_shot);
    set_recorder_input(tracks.audio, 12, RecorderInput::cd, false);
    trig = recorder_trig_at(tracks.audio, 12);
    EXPECT_TRUE(trig.ab && !trig.cd && trig.src3 && trig.one_shot);
}

TEST(trigs, without_a_source_the_one_shot_bit_of_a_recorder_trig_goes) {
    Tracks tracks;
    const AudioTrack before = tracks.audio;
    EXPECT_FALSE(set_recorder_one_shot(tracks.audio, 12, true));
    place_recorder_trig(tracks.audio, 12, true);
    for (RecorderInput input : {RecorderInput::ab, RecorderInput::cd, RecorderInput::src3})
        set_recorder_input(tracks.audio, 12, input, false);
    EXPECT_EQ(bytes_that_differ(before, tracks.audio), 0u);
}

TEST(trigs, copying_a_step_copies_everything_it_holds) {
    Tracks tracks;
    place_trig(tracks.audio, 0, TrigType::one_shot);
    set_lock(tracks.audio, 0, 0, 54);
    set_trig_word(tracks.audio, 0, 3, 5, 40);
    place_recorder_trig(tracks.audio, 0, true);
    set_slide(tracks.audio, 0, true);
    ASSERT_TRUE(copy_step(tracks.audio, 0, 33));
    EXPECT_EQ(step_at(tracks.audio, 33), step_at(tracks.audio, 0));
    EXPECT_TRUE(tracks.audio.slide.at(33) && recorder_trig_at(tracks.audio, 33).one_shot);
    EXPECT_FALSE(tracks.audio.swing.at(33));
}

TEST(trigs, shifting_turns_the_steps_within_the_length_and_back) {
    Tracks tracks;
    place_trig(tracks.audio, 11, TrigType::trig);
    set_lock(tracks.audio, 11, 4, 9);
    place_trig(tracks.audio, 12, TrigType::trig);
    const AudioTrack before = tracks.audio;
    ASSERT_TRUE(shift_steps(tracks.audio, 12, 2));
    EXPECT_EQ(lock_at(tracks.audio, 1, 4), 9);
    EXPECT_EQ(trig_at(tracks.audio, 11), TrigType::none);
    EXPECT_EQ(trig_at(tracks.audio, 12), TrigType::trig);
    ASSERT_TRUE(shift_steps(tracks.audio, 12, -14));
    EXPECT_EQ(bytes_that_differ(before, tracks.audio), 0u);
}

TEST(trigs, an_empty_step_is_a_step_of_a_new_pattern) {
    const Tracks tracks;
    for (int step = 0; step < 64; step++) {
        EXPECT_EQ(empty_step(tracks.audio, step), step_at(tracks.audio, step));
        EXPECT_EQ(empty_step(tracks.midi, step), step_at(tracks.midi, step));
        EXPECT_TRUE(is_empty_step(tracks.audio, step) && is_empty_step(tracks.midi, step));
    }
}

TEST(trigs, the_length_that_counts_follows_the_scale_mode) {
    auto pattern = std::make_unique<Pattern>();
    make_blank(*pattern);
    pattern->tail.length = 48, pattern->tail.scale = 3;
    pattern->audio_tracks[2].length = 12, pattern->audio_tracks[2].scale = 0;
    EXPECT_EQ(effective_length(*pattern, pattern->audio_tracks[2]), 48);
    EXPECT_EQ(effective_scale(*pattern, pattern->audio_tracks[2]), 3);
    pattern->tail.scale_mode = ScaleMode::per_track;
    EXPECT_EQ(effective_length(*pattern, pattern->audio_tracks[2]), 12);
    EXPECT_EQ(effective_scale(*pattern, pattern->audio_tracks[2]), 0);
    pattern->audio_tracks[2].length = 200;
    EXPECT_EQ(effective_length(*pattern, pattern->audio_tracks[2]), 64);
}

TEST(trigs, masks_that_contradict_each_other_read_as_the_type_that_sounds) {
    Tracks tracks;
    tracks.audio.trigs.put(7, true), tracks.audio.trigless_locks.put(7, true), tracks.audio.one_shots.put(7, true);
    EXPECT_EQ(trig_at(tracks.audio, 7), TrigType::trig);
    place_trig(tracks.audio, 7, TrigType::trigless_trig);
    EXPECT_EQ(trig_at(tracks.audio, 7), TrigType::trigless_trig);
    EXPECT_FALSE(tracks.audio.trigs.at(7) || tracks.audio.one_shots.at(7) || tracks.audio.trigless_locks.at(7));
}
