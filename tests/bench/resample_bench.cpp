// THD+N of the resampler, 44.1 to 46.875 kHz on float output, and its speed. Goal: at most -118 dB.
#include <cstdio>

#include "audio/resample.h"
#include "bench.h"
#include "tone.h"

namespace groovebench::bench {

void resample_bench() {
    for (const double frequency : {1000.0, 10000.0, 18000.0}) {
        const auto sound = audio::resample(test::tone(44100, 1, frequency, 2 * 44100), 46875);
        if (sound)
            report("THD+N in dB of a tone of " + std::to_string(int(frequency)) + " Hz", test::noise_db(*sound, frequency),
                   "<=", -118);
    }
    const audio::Sound minute = test::tone(44100, 2, 440, 60 * 44100);
    const auto start = Clock::now();
    const auto sound = audio::resample(minute, 46875);
    if (sound) std::printf("  stereo, 44.1 to 46.875 kHz: %.0f x real time\n", 60 / seconds_since(start));
}

}  // namespace groovebench::bench
