// What tools ask of any format by path: one value with all that is known of it, what is inside a record, all values below it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/json.h"

namespace groovebench {

// A value as it is written by a person: what the machine would show, or the raw number of the file.
struct Written {
    std::string_view shown;
    std::optional<i64> raw = {};
};
Result<Bytes> bytes_of_written(const Place&, ByteView file, const Written&);

struct ValueRead {
    std::string path;
    std::string shown;  // "+12", "FLEX", "120.0"; of a record or an array empty
    std::string json;   // raw; of a record all of it
    std::size_t offset = Problem::nowhere;
    const Field* field = nullptr;  // null: the whole file, or an element of something that has no table
    std::string note = {};         // what it means, where no field says so
};
Result<ValueRead> read_value(const Schema&, ByteView file, std::string_view path, const RecordForms& = {});

// One level: the fields of a record, or those of one of its elements where the path names an array.
struct Listed {
    std::string path;  // "patterns[3].tail"
    u32 count = 0;     // of an array: its paths go on with [1] to [count]; 0 for a single one
    const Field* field = nullptr;
};
Result<std::vector<Listed>> list_fields(const Schema&, ByteView file, std::string_view path, const RecordForms& = {});

// Every value below a path, in the order of the file, records seen through their forms.
using VisitValue = std::function<void(const std::string& path, const Place&)>;
Outcome each_value(const Schema&, ByteView file, std::string_view path, const RecordForms&, const VisitValue&);

}  // namespace groovebench
