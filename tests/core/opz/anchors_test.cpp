// What opz.md says of the fixtures, §17, and its counts over all of them, as far as these files are here.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "any/file.h"
#include "opz/place.h"
#include "opz/plugs.h"
#include "opz/values.h"
#include "projects.h"
#include "schema/walk.h"

using namespace groovebench;
using namespace groovebench::opz;

namespace {

Bytes fixture(const std::string& name) { return test::load(test::fixture_root() / "opz" / (name + ".opz")); }

// Real files are not part of the tree.
bool is_there(const Bytes& file) {
    if (file.empty()) std::cout << "no fixtures: nothing to look at\n";
    return !file.empty();
}

std::vector<std::size_t> differing(const Bytes& a, const Bytes& b) {
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); i++)
        if (a[i] != b[i]) at.push_back(i);
    return at;
}

// Every slot with a note: its pattern, track, step and record.
template <class Visit>
void each_note(const Bytes& file, const Visit& visit) {
    const Project& project = *overlay<Project>(file);
    for (int p = 0; p < pattern_count; p++)
        for (int track = 0; track < track_count; track++)
            for (int step = 0; step < step_count; step++)
                for (int voice = 0; voice < note_slots[std::size_t(track)]; voice++)
                    if (const Note& note = note_of(project.patterns[p], track, step, voice); !note.is_empty())
                        visit(project.patterns[p], track, step, note);
}

int notes_in(const Bytes& file) {
    int notes = 0;
    each_note(file, [&](auto&&...) { notes++; });
    return notes;
}

int steps_with_components(const Bytes& file) {
    int steps = 0;
    for (const Pattern& pattern : overlay<Project>(file)->patterns)
        for (int track = 0; track < track_count; track++)
            for (const Step& step : pattern.steps.at(track)) steps += u16(step.components) != 0;
    return steps;
}

std::vector<int> chain_of(const Chain& chain) { return {chain.patterns, chain.patterns + chain_used(chain)}; }

}  // namespace

TEST(opz_anchors, project_2_before_and_after) {
    const Bytes before = fixture("collab-v5-project02-before"), after = fixture("collab-v5-project02-after");
    if (!is_there(before)) return;
    const Project &a = *overlay<Project>(before), &b = *overlay<Project>(after);
    EXPECT_EQ(u16(a.tempo), 60);
    EXPECT_EQ(u16(b.tempo), 131);
    EXPECT_EQ(u8(a.selected_chain), 255);
    EXPECT_EQ(u8(b.selected_chain), 0);
    EXPECT_EQ(differing(before, after), (std::vector<std::size_t>{484, 485, 486, 487, 488, 520, 568}));
    std::string told;
    const auto differences = any::File("a.opz", before).differences(any::File("b.opz", after));
    for (const any::Told& one : *differences) told += one.words + "; ";
    EXPECT_NE(told.find("tempo 60 → 131; "), told.npos) << told;
    EXPECT_NE(told.find("selected chain none → 1; "), told.npos) << told;
}

TEST(opz_anchors, project_1_before_and_after) {
    const Bytes before = fixture("collab-v5-project01-before"), after = fixture("collab-v5-project01-after");
    if (!is_there(before)) return;
    const Project &a = *overlay<Project>(before), &b = *overlay<Project>(after);
    EXPECT_EQ(u8(a.selected_chain), 1);
    EXPECT_EQ(u8(b.selected_chain), 0);
    EXPECT_EQ(chain_of(a.active_chain), (std::vector{11, 12, 13, 14, 15}));
    EXPECT_EQ(chain_of(b.active_chain), (std::vector{5, 3, 4, 3, 5}));
    const auto at = differing(before, after);
    ASSERT_EQ(at.size(), 10u);
    std::vector<std::string> paths;
    for (const std::size_t offset : at)
        if (offset > 568) paths.push_back(path_at(schema<Project>, offset));
    const auto told = any::File("a.opz", before).differences(any::File("b.opz", after));
    EXPECT_EQ(told->back().place, (std::vector<std::string>{"Pattern 5", "chord"}));
    EXPECT_EQ(told->back().words, "resonance 0 → 2");
    EXPECT_EQ(paths, (std::vector<std::string>{"patterns[4].sounds.chord.parameter_1", "patterns[4].sounds.chord.filter",
                                               "patterns[5].sounds.chord.filter", "patterns[5].sounds.chord.resonance"}));
}

