#include "ep133/file_kind.h"

#include "ep133/backup.h"
#include "ep133/layout.h"

namespace groovebench::ep133 {
namespace {

bool starts_as(ByteView file, std::string_view text) { return text_of(file).starts_with(text); }

bool ends_with(std::string_view name, std::string_view ending) {
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
    return name.size() >= ending.size() && std::equal(ending.begin(), ending.end(), name.end() - std::ptrdiff_t(ending.size()),
                                                      [&](char wanted, char found) { return same(found, wanted); });
}

// A member of a project by its own name, at the end of whatever path.
FileKind member_kind(std::string_view name, ByteView file) {
    for (const int parts : {3, 2, 1}) {
        const FileKind kind = role_of(last_parts(name, parts)).kind;
        if (kind == FileKind::other) continue;
        // "settings" alone may be anybody's: then its size must be one we know.
        if (parts > 1 || name.find(".tar/") != name.npos || schema_of(kind, file.size())) return kind;
    }
    return FileKind::other;
}

bool is_sound(std::string_view name, ByteView file) {
    if (!starts_as(file, "RIFF")) return false;
    const std::string_view own = last_parts(name, 1);
    if (sound_of_name(own)) return true;
    const auto sound = open_sound(file);
    return sound && sound->json;
}

bool holds_members(ByteView file) {
    const auto project = open_project(file);
    if (!project) return false;
    for (const auto& member : project->tar.members)
        if (role_of(member.name).kind != FileKind::other) return true;
    return false;
}

}  // namespace

std::string_view word(FileKind kind) {
    constexpr std::string_view words[] = {"file",   "backup",   "project",     "pad",  "pattern",
                                          "scenes", "settings", "fx settings", "meta", "sound"};
    return words[std::size_t(kind)];
}

std::string_view last_parts(std::string_view name, int parts) {
    std::size_t from = name.size();
    for (int i = 0; i < parts; i++) {
        const auto slash = from ? name.rfind('/', from - 1) : name.npos;
        if (slash == name.npos) return i + 1 == parts ? name : std::string_view();
        from = slash;
    }
    return name.substr(from + 1);
}

FileKind kind_of(std::string_view name, ByteView file) {
    if (ends_with(name, ".ppak") || ends_with(name, ".pak")) return FileKind::backup;
    const FileKind member = member_kind(name, file);
    if (member != FileKind::other) return member;
    if (last_parts(name, 1) == "meta.json") return FileKind::meta;
    if (is_sound(name, file)) return FileKind::sound;
    if (starts_as(file, "PK")) return open_backup(file) ? FileKind::backup : FileKind::other;
    if (ends_with(name, ".tar") || (file.size() >= 1024 && file.size() % 512 == 0 && holds_members(file))) return FileKind::project;
    return FileKind::other;
}

}  // namespace groovebench::ep133
