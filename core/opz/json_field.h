// Descriptions of the values in a kit's or a configuration's JSON, which have no place of their own in the file.
#pragma once

#include "schema/schema.h"

namespace groovebench::opz {

constexpr Field json_number(std::string_view name, Evidence evidence, std::string_view note, i64 min, i64 max, u32 count = 1,
                            Unit unit = Unit::none) {
    return {.name = name,
            .note = note,
            .evidence = evidence,
            .unit = unit,
            .kind = Kind::ranged,
            .size = 4,
            .count = count,
            .is_array = count > 1,
            .is_signed = min < 0,
            .min = min,
            .max = max};
}
constexpr Field json_flag(std::string_view name, Evidence evidence, std::string_view note) {
    return json_number(name, evidence, note, 0, 1);
}
constexpr Field json_words(std::string_view name, Evidence evidence, std::string_view note) {
    return {.name = name, .note = note, .evidence = evidence, .kind = Kind::text, .size = 255};
}

}  // namespace groovebench::opz
