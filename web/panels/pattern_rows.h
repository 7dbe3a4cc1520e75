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
// Where the sixteen steps stand, alike in the rows and in the lane: a scrollbar fits beside them.
inline constexpr float row_label_x = 6 + 26 + 8, row_steps_x = row_label_x + 104 + 8;  // mock-up pixels
ui::StepGrid step_grid(float panel_width);                                             // scaled pixels
void pattern_row(Session&, const PatternShown&, int row);
void lock_lane(Session&, const PatternShown&, float height);

}  // namespace groovebench::app
