// Which kind of file of an EP-133 something is: a backup, a project out of one, or a member of either.
#pragma once

#include <string_view>

#include "bytes/bytes.h"

namespace groovebench::ep133 {

enum class FileKind : u8 { other, backup, project, pad, pattern, scenes, settings, fx_settings, meta, sound };

// "pad", "fx settings"; "file" for other.
std::string_view word(FileKind);

// By the name, which may have the archive in front of it ("projects/P01.tar/pads/a/p07"), and by what the bytes say where
// the name alone would claim too much. A file that its name promises and that does not open is of its kind all the same.
FileKind kind_of(std::string_view name, ByteView);

// What stands behind the last "/", or behind the last but n.
std::string_view last_parts(std::string_view name, int parts);

}  // namespace groovebench::ep133
