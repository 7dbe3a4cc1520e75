#include "ep133/backup.h"

#include <algorithm>

#include "bytes/format.h"

namespace groovebench::ep133 {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

// What follows `folder` in a name ("/x/sounds/700 a.wav" → "700 a.wav"), or nothing.
std::optional<std::string_view> below(std::string_view name, std::string_view folder) {
    const auto slash = name.rfind('/');
    if (slash == name.npos) return std::nullopt;
    const std::string_view head = name.substr(0, slash);
    const bool whole = head == folder || (head.ends_with(folder) && head[head.size() - folder.size() - 1] == '/');
    if (!whole) return std::nullopt;
    return name.substr(slash + 1);
}

int project_number(std::string_view name) {
    const auto file = below(name, "projects");
    const bool good =
        file && file->size() == 7 && (*file)[0] == 'P' && digit((*file)[1]) && digit((*file)[2]) && file->substr(3) == ".tar";
    return good ? ((*file)[1] - '0') * 10 + (*file)[2] - '0' : 0;
}

void check_names(const Backup& backup, std::vector<Problem>& problems) {
    for (const auto& entry : backup.zip.entries) {
        if (entry.folder) continue;
        const auto sound = below(entry.name, "sounds");
        if (sound && !sound_of_name(*sound))
            problems.push_back({.severity = Severity::warning,
                                .file = entry.name,
                                .offset = static_cast<std::size_t>(entry.directory),
                                .expected = "a name like \"700 kick.wav\"",
                                .found = "one that the sample tool passes over"});
        if ((sound || project_number(entry.name)) && !entry.name.starts_with('/'))
            problems.push_back({.severity = Severity::warning,
                                .file = entry.name,
                                .offset = static_cast<std::size_t>(entry.directory),
                                .expected = "a name that begins with /",
                                .found = "none, so the sample tool finds it empty"});
    }
}

// Two of a kind: the tool takes the first, and the other does nothing, or worse, goes over it.
void check_twice(const Backup& backup, std::vector<Problem>& problems) {
    const auto add = [&](std::size_t entry, std::string expected, std::string found) {
        problems.push_back({.severity = Severity::warning,
                            .file = backup.zip.entries[entry].name,
                            .offset = static_cast<std::size_t>(backup.zip.entries[entry].directory),
                            .expected = std::move(expected),
                            .found = std::move(found)});
    };
    std::map<int, int> projects, sounds_by_slot;
    for (const ProjectEntry& one : backup.projects) {
        if (projects[one.number]++) add(one.entry, fmt::format("project {} once", one.number), "a second time");
        if (one.number < 1 || one.number > 9) add(one.entry, "a project 1 to 9", std::to_string(one.number));
    }
    for (const SoundEntry& one : backup.sounds)
        if (sounds_by_slot[one.slot]++) add(one.entry, fmt::format("one sound in slot {}", one.slot), "another");
    for (std::size_t i = 0; i < backup.zip.entries.size(); i++)
        if (backup.meta && i != *backup.meta && !backup.zip.entries[i].folder &&
            backup.zip.entries[i].name.find("meta.json") != std::string::npos)
            add(i, "one name with meta.json in it", "another, which the tool may take for it");
}

void check_machine(const Backup& backup, std::vector<Problem>& problems) {
    if (!backup.meta) {
        problems.push_back({.expected = "/meta.json (the sample tool refuses a file without)", .found = "none"});
        return;
    }
    const auto& entry = backup.zip.entries[*backup.meta];
    const auto bytes = archive::read_entry(backup.zip, entry);
    const auto meta = bytes ? open_meta(*bytes) : Result<Meta>(bytes.problem());
    if (meta)
        for (Problem& problem : check_meta(*bytes)) problem.file = entry.name, problems.push_back(std::move(problem));
    if (!meta) {
        problems.push_back(meta.problem());
        problems.back().file = entry.name;
        return;
    }
    if (meta->device_sku.empty() && meta->base_sku.value_or("").empty())
        problems.push_back({.file = entry.name, .path = "device_sku", .expected = "the number of a machine", .found = "none"});
    else if (meta->device_sku != sku_ep133 && meta->device_sku != sku_ep133_128 && meta->base_sku != std::string(sku_ep133))
        problems.push_back({.severity = Severity::note,
                            .file = entry.name,
                            .path = "device_sku",
                            .expected = std::string(sku_ep133),
                            .found = meta->device_sku,
                            .cause = Cause::unsupported});
}

SoundFrames check_sounds(const Backup& backup, std::size_t limit, std::vector<Problem>& problems) {
    SoundFrames frames;
    u64 bytes_of_sound = 0;
    for (const SoundEntry& sound : backup.sounds) {
        const auto& entry = backup.zip.entries[sound.entry];
        const auto bytes = archive::read_entry(backup.zip, entry);
        std::vector<Problem> found = bytes ? check_sound(*bytes) : std::vector{bytes.problem()};
        for (Problem& problem : found) problem.file = entry.name, problems.push_back(std::move(problem));
        if (problems.size() >= limit) return frames;
        const auto open = bytes ? open_sound(*bytes) : Result<Sound>(bytes.problem());
        if (!open) continue;
        if (open->rate <= u32(device_rate)) frames[sound.slot] = open->frames;  // above, the tool changes their number
        bytes_of_sound += open->data_size;
    }
    if (bytes_of_sound > device_memory)
        problems.push_back({.severity = Severity::warning,
                            .path = "sounds",
                            .expected = fmt::format("at most {} bytes of sounds (64 MB unit)", device_memory),
                            .found = std::to_string(bytes_of_sound)});
    return frames;
}

void check_projects(const Backup& backup, const SoundFrames& frames, std::vector<Problem>& problems) {
    for (const ProjectEntry& one : backup.projects) {
        const auto& entry = backup.zip.entries[one.entry];
        const auto bytes = archive::read_entry(backup.zip, entry);
        const auto project = bytes ? open_project(*bytes) : Result<Project>(bytes.problem());
        if (!project) {
            problems.push_back(project.problem());
            problems.back().file = entry.name;
            continue;
        }
        for (Problem& problem : check_project(*project, frames)) {
            problem.file = entry.name + ":" + problem.file;
            problems.push_back(std::move(problem));
        }
    }
}

// Latin-1 letters U+00C0 to U+00FF without their accents; '?' for those that have no plain letter.
constexpr std::string_view plain_letters = "aaaaaa?ceeeeiiii?nooooo??uuuuy??aaaaaa?ceeeeiiii?nooooo??uuuuy?y";

// The next character of UTF-8; a byte that is none counts as one unknown character.
char32_t next(std::string_view& text) {
    const u8 first = u8(text[0]);
    const std::size_t length = first < 0x80 ? 1 : first >> 5 == 6 ? 2 : first >> 4 == 14 ? 3 : first >> 3 == 30 ? 4 : 1;
    char32_t value = length == 1 ? first : first & (0x7F >> length);
    if (length > text.size() || (length == 1 && first >= 0x80)) return text.remove_prefix(1), U'\uFFFD';
    for (std::size_t i = 1; i < length; i++) {
        if ((u8(text[i]) & 0xC0) != 0x80) return text.remove_prefix(1), U'\uFFFD';
        value = value << 6 | (u8(text[i]) & 0x3F);
    }
    text.remove_prefix(length);
    return value;
}

Outcome check_new(const NewBackup& backup) {
    if (backup.project_number < 1 || backup.project_number > 9)
        return Problem{.path = "project_number", .expected = "1 to 9", .found = std::to_string(backup.project_number)};
    for (const NewSound& sound : backup.sounds)
        if (sound.slot < 1 || sound.slot > max_slot)
            return Problem{.path = "slot", .expected = "1 to 999", .found = std::to_string(sound.slot)};
    return {};
}

}  // namespace

