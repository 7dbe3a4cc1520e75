#include "session/disk.h"

#include <algorithm>

#include "bytes/format.h"
#include "session/session.h"

namespace groovebench::app {
namespace {

bool is_project(std::string_view path) { return path.ends_with(".opz"); }

// What nobody can read from the card as it stands here.
bool goes_along(const card::Document& document, const std::string& path) {
    return document.is_open(path) && (is_project(path) || document.changed(path));
}

}  // namespace

void Disk::forget() {
    open = asking = false;
    seen = {};
    now = asked = {};
    known = {};
    found.clear();
}

std::string Disk::project_path(int number) { return fmt::format("projects/project{:02}.opz", number); }

bool Disk::has_project(int number) const {
    return std::ranges::any_of(now.files, [path = project_path(number)](const auto& file) { return file.path == path; });
}

int Disk::free_number() const {
    for (int number = 1; number <= opz::most_projects; number++)
        if (!has_project(number)) return number;
    return 0;
}

// What lies on the disk, with what was added here and without what was removed.
std::vector<DiskOrder::File> Disk::files() const {
    std::vector<DiskOrder::File> all;
    const card::Document& document = session.document;
    for (const card::Entry* entry : session.tree.below(""))
        if (!document.is_open(entry->path) && !document.knows(entry->path)) all.push_back({entry->path, entry->size});
    for (const std::string_view path : document.paths()) all.push_back({std::string(path), document.bytes(path).size()});
    std::ranges::sort(all, {}, &DiskOrder::File::path);
    return all;
}

void Disk::want_projects(const std::vector<DiskOrder::File>& all) {
    for (const auto& file : all)
        if (file.path.starts_with("projects/") && is_project(file.path)) session.files.want(file.path);
}

DiskOrder Disk::order() const { return now; }

Bytes Disk::give(DiskOrder& order) const {
    Bytes all;
    for (auto& file : order.files) {
        file.given = goes_along(session.document, file.path);
        if (!file.given) continue;
        const ByteView bytes = session.document.bytes(file.path);
        all.insert(all.end(), bytes.begin(), bytes.end());
    }
    return all;
}

void Disk::pump() {
    if (!session.card.listed || session.files.busy()) return;
    const Key key{session.document.revision(), session.tree.revision()};
    if (key != seen) {
        if (key.tree != seen.tree) open = session.tree.chosen() == card::Chosen::opz;
        seen = key;
        if (!open) return;
        now = {.files = files()};
        want_projects(now.files);
        for (const auto& file : now.files)
            if (const auto* project = is_project(file.path) ? session.document.view<opz::Project>(file.path) : nullptr)
                now.projects.push_back({file.path, opz::plugs_of(*project)});
    }
    if (!open || asking || now == asked) return;
    asking = true, asked = now;
    session.requests.ask("opz_disk", {}, json_of(asked),
                         [this](Answer& answer) { answered(answer.ok ? disk_told(answer.json) : std::nullopt); });
}

void Disk::answered(std::optional<DiskTold> told) {
    asking = false;
    if (!told) return session.say("What the workshop said of the disk could not be read.", true);
    known = *std::move(told);
    auto before = std::exchange(found, {});
    for (const Problem& problem : known.problems) found[problem.file].push_back(problem);
    for (const auto& [path, problems] : found) before.try_emplace(path);
    for (const auto& [path, problems] : before) session.gather_findings(path);
}

const DiskTold::Project* Disk::project(std::string_view path) const {
    const auto there = std::ranges::find(known.projects, path, &DiskTold::Project::path);
    return there == known.projects.end() ? nullptr : &*there;
}

const DiskTold::Kit* Disk::kit(std::string_view path) const {
    const auto there = std::ranges::find(known.kits, path, &DiskTold::Kit::path);
    return there == known.kits.end() ? nullptr : &*there;
}

const std::vector<Problem>* Disk::problems(const std::string& path) const {
    const auto there = found.find(path);
    return there == found.end() ? nullptr : &there->second;
}

}  // namespace groovebench::app
