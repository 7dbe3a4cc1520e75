// The keyboard in the pattern editor and on the bank map: the cursor, what a key does to the selected steps, the clipboard.
#pragma once

#include "session/pattern_edits.h"

namespace groovebench::app {

void toggle_trig(Session&, octatrack::TrigType);  // places it, or removes it where all selected steps have it
void toggle_recorder(Session&);
void nudge(Session&, int by);  // micro-timing, 1/384 a press
void select_track(Session&);
void step_pattern(Session&, int by);
void move_cursor(Session&);  // arrows, pages, Home, End, 1–8
void move_on_map(Session&);  // the same among the banks

}  // namespace groovebench::app
