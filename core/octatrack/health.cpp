#include "octatrack/health.h"

#include <algorithm>
#include <bit>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "octatrack/thumbnail.h"
#include "octatrack/trigs.h"
#include "text/latin1.h"

namespace groovebench::octatrack {
namespace {

constexpr std::size_t most_named = 4;

std::string count(std::size_t n, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", n, n == 1 ? one : many);
}

// The first few, and how many more.
std::string joined(const std::vector<std::string>& words) {
    std::string line;
    for (std::size_t i = 0; i < words.size() && i < most_named; i++) line += (i ? ", " : "") + words[i];
    return words.size() > most_named ? fmt::format("{} and {} more", line, words.size() - most_named) : line;
}

std::string file_name(const SampleBlock& block) {
    const std::string path = text::utf8_from_latin1(block.values.path);
    return path.substr(path.find_last_of('/') + 1);
}

std::vector<std::string> names(const Project& project, const std::vector<SlotRef>& slots) {
    std::vector<std::string> words;
    for (const SlotRef slot : slots) words.push_back(label(slot) + " " + file_name(*find_sample(project, slot)));
    return words;
}

std::string shown_bank(int bank) { return std::string(1, char('A' + bank)); }

MasterTrack master_of(const Project& project) { return master_track(project) ? MasterTrack::on : MasterTrack::off; }

HealthLine os_line(const HealthFacts& facts) {
    const std::string title = "OS " + os_version(*facts.project);
    if (facts.project->read_only)
        return {HealthLevel::bad, "os", title,
                "a project of another version: load and save it on the device first; shown, not edited"};
    std::vector<std::string> others;
    for (const FileCheck& file : facts.files)
        if (!file.opened) others.push_back(file.name);
    if (!others.empty()) return {HealthLevel::bad, "os", title, fmt::format("cannot be read: {}", joined(others))};
    return {HealthLevel::ok, "os", title, "all files of this version"};
}

void add_checksums(const HealthFacts& facts, std::vector<HealthLine>& lines) {
    std::vector<std::string> wrong;
    std::size_t opened = 0;
    for (const FileCheck& file : facts.files) {
        opened += file.opened;
        if (file.opened && !file.checksum_right) wrong.push_back(file.name);
    }
    if (!opened) return;
    const std::string right = fmt::format("{} of {} right", opened - wrong.size(), opened);
    if (wrong.empty())
        lines.push_back({HealthLevel::ok, "checksums", "checksums", right});
    else
        lines.push_back({HealthLevel::bad, "checksums", "checksums",
                         fmt::format("{}; wrong in {}, read-only until you agree", right, joined(wrong))});
}

void add_samples(const HealthFacts& facts, std::vector<HealthLine>& lines) {
    if (!facts.find_sample) return;
    const Project& project = *facts.project;
    const auto missing = samples_in_state(project, facts.find_sample, SampleState::missing);
    const auto hidden = samples_in_state(project, facts.find_sample, SampleState::out_of_reach);
    const auto here = samples_in_state(project, facts.find_sample, SampleState::here);
    if (!missing.empty())
        lines.push_back({HealthLevel::bad, "samples", count(missing.size(), "sample missing", "samples missing"),
                         joined(names(project, missing))});
    if (!hidden.empty())
        lines.push_back({HealthLevel::warn, "samples_out_of_reach",
                         count(hidden.size(), "sample out of reach", "samples out of reach"),
                         joined(names(project, hidden)) + "; open the whole card to reach them"});
    if (missing.empty() && hidden.empty())
        lines.push_back({HealthLevel::ok, "samples", here.empty() ? "no samples" : "samples",
                         here.empty() ? "no slot holds a file" : fmt::format("{} of {} there", here.size(), here.size())});
}

void add_inert(const HealthFacts& facts, std::vector<HealthLine>& lines) {
    std::vector<std::string> inert;
    for (const SlotRow& row : sample_slots(*facts.project, facts.markers))
        if (row.inert) inert.push_back(label(row.slot) + " " + row.file_name);
    if (!inert.empty())
        lines.push_back({HealthLevel::warn, "inert", count(inert.size(), "slot plays nothing", "slots play nothing"),
                         joined(inert) + ": no length in the markers file"});
}

void add_unsaved_parts(const HealthFacts& facts, std::vector<HealthLine>& lines) {
    std::vector<std::string> parts;
    for (const auto& [index, bank] : facts.banks)
        for (int i = 0; i < part_count; i++)
            if (bank->parts_edited.at(i)) {
                const std::string name = text::utf8_from_latin1(bank->part_names[i].text.view());
                parts.push_back(fmt::format("Bank {} part {} {}", shown_bank(index), i + 1, name));
            }
    if (parts.empty()) return;
    const bool one = parts.size() == 1;
    lines.push_back({HealthLevel::warn, "parts", count(parts.size(), "part unsaved", "parts unsaved"),
                     joined(parts) + (one ? " differs from its saved copy" : " differ from their saved copies")});
}

void add_stored(const HealthFacts& facts, std::vector<HealthLine>& lines) {
    std::vector<std::string> differing;
    std::size_t compared = 0;
    for (const FileCheck& file : facts.files) {
        compared += file.same_as_stored.has_value();
        if (file.same_as_stored == false) differing.push_back(file.name.substr(0, file.name.find('.')));
    }
    if (!compared) return;
    lines.push_back({HealthLevel::ok, "stored", differing.size() == compared ? "work and stored differ" : "work and stored agree",
                     differing.empty() ? fmt::format("all {} compared", compared) : "except " + joined(differing)});
}

struct PatternFindings {
    std::vector<std::string> empty_locks, empty_slots, lost_parts;
};

bool is_empty_slot(const Project& project, SlotRef slot) {
    const SampleBlock* block = find_sample(project, slot);
    return !slot.recorder() && (!block || block->values.path.empty());
}

void look_at_use(const Pattern& pattern, std::string_view name, const SlotUse& use, PatternFindings& found) {
    const std::string where = fmt::format("{} T{} {}", name, use.track + 1, label(use.ref()));
    bool by_the_part = false;
    for (u64 rest = use.steps; rest; rest &= rest - 1) {
        const int step = std::countr_zero(rest);
        if (lock_at(pattern.audio_tracks[use.track], step, sample_lock) == use.slot)
            found.empty_locks.push_back(fmt::format("{} on step {}", where, step + 1));
        else
            by_the_part = true;
    }
    if (by_the_part) found.empty_slots.push_back(where);
}

void look_at(const Project& project, int index, const Bank& bank, int p, PatternFindings& found) {
    const Pattern& pattern = bank.patterns[p];
    const std::string name = pattern_name(index, p);
    if (pattern.tail.part >= part_count)
        found.lost_parts.push_back(fmt::format("{} points at part {}", name, pattern.tail.part + 1));
    const Part& part = bank.parts[std::min<int>(pattern.tail.part, part_count - 1)];
    for (const SlotUse& use : slots_used(pattern, part, master_of(project)))
        if (is_empty_slot(project, use.ref())) look_at_use(pattern, name, use, found);
}

void add_patterns(const HealthFacts& facts, std::vector<HealthLine>& lines) {
    PatternFindings found;
    for (const auto& [index, bank] : facts.banks)
        for (int p = 0; p < pattern_count; p++) look_at(*facts.project, index, *bank, p, found);
    if (const auto& locks = found.empty_locks; !locks.empty())
        lines.push_back({HealthLevel::warn, "empty_locks", count(locks.size(), "lock on an empty slot", "locks on empty slots"),
                         joined(locks)});
    if (const auto& slots = found.empty_slots; !slots.empty())
        lines.push_back({HealthLevel::warn, "empty_slots",
                         count(slots.size(), "track plays an empty slot", "tracks play empty slots"), joined(slots)});
    if (const auto& lost = found.lost_parts; !lost.empty())
        lines.push_back({HealthLevel::bad, "lost_parts",
                         count(lost.size(), "pattern without its part", "patterns without their part"), joined(lost)});
}

void add_text(const Project& project, std::vector<HealthLine>& lines) {
    std::vector<std::string> odd;
    for (const Problem& problem : project.findings)
        if (problem.severity != Severity::note && problem.path != "meta.version")
            odd.push_back(problem.path.empty() ? problem.found : problem.path);
    if (!odd.empty())
        lines.push_back(
            {HealthLevel::warn, "text", count(odd.size(), "odd value in the settings", "odd values in the settings"), joined(odd)});
    if (write_protected(project))
        lines.push_back({HealthLevel::warn, "write_protected", "write-protected", "the device refuses to save this project"});
}

}  // namespace

std::vector<HealthLine> project_health(const HealthFacts& facts) {
    std::vector<HealthLine> lines = {os_line(facts)};
    add_checksums(facts, lines);
    add_samples(facts, lines);
    if (facts.markers) add_inert(facts, lines);
    add_unsaved_parts(facts, lines);
    add_patterns(facts, lines);
    add_text(*facts.project, lines);
    add_stored(facts, lines);
    return lines;
}

std::vector<SlotRef> samples_in_state(const Project& project, const FindSample& find, SampleState state) {
    std::vector<SlotRef> slots;
    for (const SampleBlock& block : project.samples)
        if (block.known && !block.values.path.empty() && find_sample(project, block.slot) == &block)
            if (find(text::utf8_from_latin1(block.values.path)) == state) slots.push_back(block.slot);
    return slots;
}

}  // namespace groovebench::octatrack
