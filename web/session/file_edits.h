// Edits of single fields of any open file, under the rules of octatrack/set_field.h. What is refused is said.
#pragma once

#include "session/file_rows.h"
#include "session/session.h"

namespace groovebench::app {

// One value of a file with a fixed layout.
void put_field(Session&, std::string_view path, const groovebench::Place&, ByteView bytes, std::string_view label);

// The value of a row, as a number or as it was typed.
void put_value(Session&, std::string_view path, const FileRow&, i64 value);
void put_typed(Session&, std::string_view path, const FileRow&, std::string_view typed);

// Whether the row's value may be changed at all, by the reference; a file that is read-only has a word of its own.
bool can_edit(const FileRow&);
// As it stands; of a line, its text.
std::string value_words(const FileRow&, ByteView file);

}  // namespace groovebench::app
