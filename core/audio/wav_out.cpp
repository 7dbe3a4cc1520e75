#include "audio/wav_out.h"

#include <algorithm>
#include <cmath>

#include "bytes/format.h"
#include "bytes/integers.h"

namespace groovebench::audio {

namespace {

struct ChunkHeader {
    char id[4];
    le32 size;
};
static_assert(sizeof(ChunkHeader) == 8);

struct Format {
    le16 tag, channels;
    le32 rate, byte_rate;
    le16 block, bits;
};

void append(Bytes& out, ByteView bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); }

void append_header(Bytes& out, std::string_view id, u64 size) {
    ChunkHeader header{};
    std::copy_n(id.begin(), 4, header.id);
    header.size = u32(size);
    append(out, std::as_bytes(std::span(&header, 1)));
}

void append_chunk(Bytes& out, std::string_view id, ByteView bytes) {
    append_header(out, id, bytes.size());
    append(out, bytes);
    if (bytes.size() % 2) out.push_back(std::byte{0});
}

void append_samples(Bytes& out, std::span<const float> samples) {
    const std::size_t at = out.size();
    out.resize(at + 2 * samples.size());
    std::byte* to = out.data() + at;
    for (const float sample : samples) {
        const auto value = u16(sample_16(sample));
        *to++ = std::byte(value);
        *to++ = std::byte(value >> 8);
    }
}

}  // namespace

i16 sample_16(float sample) {
    if (!(sample > -1.0f)) return std::isnan(sample) ? i16(0) : i16(-32768);
    return i16(std::lrint(std::min(sample * 32768.0f, 32767.0f)));
}

Result<Bytes> write_wav_16(u32 rate, u16 channels, std::span<const float> samples, std::span<const WavChunk> chunks) {
    const auto refuse = [](std::string expected, std::string found) {
        return Problem{Severity::error, "", Problem::nowhere, "", std::move(expected), std::move(found), Cause::unsupported};
    };
    if (channels == 0 || samples.size() % channels)
        return refuse("whole frames", fmt::format("{} samples for {} channels", samples.size(), channels));
    u64 size = 12 + 8 + sizeof(Format) + 8 + u64(samples.size()) * 2;
    for (const WavChunk& chunk : chunks) {
        if (chunk.id.size() != 4) return refuse("a chunk name of four letters", chunk.id);
        size += 8 + chunk.bytes.size() + chunk.bytes.size() % 2;
    }
    if (size - 8 > 0xFFFFFFFF) return refuse("a WAV below 4 GB", fmt::format("{} bytes", size));
    Format format;
    format.tag = 1;
    format.channels = channels;
    format.rate = rate;
    format.byte_rate = rate * channels * 2;
    format.block = u16(channels * 2);
    format.bits = 16;
    Bytes out;
    out.reserve(std::size_t(size));
    append_header(out, "RIFF", size - 8);
    append(out, bytes_of("WAVE"));
    append_chunk(out, "fmt ", std::as_bytes(std::span(&format, 1)));
    for (const WavChunk& chunk : chunks) append_chunk(out, chunk.id, chunk.bytes);
    append_header(out, "data", samples.size() * 2);
    append_samples(out, samples);
    return out;
}

}  // namespace groovebench::audio
