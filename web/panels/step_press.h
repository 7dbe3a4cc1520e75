// What a press on a step does. On an empty step it places a trig and goes on placing while it is dragged; a
// short press on a trig removes it, a long one only selects it, as holding the trig key does on the machine.
// Shift extends the selection, Ctrl adds to it.
#pragma once

#include "panels/panels.h"

namespace groovebench::app {

void press_step(Session&, const octatrack::Pattern&, int row, int step, const ui::StepEvent&);
void paint_step(Session&, const octatrack::Pattern&, int row, int step);  // a drag that began in this row comes over it
void end_press(Session&);                                                 // once a frame
void open_step_menu(Session&, int row, int step);
// Once a frame, in the window of the rows.
void step_menu(Session&);
void track_menu(Session&);  // opened by the badge of a track

}  // namespace groovebench::app
