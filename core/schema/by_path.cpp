#include "schema/by_path.h"

#include "bytes/format.h"

namespace groovebench {
namespace {

std::string joined(std::string_view path, std::string_view name) {
    return path.empty() ? std::string(name) : fmt::format("{}.{}", path, name);
}

// One path that grows and shrinks: a file may have hundreds of thousands of them.
class Walk {
public:
    Walk(ByteView of, const RecordForms& with, const VisitValue& to, std::string_view from)
        : file(of), forms(with), visit(to), path(from) {}

    void record(const Schema& raw, std::size_t at) {
        const bool whole = at + raw.size <= file.size();
        const Schema& table = whole ? forms.seen(raw, file.subspan(at, raw.size)) : raw;
        const std::size_t before = path.size();
        for (const Field& field : table.fields) {
            if (before) path += '.';
            path += field.name;
            all(field, at + field.offset);
            path.resize(before);
        }
    }
    void all(const Field& field, std::size_t at) {
        if (!field.is_array) return element(field, at);
        const std::size_t before = path.size();
        for (u32 i = 0; i < field.count; i++) {
            fmt::format_to(std::back_inserter(path), "[{}]", i + 1);
            element(field, at + std::size_t(i) * field.size);
            path.resize(before);
        }
    }

private:
    void element(const Field& field, std::size_t at) {
        if (field.record)
            record(*field.record, at);
        else
            visit(path, {&field, at});
    }

    ByteView file;
    const RecordForms& forms;
    const VisitValue& visit;
    std::string path;
};

}  // namespace

Result<Bytes> bytes_of_written(const Place& place, ByteView file, const Written& value) {
    return value.raw ? allowed(place, file, *value.raw) : parsed(place, file, value.shown);
}

Result<ValueRead> read_value(const Schema& schema, ByteView file, std::string_view path, const RecordForms& forms) {
    const auto found = locate(schema, file, path, forms);
    if (!found) return found.problem();
    ValueRead read{.path = std::string(path),
                   .json = json_of(*found, file, forms, JsonDetail::full),
                   .offset = found->offset,
                   .field = found->field};
    if (found->is_value() && found->field->kind != Kind::packed) read.shown = shown(found->place(), file);
    return read;
}

Result<std::vector<Listed>> list_fields(const Schema& schema, ByteView file, std::string_view path, const RecordForms& forms) {
    const auto found = locate(schema, file, path, forms);
    if (!found) return found.problem();
    std::vector<Listed> list;
    if (!found->record) return list;
    const std::string inside = found->is_array() ? fmt::format("{}[n]", path) : std::string(path);
    for (const Field& field : found->record->fields)
        list.push_back({joined(inside, field.name), field.is_array ? field.count : 0, &field});
    return list;
}

Outcome each_value(const Schema& schema, ByteView file, std::string_view path, const RecordForms& forms, const VisitValue& visit) {
    const auto found = locate(schema, file, path, forms);
    if (!found) return found.problem();
    Walk walk(file, forms, visit, path);
    if (found->flag >= 0 || (found->is_value() && found->field->kind != Kind::packed))
        visit(std::string(path), found->place());
    else if (found->is_array())
        walk.all(*found->field, found->offset);
    else
        walk.record(*found->record, found->offset);
    return {};
}

}  // namespace groovebench
