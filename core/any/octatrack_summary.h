// A file of an Octatrack project at a glance, in the musician's words.
#pragma once

#include "any/format.h"
#include "octatrack/file_kind.h"

namespace groovebench::any {

std::vector<Told> octatrack_summary(octatrack::FileKind, std::string_view file_name, ByteView file);
std::string project_page();  // the format page of a project's text, of the table of its keys

}  // namespace groovebench::any
