// The sample slots of a project, joined from the text and the markers. Who plays them: thumbnail.h.
// Source: octatrack.md §3.9 and §8.
#pragma once

#include <string>
#include <vector>

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

}  // namespace groovebench::octatrack
