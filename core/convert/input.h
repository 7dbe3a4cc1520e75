// What a conversion reads, gathered from the open files of a project.
#pragma once

#include "convert/plan.h"
#include "octatrack/bank.h"
#include "octatrack/markers.h"

namespace groovebench::convert {

// The pattern with the working part it plays; tempo, mutes and master track of the project; every slot
// that holds a sample, with gain, loop, timestretch, and from the markers (may be null) trim and slices.
// `bank` and `pattern` count from 0. Paths are as the project text has them, in UTF-8 and relative to the
// project's folder ("../AUDIO/kick.wav"): the caller finds the files, may replace the paths by those of
// the card, and adds rate, channels and frames as soon as it knows them, or `missing`.
ConversionInput input_of(const octatrack::Bank&, int bank, int pattern, const octatrack::Project&, const octatrack::Markers*,
                         std::string project_name);

}  // namespace groovebench::convert
