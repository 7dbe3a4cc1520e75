#include "opz/copy.h"

#include <algorithm>

#include "bytes/format.h"
#include "opz/rules.h"

namespace groovebench::opz {
namespace {

constexpr int eighths = 8;  // of a tick, since revision 4
constexpr int lowest_micro = -96, highest_micro = 95, lowest_tick = -12, highest_tick = 11;

bool in_ticks(u32 revision) { return revision <= 2; }

// A note's micro-timing in the unit of another revision; false if it is not the same moment any more.
bool convert(Note& note, u32 from, u32 to) {
    if (in_ticks(from) == in_ticks(to)) return true;
    const int was = note.micro_timing;
    const int exact = in_ticks(from) ? was * eighths : (was + (was < 0 ? -4 : 4)) / eighths;
    const int is = in_ticks(to) ? std::clamp(exact, lowest_tick, highest_tick) : std::clamp(exact, lowest_micro, highest_micro);
    note.micro_timing = i8(is);
    return in_ticks(to) ? is * eighths == was : is == exact;
}

std::string path_of(const TrackPlace& place, int step) {
    return fmt::format("patterns[{}].notes[{}].{}", place.pattern + 1, step + 1, track_names[std::size_t(place.track)]);
}

// Notes of a step in the unit they have now; one sentence for all that moved.
void convert_step(Pattern& pattern, const TrackPlace& place, int step, u32 from, u32 to, Losses& losses) {
    int moved = 0;
    for (int voice = 0; voice < note_slots[std::size_t(place.track)]; voice++)
        if (Note& note = note_of(pattern, place.track, step, voice); !note.is_empty()) moved += !convert(note, from, to);
    if (moved)
        losses.push_back({.severity = Severity::warning,
                          .path = path_of(place, step),
                          .expected = fmt::format("a micro-timing that revision {} of the format has", to),
                          .found = fmt::format("{} between two: the nearest is taken", moved)});
}

// The slots of one track on one step. As they are where they fit, so that what is stale comes along; else the notes alone, from
// the first slot on. Slots that are left over are emptied as the device does it.
void copy_notes(const Pattern& from, int track, Pattern& to, const TrackPlace& place, int step, Losses& losses) {
    const int slots = note_slots[std::size_t(place.track)], used = notes_on(from, track, step);
    const bool fits = note_slots[std::size_t(track)] <= slots;
    int next = 0;
    for (int voice = 0; voice < note_slots[std::size_t(track)]; voice++) {
        const Note& note = note_of(from, track, step, voice);
        if ((fits || !note.is_empty()) && next < slots) note_of(to, place.track, step, next++) = note;
    }
    for (; next < slots; next++) clear_note(note_of(to, place.track, step, next));
    if (used > slots)
        losses.push_back({.severity = Severity::warning,
                          .path = path_of(place, step),
                          .expected = fmt::format("at most {} notes", slots),
                          .found = fmt::format("{}: the last {} are left out", used, used - slots)});
}

// Both bits of a track in a group: the lower one is not known, and belongs to it all the same.
void copy_mute(const MuteGroup& from, int track, MuteGroup& to, int place) {
    const int pair = element<u8>(from, track / 4) >> 2 * (track % 4) & 3;
    u8& byte = element<u8>(to, place / 4);
    byte = u8((byte & ~(3 << 2 * (place % 4))) | pair << 2 * (place % 4));
}

std::optional<Problem> refusal(ByteView from, ByteView to) {
    for (const ByteView file : {from, to}) {
        const auto project = open_project(file);
        if (!project) return project.problem();
        if (auto strange = id_problem(**project)) return strange;
    }
    return {};
}

// The files may be one.
Bytes copied(const PatternPlace& from) {
    const auto bytes = std::as_bytes(std::span(&overlay<Project>(from.project)->patterns[from.pattern], 1));
    return {bytes.begin(), bytes.end()};
}

bool same_kind(int track, int other) { return kind_of(Track(track)) == kind_of(Track(other)); }

}  // namespace

Result<Losses> copy_pattern(const PatternPlace& from, Bytes& to, int pattern) {
    if (const auto refused = refusal(from.project, to)) return *refused;
    const Bytes copy = copied(from);
    Pattern& target = overlay<Project>(to)->patterns[pattern];
    target = *overlay<Pattern>(copy);
    Losses losses;
    for (int track = 0; track < track_count; track++)
        for (int step = 0; step < step_count; step++)
            convert_step(target, {pattern, track}, step, revision_of(from.project), revision_of(to), losses);
    return losses;
}

Result<Losses> copy_track(const PatternPlace& from, int track, Bytes& to, const TrackPlace& place) {
    if (const auto refused = refusal(from.project, to)) return *refused;
    if (!same_kind(track, place.track))
        return Problem{.path = fmt::format("patterns[{}].tracks.{}", place.pattern + 1, track_names[std::size_t(place.track)]),
                       .expected = fmt::format("a track like {}", track_names[std::size_t(track)]),
                       .found = std::string(track_names[std::size_t(place.track)])};
    const Bytes bytes = copied(from);
    const Pattern& copy = *overlay<Pattern>(bytes);
    Pattern& target = overlay<Project>(to)->patterns[place.pattern];
    target.tracks.at(place.track) = copy.tracks.at(track);
    target.sounds.at(place.track) = copy.sounds.at(track);
    Losses losses;
    for (int step = 0; step < step_count; step++) {
        target.steps.at(place.track)[step] = copy.steps.at(track)[step];
        copy_notes(copy, track, target, place, step, losses);
        convert_step(target, place, step, revision_of(from.project), revision_of(to), losses);
    }
    for (int group = 0; group < mute_group_count; group++)
        copy_mute(copy.mute_groups[group], track, target.mute_groups[group], place.track);
    target.tape_routing.put(place.track, copy.tape_routing.at(track));
    target.master_routing.put(place.track, copy.master_routing.at(track));
    return losses;
}

}  // namespace groovebench::opz
