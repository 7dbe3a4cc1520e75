// A file of an OP-Z at a glance, in the musician's words.
#pragma once

#include "any/format.h"

namespace groovebench::any {

std::vector<Told> opz_project_summary(ByteView project);

}  // namespace groovebench::any
