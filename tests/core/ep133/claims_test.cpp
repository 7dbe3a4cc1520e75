// What ep133.md says in numbers of patterns, pads, scenes, settings and effects, counted again in the projects of real devices;
// without them nothing is claimed. Those of the containers are in claims_container_test.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "ep133/rules.h"
#include "ep133_files.h"

using namespace groovebench;
using namespace groovebench::ep133;

namespace {

struct Real {
    std::string name;
    std::map<std::string, Bytes> members;  // by path
    bool since_os2() const { return name.ends_with(".ppak"); }
};

const std::vector<Real>& projects() {
    static const std::vector<Real> all = [] {
        std::vector<Real> list;
        for (const auto& [name, bytes] : test::real_projects()) {
            Real& one = list.emplace_back();
            one.name = name;
            const auto contents = *Contents::open(FileKind::project, bytes);
            for (const Member& member : contents.members()) one.members[member.path] = *contents.bytes(member);
        }
        return list;
    }();
    return all;
}
const Real* project(std::string_view part) {
    const auto found = std::ranges::find_if(projects(), [&](const Real& one) { return one.name.find(part) != one.name.npos; });
    return found == projects().end() ? nullptr : &*found;
}

void each_pad(auto visit) {
    for (const Real& one : projects())
        for (const auto& [path, bytes] : one.members)
            if (path.starts_with("pads/")) visit(one, bytes, *overlay<Pad26>(bytes));
}
void each_pattern(auto visit) {
    for (const Real& one : projects())
        for (const auto& [path, bytes] : one.members)
            if (path.starts_with("patterns/")) visit(one, path, bytes, *open_pattern(bytes));
}
void each_event(auto visit) {
    each_pattern([&](const Real& one, const std::string&, const Bytes&, const Pattern& pattern) {
        for (const NoteEvent& event : pattern.events) visit(one, event);
    });
}

// What the members of each fixture hold, counted by another program from the tables of the reference.
struct Counts {
    std::string_view name;
    int patterns, notes, automation, midi, longest, sounding_pads, scenes, current;
    float tempo;
    int effect;  // -1: no fx_settings
    std::array<int, 4> fader_functions;
    bool operator==(const Counts&) const = default;
};
constexpr Counts of_the_fixtures[] = {
    {"ep133_os1_P01_v1.tar", 24, 83, 0, 0, 15, 40, 6, 5, 120, 0, {0, 0, 0, 0}},
    {"ep133_os1_P01_v2.tar", 24, 83, 0, 0, 15, 39, 6, 4, 120, 0, {0, 0, 0, 0}},
    {"ep133_os1_P02_v1.tar", 9, 90, 0, 0, 40, 40, 2, 2, 120, 1, {5, 0, 5, 6}},
    {"ep133_os1_P02_v2.tar", 12, 125, 0, 0, 40, 39, 3, 3, 75, 0, {0, 0, 0, 6}},
    {"ep133_os1_P05_three-four_midi-events.tar", 18, 294, 0, 475, 298, 41, 7, 7, 120, 0, {0, 0, 5, 0}},
    {"ep133_os1_P06_count-over-255_automation.tar", 13, 745, 42, 699, 468, 7, 2, 1, 120, 3, {0, 0, 5, 5}},
    {"ep133_os1_P07_v1_six-four.tar", 57, 657, 0, 0, 36, 3, 1, 1, 120, 1, {0, 0, 0, 0}},
    {"ep133_os1_P07_v2_four-four.tar", 57, 657, 0, 0, 36, 3, 1, 1, 120, 1, {0, 0, 0, 0}},
    {"ep133_os205_reference_minimal.ppak", 12, 54, 0, 0, 8, 4, 3, 3, 120, -1, {0, 0, 0, 0}},
};

Counts counted(const Real& one) {
    Counts count{};
    count.name = one.name, count.effect = -1;
    for (const auto& [path, bytes] : one.members) {
        if (path.starts_with("pads/")) count.sounding_pads += overlay<Pad26>(bytes)->trim_length != 0;
        if (!path.starts_with("patterns/")) continue;
        const Pattern pattern = *open_pattern(bytes);
        count.patterns++, count.longest = std::max(count.longest, int(pattern.events.size()));
        for (const NoteEvent& event : pattern.events) {
            count.notes += event_type(event) == EventType::note;
            count.automation += event_type(event) == EventType::fader;
            count.midi += event_type(event) == EventType::midi;
        }
    }
    const Bytes &scenes = one.members.at("scenes"), &settings = one.members.at("settings");
    count.scenes = scene_count(scenes), count.current = int(scene_list(scenes)->current_scene);
    count.tempo = settings_of(settings)->tempo;
    for (std::size_t i = 0; i < 4; i++) count.fader_functions[i] = settings_of(settings)->fader_function[i];
    if (const auto fx = one.members.find("fx_settings"); fx != one.members.end())
        count.effect = overlay<FxSettings144>(fx->second)->effect;
    return count;
}

}  // namespace

