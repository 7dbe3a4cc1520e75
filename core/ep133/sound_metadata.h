// The JSON in a sound's chunk LIST/INFO/TNGE: how the sound plays before a pad says otherwise. Source: ep133.md 3.3.
#pragma once

#include "ep133/sound.h"

namespace groovebench::ep133 {

std::span<const Field> metadata_keys();

// The sound with another text there. The room it has is kept where the text fits, as the tool keeps 164 bytes; else the chunks
// around it grow. A sound without such a chunk gets one in front of the samples. Refused: a text with the word "data" in it,
// which the tool would take for the samples; a file that does not open.
Result<Bytes> with_metadata(ByteView file, std::string_view json);

// The same moment at another rate, rounded half up.
u64 moved_frame(u64 frame, u32 rate, u32 other_rate);
// The file with other samples, of all channels, that are the same sound at another rate: loops and zones stay where they were in
// time. The other chunks and keys are kept.
Result<Bytes> with_samples(ByteView file, std::span<const i16> samples, u32 rate);
// The file cut to so many frames.
Result<Bytes> with_frames(ByteView file, u32 frames);
// The same chunks with the samples last, where the tool looks for them.
Result<Bytes> with_samples_last(ByteView file);

}  // namespace groovebench::ep133
