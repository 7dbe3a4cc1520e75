#include "opz/project_json.h"

#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "opz/layout.h"
#include "schema/walk.h"

namespace groovebench::opz {

std::string project_json(ByteView file, JsonDetail detail) {
    const Schema& schema = project_schema(file.size());
    const std::string record = json_of(*locate(schema, file, ""), file, record_forms(), detail);
    return fmt::format("{{\n \"format\": \"{}\",{}\n", project_format, std::string_view(record).substr(1));
}

Result<Bytes> project_from_json(const Json& document) {
    const bool is_new = document.is_object() && document.contains("revision");
    Bytes bytes(is_new ? project_size : size_without_revision);
    constexpr std::string_view besides[] = {"format"};
    if (const auto put = put_json(document, project_schema(bytes.size()), bytes, 0, record_forms(), besides); !put)
        return put.problem();
    return bytes;
}

}  // namespace groovebench::opz
