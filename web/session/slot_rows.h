// The slots of a project as rows: what lies in them, how long it is, who uses them.
#pragma once

#include <string>
#include <vector>

#include "octatrack/project.h"

namespace groovebench::app {

class Session;

struct SlotRow {
    octatrack::SlotRef slot;
    std::string name, path;  // UTF-8: the file's name, and PATH as the project has it
    std::string file;        // on the card; empty when it is not in reach
    std::string length, gain, state;
    double seconds = 0;
    int uses = 0;      // patterns in which it sounds
    bool bad = false;  // missing, unreadable, inert
};
SlotRow slot_row_of(Session&, octatrack::SlotRef);

// How a list of slots is looked at.
struct SlotView {
    octatrack::Pool pool = octatrack::Pool::flex;
    bool used_only = true, downwards = false;
    int sorted_by = 0;  // a column: 0 slot, 1 file, 3 length, 4 gain, 5 uses, 6 state
    std::string filter;
    bool operator==(const SlotView&) const = default;
};
// A list with the rows it shows, kept until a file, the folder, a sound or the way of looking changes.
struct SlotList {
    SlotView view;

    const std::vector<SlotRow>& rows(Session&);

private:
    struct Key {
        u64 document = 0, tree = 0, sounds = 0;
        SlotView view;
        bool operator==(const Key&) const = default;
    } known_at;
    std::vector<SlotRow> known;
};

}  // namespace groovebench::app
