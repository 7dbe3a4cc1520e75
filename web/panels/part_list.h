// The four parts of a bank as a list: chosen, renamed, copied, pasted and cleared where they stand.
#pragma once

#include "panels/panels.h"

namespace groovebench::app {

enum class PartMark : u8 { number, colour };  // what stands before the name
void part_list(Session&, PartMark);

}  // namespace groovebench::app
