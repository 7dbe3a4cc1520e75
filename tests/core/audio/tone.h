// A sine, and how much of a sound is not that sine: the measure of a resampler.
#pragma once

#include <array>
#include <cmath>
#include <numbers>

#include "audio/sound.h"

namespace groovebench::test {

inline audio::Sound tone(u32 rate, u16 channels, double frequency, u64 frames) {
    audio::Sound sound{rate, channels, frames, {}, 32, true, {}};
    for (u64 i = 0; i < frames * channels; i++)
        sound.samples.push_back(float(0.9 * std::sin(2 * std::numbers::pi * frequency * double(i / channels) / rate)));
    return sound;
}

// THD+N in dB: the sine and cosine of this frequency that fit the first channel best (least squares) are
// taken away; what remains, over them. A tenth of a second at both ends is left out.
inline double noise_db(const audio::Sound& sound, double frequency) {
    const u64 margin = sound.rate / 10, last = sound.frames - margin;
    const double turn = 2 * std::numbers::pi * frequency / sound.rate;
    double ss = 0, cc = 0, sc = 0, xs = 0, xc = 0;
    for (u64 i = margin; i < last; i++) {
        const double s = std::sin(turn * double(i)), c = std::cos(turn * double(i)), x = sound.samples[i * sound.channels];
        ss += s * s, cc += c * c, sc += s * c, xs += x * s, xc += x * c;
    }
    const double determinant = ss * cc - sc * sc;
    const double a = (xs * cc - xc * sc) / determinant, b = (xc * ss - xs * sc) / determinant;
    double signal = 0, rest = 0;
    for (u64 i = margin; i < last; i++) {
        const double fit = a * std::sin(turn * double(i)) + b * std::cos(turn * double(i));
        const double difference = sound.samples[i * sound.channels] - fit;
        signal += fit * fit, rest += difference * difference;
    }
    return 10 * std::log10(rest / signal);
}

}  // namespace groovebench::test
