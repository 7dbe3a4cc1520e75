// One function a panel: it draws what is there and says what the user wants. What it needs comes in as
// an argument; nothing outlives a frame but what is in the Session. The frame (web/app) gives each its place.
#pragma once

#include "session/session.h"
#include "widgets/widgets.h"

namespace groovebench::app {

void top_bar(Session&);
void status_bar(Session&);
void tree_panel(Session&);
void slot_drawer(Session&);

// Editors, in the middle.
void bank_map_panel(Session&);
void pattern_panel(Session&);
void slots_panel(Session&);
void file_panel(Session&);
void compare_panel(Session&);
void setting_rows(Session&);  // of the project text, in the field inspector

// Beside them.
void project_inspector(Session&);
void step_inspector(Session&);
void slot_inspector(Session&);
void file_inspector(Session&);   // the bytes of the file
void field_inspector(Session&);  // every field of what is selected

// Below.
void problems_panel(Session&);
void changes_panel(Session&);
void history_panel(Session&);
void preflight_panel(Session&);  // of an archive of an EP-133

// Above everything.
void command_box(Session&);
void keys_overlay(Session&);
void ppak_dialog(Session&);
void doctor_dialog(Session&);
void bundle_out_dialog(Session&);
void bundle_in_dialog(Session&);
void new_opz_dialog(Session&);

}  // namespace groovebench::app
