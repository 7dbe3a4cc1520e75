// What is odd in a project: values that leave their range, chains and notes that contradict themselves, sounds nobody knows.
// The device itself checks nothing but the file's name. Source: opz.md §11.
#pragma once

#include <vector>

#include "opz/project.h"

namespace groovebench::opz {

// Of a file that opens. At most `limit` findings a pattern and as many of the rest. Notes tell what is kept and means nothing.
std::vector<Problem> project_findings(ByteView project, std::size_t limit = 100);

// The name a project must have on the disk: project01.opz to project10.opz, with an f behind the number for its snapshot.
bool is_project_name(std::string_view file_name);

}  // namespace groovebench::opz
