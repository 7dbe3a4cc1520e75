// What of the audio files is written, and whether the EP-133 can hold it.
#pragma once

#include "convert/plan.h"

namespace groovebench::convert {

// Decides what of each sound is kept: all of it, or what its pads play if it is too long; puts lengths
// that are known against the limits. Called again with the true lengths when the audio is there.
void fit_sounds(Plan&);

// A moment of a file as frames of the sound that is written from it.
u64 scaled(u64 frame, const PlannedSound&);

}  // namespace groovebench::convert
