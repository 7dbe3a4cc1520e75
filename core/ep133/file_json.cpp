#include "ep133/file_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "ep133/backup.h"
#include "ep133/fields.h"
#include "ep133/json_paths.h"
#include "ep133/layout.h"
#include "ep133/sound_json.h"

namespace groovebench::ep133 {
namespace {

constexpr std::string_view format_name = "format", layout_name = "layout", bytes_name = "bytes", machine = "ep133 ";

// The text of meta.json has its keys inline, so it must not have ours.
std::string meta_json(ByteView file, int depth) {
    const std::string_view text = text_of(file), style = style_of(text);
    const Json json = *parse_json(text);
    if (json.contains(format_name) || json.contains(layout_name) || json.contains(bytes_name)) return hex_object(file);
    std::string out;
    JsonLines lines(out, '{', depth);
    for (const auto& [key, value] : json.items()) lines.element(key, value.dump(-1, ' ', false, Json::error_handler_t::replace));
    lines.element(layout_name, style.empty() ? hex_of(file) : fmt::format("\"{}\"", style));
    lines.close();
    return out;
}

Result<Bytes> meta_from_json(Json json) {
    const auto found = json.find(layout_name);
    const auto* style = found == json.end() ? nullptr : found->get_ptr<const std::string*>();
    if (!style) return Problem{.path = "layout", .expected = "two spaces, compact or hex digits", .found = "none"};
    const std::string said = *style;
    json.erase(found);
    const auto as_text = [](const std::string& text) { return Bytes(bytes_of(text).begin(), bytes_of(text).end()); };
    if (said == "two spaces" || said == "compact") return as_text(styled(json, said));
    const auto before = bytes_of_hex(Json(said));
    if (!before) return Problem{.path = "layout", .expected = "two spaces, compact or hex digits", .found = said.substr(0, 40)};
    const auto same = parse_json(text_of(*before));
    return same && *same == json ? *before : as_text(styled(json, "two spaces"));
}

// A pattern's size follows from how many events the document has.
Result<Bytes> pattern_from_json(Json json) {
    const auto events = json.find("events");
    if (!json.is_object() || events == json.end() || !events->is_array())
        return Problem{.path = "events", .expected = "an array", .found = "none"};
    const bool ep40 = json.contains("unknown_2");
    const std::size_t count = events->size(), first = ep40 ? sizeof(PatternHeader6) : sizeof(PatternHeader);
    if (count > 65535) return Problem{.path = "events", .expected = "at most 65535", .found = std::to_string(count)};
    if (!json.contains("event_count")) json["event_count"] = count;
    if (!json.contains("format") || json["format"].is_string()) json["format"] = int(ep40);
    Bytes bytes(first + count * sizeof(NoteEvent));
    if (ep40) bytes[0] = std::byte(1), bytes[2] = bytes[3] = std::byte(0xFF);
    *overlay<le16>(bytes, first - 2) = u16(count);
    const auto layout = Layout::of(FileKind::pattern, bytes);
    if (!layout) return layout.problem();
    if (const Outcome put = put_json(json, layout->schema(), bytes, 0, record_forms()); !put) return put.problem();
    if (const auto whole = open_pattern(bytes); !whole) return whole.problem();
    return bytes;
}

// The layout whose fields the document has: they differ in how many there are.
Result<Bytes> table_from_json(FileKind kind, const Json& json) {
    constexpr std::string_view tail = "tail", besides[] = {format_name, tail};
    Bytes tail_bytes;
    if (json.is_object() && json.contains(tail)) {
        const auto hex = bytes_of_hex(json[tail]);
        if (!hex) return Problem{.path = std::string(tail), .expected = "hex digits", .found = "something else"};
        tail_bytes = *hex;
    }
    const auto all = schemas_of(kind);
    const auto has = [&](const Schema* one) {
        return json.is_object() && std::ranges::all_of(one->fields, [&](const Field& field) { return json.contains(field.name); });
    };
    const auto fitting = std::ranges::find_if(all.rbegin(), all.rend(), has);
    const Schema& schema = fitting == all.rend() ? *all.front() : **fitting;
    Bytes bytes(schema.size);
    if (const Outcome put = put_json(json, schema, bytes, 0, record_forms(), besides); !put) return put.problem();
    bytes.insert(bytes.end(), tail_bytes.begin(), tail_bytes.end());
    return bytes;
}

const Json* only_bytes(const Json& json) {
    const std::size_t most = json.is_object() && json.contains(format_name) ? 2 : 1;
    return json.is_object() && json.size() == most && json.contains(bytes_name) ? &json[bytes_name] : nullptr;
}

}  // namespace

std::string hex_of(ByteView bytes) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out(2 + 2 * bytes.size(), '"');
    char* at = out.data() + 1;
    for (const std::byte b : bytes) *at++ = digits[u8(b) >> 4], *at++ = digits[u8(b) & 15];
    return out;
}
std::string hex_object(ByteView bytes) { return fmt::format("{{\"bytes\": {}}}", hex_of(bytes)); }

