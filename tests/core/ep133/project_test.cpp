#include "ep133/project.h"

#include <gtest/gtest.h>

#include "ep133_files.h"
#include "schema/walk.h"

using namespace groovebench;
using namespace groovebench::ep133;

namespace {

Bytes bytes_from(std::initializer_list<int> values) {
    Bytes bytes;
    for (int value : values) bytes.push_back(std::byte(value));
    return bytes;
}

NewProject small_project() {
    NewProject project;
    project.tempo = 98.5f;
    project.pads[0][9] = assigned_pad(700, 10, 13230);
    const Note notes[] = {{.position = 48, .pad = 10}, {.position = 0, .pad = 10, .velocity = 90}};
    project.patterns["a01"] = *write_pattern(2, notes);
    project.scenes = {scene_of(1, 1, 1, 1)};
    return project;
}

}  // namespace

TEST(ep133_project, every_project_of_a_device_is_rebuilt_byte_for_byte) {
    for (const auto& [name, file] : test::real_projects()) {
        const auto project = open_project(file);
        ASSERT_TRUE(project) << name << ": " << sentence(project.problem());
        std::vector<archive::TarItem> items;
        for (const auto& member : project->tar.members)
            items.push_back({member.name, member.folder, member.folder ? ByteView() : project->tar.bytes(member)});
        const auto family = name.ends_with(".ppak") ? archive::TarFamily::os2 : archive::TarFamily::before_os2;
        const auto written = archive::write_tar(items, family);
        ASSERT_TRUE(written) << name;
        EXPECT_EQ(*written, file) << name;
        const auto untouched = archive::rewrite_tar(project->tar, {});
        ASSERT_TRUE(untouched) << name;
        EXPECT_EQ(*untouched, file) << name;
    }
}

TEST(ep133_project, every_member_of_a_device_has_a_layout_and_no_errors) {
    for (const auto& [name, file] : test::real_projects()) {
        const auto project = open_project(file);
        ASSERT_TRUE(project);
        for (const auto& member : project->tar.members) {
            if (member.folder) continue;
            const Role role = role_of(member.name);
            EXPECT_NE(role.kind, Role::Kind::other) << name << " " << member.name;
            if (role.kind != Role::Kind::pattern)
                EXPECT_NE(schema_of(role.kind, member.size), nullptr) << name << " " << member.name;
        }
        for (const Problem& problem : check_project(*project))
            EXPECT_NE(problem.severity, Severity::error) << name << " " << sentence(problem);
    }
}

TEST(ep133_project, notes_of_a_device_written_anew_are_the_same_but_for_byte_7) {
    std::size_t compared = 0;
    for (const auto& [name, file] : test::real_projects()) {
        const auto project = open_project(file);
        for (const auto& member : project->tar.members) {
            if (role_of(member.name).kind != Role::Kind::pattern) continue;
            Bytes device(project->tar.bytes(member).begin(), project->tar.bytes(member).end());
            const auto pattern = open_pattern(device);
            std::vector<Note> notes;
            bool only_notes = true;
            for (const NoteEvent& event : pattern->events) {
                only_notes &= event_type(event) == EventType::note;
                notes.push_back({event.position, pad_of(event), event.note, event.velocity, event.duration});
            }
            if (!only_notes) continue;
            for (std::size_t at = 4 + 7; at < device.size(); at += 8) device[at] = std::byte(0);
            const auto written = write_pattern(pattern->bars, notes);
            ASSERT_TRUE(written) << name << " " << member.name << " " << sentence(written.problem());
            EXPECT_EQ(*written, device) << name << " " << member.name;
            compared++;
        }
    }
    std::cout << "patterns compared: " << compared << "\n";
}

