// Any bytes are a sound whose numbers hold, or a Problem; the head alone never says more than the file.
#include <algorithm>
#include <cstdlib>

#include "audio/sound.h"

using namespace groovebench;
using namespace groovebench::audio;

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    const ByteView file = std::as_bytes(std::span(data, size));
    const auto head = inspect_sound(file.first(std::min<std::size_t>(size, 64)), size);
    const auto sound = decode_sound(file, 1 << 20);
    if (sound && (sound->samples.size() != sound->frames * sound->channels || sound->samples.size() > size)) std::abort();
    if (sound && !head) std::abort();
    if (sound && head->head_needed > size) std::abort();
    return 0;
}
