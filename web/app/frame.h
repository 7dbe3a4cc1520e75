// The frame: where every panel stands. The list of panels is the list of calls.
#pragma once

#include "session/session.h"

namespace groovebench::app {

void frame(Session&);

}  // namespace groovebench::app
