// Reading one pattern: which trigs of a track play what, and what of it cannot come along.
#pragma once

#include "convert/timing.h"

namespace groovebench::convert {

// The trigs of an audio track that end up as notes or end one; everything else goes into the report.
TrackHits read_track(const ConversionInput&, int track, Report&);

// What a trig of a STATIC or FLEX track plays, or nothing, with the reason in the report.
std::optional<PadKey> pad_of_trig(const ConversionInput&, int track, int step, Report&);

// Locks of a step, but for those that `used` (by index) names; slide, condition, repeats, recorder trig.
void report_step(const ConversionInput&, int track, int step, Report&);
// Of a part: effects, LFOs, AMP, levels, retrig, scenes. Of a track of the pattern: free, silent, one-shot.
void report_part(const ConversionInput&, int track, Report&);
void report_pattern_track(const ConversionInput&, int track, Report&);
void report_midi(const ConversionInput&, Report&);

// A sample machine: STATIC or FLEX, and not the master track.
bool plays_samples(const ConversionInput&, int track);
// Whether a trig on this step plays the sample.
bool plays(const octatrack::AudioTrack&, int step);
inline constexpr int ptch_lock = 0, strt_lock = 1, amp_vol_lock = 15;

}  // namespace groovebench::convert
