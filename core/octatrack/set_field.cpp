#include "octatrack/set_field.h"

#include <algorithm>

namespace groovebench::octatrack {
namespace {

Problem at_path(Problem problem, std::string_view path) {
    problem.path = std::string(path);
    return problem;
}

Outcome set_plain_field(FileKind kind, Bytes& file, std::string_view path, const Written& value) {
    const auto found = locate(*schema_of(kind), file, path, record_forms());
    if (!found) return found.problem();
    if (!found->is_value()) return Problem{.path = std::string(path), .expected = "one value", .found = "a record or an array"};
    const auto bytes = bytes_of_written(found->place(), file, value);
    if (!bytes) return at_path(bytes.problem(), path);
    std::ranges::copy(*bytes, file.begin() + std::ptrdiff_t(found->offset));
    return {};
}

}  // namespace

Outcome set_field(FileKind kind, Bytes& file, std::string_view path, const Written& value) {
    if (const auto problem = refusal(kind, file)) return *problem;
    if (kind == FileKind::project) return set_project_field(file, path, value);
    if (!schema_of(kind))
        return Problem{.path = std::string(path), .expected = "a file of an Octatrack project", .found = "another kind"};
    if (path == "checksum" || path.starts_with("header."))
        return Problem{
            .path = std::string(path), .expected = "a field that is yours to set", .found = "one that is written with the file"};
    return kind == FileKind::bank ? set_bank_field(file, path, value) : set_plain_field(kind, file, path, value);
}

}  // namespace groovebench::octatrack
