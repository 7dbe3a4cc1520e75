#include "opz/disk.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "bytes/format.h"
#include "opz/check.h"
#include "opz/kit.h"
#include "opz/plugs.h"
#include "opz/words.h"

namespace groovebench::opz {
namespace {

std::vector<std::string_view> parts_of(std::string_view path) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto slash = path.find('/');
        parts.push_back(path.substr(0, slash));
        if (slash == path.npos) return parts;
        path.remove_prefix(slash + 1);
    }
}

std::optional<int> number_of(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

bool ends_with(std::string_view name, std::string_view ending) {
    return name.size() > ending.size() && same_word(name.substr(name.size() - ending.size()), ending);
}

u32 plug_of(std::string_view file) {
    if (!file.starts_with('~')) return kit_id(file);
    const std::string_view name = file.substr(1);
    if (ends_with(name, ".engine")) return u32(number_of(name.substr(0, name.size() - 7)).value_or(0));
    const Plug* factory = find_plug(name);
    return factory ? factory->id : kit_id(name);
}

// samplepacks/TRACK/SLOT/FILE
std::optional<DiskKit> kit_of(const DiskEntry& entry) {
    const auto parts = parts_of(entry.path);
    if (parts.size() != 4 || parts[0] != "samplepacks") return {};
    const auto track = index_of(pack_folders, parts[1]);
    const auto slot = number_of(parts[2]);
    const bool is_kit = ends_with(parts[3], ".aif") || ends_with(parts[3], ".engine");
    if (!track || !slot || *slot < 1 || *slot > slots_of_track || !is_kit) return {};
    return DiskKit{.track = *track,
                   .slot = *slot,
                   .path = entry.path,
                   .file = parts[3],
                   .bytes = entry.bytes,
                   .size = entry.size(),
                   .plug = plug_of(parts[3]),
                   .reference = parts[3].starts_with('~')};
}

std::optional<DiskProject> project_of(const DiskEntry& entry) {
    const auto parts = parts_of(entry.path);
    if (parts.size() != 2 || parts[0] != "projects" || !is_project_name(parts[1])) return {};
    const std::string_view number = parts[1].substr(7, 2);
    return DiskProject{.number = *number_of(number),
                       .snapshot = parts[1].size() == 14,
                       .path = entry.path,
                       .bytes = entry.bytes,
                       .is_read = !entry.unread};
}

// ---- findings

struct Findings {
    std::vector<Problem> list;
    void add(Severity severity, std::string_view file, Problem problem) {
        problem.severity = severity;
        problem.file = std::string(file);
        list.push_back(std::move(problem));
    }
    void add(Severity severity, std::string_view file, std::string path, std::string expected, std::string found) {
        list.push_back({.severity = severity,
                        .file = std::string(file),
                        .path = std::move(path),
                        .expected = std::move(expected),
                        .found = std::move(found)});
    }
};

void check_names(Findings& out, std::span<const DiskEntry> entries) {
    for (const DiskEntry& entry : entries) {
        const auto parts = parts_of(entry.path);
        if (parts.size() == 2 && parts[0] == "projects" && !is_project_name(parts[1]))
            out.add(Severity::warning, entry.path, "name", "project01.opz to project10.opz, or project01f.opz to project10f.opz",
                    std::string(parts[1]) + ", which the device refuses");
    }
}

void check_kits(Findings& out, const Disk& disk) {
    std::map<std::pair<int, int>, const DiskKit*> slots;
    for (const DiskKit& kit : disk.kits) {
        const auto [first, is_new] = slots.emplace(std::pair{kit.track, kit.slot}, &kit);
        if (!is_new)
            out.add(Severity::warning, kit.path, "slot", "one kit a slot", fmt::format("{} beside it", first->second->file));
        if (kit.reference || kit.bytes.size() < kit.size) continue;
        const auto opened = open_kit(kit.bytes);
        if (!opened) {
            out.add(Severity::warning, kit.path, opened.problem());
            continue;
        }
        const bool wants_drums = kit.track < 4;
        if (opened->kind == KitKind::snapshot || wants_drums != (opened->kind == KitKind::drum))
            out.add(Severity::warning, kit.path, "type", wants_drums ? "a drum kit" : "a synth sample",
                    std::string(word(opened->kind)));
    }
    if (disk.used_space > sample_space)
        out.add(Severity::warning, "samplepacks", "", "at most 24.0 MB of kits",
                fmt::format("{:.1f} MB", double(disk.used_space) / (1 << 20)));
}

// "pattern 1 kick, pattern 2 kick and 3 more"
std::string places(const PlugUse& use) {
    constexpr std::size_t most = 4;
    std::string text;
    for (std::size_t i = 0; i < std::min(use.at.size(), most); i++)
        text += fmt::format("{}pattern {} {}", i ? ", " : "", use.at[i].pattern + 1, track_names[std::size_t(use.at[i].track)]);
    return use.at.size() > most ? fmt::format("{} and {} more", text, use.at.size() - most) : text;
}

void check_uses(Findings& out, const Disk& disk) {
    for (const DiskProject& project : disk.projects) {
        if (!project.is_read) continue;
        const auto opened = open_project(project.bytes);
        if (!opened) {
            out.add(Severity::error, project.path, opened.problem());
            continue;
        }
        for (Problem& problem : missing_kits(project.path, plugs_used(plugs_of(**opened), disk)))
            out.list.push_back(std::move(problem));
    }
}

}  // namespace

