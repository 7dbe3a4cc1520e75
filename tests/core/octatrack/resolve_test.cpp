#include "octatrack/resolve.h"

#include <gtest/gtest.h>

#include <random>

#include "../archive/fixture_files.h"
#include "octatrack/blank.h"
#include "octatrack/trigs.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

constexpr Parameter base{Page::fx1, 0};
constexpr TrackRef t3{false, 2};

// The part holds 20; scene 1 on A holds 40, scene 9 on B 100.
struct Rig {
    Bytes file = blank_bank();
    Bank& bank = *overlay<Bank>(file);
    Part& part = bank.parts[0];
    AudioTrack& track = bank.patterns[3].audio_tracks[2];

    Rig() {
        part.pages[2].fx1.a = 20;
        part.scenes[0].tracks[2].fx1_a = 40;
        part.scenes[8].tracks[2].fx1_a = 100;
    }
    Resolved at(int position, int step = -1, LockOrder order = LockOrder::step_over_scene) const {
        return *resolve(bank, 3, t3, step, base, {position}, order);
    }
};

}  // namespace

TEST(resolve, without_locks_and_scenes_the_part_counts) {
    Rig rig;
    rig.part.scenes[0].tracks[2].fx1_a = no_lock;
    rig.part.scenes[8].tracks[2].fx1_a = no_lock;
    for (int position : {0, 64, 127}) {
        EXPECT_EQ(rig.at(position).value, 20);
        EXPECT_EQ(rig.at(position).origin, Origin::part);
        EXPECT_EQ(told(rig.at(position), -1), "part");
    }
}

TEST(resolve, both_ends_of_the_crossfader_are_the_scenes_exactly) {
    Rig rig;
    EXPECT_EQ(rig.at(0).value, 40);
    EXPECT_EQ(told(rig.at(0), -1), "scene 1 on A");
    EXPECT_EQ(rig.at(127).value, 100);
    EXPECT_EQ(told(rig.at(127), -1), "scene 9 on B");
    EXPECT_EQ(rig.at(-5).value, 40);
    EXPECT_EQ(rig.at(900).value, 100);
}

TEST(resolve, the_way_between_is_straight_and_the_knob_shows_the_whole_part) {
    Rig rig;
    EXPECT_EQ(rig.at(63).value, 69);  // (40·64 + 100·63) / 127 = 69.76
    EXPECT_NEAR(rig.at(63).exact, 69.7638, 1e-4);
    EXPECT_EQ(told(rig.at(63), -1), "between scenes 1 and 9");
    for (int position = 1; position < 127; position++)
        EXPECT_NEAR(rig.at(position).exact - rig.at(position - 1).exact, 60.0 / 127, 1e-9);
}

TEST(resolve, a_scene_without_a_lock_lets_the_part_through) {
    Rig rig;
    rig.part.scenes[0].tracks[2].fx1_a = no_lock;
    EXPECT_EQ(rig.at(0).value, 20);
    EXPECT_EQ(rig.at(0).origin, Origin::part);
    EXPECT_EQ(rig.at(64).value, (20 * 63 + 100 * 64) / 127);
    EXPECT_EQ(told(rig.at(64), -1), "between the part and scene 9");
    EXPECT_EQ(rig.at(127).value, 100);
}

TEST(resolve, a_muted_scene_is_none_and_a_scene_that_does_not_exist_too) {
    Rig rig;
    const auto muted = [&](Fader fader) { return resolve(rig.bank, 3, t3, -1, base, fader)->value; };
    EXPECT_EQ(muted({0, true, false}), 20);
    EXPECT_EQ(muted({127, true, false}), 100);
    EXPECT_EQ(muted({127, false, true}), 20);
    EXPECT_EQ(muted({40, true, true}), 20);
    rig.part.scene_a = 200;
    EXPECT_EQ(rig.at(0).value, 20);
    EXPECT_EQ(rig.at(0).scene_a_index, -1);
}

TEST(resolve, the_project_says_which_scenes_are_muted) {
    std::string text = blank_project();
    EXPECT_FALSE(fader_of(*open_project(bytes_of(text)), 5).a_muted);
    text.replace(text.find("SCENE_B_MUTE=0"), 14, "SCENE_B_MUTE=1");
    const Fader fader = fader_of(*open_project(bytes_of(text)), 5);
    EXPECT_TRUE(!fader.a_muted && fader.b_muted && fader.position == 5);
}

TEST(resolve, the_lock_of_a_step_wins_wherever_the_crossfader_stands) {
    Rig rig;
    set_lock(rig.track, 4, 18, 7);
    for (int position : {0, 64, 127}) {
        EXPECT_EQ(rig.at(position, 4).value, 7);
        EXPECT_EQ(told(rig.at(position, 4), 4), "locked on step 5");
        EXPECT_NE(rig.at(position, 5).value, 7);
    }
    EXPECT_EQ(rig.at(127, 4).scene_b, 100);  // what would count without it is told all the same
    EXPECT_EQ(rig.at(127, 4).part, 20);
}

TEST(resolve, in_the_other_order_scenes_lie_over_the_lock) {
    Rig rig;
    set_lock(rig.track, 4, 18, 7);
    constexpr auto over = LockOrder::scene_over_step;
    EXPECT_EQ(rig.at(0, 4, over).value, 40);
    rig.part.scenes[0].tracks[2].fx1_a = no_lock;
    EXPECT_EQ(rig.at(0, 4, over).value, 7);
    EXPECT_EQ(rig.at(0, 4, over).origin, Origin::step);
    EXPECT_EQ(told(rig.at(60, 4, over), 4), "between the lock on step 5 and scene 9");
    rig.part.scenes[8].tracks[2].fx1_a = no_lock;
    EXPECT_EQ(rig.at(60, 4, over).value, 7);
}

