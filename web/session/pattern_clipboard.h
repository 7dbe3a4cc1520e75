// Copy, paste and removal of what is selected: steps, tracks, patterns, parts, as text that other programs may carry.
#pragma once

#include <string>

#include "session/session.h"

namespace groovebench::app {

// What the keys are about: the part chosen in the list of parts, else the slot of the list of slots, the pattern of
// the bank map, the selected steps of the pattern, or without any its selected track.
enum class Thing { none, steps, track, pattern, part, slot };
Thing selected_thing(const Session&);

std::string copied(const Session&);  // empty when there is nothing
void paste(Session&, std::string_view text);
void remove_selected(Session&);  // the second half of cutting, too

}  // namespace groovebench::app
