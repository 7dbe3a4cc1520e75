#include "opz/check.h"

#include <algorithm>

#include "bytes/format.h"
#include "opz/place.h"
#include "opz/plugs.h"
#include "opz/rules.h"
#include "opz/values.h"
#include "schema/walk.h"

namespace groovebench::opz {
namespace {

using Findings = std::vector<Problem>;

// Findings with their place in the file, up to a limit.
class List {
public:
    List(ByteView of, Findings& to, std::size_t most) : file(of), out(to), room(most) {}

    template <class Value>
    void add(Severity severity, const Value& at, std::string path, std::string expected, std::string found) {
        if (room == 0) return;
        room--;
        out.push_back({.severity = severity,
                       .offset = std::size_t(reinterpret_cast<const std::byte*>(&at) - file.data()),
                       .path = std::move(path),
                       .expected = std::move(expected),
                       .found = std::move(found)});
    }
    template <class Record>
    void ranges(const Record& record, const std::string& path) {
        const std::size_t at = std::size_t(reinterpret_cast<const std::byte*>(&record) - file.data());
        for (Problem& problem : validate(schema<Record>, std::as_bytes(std::span(&record, 1)), room)) {
            problem.offset += at;
            problem.path = path + problem.path;
            out.push_back(std::move(problem));
            room--;
        }
    }
    bool is_full() const { return room == 0; }

private:
    ByteView file;
    Findings& out;
    std::size_t room;
};

// ---- what the patterns share

bool same_list(const Chain& a, const Chain& b) {
    return std::ranges::equal(std::span(a.patterns, std::size_t(chain_used(a))), std::span(b.patterns, std::size_t(chain_used(b))));
}

void check_chain(List& list, const Chain& chain, const std::string& path) {
    const int used = chain_used(chain);
    if (used == chain_length) {
        list.add(Severity::note, chain, path, fmt::format("at most {} patterns and an end", chain_limit), "32 patterns");
        return;
    }
    if (const u8 end = chain.patterns[used]; end != no_pattern)
        list.add(Severity::note, chain.patterns[used], fmt::format("{}.patterns[{}]", path, used + 1),
                 "a pattern, or 255 for the end of the chain", fmt::format("{}, which ends it too", end));
}

void check_chains(List& list, const Project& project) {
    for (int i = 0; i < saved_chain_count; i++) check_chain(list, project.chains[i], fmt::format("chains[{}]", i + 1));
    check_chain(list, project.active_chain, "active_chain");
    const int selected = project.selected_chain;
    if (selected < saved_chain_count && !same_list(project.chains[selected], project.active_chain))
        list.add(Severity::warning, project.selected_chain, "selected_chain", "a saved chain that is the active one",
                 fmt::format("chain {}, which is another", selected + 1));
}

void check_revision(List& list, ByteView file) {
    const Project& project = *overlay<Project>(file);
    if (!has_revision(file)) {
        list.add(Severity::note, project.file_id, "revision", "a revision behind the patterns", "none: saved by old firmware");
        return;
    }
    const auto& trailer = *overlay<Trailer>(file, sizeof(Project));
    const u32 revision = trailer.revision;
    if (revision == 2 || revision == 4 || revision == 5 || revision == 7) return;
    const bool between = revision == 1 || revision == 3 || revision == 6;
    list.add(Severity::warning, trailer, "revision", "2, 4, 5 or 7",
             between ? fmt::format("{}, taken for {}", revision, revision == 1 ? 2 : 5) : std::to_string(revision));
}

void check_header(List& list, const Project& project) {
    if (const auto strange = id_problem(project))
        list.add(Severity::error, project.file_id, "file_id", strange->expected, strange->found);
    const u32 tempo = project.tempo;
    if (tempo < 40 || tempo > 200) list.add(Severity::warning, project.tempo, "tempo", "40 to 200 BPM", std::to_string(tempo));
    if (const u8 selected = project.selected_chain; selected >= saved_chain_count && selected != 255)
        list.add(Severity::warning, project.selected_chain, "selected_chain", "chain 1 to 15, or none", std::to_string(selected));
    check_chains(list, project);
}

// ---- a pattern

struct In {
    const Pattern& pattern;
    int number;  // from 1
    u32 revision;
    std::string path(std::string_view rest) const { return fmt::format("patterns[{}].{}", number, rest); }
};

void check_tracks(List& list, const In& in) {
    for (int track = 0; track < track_count; track++) {
        const TrackRecord& record = in.pattern.tracks.at(track);
        const std::string path = in.path(fmt::format("tracks.{}.", track_names[std::size_t(track)]));
        list.ranges(record, path);
        const u32 plug = record.plug;
        if (plug == 0)
            list.add(Severity::note, record.plug, path + "plug", "something that sounds", "nothing: a sample that was deleted");
        else if (!find_plug(plug) && !may_be_kit_id(plug))
            list.add(Severity::note, record.plug, path + "plug", "an engine or a kit that is known", std::to_string(plug));
    }
}

bool is_drum(int track) { return kind_of(Track(track)) == TrackKind::drum; }

void check_note(List& list, const In& in, const Note& note, int track, int step, int voice) {
    const i32 duration = note.duration;
    const bool in_range =
        duration > 0 && duration <= longest_duration && note.note <= 127 && note.velocity >= 1 && note.velocity <= 127;
    const bool timed = is_micro(note.micro_timing, in.revision, in.pattern.tracks.at(track).step_length);
    const bool in_kit = !is_drum(track) || (note.note >= first_drum_note && note.note < first_drum_note + drum_slices);
    if (in_range && timed && in_kit) return;
    const std::string path = in.path(fmt::format("notes[{}].{}[{}].", step + 1, track_names[std::size_t(track)], voice + 1));
    if (duration <= 0)
        list.add(Severity::note, note.duration, path + "duration", "more than 0",
                 fmt::format("{}, taken for the track's own length", duration));
    if (duration > longest_duration)
        list.add(Severity::warning, note.duration, path + "duration", "at most 16 steps", duration_shown(duration));
    if (note.note > 127)
        list.add(Severity::warning, note.note, path + "note", "0 to 127, or 255 for none", std::to_string(note.note));
    if (note.velocity < 1 || note.velocity > 127)
        list.add(Severity::warning, note.velocity, path + "velocity", "1 to 127", std::to_string(note.velocity));
    if (!timed)
        list.add(Severity::warning, note.micro_timing, path + "micro_timing",
                 micro_range(in.revision, in.pattern.tracks.at(track).step_length), micro_shown(note.micro_timing, in.revision));
    if (!in_kit && note.note <= 127)
        list.add(Severity::note, note.note, path + "note", "53 to 76, the slices of a kit",
                 fmt::format("{}, out of the kit", u8(note.note)));
}

void check_notes(List& list, const In& in) {
    for (int track = 0; track < track_count && !list.is_full(); track++)
        for (int step = 0; step < step_count; step++)
            for (int voice = 0; voice < note_slots[std::size_t(track)]; voice++)
                if (const Note& note = note_of(in.pattern, track, step, voice); !note.is_empty())
                    check_note(list, in, note, track, step, voice);
}

// Behind the last step of a track: silent, and back when the track is made longer.
void check_silent(List& list, const In& in) {
    for (int track = 0; track < track_count; track++) {
        const TrackRecord& record = in.pattern.tracks.at(track);
        int silent = 0;
        for (int step = record.step_count; step < step_count; step++) silent += notes_on(in.pattern, track, step);
        if (silent)
            list.add(Severity::note, record.step_count,
                     in.path(fmt::format("tracks.{}.step_count", track_names[std::size_t(track)])), "no note behind the last step",
                     fmt::format("{} behind step {}", silent, u8(record.step_count)));
    }
}

void check_step(List& list, const In& in, const Step& step, int track, int number) {
    const auto path = [&](std::string_view rest) {
        return in.path(fmt::format("steps.{}[{}].{}", track_names[std::size_t(track)], number + 1, rest));
    };
    if (const u16 mask = step.components; mask) {
        if (mask >> component_count)
            list.add(Severity::warning, step.components, path("components"), "14 flags", std::to_string(mask));
        if (track >= tracks_with_components)
            list.add(Severity::note, step.components, path("components"), "components on kick to chord alone", "some here");
        for (int i = 0; i < component_count; i++)
            if (is_on(step, Component(i)) && !is_component_value(Component(i), step.values.at(i)))
                list.add(Severity::warning, step.values.at(i),
                         path(fmt::format("values.{}", fields_of<ComponentValues>[std::size_t(i)].name)),
                         "a value that the component has", std::to_string(step.values.at(i)));
    }
    for (int i = 0; i < parameter_count; i++)
        if (const u8 flag = step.locked.at(i); flag != 0 && flag != 255)
            list.add(Severity::warning, step.locked.at(i),
                     path(fmt::format("locked.{}", fields_of<LockFlags>[std::size_t(i)].name)), "0 or 255", std::to_string(flag));
}

void check_pattern(ByteView file, const In& in, Findings& out, std::size_t limit) {
    List list(file, out, limit);
    check_tracks(list, in);
    check_notes(list, in);
    check_silent(list, in);
    for (int track = 0; track < track_count && !list.is_full(); track++)
        for (int step = 0; step < step_count; step++) check_step(list, in, in.pattern.steps.at(track)[step], track, step);
    if (const u8 group = in.pattern.active_mute_group; group >= mute_group_count)
        list.add(Severity::warning, in.pattern.active_mute_group, in.path("active_mute_group"), "group 1 to 10",
                 std::to_string(group + 1));
}

}  // namespace

std::vector<Problem> project_findings(ByteView file, std::size_t limit) {
    Findings out;
    const Project& project = *overlay<Project>(file);
    List list(file, out, limit);
    check_header(list, project);
    for (int p = 0; p < pattern_count; p++) check_pattern(file, {project.patterns[p], p + 1, revision_of(file)}, out, limit);
    List last(file, out, limit);
    check_revision(last, file);
    return out;
}

bool is_project_name(std::string_view name) {
    if (!name.starts_with("project") || !name.ends_with(".opz")) return false;
    std::string_view number = name.substr(7, name.size() - 11);
    if (number.ends_with('f')) number.remove_suffix(1);
    return number == "10" || (number.size() == 2 && number[0] == '0' && number[1] >= '1' && number[1] <= '9');
}

}  // namespace groovebench::opz
