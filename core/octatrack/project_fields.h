// The values of a project's text by path: settings.tempo, states.bank, flex[3].gain, recorders[1].path.
#pragma once

#include <variant>

#include "octatrack/project.h"
#include "schema/by_path.h"

namespace groovebench::octatrack {

struct SlotField {
    SlotRef slot;
    std::optional<Attribute> attribute;  // nothing: the path of its sample
};
using ProjectField = std::variant<const Setting*, SlotField>;  // the pointer is never null
Result<ProjectField> find_project_field(std::string_view path);

// A value, or a group of them: "settings", "flex", "flex[3]".
Result<ValueRead> read_project_value(ByteView text, std::string_view path);
Result<std::vector<Listed>> list_project_fields(ByteView text, std::string_view path);

}  // namespace groovebench::octatrack
