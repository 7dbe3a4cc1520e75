// What has changed in a file, in words: "A03 · T3: 4 trigs added (7, 9, 11, 15)". For the list of changes and
// the save plan. Every difference is named or counted; derived bytes (checksums) are left out.
#pragma once

#include <string>
#include <vector>

#include "bytes/bytes.h"

namespace groovebench::octatrack {

struct ChangeGroup {
    std::string heading;             // "Bank A", "Project"
    std::vector<std::string> lines;  // never empty; the last may be "and 12 more"
};

// By the file's name: bank01.work, project.work, markers.strd … Bytes of a file that is new, or gone, are empty.
// No groups when nothing differs but what is derived.
std::vector<ChangeGroup> file_changes(std::string_view file_name, ByteView before, ByteView after);

// bank_index counts from 0.
std::vector<ChangeGroup> bank_changes(ByteView before, ByteView after, int bank_index);
std::vector<ChangeGroup> project_changes(ByteView before, ByteView after);
std::vector<ChangeGroup> markers_changes(ByteView before, ByteView after);

}  // namespace groovebench::octatrack