TEST(ep133_claims, each_project_holds_what_another_program_counted) {
    for (const Counts& expected : of_the_fixtures)
        if (const Real* one = project(expected.name)) {
            const Counts found = counted(*one);
            EXPECT_EQ(found, expected) << expected.name << ": " << found.patterns << " patterns, " << found.notes << " notes, "
                                       << found.midi << " MIDI, " << found.sounding_pads << " pads";
        }
    std::cout << projects().size() << " projects of devices\n";
}

// ---- 4.1: members and their sizes

TEST(ep133_claims, members_have_the_sizes_of_their_generation) {
    for (const Real& one : projects()) {
        const bool newer = one.since_os2();
        int pads = 0;
        for (const auto& [path, bytes] : one.members) {
            pads += path.starts_with("pads/");
            if (path.starts_with("pads/")) EXPECT_EQ(bytes.size(), newer ? 27u : 26u) << one.name << path;
            if (path == "scenes") EXPECT_EQ(bytes.size(), newer ? 712u : 612u) << one.name;
            if (path == "settings") EXPECT_EQ(bytes.size(), newer ? 222u : 220u) << one.name;
            if (path == "fx_settings") EXPECT_EQ(bytes.size(), 144u) << one.name;
        }
        EXPECT_EQ(pads, 48) << one.name;
        EXPECT_EQ(one.members.contains("fx_settings"), !newer) << one.name;
    }
}

// ---- 6: pads

TEST(ep133_claims, pads_have_the_values_that_the_reference_names) {
    std::map<std::string_view, std::set<int>> all;
    int blank = 0, stale = 0;
    each_pad([&](const Real& one, const Bytes& bytes, const Pad26& pad) {
        all["zero"].insert(std::to_integer<int>(bytes[0])), all["channel"].insert(pad.midi_channel);
        all["time mode"].insert(pad.time_mode), all["play mode"].insert(pad.play_mode);
        all["length"].insert(std::to_integer<int>(bytes[25])), all["choke"].insert(std::to_integer<int>(bytes[22]));
        if (bytes.size() == 27) all["fraction"].insert(std::to_integer<int>(bytes[26]));
        EXPECT_LE(u16(pad.slot), 999);
        EXPECT_LE(int(pad.amplitude), 200);
        EXPECT_GE(int(pad.root_note), 24);
        stale += is_stale(pad);
        // Cleared on the device: all but the tempo is that of a blank record.
        Bytes cleared(bytes.size());
        clear(cleared, pad.stretch_bpm);
        blank += cleared == bytes;
        if (one.since_os2()) EXPECT_EQ(float(pad.stretch_bpm), cleared == bytes ? 120.0f : 0.0f);
    });
    if (projects().empty()) return;
    EXPECT_EQ(all["zero"], (std::set<int>{0}));
    EXPECT_EQ(all["channel"], (std::set<int>{0, 1, 2}));
    EXPECT_EQ(all["time mode"], (std::set<int>{0}));  // bars, 2, in a project that is not among these
    EXPECT_EQ(all["play mode"], (std::set<int>{0, 1, 2}));
    EXPECT_EQ(all["choke"], (std::set<int>{0, 1}));
    EXPECT_EQ(all["fraction"], (std::set<int>{0}));
    EXPECT_EQ(stale, 1);
    std::cout << blank << " blank pads\n";
}

