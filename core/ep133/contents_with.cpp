// An archive with some of its members changed.
#include <algorithm>

#include "bytes/format.h"
#include "ep133/contents.h"

namespace groovebench::ep133 {
namespace {

constexpr std::string_view tar_ending = ".tar/";

// "projects/P01.tar/pads/a/p07" → "projects/P01.tar" and "pads/a/p07"; nothing for a member of the ZIP itself.
std::optional<std::pair<std::string, std::string>> split(std::string_view path) {
    const auto at = path.find(tar_ending);
    if (at == path.npos) return {};
    const std::size_t end = at + tar_ending.size();
    return std::pair{std::string(path.substr(0, end - 1)), std::string(path.substr(end))};
}

Problem no_member(std::string_view path) {
    return {.path = std::string(path), .expected = "a member of the archive", .found = "none of that name"};
}

// The folders above a name that the archive should have entries for and has not.
void add_folders(const std::set<std::string>& there, const std::string& name, std::set<std::string>& missing) {
    for (auto slash = name.find('/'); slash != name.npos; slash = name.find('/', slash + 1))
        if (!there.contains(name.substr(0, slash))) missing.insert(name.substr(0, slash));
}

// Projects, sounds, anything else, meta.json; the first two by their names.
int rank(std::string_view name) {
    const std::string_view two = last_parts(name, 2);
    return two.starts_with("projects/") ? 0 : two.starts_with("sounds/") ? 1 : last_parts(name, 1) == "meta.json" ? 3 : 2;
}
bool goes_before(std::string_view name, std::string_view other) {
    return rank(name) < rank(other) || (rank(name) == rank(other) && rank(name) < 2 && name < other);
}

}  // namespace

void add_entry(archive::ZipEdits& edits, const archive::Zip& zip, std::string name, ByteView bytes) {
    const auto after = [&](const auto& entry) { return goes_before(name, entry.name); };
    const auto place = std::size_t(std::ranges::find_if(zip.entries, after) - zip.entries.begin());
    const auto behind = std::ranges::find_if(edits.added, [&](const auto& one) {
        return one.before > place || (one.before == place && goes_before(name, one.member.name));
    });
    edits.added.insert(behind, {place, {.name = std::move(name), .bytes = bytes}});
}

std::string Contents::zip_name(std::string_view path) const {
    const Member* there = at_path(path);
    if (there && !there->in_tar) return backup->zip.entries[there->entry].name;
    return front + std::string(path);
}

// The TAR of an entry with those of the edits that lie below `folder`; a new one where there is none yet.
Result<Bytes> Contents::tar_with(std::size_t entry, const Edits& edits, const std::string& folder) const {
    const auto open = projects.find(entry);
    std::vector<archive::TarItem> added;
    std::set<std::string> there, missing;
    archive::TarEdits changes;
    if (open != projects.end())
        for (const auto& member : open->second.members)
            if (member.folder) there.insert(member.name);
    const bool with_folders = !there.empty() || open == projects.end();
    for (const auto& [name, bytes] : edits) {
        const Member* member = at_path(joined_path(folder, name));
        if (member && member->in_tar) {
            if (bytes)
                changes.replaced[*member->in_tar] = *bytes;
            else
                changes.removed.insert(*member->in_tar);
        } else if (bytes) {
            added.push_back({name, false, *bytes});
            if (with_folders) add_folders(there, name, missing);
        } else {
            return no_member(joined_path(folder, name));
        }
    }
    for (const std::string& name : missing) added.push_back({name, true, {}});
    if (open == projects.end()) {
        archive::sort_items(added);
        return archive::write_tar(added);
    }
    changes.added = std::move(added);
    return archive::rewrite_tar(open->second, changes);
}

// What the ZIP of it becomes: the TARs of its projects are made at once, being small.
struct Repacking::State {
    const Contents& of;
    Contents::Edits edits;
    archive::ZipEdits changes;
    std::map<std::string, Bytes> tars;
    std::optional<archive::ZipRewrite> zip;
    Bytes done;  // of a bare project

    Outcome begin();
    Outcome sort(std::map<std::string, Contents::Edits>& in_projects);
    Outcome pack(const std::string& project, const Contents::Edits& inside);
    void add(const std::string& path, ByteView bytes) { add_entry(changes, of.backup->zip, of.zip_name(path), bytes); }
};

// Which edits are of members of the ZIP itself, and which lie in a project.
Outcome Repacking::State::sort(std::map<std::string, Contents::Edits>& in_projects) {
    for (const auto& [path, bytes] : edits) {
        const Member* member = of.at_path(path);
        const auto in_tar = split(path);
        if (in_tar && !(member && !member->in_tar)) {
            in_projects[in_tar->first][in_tar->second] = bytes;
        } else if (member && bytes) {
            changes.replaced[member->entry] = {.bytes = *bytes, .time = {}};
        } else if (member) {
            changes.removed.insert(member->entry);
        } else if (bytes) {
            add(path, *bytes);
        } else if (const auto entry = of.entry_of_project(path)) {
            changes.removed.insert(*entry);
        } else {
            return no_member(path);
        }
    }
    return {};
}

Outcome Repacking::State::pack(const std::string& project, const Contents::Edits& inside) {
    const auto entry = of.entry_of_project(project);
    auto tar = of.tar_with(entry.value_or(Problem::nowhere), inside, project);
    if (!tar) return tar.problem();
    const Bytes& kept = tars[project] = *std::move(tar);
    if (entry)
        changes.replaced[*entry] = {.bytes = kept, .time = {}};
    else
        add(project, kept);
    return {};
}

Outcome Repacking::State::begin() {
    if (edits.empty() || !of.backup) {
        auto made = edits.empty() ? Bytes(of.file.begin(), of.file.end()) : of.tar_with(0, edits, "");
        if (!made) return made.problem();
        done = *std::move(made);
        return {};
    }
    std::map<std::string, Contents::Edits> in_projects;
    if (Outcome good = sort(in_projects); !good) return good;
    for (const auto& [project, inside] : in_projects)
        if (Outcome good = pack(project, inside); !good) return good;
    auto rewrite = archive::ZipRewrite::begin(of.backup->zip, changes);
    if (!rewrite) return rewrite.problem();
    zip.emplace(*std::move(rewrite));
    return {};
}

Repacking::Repacking(std::unique_ptr<State> begun) : state(std::move(begun)) {}
Repacking::Repacking(Repacking&&) noexcept = default;
Repacking& Repacking::operator=(Repacking&&) noexcept = default;
Repacking::~Repacking() = default;

Result<Repacking> Repacking::begin(const Contents& contents, Contents::Edits edits) {
    std::unique_ptr<State> state(
        new State{.of = contents, .edits = std::move(edits), .changes = {}, .tars = {}, .zip = {}, .done = {}});
    if (Outcome good = state->begin(); !good) return good.problem();
    return Repacking(std::move(state));
}

bool Repacking::step() { return state->zip && state->zip->step(); }
double Repacking::share() const { return state->zip ? state->zip->share() : 1; }
Result<Bytes> Repacking::end() { return state->zip ? state->zip->end() : Result<Bytes>(std::move(state->done)); }

Result<Bytes> Contents::with(const Edits& edits) const {
    auto packing = Repacking::begin(*this, edits);
    return packing ? packing->end() : Result<Bytes>(packing.problem());
}

}  // namespace groovebench::ep133
