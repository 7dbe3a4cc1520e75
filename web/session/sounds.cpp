#include "session/sounds.h"

#include <algorithm>
#include <format>
#include <nlohmann/json.hpp>

#include "audio/peaks.h"

namespace groovebench::app {
namespace {
constexpr std::size_t head_size = 4096, columns = 256, kept_pictures = 512;

// The folder is listed by names alone: the size comes with the first bytes.
u64 size_in(const Answer& answer) {
    const auto data = nlohmann::ordered_json::parse(answer.json, nullptr, false);
    return data.is_object() && data.contains("size") && data["size"].is_number() ? u64(std::max(0.0, data["size"].get<double>()))
                                                                                 : answer.bytes.size();
}

}  // namespace

const SoundFacts& Sounds::facts(const std::string& path) {
    const auto [found, fresh] = known.try_emplace(path);
    if (fresh)
        files.read(path, head_size, [this, path](Answer& answer) {
            SoundFacts& facts = known[path];
            changes++;
            auto info = answer.ok ? audio::inspect_sound(answer.bytes, size_in(answer))
                                  : Result<audio::SoundInfo>(Problem{.found = answer.message});
            facts.state = info ? SoundFacts::State::known : SoundFacts::State::failed;
            if (info)
                facts.info = *std::move(info);
            else
                facts.failure = sentence(info.problem());
        });
    return found->second;
}

const SoundPicture& Sounds::picture(const std::string& path) {
    if (pictures.size() > kept_pictures && !pictures.contains(path)) pictures.clear();
    const auto [found, fresh] = pictures.try_emplace(path);
    if (fresh)
        files.read(path, 0, [this, path](Answer& answer) {
            SoundPicture& picture = pictures[path];
            auto sound = answer.ok ? audio::decode_sound(answer.bytes) : Result<audio::Sound>(Problem{.found = answer.message});
            picture.state = sound ? SoundPicture::State::known : SoundPicture::State::failed;
            if (!sound) {
                picture.failure = sentence(sound.problem());
                return;
            }
            picture.peaks = audio::peaks(*sound, 0, sound->frames, columns);
            picture.frames = sound->frames;
        });
    return found->second;
}

void Sounds::play(const std::string& path, u64 from, u64 to) {
    sounding = path;
    files.read(path, 0, [this, path, from, to](Answer& answer) {
        if (sounding != path) return;
        auto sound = answer.ok ? audio::decode_sound(answer.bytes) : Result<audio::Sound>(Problem{.found = answer.message});
        if (!sound) {
            sounding.clear();
            requests.say("announce", {},
                         std::format("{{\"text\":\"{}\",\"level\":\"assertive\"}}", "This sample cannot be played"));
            return;
        }
        const u64 end = to && to < sound->frames ? to : sound->frames, begin = std::min(from, end);
        const auto bytes =
            std::as_bytes(std::span(sound->samples).subspan(begin * sound->channels, (end - begin) * sound->channels));
        requests.say("play", path, std::format("{{\"rate\":{},\"channels\":{}}}", sound->rate, sound->channels),
                     Bytes(bytes.begin(), bytes.end()));
    });
}

void Sounds::stop() {
    sounding.clear();
    requests.say("stop");
}

void Sounds::forget() {
    known.clear();
    pictures.clear();
    sounding.clear();
}

}  // namespace groovebench::app
