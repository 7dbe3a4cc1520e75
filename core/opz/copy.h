// A pattern or a track from one project to another, or to another place of the same. Source: opz.md 11.6, 11.7.
//
// Only what is copied changes, and it comes with what is stale in it. Micro-timing is in the unit of the file it goes to. What the
// other place cannot hold is left out and told.
#pragma once

#include <vector>

#include "opz/project.h"

namespace groovebench::opz {

// From 0, as everything here.
struct PatternPlace {
    ByteView project;
    int pattern = 0;
};
struct TrackPlace {
    int pattern = 0, track = 0;
};

// What was left out, or could not be kept exactly; paths are those of the target. Refused: a project that does not open or is not
// edited, and a track onto one of another kind, whose dials and plugs mean something else.
using Losses = std::vector<Problem>;
Result<Losses> copy_pattern(const PatternPlace& from, Bytes& to, int pattern);
Result<Losses> copy_track(const PatternPlace& from, int track, Bytes& to, const TrackPlace& place);

}  // namespace groovebench::opz
