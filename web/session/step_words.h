// A step in words, for the line at the bottom: "T3 step 7 · trig · PTCH -2.0 locked (part: 0.0) · slice 5 of hats".
#pragma once

#include <string>

#include "session/session.h"

namespace groovebench::app {

std::string step_words(const Session&, int row, int step);  // of the pattern that is looked at

}  // namespace groovebench::app
