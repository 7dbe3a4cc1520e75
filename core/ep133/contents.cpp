#include "ep133/contents.h"

#include <algorithm>

#include "bytes/format.h"

namespace groovebench::ep133 {
namespace {

std::string key_of_role(const Role& role) {
    switch (role.kind) {
        case FileKind::pad:
            return fmt::format("pads.{}[{}]", char('a' + role.group), role.number);
        case FileKind::pattern:
            return fmt::format("patterns.{}[{}]", char('a' + role.group), role.number);
        case FileKind::scenes:
            return "scenes";
        case FileKind::settings:
            return "settings";
        case FileKind::fx_settings:
            return "fx_settings";
        default:
            return {};
    }
}

ByteView packed_bytes(const Contents& contents, const archive::ZipEntry& entry) {
    return contents.zip()->file.subspan(std::size_t(entry.data), std::size_t(entry.packed_size));
}

std::string joined(const std::string& before, std::string_view behind, char with) {
    return before.empty() ? std::string(behind) : before + with + std::string(behind);
}

}  // namespace

std::string joined_path(const std::string& folder, std::string_view name) { return joined(folder, name, '/'); }

std::optional<std::size_t> Contents::entry_of_project(std::string_view path) const {
    for (const Member& member : list)
        if (member.in_tar && member.path.size() > path.size() && member.path.starts_with(path) && member.path[path.size()] == '/')
            return member.entry;
    for (const auto& [entry, tar] : projects)  // one without members
        if (backup && backup->zip.entries[entry].name.ends_with(path)) return entry;
    return {};
}

Result<Contents> Contents::open(ByteView file) {
    return open(text_of(file).starts_with("PK") ? FileKind::backup : FileKind::project, file);
}

Result<Contents> Contents::open(FileKind kind, ByteView file) {
    Contents contents;
    contents.file = file;
    if (kind == FileKind::backup) {
        auto backup = open_backup(file);
        if (!backup) return backup.problem();
        contents.backup = std::move(*backup);
        contents.add_zip_members();
    } else {
        auto project = open_project(file);
        if (!project) return project.problem();
        contents.projects.emplace(0, std::move(project->tar));
        contents.add_tar_members(0, "", "");
    }
    for (std::size_t i = 0; i < contents.list.size(); i++) {
        contents.by_path.try_emplace(contents.list[i].path, i);
        contents.by_key.try_emplace(contents.list[i].key, i);
    }
    return contents;
}

void Contents::add_other(std::string path, u64 size, std::size_t entry, std::optional<std::size_t> in_tar, const std::string& key) {
    const std::string others_key = joined(key, "others", '.');
    list.push_back(
        {std::move(path), fmt::format("{}[{}]", others_key, ++others[others_key]), FileKind::other, size, entry, in_tar});
}

void Contents::add_zip_members() {
    std::map<std::size_t, std::pair<FileKind, std::string>>
        known;  // kind and key by entry; the first of two with one number counts
    std::set<std::string> taken;
    const auto know = [&](std::size_t entry, FileKind kind, std::string key) {
        if (taken.insert(key).second) known.emplace(entry, std::pair(kind, std::move(key)));
    };
    for (const ProjectEntry& one : backup->projects) know(one.entry, FileKind::project, fmt::format("projects[{}]", one.number));
    for (const SoundEntry& one : backup->sounds) know(one.entry, FileKind::sound, fmt::format("sounds[{}]", one.slot));
    if (backup->meta) know(*backup->meta, FileKind::meta, "meta");
    if (!backup->projects.empty()) {
        const std::string& name = backup->zip.entries[backup->projects[0].entry].name;
        front = name.substr(0, name.rfind("projects/"));
    }
    for (std::size_t i = 0; i < backup->zip.entries.size(); i++) {
        const auto& entry = backup->zip.entries[i];
        if (entry.folder) continue;
        std::string path = entry.name.substr(entry.name.starts_with(front) ? front.size() : 0);
        if (path.starts_with('/')) path.erase(0, 1);
        const auto found = known.find(i);
        if (found == known.end()) {
            add_other(path, entry.size, i, {}, "");
            continue;
        }
        const auto& [kind, key] = found->second;
        if (kind == FileKind::project) {
            auto bytes = archive::read_entry(backup->zip, entry);
            if (bytes) {
                const Bytes& kept = unpacked[i] = *std::move(bytes);
                if (auto tar = archive::open_tar(kept)) {
                    projects.emplace(i, std::move(*tar));
                    add_tar_members(i, path, key);
                    continue;
                }
            }
        }
        list.push_back({path, key, kind, entry.size, i, {}});
    }
}

void Contents::add_tar_members(std::size_t entry, const std::string& path, const std::string& key) {
    const archive::Tar& tar = projects.at(entry);
    for (std::size_t i = 0; i < tar.members.size(); i++) {
        const auto& member = tar.members[i];
        if (member.folder) continue;
        const Role role = role_of(member.name);
        std::string full = joined(path, member.name, '/');
        if (role.kind == FileKind::other)
            add_other(std::move(full), member.size, entry, i, key);
        else
            list.push_back({std::move(full), joined(key, key_of_role(role), '.'), role.kind, member.size, entry, i});
    }
}

const Member* Contents::at_path(std::string_view path) const {
    const auto found = by_path.find(path);
    return found == by_path.end() ? nullptr : &list[found->second];
}

const Member* Contents::at_key(std::string_view path, std::string_view& rest) const {
    for (std::size_t end = path.size();; end = path.find_last_of(".[", end - 1)) {
        if (end == path.npos) return nullptr;
        if (const auto found = by_key.find(path.substr(0, end)); found != by_key.end()) {
            rest = path.substr(end);
            if (rest.starts_with('.')) rest.remove_prefix(1);
            return rest.starts_with('[') ? nullptr : &list[found->second];
        }
        if (!end) return nullptr;
    }
}

ByteView Contents::tar(std::size_t entry) const {
    const auto found = projects.find(entry);
    return found == projects.end() ? ByteView() : found->second.file;
}

Result<Bytes> Contents::bytes(const Member& member) const {
    if (!member.in_tar) return archive::read_entry(backup->zip, backup->zip.entries[member.entry]);
    const archive::Tar& tar = projects.at(member.entry);
    const ByteView bytes = tar.bytes(tar.members[*member.in_tar]);
    return Bytes(bytes.begin(), bytes.end());
}

Result<bool> same_bytes(const Contents& a, const Member& one, const Contents& b, const Member& other) {
    if (a.zip() && b.zip() && !one.in_tar && !other.in_tar) {
        const auto &x = a.zip()->entries[one.entry], &y = b.zip()->entries[other.entry];
        const bool alike = x.crc == y.crc && x.size == y.size && x.method == y.method && x.packed_size == y.packed_size;
        if (alike && std::ranges::equal(packed_bytes(a, x), packed_bytes(b, y))) return true;
    }
    const auto before = a.bytes(one), after = b.bytes(other);
    if (!before) return before.problem();
    if (!after) return after.problem();
    return *before == *after;
}

}  // namespace groovebench::ep133
