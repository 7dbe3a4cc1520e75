// Edits of the pattern that is looked at. Each is one entry of the history with a name that reads well
// behind "Undo"; the rules that keep a track valid are the core's (octatrack/trigs.h).
#pragma once

#include "octatrack/trigs.h"
#include "session/session.h"

namespace groovebench::app {

// Rows 0 to 7 are T1 to T8, 8 to 15 are M1 to M8. Steps are masks, bit n is step n.
std::string row_name(int row);      // "T3", "M1"
std::string steps_text(u64 steps);  // "step 7", "3 steps (7, 9, 11)"
octatrack::TrigType trig_at(const octatrack::Pattern&, int row, int step);
u8 lock_at(const octatrack::Pattern&, int row, int step, int index);
bool any_lock(const octatrack::Pattern&, int row, int step);
octatrack::TrigWord trig_word_at(const octatrack::Pattern&, int row, int step);
int row_length(const octatrack::Pattern&, int row);
bool recorder_at(const octatrack::Pattern&, int row, int step);

void place_trig(Session&, int row, u64 steps, octatrack::TrigType);
void remove_steps(Session&, int row, u64 steps);
void clear_track(Session&, int row);  // every step; length, scale and swing stay
void clear_pattern(Session&);         // as in a new project; the part it plays stays
void set_recorder(Session&, int row, u64 steps, bool on);
void flip_slide(Session&, int row, u64 steps);
void flip_swing(Session&, int row, u64 steps);
void set_lock(Session&, int row, u64 steps, int index, u8 value);
// A sample lock: on a step that plays nothing yet it brings a trig along. A slot of the other pool is refused.
void lock_slot(Session&, int row, u64 steps, octatrack::SlotRef);
void clear_lock(Session&, int row, u64 steps, int index);
void clear_locks(Session&, int row, u64 steps);

// Fields of the trig word; what is not given stays.
struct TrigFields {
    std::optional<int> repeats, micro_timing, condition;
};
void set_trig_fields(Session&, int row, u64 steps, const TrigFields&);

}  // namespace groovebench::app
