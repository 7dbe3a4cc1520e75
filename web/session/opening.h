// A card begins: what is shown first.
#pragma once

#include "session/session.h"

namespace groovebench::app {

// The walk is complete: the first project is shown when there is no other choice to make.
void listed(Session&, double seconds);

}  // namespace groovebench::app
