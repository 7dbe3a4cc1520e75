#include "opz/copy.h"

#include <gtest/gtest.h>

#include "any/file.h"
#include "projects.h"

using namespace groovebench;
using namespace groovebench::opz;

namespace {

constexpr std::size_t first_pattern = 572, pattern_size = 21392;

Bytes pattern_bytes(const Bytes& project, int pattern) {
    const auto begin = project.begin() + std::ptrdiff_t(first_pattern + std::size_t(pattern) * pattern_size);
    return {begin, begin + pattern_size};
}
Pattern& pattern_of(Bytes& project, int pattern) { return overlay<Project>(project)->patterns[pattern]; }

std::vector<std::size_t> changed(const Bytes& before, const Bytes& after) {
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i < before.size(); i++)
        if (before[i] != after[i]) at.push_back(i);
    return at;
}

}  // namespace

TEST(opz_copy, a_pattern_comes_whole_and_nothing_else_changes) {
    std::vector<test::NamedProject> all = test::all_projects();
    for (const auto& [name, from] : all) {
        if (revision_of(from) <= 2) continue;
        const Bytes before = test::busy_project();
        Bytes to = before;
        const auto losses = copy_pattern({from, 2}, to, 5);
        ASSERT_TRUE(losses) << name;
        EXPECT_TRUE(losses->empty()) << name;
        EXPECT_EQ(pattern_bytes(to, 5), pattern_bytes(from, 2)) << name;
        for (const std::size_t at : changed(before, to)) EXPECT_EQ((at - first_pattern) / pattern_size, 5u) << name;
    }
}

TEST(opz_copy, within_a_project_it_is_a_copy_too) {
    Bytes project = test::busy_project();
    ASSERT_TRUE(copy_pattern({project, 2}, project, 15));
    EXPECT_EQ(pattern_bytes(project, 15), pattern_bytes(project, 2));
    ASSERT_TRUE(copy_track({project, 2}, int(Track::kick), project, {2, int(Track::snare)}));
    EXPECT_EQ(pattern_of(project, 2).tracks.snare.plug, pattern_of(project, 2).tracks.kick.plug);
}

TEST(opz_copy, micro_timing_is_in_the_unit_of_the_file_it_goes_to) {
    Bytes old = test::busy_project(2), fresh = test::busy_project(7);
    Note& note = note_of(pattern_of(old, 2), 0, 0, 0);
    for (const auto& [ticks, eighths] : {std::pair{-12, -96}, {0, 0}, {5, 40}, {11, 88}, {20, 95}}) {
        note.micro_timing = i8(ticks);
        const auto losses = copy_pattern({old, 2}, fresh, 0);
        EXPECT_EQ(note_of(pattern_of(fresh, 0), 0, 0, 0).micro_timing, eighths);
        EXPECT_EQ(losses->empty(), ticks != 20);
    }
    Note& fine = note_of(pattern_of(fresh, 2), 0, 0, 0);
    for (const auto& [eighths, ticks] : {std::pair{-96, -12}, {88, 11}, {41, 5}, {-45, -6}, {95, 11}}) {
        fine.micro_timing = i8(eighths);
        const auto losses = copy_track({fresh, 2}, 0, old, {0, 0});
        EXPECT_EQ(note_of(pattern_of(old, 0), 0, 0, 0).micro_timing, ticks);
        EXPECT_EQ(losses->empty(), eighths % 8 == 0);
    }
    EXPECT_EQ(
        sentence(copy_track({fresh, 2}, 0, old, {0, 0})->front()),
        "patterns[1].notes[1].kick: expected a micro-timing that revision 2 of the format has, found 1 between two: the nearest "
        "is taken");
}

TEST(opz_copy, what_is_stale_in_empty_slots_is_not_converted) {
    Bytes old = test::busy_project(2), fresh = test::busy_project(7);
    Note& stale = note_of(pattern_of(old, 2), 0, 9, 1);
    ASSERT_TRUE(stale.is_empty());
    stale.micro_timing = 3;
    ASSERT_TRUE(copy_pattern({old, 2}, fresh, 0));
    EXPECT_EQ(note_of(pattern_of(fresh, 0), 0, 9, 1).micro_timing, 3);
}

