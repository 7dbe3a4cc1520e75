#include "demo/demo_card.h"

#include <algorithm>
#include <map>

#include "archive/zip.h"
#include "audio/wav_out.h"
#include "demo/projects.h"
#include "octatrack/sample_settings.h"

namespace groovebench::demo {
namespace {

const std::string set_name = "DEMO_SET/";

Result<Bytes> loop_settings(const Sound& sound) {
    octatrack::SampleAttributes values{
        .path = sound.name, .priority = octatrack::Priority::trim, .priority_value = 100, .timestretch = 2, .loop_mode = 1};
    octatrack::SlotMarkers record = octatrack::whole_sample(sound.frames());
    octatrack::cut_into_slices(record, 16);
    return octatrack::write_sample_settings(values, record);
}

}  // namespace

Result<Bytes> demo_card() {
    const std::vector<Sound> sounds = all_sounds();
    std::map<std::string, Bytes> files;
    for (const Sound& sound : sounds) {
        auto wav = audio::write_wav_16(rate, sound.channels, sound.samples);
        if (!wav) return wav.problem();
        files[set_name + "AUDIO/" + sound.name] = std::move(*wav);
        if (!sound.name.starts_with("loops/")) continue;
        const std::string base = sound.name.substr(0, sound.name.rfind('.'));
        files[set_name + "AUDIO/" + base + ".ot"] = *loop_settings(sound);
    }
    for (auto& [name, bytes] : night_drive(sounds)) files[set_name + "NIGHT_DRIVE/" + name] = bytes;
    for (auto& [name, bytes] : slow_tide(sounds)) files[set_name + "SLOW_TIDE/" + name] = bytes;
    std::vector<archive::ZipMember> members;
    for (const auto& [name, bytes] : files) members.push_back({.name = name, .bytes = bytes, .time = {}, .level = 9});
    return archive::write_zip(members);
}

}  // namespace groovebench::demo
