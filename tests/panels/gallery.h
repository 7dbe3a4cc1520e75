// Every widget at once, laid out as in the mock-ups: to look at (target gallery) and to draw in tests.
// Numbers in it are invented.
#pragma once

#include <string>

namespace groovebench {

struct Gallery {
    bool project = false;  // the bank map in place of the pattern
    bool full = false;     // sixteen tracks of 64 steps, everything set: the most that can be on screen
    std::string search;
    int tab = 0, page = 0, part = 1, choice = 2, value = 64, last_step = -1;
    float side = 232, inspector = 324;
    bool toggled = true, ticked = false;
};
void draw_gallery(Gallery& state);

}  // namespace groovebench
