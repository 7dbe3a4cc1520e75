#include "opz/json_file.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "bytes/format.h"

namespace groovebench::opz {
namespace {

std::string hex_of(ByteView bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    out.reserve(2 * bytes.size());
    for (const std::byte b : bytes) out += {digits[u8(b) >> 4], digits[u8(b) & 15]};
    return out;
}

int digit_of(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

Result<std::string> text_in(const Json& document, std::string_view name) {
    const auto found = document.find(name);
    const auto* text = found == document.end() ? nullptr : found->get_ptr<const std::string*>();
    if (text) return *text;
    return Problem{.path = std::string(name), .expected = "a text", .found = found == document.end() ? "none" : "something else"};
}

Result<Bytes> bytes_in(const Json& document, std::string_view name) {
    const auto text = text_in(document, name);
    if (!text) return text.problem();
    Bytes bytes;
    bytes.reserve(text->size() / 2);
    bool good = text->size() % 2 == 0;
    for (std::size_t i = 0; good && i < text->size(); i += 2) {
        const int high = digit_of((*text)[i]), low = digit_of((*text)[i + 1]);
        good = high >= 0 && low >= 0;
        bytes.push_back(std::byte(high * 16 + low));
    }
    if (good) return bytes;
    return Problem{.path = std::string(name), .expected = "two hex digits a byte", .found = "something else"};
}

void append(Bytes& bytes, ByteView more) { bytes.insert(bytes.end(), more.begin(), more.end()); }

Problem no_such_value(std::string_view path) {
    return {.path = std::string(path), .expected = "a value of the file", .found = "no such value"};
}

// A document may change values; what values there are says the text.
Result<std::string> with_values(std::string text, const Json& was, const Json& values) {
    std::vector<std::pair<std::string, const Json*>> before, after;
    each_leaf(was, "", [&](const std::string& path, const Json& value) { before.emplace_back(path, &value); });
    each_leaf(values, "", [&](const std::string& path, const Json& value) { after.emplace_back(path, &value); });
    if (before.size() != after.size())
        return Problem{.path = "values",
                       .expected = fmt::format("{} values, as in the text", before.size()),
                       .found = fmt::format("{}", after.size())};
    for (std::size_t i = 0; i < before.size(); i++) {
        if (before[i].first != after[i].first)
            return Problem{.path = after[i].first, .expected = before[i].first + ", as in the text", .found = after[i].first};
        if (*before[i].second != *after[i].second) text = with_value(text, after[i].first, *after[i].second);
    }
    return text;
}

// Written as it stands in the other text.
Result<Bytes> with_values_of(const JsonFileKind& kind, ByteView to, ByteView from, const std::vector<std::string>& paths) {
    std::string text(text_of(kind, to));
    const std::string_view other = text_of(kind, from);
    for (const std::string& path : paths) {
        const auto here = place_in_text(text, path), there = place_in_text(other, path);
        if (!here || !there)
            return Problem{.path = path,
                           .expected = "a value that both files have; take all of the file over",
                           .found = "one file that has it"};
        text.replace(here->offset, here->size, other.substr(there->offset, there->size));
    }
    return kind.with_text(to, *kind.text(to), text);
}

}  // namespace

std::optional<Problem> refusal(const JsonFileKind& kind, ByteView file) {
    const auto text = kind.text(file);
    if (!text) return text.problem();
    const auto values = parse_json(groovebench::text_of(file.subspan(text->offset, text->size)));
    if (values && values->is_object()) return {};
    if (values) return Problem{.offset = text->offset, .path = "JSON", .expected = "an object", .found = "something else"};
    Problem problem = values.problem();
    if (problem.offset != Problem::nowhere) problem.offset += text->offset;
    return problem;
}

std::string_view text_of(const JsonFileKind& kind, ByteView file) {
    const auto text = kind.text(file);
    return groovebench::text_of(file.subspan(text->offset, text->size));
}

Json values_of(const JsonFileKind& kind, ByteView file) { return *parse_json(text_of(kind, file)); }

std::string file_json(const JsonFileKind& kind, ByteView file) {
    const TextPlace at = *kind.text(file);
    const std::string_view text = text_of(kind, file);
    Json out = {{"format", kind.format}, {"values", *parse_json(text)}, {"text", text}};
    std::string document = out.dump(1, ' ', false, Json::error_handler_t::replace);
    document.erase(document.rfind('\n'));
    return fmt::format("{},\n \"before\": \"{}\",\n \"after\": \"{}\"\n}}\n", document, hex_of(file.first(at.offset)),
                       hex_of(file.subspan(at.offset + at.size)));
}

Result<Bytes> file_from_json(const JsonFileKind& kind, const Json& document) {
    const auto text = text_in(document, "text");
    auto before = bytes_in(document, "before"), after = bytes_in(document, "after");
    if (!text) return text.problem();
    if (!before) return before.problem();
    if (!after) return after.problem();
    if (!document.contains("values") || document.size() != 5)
        return Problem{.path = "values",
                       .expected = "format, values, text, before and after",
                       .found = fmt::format("{} names", document.size())};
    Bytes file = *std::move(before);
    append(file, bytes_of(*text));
    append(file, *after);
    if (const auto refused = refusal(kind, file)) return *refused;
    const TextPlace place = *kind.text(file);
    const std::string stands(text_of(kind, file));
    const auto changed = with_values(stands, *parse_json(stands), document.at("values"));
    if (!changed) return changed.problem();
    return *changed == stands ? file : kind.with_text(file, place, *changed);
}

Result<ValueRead> read(const JsonFileKind& kind, ByteView file, std::string_view path) {
    if (const auto refused = refusal(kind, file)) return *refused;
    const Json values = values_of(kind, file);
    const Json* value = value_at(values, path);
    if (!value) return no_such_value(path);
    const auto place = place_in_text(text_of(kind, file), path);
    ValueRead out{.path = std::string(path), .json = dumped(*value), .field = kind.field(path)};
    if (place) out.offset = kind.text(file)->offset + place->offset;
    if (!value->is_structured()) out.shown = kind.shown(path, *value);
    return out;
}

Result<std::vector<Listed>> list(const JsonFileKind& kind, ByteView file, std::string_view path) {
    if (const auto refused = refusal(kind, file)) return *refused;
    const Json values = values_of(kind, file);
    const Json* here = value_at(values, path);
    if (!here) return no_such_value(path);
    std::string inside(path);
    if (here->is_array() && !here->empty() && here->front().is_object()) here = &here->front(), inside += "[n]";
    std::vector<Listed> out;
    if (!here->is_object()) return out;
    for (const auto& [name, value] : here->items()) {
        const std::string at = inside.empty() ? name : inside + "." + name;
        out.push_back({at, value.is_array() ? u32(value.size()) : 0, kind.field(at)});
    }
    return out;
}

Outcome each(const JsonFileKind& kind, ByteView file, std::string_view path, const std::function<void(const ValueRead&)>& visit) {
    if (const auto refused = refusal(kind, file)) return *refused;
    const Json values = values_of(kind, file);
    const Json* here = value_at(values, path);
    if (!here) return no_such_value(path);
    each_leaf(*here, std::string(path), [&](const std::string& at, const Json& value) {
        visit({.path = at, .shown = kind.shown(at, value), .field = kind.field(at)});
    });
    return {};
}

Outcome set(const JsonFileKind& kind, Bytes& file, std::string_view path, const Written& written) {
    if (const auto refused = refusal(kind, file)) return *refused;
    const Json values = values_of(kind, file);
    const Json* now = value_at(values, path);
    if (!now) return no_such_value(path);
    if (now->is_structured()) return Problem{.path = std::string(path), .expected = "one value", .found = "a record or an array"};
    // What is shown already stands, rounded as it may be.
    if (!written.raw && written.shown == kind.shown(path, *now)) return {};
    const auto value = kind.value(values, path, written);
    if (!value) return value.problem();
    if (*value != *now) file = kind.with_text(file, *kind.text(file), with_value(text_of(kind, file), path, *value));
    return {};
}

std::vector<ValueDifference> compare_values(const JsonFileKind& kind, ByteView first, ByteView second,
                                            std::vector<std::string> (*place)(std::string_view path)) {
    std::vector<ValueDifference> out;
    const Json was = values_of(kind, first), is = values_of(kind, second);
    const auto add = [&](const std::string& path, std::string words) { out.push_back({place(path), std::move(words), path}); };
    each_leaf(was, "", [&](const std::string& path, const Json& value) {
        const Json* other = value_at(is, path);
        if (!other || other->is_structured())
            add(path, fmt::format("{} {} is gone", path, kind.shown(path, value)));
        else if (*other != value)
            add(path, fmt::format("{} {} → {}", base_of(path), kind.shown(path, value), kind.shown(path, *other)));
    });
    each_leaf(is, "", [&](const std::string& path, const Json& value) {
        const Json* other = value_at(was, path);
        if (!other || other->is_structured()) add(path, fmt::format("{} {} is new", path, kind.shown(path, value)));
    });
    return out;
}

Result<Bytes> taken_over(const JsonFileKind& kind, ByteView to, ByteView from, const std::vector<ValueDifference>& all,
                         std::span<const std::size_t> taken) {
    std::vector<std::string> wanted, left;
    bool whole = false;
    for (std::size_t i = 0; i < all.size(); i++) {
        const bool is_taken = std::ranges::find(taken, i) != taken.end();
        whole |= is_taken && all[i].path.empty();
        if (!all[i].path.empty()) (is_taken ? wanted : left).push_back(all[i].path);
    }
    if (taken.size() == all.size()) return Bytes(from.begin(), from.end());
    return whole ? with_values_of(kind, from, to, left) : with_values_of(kind, to, from, wanted);
}

Problem wrong_value(std::string_view path, std::string expected, const Written& written) {
    return {.path = std::string(path),
            .expected = std::move(expected),
            .found = written.raw ? std::to_string(*written.raw) : std::string(written.shown)};
}

Result<Json> plain_value(const Json& now, std::string_view path, const Written& written) {
    const std::string_view shown = written.shown;
    if (now.is_boolean()) {
        if (written.raw ? *written.raw == 0 || *written.raw == 1
                        : shown == "on" || shown == "off" || shown == "true" || shown == "false")
            return Json(written.raw ? *written.raw == 1 : shown == "on" || shown == "true");
        return wrong_value(path, "on or off", written);
    }
    if (now.is_string() && !written.raw) {
        Json text = std::string(shown);
        return parse_json(dumped(text)) ? Result<Json>(std::move(text)) : wrong_value(path, "a text", written);
    }
    if (!now.is_number()) return wrong_value(path, now.is_string() ? "a text" : "a value that can be set", written);
    if (written.raw) return Json(*written.raw);
    i64 number = 0;
    const auto [end, error] = std::from_chars(shown.data(), shown.data() + shown.size(), number);
    if (error == std::errc() && end == shown.data() + shown.size()) return Json(number);
    const auto real = parse_json(shown);
    return real && real->is_number() ? real : wrong_value(path, "a number", written);
}

std::string plain_shown(const Json& value) {
    if (value.is_boolean()) return value.get<bool>() ? "on" : "off";
    const auto* text = value.get_ptr<const std::string*>();
    return text ? *text : dumped(value);
}

std::string_view base_of(std::string_view path) { return path.substr(0, path.find('[')); }

}  // namespace groovebench::opz
