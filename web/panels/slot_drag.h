// Slots that are dragged: from a list, onto a step (a sample lock) or a track (what its machine plays).
#pragma once

#include "panels/panels.h"

namespace groovebench::app {

// Each for the last item that was drawn.
void drag_slot(const SlotRow&);
void take_slot_on_step(Session&, int row, int step);
void take_slot_on_track(Session&, int row);

}  // namespace groovebench::app