TEST(ep133_claims, a_cleared_pad_has_the_tempo_of_the_project_at_that_moment) {
    const Real *before = project("P02_v1"), *after = project("P02_v2");
    if (!before || !after) return;
    const Bytes &was = before->members.at("pads/d/p06"), &is = after->members.at("pads/d/p06");
    EXPECT_EQ(u16(overlay<Pad26>(was)->slot), 726);
    EXPECT_EQ(is, test::bytes_of_record(blank_pad(75).pad));
    std::set<float> tempos;
    each_pad([&](const Real&, const Bytes&, const Pad26& pad) { tempos.insert(pad.stretch_bpm); });
    for (const float tempo : {0.0f, 75.0f, 105.0f, 144.0f}) EXPECT_TRUE(tempos.contains(tempo)) << tempo;
}

TEST(ep133_claims, the_length_of_an_untrimmed_pad_is_that_of_its_sound) {
    for (const auto& path : test::fixtures("ep133", ".ppak")) {
        const Bytes file = test::load(path);
        const auto contents = *Contents::open(FileKind::backup, file);
        for (const SoundEntry& one : contents.as_backup()->sounds) {
            const Bytes wav = *archive::read_entry(*contents.zip(), contents.zip()->entries[one.entry]);
            const char group = char('a' + one.slot - 700);
            const Bytes pad = *contents.bytes(*contents.at_path(std::string("projects/P01.tar/pads/") + group + "/p10"));
            EXPECT_EQ(u32(overlay<Pad26>(pad)->trim_length), open_sound(wav)->frames) << one.slot;
            EXPECT_EQ(u16(overlay<Pad26>(pad)->slot), one.slot);
        }
    }
}

// ---- 7: patterns

TEST(ep133_claims, patterns_are_4_bytes_and_8_for_every_event_in_ascending_order) {
    std::set<int> bars;
    int longer_than_a_byte_counts = 0;
    each_pattern([&](const Real& one, const std::string& path, const Bytes& bytes, const Pattern& pattern) {
        EXPECT_EQ(bytes[0], std::byte(0)) << one.name << path;
        EXPECT_EQ(bytes.size(), 4 + 8 * pattern.events.size()) << one.name << path;
        EXPECT_EQ(pattern.events.size(), std::size_t(std::to_integer<int>(bytes[2]) + 256 * std::to_integer<int>(bytes[3])));
        for (std::size_t i = 1; i < pattern.events.size(); i++)
            EXPECT_GE(u16(pattern.events[i].position), u16(pattern.events[i - 1].position)) << one.name << path;
        bars.insert(pattern.bars), longer_than_a_byte_counts += pattern.events.size() > 255;
    });
    if (projects().empty()) return;
    EXPECT_EQ(*bars.begin(), 1);
    EXPECT_EQ(*bars.rbegin(), 37);
    EXPECT_EQ(longer_than_a_byte_counts, 3);
}

