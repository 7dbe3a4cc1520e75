// What opz.md says in numbers of projects, counted again in those of real devices; without them nothing is claimed. Single facts
// of single files are in anchors_test.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "opz/plugs.h"
#include "opz/values.h"
#include "projects.h"

using namespace groovebench;
using namespace groovebench::opz;

namespace {

struct Real {
    std::string name;
    Bytes file;
    const Project& project() const { return *overlay<Project>(file); }
    u32 revision() const { return revision_of(file); }
};
const std::vector<Real>& projects() {
    static const std::vector<Real> all = [] {
        std::vector<Real> list;
        for (const auto& path : test::fixtures("opz", ".opz")) list.push_back({path.filename().string(), test::load(path)});
        return list;
    }();
    return all;
}

void each_pattern(auto visit) {
    for (const Real& one : projects())
        for (const Pattern& pattern : one.project().patterns) visit(one, pattern);
}
// Every slot of every step: its note may be none.
void each_slot(auto visit) {
    each_pattern([&](const Real& one, const Pattern& pattern) {
        for (int track = 0; track < track_count; track++)
            for (int step = 0; step < step_count; step++)
                for (int voice = 0; voice < note_slots[std::size_t(track)]; voice++)
                    visit(one, pattern, track, step, note_of(pattern, track, step, voice));
    });
}
void each_note(auto visit) {
    each_slot([&](const Real& one, const Pattern& pattern, int track, int step, const Note& note) {
        if (!note.is_empty()) visit(one, pattern, track, step, note);
    });
}
void each_step(auto visit) {
    each_pattern([&](const Real& one, const Pattern& pattern) {
        for (int track = 0; track < track_count; track++)
            for (int step = 0; step < step_count; step++) visit(one, pattern, track, step, pattern.steps.at(track)[step]);
    });
}

// What each fixture holds, counted by another program from the tables of the reference.
struct Counts {
    std::string_view name;
    int revision, tempo, notes, whole_steps, of_drums, behind_the_count, steps_with_components, steps_with_locks;
    bool operator==(const Counts&) const = default;
};
constexpr Counts of_the_fixtures[] = {
    {"apiel-v7-project01.opz", 7, 160, 15, 0, 10, 0, 0, 0},
    {"collab-v2-project08.opz", 2, 110, 213, 0, 180, 0, 7, 120},
    {"collab-v4-bounce01.opz", 4, 59, 98, 12, 48, 0, 0, 5},
    {"collab-v5-project01-after.opz", 5, 120, 186, 57, 67, 0, 0, 5},
    {"collab-v5-project01-before.opz", 5, 120, 186, 57, 67, 0, 0, 5},
    {"collab-v5-project02-after.opz", 5, 131, 186, 50, 67, 0, 0, 5},
    {"collab-v5-project02-before.opz", 5, 60, 186, 50, 67, 0, 0, 5},
    {"collab-v5-project03-old.opz", 5, 128, 681, 0, 157, 0, 20, 66},
    {"collab-v5-project03.opz", 5, 131, 66, 1, 39, 0, 0, 5},
    {"collab-v5-project06f.opz", 5, 135, 120, 13, 83, 0, 14, 11},
    {"collab-v5-project10.opz", 5, 95, 51, 10, 19, 0, 7, 0},
    {"collab-v5-project10f.opz", 5, 95, 51, 10, 19, 0, 7, 0},
    {"garden-v7-project01.opz", 7, 115, 1412, 369, 243, 30, 20, 0},
    {"garden-v7-project05.opz", 7, 86, 1113, 431, 310, 16, 96, 48},
    {"garden-v7-project08.opz", 7, 87, 1105, 447, 265, 13, 26, 246},
};

bool has_locks(const Step& step) {
    for (int i = 0; i < parameter_count; i++)
        if (is_locked(step, Parameter(i))) return true;
    return false;
}

std::map<std::string, Counts> counted() {
    std::map<std::string, Counts> all;
    for (const Real& one : projects()) all[one.name] = {one.name, int(one.revision()), u16(one.project().tempo), 0, 0, 0, 0, 0, 0};
    each_note([&](const Real& one, const Pattern& pattern, int track, int step, const Note& note) {
        Counts& count = all[one.name];
        count.notes++, count.of_drums += kind_of(Track(track)) == TrackKind::drum;
        count.whole_steps += note.duration > 0 && note.duration % duration_of_step == 0;
        count.behind_the_count += step >= pattern.tracks.at(track).step_count;
    });
    each_step([&](const Real& one, const Pattern&, int, int, const Step& step) {
        all[one.name].steps_with_components += u16(step.components) != 0;
        all[one.name].steps_with_locks += has_locks(step);
    });
    return all;
}

}  // namespace

