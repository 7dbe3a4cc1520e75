// Slots by what lies in them.
#pragma once

#include <string>
#include <vector>

#include "octatrack/part.h"
#include "octatrack/project.h"
#include "session/selection.h"

namespace groovebench::app {

class Session;

struct FilledSlot {
    u8 slot = 0;        // as machine slots and sample locks count: from 0, 128 to 135 the recorders
    std::string words;  // "F014 hats_chain"
};
// Slots of the pool of a machine (STATIC or FLEX) that have a sample, recorders behind. Panels ask the project
// (project_state.h), which keeps them.
std::vector<FilledSlot> filled_slots(const octatrack::Project&, u8 machine);
std::string slot_words(const Session&, u8 machine, u8 slot);    // "F014 hats_chain", "F014 empty"
std::string file_name_of(const Session&, u8 machine, u8 slot);  // "hats_chain.wav", UTF-8; empty for none
octatrack::SlotRef slot_ref(u8 machine, u8 slot);

// The slot the selected track plays at the selected step: its sample lock, or the part's.
std::optional<octatrack::SlotRef> playing_slot(const Session&, const octatrack::Part&, const Selection&);

// What a track plays, in a word: the sample's name, "A B in", "of T7".
std::string playing_name(const Session&, const octatrack::Part&, int track);

}  // namespace groovebench::app