std::optional<Bytes> bytes_of_hex(const Json& json) {
    const auto* text = json.get_ptr<const std::string*>();
    if (!text || text->size() % 2) return {};
    const auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    };
    Bytes bytes(text->size() / 2);
    for (std::size_t i = 0; i < bytes.size(); i++) {
        const int high = digit((*text)[2 * i]), low = digit((*text)[2 * i + 1]);
        if (high < 0 || low < 0) return {};
        bytes[i] = std::byte(16 * high + low);
    }
    return bytes;
}

JsonLines::JsonLines(std::string& into, char bracket, int at_depth)
    : out(into), closing(bracket == '{' ? '}' : ']'), depth(at_depth) {
    out += bracket;
}
void JsonLines::next() {
    out += first ? "\n" : ",\n";
    out.append(std::size_t(depth + 1), ' ');
    first = false;
}
void JsonLines::element(std::string_view json) {
    next();
    out += json;
}
void JsonLines::element(std::string_view name, std::string_view json) {
    next();
    out += Json(std::string(name)).dump(-1, ' ', false, Json::error_handler_t::replace);
    out += ": ";
    out += json;
}
void JsonLines::close() {
    if (!first) {
        out += '\n';
        out.append(std::size_t(depth), ' ');
    }
    out += closing;
}

std::string member_json(FileKind kind, ByteView file, JsonDetail detail, int depth) {
    if (kind == FileKind::other || refusal(kind, file)) return hex_object(file);
    if (is_archive(kind)) return archive_json(kind, file, detail, depth);
    if (kind == FileKind::meta) return meta_json(file, depth);
    if (kind == FileKind::sound) return sound_json(file, depth);
    const auto layout = Layout::of(kind, file);
    return json_of(*locate(layout->schema(), file, ""), file, record_forms(), detail, depth);
}

Result<Bytes> member_from_json(FileKind kind, const Json& json) {
    if (const Json* hex = only_bytes(json)) {
        const auto bytes = bytes_of_hex(*hex);
        return bytes ? *bytes : Result<Bytes>(Problem{.path = "bytes", .expected = "hex digits", .found = "something else"});
    }
    if (!json.is_object() || kind == FileKind::other)
        return Problem{.expected = fmt::format("an object: {}", word(kind)), .found = "something else"};
    if (is_archive(kind)) return archive_from_json(kind, json);
    if (kind == FileKind::meta) return meta_from_json(json);
    if (kind == FileKind::sound) return sound_from_json(json);
    return kind == FileKind::pattern ? pattern_from_json(json) : table_from_json(kind, json);
}

Result<std::string> file_json(FileKind kind, ByteView file, JsonDetail detail) {
    if (const auto problem = refusal(kind, file)) return *problem;
    const std::string record = member_json(kind, file, detail, 0);
    // A pattern has a field of that name: the word of the document stands in its place, which tells as much.
    std::string_view rest = std::string_view(record).substr(1);
    if (kind == FileKind::pattern) rest.remove_prefix(rest.find(',') + 1);
    return fmt::format("{{\n \"{}\": \"{}{}\",{}{}\n", format_name, machine, word(kind), rest.starts_with('\n') ? "" : "\n ", rest);
}

Result<Bytes> file_from_json(FileKind kind, Json&& document) {
    if (kind != FileKind::pattern) document.erase(std::string(format_name));
    auto bytes = member_from_json(kind, document);
    if (!bytes) return bytes;
    if (const auto problem = refusal(kind, *bytes)) return *problem;
    return bytes;
}

}  // namespace groovebench::ep133
