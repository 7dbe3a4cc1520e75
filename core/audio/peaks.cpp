#include "audio/peaks.h"

#include <algorithm>

namespace groovebench::audio {

std::vector<Peak> peaks(const Sound& sound, u64 first, u64 count, u32 columns, Side side) {
    std::vector<Peak> found(columns);
    first = std::min(first, sound.frames);
    count = std::min(count, sound.frames - first);
    if (count == 0) return found;
    const std::size_t channels = sound.channels;
    const std::size_t from = side == Side::right && channels > 1 ? 1 : 0;
    const std::size_t until = side == Side::left || channels == 1 ? 1 : 2;
    for (u64 column = 0; column < columns; column++) {
        const u64 start = first + std::min(count * column / columns, count - 1);
        const u64 end = std::max(start + 1, first + count * (column + 1) / columns);
        Peak peak{sound.samples[start * channels + from], sound.samples[start * channels + from]};
        for (u64 frame = start; frame < end; frame++)
            for (std::size_t channel = from; channel < until; channel++) {
                const float sample = sound.samples[frame * channels + channel];
                peak.low = std::min(peak.low, sample);
                peak.high = std::max(peak.high, sample);
            }
        found[column] = peak;
    }
    return found;
}

}  // namespace groovebench::audio
