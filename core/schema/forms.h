// What a format knows of its records beyond their tables, for the tools that go over any format.
#pragma once

#include "schema/schema.h"

namespace groovebench {

struct RecordForms {
    // The table a record is seen through: its own, or the one its first field chooses (a row by its type).
    const Schema& (*seen)(const Schema& record, ByteView bytes) = [](const Schema& record, ByteView) -> const Schema& {
        return record;
    };
    // The word of a record that is as the machine makes a new one; empty for any other. `index` is its place in its array, from 0.
    std::string_view (*word)(const Schema& record, u32 index, ByteView bytes) = [](const Schema&, u32, ByteView) {
        return std::string_view();
    };
    // Writes the record of a word; false where there is no such word.
    bool (*make)(const Schema& record, u32 index, std::string_view word, ByteSpan bytes) = [](const Schema&, u32, std::string_view,
                                                                                              ByteSpan) { return false; };
    // How many of a record's first fields that choice looks at, at most: every table it may choose begins with them.
    std::size_t telling = 1;
};

}  // namespace groovebench
