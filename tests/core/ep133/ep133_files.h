// Files of an EP-133 to test with: those of real devices where they are, and one of each kind made here.
#pragma once

#include "../archive/fixture_files.h"
#include "ep133/contents.h"
#include "ep133/fx_settings.h"
#include "ep133/layout.h"

namespace groovebench::test {

struct NamedFile {
    std::string name;
    Bytes bytes;
};

template <class T>
Bytes bytes_of_record(const T& value) {
    const auto view = std::as_bytes(std::span(&value, 1));
    return {view.begin(), view.end()};
}

inline Bytes an_event(int position, int pad, ep133::EventType type, std::initializer_list<int> rest) {
    Bytes bytes = {std::byte(position & 255), std::byte(position >> 8), std::byte((pad - 1) << 3 | int(type))};
    for (int value : rest) bytes.push_back(std::byte(value));
    return bytes;
}

// A pattern with an event of each type, one of them of a type that nobody knows.
inline Bytes busy_pattern() {
    using enum ep133::EventType;
    Bytes file = {std::byte(0), std::byte(2), std::byte(6), std::byte(0)};
    for (const Bytes& event :
         {an_event(0, 10, note, {60, 100, 24, 0, 0}), an_event(48, 1, fader, {3, 0, 0xFF, 0x3F, 97}),
          an_event(96, 1, midi, {0xB0, 7, 100, 0, 31}), an_event(192, 12, note, {72, 54, 0x80, 1, 185}),
          an_event(200, 2, ep133::EventType(6), {1, 2, 3, 4, 5}), an_event(900, 10, note, {60, 127, 7, 0, 255})})
        file.insert(file.end(), event.begin(), event.end());
    return file;
}

inline Bytes older_scenes() {
    Bytes file(sizeof(ep133::Scenes612));
    auto& all = *overlay<ep133::Scenes612>(file);
    for (auto& pattern : all.list.live_patterns) pattern = 1;
    all.list.live_numerator = all.list.live_denominator = 4;
    for (auto& scene : all.list.scenes) scene = ep133::scene_of(1, 1, 1, 1);
    all.list.scenes[1] = ep133::scene_of(2, 1, 3, 1, 3, 4);
    all.list.current_scene = 2, all.scene_count = 2;
    return file;
}

inline Bytes fx_settings(std::size_t size) {
    Bytes file(size);
    auto& all = *overlay<ep133::FxSettings144>(file);
    for (std::size_t at = 8; at < 144; at += 4) *overlay<lef32>(file, at) = 0.5f;
    all.effect = ep133::Effect::reverb;
    if (auto* newer = overlay<ep133::FxSettings160>(file)) {
        newer->sidechain_2 = 0.5f;
        for (auto& routing : newer->sidechain_routing) routing = 0x8000;
    }
    return file;
}

inline Bytes a_sound(u32 frames = 100) { return ep133::write_sound(std::vector<i16>(frames, 1000), 1, u32(ep133::device_rate)); }

// A project whose members are of several generations, and one that nobody knows.
inline Bytes a_project() {
    ep133::NewProject project;
    project.tempo = 98.5f;
    project.pads[0][9] = ep133::assigned_pad(700, 10, 80);
    project.patterns["a01"] = busy_pattern();
    project.scenes = {ep133::scene_of(1, 1, 1, 1), ep133::scene_of(2, 1, 1, 1, 3, 4)};
    const Bytes made = *ep133::write_project(project);
    const auto tar = *archive::open_tar(made);
    const Bytes fx = fx_settings(160), other = {std::byte(1), std::byte(2)}, old_pad = bytes_of_record(ep133::blank_pad(75).pad);
    archive::TarEdits edits;
    edits.added = {{"fx_settings", false, fx}, {"live", false, other}};
    for (std::size_t i = 0; i < tar.members.size(); i++)
        if (tar.members[i].name == "pads/b/p03") edits.replaced[i] = old_pad;
    return *archive::rewrite_tar(tar, edits);
}

inline Bytes a_backup() {
    const Bytes tar = a_project(), wav = a_sound();
    return *ep133::write_backup(
        {.meta = {.generated_at = "2026-01-02T03:04:05.678Z"}, .project = tar, .sounds = {{700, "kick", wav}}});
}

// One of each kind, under names that tell it.
inline std::vector<NamedFile> ep133_examples() {
    using namespace ep133;
    const Bytes ep40_pattern = {std::byte(1),   std::byte(4), std::byte(0xFF), std::byte(0xFF), std::byte(1),
                                std::byte(0),   std::byte(9), std::byte(0),    std::byte(0),    std::byte(60),
                                std::byte(100), std::byte(9), std::byte(0),    std::byte(0)};
    const Bytes longer = [] {
        Bytes file = write_settings(120);
        file.resize(230, std::byte(7));
        return file;
    }();
    Bytes long_scenes = write_scenes(std::vector{scene_of(1, 1, 1, 1)}, 1);
    long_scenes.resize(720, std::byte(7));
    Pad29 ep40_pad{};
    ep40_pad.pad = assigned_pad(999, 0, 10), ep40_pad.knob_x = 254;
    return {{"X/pads/a/p07", bytes_of_record(blank_pad(75).pad)},
            {"projects/P01.tar/pads/d/p12", bytes_of_record(assigned_pad(700, 0, 100))},
            {"pads/c/p01", bytes_of_record(ep40_pad)},
            {"patterns/a01", busy_pattern()},
            {"patterns/d99", ep40_pattern},
            {"patterns/b02", *write_pattern(1, {})},
            {"scenes", older_scenes()},
            {"X/scenes", write_scenes(std::vector{scene_of(1, 1, 1, 1)}, 1)},
            {"P.tar/scenes", long_scenes},
            {"settings", write_settings(120)},
            {"P.tar/settings", longer},
            {"fx_settings", fx_settings(144)},
            {"X/fx_settings", fx_settings(160)},
            {"X/meta.json", write_meta({.generated_at = "2026-01-02T03:04:05.678Z"})},
            {"sounds/700 kick.wav", a_sound()},
            {"P01.tar", a_project()},
            {"SONG.ppak", a_backup()}};
}

// Real archives and sounds: all of the folder but its description; and what lies in them under the paths it has there.
inline std::vector<NamedFile> ep133_fixtures() {
    std::vector<NamedFile> all;
    for (const auto& path : fixtures("ep133", ""))
        if (path.filename() != "README.md") all.push_back({path.string(), load(path)});
    for (std::size_t i = 0, archives = all.size(); i < archives; i++) {
        const auto contents = ep133::Contents::open(all[i].bytes);
        if (!contents) continue;
        for (const auto& member : contents->members()) all.push_back({all[i].name + "/" + member.path, *contents->bytes(member)});
    }
    return all;
}

// Every project of a real device as a TAR: the bare ones, and those inside backups under the names of these.
inline std::vector<NamedFile> real_projects() {
    std::vector<NamedFile> all;
    for (const auto& path : fixtures("ep133", ".tar")) all.push_back({path.filename().string(), load(path)});
    for (const auto& path : fixtures("ep133", ".ppak")) {
        const Bytes file = load(path);
        const auto backup = ep133::open_backup(file);
        if (!backup) continue;
        for (const auto& project : backup->projects)
            all.push_back({path.filename().string(), *archive::read_entry(backup->zip, backup->zip.entries[project.entry])});
    }
    return all;
}

}  // namespace groovebench::test