std::optional<std::pair<int, std::string>> sound_of_name(std::string_view name) {
    const bool good = name.size() > 8 && digit(name[0]) && digit(name[1]) && digit(name[2]) &&
                      (name[3] == ' ' || name[3] == '\t') && name.ends_with(".wav");
    if (!good) return std::nullopt;
    const int slot = (name[0] - '0') * 100 + (name[1] - '0') * 10 + name[2] - '0';
    if (slot == 0) return std::nullopt;
    return std::pair(slot, std::string(name.substr(4, name.size() - 8)));
}

std::string device_name(std::string_view file_name) {
    const auto dot = file_name.rfind('.');
    std::string_view rest = dot == file_name.npos || dot == 0 ? file_name : file_name.substr(0, dot);
    std::string name;
    while (!rest.empty() && name.size() < 16) {
        const char32_t c = next(rest);
        if (c == '\\' || c == '"' || c == '/' || c < 0x20 || c == 0x7F || (c >= 0x300 && c < 0x370))
            continue;  // 0x300: combining accents
        if (c >= 'A' && c <= 'Z')
            name += char(c + 32);
        else if (c < 0x80)
            name += char(c);
        else if (c >= 0xC0 && c <= 0xFF)
            name += plain_letters[c - 0xC0];
        else
            name += '?';
    }
    return name;
}

