// A sound as JSON and back; see file_json.h.
#pragma once

#include "ep133/sound.h"
#include "schema/json.h"

namespace groovebench::ep133 {

std::string sound_json(ByteView file, int depth);  // of a file that opens
Result<Bytes> sound_from_json(const Json&);

}  // namespace groovebench::ep133
