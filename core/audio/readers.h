// The reader of each container; use inspect_sound of sound.h, which knows which one to call.
#pragma once

#include "audio/sound.h"

namespace groovebench::audio {

Result<SoundInfo> inspect_wav(ByteView head, u64 file_size);
Result<SoundInfo> inspect_aiff(ByteView head, u64 file_size);

// Makes the Problem of a broken, or of an unsupported file.
inline Problem broken(u64 offset, std::string path, std::string expected, std::string found) {
    return {Severity::error, "", std::size_t(offset), std::move(path), std::move(expected), std::move(found), Cause::broken};
}
inline Problem unsupported(u64 offset, std::string path, std::string expected, std::string found) {
    return {Severity::error, "", std::size_t(offset), std::move(path), std::move(expected), std::move(found), Cause::unsupported};
}

// The checks of rate, channels and bits that both share; `offset` is where the format chunk is.
std::optional<Problem> shape_problem(const SoundInfo& info, u64 offset);

// Sets where the frames are and how many: as many as are in `size` bytes at `offset`.
void set_frames(SoundInfo& info, u64 offset, u64 size);

}  // namespace groovebench::audio
