// The keyboard in the table of a file's fields, and the search above it.
#pragma once

#include "panels/panels.h"

namespace groovebench::app {

inline constexpr float field_row_height = 24;

void choose_field(Session&, const FileRow&);
void begin_typing(FileView&, std::string words);  // a value, in its place

// Arrows move and fold, Enter opens or types, Home and End go to the ends. Within the window of the rows.
void use_field_keys(Session&, const std::vector<FileRow>&);
// Brings the chosen row into sight, when somebody has asked for it. Within the window of the rows.
void follow_field(FileView&, const std::vector<FileRow>&);
// Returns whether the keys of this frame were for the search.
bool search_fields(Session&, const std::vector<FileRow>&);

}  // namespace groovebench::app
