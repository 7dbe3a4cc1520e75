// What the reference says in numbers, counted again in the files of real devices; without them nothing is claimed.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "ep133/rules.h"
#include "ep133_files.h"

using namespace groovebench;
using namespace groovebench::ep133;

namespace {

struct Counted {
    int archives = 0, patterns = 0, events = 0, longest = 0;
    std::map<int, int> types;
    std::set<int> bars, pads, stored_channels, time_modes, play_modes, functions, effects;
    int durations_of_0 = 0, descending = 0, other_sizes = 0, notes = 0, notes_with_byte_7 = 0, automation_without_byte_7 = 0;
    std::vector<int> counts;
};

const Counted& counted() {
    static const Counted all = [] {
        Counted count;
        for (const auto& [name, bytes] : test::ep133_fixtures()) {
            const FileKind kind = kind_of(name, bytes);
            if (kind == FileKind::project || kind == FileKind::backup) count.archives++;
            if (kind == FileKind::pad) {
                const auto& pad = *overlay<Pad26>(bytes);
                count.stored_channels.insert(pad.midi_channel), count.time_modes.insert(pad.time_mode),
                    count.play_modes.insert(pad.play_mode);
                count.other_sizes += bytes.size() != 26 && bytes.size() != 27;
            }
            if (kind == FileKind::settings)
                for (const auto& function : settings_of(bytes)->fader_function) count.functions.insert(function);
            if (kind == FileKind::fx_settings) count.effects.insert(overlay<FxSettings144>(bytes)->effect);
            if (kind != FileKind::pattern) continue;
            const auto pattern = open_pattern(bytes);
            if (!pattern) continue;
            count.patterns++, count.counts.push_back(int(pattern->events.size())), count.bars.insert(pattern->bars);
            for (std::size_t i = 0; i < pattern->events.size(); i++) {
                const NoteEvent& event = pattern->events[i];
                count.events++, count.types[int(event_type(event))]++;
                count.descending += i && event.position < pattern->events[i - 1].position;
                if (event_type(event) == EventType::note) {
                    count.notes++, count.pads.insert(pad_of(event));
                    count.durations_of_0 += event.duration == 0, count.notes_with_byte_7 += event.unknown_7.bytes[0] != 0;
                    count.longest = std::max(count.longest, int(event.duration));
                }
                if (event_type(event) == EventType::fader) count.automation_without_byte_7 += event.unknown_7.bytes[0] == 0;
            }
        }
        return count;
    }();
    return all;
}

const test::NamedFile* fixture(std::string_view part) {
    static const auto all = test::ep133_fixtures();
    const auto found = std::ranges::find_if(all, [&](const auto& one) { return one.name.find(part) != std::string::npos; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

TEST(ep133_claims, patterns_are_4_bytes_and_8_for_every_event_in_ascending_order) {
    const Counted& all = counted();
    if (!all.archives) GTEST_SUCCEED() << "no fixtures";
    std::cout << all.archives << " archives, " << all.patterns << " patterns, " << all.events << " events, " << all.notes
              << " notes\n";
    EXPECT_EQ(all.descending, 0);
    EXPECT_EQ(all.other_sizes, 0);
    for (const auto& [type, count] : all.types) EXPECT_TRUE(type == 0 || type == 1 || type == 2) << type;
    for (const int bars : all.bars) EXPECT_TRUE(bars >= 1 && bars <= 37) << bars;
    for (const int pad : all.pads) EXPECT_TRUE(pad >= 1 && pad <= 12) << pad;
}

TEST(ep133_claims, three_patterns_have_more_events_than_one_byte_counts) {
    if (!counted().archives) return;
    std::multiset<int> many;
    for (const int count : counted().counts)
        if (count > 255) many.insert(count);
    EXPECT_EQ(many, (std::multiset<int>{298, 324, 468}));
    EXPECT_EQ(counted().types.at(1), 42);  // fader automation, all with a byte 7
    EXPECT_EQ(counted().automation_without_byte_7, 0);
}

TEST(ep133_claims, a_note_lasts_7_to_480_ticks_and_byte_7_is_mostly_set) {
    if (!counted().archives) return;
    EXPECT_EQ(counted().durations_of_0, 0);
    EXPECT_EQ(counted().longest, 480);
    const double set = double(counted().notes_with_byte_7) / counted().notes;
    EXPECT_GT(set, 0.5);
    EXPECT_LT(set, 0.7);
}

TEST(ep133_claims, values_of_pads_faders_and_effects_are_those_the_reference_names) {
    if (!counted().archives) return;
    EXPECT_EQ(counted().stored_channels, (std::set<int>{0, 1, 2}));
    for (const int mode : counted().time_modes) EXPECT_TRUE(mode == 0 || mode == 2) << mode;
    for (const int mode : counted().play_modes) EXPECT_TRUE(mode >= 0 && mode <= 2) << mode;
    for (const int function : counted().functions) EXPECT_TRUE(std::set<int>({0, 1, 5, 6}).contains(function)) << function;
    for (const int effect : counted().effects) EXPECT_TRUE(std::set<int>({0, 1, 3}).contains(effect)) << effect;
}

TEST(ep133_claims, two_backups_of_one_project_differ_in_the_current_scene_and_two_pads) {
    const auto *first = fixture("P01_v1.tar"), *second = fixture("P01_v2.tar");
    if (!first || !second) return;
    const auto a = *Contents::open(first->bytes), b = *Contents::open(second->bytes);
    std::vector<std::string> changed;
    for (const Member& member : a.members())
        if (*a.bytes(member) != *b.bytes(*b.at_path(member.path))) changed.push_back(member.path);
    EXPECT_EQ(changed, (std::vector<std::string>{"pads/a/p02", "pads/d/p03", "scenes"}));
    const Bytes one = *a.bytes(*a.at_path("scenes")), two = *b.bytes(*b.at_path("scenes"));
    EXPECT_EQ(scene_count(one), 6);
    EXPECT_EQ(u32(scene_list(one)->current_scene), 5u);
    EXPECT_EQ(u32(scene_list(two)->current_scene), 4u);
    for (std::size_t i = 0; i < one.size(); i++) EXPECT_TRUE(one[i] == two[i] || i == 604) << i;
    EXPECT_EQ(float(overlay<Pad26>(*b.bytes(*b.at_path("pads/a/p02")))->stretch_bpm), 120.0f);
    EXPECT_TRUE(is_stale(*overlay<Pad26>(*b.bytes(*b.at_path("pads/d/p03")))));
}

TEST(ep133_claims, bars_are_288_ticks_in_3_4_and_576_in_6_4) {
    for (const auto& [part, ticks] : {std::pair{"P05_three-four", 288u}, {"P07_v1_six-four", 576u}, {"P07_v2_four-four", 384u}}) {
        const auto* file = fixture(part);
        if (!file) continue;
        const auto contents = *Contents::open(file->bytes);
        const Bytes scenes = *contents.bytes(*contents.at_path("scenes"));
        bool any = false;
        for (int i = 0; i < scene_count(scenes); i++) any |= bar_ticks(scene_list(scenes)->scenes[i]) == ticks;
        EXPECT_TRUE(any) << part;
    }
    for (const auto& [part, tempo] : {std::pair{"P02_v1", 120.0f}, {"P02_v2", 75.0f}})
        if (const auto* file = fixture(part)) {
            const auto contents = *Contents::open(file->bytes);
            EXPECT_EQ(float(settings_of(*contents.bytes(*contents.at_path("settings")))->tempo), tempo);
        }
}
