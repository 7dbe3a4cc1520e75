#include "workshop/disk_desk.h"

#include <algorithm>

#include "bytes/format.h"
#include "opz/blank.h"
#include "opz/kit.h"
#include "opz/plugs.h"

namespace groovebench::app {
namespace {

using namespace opz;

// "all patterns", "pattern 3", "patterns 1 to 3, 7"
std::string pattern_words(const std::vector<int>& patterns) {
    if (patterns.size() == pattern_count) return "all patterns";
    std::string words;
    for (std::size_t i = 0; i < patterns.size(); i++) {
        const int first = patterns[i];
        while (i + 1 < patterns.size() && patterns[i + 1] == patterns[i] + 1) i++;
        words += fmt::format("{}{}", words.empty() ? "" : ", ", first + 1);
        if (patterns[i] > first) words += fmt::format("{}{}", patterns[i] == first + 1 ? ", " : " to ", patterns[i] + 1);
    }
    return fmt::format("pattern{} {}", patterns.size() == 1 ? "" : "s", words);
}

std::vector<int> patterns_of(const PlugUse& use, int track) {
    std::vector<int> patterns;
    for (const PlugUse::At& at : use.at)
        if (at.track == track) patterns.push_back(at.pattern);
    return patterns;
}

// The tracks that have nothing to choose, tape and those behind it, are left out.
bool is_chosen(const PlugUse& use) {
    const Plug* plug = find_plug(use.plug);
    return !plug || plug->kind != PlugKind::track;
}

std::vector<DiskTold::Use> uses_by_track(const std::vector<PlugUse>& uses, const Disk& disk) {
    std::vector<DiskTold::Use> all;
    for (int track = 0; track < track_count; track++)
        for (const PlugUse& use : uses) {
            const auto patterns = patterns_of(use, track);
            if (patterns.empty() || !is_chosen(use)) continue;
            all.push_back({.track = std::string(track_names[std::size_t(track)]),
                           .name = plug_name(use, disk),
                           .path = use.kit ? std::string(use.kit->path) : std::string(),
                           .patterns = pattern_words(patterns),
                           .field = plug_path({patterns[0], track}),
                           .plug = use.plug,
                           .state = use.state});
        }
    return all;
}

const DiskProject* place_of(const Disk& disk, std::string_view path) {
    const auto found = std::ranges::find(disk.projects, path, &DiskProject::path);
    return found == disk.projects.end() ? nullptr : &*found;
}

void add_project(DiskTold& told, const DiskOrder::Project& project, const Disk& disk) {
    const auto uses = plugs_used(project.plugs, disk);
    const DiskProject* place = place_of(disk, project.path);
    told.projects.push_back({.path = project.path,
                             .number = place ? place->number : 0,
                             .snapshot = place && place->snapshot,
                             .uses = uses_by_track(uses, disk)});
    if (!place || !told.has_packs) return;
    for (Problem& problem : missing_kits(project.path, uses)) told.problems.push_back(std::move(problem));
}

}  // namespace

Result<std::vector<DiskEntry>> disk_entries(const DiskOrder& order, ByteView given) {
    std::vector<DiskEntry> entries;
    for (const DiskOrder::File& file : order.files) {
        if (!file.given) {
            entries.push_back({.path = file.path, .unread = file.size});
            continue;
        }
        if (given.size() < file.size)
            return Problem{
                .file = file.path, .expected = fmt::format("{} bytes", file.size), .found = fmt::format("{} bytes", given.size())};
        entries.push_back({.path = file.path, .bytes = given.first(std::size_t(file.size))});
        given = given.subspan(std::size_t(file.size));
    }
    return entries;
}

Reply look_at_opz_disk(std::string_view text) {
    const auto order = disk_order(text);
    if (!order) return refused("the order about a disk is no JSON object");
    const auto entries = disk_entries(*order, {});
    if (!entries) return refused(entries.problem());
    const Disk disk = look_at_disk(*entries);
    DiskTold told{.used_space = disk.used_space, .problems = disk_findings(*entries)};
    told.has_packs = std::ranges::any_of(*entries, [](const auto& entry) { return entry.path.starts_with("samplepacks/"); });
    for (const DiskKit& kit : disk.kits) told.kits.push_back({std::string(kit.path), kit.plug, kit.size, kit.reference});
    for (const DiskOrder::Project& project : order->projects) add_project(told, project, disk);
    return {.json = json_of(told)};
}

Reply look_at_kit(ByteView file) {
    const auto kit = open_kit(file);
    KitTold told;
    if (!kit) return {.json = json_of(told)};
    told.frames = kit->sound.frames;
    for (std::size_t i = 0; i < kit->slices.size(); i++) {
        const Slice& slice = kit->slices[i];
        const auto pitch = opz::read(kit_file(), file, fmt::format("pitch[{}]", i + 1));
        told.slices.push_back({frame_at(slice.start), frame_at(slice.end), slice.reverse, pitch ? pitch->shown : ""});
    }
    return {.json = json_of(told)};
}

Reply blank_opz_project() { return {.bytes = blank_project()}; }

}  // namespace groovebench::app