TEST(opz_claims, each_project_holds_what_another_program_counted) {
    const auto all = counted();
    for (const Counts& expected : of_the_fixtures) {
        const auto found = all.find(std::string(expected.name));
        if (found != all.end())
            EXPECT_EQ(found->second, expected) << expected.name << ": " << found->second.notes << " notes, "
                                               << found->second.steps_with_locks << " steps with locks";
    }
}

// ---- §1, 2

TEST(opz_claims, files_have_one_size_one_id_and_four_revisions) {
    std::set<u32> revisions;
    for (const Real& one : projects()) {
        EXPECT_EQ(one.file.size(), 342848u) << one.name;
        EXPECT_EQ(text_of(ByteView(one.file).first(4)), std::string_view("I\0\0\0", 4)) << one.name;
        revisions.insert(one.revision());
    }
    if (!projects().empty()) EXPECT_EQ(revisions, (std::set<u32>{2, 4, 5, 7}));
}

TEST(opz_claims, a_used_chain_is_padded_and_an_empty_one_may_hold_stale_bytes_in_its_second_half) {
    int used = 0, stale = 0, longest = 0;
    for (const Real& one : projects())
        for (const Chain& chain : one.project().chains) {
            const int length = chain_used(chain);
            longest = std::max(longest, length), used += length > 0;
            for (int i = length; i < (length ? 32 : 16); i++) EXPECT_EQ(int(chain.patterns[i]), 255) << one.name;
            stale += !length && std::ranges::any_of(chain.patterns, [](const auto& pattern) { return pattern != 255; });
        }
    if (projects().empty()) return;
    EXPECT_GT(used, 0);
    EXPECT_GT(stale, 0);
    EXPECT_LE(longest, 24);
    std::cout << used << " chains in use, the longest of " << longest << ", " << stale << " empty ones with stale bytes\n";
}

TEST(opz_claims, unknown_bytes_have_the_values_that_were_seen) {
    for (const Real& one : projects()) {
        const int mask = one.project().unknown_0x20A.bytes[0] | one.project().unknown_0x20A.bytes[1] << 8;
        EXPECT_TRUE(std::set<int>({0, 8, 0x1E, 0x402, 0x8002, 0x8013}).contains(mask)) << one.name << mask;
        EXPECT_LE(one.project().unknown_0x234.bytes[0], 1) << one.name;
    }
}

// ---- §3, 4

TEST(opz_claims, track_records_have_the_values_that_were_seen) {
    std::set<int> counts, lengths, last;
    each_pattern([&](const Real& one, const Pattern& pattern) {
        for (int track = 0; track < track_count; track++) {
            const TrackRecord& record = pattern.tracks.at(track);
            counts.insert(record.step_count), lengths.insert(record.step_length);
            const int byte_5 = record.unknown_0x05.bytes[0];
            if (track < 8) EXPECT_TRUE(byte_5 == 0 || byte_5 == 5) << one.name << " " << byte_5;
            if (track < 4) last.insert(record.last_note);
        }
    });
    if (projects().empty()) return;
    EXPECT_EQ(*counts.begin(), 2);
    EXPECT_EQ(*counts.rbegin(), 16);
    EXPECT_EQ(lengths, (std::set<int>{1, 2, 3, 4, 8}));  // 5 in a project that is not among these
    EXPECT_EQ(*last.begin(), 53);
    EXPECT_LE(*last.rbegin(), 79);  // the reference says 76: 77 and 79 were played once each
}

