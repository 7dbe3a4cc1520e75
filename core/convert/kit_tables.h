// What may stand in place of the description of a kit (kit.h): tables of a spreadsheet, or nothing but the sounds.
#pragma once

#include <string>
#include <vector>

#include "bytes/problem.h"

namespace groovebench::convert {

// CSV with a row of names first, commas or semicolons; each table may be empty.
struct KitTables {
    std::string_view pads;      // pad, file, slot, name, and fields of the pad; a file may stand in several rows
    std::string_view patterns;  // pattern, bars, pad, at, note, velocity, duration: a row for every note
    std::string_view scenes;    // a, b, c, d, time
};

// The description as JSON. Refused: a row with more cells than names.
Result<std::string> description_of_tables(const KitTables&);

// One after another onto the slots from 700 on, and the first 48 onto the pads from A1 on.
std::string description_of_sounds(const std::vector<std::string>& files);

}  // namespace groovebench::convert
