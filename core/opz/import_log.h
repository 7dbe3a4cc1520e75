// import.log: what the device made of the disk each time it was ejected. Source: opz.md §13.1. Only read: the device writes it.
#pragma once

#include <string>
#include <vector>

#include "schema/json.h"

namespace groovebench::opz {

struct LogLine {
    int import = 0;  // from 1; 0 in front of the first
    std::size_t offset = 0;
    std::string_view text;  // of the file, without the spaces in front
    std::string words;      // what it means; empty for a line that only says where the device is
    bool refused = false;   // something was not taken
};
std::vector<LogLine> log_lines(ByteView file);
bool is_import_log(std::string_view file_name, ByteView file);
std::vector<Problem> log_findings(ByteView file);  // what was refused

std::string log_json(ByteView file);
Result<Bytes> log_from_json(const Json& document);

}  // namespace groovebench::opz
