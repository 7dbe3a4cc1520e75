#include "session/sounds.h"

#include <cstring>
#include <nlohmann/json.hpp>

#include "bytes/format.h"

namespace groovebench::app {
namespace {

constexpr std::size_t columns = 256, kept_pictures = 512;

u64 number_in(const nlohmann::ordered_json& data, const char* key) {
    return data.is_object() && data.contains(key) && data[key].is_number_unsigned() ? data[key].get<u64>() : 0;
}

std::vector<ui::Peak> peaks_in(ByteView bytes) {
    std::vector<ui::Peak> peaks(bytes.size() / sizeof(ui::Peak));
    if (!peaks.empty()) std::memcpy(peaks.data(), bytes.data(), peaks.size() * sizeof(ui::Peak));
    return peaks;
}

}  // namespace

Bytes Sounds::added_here(const std::string& path) const {
    if (!document.is_open(path) || document.is_on_card(path)) return {};
    const ByteView bytes = document.bytes(path);
    return {bytes.begin(), bytes.end()};
}

const SoundFacts& Sounds::facts(const std::string& path) {
    const auto [found, fresh] = known.try_emplace(path);
    if (fresh)
        requests.ask("sound_facts", path, "{}", [this, path](Answer& answer) {
            SoundFacts& facts = known[path];
            changes++;
            facts.state = answer.ok ? SoundFacts::State::known : SoundFacts::State::failed;
            facts.failure = answer.message;
            const auto data = nlohmann::ordered_json::parse(answer.json, nullptr, false);
            facts.info = {.rate = u32(number_in(data, "rate")),
                          .channels = u16(number_in(data, "channels")),
                          .bits = u16(number_in(data, "bits")),
                          .frames = number_in(data, "frames")};
        });
    return found->second;
}

const SoundPicture& Sounds::picture(const std::string& path) {
    if (pictures.size() > kept_pictures && !pictures.contains(path)) pictures.clear();
    const auto [found, fresh] = pictures.try_emplace(path);
    if (fresh)
        requests.ask("sound_picture", path, fmt::format("{{\"columns\":{}}}", columns), added_here(path),
                     [this, path](Answer& answer) {
                         SoundPicture& picture = pictures[path];
                         picture.state = answer.ok ? SoundPicture::State::known : SoundPicture::State::failed;
                         picture.failure = answer.message;
                         picture.peaks = peaks_in(answer.bytes);
                         picture.frames = number_in(nlohmann::ordered_json::parse(answer.json, nullptr, false), "frames");
                     });
    return found->second;
}

void Sounds::play(const std::string& path, u64 from, u64 to, std::function<void(std::string_view why)> failed) {
    sounding = path;
    requests.ask("play", path, fmt::format("{{\"from\":{},\"to\":{}}}", from, to), added_here(path),
                 [this, path, failed = std::move(failed)](Answer& answer) {
                     if (answer.ok) return;
                     if (sounding == path) sounding.clear();
                     failed(answer.message);
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
