#include <gtest/gtest.h>

#include "../archive/fixture_files.h"
#include "octatrack/blank.h"
#include "octatrack/health.h"
#include "octatrack/project_edit.h"
#include "octatrack/thumbnail.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

// A project with one bank in memory; a sample goes in with its block and, unless told otherwise, its record.
struct Rig {
    Bytes text, bank = blank_bank(), markers = blank_markers();

    Rig() { text.assign(bytes_of(blank).begin(), bytes_of(blank).end()); }
    void load(SlotRef slot, const char* path, u32 frames = 1000) {
        text = *text::spliced(text, *set_slot(*open_project(text), slot, {.path = path}));
        markers_of(*overlay<Markers>(markers), slot) = whole_sample(frames);
    }
    Pattern& pattern(int p) { return overlay<Bank>(bank)->patterns[p]; }
    std::vector<HealthLine> health(FindSample find = {}, std::vector<FileCheck> files = {}) {
        const auto project = open_project(text);
        return project_health(
            {&*project, std::move(find), overlay<Markers>(markers), std::move(files), {{0, overlay<Bank>(bank)}}});
    }
    std::string blank = blank_project();
};

const HealthLine* line(const std::vector<HealthLine>& lines, std::string_view id) {
    for (const HealthLine& one : lines)
        if (one.id == id) return &one;
    return nullptr;
}

FindSample everything(SampleState state) {
    return [state](std::string_view) { return state; };
}

}  // namespace

TEST(health, a_new_project_is_well) {
    Rig rig;
    for (const HealthLine& one : rig.health(everything(SampleState::here), {{.name = "bank01.work"}}))
        EXPECT_EQ(one.level, HealthLevel::ok) << one.title;
    EXPECT_EQ(line(rig.health(), "os")->title, "OS 1.40B");
}

TEST(health, missing_samples_are_counted_and_named) {
    Rig rig;
    rig.load({Pool::static_pool, 14}, "../AUDIO/rain_long.wav");
    rig.load({Pool::flex, 31}, "clap.wav");
    const auto lines = rig.health(everything(SampleState::missing));
    EXPECT_EQ(line(lines, "samples")->title, "2 samples missing");
    EXPECT_EQ(line(lines, "samples")->detail, "F031 clap.wav, S014 rain_long.wav");
    EXPECT_EQ(line(lines, "samples")->level, HealthLevel::bad);
}

TEST(health, what_is_out_of_reach_is_not_called_missing) {
    Rig rig;
    rig.load({Pool::flex, 1}, "../AUDIO/kick.wav");
    const auto lines = rig.health(everything(SampleState::out_of_reach));
    EXPECT_EQ(line(lines, "samples"), nullptr);
    EXPECT_EQ(line(lines, "samples_out_of_reach")->level, HealthLevel::warn);
}

TEST(health, wrong_sums_are_counted_with_their_files) {
    Rig rig;
    const auto lines = rig.health({}, {{.name = "bank01.work"}, {.name = "bank02.work", .checksum_right = false}});
    EXPECT_EQ(line(lines, "checksums")->detail, "1 of 2 right; wrong in bank02.work, read-only until you agree");
    EXPECT_EQ(line(lines, "checksums")->level, HealthLevel::bad);
}

TEST(health, an_edited_part_is_named) {
    Rig rig;
    overlay<Bank>(rig.bank)->parts_edited.put(1, true);
    const auto lines = rig.health();
    EXPECT_EQ(line(lines, "parts")->title, "1 part unsaved");
    EXPECT_EQ(line(lines, "parts")->detail, "Bank A part 2 TWO differs from its saved copy");
}

TEST(health, trigs_and_locks_on_empty_slots_are_named_by_place) {
    Rig rig;
    AudioTrack& track = rig.pattern(2).audio_tracks[1];
    track.trigs.put(0, true);
    track.trigs.put(4, true);
    track.locks[4].sample_slot = 13;
    const auto lines = rig.health();
    EXPECT_EQ(line(lines, "empty_slots")->detail, "A03 T2 S002");
    EXPECT_EQ(line(lines, "empty_locks")->detail, "A03 T2 S014 on step 5");
}

TEST(health, a_sample_without_a_record_plays_nothing) {
    Rig rig;
    rig.load({Pool::flex, 3}, "kick.wav", 0);
    EXPECT_EQ(line(rig.health(), "inert")->title, "1 slot plays nothing");
}

TEST(health, stored_copies_are_compared_where_there_are_any) {
    Rig rig;
    EXPECT_EQ(line(rig.health(), "stored"), nullptr);
    const auto lines =
        rig.health({}, {{.name = "bank01.work", .same_as_stored = false}, {.name = "arr01.work", .same_as_stored = true}});
    EXPECT_EQ(line(lines, "stored")->title, "work and stored agree");
    EXPECT_EQ(line(lines, "stored")->detail, "except bank01");
}

TEST(slots_used_fixtures, sample_locks_of_static_and_flex_tracks_are_told_apart) {
    for (const auto& path : test::fixtures("octatrack", "octatools-bank-copy/bank01.strd")) {
        const Bytes file = test::load(path);
        std::vector<std::string> locks;
        const Bank& bank = **open_bank(file);
        const Pattern& pattern = bank.patterns[0];
        for (const SlotUse& use : slots_used(pattern, bank.parts[pattern.tail.part]))
            if (use.locked && use.steps >> 8 & 1) locks.push_back(label(use.ref()));
        EXPECT_EQ(locks, (std::vector<std::string>{"S002", "S127", "F002", "F127"}));
    }
}
