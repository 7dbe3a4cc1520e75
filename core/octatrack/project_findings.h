// What stands in a project's text that the references do not expect. Nothing here stops a file from opening.
#pragma once

#include "octatrack/project.h"

namespace groovebench::octatrack {

// At most a few hundred, in the order of the file as far as possible.
std::vector<Problem> project_findings(const Project&);

}  // namespace groovebench::octatrack
