// The disk of an OP-Z beside the file that is looked at, and in dialogs.
#pragma once

#include "panels/panels.h"

namespace groovebench::app {

void disk_section(Session&);  // what a project uses, who uses a kit, the disk itself
void kit_section(Session&);   // the slices of a kit, to be heard

// Numbers 1 to 10 with what is there: "3 · free". The number that was chosen, else 0.
int project_number(const char* label, const Session&, int number);

// "projects/project03.opz": "project 3"; of a snapshot "snapshot of project 3".
std::string project_words(const DiskTold::Project&);

}  // namespace groovebench::app
