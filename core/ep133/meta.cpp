#include "ep133/meta.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "ep133/json_paths.h"

namespace groovebench::ep133 {
namespace {

constexpr Field key(std::string_view name, std::string_view note, Evidence evidence, Kind kind = Kind::text) {
    Field field;
    field.name = name, field.note = note, field.evidence = evidence, field.kind = kind;
    if (kind == Kind::ranged) field.max = 1000000;
    return field;
}
constexpr Field keys[] = {key("info", "constant", Evidence::verified),
                          key("pak_version", "constant, 1", Evidence::verified, Kind::ranged),
                          key("pak_type", "project for a .ppak; user for a .pak, factory for an official one", Evidence::verified),
                          key("pak_release", "of the format, 1.2.0", Evidence::verified),
                          key("device_name", "as the device reports it", Evidence::verified),
                          key("device_sku", "number of the machine; the tool refuses the file for another", Evidence::verified),
                          key("device_version", "OS", Evidence::verified),
                          key("generated_at", "UTC with milliseconds", Evidence::verified),
                          key("author", "constant, computer", Evidence::verified),
                          key("base_sku", "of the machine that this one is compatible with", Evidence::tool)};

std::string text_at(const Json& json, const char* key) {
    const auto value = json.find(key);
    return value != json.end() && value->is_string() ? value->get<std::string>() : std::string();
}

Bytes written(const Json& json) {
    const std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace);
    const ByteView bytes = bytes_of(text);
    return {bytes.begin(), bytes.end()};
}

}  // namespace

Result<Meta> open_meta(ByteView file) {
    const auto json = parse_object(text_of(file));
    if (!json) return json.problem();
    Meta meta;
    meta.info = text_at(*json, "info");
    const auto version = json->find("pak_version");
    meta.pak_version =
        version != json->end() && version->is_number_unsigned() ? int(std::min<u64>(version->get<u64>(), 1000000)) : 0;
    meta.pak_type = text_at(*json, "pak_type");
    meta.pak_release = text_at(*json, "pak_release");
    meta.device_name = text_at(*json, "device_name");
    meta.device_sku = text_at(*json, "device_sku");
    meta.device_version = text_at(*json, "device_version");
    meta.generated_at = text_at(*json, "generated_at");
    meta.author = text_at(*json, "author");
    meta.base_sku.reset();
    if (json->contains("base_sku")) meta.base_sku = text_at(*json, "base_sku");
    return meta;
}

Bytes write_meta(const Meta& meta) {
    Json json;
    json["info"] = meta.info;
    json["pak_version"] = meta.pak_version;
    json["pak_type"] = meta.pak_type;
    json["pak_release"] = meta.pak_release;
    json["device_name"] = meta.device_name;
    json["device_sku"] = meta.device_sku;
    json["device_version"] = meta.device_version;
    json["generated_at"] = meta.generated_at;
    json["author"] = meta.author;
    if (meta.base_sku) json["base_sku"] = *meta.base_sku;
    return written(json);
}

std::span<const Field> meta_keys() { return keys; }

std::vector<Problem> check_meta(ByteView file) {
    const auto json = parse_object(text_of(file));
    return json ? check_keys(text_of(file), keys, 0) : std::vector{json.problem()};
}

std::string_view machine_of(const Meta& meta) {
    for (const std::string& sku : {meta.device_sku, meta.base_sku.value_or("")}) {
        if (sku == sku_ep133 || sku == sku_ep133_128) return "EP-133";
        if (sku == sku_ep40) return "EP-40";
        if (sku == sku_ep1320) return "EP-1320";
    }
    return {};
}

}  // namespace groovebench::ep133
