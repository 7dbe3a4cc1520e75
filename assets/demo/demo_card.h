// The demo card as a zip: a Set with its AUDIO pool and two projects. The same bytes every time.
#pragma once

#include "bytes/problem.h"

namespace groovebench::demo {

Result<Bytes> demo_card();

}  // namespace groovebench::demo
