// A sound of a backup: a WAV of 16 bits with a sampler chunk and JSON in LIST/INFO/TNGE. The sample tool
// compares everything behind the first "data", so that word must not occur earlier, and the chunk is last.
// Source: ep133.md 3; WAVs of a capture and of the official tool.
#pragma once

#include <optional>
#include <string>

#include "bytes/problem.h"
#include "schema/schema.h"

namespace groovebench::ep133 {

struct FormatChunk {
    Ranged<1, 1, le16> format;
    Ranged<1, 2, le16> channels;
    Ranged<3000, 768000, le32> rate;
    le32 byte_rate;
    le16 block;
    Ranged<16, 16, le16> bits;

    static constexpr auto name = "fmt";
    static constexpr void describe(auto& field) {
        using enum Evidence;
        field(FIELD(FormatChunk, format), verified, "1: PCM");
        field(FIELD(FormatChunk, channels), verified, "1 mono, 2 stereo");
        field(FIELD(FormatChunk, rate), verified, "frames per second; 46875 is the machine's own");
        field(FIELD(FormatChunk, byte_rate), verified, "bytes per second");
        field(FIELD(FormatChunk, block), verified, "bytes of a frame");
        field(FIELD(FormatChunk, bits), verified, "of a sample");
    }
};
static_assert(sizeof(FormatChunk) == 16 && whole<FormatChunk>());

struct SamplerChunk {
    le32 manufacturer, product, period;
    Ranged<0, 127, le32> unity_note;
    le32 pitch_fraction, smpte_format, smpte_offset, loops, data_bytes;

    static constexpr auto name = "smpl";
    static constexpr void describe(auto& field) {
        using enum Evidence;
        field(FIELD(SamplerChunk, manufacturer), verified, "0");
        field(FIELD(SamplerChunk, product), verified, "0");
        field(FIELD(SamplerChunk, period), verified, "0");
        field(FIELD(SamplerChunk, unity_note), verified, "root note", Unit::midi_note);
        field(FIELD(SamplerChunk, pitch_fraction), verified, "0");
        field(FIELD(SamplerChunk, smpte_format), verified, "0");
        field(FIELD(SamplerChunk, smpte_offset), verified, "0");
        field(FIELD(SamplerChunk, loops), verified, "loops that follow");
        field(FIELD(SamplerChunk, data_bytes), verified, "sampler data that follow");
    }
};
static_assert(sizeof(SamplerChunk) == 36 && whole<SamplerChunk>());

// Of the sampler chunk, as in any WAV; the tool writes one where a sound has loop points.
struct SampleLoop {
    le32 id, type, start, end, fraction, count;

    static constexpr auto name = "loop";
    static constexpr void describe(auto& field) {
        using enum Evidence;
        field(FIELD(SampleLoop, id), stated, "its number");
        field(FIELD(SampleLoop, type), stated, "0 forward, 1 to and fro, 2 backward");
        field(FIELD(SampleLoop, start), stated, "first frame", Unit::frames);
        field(FIELD(SampleLoop, end), stated, "last frame", Unit::frames);
        field(FIELD(SampleLoop, fraction), stated, "part of a frame");
        field(FIELD(SampleLoop, count), stated, "times it is played, 0 for ever");
    }
};
static_assert(sizeof(SampleLoop) == 24 && whole<SampleLoop>());

// A sound as it lies in the file. Nothing is decoded.
struct Sound {
    int channels = 0;
    u32 rate = 0;  // frames per second
    int bits = 0;  // per sample
    u32 frames = 0;
    std::size_t format = 0;  // offset of the chunk's bytes, as are the next two
    std::optional<std::size_t> sampler, json;
    std::size_t loops = 0;                     // that lie behind the sampler chunk's own bytes
    std::size_t json_size = 0, json_room = 0;  // without the NULs behind it; with them
    std::size_t list = 0, list_size = 0;       // of the chunk around the JSON
    std::size_t data = 0, data_size = 0;
    bool data_is_last = true;
    std::string_view json_text(ByteView file) const { return json ? text_of(file.subspan(*json, json_size)) : std::string_view(); }
};

Result<Sound> open_sound(ByteView file);

// Findings: what the sample tool or the machine would not take, and values out of range in the JSON.
std::vector<Problem> check_sound(ByteView file);

// What the JSON of a new sound says; the defaults are those of the official tool.
struct SoundSettings {
    std::string play_mode = "oneshot";  // oneshot, key, legato
    int root_note = 60;
    double pitch = 0;  // semitones
    int pan = 0, amplitude = 100, attack = 0, release = 255;
    std::string time_mode = "off";  // off, bpm, bar
    std::optional<double> bpm;      // 60 to 180
};

// The file of a sound from interleaved 16-bit samples.
Bytes write_sound(std::span<const i16> samples, int channels, u32 rate, const SoundSettings& = {});

}  // namespace groovebench::ep133
