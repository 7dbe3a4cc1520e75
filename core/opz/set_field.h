// A value of a project set by its path, under the rules that keep a project as the machine makes it: a note in an empty slot
// comes whole, a lock with its flag, a component's value with its bit, a chain in one piece.
#pragma once

#include "opz/project.h"
#include "schema/by_path.h"

namespace groovebench::opz {

// Changes the bytes, or refuses and leaves them.
Outcome set_project_field(Bytes& file, std::string_view path, const Written&);

}  // namespace groovebench::opz
