// The walk: entries come in, are counted where they belong. find_file.cpp looks names up.
#include "card/tree.h"

#include <algorithm>

#include "text/latin1.h"

namespace groovebench::card {

namespace {

constexpr std::string_view lone_set = "..";  // the Set of a project that was chosen alone

std::size_t depth(std::string_view path) { return path.empty() ? 0 : 1 + std::size_t(std::count(path.begin(), path.end(), '/')); }

bool ends_like(std::string_view name, std::string_view end) {
    return name.size() >= end.size() && same_name(name.substr(name.size() - end.size()), end);
}

template <class Visit>
void for_each_part(std::string_view path, Visit visit) {
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        visit(path.substr(at, end - at), at);
        at = end + 1;
    }
}

// What macOS, Windows and Linux leave on a card.
bool is_system_name(std::string_view part) {
    constexpr std::string_view names[] = {
        ".DS_Store",   ".Trashes",  ".Spotlight-V100", ".fseventsd",   ".TemporaryItems",
        ".Trash-1000", "Thumbs.db", "desktop.ini",     "$RECYCLE.BIN", "System Volume Information"};
    return part.starts_with("._") ||
           std::any_of(std::begin(names), std::end(names), [&](auto name) { return same_name(part, name); });
}

bool is_swap(std::string_view path) { return ends_like(path, ".crswap") || ends_like(path, ".swp"); }

// octatrack.md does not know these; opz.md §13 names the folders of a content disk.
bool is_opz(std::string_view path) {
    const std::string_view first = path.substr(0, path.find('/'));
    return ends_like(path, ".opz") || (first.size() < path.size() && same_name(first, "samplepacks"));
}
// A backup alone, a project's TAR, or what lies in one (ep133.md 2.2).
bool is_ep133(std::string_view path) {
    return ends_like(path, ".ppak") || ends_like(path, ".pak") || ends_like(path, ".tar") ||
           text::folded(path).find(".tar/") != path.npos;
}

void bump(std::size_t& count, int sign) { count = sign > 0 ? count + 1 : count - 1; }

}  // namespace

void Card::add(std::span<const Entry> batch) {
    for (const Entry& entry : batch) {
        if (entry.path.empty() || ignore(entry.path)) continue;
        const auto [place, is_new] = entries.try_emplace(entry.path, entry);
        if (!is_new) {
            count(place->second, -1);
            place->second = entry;
        } else {
            by_folded.emplace(text::folded(entry.path), &place->second);
        }
        count(place->second, +1);
    }
    changes++;
}

void Card::remove(std::string_view path) {
    const auto place = entries.find(path);
    if (place == entries.end()) return;
    const auto [first, last] = by_folded.equal_range(text::folded(path));
    for (auto same = first; same != last; ++same) {
        if (same->second != &place->second) continue;
        by_folded.erase(same);
        break;
    }
    const Entry gone = place->second;
    entries.erase(place);
    count(gone, -1);
    changes++;
}

void Card::unlisted(std::string_view folder_path, std::string message) {
    unreadable.emplace_back(folder_path, std::move(message));
    changes++;
}

bool Card::ignore(std::string_view path) {
    bool system = false;
    for_each_part(path, [&](std::string_view part, std::size_t) { system = system || is_system_name(part); });
    if (system) skipped.system++;
    const bool swap = !system && is_swap(path);
    if (swap && std::find(skipped.swap.begin(), skipped.swap.end(), path) == skipped.swap.end()) skipped.swap.emplace_back(path);
    return system || swap;
}

// ---- counting each file where it belongs

void Card::count(const Entry& entry, int sign) {
    total = sign > 0 ? total + entry.size : total - entry.size;
    if (is_audio(entry.path)) bump(audio, sign);
    if (is_opz(entry.path)) bump(opz_files, sign);
    if (is_ep133(entry.path)) bump(ep133_files, sign);
    if (const auto file = project_file(entry.path)) return count_name(entry, *file, sign);
    if (Project* around = project_around(entry.path)) return count_in_project(*around, entry, sign);
    bool counted = false;
    for_each_part(entry.path, [&](std::string_view part, std::size_t at) {
        const bool is_folder = at + part.size() < entry.path.size();
        if (counted || !is_folder || !same_name(part, "AUDIO")) return;
        counted = true;
        const std::string_view pool = std::string_view(entry.path).substr(0, at + part.size());
        count_in_pool(folder_of(pool), pool, entry, sign);
    });
}

void Card::count_name(const Entry& entry, const ProjectFile& file, int sign) {
    const std::string path(folder_of(entry.path));
    if (!set_of_project.contains(path)) {
        if (sign < 0) return;
        begin_project(path);
    }
    Project& project = set_of_project[path]->projects[path];
    (file.stored ? project.stored : project.work).put(file, sign > 0);
    if (project.work.count() + project.stored.count() == 0) end_project(path);
}

// What lies below was counted as something else while the folder was not known to be a project.
void Card::begin_project(const std::string& path) {
    std::vector<const Entry*> inside = below(path);
    std::erase_if(inside, [](const Entry* entry) { return project_file(entry->path).has_value(); });
    for (const Entry* entry : inside) count(*entry, -1);
    Set& set = set_at(path.empty() ? lone_set : folder_of(path));
    set.projects[path] = {.path = path, .name = std::string(path.empty() ? std::string_view(folder) : name_of(path))};
    set_of_project[path] = &set;
    for (const Entry* entry : inside) count(*entry, +1);
}

