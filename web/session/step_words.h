// A step and a pattern in words, for the line at the bottom.
#pragma once

#include <string>

#include "session/session.h"

namespace groovebench::app {

// "T3 step 7 · trig · PTCH -2.0 locked (part: 0.0)", of the pattern that is looked at.
std::string step_words(const Session&, int row, int step);
// "A03 · part 2 DRUMS · 32 steps · 61 trigs, 18 locks"; its name alone where the bank cannot be shown.
std::string pattern_words(const Session&, int bank, int pattern);

}  // namespace groovebench::app
