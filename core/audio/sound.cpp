#include "audio/sound.h"

#include <cmath>

#include "audio/readers.h"
#include "bytes/format.h"
#include "bytes/integers.h"

namespace groovebench::audio {

namespace {

// A sample of `Size` bytes, its most significant bit at the top of an i32, over full scale: exact for
// 8 to 24 bits.
template <int Size, Coding coding>
float sample_at(const std::byte* bytes) {
    u32 value = 0;
    for (int i = 0; i < Size; i++)
        value = value << 8 | u32(bytes[coding == Coding::signed_big || coding == Coding::float_big ? i : Size - 1 - i]);
    if constexpr (coding == Coding::float_little || coding == Coding::float_big) return std::bit_cast<float>(value);
    value <<= 32 - 8 * Size;
    if constexpr (coding == Coding::unsigned_little) value ^= 0x80000000;
    return float(i32(value)) * (1.0f / 2147483648.0f);
}

template <int Size, Coding coding>
void decode(const std::byte* bytes, std::vector<float>& samples) {
    for (std::size_t i = 0; i < samples.size(); i++) samples[i] = sample_at<Size, coding>(bytes + i * Size);
}

template <Coding coding>
void decode_sized(const SoundInfo& info, const std::byte* bytes, std::vector<float>& samples) {
    switch (info.sample_size) {
        case 1:
            return decode<1, coding>(bytes, samples);
        case 2:
            return decode<2, coding>(bytes, samples);
        case 3:
            return decode<3, coding>(bytes, samples);
        default:
            return decode<4, coding>(bytes, samples);
    }
}

void decode_all(const SoundInfo& info, const std::byte* bytes, std::vector<float>& samples) {
    switch (info.coding) {
        case Coding::unsigned_little:
            return decode<1, Coding::unsigned_little>(bytes, samples);
        case Coding::signed_little:
            return decode_sized<Coding::signed_little>(info, bytes, samples);
        case Coding::signed_big:
            return decode_sized<Coding::signed_big>(info, bytes, samples);
        case Coding::float_little:
            return decode<4, Coding::float_little>(bytes, samples);
        case Coding::float_big:
            return decode<4, Coding::float_big>(bytes, samples);
    }
}

void silence_what_is_no_number(Sound& sound, u64 offset) {
    u64 count = 0;
    for (float& sample : sound.samples)
        if (!std::isfinite(sample)) sample = 0, count++;
    if (count == 0) return;
    sound.findings.push_back({Severity::warning, "", std::size_t(offset), "samples", "finite numbers",
                              fmt::format("{} samples that are none, silenced", count), Cause::broken});
}

}  // namespace

std::optional<Problem> shape_problem(const SoundInfo& info, u64 offset) {
    const std::string path = info.container == Container::wav ? "fmt" : "COMM";
    if (info.channels == 0) return broken(offset, path, "1 or 2 channels", "none");
    if (info.channels > 2) return unsupported(offset, path, "1 or 2 channels", fmt::format("{}", info.channels));
    if (info.rate == 0 || info.rate > 768000)
        return broken(offset, path, "a rate from 1 to 768000 Hz", fmt::format("{}", info.rate));
    if (info.is_float() && info.bits != 32)
        return unsupported(offset, path, "float samples of 32 bits", fmt::format("{} bits", info.bits));
    if (info.bits == 0 || info.bits > 32)
        return unsupported(offset, path, "samples of 8 to 32 bits", fmt::format("{} bits", info.bits));
    return std::nullopt;
}

void set_frames(SoundInfo& info, u64 offset, u64 size) {
    const u64 frame = u64(info.channels) * info.sample_size;
    info.data = offset;
    info.frames = size / frame;
    if (size % frame == 0) return;
    info.findings.push_back({Severity::warning, "", std::size_t(offset), "samples", fmt::format("whole frames of {} bytes", frame),
                             fmt::format("{} bytes over", size % frame), Cause::broken});
}

Result<SoundInfo> inspect_sound(ByteView head, u64 file_size) {
    if (file_size < head.size()) head = head.first(std::size_t(file_size));
    if (head.size() < 12) return broken(head.size(), "", "a WAV or AIFF file", fmt::format("{} bytes", head.size()));
    const std::string_view form = text_of(head.first(4)), type = text_of(head.subspan(8, 4));
    if (form == "RIFF" && type == "WAVE") return inspect_wav(head, file_size);
    if (form == "FORM" && (type == "AIFF" || type == "AIFC")) return inspect_aiff(head, file_size);
    return unsupported(0, "", "a WAV or AIFF file", "something else");
}

Result<Sound> decode_sound(ByteView file, u64 sample_limit) {
    auto info = inspect_sound(file, file.size());
    if (!info) return info.problem();
    if (info->head_needed)
        return broken(file.size(), "", fmt::format("{} bytes or more", info->head_needed), "the end of the file");
    if (info->frames > sample_limit / info->channels)
        return unsupported(info->data, "samples", fmt::format("at most {} frames", sample_limit / info->channels),
                           fmt::format("{}", info->frames));
    Sound sound{info->rate, info->channels, info->frames, {}, info->bits, info->is_float(), std::move(info->findings)};
    sound.samples.resize(std::size_t(info->frames * info->channels));
    if (!sound.samples.empty()) decode_all(*info, file.data() + info->data, sound.samples);
    if (sound.is_float) silence_what_is_no_number(sound, info->data);
    return sound;
}

}  // namespace groovebench::audio
