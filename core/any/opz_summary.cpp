#include "any/opz_summary.h"

#include "bytes/format.h"
#include "opz/blank.h"
#include "opz/plugs.h"
#include "opz/rules.h"
#include "opz/values.h"

namespace groovebench::any {
namespace {

using namespace opz;

std::string counted(int n, std::string_view noun) { return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s"); }

std::string chain_words(const Chain& chain) {
    std::string words;
    for (int i = 0; i < chain_used(chain); i++) words += fmt::format("{}{}", i ? " " : "", chain.patterns[i] + 1);
    return words;
}

std::string track_words(const Pattern& pattern, int track) {
    int notes = 0, locks = 0, components = 0;
    for (int s = 0; s < step_count; s++) {
        const Step& step = pattern.steps.at(track)[s];
        notes += notes_on(pattern, track, s);
        components += u16(step.components) != 0;
        for (int i = 0; i < parameter_count; i++) locks += is_locked(step, Parameter(i));
    }
    std::string words = fmt::format("{}, {}", plug_shown(pattern.tracks.at(track).plug), counted(notes, "note"));
    if (components) words += fmt::format(", components on {}", counted(components, "step"));
    if (locks) words += ", " + counted(locks, "lock");
    if (is_muted(pattern.mute_groups[std::min<int>(pattern.active_mute_group, mute_group_count - 1)], track)) words += ", muted";
    return notes || components || locks ? words : std::string();
}

int notes_of(const Pattern& pattern) {
    int notes = 0;
    for (int track = 0; track < track_count; track++)
        for (int step = 0; step < step_count; step++) notes += notes_on(pattern, track, step);
    return notes;
}

void add_header(std::vector<Told>& lines, ByteView file) {
    const Project& project = *overlay<Project>(file);
    const auto shown_at = [&](std::string_view path) { return shown_value(*find(schema<Project>, path), file); };
    lines.push_back({{"Project"}, fmt::format("{} BPM, swing {}", u16(project.tempo), shown_at("swing")), "tempo"});
    lines.push_back(
        {{"Project"},
         has_revision(file) ? fmt::format("revision {} of the format", revision_of(file)) : "without a revision: old firmware",
         has_revision(file) ? "revision" : ""});
    if (chain_used(project.active_chain))
        lines.push_back({{"Project"}, "plays the chain " + chain_words(project.active_chain), "active_chain"});
    for (int i = 0; i < saved_chain_count; i++)
        if (chain_used(project.chains[i]))
            lines.push_back({{"Project"},
                             fmt::format("chain {}: {}", i + 1, chain_words(project.chains[i])),
                             fmt::format("chains[{}]", i + 1)});
}

}  // namespace

std::vector<Told> opz_project_summary(ByteView file) {
    std::vector<Told> lines;
    add_header(lines, file);
    int untouched = 0;
    for (int p = 0; p < pattern_count; p++) {
        const Pattern& pattern = overlay<Project>(file)->patterns[p];
        const std::string place = fmt::format("Pattern {}", p + 1);
        if (is_blank(pattern)) {
            untouched++;
            continue;
        }
        lines.push_back({{place}, counted(notes_of(pattern), "note"), fmt::format("patterns[{}]", p + 1)});
        for (int track = 0; track < track_count; track++)
            if (auto words = track_words(pattern, track); !words.empty())
                lines.push_back({{place, std::string(track_names[std::size_t(track)])},
                                 std::move(words),
                                 fmt::format("patterns[{}].tracks.{}", p + 1, track_names[std::size_t(track)])});
    }
    if (untouched) lines.push_back({{"Project"}, counted(untouched, "untouched pattern"), ""});
    return lines;
}

}  // namespace groovebench::any
