// Any file of a project as one JSON document, and back: the bytes of a document that nobody touched are those of the file.
//
// The first name is "format": "octatrack bank" and so on. A binary file follows by its table (schema/json.h). A project's text
// has its values under the names of their paths (settings.tempo, flex[3].gain), whole numbers as numbers and the rest as text,
// and a "layout" of its lines that says where each value stands and keeps all else: comments, unknown keys, order, line ends.
#pragma once

#include "octatrack/file_layout.h"
#include "octatrack/project.h"
#include "schema/json.h"

namespace groovebench::octatrack {

// Refused for files that do not open.
Result<std::string> file_json(FileKind, ByteView file, JsonDetail = JsonDetail::brief);

// The sum is what the document says, right or not: check the file, or seal it. Which kind a document is says any/format.
Result<Bytes> file_from_json(FileKind, Json&& document);

// ---- of project_json.cpp
std::string project_json(ByteView text);
Json project_values(const Project&);                    // settings, states, slots: all but the layout
Json* value_at(Json& document, std::string_view path);  // null where there is none
Result<Bytes> project_from_json(Json&& document);

}  // namespace groovebench::octatrack
