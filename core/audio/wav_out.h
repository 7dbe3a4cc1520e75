// Writing a WAV with 16-bit samples, chunk by chunk as the caller wants them (ep133.md 3.1): "fmt ", then
// the caller's chunks, "data" last.
#pragma once

#include <span>
#include <string>

#include "bytes/problem.h"

namespace groovebench::audio {

struct WavChunk {
    std::string id;  // four letters
    ByteView bytes;  // borrowed until the call returns
};

// Rounded to the nearest step (halves to even) and held within -32768 to 32767. No dither: 16-bit samples
// that were only carried through come out as they went in, and the rest has enough noise of its own.
i16 sample_16(float sample);

// `samples` are interleaved: a whole number of frames.
Result<Bytes> write_wav_16(u32 rate, u16 channels, std::span<const float> samples, std::span<const WavChunk> chunks = {});

}  // namespace groovebench::audio
