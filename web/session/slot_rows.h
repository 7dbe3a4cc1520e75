// The slots of a project as rows: what lies in them, how long it is, who uses them.
#pragma once

#include <string>
#include <vector>

#include "session/session.h"

namespace groovebench::app {

struct SlotRow {
    octatrack::SlotRef slot;
    std::string name, path;  // UTF-8: the file's name, and PATH as the project has it
    std::string file;        // on the card; empty when it is not in reach
    std::string length, gain, state;
    double seconds = 0;
    int uses = 0;      // patterns and parts
    bool bad = false;  // missing, unreadable, inert
};

std::vector<SlotRow> slot_rows(Session&);  // of the pool that is shown, filtered and sorted
SlotRow slot_row_of(Session&, octatrack::SlotRef);
std::vector<std::string> patterns_using(const Session&, octatrack::SlotRef);  // "A03"

}  // namespace groovebench::app
