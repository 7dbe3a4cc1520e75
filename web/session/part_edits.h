// Edits of the part that the pattern plays: always its working copy, and its edited bit comes on.
#pragma once

#include "session/session.h"

namespace groovebench::app {

// A parameter by its place in the lock table, of T1–T8 (rows 0 to 7) and M1–M8 (8 to 15).
void set_part_value(Session&, int row, int index, u8 value);

// What T1–T8 plays: the slot, and the machine (STATIC or FLEX) that plays the slot's pool.
void set_track_slot(Session&, int row, octatrack::SlotRef);

// Parts of the bank that is looked at, from 0. Copied as text that other programs may carry.
void rename_part(Session&, int part, std::string_view name);  // UTF-8; what the machine cannot hold is refused in words
std::string copied_part(const Session&, int part);
void paste_part(Session&, int part, std::string_view text);
void clear_part(Session&, int part);  // as in a new project; its name stays

}  // namespace groovebench::app
