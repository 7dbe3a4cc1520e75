#include "panels/slot_drag.h"

#include "bytes/format.h"
#include "session/part_edits.h"
#include "session/pattern_edits.h"

namespace groovebench::app {

using octatrack::SlotRef;

void drag_slot(const SlotRow& row) {
    ui::drag_source("slot", row.slot, fmt::format("{} {}", octatrack::label(row.slot), row.name.empty() ? "empty" : row.name));
}

void take_slot_on_step(Session& session, int row, int step) {
    const auto slot = ui::drop_target<SlotRef>("slot");
    if (!slot) return;
    session.selection.row = row;
    session.selection.select_only(step);
    lock_slot(session, row, u64(1) << step, *slot);
}

void take_slot_on_track(Session& session, int row) {
    if (const auto slot = ui::drop_target<SlotRef>("slot")) {
        session.selection.row = row, session.selection.steps = 0;
        set_track_slot(session, row, *slot);
    }
}

}  // namespace groovebench::app