TEST(ep133_project, the_known_answers_of_the_capture_hold) {
    for (const auto& [name, file] : test::real_projects()) {
        if (!name.ends_with("reference_minimal.ppak")) continue;
        const auto project = open_project(file);
        const Bytes settings(member_bytes(*project, "settings").begin(), member_bytes(*project, "settings").end());
        EXPECT_EQ(settings, write_settings(120.0f));
        const Bytes scenes(member_bytes(*project, "scenes").begin(), member_bytes(*project, "scenes").end());
        const Scene rows[] = {scene_of(1, 1, 1, 1), scene_of(2, 2, 2, 2), scene_of(3, 3, 3, 3)};
        EXPECT_EQ(scenes, write_scenes(rows, 3));
        EXPECT_EQ(scene_count(scenes), 3);
        const u32 lengths[] = {13230, 17640, 11025, 6876};
        for (int group = 0; group < groups; group++)
            for (int pad = 1; pad <= pads_in_a_group; pad++) {
                const ByteView device = pad_bytes(*project, group, pad);
                const Pad27 ours = pad == 10 ? assigned_pad(700 + group, 0, lengths[group]) : blank_pad(120.0f);
                EXPECT_EQ(Bytes(device.begin(), device.end()), test::bytes_of_record(ours)) << group << " " << pad;
            }
        const auto pattern = open_pattern(pattern_bytes(*project, 0, 1));
        EXPECT_EQ(pattern->bars, 2);
        ASSERT_EQ(pattern->events.size(), 4u);
        const int durations[] = {24, 29, 32, 29};
        for (std::size_t i = 0; i < 4; i++) {
            EXPECT_EQ(pattern->events[i].position, 192 * i);
            EXPECT_EQ(pad_of(pattern->events[i]), 10);
            EXPECT_EQ(pattern->events[i].duration, durations[i]);
        }
    }
}

TEST(ep133_project, a_blank_pad_is_loud_and_has_the_tempo) {
    EXPECT_EQ(test::bytes_of_record(blank_pad(120.0f)),
              bytes_from({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xF0, 0x42, 0x64, 0, 0, 0, 0xFF, 0, 0, 0, 0x3C, 0, 0}));
}

TEST(ep133_project, a_new_pattern_sorts_its_notes_and_counts_them) {
    const Note notes[] = {{.position = 300, .pad = 12, .note = 61, .velocity = 1, .duration = 384}, {.position = 7, .pad = 1}};
    EXPECT_EQ(*write_pattern(3, notes), bytes_from({0, 3, 2, 0, 7, 0, 0, 60, 100, 24, 0, 0, 0x2C, 1, 0x58, 61, 1, 0x80, 1, 0}));
}

TEST(ep133_project, a_note_the_format_cannot_hold_is_refused_by_name) {
    const Note late[] = {{.position = 65536}}, silent[] = {{.velocity = 0}}, nowhere[] = {{.pad = 13}};
    EXPECT_EQ(write_pattern(1, late).problem().path, "notes[1].position");
    EXPECT_EQ(write_pattern(1, silent).problem().path, "notes[1].velocity");
    EXPECT_EQ(write_pattern(1, nowhere).problem().path, "notes[1].pad");
    EXPECT_EQ(write_pattern(100, {}).problem().found, "100");
}

TEST(ep133_project, a_new_project_has_the_members_of_a_device_in_their_order) {
    const auto file = write_project(small_project());
    ASSERT_TRUE(file) << sentence(file.problem());
    const auto project = open_project(*file);
    ASSERT_TRUE(project);
    EXPECT_EQ(project->tar.members.size(), 60u);  // 6 folders, 48 pads, 4 patterns, scenes, settings
    EXPECT_EQ(project->tar.members.front().name, "pads");
    EXPECT_EQ(project->tar.members.back().name, "settings");
    EXPECT_EQ(file->size() % 512, 0u);
    EXPECT_TRUE(check_project(*project, {{700, 13240}}).empty());
    EXPECT_EQ(pattern_bytes(*project, 3, 1).size(), 4u);
    EXPECT_EQ(pad_at(*project, 1, 1)->stretch_bpm, 98.5f);
    EXPECT_EQ(pad_at(*project, 0, 10)->trim_start, 10u);
    EXPECT_TRUE(member_bytes(*project, "fx_settings").empty());
}

