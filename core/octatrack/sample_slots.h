// The sample slots of a project, joined from the text and the markers, and who plays them.
// Source: octatrack.md §3.9 and §8, octatrack-bank.md §2.2 and §3.4.
#pragma once

#include <array>

#include "octatrack/bank.h"
#include "octatrack/markers.h"

namespace groovebench::octatrack {

struct SlotRow {
    SlotRef slot;
    const SampleBlock* block = nullptr;    // null: no sample in this slot
    const SlotMarkers* markers = nullptr;  // null: no markers file was given
    std::string path;                      // UTF-8, as the block names it; empty if there is none
    std::string file_name;                 // the last part of the path
    bool inert = false;                    // a sample without a marker record: the device plays nothing
    bool filled() const { return !path.empty(); }
};

// All 264: flex 1 to 128, recorders 1 to 8, static 1 to 128. Views into the project and the markers.
std::vector<SlotRow> sample_slots(const Project&, const Markers*);

// With the master track on, track 8 plays no sample, whatever its machine byte says.
enum class MasterTrack : u8 { off, on };

// A slot that a pattern plays: through the machine of a track's part, or through a sample lock of one step.
struct PlayedSlot {
    SlotRef slot;
    int track = 0;  // from 0
    int step = 0;   // from 0: of the lock, or the first step that plays the machine's slot
    bool sample_lock = false;
};
// Steps beyond the pattern's length count: they come back when it grows.
std::vector<PlayedSlot> pattern_uses(const Bank&, int pattern, MasterTrack);
// Each slot once, flex first.
std::vector<SlotRef> slots_of_pattern(const Bank&, int pattern, MasterTrack);

struct SlotCount {
    int patterns = 0;  // patterns that play it
    int parts = 0;     // working parts whose machine is set to it, played or not: new parts point at slots 1 to 8
};
class SlotUses {
public:
    const SlotCount& of(SlotRef slot) const { return counts[index(slot)]; }
    SlotCount& of(SlotRef slot) { return counts[index(slot)]; }

private:
    static std::size_t index(SlotRef slot) {
        assert(valid(slot));
        return std::size_t(slot.number - 1 + (slot.pool == Pool::flex ? 0 : pool_slots + recorder_count));
    }
    std::array<SlotCount, 2 * pool_slots + recorder_count> counts{};
};
SlotUses slot_uses(std::span<const Bank* const> banks, MasterTrack);

std::string pattern_label(int bank, int pattern);  // from 0: "A03"

}  // namespace groovebench::octatrack
