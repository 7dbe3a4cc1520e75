#include "ep133/sound.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "ep133/json_paths.h"
#include "ep133/pad.h"
#include "ep133/sound_metadata.h"

namespace groovebench::ep133 {
namespace {

struct ChunkHeader {
    char id[4];
    le32 size;
    std::string_view name() const { return {id, 4}; }
};
static_assert(sizeof(ChunkHeader) == 8);

Problem broken(std::size_t offset, std::string expected, std::string found) {
    return {.offset = offset, .expected = std::move(expected), .found = std::move(found)};
}

// Calls visit(name, offset, size) for each chunk between two offsets; false if one does not fit.
template <class F>
Outcome each_chunk(ByteView file, std::size_t at, std::size_t end, F visit) {
    while (end - at >= sizeof(ChunkHeader)) {
        const auto& chunk = *overlay<ChunkHeader>(file, at);
        const std::size_t size = chunk.size, left = end - at - sizeof(ChunkHeader);
        if (size > left) return broken(at + 4, fmt::format("a chunk of at most {} bytes", left), fmt::format("{} bytes", size));
        if (Outcome good = visit(chunk.name(), at + sizeof(ChunkHeader), size); !good) return good;
        at += sizeof(ChunkHeader) + size + std::size_t(size & 1 && size < left);
    }
    return {};
}

Outcome take_format(ByteView file, std::size_t at, std::size_t size, Sound& sound) {
    const auto* format = overlay<FormatChunk>(file.first(at + size), at);
    if (!format) return broken(at, "16 bytes of format", fmt::format("{} bytes", size));
    sound.format = at;
    sound.channels = format->channels, sound.rate = format->rate, sound.bits = format->bits;
    if (format->format != 1) return broken(at, "PCM (1)", fmt::format("format {}", int(format->format)));
    if (!sound.channels || !sound.rate || sound.bits != 16 || format->block != sound.channels * 2)
        return broken(at, "16-bit samples", fmt::format("{} channels, {} Hz, {} bits", sound.channels, sound.rate, sound.bits));
    return {};
}

Outcome take_list(ByteView file, std::size_t at, std::size_t size, Sound& sound) {
    if (size < 4 || text_of(file.subspan(at, 4)) != "INFO") return {};
    return each_chunk(file, at + 4, at + size, [&](std::string_view name, std::size_t from, std::size_t length) -> Outcome {
        if (name != "TNGE") return {};
        const std::string_view text = text_of(file.subspan(from, length));
        sound.json = from;
        sound.json_room = length, sound.list = at, sound.list_size = size;
        sound.json_size = std::min(text.find('\0'), text.size());
        return {};
    });
}

void check_json(const Sound& sound, ByteView file, std::vector<Problem>& problems) {
    if (!sound.json) return;
    if (!parse_object(sound.json_text(file))) {
        problems.push_back({.severity = Severity::warning,
                            .offset = *sound.json,
                            .path = "metadata",
                            .expected = "a JSON object",
                            .found = "something else"});
        return;
    }
    for (Problem& problem : check_keys(sound.json_text(file), metadata_keys(), *sound.json)) {
        problem.path = "metadata." + problem.path;
        problems.push_back(std::move(problem));
    }
}

void check_audio(const Sound& sound, std::vector<Problem>& problems) {
    auto add = [&](Severity severity, std::size_t at, std::string path, std::string expected, std::string found) {
        problems.push_back({.severity = severity,
                            .offset = at,
                            .path = std::move(path),
                            .expected = std::move(expected),
                            .found = std::move(found)});
    };
    if (sound.channels > 2)
        add(Severity::error, sound.format + 2, "wave.channels", "1 or 2 channels", std::to_string(sound.channels));
    if (sound.rate < 3000 || sound.rate > 768000)
        add(Severity::error, sound.format + 4, "wave.rate", "3000 to 768000 Hz", std::to_string(sound.rate));
    else if (sound.rate > u32(device_rate))
        add(Severity::warning, sound.format + 4, "wave.rate",
            "at most 46875 Hz (the tool resamples, and the trims of the pads become wrong)", std::to_string(sound.rate));
    if (u64(sound.frames) > u64(sound.rate) * max_sound_seconds)
        add(Severity::error, sound.data, "samples", "at most 20 seconds",
            fmt::format("{:.1f} seconds", double(sound.frames) / sound.rate));
    if (!sound.frames) add(Severity::warning, sound.data, "samples", "sound", "no frames");
}

std::string json_of(const SoundSettings& settings) {
    Json json;
    json["sound.playmode"] = settings.play_mode;
    json["sound.rootnote"] = settings.root_note;
    if (settings.pitch == std::floor(settings.pitch))
        json["sound.pitch"] = int(settings.pitch);
    else
        json["sound.pitch"] = settings.pitch;
    json["sound.pan"] = settings.pan;
    json["sound.amplitude"] = settings.amplitude;
    json["envelope.attack"] = settings.attack;
    json["envelope.release"] = settings.release;
    json["time.mode"] = settings.time_mode;
    if (settings.bpm) json["sound.bpm"] = *settings.bpm;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <class T>
void append_record(Bytes& file, const T& value) {
    const auto bytes = std::as_bytes(std::span(&value, 1));
    file.insert(file.end(), bytes.begin(), bytes.end());
}
void append(Bytes& file, std::string_view text) { file.insert(file.end(), bytes_of(text).begin(), bytes_of(text).end()); }
void append_head(Bytes& file, std::string_view id, std::size_t size) {
    append(file, id);
    le32 length;
    length = u32(size);
    append_record(file, length);
}

}  // namespace

Result<Sound> open_sound(ByteView file) {
    if (file.size() < 12 || text_of(file.first(4)) != "RIFF" || text_of(file.subspan(8, 4)) != "WAVE")
        return broken(0, "RIFF … WAVE", file.size() < 12 ? fmt::format("{} bytes", file.size()) : "other bytes");
    Sound sound;
    auto take = [&](std::string_view name, std::size_t at, std::size_t size) -> Outcome {
        if (sound.data) sound.data_is_last = false;
        if (name == "fmt ") return take_format(file, at, size, sound);
        if (name == "LIST") return take_list(file, at, size, sound);
        if (name == "smpl" && size >= sizeof(SamplerChunk) && !sound.sampler) {
            sound.sampler = at;
            const u64 said = overlay<SamplerChunk>(file, at)->loops;
            sound.loops = std::size_t(std::min<u64>(said, (size - sizeof(SamplerChunk)) / sizeof(SampleLoop)));
        }
        if (name == "data" && !sound.data) sound.data = at, sound.data_size = size;
        return {};
    };
    if (Outcome good = each_chunk(file, 12, file.size(), take); !good) return good.problem();
    if (!sound.channels) return broken(12, "a chunk \"fmt \"", "none");
    if (!sound.data) return broken(12, "a chunk \"data\"", "none");
    sound.frames = u32(sound.data_size / (2 * std::size_t(sound.channels)));
    return sound;
}

std::vector<Problem> check_sound(ByteView file) {
    const auto sound = open_sound(file);
    if (!sound) return {sound.problem()};
    std::vector<Problem> problems;
    check_audio(*sound, problems);
    check_json(*sound, file, problems);
    if (!sound->data_is_last)
        problems.push_back({.severity = Severity::warning,
                            .offset = sound->data - 8,
                            .path = "samples",
                            .expected = "\"data\" as the last chunk",
                            .found = "more chunks"});
    const std::size_t word = text_of(file).find("data");
    if (word + 8 != sound->data)
        problems.push_back({.severity = Severity::warning,
                            .offset = word,
                            .path = "samples",
                            .expected = "no \"data\" before the chunk of that name",
                            .found = "the word, so the tool compares the wrong bytes"});
    return problems;
}

Bytes write_sound(std::span<const i16> samples, int channels, u32 rate, const SoundSettings& settings) {
    constexpr std::size_t usual_json = 164;  // what the tool writes; the default text takes 161 of it
    std::string text = json_of(settings);
    const std::size_t even = text.size() + (text.size() & 1);
    text.resize(std::max(usual_json, even), '\0');
    const std::size_t data_size = samples.size() * 2;

    Bytes file;
    file.reserve(108 + text.size() + data_size);
    append_head(file, "RIFF", 4 + 24 + 44 + 20 + text.size() + 8 + data_size);
    append(file, "WAVE");
    append_head(file, "fmt ", sizeof(FormatChunk));
    FormatChunk format{};
    format.format = 1, format.channels = u16(channels), format.rate = rate;
    format.byte_rate = rate * u32(channels) * 2, format.block = u16(channels * 2), format.bits = 16;
    append_record(file, format);
    append_head(file, "smpl", sizeof(SamplerChunk));
    SamplerChunk sampler{};
    sampler.unity_note = u32(settings.root_note);
    append_record(file, sampler);
    append_head(file, "LIST", 12 + text.size());
    append(file, "INFO");
    append_head(file, "TNGE", text.size());
    append(file, text);
    append_head(file, "data", data_size);
    const std::size_t at = file.size();
    file.resize(at + data_size);
    for (std::size_t i = 0; i < samples.size(); i++) *overlay<lei16>(file, at + 2 * i) = samples[i];
    return file;
}

}  // namespace groovebench::ep133
