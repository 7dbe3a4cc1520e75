// Tracks of a new pattern, for tests that need one alone.
#pragma once

#include <cstring>
#include <memory>

#include "octatrack/blank.h"

namespace groovebench::octatrack {

inline void make_blank(AudioTrack& track, int index) {
    const auto pattern = std::make_unique<Pattern>();
    make_blank(*pattern);
    track = pattern->audio_tracks[index];
}
inline void make_blank(MidiTrack& track, int index) {
    const auto pattern = std::make_unique<Pattern>();
    make_blank(*pattern);
    track = pattern->midi_tracks[index];
}

}  // namespace groovebench::octatrack
