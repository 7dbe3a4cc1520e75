#include "ep133/sound_metadata.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "ep133/json_paths.h"

namespace groovebench::ep133 {
namespace {

constexpr Word play_modes[] = {{0, "oneshot"}, {1, "key"}, {2, "legato"}, {3, "loop"}};
constexpr Word time_modes[] = {{0, "off"}, {1, "bpm"}, {2, "bar"}};
constexpr Word sample_modes[] = {{0, "single"}, {1, "multi"}};

constexpr Field word_key(std::string_view name, std::string_view note, std::span<const Word> words, Evidence evidence) {
    Field field;
    field.name = name, field.note = note, field.evidence = evidence, field.kind = Kind::choice, field.words = words;
    return field;
}
constexpr Field number_key(std::string_view name, std::string_view note, i64 min, i64 max, Evidence evidence,
                           Unit unit = Unit::none) {
    Field field;
    field.name = name, field.note = note, field.evidence = evidence, field.kind = Kind::ranged;
    field.min = min, field.max = max, field.unit = unit;
    return field;
}
constexpr Field with_hundredths(Field field) {
    field.is_float = true;
    return field;
}
constexpr Field regions_key() {
    Field field;
    field.name = "regions", field.note = "zones of a multi-sample", field.evidence = Evidence::tool, field.kind = Kind::unknown;
    return field;
}
constexpr i64 most_frames = 0xFFFFFFFF;
constexpr Field keys[] = {word_key("sound.playmode", "what a note does; only the EP-40 loops", play_modes, Evidence::verified),
                          number_key("sound.rootnote", "note at which it plays at its own pitch", 1, 127, Evidence::verified),
                          with_hundredths(number_key("sound.pitch", "semitones, two decimals", -12, 12, Evidence::verified)),
                          number_key("sound.pan", "negative for left", -16, 16, Evidence::verified),
                          number_key("sound.amplitude", "level, 100 for unchanged", 0, 200, Evidence::verified),
                          number_key("envelope.attack", "attack", 0, 255, Evidence::verified),
                          number_key("envelope.release", "release", 0, 255, Evidence::verified),
                          word_key("time.mode", "how it follows the tempo", time_modes, Evidence::verified),
                          with_hundredths(number_key("sound.bpm", "its own tempo", 60, 180, Evidence::tool, Unit::bpm)),
                          number_key("sound.loopstart", "first frame of the loop", -1, most_frames, Evidence::tool, Unit::frames),
                          number_key("sound.loopend", "last frame of the loop", -1, most_frames, Evidence::tool, Unit::frames),
                          word_key("sample.mode", "one sample or zones", sample_modes, Evidence::tool),
                          number_key("sample.start", "first frame of a zone", 0, most_frames, Evidence::tool, Unit::frames),
                          number_key("sample.end", "last frame of a zone", 0, most_frames, Evidence::tool, Unit::frames),
                          regions_key()};

constexpr std::size_t riff_size_at = 4, chunk_head = 8;

void put_size(Bytes& file, std::size_t at, std::size_t size) { *overlay<le32>(file, at) = u32(size); }

void append(Bytes& file, ByteView more) { file.insert(file.end(), more.begin(), more.end()); }
void append_head(Bytes& file, std::string_view id, std::size_t size) {
    append(file, bytes_of(id));
    file.resize(file.size() + 4);
    put_size(file, file.size() - 4, size);
}

// What the RIFF size says more or less than the file has is kept.
void follow_size(Bytes& file, std::size_t before) {
    const u32 said = *overlay<le32>(file, riff_size_at);
    put_size(file, riff_size_at, std::size_t(said) + file.size() - before);
}

Bytes padded(std::string_view text, std::size_t room) {
    Bytes bytes(std::max(text.size() + (text.size() & 1), room));
    std::ranges::copy(bytes_of(text), bytes.begin());
    return bytes;
}

Bytes grown(ByteView file, const Sound& sound, std::string_view json) {
    const Bytes text = padded(json, sound.json_room + (sound.json_room & 1));
    const std::size_t end = *sound.json + sound.json_room, pad = sound.json_room & 1;
    const bool pad_there = pad && end < sound.list + sound.list_size;
    Bytes out(file.begin(), file.begin() + std::ptrdiff_t(*sound.json));
    append(out, text);
    append(out, file.subspan(end + (pad_there ? pad : 0)));
    put_size(out, *sound.json - 4, text.size());
    put_size(out, sound.list - 4, sound.list_size + out.size() - file.size());
    follow_size(out, file.size());
    return out;
}

Bytes added(ByteView file, const Sound& sound, std::string_view json) {
    constexpr std::size_t usual = 164;
    const Bytes text = padded(json, usual);
    const std::size_t at = sound.data - chunk_head;
    Bytes out(file.begin(), file.begin() + std::ptrdiff_t(at));
    append_head(out, "LIST", 12 + text.size());
    append(out, bytes_of("INFO"));
    append_head(out, "TNGE", text.size());
    append(out, text);
    append(out, file.subspan(at));
    follow_size(out, file.size());
    return out;
}

// Positions in the metadata at another rate; -1 is none.
std::string with_moved_positions(std::string text, u32 rate, u32 other_rate) {
    const auto move = [&](const std::string& path) {
        const auto span = find_value(text, path);
        const i64 frame = span ? std::atoll(text.substr(span->from, span->size).c_str()) : -1;
        if (frame >= 0) text = with_value(text, path, std::to_string(moved_frame(u64(frame), rate, other_rate)));
    };
    move("sound.loopstart"), move("sound.loopend");
    for (int i = 1; find_value(text, fmt::format("regions[{}]", i)); i++)
        move(fmt::format("regions[{}].sample.start", i)), move(fmt::format("regions[{}].sample.end", i));
    return text;
}

void move_loops(Bytes& file, const Sound& sound, u32 other_rate) {
    for (std::size_t i = 0; i < sound.loops; i++) {
        auto& loop = *overlay<SampleLoop>(file, *sound.sampler + sizeof(SamplerChunk) + i * sizeof(SampleLoop));
        loop.start = u32(moved_frame(loop.start, sound.rate, other_rate));
        loop.end = u32(moved_frame(loop.end, sound.rate, other_rate));
    }
}

}  // namespace

std::span<const Field> metadata_keys() { return keys; }

Result<Bytes> with_metadata(ByteView file, std::string_view json) {
    const auto sound = open_sound(file);
    if (!sound) return sound.problem();
    if (const auto object = parse_object(json); !object) return object.problem();
    if (json.find("data") != json.npos)
        return Problem{
            .path = "metadata", .expected = "no word \"data\", which the tool takes for the samples", .found = std::string(json)};
    if (!sound->json) return added(file, *sound, json);
    if (json.size() > sound->json_room) return grown(file, *sound, json);
    Bytes out(file.begin(), file.end());
    const auto room = std::span(out).subspan(*sound->json, sound->json_room);
    std::ranges::fill(room, std::byte(0));
    std::ranges::copy(bytes_of(json), room.begin());
    return out;
}

u64 moved_frame(u64 frame, u32 rate, u32 other_rate) { return (2 * frame * other_rate + rate) / (2 * u64(rate)); }

Result<Bytes> with_samples(ByteView file, std::span<const i16> samples, u32 rate) {
    const auto sound = open_sound(file);
    if (!sound) return sound.problem();
    Bytes out(file.begin(), file.begin() + std::ptrdiff_t(sound->data));
    out.resize(sound->data + samples.size_bytes());
    for (std::size_t i = 0; i < samples.size(); i++) *overlay<lei16>(out, sound->data + 2 * i) = samples[i];
    append(out, file.subspan(sound->data + sound->data_size));
    put_size(out, sound->data - 4, samples.size_bytes());
    follow_size(out, file.size());
    auto& format = *overlay<FormatChunk>(out, sound->format);
    format.rate = rate, format.byte_rate = rate * u32(sound->channels) * 2;
    move_loops(out, *sound, rate);
    const std::string before(sound->json_text(file));
    if (!parse_object(before)) return out;
    const std::string text = with_moved_positions(before, sound->rate, rate);
    return text == before ? Result<Bytes>(std::move(out)) : with_metadata(out, text);
}

Result<Bytes> with_frames(ByteView file, u32 frames) {
    const auto sound = open_sound(file);
    if (!sound) return sound.problem();
    const std::size_t kept = std::size_t(frames) * std::size_t(sound->channels) * 2;
    if (kept >= sound->data_size) return Bytes(file.begin(), file.end());
    Bytes out(file.begin(), file.begin() + std::ptrdiff_t(sound->data + kept));
    append(out, file.subspan(sound->data + sound->data_size));
    put_size(out, sound->data - 4, kept);
    follow_size(out, file.size());
    return out;
}

Result<Bytes> with_samples_last(ByteView file) {
    const auto sound = open_sound(file);
    if (!sound) return sound.problem();
    const std::size_t from = sound->data - chunk_head,
                      end = std::min(sound->data + sound->data_size + (sound->data_size & 1), file.size());
    Bytes out(file.begin(), file.begin() + std::ptrdiff_t(from));
    append(out, file.subspan(end));
    append(out, file.subspan(from, end - from));
    return out;
}

}  // namespace groovebench::ep133
