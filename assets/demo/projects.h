// The two projects of the demo card.
#pragma once

#include <map>

#include "demo/sounds.h"

namespace groovebench::demo {

// A house set of three parts at 126 BPM: straight patterns, a sliced break, scenes, MIDI tracks, an arrangement.
std::map<std::string, Bytes> night_drive(const std::vector<Sound>&);
// Half time at 90 BPM: tracks of their own lengths, tempo per pattern, and a sample that is lost.
std::map<std::string, Bytes> slow_tide(const std::vector<Sound>&);

}  // namespace groovebench::demo
