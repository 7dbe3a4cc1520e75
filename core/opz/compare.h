// Two projects against each other in the musician's words, with the place from the pattern down to the step.
#pragma once

#include <string>
#include <vector>

#include "opz/project.h"

namespace groovebench::opz {

struct ProjectDifference {
    std::vector<std::string> place;  // "Pattern 3", "kick", "step 5"
    std::string words;               // "filter not locked → 96"
    std::string path;                // of the field, or of the slot whose note it is
    std::size_t offset = 0;          // of the first byte that differs
};

// Both open. A file without a revision differs from one with it in that alone.
std::vector<ProjectDifference> compare_projects(ByteView first, ByteView second);

// One project with some of the differences to another as they are there: a note that comes or goes with its whole slot, a lock
// with its flag.
Bytes taken_over(ByteView to, ByteView from, const std::vector<ProjectDifference>& taken);

}  // namespace groovebench::opz
