// The sixteen tracks of an OP-Z: their names, kinds, and how many notes each holds on a step. Source: opz.md §5.1.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "bytes/bytes.h"

namespace groovebench::opz {

inline constexpr int track_count = 16, step_count = 16, pattern_count = 16;

// From 0, in the order of the file and of the panel.
enum class Track : u8 {
    kick,
    snare,
    perc,
    sample,
    bass,
    lead,
    arp,
    chord,
    fx1,
    fx2,
    tape,
    master,
    perform,
    module,
    lights,
    motion
};

inline constexpr std::array<std::string_view, track_count> track_names = {"kick",    "snare",  "perc",   "sample", "bass", "lead",
                                                                          "arp",     "chord",  "fx1",    "fx2",    "tape", "master",
                                                                          "perform", "module", "lights", "motion"};

// What the dials of a track do depends on this.
enum class TrackKind : u8 { drum, synth, arp, fx, tape, master, perform, lights, motion };
constexpr TrackKind kind_of(Track track) {
    switch (track) {
        case Track::kick:
        case Track::snare:
        case Track::perc:
        case Track::sample:
            return TrackKind::drum;
        case Track::arp:
            return TrackKind::arp;
        case Track::fx1:
        case Track::fx2:
            return TrackKind::fx;
        case Track::tape:
            return TrackKind::tape;
        case Track::master:
            return TrackKind::master;
        case Track::perform:
            return TrackKind::perform;
        case Track::lights:
            return TrackKind::lights;
        case Track::motion:
            return TrackKind::motion;
        default:
            return TrackKind::synth;
    }
}

// A step owns 55 slots for notes; each track a fixed run of them.
inline constexpr int slots_of_step = 55;
inline constexpr std::array<int, track_count> note_slots = {2, 2, 2, 2, 4, 4, 8, 4, 1, 1, 1, 4, 6, 6, 4, 4};
constexpr int first_slot(int track) {
    int first = 0;
    for (int t = 0; t < track; t++) first += note_slots[std::size_t(t)];
    return first;
}
static_assert(first_slot(track_count) == slots_of_step && first_slot(int(Track::motion)) == 51);

// A structure of nothing but `Of`, seen as an array of them.
template <class Of, class Whole>
const Of& element(const Whole& whole, int index) {
    static_assert(sizeof(Whole) % sizeof(Of) == 0 && alignof(Of) == 1);
    return *overlay<Of>(std::as_bytes(std::span(&whole, 1)), std::size_t(index) * sizeof(Of));
}
template <class Of, class Whole>
Of& element(Whole& whole, int index) {
    return const_cast<Of&>(element<Of>(std::as_const(whole), index));
}

// By name or by number from 1; nothing for another word.
std::optional<int> track_index(std::string_view name_or_number);

}  // namespace groovebench::opz
