// The rules that keep a project playable, one by one.
#include "ep133/rules.h"

#include <gtest/gtest.h>

#include "ep133/fields.h"
#include "ep133/pad_keys.h"
#include "ep133_files.h"

using namespace groovebench;
using namespace groovebench::ep133;

namespace {

Outcome set(FileKind kind, Bytes& file, std::string_view path, std::string_view value) {
    return set_field(kind, file, path, {value});
}

}  // namespace

TEST(ep133_rules, a_tempo_of_0_is_never_set) {
    EXPECT_TRUE(stops_the_clock(0) && stops_the_clock(-1) && !stops_the_clock(40));
    Bytes file = write_settings(120);
    const Bytes before = file;
    EXPECT_TRUE(set(FileKind::settings, file, "tempo", "0").problem().expected.find("ERR CLOCK 43") != std::string::npos);
    EXPECT_EQ(file, before);
    EXPECT_TRUE(set(FileKind::settings, file, "tempo", "75"));
    EXPECT_EQ(file, write_settings(75));
}

TEST(ep133_rules, a_fader_is_0_to_1_or_unmoved) {
    Bytes file = write_settings(120);
    EXPECT_TRUE(set(FileKind::settings, file, "groups[2].level", "0.5"));
    EXPECT_TRUE(set(FileKind::settings, file, "groups[2].level", "-1"));
    EXPECT_FALSE(set(FileKind::settings, file, "groups[2].level", "1.5"));
    EXPECT_EQ(file, write_settings(120));
}

TEST(ep133_rules, a_scene_has_a_pattern_in_every_group) {
    EXPECT_TRUE(stops_the_scene(scene_of(1, 0, 1, 1)));
    EXPECT_FALSE(stops_the_scene(scene_of(0, 0, 0, 0)));
    Bytes file = write_scenes(std::vector{scene_of(1, 2, 3, 4)}, 1);
    EXPECT_TRUE(set(FileKind::scenes, file, "scenes[1].patterns[2]", "0").problem().expected.find("ERR PATTERN 189") !=
                std::string::npos);
    EXPECT_TRUE(set(FileKind::scenes, file, "scenes[1].patterns[2]", "99"));
    EXPECT_EQ(file, write_scenes(std::vector{scene_of(1, 99, 3, 4)}, 1));
}

TEST(ep133_rules, a_pattern_of_the_scene_behind_the_last_makes_it_a_scene) {
    Bytes file = write_scenes(std::vector{scene_of(1, 2, 3, 4)}, 1), older = test::older_scenes();
    EXPECT_TRUE(set(FileKind::scenes, file, "scenes[2].patterns[3]", "7"));
    EXPECT_EQ(file, write_scenes(std::vector{scene_of(1, 2, 3, 4), scene_of(1, 1, 7, 1)}, 1));
    EXPECT_EQ(sentence(set(FileKind::scenes, file, "scenes[4].patterns[1]", "1").problem()),
              "scenes[4]: expected at most scene 3, the one behind the last, found scene 4");
    EXPECT_TRUE(set(FileKind::scenes, older, "scenes[3].patterns[1]", "5"));
    EXPECT_EQ(scene_count(older), 3);
    EXPECT_FALSE(set(FileKind::scenes, older, "scenes[5].patterns[1]", "5"));
    EXPECT_TRUE(set(FileKind::scenes, file, "scenes[3].patterns[1]", "0"));  // still none
    EXPECT_EQ(scene_count(file), 2);
}

TEST(ep133_rules, zeros_behind_the_scenes_stop_on_load) {
    Bytes file = write_scenes(std::vector{scene_of(1, 1, 1, 1)}, 1);
    EXPECT_FALSE(stops_on_load(file));
    std::fill(file.begin() + 601, file.end(), std::byte(0));
    EXPECT_TRUE(stops_on_load(file));
}