TEST(opz_claims, routing_is_that_of_old_and_new_defaults_in_most_patterns) {
    std::map<int, int> tape, master;
    each_pattern(
        [&](const Real&, const Pattern& pattern) { tape[u16(pattern.tape_routing)]++, master[u16(pattern.master_routing)]++; });
    if (projects().empty()) return;
    EXPECT_GT(tape[0x00FF], 100);
    EXPECT_GT(tape[0xFFFF], 10);
    for (const int mask : {0x00F0, 0x00F8, 0x08F0}) EXPECT_GT(master[mask], 10) << mask;
}

// ---- §5

TEST(opz_claims, notes_of_drums_and_basses_lie_in_their_ranges) {
    std::set<int> drums, basses;
    each_note([&](const Real&, const Pattern&, int track, int, const Note& note) {
        if (kind_of(Track(track)) == TrackKind::drum) drums.insert(note.note);
        if (track == int(Track::bass)) basses.insert(note.note);
    });
    if (projects().empty()) return;
    EXPECT_EQ(*drums.begin(), 53);
    EXPECT_EQ(*drums.rbegin(), 79);
    EXPECT_GE(*basses.begin(), 17);
    EXPECT_EQ(*basses.rbegin(), 66);
}

TEST(opz_claims, a_step_lasts_6144_and_sixteen_of_them_are_the_longest) {
    int notes = 0, multiples = 0, one_less = 0, negative = 0;
    i32 longest = 0;
    each_note([&](const Real& one, const Pattern&, int, int, const Note& note) {
        const i32 duration = note.duration;
        notes++, longest = std::max(longest, duration);
        multiples += duration > 0 && duration % 6144 == 0, one_less += duration > 0 && duration % 6144 == 6143;
        EXPECT_NE(duration, 6200) << one.name;
        negative += duration == -256;
        EXPECT_TRUE(duration > 0 || duration == -256) << one.name << " " << duration;
    });
    if (!notes) return;
    EXPECT_EQ(longest, 16 * 6144 - 1);
    EXPECT_EQ(negative, 12);
    EXPECT_GT(multiples * 4, notes);
    EXPECT_GT(one_less * 30, multiples);
    std::cout << notes << " notes, " << multiples << " of whole steps, " << one_less << " one less\n";
}

TEST(opz_claims, micro_timing_is_in_ticks_then_in_eighths_and_differs_within_a_step) {
    std::map<u32, std::pair<int, int>> ranges;
    each_note([&](const Real& one, const Pattern& pattern, int track, int, const Note& note) {
        auto& [low, high] = ranges[one.revision()];
        low = std::min(low, int(note.micro_timing)), high = std::max(high, int(note.micro_timing));
        const bool fine = one.revision() == 7 && pattern.tracks.at(track).step_length > 1;
        if (one.revision() > 2 && !fine) EXPECT_EQ(note.micro_timing % 8, 0) << one.name;
    });
    if (projects().empty()) return;
    EXPECT_GE(ranges[2].first, -12);
    EXPECT_LE(ranges[2].second, 11);
    for (const u32 revision : {4u, 5u}) EXPECT_TRUE(ranges[revision].first >= -96 && ranges[revision].second <= 88) << revision;
    EXPECT_TRUE(ranges[7].first >= -96 && ranges[7].second <= 95);
    int several = 0, different = 0;
    each_step([&](const Real&, const Pattern& pattern, int track, int step, const Step&) {
        std::set<int> micros;
        for (int voice = 0; voice < note_slots[std::size_t(track)]; voice++)
            if (const Note& note = note_of(pattern, track, step, voice); !note.is_empty()) micros.insert(note.micro_timing);
        several += notes_on(pattern, track, step) > 1, different += micros.size() > 1;
    });
    EXPECT_GT(different * 2, several);
}

