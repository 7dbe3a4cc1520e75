// Sounds: what they are, what they look like, their samples.
#pragma once

#include "workshop/reply.h"

namespace groovebench::app {

Reply sound_facts(ByteView head, u64 file_size);
Reply sound_picture(ByteView file, u32 columns);
Reply sound(ByteView file, u64 from, u64 to);  // frames [from, to); to 0 is the end

}  // namespace groovebench::app
