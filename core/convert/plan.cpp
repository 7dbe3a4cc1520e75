#include "convert/plan.h"

#include <algorithm>

#include "bytes/format.h"
#include "convert/pads.h"
#include "convert/sounds.h"
#include "convert/tracks.h"
#include "octatrack/lock_text.h"

namespace groovebench::convert {
namespace {

constexpr std::size_t most_events = 65535;

std::string safe_file_name(std::string name) {
    for (char& c : name)
        if (u8(c) < 0x20 || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos) c = '_';
    return name.empty() ? "PROJECT" : name;
}

bool per_track(const ConversionInput& input) { return input.pattern->tail.scale_mode == u8(octatrack::ScaleMode::per_track); }

// Ticks after which the Octatrack starts all tracks anew; 0 for never.
u64 master_ticks(const ConversionInput& input) {
    const auto& tail = input.pattern->tail;
    if (!per_track(input) || tail.master_length == octatrack::PatternTail::infinite || tail.master_length < 1) return 0;
    return u64(tail.master_length) * u64(step_ticks(tail.master_scale));
}

void report_restart(const ConversionInput& input, const std::vector<u64>& loops, Report& report) {
    const u64 master = master_ticks(input);
    const bool cuts = master && std::ranges::any_of(loops, [&](u64 loop) { return master % loop != 0; });
    if (cuts)
        report.add(
            Severity::warning, whole_pattern(), Report::no_step,
            fmt::format("the Octatrack starts all tracks anew every {} steps (master length); here they run on until they meet",
                        int(input.pattern->tail.master_length)));
}

// Sets the bars of the plan; what is cut off is a limit. Returns the ticks between restarts, 0 for none.
u64 set_length(const ConversionInput& input, const Choices& choices, const std::vector<TrackHits>& tracks, Plan& plan,
               Report& report) {
    std::vector<u64> loops;
    for (const TrackHits& track : tracks)
        if (!track.hits.empty()) loops.push_back(track.loop_ticks());
    const u64 restart = choices.unroll == Unroll::master_length ? master_ticks(input) : 0;
    if (!restart) report_restart(input, loops, report);
    const Length length = common_length(restart ? std::vector{restart} : loops);
    plan.bars = length.bars;
    if (length.wanted_bars > u64(length.bars)) {
        const bool known = length.wanted_bars < 1'000'000'000;
        plan.limits.push_back({.severity = Severity::warning,
                               .path = "bars",
                               .expected = "at most 99 bars",
                               .found = known ? fmt::format("{} bars until all tracks meet again: cut by {} bars",
                                                            length.wanted_bars, length.wanted_bars - u64(length.bars))
                                              : "more than a billion bars until all tracks meet again: cut at 99"});
    }
    return restart;
}

void add_notes(const std::vector<TrackHits>& tracks, u64 restart, Plan& plan) {
    const u64 total = u64(plan.bars) * ep133::ticks_per_bar;
    for (const TrackHits& track : tracks)
        for (const TimedNote& note : unrolled(track, total, restart)) {
            const PlannedPad* pad = find_pad(plan, note.pad);
            if (!pad) continue;  // left out by choice
            plan.notes[std::size_t(pad->group)].push_back({note.position, pad->number, note.note, note.velocity, note.duration});
        }
    for (int group = 0; group < 4; group++) {
        auto& notes = plan.notes[std::size_t(group)];
        std::ranges::stable_sort(notes, {}, &ep133::Note::position);
        if (notes.size() > most_events)
            plan.limits.push_back({.path = fmt::format("groups[{}]", char('A' + group)),
                                   .expected = "at most 65535 notes in a pattern",
                                   .found = fmt::format("{} notes: {} too many", notes.size(), notes.size() - most_events)});
    }
}

void set_tempo(const ConversionInput& input, Plan& plan) {
    const i64 x24 = input.pattern_tempo ? i64(input.pattern->tail.tempo_x24) : input.tempo_x24;
    plan.tempo = float(double(x24) / 24);
    if (plan.tempo <= 0 || plan.tempo > 1000) {
        plan.limits.push_back({.severity = Severity::warning,
                               .path = "tempo",
                               .expected = "30 to 300 BPM",
                               .found = fmt::format("{:.1f}: 120 is taken", plan.tempo)});
        plan.tempo = 120;
    } else if (plan.tempo < 40) {
        plan.limits.push_back({.severity = Severity::warning,
                               .path = "tempo",
                               .expected = "40 BPM or more (the lower limit of the EP-133 is not proven)",
                               .found = fmt::format("{:.1f}", plan.tempo)});
    }
}

void set_names(const ConversionInput& input, const Choices& choices, Plan& plan) {
    const std::string pattern = octatrack::pattern_name(input.bank, input.pattern_number);
    plan.title = input.project_name + " " + pattern;
    plan.file_name = safe_file_name(choices.file_name.value_or(input.project_name + "_" + pattern)) + ".ppak";
    plan.project_number = choices.project_number;
}

}  // namespace

Plan plan_conversion(const ConversionInput& input, const Choices& choices) {
    Plan plan;
    Report report;
    report.add(Severity::note, whole_pattern(), Report::no_step, std::string(unproven));
    set_names(input, choices, plan);
    set_tempo(input, plan);
    std::vector<TrackHits> tracks;
    for (int track = 0; track < octatrack::track_count; track++) tracks.push_back(read_track(input, track, report));
    report_midi(input, report);
    lay_out(input, choices, tracks, plan, report);
    const u64 restart = set_length(input, choices, tracks, plan, report);
    add_notes(tracks, restart, plan);
    if (plan.pads.empty())
        plan.limits.push_back(
            {.path = "pads", .expected = "a trig that plays a sample", .found = "none: there is nothing to convert"});
    fit_sounds(plan);
    plan.report = report.lines();
    return plan;
}

std::vector<std::string> needed_files(const Plan& plan) {
    std::vector<std::string> files;
    for (const PlannedSound& sound : plan.sounds) files.push_back(sound.path);
    return files;
}

std::vector<Problem> preflight(const Plan& plan) {
    std::vector<Problem> problems = plan.limits;
    if (plan.project_number < 1 || plan.project_number > 9)
        problems.push_back({.path = "project", .expected = "a project from 1 to 9", .found = std::to_string(plan.project_number)});
    for (const PlannedSound& sound : plan.sounds)
        if (!sound.rate)
            problems.push_back({.severity = Severity::note,
                                .file = sound.path,
                                .path = fmt::format("sounds[{}]", sound.name),
                                .expected = "its length",
                                .found = "not read yet"});
    problems.push_back({.severity = Severity::note, .expected = "a device that has loaded it", .found = std::string(unproven)});
    return problems;
}

bool can_build(const Plan& plan) {
    return std::ranges::none_of(preflight(plan), [](const Problem& problem) { return problem.severity == Severity::error; });
}

}  // namespace groovebench::convert
