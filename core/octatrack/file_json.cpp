#include "octatrack/file_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bytes/format.h"

namespace groovebench::octatrack {
namespace {

constexpr std::string_view format_name = "format", machine = "octatrack ";

Result<Bytes> binary_from_json(FileKind kind, const Json& document) {
    const Schema& schema = *schema_of(kind);
    constexpr std::string_view besides[] = {format_name};
    Bytes bytes(schema.size);
    if (const auto put = put_json(document, schema, bytes, 0, record_forms(), besides); !put) return put.problem();
    if (const auto problem = refusal(kind, bytes)) return *problem;
    return bytes;
}

}  // namespace

Result<std::string> file_json(FileKind kind, ByteView file, JsonDetail detail) {
    if (const auto problem = refusal(kind, file)) return *problem;
    if (kind == FileKind::project) return project_json(file);
    const Schema* schema = schema_of(kind);
    if (!schema) return Problem{.expected = "a file of an Octatrack project", .found = "another kind", .cause = Cause::unsupported};
    const std::string record = json_of(*locate(*schema, file, ""), file, record_forms(), detail);
    return fmt::format("{{\n \"{}\": \"{}{}\",{}\n", format_name, machine, word(kind), std::string_view(record).substr(1));
}

Result<Bytes> file_from_json(FileKind kind, Json&& document) {
    return kind == FileKind::project ? project_from_json(std::move(document)) : binary_from_json(kind, document);
}

}  // namespace groovebench::octatrack
