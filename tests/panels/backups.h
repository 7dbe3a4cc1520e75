// Backups of an EP-133 with something wrong in them, to look at and to mend.
#pragma once

#include "../core/ep133/ep133_files.h"
#include "ep133/rules.h"

namespace groovebench::test {

inline const std::string project = "projects/P01.tar/";

// Nothing is wrong with this one: a pad that plays a sound, a scene.
inline Bytes sound_backup() {
    ep133::NewProject made;
    made.pads[0][0] = ep133::assigned_pad(700, 0, 100);
    made.scenes = {ep133::scene_of(1, 1, 1, 1)};
    const Bytes tar = *ep133::write_project(made), wav = a_sound();
    return *ep133::write_backup(
        {.meta = {.generated_at = "2026-01-02T03:04:05.678Z"}, .project = tar, .sounds = {{700, "kick", wav}}});
}

inline Bytes with_member(const Bytes& archive, const std::string& path, auto change) {
    const auto contents = *ep133::Contents::open(archive);
    Bytes bytes = *contents.bytes(*contents.at_path(path));
    change(bytes);
    return *contents.with({{path, bytes}});
}

inline Bytes without_tempo() {
    return with_member(sound_backup(), project + "settings", [](Bytes& file) { overlay<ep133::Settings220>(file)->tempo = 0.0f; });
}

// As people zip their folders: no "/" in front, and a folder around.
inline Bytes without_slashes() {
    const Bytes whole = sound_backup();
    const auto backup = *ep133::open_backup(whole);
    archive::ZipEdits edits;
    for (std::size_t i = 0; i < backup.zip.entries.size(); i++) edits.renamed[i] = "mine" + backup.zip.entries[i].name;
    return *archive::rewrite_zip(backup.zip, edits);
}

inline Bytes with_sound_called(const std::string& name) {
    const Bytes whole = sound_backup();
    const auto backup = *ep133::open_backup(whole);
    archive::ZipEdits edits;
    edits.renamed[1] = name;
    return *archive::rewrite_zip(backup.zip, edits);
}

// By path, so that two archives can be told apart member by member.
inline std::map<std::string, Bytes> members_of(const Bytes& archive) {
    const auto contents = *ep133::Contents::open(archive);
    std::map<std::string, Bytes> all;
    for (const ep133::Member& member : contents.members()) all[member.path] = *contents.bytes(member);
    return all;
}
// Of the entries of its ZIP.
inline std::vector<std::string> entry_names(const Bytes& archive) {
    const auto backup = *ep133::open_backup(archive);
    std::vector<std::string> names;
    for (const auto& entry : backup.zip.entries) names.push_back(entry.name);
    return names;
}
// The paths of those that differ, or that one has alone.
inline std::vector<std::string> differing(const Bytes& a, const Bytes& b) {
    auto one = members_of(a), other = members_of(b);
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : one)
        if (!other.contains(path) || other[path] != bytes) paths.push_back(path);
    for (const auto& [path, bytes] : other)
        if (!one.contains(path)) paths.push_back(path);
    return paths;
}

}  // namespace groovebench::test
