// Where the command box can lead: made when it opens, and again when what it lists has changed.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "bytes/bytes.h"

namespace groovebench::app {

class Session;

struct Goal {
    std::string words, note;
    std::string folded;  // both, as they are searched
    std::function<void(Session&)> go;
};
struct GoalList {
    std::vector<Goal> all;
    std::vector<std::size_t> found;  // the best for what is typed, best first
    std::string typed;
    u64 document = 0, tree = 0;
};

}  // namespace groovebench::app
