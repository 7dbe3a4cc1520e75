#include "session/project_state.h"

#include <cstring>

#include "bytes/format.h"
#include "text/latin1.h"

namespace groovebench::app {

using namespace octatrack;

void ProjectState::look_at(std::string folder, const std::function<std::string(std::string_view name)>& path_of) {
    forget();
    home = std::move(folder);
    text_file = path_of("project.work");
    markers_file = path_of("markers.work");
    for (int i = 0; i < bank_count; i++) bank_files[std::size_t(i)] = path_of(fmt::format("bank{:02}.work", i + 1));
}

void ProjectState::forget() {
    home.clear(), text_file.clear(), markers_file.clear();
    bank_files.fill({});
    text_cache = {};
    bank_cache = {};
}

std::string ProjectState::name() const { return home.substr(home.rfind('/') + 1); }

std::vector<std::string> ProjectState::paths() const {
    std::vector<std::string> all;
    for (const std::string* path : {&text_file, &markers_file})
        if (!path->empty()) all.push_back(*path);
    for (const std::string& path : bank_files)
        if (!path.empty()) all.push_back(path);
    return all;
}

const Project* ProjectState::text() const {
    const u64 revision = document.file_revision(text_file);
    if (!revision) return nullptr;
    if (text_cache.revision != revision) {
        auto project = open_project(document.bytes(text_file));
        text_cache = {revision, project ? std::optional<Project>(*std::move(project)) : std::nullopt};
    }
    return text_cache.project ? &*text_cache.project : nullptr;
}

const Markers* ProjectState::markers() const { return document.view<Markers>(markers_file); }

const Bank* ProjectState::bank(int bank) const { return refreshed(bank).good ? document.view<Bank>(bank_path(bank)) : nullptr; }

const Pattern* ProjectState::pattern(int bank_number, int pattern_number) const {
    const Bank* found = bank(bank_number);
    return found ? &found->patterns[pattern_number] : nullptr;
}

const Part* ProjectState::part_of(int bank_number, int pattern_number) const {
    const Bank* found = bank(bank_number);
    return found ? &found->parts[found->patterns[pattern_number].tail.part & 3] : nullptr;
}

const ProjectState::BankCache& ProjectState::refreshed(int number) const {
    BankCache& cache = bank_cache[std::size_t(number)];
    const std::string& path = bank_path(number);
    const u64 revision = document.file_revision(path);
    if (cache.revision == revision) return cache;
    cache.revision = revision;
    cache.good = revision && bool(open_bank(document.bytes(path)));
    if (!cache.good) return cache;
    const Bank* now = document.view<Bank>(path);
    const Bank* before = overlay<Bank>(document.original(path));
    for (int i = 0; i < pattern_count; i++) {
        const Pattern& pattern = now->patterns[i];
        PatternFacts& facts = cache.facts[std::size_t(i)];
        facts.used = !is_untouched(pattern);
        const Thumbnail picture = facts.used ? thumbnail(pattern) : Thumbnail{};
        for (std::size_t row = 0; row < facts.rows.size(); row++) facts.rows[row] = picture.trigs[row] | picture.others[row];
        facts.uses = facts.used ? slots_used(pattern, now->parts[pattern.tail.part & 3]) : std::vector<SlotUse>();
        facts.trigs = facts.used ? trig_total(pattern) : 0;
        facts.locks = facts.used ? lock_total(pattern) : 0;
        facts.changed = !before || std::memcmp(&pattern, &before->patterns[i], sizeof pattern);
    }
    return cache;
}

const ProjectState::PatternFacts& ProjectState::facts(int bank, int pattern) const {
    return refreshed(bank).facts[std::size_t(pattern)];
}

int ProjectState::used_patterns(int number) const {
    if (!bank(number)) return 0;
    int used = 0;
    for (const PatternFacts& facts : refreshed(number).facts) used += facts.used;
    return used;
}

std::string ProjectState::part_name(int number, int part) const {
    const Bank* found = bank(number);
    const std::string name = found ? text::utf8_from_latin1(found->part_names[part].text.view()) : std::string();
    return name.empty() ? fmt::format("Part {}", part + 1) : name;
}

}  // namespace groovebench::app
