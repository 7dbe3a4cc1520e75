#include "ep133/sound.h"

#include <cmath>

#include "bytes/format.h"
#include "ep133/json.h"
#include "ep133/pad.h"

namespace groovebench::ep133 {
namespace {

struct ChunkHeader {
    char id[4];
    le32 size;
    std::string_view name() const { return {id, 4}; }
};
struct FormatChunk {
    le16 format, channels;
    le32 rate, byte_rate;
    le16 block, bits;
};
static_assert(sizeof(ChunkHeader) == 8 && sizeof(FormatChunk) == 16);

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
        sound.json_size = std::min(text.find('\0'), text.size());
        return {};
    });
}

void check_number(const Json& json, const char* key, double min, double max, std::size_t offset, std::vector<Problem>& problems) {
    const auto value = json.find(key);
    if (value == json.end() || (value->is_number() && value->get<double>() >= min && value->get<double>() <= max)) return;
    const std::string found = value->dump(-1, ' ', false, Json::error_handler_t::replace).substr(0, 40);
    problems.push_back({.severity = Severity::warning,
                        .offset = offset,
                        .path = key,
                        .expected = fmt::format("{} to {}", min, max),
                        .found = found});
}

void check_word(const Json& json, const char* key, std::initializer_list<std::string_view> good, std::size_t offset,
                std::vector<Problem>& problems) {
    const auto value = json.find(key);
    if (value == json.end()) return;
    std::string list;
    for (std::string_view one : good) {
        if (value->is_string() && value->get<std::string>() == one) return;
        list += (list.empty() ? "" : ", ") + std::string(one);
    }
    const std::string found = value->dump(-1, ' ', false, Json::error_handler_t::replace).substr(0, 40);
    problems.push_back({.severity = Severity::warning, .offset = offset, .path = key, .expected = list, .found = found});
}

void check_json(const Sound& sound, ByteView file, std::vector<Problem>& problems) {
    if (!sound.json) return;
    const auto json = parse_object(sound.json_text(file));
    if (!json) {
        problems.push_back({.severity = Severity::warning,
                            .offset = *sound.json,
                            .path = "TNGE",
                            .expected = "a JSON object",
                            .found = "something else"});
        return;
    }
    const std::size_t at = *sound.json;
    check_word(*json, "sound.playmode", {"oneshot", "key", "legato", "loop"}, at, problems);
    check_number(*json, "sound.rootnote", 1, 127, at, problems);
    check_number(*json, "sound.pitch", -12, 12, at, problems);
    check_number(*json, "sound.pan", -16, 16, at, problems);
    check_number(*json, "sound.amplitude", 0, 200, at, problems);
    check_number(*json, "envelope.attack", 0, 255, at, problems);
    check_number(*json, "envelope.release", 0, 255, at, problems);
    check_word(*json, "time.mode", {"off", "bpm", "bar"}, at, problems);
    check_number(*json, "sound.bpm", 60, 180, at, problems);
    check_word(*json, "sample.mode", {"single", "multi"}, at, problems);
}

void check_audio(const Sound& sound, std::vector<Problem>& problems) {
    auto add = [&](Severity severity, std::size_t at, std::string expected, std::string found) {
        problems.push_back({.severity = severity, .offset = at, .expected = std::move(expected), .found = std::move(found)});
    };
    if (sound.channels > 2) add(Severity::error, 22, "1 or 2 channels", std::to_string(sound.channels));
    if (sound.rate < 3000 || sound.rate > 768000)
        add(Severity::error, 24, "3000 to 768000 Hz", std::to_string(sound.rate));
    else if (sound.rate > u32(device_rate))
        add(Severity::warning, 24, "at most 46875 Hz (the tool resamples, and the trims of the pads become wrong)",
            std::to_string(sound.rate));
    if (u64(sound.frames) > u64(sound.rate) * max_sound_seconds)
        add(Severity::error, sound.data, "at most 20 seconds", fmt::format("{:.1f} seconds", double(sound.frames) / sound.rate));
    if (!sound.frames) add(Severity::warning, sound.data, "sound", "no frames");
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
        if (name == "smpl" && size >= sizeof(SamplerChunk)) sound.sampler = at;
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
                            .expected = "\"data\" as the last chunk",
                            .found = "more chunks"});
    const std::size_t word = text_of(file).find("data");
    if (word + 8 != sound->data)
        problems.push_back({.severity = Severity::warning,
                            .offset = word,
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