std::string_view word(PlugState state) {
    constexpr std::string_view words[] = {"none", "built in", "here", "missing", "unknown"};
    return words[std::size_t(state)];
}

std::string slot_path(int track, int slot, std::string_view file) {
    return fmt::format("samplepacks/{}/{:02}/{}", pack_folders[std::size_t(track)], slot, file);
}

Disk look_at_disk(std::span<const DiskEntry> entries) {
    Disk disk;
    for (const DiskEntry& entry : entries) {
        if (auto kit = kit_of(entry)) {
            if (!kit->reference) disk.used_space += kit->size;
            disk.kits.push_back(*kit);
        }
        if (auto project = project_of(entry)) disk.projects.push_back(*project);
    }
    return disk;
}

std::vector<PlugUse> plugs_used(const Plugs& plugs, const Disk& disk) {
    std::vector<PlugUse> uses;
    std::map<u32, std::size_t> known;
    for (int p = 0; p < pattern_count; p++)
        for (int track = 0; track < track_count; track++) {
            const u32 plug = plugs[std::size_t(p)][std::size_t(track)];
            const auto [place, is_new] = known.emplace(plug, uses.size());
            if (is_new) uses.push_back({.plug = plug});
            uses[place->second].at.push_back({p, track});
        }
    for (PlugUse& use : uses) {
        const auto kit =
            std::ranges::find_if(disk.kits, [&](const DiskKit& one) { return !one.reference && one.plug == use.plug; });
        use.kit = kit == disk.kits.end() ? nullptr : &*kit;
        use.state = use.plug == 0             ? PlugState::none
                    : use.kit                 ? PlugState::here
                    : find_plug(use.plug)     ? PlugState::built_in
                    : may_be_kit_id(use.plug) ? PlugState::missing
                                              : PlugState::unknown;
    }
    return uses;
}

std::string plug_name(const PlugUse& use, const Disk& disk) {
    if (use.kit) return std::string(use.kit->file);
    const auto reference = std::ranges::find(disk.kits, use.plug, &DiskKit::plug);
    if (use.state == PlugState::missing && reference != disk.kits.end()) return std::string(reference->file.substr(1));
    return plug_shown(use.plug);
}

std::string plug_path(PlugUse::At at) {
    return fmt::format("patterns[{}].tracks.{}.plug", at.pattern + 1, track_names[std::size_t(at.track)]);
}

std::vector<Problem> missing_kits(std::string_view project_path, std::span<const PlugUse> uses) {
    Findings out;
    for (const PlugUse& use : uses)
        if (use.state == PlugState::missing)
            out.add(Severity::warning, project_path, plug_path(use.at[0]), "a kit in samplepacks",
                    fmt::format("none with the id {}: missing in {}", use.plug, places(use)));
    return std::move(out.list);
}

std::vector<Problem> disk_findings(std::span<const DiskEntry> entries) {
    Findings out;
    const Disk disk = look_at_disk(entries);
    check_names(out, entries);
    check_kits(out, disk);
    check_uses(out, disk);
    return std::move(out.list);
}

}  // namespace groovebench::opz
