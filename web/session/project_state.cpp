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
    step_cache = {};
    player_cache = {};
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
        text_cache = {revision, project ? std::optional<Project>(*std::move(project)) : std::nullopt, {}, {}};
        if (text_cache.project && master_track(*text_cache.project)) text_cache.master = MasterTrack::on;
        for (u8 machine = 0; machine < text_cache.filled.size() && text_cache.project; machine++)
            text_cache.filled[machine] = app::filled_slots(*text_cache.project, machine);
    }
    return text_cache.project ? &*text_cache.project : nullptr;
}

const std::vector<FilledSlot>& ProjectState::filled_slots(u8 machine) const {
    text();
    return text_cache.filled[machine & 1];
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
    const MasterTrack master = text() ? text_cache.master : MasterTrack::off;
    if (cache.revision == revision && cache.master == master) return cache;
    cache.revision = revision, cache.master = master;
    cache.good = revision && bool(open_bank(document.bytes(path)));
    if (!cache.good) return cache;
    const Bank* now = document.view<Bank>(path);
    const Bank* before = overlay<Bank>(document.original(path));
    for (int i = 0; i < pattern_count; i++) {
        const Pattern& pattern = now->patterns[i];
        PatternFacts& facts = cache.facts[std::size_t(i)];
        facts.used = !is_untouched(pattern);
        const Thumbnail picture = thumbnail(pattern);
        facts.length = picture.length;
        for (std::size_t row = 0; row < facts.rows.size(); row++) facts.rows[row] = picture.trigs[row] | picture.others[row];
        facts.uses = facts.used ? slots_used(pattern, now->parts[pattern.tail.part & 3], master) : std::vector<SlotUse>();
        facts.trigs = facts.used ? trig_total(pattern) : 0;
        facts.locks = facts.used ? lock_total(pattern) : 0;
        facts.changed = !before || std::memcmp(&pattern, &before->patterns[i], sizeof pattern);
    }
    return cache;
}

const ProjectState::BankFacts& ProjectState::facts(int bank) const { return refreshed(bank).facts; }

const PatternSteps& ProjectState::steps(int bank_number, int pattern_number) const {
    const u64 revision = document.file_revision(bank_path(bank_number));
    StepCache& cache = step_cache;
    if (cache.revision == revision && cache.bank == bank_number && cache.pattern == pattern_number) return cache.steps;
    cache.revision = revision, cache.bank = bank_number, cache.pattern = pattern_number;
    if (const Pattern* found = pattern(bank_number, pattern_number))
        read_steps(*found, *part_of(bank_number, pattern_number), cache.steps);
    return cache.steps;
}

const std::vector<ProjectState::PatternAt>& ProjectState::players(SlotRef slot) const {
    PlayerCache& cache = player_cache;
    if (cache.revision != document.revision()) {
        cache.revision = document.revision();
        cache.players.clear();
        for (int bank_number = 0; bank_number < bank_count; bank_number++) {
            if (!bank(bank_number)) continue;
            for (int number = 0; number < pattern_count; number++)
                for (const SlotUse& use : facts(bank_number, number).uses) {
                    auto& there = cache.players[use.ref()];
                    const bool known = !there.empty() && there.back().bank == bank_number && there.back().pattern == number;
                    if (!known) there.push_back({bank_number, number});
                }
        }
    }
    return cache.players[slot];
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