Result<Backup> open_backup(ByteView file) {
    auto zip = archive::open_zip(file, {.root = archive::RootNames::allowed});
    if (!zip) return zip.problem();
    Backup backup{std::move(*zip), {}, {}, {}};
    for (std::size_t i = 0; i < backup.zip.entries.size(); i++) {
        const std::string& name = backup.zip.entries[i].name;
        if (const int number = project_number(name)) backup.projects.push_back({number, i});
        if (const auto file_name = below(name, "sounds"))
            if (const auto sound = sound_of_name(*file_name)) backup.sounds.push_back({sound->first, sound->second, i});
        if (!backup.meta && name.find("meta.json") != name.npos) backup.meta = i;
    }
    const auto packed = [](const archive::ZipEntry& entry) { return entry.name.ends_with(".ppak"); };
    if (backup.projects.empty() && std::ranges::any_of(backup.zip.entries, packed))
        return Problem{.expected = "a backup", .found = "a ZIP of several: unpack it and open one", .cause = Cause::unsupported};
    if (backup.projects.empty())
        return Problem{.offset = static_cast<std::size_t>(backup.zip.directory),
                       .expected = "/projects/P01.tar or another",
                       .found = "no project"};
    return backup;
}

std::vector<Problem> check_backup(const Backup& backup, std::size_t limit) {
    std::vector<Problem> problems;
    check_names(backup, problems);
    check_twice(backup, problems);
    check_machine(backup, problems);
    const SoundFrames frames = check_sounds(backup, limit, problems);
    if (problems.size() < limit) check_projects(backup, frames, problems);
    if (problems.size() > limit) problems.resize(limit);
    return problems;
}

Result<Bytes> write_backup(const NewBackup& backup) {
    if (Outcome good = check_new(backup); !good) return good.problem();
    const Bytes meta = write_meta(backup.meta);
    std::vector<NewSound> sounds = backup.sounds;
    std::ranges::stable_sort(sounds, {}, &NewSound::slot);

    std::vector<archive::ZipMember> members;
    auto add = [&](std::string name, ByteView bytes, int level) {
        members.push_back({.name = std::move(name), .bytes = bytes, .time = backup.time, .level = level});
    };
    constexpr int fast = 1, usual = 6;  // samples hardly shrink, so they shall not take long
    add(fmt::format("/projects/P{:02}.tar", backup.project_number), backup.project, usual);
    for (const NewSound& sound : sounds) add(fmt::format("/sounds/{:03} {}.wav", sound.slot, sound.name), sound.wav, fast);
    add("/meta.json", meta, usual);
    return archive::write_zip(members, archive::RootNames::allowed);
}

}  // namespace groovebench::ep133
