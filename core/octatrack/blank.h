// Files of a new project, as the device makes them: written from values, field by field, and sealed.
// Source: the defaults of octatrack.md and octatrack-bank.md; equal to the device's own blank files.
#pragma once

#include <optional>
#include <string>

#include "octatrack/arrangement.h"
#include "octatrack/bank.h"
#include "octatrack/markers.h"
#include "octatrack/project.h"

namespace groovebench::octatrack {

// Devices of the same system were seen to write either into recorder SRC3 of a new part.
enum class NewRecorderSource : u8 { off = 0, main = 9 };

Bytes blank_bank(NewRecorderSource = NewRecorderSource::main);
Bytes blank_markers();
Bytes blank_arrangement();
std::string blank_project();  // OS 1.40B; no samples, eight recorders

// One pattern or part as in a new bank. An index counts from 0.
void make_blank(Pattern&);
void make_blank(Part&, int index, NewRecorderSource = NewRecorderSource::main);

// "project", "markers", "bank01" … "bank16", "arr01" … "arr08": the 26 names of a project, each of
// which may be there as .work and as .strd.
std::vector<std::string> project_file_names();
std::string bank_file_name(int bank);                // from 0: "bank01"
std::string arrangement_file_name(int arrangement);  // from 0: "arr01"
// The bank of a file name such as "bank03.work" or "BANK03.STRD", from 0; nothing for another file.
std::optional<int> bank_of(std::string_view file_name);

struct NewFile {
    std::string name;  // "bank01.work"
    Bytes bytes;
};
std::vector<NewFile> blank_project_files();

}  // namespace groovebench::octatrack
