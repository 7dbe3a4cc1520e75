// Which fields of a track or tail the clipboard text names; for clipboard*.cpp only.
#pragma once

#include "schema/values.h"

namespace groovebench::octatrack::clipboard {

// A value of its own: not a tag, a place, a mask, or something of each step.
inline bool is_value(const Field& field) {
    const bool fixed =
        field.kind == Kind::constant || field.kind == Kind::record || field.kind == Kind::packed || field.kind == Kind::flags;
    return !fixed && !field.is_array && field.size <= 8 && field.name != "index" && field.name != "zero";
}

inline const Field* value_field(const Schema& schema, std::string_view name) {
    for (const Field& field : schema.fields)
        if (field.name == name) return is_value(field) ? &field : nullptr;
    return nullptr;
}

}  // namespace groovebench::octatrack::clipboard
