// The settings on the disk: config/general.json, midi.json, dmx.json. Source: opz.md §13.2.
// Edited in place: the device refuses an invalid file whole.
#pragma once

#include "opz/json_file.h"

namespace groovebench::opz {

bool is_config(std::string_view file_name, ByteView file);  // by its name, else by names in it that only these files have

const JsonFileKind& config_file();
std::vector<Problem> config_findings(ByteView file);
std::vector<ValueDifference> compare_configs(ByteView first, ByteView second);  // both open
std::string config_page();                                                      // Markdown

}  // namespace groovebench::opz
