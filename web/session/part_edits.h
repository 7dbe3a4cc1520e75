// Edits of the part that the pattern plays: always its working copy, and its edited bit comes on.
#pragma once

#include "session/session.h"

namespace groovebench::app {

// A parameter by its place in the lock table, of T1–T8 (rows 0 to 7) and M1–M8 (8 to 15).
void set_part_value(Session&, int row, int index, u8 value);

// For an edit at `offset` of a bank: the edited bit of the part it lies in, if it does. Within the edit's group.
void mark_part_edited(Session&, std::string_view path, std::size_t offset, std::string_view label);

}  // namespace groovebench::app
