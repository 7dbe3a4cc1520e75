#include "opz/bundle.h"

#include <algorithm>
#include <map>
#include <set>

#include "archive/zip.h"
#include "bytes/format.h"
#include "opz/kit.h"
#include "opz/plugs.h"
#include "opz/words.h"

namespace groovebench::opz {
namespace {

constexpr archive::ZipLimits limits{.entries = 256, .inflated_bytes = u64(64) << 20};

std::string_view file_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }
std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    return out;
}

// ---- unpacking

struct Opened {
    DiskEntry project;
    std::vector<DiskEntry> kits;
    std::vector<Bytes> bytes;  // what the entries are views of
};

Result<Opened> opened_bundle(ByteView file) {
    const auto zip = archive::open_zip(file, limits);
    if (!zip) return zip.problem();
    Opened out;
    for (const archive::ZipEntry& entry : zip->entries) {
        const bool project = entry.name.ends_with(".opz"), kit = lower(entry.name).ends_with(".aif");
        if (entry.folder || (!project && !kit)) continue;
        auto bytes = archive::read_entry(*zip, entry);
        if (!bytes) return bytes.problem();
        out.bytes.push_back(*std::move(bytes));
        const DiskEntry one{entry.name, out.bytes.back()};
        if (project && !out.project.path.empty())
            return Problem{.path = entry.name, .expected = "one project", .found = "another, beside " + out.project.path};
        if (project)
            out.project = one;
        else if (!file_of(entry.name).starts_with('~'))
            out.kits.push_back(one);
    }
    if (out.project.path.empty()) return Problem{.path = "bundle", .expected = "a project (.opz)", .found = "none"};
    if (const auto project = open_project(out.project.bytes); !project) return project.problem();
    return out;
}

class Planning {
public:
    Planning(std::span<const DiskEntry> entries, Opened& with) : disk(look_at_disk(entries)), bundle(with) {
        for (const DiskEntry& entry : entries) {
            paths.insert(lower(entry.path));
            if (entry.path.starts_with("samplepacks/")) names.insert(lower(file_of(entry.path)));
        }
        for (const DiskEntry& kit : bundle.kits) incoming.insert(lower(file_of(kit.path)));
    }

    Result<BundlePlan> made(const BundleTarget& target) {
        const auto path = project_path(target);
        if (!path) return path.problem();
        plan.project = *path;
        std::set<u32> used;
        for (const PlugUse& use : plugs_used(plugs_of(*overlay<Project>(bundle.project.bytes)), {})) used.insert(use.plug);
        for (const DiskEntry& kit : bundle.kits) {
            if (!used.contains(kit_id(file_of(kit.path)))) continue;
            if (const Outcome placed = place(kit); !placed) return placed.problem();
        }
        add_project();
        tell();
        return std::move(plan);
    }

private:
    Result<std::string> project_path(const BundleTarget& target) const {
        const auto taken = [&](int number) { return paths.contains(fmt::format("projects/project{:02}.opz", number)); };
        int number = target.number;
        for (int n = 1; number == 0 && n <= most_projects; n++)
            if (!taken(n)) number = n;
        if (number < 1 || number > most_projects)
            return Problem{.path = "project",
                           .expected = "a free number from 1 to 10",
                           .found = target.number ? std::to_string(number) : "none"};
        if (taken(number) && !target.replace)
            return Problem{.path = fmt::format("project {}", number),
                           .expected = "a number that is free",
                           .found = "a project of that number"};
        return fmt::format("projects/project{:02}.opz", number);
    }

    Outcome place(const DiskEntry& kit) {
        const auto opened = open_kit(kit.bytes);
        if (!opened) {
            Problem problem = opened.problem();
            problem.file = kit.path;
            return problem;
        }
        const std::string_view name = file_of(kit.path);
        const auto same = std::ranges::find_if(
            disk.kits, [&](const DiskKit& one) { return !one.reference && std::ranges::equal(one.bytes, kit.bytes); });
        if (same != disk.kits.end()) {
            plan.kits.push_back({kit.path, std::string(same->path), false, kit_id(name), same->plug});
            return {};
        }
        const std::string free = free_name(name);
        const auto slot = free_slot(kit.path, opened->kind == KitKind::drum);
        if (!slot)
            return Problem{
                .file = kit.path,
                .path = "slot",
                .expected = opened->kind == KitKind::drum ? "a free slot in 1-kick to 4-fx" : "a free slot in 5-bass to 8-chord",
                .found = "none"};
        const std::string path = slot_path(slot->first, slot->second, free);
        plan.files.push_back({path, Bytes(kit.bytes.begin(), kit.bytes.end())});
        plan.kits.push_back({kit.path, path, true, kit_id(name), kit_id(free)});
        return {};
    }

    // As it is, or with a number that neither the disk nor the bundle has. References count: their names are in use.
    std::string free_name(std::string_view name) {
        const auto taken = [&](const std::string& one) { return names.contains(one) || names.contains("~" + one); };
        std::string free(name);
        const auto dot = name.rfind('.');
        for (int n = 2; taken(lower(free)) || (n > 2 && incoming.contains(lower(free))); n++)
            free = fmt::format("{}-{}{}", name.substr(0, dot), n, name.substr(dot));
        names.insert(lower(free));
        return free;
    }