TEST(opz_claims, most_empty_slots_are_as_new_and_the_others_are_left_over) {
    const Note fresh = [] {
        Note note{};
        set_note(note, {.note = no_note});
        return note;
    }();
    int empty = 0, left_over = 0;
    each_slot([&](const Real&, const Pattern&, int, int, const Note& note) {
        if (!note.is_empty()) return;
        empty++, left_over += std::memcmp(&note, &fresh, sizeof note) != 0;
    });
    if (!empty) return;
    EXPECT_EQ(std::memcmp(&fresh, "\x00\x0A\x00\x00\xFF\x64\x00\x00", 8), 0);
    EXPECT_GT(left_over, 1000);
    EXPECT_LT(left_over * 20, empty);
}

// ---- §6, 7

TEST(opz_claims, steps_are_track_by_track_since_then_components_have_notes) {
    int by_track = 0, by_step = 0, steps = 0;
    each_step([&](const Real&, const Pattern& pattern, int track, int step, const Step& one) {
        if (!u16(one.components)) return;
        steps++;
        EXPECT_LE(track, int(Track::arp));
        EXPECT_EQ(u16(one.components) >> component_count, 0);
        by_track += notes_on(pattern, track, step) > 0;
        const int index = 16 * track + step;  // the same record, were it step by step
        by_step += notes_on(pattern, index % 16, index / 16) > 0;
    });
    if (!steps) return;
    EXPECT_GE(by_track, steps - 2);
    EXPECT_LT(by_step * 3, steps);
    std::cout << steps << " steps with components: " << by_track << " have a note, " << by_step << " if counted step by step\n";
}

TEST(opz_claims, components_have_the_values_that_were_seen) {
    const std::map<Component, std::set<int>> seen = {{Component::pulse, {3, 4, 8}},
                                                     {Component::jump, {1, 4, 5, 7}},
                                                     {Component::ramp_up, {1}},
                                                     {Component::random, {1, 5}},
                                                     {Component::portamento, {6}},
                                                     {Component::multiply, {2, 3, 4}},
                                                     {Component::sweep, {1, 2, 4, 6}},
                                                     {Component::trigger_spark, {2, 3, 4, 5, 8, 9, 0x12, 0x13, 0x24}},
                                                     {Component::component_spark, {2, 4, 9, 0x12}},
                                                     {Component::parameter_spark, {2, 0x12}}};
    each_step([&](const Real& one, const Pattern&, int, int, const Step& step) {
        for (int i = 0; i < component_count; i++) {
            if (!is_on(step, Component(i))) continue;
            const auto values = seen.find(Component(i));
            ASSERT_NE(values, seen.end()) << one.name << " " << component_name(Component(i));
            EXPECT_TRUE(is_component_value(Component(i), step.values.at(i)));
            EXPECT_TRUE(values->second.contains(step.values.at(i))) << component_name(Component(i)) << int(step.values.at(i));
        }
        for (int i = 0; i < parameter_count; i++) EXPECT_TRUE(step.locked.at(i) == 0 || step.locked.at(i) == 255);
    });
}

TEST(opz_claims, the_step_of_the_lights_is_all_zero_in_most_patterns_of_revision_7) {
    int patterns = 0, zero = 0;
    each_pattern([&](const Real& one, const Pattern& pattern) {
        if (one.revision() != 7) return;
        const auto bytes = std::as_bytes(std::span(&pattern.steps.at(int(Track::lights))[0], 1));
        patterns++, zero += std::ranges::all_of(bytes, [](std::byte b) { return b == std::byte(0); });
    });
    if (patterns) EXPECT_GT(zero * 10, patterns * 9);
}
