#include "convert/build.h"

#include <gtest/gtest.h>

#include <cmath>

#include "ep133/backup.h"
#include "plain_reader.h"
#include "song.h"

using namespace groovebench;
using namespace groovebench::convert;
using namespace groovebench::test;
using plain::Octets;

namespace {

constexpr Moment noon{.year = 2026, .month = 3, .day = 4, .hour = 12, .minute = 34, .second = 56, .millisecond = 7};

audio::Sound tone(u32 rate, u16 channels, u64 frames) {
    audio::Sound sound;
    sound.rate = rate, sound.channels = channels, sound.frames = frames, sound.bits = 16;
    for (u64 i = 0; i < frames * channels; i++) sound.samples.push_back(float(std::sin(double(i) * 0.05) * 0.5));
    return sound;
}

// A kick on every beat, and the third slice of a loop whose file is at 44.1 kHz in stereo.
struct Beat : Song {
    SoundsByPath sounds;
    Beat() {
        trigs(1, {1, 5, 9, 13});
        trigs(3, {3});
        sample(1, "Kick.wav").rate = 46875;
        part->source_setup[2].static_machine.slic = u8(octatrack::OnOff::on);
        auto& loop = sample(3, "loop.wav");
        for (u64 i = 0; i < 4; i++) loop.slices.push_back({i * 4410, (i + 1) * 4410});
        lock(3, 3, 1, 4);
        sounds["../AUDIO/Kick.wav"] = tone(46875, 1, 1000);
        sounds["../AUDIO/loop.wav"] = tone(44100, 2, 17640);
        input.tempo_x24 = 98 * 24;
    }
    Result<Bytes> build(const Choices& choices = {}) const { return build_ppak(plan(choices), sounds, noon); }
};

Octets octets(const Bytes& bytes) {
    Octets all;
    for (std::byte b : bytes) all.push_back(u8(b));
    return all;
}

Octets blank_pad_at_98() {
    return {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x00, 0x00, 0xC4, 0x42, 100, 0, 0, 0, 255, 0, 0, 0, 60, 0, 0};
}

std::vector<std::string> names(const std::vector<plain::Member>& members) {
    std::vector<std::string> all;
    for (const auto& member : members) all.push_back(member.name);
    return all;
}

}  // namespace

TEST(convert_build, an_independent_reader_finds_the_members_of_a_ppak) {
    const auto file = Beat().build();
    ASSERT_TRUE(file) << sentence(file.problem());
    const auto members = plain::unzip(octets(*file));
    EXPECT_EQ(names(members),
              (std::vector<std::string>{"/projects/P01.tar", "/sounds/700 kick.wav", "/sounds/701 loop.wav", "/meta.json"}));
    const Octets& meta = members[3].bytes;
    EXPECT_EQ(std::string(meta.begin(), meta.end()),
              "{\n  \"info\": \"teenage engineering - pak file\",\n  \"pak_version\": 1,\n  \"pak_type\": \"project\",\n  "
              "\"pak_release\": \"1.2.0\",\n"
              "  \"device_name\": \"EP-133\",\n  \"device_sku\": \"TE032AS001\",\n  \"device_version\": \"2.0.5\",\n"
              "  \"generated_at\": \"2026-03-04T12:34:56.007Z\",\n  \"author\": \"computer\",\n  \"base_sku\": \"TE032AS001\"\n}");
}

TEST(convert_build, an_independent_reader_finds_pads_patterns_scenes_and_settings) {
    const auto file = Beat().build();
    ASSERT_TRUE(file);
    const auto tar = plain::untar(plain::unzip(octets(*file))[0].bytes);
    std::vector<std::string> sorted = names(tar);
    EXPECT_EQ(tar.size(), 60u);
    EXPECT_EQ(sorted.front(), "pads/");
    auto members = plain::by_name(tar);
    // slot 700, 1000 frames, no BPM; slot 701, frames 9375 to 14063 of the sound at 46,875 Hz
    EXPECT_EQ(members["pads/a/p01"],
              (Octets{0, 0xBC, 2, 0, 0, 0, 0, 0, 0xE8, 3, 0, 0, 0, 0, 0, 0, 100, 0, 0, 0, 255, 0, 0, 0, 60, 0, 0}));
    EXPECT_EQ(members["pads/b/p01"],
              (Octets{0, 0xBD, 2, 0, 0x9F, 0x24, 0, 0, 0x50, 0x12, 0, 0, 0, 0, 0, 0, 100, 0, 0, 0, 255, 0, 0, 0, 60, 0, 0}));
    EXPECT_EQ(members["pads/d/p12"], blank_pad_at_98());
    EXPECT_EQ(members["patterns/a01"], (Octets{0, 1, 4,   0, 0, 0,  0,   60, 100, 96, 0,  0, 96, 0,  0,   60, 100, 96,
                                               0, 0, 192, 0, 0, 60, 100, 96, 0,   0,  32, 1, 0,  60, 100, 96, 0,   0}));
    EXPECT_EQ(members["patterns/b01"], (Octets{0, 1, 1, 0, 48, 0, 0, 60, 100, 0x80, 1, 0}));
    EXPECT_EQ(members["patterns/c01"], (Octets{0, 1, 0, 0}));
    EXPECT_EQ(members["patterns/d01"], (Octets{0, 1, 0, 0}));
    EXPECT_EQ(members.count("fx_settings"), 0u);
}