    // In the folder it had, else in another for the same sort of kit.
    std::optional<std::pair<int, int>> free_slot(const std::string& path, bool drum) {
        const auto first_of = [](std::string_view of) {
            for (int t = 0; t < sound_tracks; t++)
                if (of.starts_with(fmt::format("samplepacks/{}/", pack_folders[std::size_t(t)]))) return t;
            return -1;
        };
        std::vector<int> tracks = {first_of(path)};
        for (int t = drum ? 0 : 4; t < (drum ? 4 : 8); t++) tracks.push_back(t);
        for (const int track : tracks)
            for (int slot = 1; track >= 0 && slot <= slots_of_track; slot++) {
                const std::string folder = lower(slot_path(track, slot, ""));
                const auto next = paths.lower_bound(folder);
                if (next != paths.end() && next->starts_with(folder)) continue;
                paths.insert(folder + "taken");
                return std::pair{track, slot};
            }
        return {};
    }

    void add_project() {
        Bytes file(bundle.project.bytes.begin(), bundle.project.bytes.end());
        std::map<u32, u32> renamed;
        for (const BundlePlan::Kit& kit : plan.kits) renamed[kit.old_plug] = kit.new_plug;
        for (Pattern& pattern : overlay<Project>(file)->patterns)
            for (int track = 0; track < track_count; track++) {
                le32& plug = pattern.tracks.at(track).plug;
                if (const auto found = renamed.find(plug); found != renamed.end()) plug = found->second;
            }
        plan.files.push_back({plan.project, std::move(file)});
    }

    void warn(std::string path, std::string expected, std::string found) {
        plan.findings.push_back(
            {.severity = Severity::warning, .path = std::move(path), .expected = std::move(expected), .found = std::move(found)});
    }

    // What the musician should know: kits that came with nobody, and that a project here has been waiting for one of that name.
    void tell() {
        std::set<u32> brought;
        for (const BundlePlan::Kit& kit : plan.kits) brought.insert(kit.old_plug);
        for (const PlugUse& use : plugs_used(plugs_of(*overlay<Project>(bundle.project.bytes)), disk))
            if (use.state == PlugState::missing && !brought.contains(use.plug))
                warn("kit", "every kit the project uses", fmt::format("none with the id {}", use.plug));
        for (const DiskProject& project : disk.projects) {
            const auto opened = open_project(project.bytes);
            if (!opened || project.path == plan.project) continue;
            for (const PlugUse& use : plugs_used(plugs_of(**opened), disk))
                for (const BundlePlan::Kit& kit : plan.kits)
                    if (kit.written && use.state == PlugState::missing && use.plug == kit.new_plug)
                        warn(std::string(project.path), "a project that the bundle does not touch",
                             fmt::format("one that misses a kit of the name {}: it will play the one from the bundle",
                                         file_of(kit.to)));
        }
        u64 space = disk.used_space;
        for (const BundlePlan::File& file : plan.files) space += file.path.starts_with("samplepacks/") ? file.bytes.size() : 0;
        if (space > sample_space)
            warn("samplepacks", "at most 24.0 MB of kits", fmt::format("{:.1f} MB", double(space) / (1 << 20)));
    }

    Disk disk;
    Opened& bundle;
    BundlePlan plan;
    std::set<std::string> paths, names, incoming;  // in small letters: the disk does not tell them apart
};

}  // namespace

Result<Bundle> make_bundle(std::span<const DiskEntry> entries, std::string_view project_path) {
    const Disk disk = look_at_disk(entries);
    const auto found = std::ranges::find(entries, project_path, &DiskEntry::path);
    if (found == entries.end())
        return Problem{.path = std::string(project_path), .expected = "a project on the disk", .found = "none of that name"};
    const auto project = open_project(found->bytes);
    if (!project) {
        Problem problem = project.problem();
        problem.file = std::string(project_path);
        return problem;
    }
    Bundle out;
    std::vector<archive::ZipMember> members = {{.name = found->path, .bytes = found->bytes}};
    for (const PlugUse& use : plugs_used(plugs_of(**project), disk)) {
        if (use.state == PlugState::here) {
            if (use.kit->bytes.size() < use.kit->size)
                return Problem{.file = std::string(use.kit->path), .expected = "its bytes", .found = "a file that was not read"};
            members.push_back({.name = std::string(use.kit->path), .bytes = use.kit->bytes});
            out.kits.emplace_back(use.kit->path);
        } else if (use.state == PlugState::missing) {
            out.findings.push_back({.severity = Severity::warning,
                                    .file = std::string(project_path),
                                    .path = plug_path(use.at[0]),
                                    .expected = "a kit in samplepacks",
                                    .found = fmt::format("none with the id {}: it is not in the bundle", use.plug)});
        }
    }
    auto zip = archive::write_zip(members);
    if (!zip) return zip.problem();
    out.zip = *std::move(zip);
    return out;
}

Result<BundlePlan> plan_bundle(ByteView zip, std::span<const DiskEntry> disk, const BundleTarget& target) {
    auto bundle = opened_bundle(zip);
    if (!bundle) return bundle.problem();
    return Planning(disk, *bundle).made(target);
}

}  // namespace groovebench::opz
