// The machine's memory for flex samples and recordings, as far as the card tells: octatrack.md §7. What the
// recorders reserve and what each flex slot takes.
#pragma once

#include "bytes/bytes.h"

namespace groovebench::app {

class Session;

struct FlexMemory {
    static constexpr u64 total = 0x5580000;  // bytes: what the machine's display counts from
    u64 reserved = 0, samples = 0;
    bool complete = false;  // the length of every sample is known
    u64 used() const { return reserved + samples; }
};
// Asks for the first bytes of the samples at the first look.
class FlexMemoryKept {
public:
    const FlexMemory& now(Session&);

private:
    u64 text = 0, tree = 0, sounds = 0;
    FlexMemory known;
};

}  // namespace groovebench::app
