// A file of an OP-Z at a glance, in the musician's words.
#pragma once

#include "any/format.h"

namespace groovebench::any {

// Of files that open.
std::vector<Told> opz_project_summary(ByteView project);
std::vector<Told> opz_kit_summary(std::string_view file_name, ByteView kit);
std::vector<Told> opz_config_summary(ByteView config);
std::vector<Told> opz_log_summary(ByteView log);
std::string opz_log_page();  // Markdown

}  // namespace groovebench::any
