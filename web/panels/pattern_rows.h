// The parts of the pattern editor: a row of steps, and the lane below.
#pragma once

#include "panels/panels.h"

namespace groovebench::app {

void pattern_row(Session&, const octatrack::Pattern&, const octatrack::Part&, int row);
void lock_lane(Session&, const octatrack::Pattern&, float height);

}  // namespace groovebench::app
