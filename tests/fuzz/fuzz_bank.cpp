// A bank of any content. The input is a list of patches (three bytes of place, one of value) on a blank bank, so
// that a fuzzer reaches behind the size and the tags; a first byte of 0xFF means the input is the file itself.
#include <cstdlib>
#include <cstring>

#include "octatrack/blank.h"
#include "octatrack/changes.h"
#include "octatrack/clipboard.h"
#include "octatrack/lock_text.h"
#include "octatrack/thumbnail.h"
#include "schema/walk.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

// What the page asks of a pattern: nothing of it may harm, and the clipboard must give back what it took.
void look_at(const Pattern& pattern, const Part& part) {
    thumbnail(pattern);
    slots_used(pattern, part);
    for (int t = 0; t < track_count; t++)
        for (int index = 0; index < lock_count; index++) lock_shown(part, t, index, lock_at(pattern.audio_tracks[t], 0, index));
    const auto clip = parse_clip(clip_text(copy_track(pattern.audio_tracks[0])));
    AudioTrack again = pattern.audio_tracks[0];
    if (!clip || !paste_track(again, *clip) || std::memcmp(&again, &pattern.audio_tracks[0], sizeof again) != 0) std::abort();
}

void look_at(const Bytes& before, ByteView file) {
    const auto bank = open_bank(file);
    if (!bank) {
        if (sentence(bank.problem()).empty()) std::abort();
        return;
    }
    const Pattern& pattern = (*bank)->patterns[0];
    look_at(pattern, (*bank)->parts[pattern.tail.part & 3]);
    validate(schema<Pattern>, file.subspan(22, sizeof(Pattern)), 20);
    validate(schema<Part>, file.subspan(offsetof(Bank, parts), sizeof(Part)), 20);
    const std::size_t content = sizeof(Bank) - 2;
    const bool differs = std::memcmp(before.data(), file.data(), content) != 0;
    if (bank_changes(before, file, 0).empty() == differs) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    if (size && data[0] == 0xFF) {
        (void)open_bank(std::as_bytes(std::span(data + 1, size - 1)));
        return 0;
    }
    const Bytes before = blank_bank();
    Bytes file = before;
    for (std::size_t i = 0; i + 4 <= size; i += 4) {
        const std::size_t at = std::size_t(data[i]) << 16 | std::size_t(data[i + 1]) << 8 | data[i + 2];
        file[at % file.size()] = std::byte(data[i + 3]);
    }
    look_at(before, file);
    return 0;
}