void Card::end_project(const std::string& path) {
    std::vector<const Entry*> inside = below(path);
    std::erase_if(inside, [](const Entry* entry) { return project_file(entry->path).has_value(); });
    for (const Entry* entry : inside) count(*entry, -1);
    set_of_project[path]->projects.erase(path);
    set_of_project.erase(path);
    for (const Entry* entry : inside) count(*entry, +1);
}

Set& Card::set_at(std::string_view path) {
    const auto [place, is_new] = sets_by_path.try_emplace(std::string(path));
    Set& set = place->second;
    if (is_new) {
        set.path = path;
        if (path != lone_set) set.name = path.empty() ? std::string_view(folder) : name_of(path);
        set.pool.out_of_reach = path == lone_set;
    }
    return set;
}

Project* Card::project_around(std::string_view path) {
    for (std::string_view up = path; !up.empty();) {
        up = folder_of(up);
        const auto found = set_of_project.find(up);
        if (found != set_of_project.end()) return &found->second->projects.find(found->first)->second;
    }
    return nullptr;
}

void Card::count_in_project(Project& project, const Entry& entry, int sign) {
    if (!is_audio(entry.path)) return bump(project.others, sign);
    bump(project.samples, sign);
    project.sample_bytes = sign > 0 ? project.sample_bytes + entry.size : project.sample_bytes - entry.size;
}

void Card::count_in_pool(std::string_view set_path, std::string_view pool_path, const Entry& entry, int sign) {
    Pool& pool = set_at(set_path).pool;
    pool.path = pool_path;
    bump(is_audio(entry.path) ? pool.samples : ends_like(entry.path, ".ot") ? pool.settings : pool.others, sign);
    pool.bytes = sign > 0 ? pool.bytes + entry.size : pool.bytes - entry.size;
}

// ---- what it is

// A folder with projects; or, near the top, one with a pool only.
bool Card::is_set(const Set& set) const {
    if (!set.projects.empty()) return true;
    const bool has_pool = set.pool.samples + set.pool.settings + set.pool.others > 0;
    return has_pool && depth(set.path) <= 1 && !set_of_project.contains(set.path);
}

Chosen Card::chosen() const {
    bool has_set = false, has_project = false;
    for (const auto& [path, set] : sets_by_path) {
        if (!is_set(set)) continue;
        if (path == lone_set)
            has_project = true;
        else if (path.empty())
            has_set = true;
        else
            return Chosen::card;
    }
    if (has_project) return Chosen::project;
    if (has_set) return Chosen::set;
    if (opz_files > 0) return Chosen::opz;
    if (ep133_files > 0) return Chosen::ep133;
    if (audio > 0) return Chosen::samples;
    return entries.empty() ? Chosen::nothing : Chosen::other;
}

std::string Card::sentence() const {
    const auto counted = [](std::size_t n, std::string_view one) {
        return std::to_string(n) + " " + std::string(one) + (n == 1 ? "" : "s");
    };
    switch (chosen()) {
        case Chosen::card:
        case Chosen::set:
        case Chosen::opz:
        case Chosen::ep133:
            return {};
        case Chosen::project:
            return folder +
                   " is a single project: the pool of its Set (../AUDIO) is out of reach. Open the card or the Set to reach its "
                   "samples.";
        case Chosen::samples:
            return folder + " holds " + counted(audio, "sample") + " but no Octatrack project.";
        case Chosen::nothing:
            return complete ? folder + " is empty." : std::string();
        case Chosen::other:
            return complete ? "No Octatrack Set, project or sample was found in " + folder + " (" +
                                  counted(entries.size(), "file") + ")."
                            : std::string();
    }
    return {};
}

// ---- what is in it

std::vector<const Set*> Card::sets() const {
    std::vector<const Set*> all;
    for (const auto& [path, set] : sets_by_path)
        if (is_set(set)) all.push_back(&set);
    std::sort(all.begin(), all.end(), [](const Set* a, const Set* b) { return text::folded(a->path) < text::folded(b->path); });
    return all;
}

const Set* Card::set_of(std::string_view project_path) const {
    const auto found = set_of_project.find(project_path);
    return found == set_of_project.end() ? nullptr : found->second;
}

const Project* Card::project(std::string_view path) const {
    const auto found = set_of_project.find(path);
    return found == set_of_project.end() ? nullptr : &found->second->projects.find(found->first)->second;
}

Card::Children Card::children(std::string_view folder_path) const {
    const std::string prefix = folder_path.empty() ? std::string() : std::string(folder_path) + "/";
    std::vector<std::pair<std::string, std::string>> folders;
    std::vector<std::pair<std::string, const Entry*>> files;
    for (auto at = entries.lower_bound(prefix); at != entries.end() && at->first.starts_with(prefix);) {
        const std::string_view rest = std::string_view(at->first).substr(prefix.size());
        const auto slash = rest.find('/');
        if (slash == rest.npos) {
            files.emplace_back(text::folded(rest), &at->second);
            ++at;
        } else {
            const std::string name(rest.substr(0, slash));
            folders.emplace_back(text::folded(name), name);
            at = entries.lower_bound(prefix + name + char('/' + 1));  // behind everything in it
        }
    }
    std::sort(folders.begin(), folders.end());
    std::stable_sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    Children all;
    for (auto& [folded, name] : folders) all.folders.push_back(std::move(name));
    for (const auto& [folded, entry] : files) all.files.push_back(entry);
    return all;
}

std::vector<const Entry*> Card::below(std::string_view folder_path) const {
    const std::string prefix = folder_path.empty() ? std::string() : std::string(folder_path) + "/";
    std::vector<const Entry*> all;
    for (auto at = entries.lower_bound(prefix); at != entries.end() && at->first.starts_with(prefix); ++at)
        all.push_back(&at->second);
    return all;
}

}  // namespace groovebench::card
