// What a pattern looks like from afar, cheap enough for the 256 patterns of a project, and which slots it plays.
#pragma once

#include <array>
#include <vector>

#include "octatrack/part.h"
#include "octatrack/project.h"

namespace groovebench::octatrack {

// Rows 0 to 7 are T1 to T8, 8 to 15 are M1 to M8. Bit n of a row is step n; steps beyond the track's length are left out.
struct Thumbnail {
    std::array<u64, 16> trigs{};   // trigs and one-shots: what sounds
    std::array<u64, 16> others{};  // trigless trigs, trigless locks, recorder trigs, without a trig on the step
    std::array<u8, 16> lengths{};  // steps that count for the row
    int length = 0;                // of the longest row
    bool empty = true;             // nothing in any row
};
Thumbnail thumbnail(const Pattern&);

// A slot that sounds in a pattern: by a trig that plays the part's slot, or one with a sample lock.
struct SlotUse {
    u8 machine = 0;  // the list it is in: STATIC or FLEX; recorders are FLEX slots 128 to 135
    u8 slot = 0;
    u8 track = 0;
    u64 steps = 0;        // that play it, bit n is step n
    bool locked = false;  // through a sample lock on at least one of them

    SlotRef ref() const { return {machine == u8(MachineType::static_machine) ? Pool::static_pool : Pool::flex, slot + 1}; }
    bool operator==(const SlotUse&) const = default;
};
// With the master track on, track 8 plays no sample, whatever its machine byte says.
enum class MasterTrack : u8 { off, on };
// Sorted by track, then slot, one entry for each pair. `part` is the one the pattern plays. Trigs within the length only:
// those beyond it are kept and silent.
std::vector<SlotUse> slots_used(const Pattern&, const Part& part, MasterTrack = MasterTrack::off);

}  // namespace groovebench::octatrack
