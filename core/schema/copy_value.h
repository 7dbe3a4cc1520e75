// One value from one file into another: the same field there, be it at another offset.
#pragma once

#include "schema/values.h"

namespace groovebench {

// A flag or a part of a packed value alone; all else byte by byte, whatever the field allows.
void copy_value(ByteSpan to, const Place& there, ByteView from, const Place& here);

}  // namespace groovebench
