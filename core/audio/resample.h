// Changing the rate of a sound with libsamplerate's medium sinc: THD+N below -118 dB up to 18 kHz (the
// resampling bench measures it). In steps, so that the caller can show progress and stop.
#pragma once

#include <memory>

#include "audio/sound.h"

namespace groovebench::audio {

class Resampling {
public:
    // The sound is borrowed until the last step. Refused: a ratio beyond 1 : 256.
    static Result<Resampling> start(const Sound& sound, u32 rate);

    // Works through the next `frames` of the source; true while there is more to do. After a failure
    // (none is known) there is nothing more to do and the result is the Problem.
    bool step(u64 frames = 16384);
    double progress() const;  // 0 to 1

    // The sound at its new rate: round(frames * new rate / old rate) frames. Call once, after the last step.
    Result<Sound> result();

private:
    struct Deleter {
        void operator()(void* state) const;
    };
    Resampling(const Sound& sound, u32 rate, void* state);

    const Sound* source;
    std::unique_ptr<void, Deleter> state;
    Sound out;
    double ratio;
    u64 used = 0, made = 0;
    int tail_steps = 0;
    static constexpr int most_tail_steps = 1000;  // far more than the longest filter takes
    bool done = false;
    std::optional<Problem> failure;
};

// All steps at once. A sound that already has this rate is copied.
Result<Sound> resample(const Sound& sound, u32 rate);

}  // namespace groovebench::audio
