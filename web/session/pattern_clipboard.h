// Copy and paste of steps, tracks and patterns, as text that other programs may carry.
#pragma once

#include <string>

#include "session/session.h"

namespace groovebench::app {

// The selected steps; without any the track; on the bank map the pattern. Empty when there is nothing.
std::string copied(const Session&);
void paste(Session&, std::string_view text);
void remove_copied(Session&);  // the second half of cutting

}  // namespace groovebench::app
