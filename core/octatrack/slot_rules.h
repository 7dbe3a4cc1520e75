// The rules of sample slots: a slot lives in the project's text and in the markers, patterns and parts point at it by
// number. Source: octatrack.md §3.6, §3.9, §6 and §8.
#pragma once

#include <optional>

#include "octatrack/bank.h"
#include "octatrack/markers.h"
#include "octatrack/project.h"
#include "octatrack/sample_settings.h"

namespace groovebench::octatrack {

// Machine slots and sample locks count from 0, the text from 1; recorders follow the flex slots in both. Only STATIC and
// FLEX have a list; 255 is none.
std::optional<SlotRef> slot_of_byte(MachineType, u8 byte);
u8 byte_of_slot(SlotRef);

// What one slot becomes in both files. Apply both, or the device plays nothing.
struct SlotEdit {
    SlotRef slot;
    text::Splice text;    // of the project
    SlotMarkers markers;  // the slot's whole record
};
// A sample with the attributes the device would give it, or those of the .ot file beside it. `path` is ISO 8859-1;
// `frames` at 44.1 kHz, what is trimmed past them is cut off.
Result<SlotEdit> load_slot(const Project&, SlotRef, std::string path, u32 frames, const SampleSettings* ot = nullptr);
// No block and an empty record; a recorder keeps the block of a new project.
Result<SlotEdit> empty_slot(const Project&, SlotRef);
// Writes the record. The sum is written when the file is.
void apply(const SlotEdit&, Markers&);

// Points parts (working and saved) and sample locks that name one slot at another one, of the same pool. Locks belong to
// the pool of the machine that plays them: those on tracks of other machines are left alone. How many bytes changed.
int renumber_slot(Bank&, SlotRef from, SlotRef to);

}  // namespace groovebench::octatrack
