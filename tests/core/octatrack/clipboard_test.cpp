#include "octatrack/clipboard.h"

#include <gtest/gtest.h>

#include <random>

#include "../archive/fixture_files.h"
#include "blank_bank.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

template <class Track>
void fill(Track& track, u32 seed) {
    std::mt19937 random(seed);
    for (int step = 0; step < 64; step += 3) {
        place_trig(track, step, TrigType::trig);
        for (int i = 0; i < 6; i++) set_lock(track, step, int(random() % 30), u8(random() % 128));
        set_trig_word(track, step, 1 + int(random() % 8), int(random() % 47) - 23, int(random() % 65));
    }
    track.swing_amount = 7;
}

// Every byte of steps and values at random: what a file may hold, not only what the device writes.
Bytes random_track(const AudioTrack& like, u32 seed) {
    std::mt19937 random(seed);
    Bytes bytes(sizeof(AudioTrack));
    for (std::byte& b : bytes) b = std::byte(random());
    std::memcpy(bytes.data(), &like, 9);
    return bytes;
}

bool same(const auto& a, const auto& b) { return !std::memcmp(&a, &b, sizeof a); }

}  // namespace

TEST(clipboard, steps_read_as_a_person_would_write_them) {
    AudioTrack track;
    make_blank(track, 2);
    place_trig(track, 6, TrigType::trig);
    set_slide(track, 6, true);
    set_lock(track, 6, 0, 54);
    set_lock(track, 6, sample_lock, 130);
    set_trig_word(track, 6, 2, -23, 1);
    EXPECT_EQ(clip_text(copy_steps(track, u64(1) << 6 | u64(1) << 8, "A03 T3")),
              "Groovebench Octatrack 1: steps\n# A03 T3\naudio track 3\n"
              "7: trigs slide; src_a=54 sample_slot=130; word=0x3481 (2 repeats, -23/384, FILL)\n9: empty\n");
}

TEST(clipboard, what_is_copied_as_text_is_pasted_byte_for_byte) {
    auto from = std::make_unique<Pattern>(), to = std::make_unique<Pattern>();
    make_blank(*from), make_blank(*to);
    for (int t = 0; t < 8; t++) fill(from->audio_tracks[t], u32(t)), fill(from->midi_tracks[t], u32(t + 8));
    place_recorder_trig(from->audio_tracks[3], 9, true);
    from->tail.scale_mode = ScaleMode::per_track, from->tail.master_length = 0xFFFF, from->tail.part = 2;
    const auto clip = parse_clip(clip_text(copy_pattern(*from, "A01")));
    ASSERT_TRUE(clip) << sentence(clip.problem());
    EXPECT_EQ(*clip, copy_pattern(*from, "A01"));
    ASSERT_TRUE(paste_pattern(*to, *clip));
    EXPECT_EQ(to->tail.part, 0);
    ASSERT_TRUE(paste_pattern(*to, *clip, PastedPart::take));
    EXPECT_TRUE(same(*from, *to));
}

TEST(clipboard, every_byte_a_track_may_hold_survives) {
    AudioTrack like;
    make_blank(like, 5);
    for (u32 seed = 1; seed <= 50; seed++) {
        const Bytes bytes = random_track(like, seed);
        AudioTrack to = like;
        const auto clip = parse_clip(clip_text(copy_track(*overlay<AudioTrack>(bytes))));
        ASSERT_TRUE(clip) << sentence(clip.problem());
        ASSERT_TRUE(paste_track(to, *clip));
        ASSERT_TRUE(same(to, *overlay<AudioTrack>(bytes))) << "seed " << seed;
    }
}

TEST(clipboard, every_pattern_of_the_fixtures_survives) {
    auto to = std::make_unique<Pattern>();
    for (const auto& path : test::fixtures("octatrack", ".work")) {
        const Bytes bytes = test::load(path);
        const auto bank = open_bank(bytes);
        if (!bank) continue;
        for (const Pattern& from : (*bank)->patterns) {
            if (is_untouched(from)) continue;
            make_blank(*to);
            const auto clip = parse_clip(clip_text(copy_pattern(from)));
            ASSERT_TRUE(clip && paste_pattern(*to, *clip, PastedPart::take));
            EXPECT_TRUE(same(from, *to)) << path;
        }
    }
}

TEST(clipboard, steps_are_pasted_at_another_place_and_what_falls_behind_the_end_is_left_out) {
    AudioTrack from, to;
    make_blank(from, 0), make_blank(to, 1);
    fill(from, 1);
    ASSERT_TRUE(paste_steps(to, copy_steps(from, 0b1001000), 60));
    EXPECT_EQ(step_at(to, 60), step_at(from, 3));
    EXPECT_EQ(step_at(to, 63), step_at(from, 6));
    EXPECT_TRUE(is_empty_step(to, 61));
    ASSERT_TRUE(paste_steps(to, copy_steps(from, 0b1001000), 62));
    EXPECT_EQ(step_at(to, 62), step_at(from, 3));
}

TEST(clipboard, a_clip_of_another_kind_is_refused_and_changes_nothing) {
    MidiTrack midi;
    AudioTrack audio;
    make_blank(midi, 0), make_blank(audio, 0);
    const MidiTrack before = midi;
    EXPECT_FALSE(paste_steps(midi, copy_steps(audio, 1), 0));
    EXPECT_FALSE(paste_track(midi, copy_steps(midi, 1)));
    EXPECT_FALSE(paste_steps(midi, copy_steps(midi, 1), 64));
    EXPECT_TRUE(same(before, midi));
}

TEST(clipboard, a_text_that_is_none_is_refused_with_its_line) {
    const std::string head = "Groovebench Octatrack 1: steps\naudio track 1\n";
    const struct {
        std::string text, expected;
    } bad[] = {{"", "Groovebench Octatrack 1"},
               {"hello", "Groovebench Octatrack 1"},
               {"Groovebench Octatrack 2: steps\n", "version 1"},
               {"Groovebench Octatrack 1: song\n", "steps, track or pattern"},
               {head, "at least one step"},
               {head + "65: trigs\n", "step 1 to 64"},
               {head + "1: loud\n", "a kind of trig"},
               {head + "1: src_a=256\n", "0 to 255"},
               {head + "1: src_z=1\n", "a lock"},
               {"Groovebench Octatrack 1: steps\n1: trigs\n", "a track before its steps"},
               {"Groovebench Octatrack 1: pattern\naudio track 2\n", "audio track 1"},
               {"Groovebench Octatrack 1: track\naudio track 1\nlength=300\n", "a value of 1 byte(s)"},
               {"Groovebench Octatrack 1: track\naudio track 1\nindex=3\n", "a value of the audio track"}};
    for (const auto& [text, expected] : bad) {
        const auto clip = parse_clip(text);
        ASSERT_FALSE(clip) << text;
        EXPECT_EQ(clip.problem().expected, expected);
        EXPECT_TRUE(clip.problem().path.starts_with("line "));
    }
}

TEST(clipboard, damaged_texts_are_refused_or_read_but_never_harm) {
    auto pattern = std::make_unique<Pattern>();
    make_blank(*pattern);
    fill(pattern->audio_tracks[0], 3);
    const std::string good = clip_text(copy_track(pattern->audio_tracks[0], "x"));
    std::mt19937 random(7);
    for (int i = 0; i < 3000; i++) {
        std::string text = good;
        for (int n = 0; n < 4; n++) text[random() % text.size()] = char(random());
        text.resize(random() % 3 ? text.size() : random() % text.size());
        if (const auto clip = parse_clip(text)) paste_track(pattern->audio_tracks[1], *clip);
    }
}
