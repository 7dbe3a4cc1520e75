// The rules an edit of a part must keep. Source: octatrack-bank.md §6.
#pragma once

#include "octatrack/bank.h"

namespace groovebench::octatrack {

// The edited mask after a change of working part `part` (from 0): its bit set, nothing outside 0 to 15.
u8 with_part_edited(const Bank&, int part);
bool part_is_edited(const Bank&, int part);
// Whether a saved copy exists that a reload could bring back.
bool part_is_saved(const Bank&, int part);

// Which working part holds the byte at `offset` of a bank, or -1: an edit there must set the part's bit.
int part_at(std::size_t offset);

}  // namespace groovebench::octatrack
