#include "octatrack/file_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bytes/format.h"

namespace groovebench::octatrack {
namespace {

constexpr std::string_view format_name = "format", machine = "octatrack ";

std::string known_formats() {
    std::string list;
    for (const FileKind kind :
         {FileKind::bank, FileKind::project, FileKind::markers, FileKind::arrangement, FileKind::sample_settings})
        list += fmt::format("{}\"{}{}\"", list.empty() ? "" : ", ", machine, word(kind));
    return list;
}

Result<FileKind> kind_of_document(const Json& document) {
    const auto found = document.is_object() ? document.find(format_name) : document.end();
    const auto* text = document.is_object() && found != document.end() ? found->get_ptr<const std::string*>() : nullptr;
    const std::string_view name = text ? std::string_view(*text) : std::string_view();
    const auto kind = name.starts_with(machine) ? kind_from_word(name.substr(machine.size())) : std::nullopt;
    if (kind) return *kind;
    return Problem{.path = std::string(format_name), .expected = known_formats(), .found = text ? *text : "no such name"};
}

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

Result<JsonFile> file_from_json(std::string_view text) {
    auto document = parse_json(text);
    if (!document) return document.problem();
    const auto kind = kind_of_document(*document);
    if (!kind) return kind.problem();
    auto bytes = *kind == FileKind::project ? project_from_json(std::move(*document)) : binary_from_json(*kind, *document);
    if (!bytes) return bytes.problem();
    return JsonFile{*kind, *std::move(bytes)};
}

}  // namespace groovebench::octatrack