TEST(ep133_rules, bars_mode_needs_a_length) {
    Bytes file = test::bytes_of_record(blank_pad(120));
    EXPECT_TRUE(set(FileKind::pad, file, "time_mode", "bars").problem().expected.find("ERR PATTERN 189") != std::string::npos);
    assign(*overlay<Pad26>(file), 700, 100);
    EXPECT_TRUE(set(FileKind::pad, file, "time_mode", "bars"));
    EXPECT_FALSE(set(FileKind::pad, file, "trim_length", "0"));
    EXPECT_FALSE(set(FileKind::pad, file, "play_mode", "loop"));
    EXPECT_TRUE(set(FileKind::pad, file, "midi_channel", "16"));
    EXPECT_EQ(file[3], std::byte(15));
}

TEST(ep133_rules, a_pitch_is_whole_semitones_below_and_hundredths_above) {
    Bytes file = test::bytes_of_record(blank_pad(120)), older = test::bytes_of_record(blank_pad(120).pad);
    ASSERT_TRUE(set_pitch(file, -11.98));
    EXPECT_EQ(file[17], std::byte(0xF4));  // -12
    EXPECT_EQ(file[26], std::byte(2));
    EXPECT_DOUBLE_EQ(pitch_of(file), -11.98);
    ASSERT_TRUE(set_pitch(file, -0.5));
    EXPECT_EQ(file[17], std::byte(0xFF));
    EXPECT_EQ(file[26], std::byte(50));
    EXPECT_FALSE(set_pitch(file, 12.01));
    EXPECT_FALSE(set_pitch(older, 0.5));
    ASSERT_TRUE(set_pitch(older, -3));
    EXPECT_DOUBLE_EQ(pitch_of(older), -3);
}

TEST(ep133_rules, a_cleared_pad_is_as_the_device_leaves_it) {
    Bytes file = test::bytes_of_record(assigned_pad(700, 5, 10)), older(file.begin(), file.begin() + 26);
    clear(file, 75), clear(older, 75);
    EXPECT_EQ(file, test::bytes_of_record(blank_pad(75)));
    EXPECT_EQ(older, test::bytes_of_record(blank_pad(75).pad));
}

TEST(ep133_rules, a_bar_is_384_ticks_times_its_time_signature) {
    EXPECT_EQ(bar_ticks(4, 4), 384u);
    EXPECT_EQ(bar_ticks(3, 4), 288u);
    EXPECT_EQ(bar_ticks(6, 4), 576u);
    EXPECT_EQ(bar_ticks(0, 4), 0u);
    const Bytes file =
        *write_pattern(2, std::vector<Note>{{.position = 575}, {.position = 576}, {.position = 767}, {.position = 768}});
    EXPECT_EQ(events_past_end(*open_pattern(file), 384), 1u);
    EXPECT_EQ(events_past_end(*open_pattern(file), 288), 3u);
    const Bytes scenes = write_scenes(std::vector{scene_of(1, 1, 1, 1, 3, 4), scene_of(2, 1, 1, 1)}, 2);
    EXPECT_EQ(use_of_pattern(scenes, 0, 1).bar_ticks, 288u);
    EXPECT_EQ(use_of_pattern(scenes, 0, 2).scene, 2);
    EXPECT_EQ(use_of_pattern(scenes, 0, 7).scene, 0);
    EXPECT_EQ(use_of_pattern(scenes, 0, 7).bar_ticks, 384u);
}

TEST(ep133_rules, events_come_and_go_in_their_order_and_are_counted) {
    Bytes file = *write_pattern(1, std::vector<Note>{{.position = 10, .pad = 1}, {.position = 20, .pad = 2}});
    const Bytes event = test::an_event(10, 3, EventType::note, {60, 100, 24, 0, 0});
    ASSERT_TRUE(add_event(file, event));
    EXPECT_EQ(file, *write_pattern(
                        1, std::vector<Note>{{.position = 10, .pad = 1}, {.position = 10, .pad = 3}, {.position = 20, .pad = 2}}));
    ASSERT_TRUE(remove_event(file, 0));
    EXPECT_FALSE(remove_event(file, 2));
    EXPECT_EQ(open_pattern(file)->events.size(), 2u);
    Bytes full(4 + 8 * 65535);
    full[1] = std::byte(1), full[2] = full[3] = std::byte(0xFF);
    EXPECT_EQ(add_event(full, event).problem().expected, "at most 65535 events");
}