TEST(ep133_claims, notes_have_pads_lengths_and_a_byte_7_that_is_mostly_set) {
    std::set<int> pads, notes, durations;
    int all = 0, set = 0;
    each_event([&](const Real&, const NoteEvent& event) {
        if (event_type(event) != EventType::note) return;
        pads.insert(pad_of(event)), notes.insert(event.note), durations.insert(event.duration);
        EXPECT_TRUE(event.velocity >= 1 && event.velocity <= 127);
        all++, set += event.unknown_7.bytes[0] != 0;
    });
    if (!all) return;
    EXPECT_EQ(pads, (std::set<int>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
    EXPECT_EQ(*notes.begin(), 22);  // 21 in a project that is not among these
    EXPECT_EQ(*notes.rbegin(), 82);
    EXPECT_GE(*durations.begin(), 7);
    EXPECT_EQ(*durations.rbegin(), 480);
    EXPECT_GT(set * 10, all * 5);
    EXPECT_LT(set * 10, all * 7);
}

TEST(ep133_claims, automation_has_no_pad_and_always_a_byte_7) {
    int events = 0;
    each_event([&](const Real&, const NoteEvent& event) {
        if (event_type(event) != EventType::fader) return;
        events++;
        const auto& fader = *overlay<FaderEvent>(std::as_bytes(std::span(&event, 1)));
        EXPECT_EQ(pad_of(event), 1);  // 0 in the bits
        EXPECT_LE(u16(fader.value), 32767);
        EXPECT_LT(int(fader.fader), 12);
        EXPECT_NE(event.unknown_7.bytes[0], 0);
    });
    if (!projects().empty()) EXPECT_EQ(events, 42);
}

TEST(ep133_claims, recorded_midi_is_controllers_programs_and_bends) {
    std::map<int, int> by_status;
    std::set<int> controllers;
    each_event([&](const Real&, const NoteEvent& event) {
        if (event_type(event) != EventType::midi) return;
        const auto bytes = std::as_bytes(std::span(&event, 1));
        const int status = std::to_integer<int>(bytes[3]);
        by_status[status]++;
        if (status == 0xB0) controllers.insert(std::to_integer<int>(bytes[4]));
        EXPECT_EQ(bytes[5] == std::byte(0xFF), status == 0xC0);  // a program has no second number
        EXPECT_EQ(bytes[6], std::byte(0));
    });
    if (projects().empty()) return;
    EXPECT_EQ(by_status, (std::map<int, int>{{0xB0, 1060}, {0xC0, 73}, {0xE0, 41}}));
    for (const int one : {120, 121, 10, 7, 11, 101, 100, 6, 38, 1}) EXPECT_TRUE(controllers.contains(one)) << one;
}

TEST(ep133_claims, swing_is_in_the_positions) {
    if (const Real* one = project("P07_v1")) {
        int late = 0;
        for (const auto& [path, bytes] : one->members)
            if (path.starts_with("patterns/")) {
                const Pattern pattern = *open_pattern(bytes);
                for (const NoteEvent& event : pattern.events) late += event.position % 48 == 30;
            }
        EXPECT_EQ(late, 147);
    }
}

TEST(ep133_claims, events_behind_the_end_of_the_loop_are_kept) {
    if (const Real* one = project("P07_v2")) {
        std::size_t past = 0;
        for (const auto& [path, bytes] : one->members) {
            if (!path.starts_with("patterns/")) continue;
            const auto use = use_of_pattern(one->members.at("scenes"), path[9] - 'a', std::stoi(path.substr(10)));
            past += events_past_end(*open_pattern(bytes), use.bar_ticks);
        }
        EXPECT_EQ(past, 145u);
    }
}

// ---- 8: settings

TEST(ep133_claims, settings_are_a_tempo_and_faders_that_were_never_moved_or_lie_from_0_to_1) {
    std::set<int> moved;
    for (const Real& one : projects()) {
        const Bytes& bytes = one.members.at("settings");
        for (std::size_t at = 0; at < 24; at++)
            if (at < 4 || at >= 8) EXPECT_EQ(bytes[at], std::byte(0)) << one.name << " " << at;
        for (int i = 0; i < 48; i++) {
            const float value = *overlay<lef32>(bytes, 24 + 4 * std::size_t(i));
            if (value == -1.0f) continue;
            EXPECT_TRUE(value >= 0 && value <= 1) << one.name << " " << i;
            moved.insert(i % 12);
        }
        if (one.since_os2()) EXPECT_EQ(Bytes(bytes.begin() + 220, bytes.end()), (Bytes{std::byte(0), std::byte(2)}));
    }
    if (!projects().empty()) EXPECT_EQ(moved, (std::set<int>{0, 1, 3, 5, 6}));
}

// ---- 9: scenes

TEST(ep133_claims, scenes_end_as_their_form_says_and_never_hold_a_0) {
    int without_file = 0, empty = 0;
    for (const Real& one : projects()) {
        const Bytes& bytes = one.members.at("scenes");
        const SceneList& list = *scene_list(bytes);
        const bool newer = bytes.size() == 712;
        const Scene undefined = newer ? scene_of(0, 0, 0, 0) : scene_of(1, 1, 1, 1);
        for (int i = 0; i < max_scenes; i++) {
            const Scene& scene = list.scenes[i];
            if (i >= scene_count(bytes)) {
                EXPECT_EQ(test::bytes_of_record(scene), test::bytes_of_record(undefined)) << one.name << " " << i;
                continue;
            }
            for (int group = 0; group < 4; group++) {
                ASSERT_GT(int(scene.patterns[group]), 0) << one.name << " " << i;
                char path[16];
                std::snprintf(path, sizeof path, "patterns/%c%02d", 'a' + group, int(scene.patterns[group]));
                const auto file = one.members.find(path);
                without_file += file == one.members.end(), empty += file != one.members.end() && file->second.size() == 4;
            }
        }
        EXPECT_EQ(bytes[0], std::byte(0));
        for (const auto& live : list.live_patterns) EXPECT_EQ(int(live), newer ? 0 : 1) << one.name;
        EXPECT_EQ(list.live_numerator * 10 + list.live_denominator, 44) << one.name;
        for (std::size_t at = newer ? 605 : 609; at < 612; at++) EXPECT_EQ(bytes[at], std::byte(0)) << one.name << " " << at;
        if (newer) {
            EXPECT_EQ(bytes[612], std::byte(1));
            for (std::size_t at = 613; at < 712; at++) EXPECT_EQ(bytes[at], std::byte(at == 613)) << at;
        }
    }
    if (projects().empty()) return;
    EXPECT_GT(without_file, 0);
    EXPECT_GT(empty, 0);
    std::cout << without_file << " patterns of scenes have no file, " << empty << " are empty\n";
}

TEST(ep133_claims, two_backups_of_one_project_differ_in_the_current_scene_and_two_pads) {
    const Real *first = project("P01_v1"), *second = project("P01_v2");
    if (!first || !second) return;
    std::vector<std::string> changed;
    for (const auto& [path, bytes] : first->members)
        if (second->members.at(path) != bytes) changed.push_back(path);
    EXPECT_EQ(changed, (std::vector<std::string>{"pads/a/p02", "pads/d/p03", "scenes"}));
    const Bytes &one = first->members.at("scenes"), &two = second->members.at("scenes");
    for (std::size_t i = 0; i < one.size(); i++) EXPECT_TRUE(one[i] == two[i] || i == 604) << i;
    EXPECT_EQ(float(overlay<Pad26>(second->members.at("pads/a/p02"))->stretch_bpm), 120.0f);
    EXPECT_TRUE(is_stale(*overlay<Pad26>(second->members.at("pads/d/p03"))));
}

TEST(ep133_claims, bars_are_288_ticks_in_3_4_and_576_in_6_4) {
    for (const auto& [part, ticks] : {std::pair{"P05_three-four", 288u}, {"P07_v1_six-four", 576u}, {"P07_v2_four-four", 384u}})
        if (const Real* one = project(part)) {
            const Bytes& scenes = one->members.at("scenes");
            for (int i = 0; i < scene_count(scenes); i++) EXPECT_EQ(bar_ticks(scene_list(scenes)->scenes[i]), ticks) << part;
        }
}

// ---- 10: effects

TEST(ep133_claims, knobs_of_effects_are_parts_of_256_and_only_six_types_move) {
    std::set<int> moved;
    for (const Real& one : projects()) {
        const auto found = one.members.find("fx_settings");
        if (found == one.members.end()) continue;
        const Bytes& bytes = found->second;
        for (std::size_t at : {0, 1, 2, 3, 5, 6, 7}) EXPECT_EQ(bytes[at], std::byte(0)) << one.name << " " << at;
        for (int i = 0; i < 34; i++) {
            const float value = *overlay<lef32>(bytes, 8 + 4 * std::size_t(i));
            EXPECT_EQ(value * 256, std::floor(value * 256)) << one.name << " " << i;
            if (i < 32 && value != 0.5f) moved.insert(i);
        }
    }
    for (const int i : moved) EXPECT_TRUE((i % 16 >= 1 && i % 16 <= 6) || i == 16) << i;  // 16: once, as the reference says
}
