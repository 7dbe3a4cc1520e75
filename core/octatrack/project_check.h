// What only shows when the files of a project are looked at together: slots that are in one file and not in the other,
// locks and machines that play empty slots, files that are missing, work and stored copies apart.
// Source: octatrack.md §1.1, §3.9 and §8.
#pragma once

#include "octatrack/compare.h"
#include "octatrack/health.h"

namespace groovebench::octatrack {

// Findings with file, place and path; what one file says of itself is check_file's. Files that do not open are passed over
// here. Without `find` nobody looks for the samples. At most `limit`.
std::vector<Problem> check_project(std::span<const NamedFile> files, const FindSample& find = {}, std::size_t limit = 1000);

}  // namespace groovebench::octatrack