TEST(ep133_rules, a_scene_comes_and_goes_and_what_points_at_the_others_follows) {
    for (const bool older : {false, true}) {
        Bytes file = older ? test::older_scenes() : write_scenes(std::vector{scene_of(1, 1, 1, 1), scene_of(2, 1, 3, 1, 3, 4)}, 2);
        const Bytes before = file;
        ASSERT_TRUE(insert_scene(file, 1, scene_of(9, 9, 9, 9, 5, 4)));
        EXPECT_EQ(scene_count(file), 3);
        EXPECT_EQ(u32(scene_list(file)->current_scene), 3u);
        EXPECT_EQ(int(scene_list(file)->scenes[2].patterns[2]), 3);
        if (!older) EXPECT_EQ(int(overlay<Scenes712>(file)->song[0]), 2);
        EXPECT_FALSE(insert_scene(file, 5, scene_of(1, 1, 1, 1)));
        EXPECT_FALSE(insert_scene(file, 1, scene_of(1, 0, 1, 1)));
        ASSERT_TRUE(remove_scene(file, 1));
        EXPECT_EQ(file, before);
    }
}

TEST(ep133_rules, a_silent_pattern_is_one_without_a_file) {
    const Bytes file = test::a_project();
    const auto project = open_project(file);
    EXPECT_EQ(silent_pattern(*project, 0), 3);
    EXPECT_EQ(silent_pattern(*project, 1), 2);
    EXPECT_EQ(silent_pattern(*project, 1, 7), 7);
}

TEST(ep133_rules, a_root_note_stands_in_both_places) {
    Bytes file = test::a_sound();
    ASSERT_TRUE(set(FileKind::sound, file, "metadata.sound.rootnote", "72"));
    EXPECT_EQ(read_field(FileKind::sound, file, "sampler.unity_note")->shown, "C5");
    EXPECT_FALSE(set(FileKind::sound, file, "metadata.sound.rootnote", "0"));
    EXPECT_FALSE(set(FileKind::sound, file, "metadata.sound.playmode", "data"));
    ASSERT_TRUE(set(FileKind::sound, file, "metadata.sound.bpm", "123.4"));
    EXPECT_EQ(read_field(FileKind::sound, file, "metadata.sound.bpm")->json, "123.40");
    EXPECT_TRUE(check_sound(file).empty());
}

TEST(ep133_rules, an_ep_40_pattern_is_read_and_kept) {
    Bytes file;
    for (int value : {1, 4, 0xFF, 0xFF, 2, 0, 9, 0, 0, 60, 100, 9, 0, 0, 9, 0, 8, 60, 100, 9, 0, 0})
        file.push_back(std::byte(value));
    const auto pattern = open_pattern(file);
    ASSERT_TRUE(pattern);
    EXPECT_EQ(pattern->bars, 4);
    EXPECT_EQ(pad_of(pattern->events[1]), 2);
    ASSERT_TRUE(remove_event(file, 0));
    EXPECT_EQ(file[4], std::byte(1));
    EXPECT_EQ(file.size(), 14u);
}

TEST(ep133_pads, are_shown_with_the_key_that_is_printed_on_the_machine) {
    EXPECT_EQ(with_key("projects/P01.tar/pads/a/p01"), "projects/P01.tar/pads/a/p01 · 7");
    EXPECT_EQ(with_key("pads/d/p12"), "pads/d/p12 · ENTER");
    EXPECT_EQ(with_key("pads/d/p10"), "pads/d/p10 · .");
    for (const char* other :
         {"", "p01", "pads/e/p01", "pads/a/p00", "pads/a/p13", "pads/a/pxx", "pads/a/p1", "pads/a/p07.wav", "patterns/a01"})
        EXPECT_EQ(with_key(other), other);
}
