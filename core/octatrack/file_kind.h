// What a file of a project is, by its name alone.
#pragma once

#include <string>
#include <string_view>

#include "bytes/bytes.h"

namespace groovebench::octatrack {

enum class FileKind : u8 { project, markers, bank, arrangement, sample_settings, other };

// Of the last part of a path, letters in any case: "BANK01.STRD" is a bank, "kick.ot" sample settings.
FileKind kind_of(std::string_view path);
std::string_view base_name(std::string_view path);  // behind the last "/"
// Without .work or .strd and in lower case: what the two copies of a file have in common.
std::string copy_name(std::string_view path);
bool is_stored_copy(std::string_view path);  // .strd

}  // namespace groovebench::octatrack