TEST(opz_anchors, project_10_and_its_snapshot) {
    const Bytes project = fixture("collab-v5-project10"), snapshot = fixture("collab-v5-project10f");
    if (!is_there(project)) return;
    EXPECT_EQ(differing(project, snapshot), (std::vector<std::size_t>{21953, 21960}));
    const Pattern &a = overlay<Project>(project)->patterns[0], &b = overlay<Project>(snapshot)->patterns[0];
    EXPECT_EQ(a.active_mute_group, 9);
    EXPECT_EQ(b.active_mute_group, 0);
    EXPECT_TRUE(is_muted(a.mute_groups[9], int(Track::bass)));
    EXPECT_FALSE(is_muted(b.mute_groups[9], int(Track::bass)));
    const auto differences = any::File("a.opz", project).differences(any::File("b.opz", snapshot));
    ASSERT_EQ(differences->size(), 2u);
    EXPECT_EQ((*differences)[0].place, std::vector<std::string>{"Pattern 1"});
    EXPECT_EQ((*differences)[0].words, "mute groups 10 synths bass muted → off");
    EXPECT_EQ((*differences)[1].words, "active mute group 10 → 1");
}

TEST(opz_anchors, the_fifteen_notes_of_one_project) {
    const Bytes file = fixture("apiel-v7-project01");
    if (!is_there(file)) return;
    EXPECT_EQ(u16(overlay<Project>(file)->tempo), 160);
    std::set<std::tuple<int, int, int>> notes;
    each_note(file, [&](const Pattern& pattern, int track, int step, const Note& note) {
        EXPECT_EQ(&pattern, &overlay<Project>(file)->patterns[0]);
        notes.insert({track, step, note.note});
    });
    const std::set<std::tuple<int, int, int>> expected = {{0, 0, 55}, {0, 4, 55}, {0, 8, 55},  {0, 12, 55}, {0, 14, 56},
                                                          {2, 2, 68}, {2, 6, 68}, {2, 10, 68}, {2, 14, 68}, {3, 3, 60},
                                                          {4, 4, 29}, {4, 8, 29}, {4, 12, 29}, {4, 14, 29}, {5, 0, 41}};
    EXPECT_EQ(notes, expected);
    const Note& lead = note_of(overlay<Project>(file)->patterns[0], int(Track::lead), 0, 0);
    EXPECT_EQ(lead.duration, 98048);
    EXPECT_EQ(lead.micro_timing, 64);
    EXPECT_EQ(*any::File("a.opz", file).read("patterns[1].notes[1].lead[1].micro_timing")->shown.c_str(), '+');
    EXPECT_EQ(any::File("a.opz", file).read("patterns[1].notes[1].lead[1].micro_timing")->shown, "+8 ticks");
}

