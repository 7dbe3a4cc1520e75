// Sounds as files hold them: WAV (8, 16, 24, 32-bit PCM and 32-bit float, plain or extensible) and AIFF
// (16, 24-bit; AIFC NONE, twos, sowt, fl32), one or two channels. Told apart by their content.
// Sizes that lie are findings, and the samples that are there remain usable; anything else that
// contradicts the format is a Problem with its offset.
#pragma once

#include <string>
#include <vector>

#include "audio/chunks.h"
#include "bytes/problem.h"

namespace groovebench::audio {

enum class Container : u8 { wav, aiff, aifc };
enum class Coding : u8 { unsigned_little, signed_little, signed_big, float_little, float_big };

struct SoundInfo {
    Container container = Container::wav;
    Coding coding = Coding::signed_little;
    u32 rate = 0;  // frames a second
    u16 channels = 0;
    u16 bits = 0;         // of a sample, as the file says
    u16 sample_size = 0;  // bytes of a sample
    u64 frames = 0;       // that are there
    u64 data = 0;         // offset of the first frame; 0 if it was not reached
    // Bytes of the file that must be at hand to know `frames` for certain; 0 if they are known.
    u64 head_needed = 0;
    std::vector<Chunk> chunks;  // as far as they were reached
    std::vector<Problem> findings;
    bool is_float() const { return coding == Coding::float_little || coding == Coding::float_big; }
};

// What a sound is, from the first bytes of its file: 64 are enough for most, 4096 for nearly all. With a
// head too short to tell, `head_needed` says how much to read.
Result<SoundInfo> inspect_sound(ByteView head, u64 file_size);

struct Sound {
    u32 rate = 0;
    u16 channels = 0;
    u64 frames = 0;
    std::vector<float> samples;  // channels interleaved; full scale is -1 to 1
    u16 bits = 0;                // of the source
    bool is_float = false;       // the source
    std::vector<Problem> findings;
};

// At most this many samples (of all channels together) are decoded: 6 minutes of 44.1 kHz stereo, 128 MB.
constexpr u64 usual_sample_limit = u64(32) << 20;

// 16 and 24-bit samples are exact in a float. Samples that are no finite number become 0, with a finding.
Result<Sound> decode_sound(ByteView file, u64 sample_limit = usual_sample_limit);

}  // namespace groovebench::audio
