#include "any/opz_summary.h"

#include <set>

#include "bytes/format.h"
#include "opz/blank.h"
#include "opz/config.h"
#include "opz/import_log.h"
#include "opz/kit.h"
#include "opz/plugs.h"
#include "opz/rules.h"
#include "opz/values.h"
#include "text/latin1.h"

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
    const u32 plug = pattern.tracks.at(track).plug;
    const bool own = !find_plug(plug) && may_be_kit_id(plug);
    std::string words = fmt::format("{}{}, {}", own ? "kit " : "", plug_shown(plug), counted(notes, "note"));
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

std::vector<Told> opz_kit_summary(std::string_view name, ByteView file) {
    const auto kit = open_kit(file);
    if (!kit) return {{{"Kit"}, sentence(kit.problem()), ""}};
    const std::string_view base = name.substr(name.find_last_of('/') + 1);
    std::vector<Told> lines = {
        {{"Kit"}, fmt::format("{} \"{}\", version {}", word(kit->kind), kit->name, kit->version), "name"},
        {{"Kit"}, fmt::format("{} frames, {:.2f} s", kit->sound.frames, double(kit->sound.frames) / kit_rate), ""},
        {{"Kit"}, fmt::format("projects call it {}", kit_id(base)), ""}};
    for (std::size_t i = 0; i < kit->slices.size(); i++) {
        const Slice& slice = kit->slices[i];
        const u32 start = frame_at(slice.start), end = frame_at(slice.end);
        lines.push_back({{"Kit", fmt::format("slice {}", i + 1)},
                         fmt::format("frames {} to {}, {:.1f} ms{}", start, end,
                                     double(end - std::min(start, end)) * 1000 / kit_rate, slice.reverse ? ", reverse" : ""),
                         fmt::format("start[{}]", i + 1)});
    }
    return lines;
}

// The values of an array are one line, and what a field means is said once.
std::vector<Told> opz_config_summary(ByteView file) {
    std::vector<Told> lines;
    std::string array;            // of the last line, if it is one
    std::set<std::string> known;  // whose meaning has been said
    (void)each(config_file(), file, "", [&](const ValueRead& value) {
        const bool element = value.path.ends_with(']');
        const std::string name = element ? value.path.substr(0, value.path.rfind('[')) : value.path;
        if (element && name == array) {
            lines.back().words += ", " + value.shown;
            return;
        }
        array = element ? name : "";
        const std::string_view note = value.field ? value.field->note : "not known";
        const bool is_new = known.emplace(value.field ? value.field->name : name).second;
        lines.push_back({{"Settings"},
                         is_new ? fmt::format("{} ({}): {}", name, note, value.shown) : fmt::format("{}: {}", name, value.shown),
                         value.path});
    });
    return lines;
}

std::vector<Told> opz_log_summary(ByteView file) {
    std::vector<Told> lines;
    int number = 0;
    for (const LogLine& line : log_lines(file)) {
        number++;
        if (!line.words.empty())
            lines.push_back(
                {{fmt::format("Import {}", line.import)}, text::utf8_from_latin1(line.words), fmt::format("lines[{}]", number)});
    }
    if (lines.empty()) lines.push_back({{"Import log"}, "nothing was imported", ""});
    return lines;
}

std::string opz_log_page() {
    return "# import log\n\nLines of text, a block from `[IMPORT STARTED]` to `[IMPORT COMPLETE]` each time the disk was ejected. "
           "The "
           "device writes it; it is only read.\n\n| line | meaning | evidence |\n| --- | --- | --- |\n"
           "| `importing FILE...SUCCESS` | the file was taken | verified |\n"
           "| `importing FILE...INVALID` | the file was refused | verified |\n"
           "| `Ignoring file of wrong type: FILE` | left alone | verified |\n"
           "| `removing FILE` | what was deleted on the disk goes | verified |\n"
           "| `assigning TRACK/SLOT/FILE` | the kit sits in its slot | verified |\n"
           "| `Calculating used sample space...N/24.0 MB` | how much the kits take | verified |\n";
}

}  // namespace groovebench::any