TEST(opz_anchors, components_and_locks_of_two_projects) {
    const Bytes garden = fixture("garden-v7-project05"), collab = fixture("collab-v2-project08");
    if (!is_there(garden)) return;
    EXPECT_EQ(notes_in(garden), 1113);
    EXPECT_EQ(steps_with_components(garden), 96);
    const Project& project = *overlay<Project>(garden);
    const Step& step = project.patterns[0].steps.at(int(Track::kick))[2];
    EXPECT_EQ(u16(step.components), 0x2004);
    EXPECT_EQ(step.values.jump, 7);
    EXPECT_EQ(step.values.component_spark, 9);
    const any::File file("a.opz", garden);
    EXPECT_EQ(file.read("patterns[1].steps.kick[3].values.jump")->shown, "random");
    EXPECT_EQ(file.read("patterns[1].steps.kick[3].values.component_spark")->shown, "random");
    const Step& locked = project.patterns[3].steps.at(int(Track::arp))[0];
    EXPECT_TRUE(is_locked(locked, Parameter(14)));
    EXPECT_EQ(locked.locks.at(14), 131);

    EXPECT_EQ(revision_of(collab), 2u);
    const Project& old = *overlay<Project>(collab);
    EXPECT_EQ(u16(old.tempo), 110);
    EXPECT_EQ(notes_in(collab), 213);
    EXPECT_EQ(steps_with_components(collab), 7);
    int steps = 0;
    for (const Pattern& pattern : old.patterns)
        for (int track = 0; track < track_count; track++)
            for (const Step& one : pattern.steps.at(track)) {
                int locks = 0;
                for (int i = 0; i < parameter_count; i++) locks += is_locked(one, Parameter(i));
                steps += locks != 0;
            }
    EXPECT_EQ(steps, 120);
    for (const int p : {1, 3, 4}) EXPECT_EQ(old.patterns[p].active_mute_group, 9) << p;
}

TEST(opz_anchors, every_note_is_one_that_the_machine_makes) {
    int crowded = 0;
    for (const auto& path : test::fixtures("opz", ".opz")) {
        const Bytes file = test::load(path);
        const u32 revision = revision_of(file);
        each_note(file, [&](const Pattern& pattern, int track, int step, const Note& note) {
            EXPECT_LE(note.duration, longest_duration);
            EXPECT_TRUE(is_micro(note.micro_timing, revision, pattern.tracks.at(track).step_length)) << int(note.micro_timing);
            EXPECT_GE(note.velocity, 1);
            if (kind_of(Track(track)) == TrackKind::drum)
                EXPECT_TRUE(note.note >= first_drum_note && note.note <= last_stray_drum_note);
            crowded += notes_on(pattern, track, step) > 4 && track != int(Track::arp);
        });
    }
    EXPECT_EQ(crowded, 0);  // eight voices are the arp's alone
}

TEST(opz_anchors, what_is_0_is_0_and_a_selected_chain_is_the_active_one) {
    for (const auto& path : test::fixtures("opz", ".opz")) {
        const Bytes file = test::load(path);
        const Project& project = *overlay<Project>(file);
        EXPECT_TRUE(project.file_id.right());
        EXPECT_EQ(std::to_integer<int>(file[521]), 0);
        for (const u8 byte : project.unknown_0x239.bytes) EXPECT_EQ(byte, 0);
        if (project.selected_chain != 255)
            EXPECT_EQ(chain_of(project.active_chain), chain_of(project.chains[project.selected_chain])) << path;
        for (const Pattern& pattern : project.patterns) {
            for (const u8 byte : pattern.unknown_0x538D.bytes) EXPECT_EQ(byte, 0);
            for (const MuteGroup& group : pattern.mute_groups)
                for (int i = 0; i < 4; i++) EXPECT_EQ(element<u8>(group, i) & 0x55, 0);
            for (int track = 0; track < track_count; track++) {
                const TrackRecord& record = pattern.tracks.at(track);
                EXPECT_EQ(record.unknown_0x08.bytes[0], 0);
                EXPECT_EQ(record.unknown_0x0B.bytes[0], 0);
                EXPECT_TRUE(record.step_count >= 1 && record.step_count <= 16);
                EXPECT_LE(record.step_length, 8);
            }
        }
        each_note(file, [&](auto&&, int, int, const Note& note) { EXPECT_EQ(note.age.bytes[0], 0); });
    }
}

TEST(opz_anchors, ids_of_kits_are_checksums_of_their_paths) {
    EXPECT_EQ(kit_id("kick076_patch.aif"), 3796294660u);
    EXPECT_EQ(kit_id("172-32-18_patch.aif"), 3138625761u);
    EXPECT_EQ(kit_id("hoo.aif"), 318986567u);
    EXPECT_EQ(kit_id("~hoo.aif"), 318986567u);
    EXPECT_EQ(kit_id("all_the_time_ab.aif"), 4156957766u);
    EXPECT_EQ(kit_id("user258790727.aif"), 3008872573u);
}
