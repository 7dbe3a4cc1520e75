#include "session/field_walk.h"

#include <charconv>

#include "session/file_rows.h"

namespace groovebench::app {
namespace {

void append_index(std::string& path, u32 index) {
    char digits[12];
    const auto end = std::to_chars(digits, digits + sizeof digits, index + 1).ptr;
    path += '[';
    path.append(digits, end);
    path += ']';
}

}  // namespace

bool FieldWalk::next(ByteView file) {
    while (!levels.empty()) {
        Level& top = levels.back();
        if (top.field == top.record->fields.size()) {
            levels.pop_back();
            continue;
        }
        const Field& field = top.record->fields[top.field];
        const u32 index = top.index++;
        if (index == field.count) {
            top.field++, top.index = 0;
            continue;
        }
        spelled.resize(top.path_size);
        if (!spelled.empty()) spelled += '.';
        spelled += field.name;
        if (field.is_array) append_index(spelled, index);
        at = top.at + field.offset + std::size_t(index) * field.size;
        if (!field.record) {
            value = &field;
            return true;
        }
        levels.push_back({&seen_through(*field.record, file, at), at, 0, 0, spelled.size()});
    }
    return false;
}

}  // namespace groovebench::app