// opz.md 11.7, byte by byte.
TEST(opz_copy, a_track_is_its_record_notes_steps_sound_mutes_and_routing) {
    Bytes from = test::busy_project();
    Pattern& source = pattern_of(from, 2);
    set_mute(source.mute_groups[4], int(Track::lead), true);
    source.tape_routing.put(int(Track::lead), false);
    const Bytes before = blank_project();
    Bytes to = before;
    const auto losses = copy_track({from, 2}, int(Track::lead), to, {7, int(Track::bass)});
    ASSERT_TRUE(losses);
    EXPECT_TRUE(losses->empty());
    const std::size_t base = first_pattern + 7 * pattern_size;
    const int bass = int(Track::bass);
    for (const std::size_t at : changed(before, to)) {
        ASSERT_GE(at, base);
        const std::size_t in = at - base;
        const bool record = in >= 48 && in < 60, sound = in >= 21056 + 18 * 4 && in < 21056 + 18 * 5;
        const bool note = in >= 192 && in < 7232 && (in - 192) / 8 % 55 >= 8 && (in - 192) / 8 % 55 < 12;
        const bool step = in >= 7232 + 54 * 64 && in < 7232 + 54 * 80;
        const bool mute = in >= 21344 && in < 21384 && in % 4 == 21345 % 4, routing = in >= 21384 && in < 21388;
        EXPECT_TRUE(record || sound || note || step || mute || routing) << in;
    }
    const Pattern& target = pattern_of(to, 7);
    EXPECT_EQ(std::memcmp(&target.tracks.bass, &source.tracks.lead, sizeof(TrackRecord)), 0);
    EXPECT_EQ(std::memcmp(&target.sounds.bass, &source.sounds.lead, sizeof(Sound)), 0);
    EXPECT_EQ(std::memcmp(target.steps.bass, source.steps.lead, sizeof source.steps.lead), 0);
    for (int s = 0; s < step_count; s++)
        EXPECT_EQ(std::memcmp(&note_of(target, bass, s, 0), &note_of(source, int(Track::lead), s, 0), 4 * sizeof(Note)), 0) << s;
    EXPECT_TRUE(is_muted(target.mute_groups[4], bass));
    EXPECT_FALSE(is_muted(target.mute_groups[4], int(Track::lead)));
    EXPECT_FALSE(target.tape_routing.at(bass));
    EXPECT_TRUE(target.tape_routing.at(int(Track::kick)));
}

TEST(opz_copy, voices_that_do_not_fit_are_left_out_and_told) {
    Bytes from = test::busy_project(), to = blank_project();
    const int module = int(Track::module), lead = int(Track::lead);
    while (add_note(pattern_of(from, 2), module, 3, {.note = 60})) {
    }
    clear_note(note_of(pattern_of(from, 2), module, 3, 0));  // five are left, the first slot empty
    note_of(pattern_of(from, 2), module, 3, 1).note = 72;
    const auto losses = copy_track({from, 2}, module, to, {0, lead});
    ASSERT_EQ(losses->size(), 1u);
    EXPECT_EQ(sentence((*losses)[0]), "patterns[1].notes[4].lead: expected at most 4 notes, found 5: the last 1 are left out");
    EXPECT_EQ(note_of(pattern_of(to, 0), lead, 3, 0).note, 72);
    // Fewer slots into more: what was there before is gone.
    Bytes other = from;
    ASSERT_TRUE(copy_track({to, 5}, lead, other, {2, module}));
    EXPECT_EQ(notes_on(pattern_of(other, 2), module, 3), 0);
}

TEST(opz_copy, what_cannot_be_copied_is_refused) {
    const Bytes from = test::busy_project();
    Bytes to = blank_project();
    const Bytes before = to;
    EXPECT_EQ(sentence(copy_track({from, 0}, int(Track::kick), to, {3, int(Track::bass)}).problem()),
              "patterns[4].tracks.bass: expected a track like kick, found bass");
    Bytes strange = from;
    strange[0] = std::byte(0x4A);
    EXPECT_FALSE(copy_pattern({strange, 0}, to, 0));
    EXPECT_FALSE(copy_pattern({from, 0}, strange, 0));
    EXPECT_FALSE(copy_pattern({ByteView(from).first(100), 0}, to, 0));
    EXPECT_EQ(to, before);
}