TEST(convert_build, scenes_and_settings_hold_the_values_of_a_device) {
    const auto file = Beat().build();
    auto members = plain::by_name(plain::untar(plain::unzip(octets(*file))[0].bytes));
    Octets scenes(712, 0), settings(222, 0);
    scenes[5] = scenes[6] = 4;
    for (std::size_t scene = 0; scene < 99; scene++) scenes[7 + scene * 6 + 4] = scenes[7 + scene * 6 + 5] = 4;
    for (std::size_t group = 0; group < 4; group++) scenes[7 + group] = 1;
    scenes[604] = scenes[612] = scenes[613] = 1;
    EXPECT_EQ(members["scenes"], scenes);
    settings[6] = 0xC4, settings[7] = 0x42;
    for (std::size_t at = 24; at < 216; at += 4) settings[at + 2] = 0x80, settings[at + 3] = 0xBF;
    settings[221] = 2;
    EXPECT_EQ(members["settings"], settings);
}

TEST(convert_build, sounds_are_16_bit_at_the_rate_of_the_device_with_their_channels) {
    const auto file = Beat().build();
    const auto members = plain::unzip(octets(*file));
    const Octets &kick = members[1].bytes, &loop = members[2].bytes;
    EXPECT_EQ(plain::little(kick, 22, 2), 1u);
    EXPECT_EQ(plain::little(loop, 22, 2), 2u);
    for (const Octets* wav : {&kick, &loop}) {
        EXPECT_EQ(plain::little(*wav, 24, 4), 46875u);
        EXPECT_EQ(plain::little(*wav, 34, 2), 16u);
        EXPECT_EQ(plain::little(*wav, 268, 4), wav->size() - 272);
        EXPECT_EQ(plain::little(*wav, 4, 4), wav->size() - 8);
    }
    EXPECT_EQ(kick.size(), 272u + 2 * 1000);
    EXPECT_EQ(loop.size(), 272u + 4 * 18750);  // 17640 frames of 44.1 kHz
    const i16 tenth = i16(plain::little(kick, 272 + 20, 2));
    EXPECT_EQ(tenth, i16(std::lrint(std::sin(0.5) * 0.5 * 32768)));
}

TEST(convert_build, choking_pads_say_so) {
    Beat beat;
    beat.lock(1, 9, octatrack::sample_lock, 2);  // the loop, on T1, too
    const auto file = beat.build();
    ASSERT_TRUE(file) << sentence(file.problem());
    auto members = plain::by_name(plain::untar(plain::unzip(octets(*file))[0].bytes));
    EXPECT_EQ(members["pads/a/p01"][22], 1);
    EXPECT_EQ(members["pads/a/p02"][22], 1);
    EXPECT_EQ(members["pads/b/p01"][22], 0);
}

TEST(convert_build, the_same_plan_and_time_give_the_same_bytes) {
    const Beat beat;
    EXPECT_EQ(*beat.build(), *beat.build());
}

TEST(convert_build, our_own_reader_finds_nothing_to_report) {
    const auto file = Beat().build({.project_number = 9});
    const auto backup = ep133::open_backup(*file);
    ASSERT_TRUE(backup);
    EXPECT_EQ(backup->projects[0].number, 9);
    for (const Problem& problem : ep133::check_backup(*backup)) ADD_FAILURE() << sentence(problem);
}

TEST(convert_build, a_long_sound_keeps_what_its_pad_plays_and_the_trim_moves_along) {
    Beat beat;
    beat.sounds["../AUDIO/loop.wav"] = tone(3000, 1, 3000 * 21);
    auto& loop = beat.sample(3, "loop.wav");
    loop.rate = 3000, loop.channels = 1, loop.frames = 3000 * 21;
    loop.slices.assign(4, {3000 * 2, 3000 * 4});
    const auto file = beat.build();
    ASSERT_TRUE(file) << sentence(file.problem());
    const auto members = plain::unzip(octets(*file));
    EXPECT_EQ(members[2].bytes.size(), 272u + 2 * 2 * 46875);
    auto tar = plain::by_name(plain::untar(members[0].bytes));
    EXPECT_EQ(plain::little(tar["pads/b/p01"], 4, 4), 0u);
    EXPECT_EQ(plain::little(tar["pads/b/p01"], 8, 4), 2u * 46875);
}

TEST(convert_build, true_lengths_count_where_the_plan_knew_none) {
    Beat beat;
    auto& kick = beat.sample(1, "Kick.wav");
    kick.rate = 0, kick.channels = 0, kick.frames = 0;
    const auto file = beat.build();
    ASSERT_TRUE(file) << sentence(file.problem());
    auto tar = plain::by_name(plain::untar(plain::unzip(octets(*file))[0].bytes));
    EXPECT_EQ(plain::little(tar["pads/a/p01"], 8, 4), 1000u);
}

TEST(convert_build, what_is_missing_or_too_much_is_refused_by_name) {
    Beat beat;
    beat.sounds.erase("../AUDIO/loop.wav");
    EXPECT_EQ(beat.build().problem().file, "../AUDIO/loop.wav");
    Plan plan = Beat().plan();
    plan.limits.push_back({.path = "groups[A]", .expected = "12", .found = "13"});
    EXPECT_EQ(build_ppak(plan, Beat().sounds, noon).problem().path, "groups[A]");
    Plan wrong = Beat().plan({.project_number = 10});
    EXPECT_EQ(build_ppak(wrong, Beat().sounds, noon).problem().path, "project");
}

TEST(convert_build, building_goes_in_steps_that_come_to_an_end) {
    const Beat beat;
    auto building = Building::start(beat.plan(), beat.sounds, noon);
    ASSERT_TRUE(building);
    double progress = 0;
    int steps = 0;
    while (building->step() && steps < 1000) {
        EXPECT_GE(building->progress(), progress);
        progress = building->progress(), steps++;
    }
    EXPECT_GT(steps, 1);
    EXPECT_EQ(building->progress(), 1);
    EXPECT_EQ(*building->result(), *beat.build());
}
