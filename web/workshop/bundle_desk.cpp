#include "workshop/bundle_desk.h"

#include <algorithm>
#include <set>

#include "bytes/format.h"
#include "workshop/asked.h"
#include "workshop/disk_desk.h"

namespace groovebench::app {
namespace {

using namespace opz;

constexpr const char* nothing_made = "no bundle is being made";
constexpr const char* nothing_open = "no bundle is open: choose it again";

DiskEntry* entry_of(std::vector<DiskEntry>& entries, std::string_view path) {
    const auto found = std::ranges::find(entries, path, &DiskEntry::path);
    return found == entries.end() ? nullptr : &*found;
}

bool is_kit_path(std::string_view path) { return path.starts_with("samplepacks/"); }

// The kits that a project uses and that are not read yet.
std::vector<std::string> unread_kits(const Project& project, std::span<const DiskEntry> entries) {
    std::vector<std::string> paths;
    const Disk disk = look_at_disk(entries);
    for (const PlugUse& use : plugs_used(plugs_of(project), disk))
        if (use.kit && use.kit->bytes.size() < use.kit->size) paths.emplace_back(use.kit->path);
    return paths;
}

// "project03.zip"
std::string zip_name(std::string_view project_path) {
    const std::string_view file = project_path.substr(project_path.rfind('/') + 1);
    return fmt::format("{}.zip", file.substr(0, file.rfind('.')));
}

BundleTold told_of(const BundlePlan& plan) {
    BundleTold told{.project = plan.project};
    for (const BundlePlan::File& file : plan.files) told.files.push_back({file.path, file.bytes.size()});
    for (const BundlePlan::Kit& kit : plan.kits) {
        const auto file = std::ranges::find(plan.files, kit.to, &BundlePlan::File::path);
        told.kits.push_back({.from = kit.from,
                             .to = kit.to,
                             .size = file == plan.files.end() ? 0 : file->bytes.size(),
                             .written = kit.written,
                             .renamed = kit.old_plug != kit.new_plug});
    }
    for (const Problem& problem : plan.findings) told.lines.push_back(sentence(problem));
    return told;
}

}  // namespace

Result<BundleDesk::Asked> BundleDesk::asked(std::string_view text, Bytes given) {
    auto order = disk_order(text);
    if (!order) return Problem{.expected = "an order about a bundle", .found = "something else"};
    Asked all{.order = *std::move(order), .given = std::move(given)};
    auto entries = disk_entries(all.order, all.given);
    if (!entries) return entries.problem();
    all.entries = *std::move(entries);
    return all;
}

// ---- out

Reply BundleDesk::begin(std::string_view text, Bytes given) {
    forget();
    auto all = asked(text, std::move(given));
    if (!all) return refused(all.problem());
    const DiskEntry* entry = entry_of(all->entries, all->order.project);
    const auto project = open_project(entry ? entry->bytes : ByteView());
    if (!project) {
        Problem problem = project.problem();
        problem.file = all->order.project;
        return refused(problem);
    }
    const auto needed = unread_kits(**project, all->entries);
    making = *std::move(all);
    return {.json = text_of({{"needed", needed}})};
}

Reply BundleDesk::add_kit(const std::string& path, Bytes kit) {
    DiskEntry* entry = making ? entry_of(making->entries, path) : nullptr;
    if (!entry) return refused(nothing_made);
    const Bytes& kept = kits[path] = std::move(kit);
    entry->bytes = kept, entry->unread = 0;
    return {};
}

Reply BundleDesk::step() {
    if (!making) return refused(nothing_made);
    auto bundle = make_bundle(making->entries, making->order.project);
    if (!bundle) return refused(bundle.problem());
    made = std::move(bundle->zip);
    return {.json = text_of({{"more", false}, {"share", 1}})};
}

Reply BundleDesk::end() {
    if (!making || made.empty()) return refused(nothing_made);
    Reply reply{.json = text_of({{"name", zip_name(making->order.project)}}), .bytes = std::move(made)};
    forget();
    return reply;
}

Reply BundleDesk::forget() {
    making.reset(), kits.clear(), made.clear();
    return {};
}

// ---- in

Reply BundleDesk::open(const std::string& zip_name, Bytes zip) {
    incoming.reset(), wanted.reset(), known.clear(), planned = {};
    auto plan = plan_bundle(zip, {});
    if (!plan) {
        Problem problem = plan.problem();
        problem.file = problem.file.empty() ? zip_name : zip_name + ": " + problem.file;
        return refused(problem);
    }
    name = zip_name, incoming = std::move(zip), planned = *std::move(plan);
    return {.json = text_of({{"name", name}, {"size", incoming->size()}})};
}

Reply BundleDesk::needed(std::string_view text, Bytes given) {
    if (!incoming) return refused(nothing_open);
    auto all = asked(text, std::move(given));
    if (!all) return refused(all.problem());
    std::set<u64> sizes;
    if (const auto alone = plan_bundle(*incoming, {}))
        for (const BundlePlan::File& file : alone->files)
            if (is_kit_path(file.path)) sizes.insert(file.bytes.size());
    std::vector<std::string> paths;
    for (const DiskEntry& entry : all->entries)
        if (is_kit_path(entry.path) && sizes.contains(entry.unread) && !known.contains(entry.path)) paths.push_back(entry.path);
    wanted = *std::move(all);
    return {.json = text_of({{"needed", paths}})};
}

Reply BundleDesk::know(const std::string& path, Bytes kit) {
    known[path] = std::move(kit);
    return {};
}

Reply BundleDesk::plan() {
    if (!incoming || !wanted) return refused(nothing_open);
    for (const auto& [path, kit] : known)
        if (DiskEntry* entry = entry_of(wanted->entries, path); entry && entry->unread == kit.size())
            entry->bytes = kit, entry->unread = 0;
    auto plan = plan_bundle(*incoming, wanted->entries, {.number = wanted->order.number, .replace = wanted->order.replace});
    if (!plan) return refused(plan.problem());
    planned = *std::move(plan);
    return {.json = json_of(told_of(planned))};
}

Reply BundleDesk::take(u64 index) {
    if (!incoming || index >= planned.files.size()) return refused(nothing_open);
    return {.bytes = planned.files[std::size_t(index)].bytes};
}

}  // namespace groovebench::app
