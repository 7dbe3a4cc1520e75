// A value of a file of a project, set by its path under the rules that keep files valid: at most one type of trig a step,
// the trigless lock follows the locks, an edit of a working part sets its bit, an effect comes with its own values.
#pragma once

#include "octatrack/bank.h"
#include "octatrack/file_layout.h"
#include "schema/by_path.h"

namespace groovebench::octatrack {

// Changes the bytes, or refuses and leaves them. The sum is written when the file is. A read-only file is the caller's to know.
Outcome set_field(FileKind, Bytes& file, std::string_view path, const Written&);

// One value of a bank at its place, under the same rules. `path` is for the refusal alone.
Outcome set_bank_value(Bank&, std::string_view path, const Place&, Bytes value);

// ---- of set_bank_field.cpp and set_project_field.cpp
Outcome set_bank_field(Bytes& file, std::string_view path, const Written&);
Outcome set_project_field(Bytes& file, std::string_view path, const Written&);

}  // namespace groovebench::octatrack
