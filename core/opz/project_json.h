// A project as one JSON document, and back: the bytes of a document that nobody touched are those of the file.
// "revision" is missing where the file has none. Patterns nobody has touched, empty slots and steps are a word.
#pragma once

#include "opz/project.h"
#include "schema/json.h"

namespace groovebench::opz {

inline constexpr std::string_view project_format = "opz project";

std::string project_json(ByteView project, JsonDetail);  // of a file that opens
Result<Bytes> project_from_json(const Json& document);

}  // namespace groovebench::opz
