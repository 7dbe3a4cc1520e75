// The parts of the pattern editor: a row of steps, and the lane below.
#pragma once

#include "panels/panels.h"

namespace groovebench::app {

// What a row is drawn from.
struct PatternShown {
    const octatrack::Pattern& pattern;
    const octatrack::Part& part;
    const PatternSteps& steps;
};
void pattern_row(Session&, const PatternShown&, int row);
void lock_lane(Session&, const PatternShown&, float height);

}  // namespace groovebench::app