TEST(resolve, says_how_sure_the_way_to_the_value_is) {
    Rig rig;
    set_lock(rig.track, 4, 18, 7);
    EXPECT_EQ(rig.at(0).evidence, Evidence::verified);
    EXPECT_EQ(rig.at(50).evidence, Evidence::firmware);
    for (const LockOrder order : {LockOrder::step_over_scene, LockOrder::scene_over_step})
        EXPECT_EQ(rig.at(50, 4, order).evidence, Evidence::unknown);
    set_lock(rig.track, 4, 19, 7);
    EXPECT_EQ(resolve(rig.bank, 3, t3, 4, {Page::fx1, 1})->evidence, Evidence::verified);
}

TEST(resolve, a_lock_of_a_step_that_has_no_trig_of_any_kind_does_nothing) {
    Rig rig;
    rig.track.locks[4].fx1_a = 7;
    EXPECT_EQ(rig.at(0, 4).value, 40);
    rig.track.one_shots.put(4, true);
    EXPECT_EQ(rig.at(0, 4).value, 7);
}

TEST(resolve, levels_have_scenes_and_no_locks_setup_pages_neither) {
    Rig rig;
    rig.part.scene_levels[8].tracks[2] = 12;
    EXPECT_EQ(resolve(rig.bank, 3, t3, -1, {Page::level, 0}, {127})->value, 12);
    EXPECT_EQ(resolve(rig.bank, 3, t3, -1, {Page::level, 0}, {0})->value, 108);
    EXPECT_EQ(resolve(rig.bank, 3, t3, -1, {Page::level, 1}, {127})->value, 108);
    EXPECT_EQ(resolve(rig.bank, 3, t3, 0, {Page::fx1_setup, 4}, {127})->value, 3);
}

TEST(resolve, samples_are_locked_by_steps_and_never_by_scenes) {
    Rig rig;
    rig.part.scenes[0].tracks[2].sample_slot = 9;
    EXPECT_EQ(resolve(rig.bank, 3, t3, -1, {Page::slot, 0})->value, 2);
    set_lock(rig.track, 0, sample_lock, 40);
    EXPECT_EQ(resolve(rig.bank, 3, t3, 0, {Page::slot, 0})->value, 40);
}

TEST(resolve, midi_tracks_have_locks_over_the_part_and_no_scenes) {
    Rig rig;
    set_lock(rig.bank.patterns[3].midi_tracks[5], 9, 20, 77);
    const Parameter cc1{Page::fx1, 2};
    EXPECT_EQ(resolve(rig.bank, 3, {true, 5}, 9, cc1, {127})->value, 77);
    EXPECT_EQ(resolve(rig.bank, 3, {true, 5}, 8, cc1, {127})->value, 127);
    EXPECT_EQ(resolve(rig.bank, 3, {true, 5}, 8, cc1)->origin, Origin::part);
}

TEST(resolve, the_part_is_the_one_the_pattern_points_at) {
    Rig rig;
    rig.bank.patterns[3].tail.part = 2;
    EXPECT_EQ(rig.at(0).value, 0);
    EXPECT_FALSE(resolve(rig.bank, 16, t3, 0, base));
    EXPECT_FALSE(resolve(rig.bank, 3, {false, 8}, 0, base));
}

TEST(resolve, every_parameter_of_every_track_lies_between_what_it_is_mixed_from) {
    Rig rig;
    std::mt19937 random(7);
    for (Scene& scene : rig.part.scenes)
        for (AudioLock& lock : scene.tracks)
            for (u8& byte : std::span(reinterpret_cast<u8*>(&lock), 30)) byte = random() % 2 ? u8(random() % 128) : u8(no_lock);
    for (int t = 0; t < track_count; t++)
        for (const Parameter one : parameters(rig.part, {false, t}))
            for (int position : {0, 1, 63, 126, 127}) {
                const Resolved got = *resolve(rig.bank, 0, {false, t}, -1, one, {position});
                const u8 a = got.scene_a.value_or(got.part), b = got.scene_b.value_or(got.part);
                EXPECT_GE(got.value, std::min(a, b));
                EXPECT_LE(got.value, std::max(a, b));
            }
}

TEST(resolve_fixtures, published_locks_of_real_banks_come_back) {
    for (const auto& path : test::fixtures("octatrack", "octapy-hello-flex/bank01.work")) {
        const Bytes file = test::load(path);
        const Bank& bank = **open_bank(file);
        for (int step : {1, 3, 5, 7, 8, 10, 12, 14, 15}) {
            const auto volume = resolve(bank, 0, {false, 0}, step - 1, {Page::amp, 3});
            EXPECT_EQ(volume->value, 119);
            EXPECT_EQ(volume->origin, Origin::step);
        }
    }
    for (const auto& path : test::fixtures("octatrack", "octatools-bank-copy/bank01.strd")) {
        const Bytes file = test::load(path);
        const Bank& bank = **open_bank(file);
        const u8 slots[] = {1, 126, 1, 126};
        for (int t = 0; t < 4; t++) EXPECT_EQ(resolve(bank, 0, {false, t}, 8, {Page::slot, 0})->value, slots[t]);
        EXPECT_EQ(resolve(bank, 0, {false, 1}, 0, {Page::slot, 0})->value, 127);  // without a lock the machine's own slot
    }
}
