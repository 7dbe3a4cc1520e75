// Edits of the project's text: settings and sample slots. Each is one splice of its lines; a slot lives in
// the markers file too.
#pragma once

#include "octatrack/project_edit.h"
#include "session/session.h"

namespace groovebench::app {

void change_setting(Session&, const octatrack::Setting&, i64 value);
void change_attribute(Session&, octatrack::SlotRef, octatrack::Attribute, i64 value);
void clear_slot(Session&, octatrack::SlotRef);  // its sample's block and markers; the file stays on the card

}  // namespace groovebench::app