TEST(ep133_project, a_scene_without_a_pattern_in_one_group_is_never_written) {
    NewProject project = small_project();
    project.scenes.push_back(scene_of(1, 0, 1, 1));
    const auto file = write_project(project);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.problem().path, "scenes[2].patterns");
}

TEST(ep133_project, what_stops_the_machine_is_an_error_with_its_place) {
    Bytes settings = write_settings(0.0f);
    EXPECT_EQ(check_settings(settings)[0].path, "tempo");
    Bytes scenes = write_scenes(std::vector{scene_of(1, 1, 0, 1)}, 1);
    EXPECT_EQ(check_scenes(scenes)[0].path, "scenes[1].patterns[3]");
    EXPECT_EQ(check_scenes(scenes)[0].offset, 9u);
    scenes = write_scenes(std::vector{scene_of(1, 1, 1, 1)}, 1);
    std::fill(scenes.begin() + 601, scenes.end(), std::byte(0));
    EXPECT_EQ(check_scenes(scenes).back().path, "current_scene");
}

TEST(ep133_project, a_trim_past_the_end_of_the_sound_is_an_error) {
    const auto file = write_project(small_project());
    const auto project = open_project(*file);
    const auto problems = check_project(*project, {{700, 13239}});
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].file, "pads/a/p10");
    EXPECT_EQ(problems[0].found, "13240");
}

TEST(ep133_project, a_pattern_whose_count_lies_is_refused) {
    Bytes file = *write_pattern(1, std::vector<Note>{{.position = 0}});
    file[2] = std::byte(2);
    EXPECT_EQ(open_pattern(file).problem().expected, "20 bytes for 2 events");
    file.resize(3);
    EXPECT_FALSE(open_pattern(file));
    const Bytes other = bytes_from({2, 2, 0xFF, 0xFF, 0, 0});
    EXPECT_EQ(open_pattern(other).problem().cause, Cause::unsupported);
}

TEST(ep133_project, events_out_of_order_or_out_of_range_are_found) {
    Bytes file = *write_pattern(1, std::vector<Note>{{.position = 10}, {.position = 20}});
    overlay<NoteEvent>(file, 12)->position = 5;
    overlay<NoteEvent>(file, 12)->velocity = 0;
    overlay<NoteEvent>(file, 4)->duration = 0;
    std::vector<std::string> paths;
    for (const Problem& problem : check_pattern(file)) paths.push_back(problem.path);
    EXPECT_EQ(paths, (std::vector<std::string>{"events[1].duration", "events[2].velocity", "events[2].position"}));
}

TEST(ep133_project, byte_2_of_an_event_is_pad_and_type) {
    const auto place = find(schema<NoteEvent>, "what.pad");
    const Bytes event = bytes_from({0, 0, 0x4A, 60, 100, 24, 0, 0});
    ASSERT_TRUE(place);
    EXPECT_EQ(number(*place, event), 9);
    EXPECT_EQ(number(*find(schema<NoteEvent>, "what.type"), event), 2);
}

TEST(ep133_project, the_keys_are_counted_from_the_top_left) {
    EXPECT_EQ(key_of_pad(1), "7");
    EXPECT_EQ(key_of_pad(7), "1");
    EXPECT_EQ(key_of_pad(10), ".");
    EXPECT_EQ(key_of_pad(12), "ENTER");
}

TEST(ep133_project, a_project_cut_short_anywhere_gives_a_problem_or_findings) {
    const Bytes file = *write_project(small_project());
    for (std::size_t size = 0; size < file.size(); size += 331) {
        const auto project = open_project(ByteView(file).first(size));
        if (project)
            check_project(*project);
        else
            EXPECT_FALSE(sentence(project.problem()).empty());
    }
}
