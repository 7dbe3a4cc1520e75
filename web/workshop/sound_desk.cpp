#include "workshop/sound_desk.h"

#include "audio/peaks.h"
#include "workshop/asked.h"

namespace groovebench::app {
namespace {

template <class T>
Bytes bytes_of_all(std::span<const T> values) {
    const auto bytes = std::as_bytes(values);
    return Bytes(bytes.begin(), bytes.end());
}

}  // namespace

Reply sound_facts(ByteView head, u64 file_size) {
    const auto info = audio::inspect_sound(head, file_size);
    if (!info) return refused(info.problem());
    return {.json = text_of({{"rate", info->rate}, {"channels", info->channels}, {"bits", info->bits}, {"frames", info->frames}})};
}

Reply sound_picture(ByteView file, u32 columns) {
    const auto decoded = audio::decode_sound(file);
    if (!decoded) return refused(decoded.problem());
    const auto peaks = audio::peaks(*decoded, 0, decoded->frames, std::clamp(columns, 1u, 4096u));
    return {.json = text_of({{"frames", decoded->frames}}), .bytes = bytes_of_all(std::span<const audio::Peak>(peaks))};
}

Reply sound(ByteView file, u64 from, u64 to) {
    const auto decoded = audio::decode_sound(file);
    if (!decoded) return refused(decoded.problem());
    const u64 end = to && to < decoded->frames ? to : decoded->frames, begin = std::min(from, end);
    const auto part =
        std::span<const float>(decoded->samples).subspan(begin * decoded->channels, (end - begin) * decoded->channels);
    return {.json = text_of({{"rate", decoded->rate}, {"channels", decoded->channels}}), .bytes = bytes_of_all(part)};
}

}  // namespace groovebench::app
