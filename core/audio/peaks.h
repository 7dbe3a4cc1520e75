// The lowest and highest sample of each column of a waveform.
#pragma once

#include "audio/sound.h"

namespace groovebench::audio {

struct Peak {
    float low = 0, high = 0;
};

// Frames `first` to `first + count` (cut to what there is) in `columns` parts of equal length, every one
// with at least one frame while there are any; both channels together, or one of them (from 0).
enum class Side : u8 { both, left, right };
std::vector<Peak> peaks(const Sound& sound, u64 first, u64 count, u32 columns, Side side = Side::both);

}  // namespace groovebench::audio
