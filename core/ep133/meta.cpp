#include "ep133/meta.h"

#include "ep133/json.h"

namespace groovebench::ep133 {
namespace {

Problem not_json() { return {.offset = 0, .expected = "a JSON object of at most 64 KB", .found = "something else"}; }

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
    if (!json) return not_json();
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

Result<Bytes> edited_meta(ByteView file, std::string_view key, std::string_view value) {
    auto json = parse_object(text_of(file));
    if (!json) return not_json();
    (*json)[std::string(key)] = std::string(value);
    return written(*json);
}

}  // namespace groovebench::ep133
