// A file of an EP-133 at a glance, in the musician's words, and the page of its format.
#pragma once

#include "any/format.h"
#include "ep133/file_kind.h"

namespace groovebench::any {

std::vector<Told> ep133_summary(ep133::FileKind, ByteView file);
std::string ep133_page(ep133::FileKind);

}  // namespace groovebench::any
