// Any bytes are a backup, a project, a pattern, scenes, settings, a sound or meta.json, or a Problem with
// a sentence; what is found in them is bounded; what opens as a pattern is as long as it says.
#include <cstdlib>

#include "ep133/backup.h"

using namespace groovebench;
using namespace groovebench::ep133;

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    const ByteView file = std::as_bytes(std::span(data, size));
    if (const auto backup = open_backup(file)) {
        if (check_backup(*backup, 50).size() > 50) std::abort();
    } else if (sentence(backup.problem()).empty()) {
        std::abort();
    }
    if (const auto project = open_project(file)) check_project(*project, {{1, 100}});
    if (const auto pattern = open_pattern(file); pattern && 4 + 8 * pattern->events.size() != size) std::abort();
    check_pattern(file);
    check_scenes(file);
    check_settings(file);
    if (const auto sound = open_sound(file); sound && (sound->data > size || sound->data_size > size - sound->data)) std::abort();
    check_sound(file);
    if (const auto meta = open_meta(file))
        if (!open_meta(write_meta(*meta))) std::abort();
    return 0;
}
