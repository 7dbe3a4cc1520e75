// When a trig plays: from the steps of a track to ticks of the EP-133.
#pragma once

#include <array>
#include <vector>

#include "convert/plan.h"

namespace groovebench::convert {

// Ticks of a step at a tempo multiplier of the Octatrack: 24 at 1x.
constexpr int step_ticks(int scale) { return 4 * octatrack::ticks_per_step(scale); }

// One trig that plays, in the loop of its track.
struct Hit {
    int step = 0;       // from 0
    double offset = 0;  // ticks from the start of the track's loop; may be negative
    int repeats = 1;
    std::optional<PadKey> pad;  // none: it ends the note before it and is not heard
    u8 note = 60, velocity = 100;
};

struct TrackHits {
    int track = 0;
    int length = 16;  // steps
    int ticks = 24;   // of a step
    std::vector<Hit> hits;
    u64 loop_ticks() const { return u64(length) * u64(ticks); }
};

// Where a trig of this step lies: swing moves an even step, micro-timing any.
double hit_offset(const octatrack::AudioTrack&, int step, int ticks);

// How long the pattern must be: whole bars after which all tracks start again. `wanted` may be far above
// what an EP-133 holds (it stops counting at the largest u64).
struct Length {
    u64 wanted_bars = 1;
    int bars = 1;  // 1 to 99
};
Length common_length(const std::vector<u64>& loops);

struct TimedNote {
    u32 position;  // ticks
    u16 duration;
    PadKey pad;
    u8 note, velocity;
    int step;
};
// The notes of a track over the whole pattern: its loop again and again, started anew every `restart`
// ticks (0: never), each note up to the next trig of the track and at most a bar.
std::vector<TimedNote> unrolled(const TrackHits&, u64 total_ticks, u64 restart);

}  // namespace groovebench::convert
