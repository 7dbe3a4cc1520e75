// What can be said of a file by its name and bytes alone: opening, checking and verifying after a write all ask here.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "bytes/problem.h"
#include "octatrack/file_layout.h"

namespace groovebench::app {

using octatrack::FileKind;
using octatrack::kind_of;
using octatrack::refusal;
using octatrack::schema_of;

// A sum that is not the sum of the bytes.
std::optional<Problem> wrong_sum(FileKind, ByteView file);
// Everything there is to say: the refusal, or else values out of range and a wrong sum. The sum of an edited
// file is written when it is saved: until then there is nothing to check.
enum class Sum : u8 { checked, not_yet_written };
std::vector<Problem> findings(std::string_view path, ByteView file, Sum sum = Sum::checked);
// Writes the sum of a file that has one.
void seal(std::string_view path, ByteSpan file);

}  // namespace groovebench::app
