// Which pad plays what: groups, numbers, choke, and the sounds behind the pads.
#pragma once

#include "convert/timing.h"

namespace groovebench::convert {

// One pad for each thing the tracks play, in groups and numbered; sounds in their slots. What does not fit
// goes into the plan's limits, what cannot choke into the report.
void lay_out(const ConversionInput&, const Choices&, const std::vector<TrackHits>&, Plan&, Report&);

const PlannedPad* find_pad(const Plan&, const PadKey&);

}  // namespace groovebench::convert
