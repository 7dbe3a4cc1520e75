#include "ep133/json_paths.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "bytes/format.h"

namespace groovebench::ep133 {
namespace {

constexpr std::string_view blanks = " \t\r\n";
std::string dumped(const Json& json, int indent = -1) { return json.dump(indent, ' ', false, Json::error_handler_t::replace); }

// Goes over text that is known to be JSON.
class Scanner {
public:
    explicit Scanner(std::string_view of) : text(of) {}

    // The value that begins at `at`, or the one that `path` names inside it.
    std::optional<JsonSpan> find(std::size_t at, std::string_view path) const {
        at = skip_blanks(at);
        if (path.empty()) return JsonSpan{at, end_of(at) - at};
        if (text[at] == '{') return in_object(at, path);
        if (text[at] == '[' && path[0] == '[') return in_array(at, path);
        return {};
    }

private:
    std::size_t skip_blanks(std::size_t at) const { return std::min(text.find_first_not_of(blanks, at), text.size()); }
    std::size_t end_of_text(std::size_t at) const {
        for (at++; text[at] != '"'; at++)
            if (text[at] == '\\') at++;
        return at + 1;
    }
    std::size_t end_of(std::size_t at) const {
        if (text[at] == '"') return end_of_text(at);
        if (text[at] != '{' && text[at] != '[') return std::min(text.find_first_of(",]} \t\r\n", at), text.size());
        for (int depth = 0;;) {
            if (text[at] == '"') {
                at = end_of_text(at);
                continue;
            }
            depth += text[at] == '{' || text[at] == '[' ? 1 : text[at] == '}' || text[at] == ']' ? -1 : 0;
            at++;
            if (!depth) return at;
        }
    }
    // What is left of a path behind a key; nothing where the key does not begin it.
    static std::optional<std::string_view> behind(std::string_view path, std::string_view key) {
        if (!path.starts_with(key)) return {};
        path.remove_prefix(key.size());
        if (path.starts_with('.')) return path.size() > 1 ? std::optional(path.substr(1)) : std::nullopt;
        return path.empty() || path[0] == '[' ? std::optional(path) : std::nullopt;
    }
    std::optional<JsonSpan> in_object(std::size_t at, std::string_view path) const {
        for (at = skip_blanks(at + 1); text[at] != '}';) {
            const std::size_t key_end = end_of_text(at);
            const auto key = Json::parse(text.substr(at, key_end - at), nullptr, false).get<std::string>();
            const std::size_t value = skip_blanks(skip_blanks(key_end) + 1);
            if (const auto rest = behind(path, key))
                if (const auto found = find(value, *rest)) return found;
            at = skip_blanks(end_of(value));
            if (text[at] == ',') at = skip_blanks(at + 1);
        }
        return {};
    }
    std::optional<JsonSpan> in_array(std::size_t at, std::string_view path) const {
        int wanted = 0;
        const auto close = path.find(']');
        const auto [end, error] = std::from_chars(path.data() + 1, path.data() + path.size(), wanted);
        if (error != std::errc() || close == path.npos || end != path.data() + close || wanted < 1) return {};
        path.remove_prefix(close + 1);
        if (path.starts_with('.')) path.remove_prefix(1);
        for (at = skip_blanks(at + 1); text[at] != ']';) {
            if (--wanted == 0) return find(at, path);
            at = skip_blanks(end_of(at));
            if (text[at] == ',') at = skip_blanks(at + 1);
        }
        return {};
    }

    std::string_view text;
};

std::string key_words(const Field& key) {
    std::string list;
    for (const Word& word : key.words) list += fmt::format("{}{}", list.empty() ? "" : ", ", word.word);
    return list;
}

std::string expectation(const Field& key) {
    if (key.kind == Kind::choice) return key_words(key);
    return key.kind == Kind::text ? "a text" : fmt::format("{} to {}", key.min, key.max);
}

bool is_good(const Field& key, const Json& value) {
    if (key.kind == Kind::text) return value.is_string();
    if (key.kind == Kind::choice)
        return value.is_string() &&
               std::ranges::any_of(key.words, [&](const Word& word) { return value == std::string(word.word); });
    if (key.kind != Kind::ranged) return true;
    return value.is_number() && value.get<double>() >= double(key.min) && value.get<double>() <= double(key.max);
}

Problem not_allowed(const Field& key, std::string_view found) {
    return {.path = std::string(key.name), .expected = expectation(key), .found = std::string(found)};
}

}  // namespace

Result<Json> parse_object(std::string_view text) {
    const auto refuse = [](std::string found) {
        return Problem{.offset = 0, .expected = "a JSON object of at most 64 KB", .found = std::move(found)};
    };
    if (text.size() > most_json_bytes) return refuse(fmt::format("{} bytes", text.size()));
    auto json = parse_json(text);
    if (!json) return json.problem();
    const auto first = text.find_first_not_of(blanks);
    if (!json->is_object() || text[first] != '{') return refuse("something else");
    return json;
}

std::optional<JsonSpan> find_value(std::string_view text, std::string_view path) { return Scanner(text).find(0, path); }

std::string with_value(std::string_view text, std::string_view path, std::string_view json) {
    std::string out(text);
    if (const auto span = find_value(text, path)) return out.replace(span->from, span->size, json);
    // Behind the last value, with the blanks that stand before the first key.
    const JsonSpan all = *find_value(text, "");
    const std::size_t first = text.find_first_not_of(blanks, all.from + 1), brace = all.from + all.size - 1;
    const bool empty = first == brace;
    const std::size_t end = empty ? all.from + 1 : text.find_last_not_of(blanks, brace - 1) + 1;
    const std::string_view lead = empty ? std::string_view() : text.substr(all.from + 1, first - all.from - 1);
    const bool spaced = lead.find('\n') != lead.npos;
    return out.insert(end,
                      fmt::format("{}{}{}:{}{}", empty ? "" : ",", lead, dumped(Json(std::string(path))), spaced ? " " : "", json));
}

std::vector<std::string> paths_below(std::string_view text, std::string_view path) {
    std::vector<std::string> paths;
    const auto span = find_value(text, path);
    const auto json = span ? parse_json(text.substr(span->from, span->size)) : Result<Json>(Json());
    if (!json || !json->is_structured()) return paths;
    std::size_t index = 0;
    for (const auto& [key, value] : json->items())
        paths.push_back(json->is_array() ? fmt::format("{}[{}]", path, ++index)
                                         : fmt::format("{}{}{}", path, path.empty() ? "" : ".", key));
    return paths;
}

std::string shown_json(std::string_view text) {
    const auto json = parse_json(text);
    return json && json->is_string() ? json->get<std::string>() : std::string(text);
}

std::string_view style_of(std::string_view text) {
    const auto json = parse_json(text);
    for (const std::string_view style : {"two spaces", "compact"})
        if (json && styled(*json, style) == text) return style;
    return {};
}
std::string styled(const Json& json, std::string_view style) { return dumped(json, style == "two spaces" ? 2 : -1); }

const Field* known_key(std::span<const Field> keys, std::string_view path) {
    // Of an element of an array, the key behind it: "regions[2].sample.start".
    if (const auto close = path.rfind("]."); close != path.npos) path.remove_prefix(close + 2);
    const auto found = std::ranges::find(keys, path, &Field::name);
    return found == keys.end() ? nullptr : &*found;
}

Result<std::string> json_for(const Field& key, const Written& value) {
    if (key.kind == Kind::text || key.kind == Kind::choice) {
        const Json text = std::string(value.shown);
        if (value.raw || value.shown.empty() || !is_good(key, text))
            return not_allowed(key, value.raw ? std::to_string(*value.raw) : std::string(value.shown));
        return dumped(text);
    }
    if (key.kind != Kind::ranged) return Problem{.path = std::string(key.name), .expected = "one value", .found = "an array"};
    const std::string text = value.raw ? std::to_string(*value.raw) : std::string(value.shown);
    char* end = nullptr;
    const double number = std::strtod(text.c_str(), &end);
    if (end == text.c_str() || *end || !std::isfinite(number) || !is_good(key, number)) return not_allowed(key, text);
    if (number == std::floor(number)) return fmt::format("{}", i64(number));
    if (!key.is_float) return Problem{.path = std::string(key.name), .expected = "a whole number", .found = text};
    return fmt::format("{:.2f}", number);
}

std::vector<Problem> check_keys(std::string_view text, std::span<const Field> keys, std::size_t at) {
    std::vector<Problem> problems;
    for (const Field& key : keys) {
        const auto span = find_value(text, key.name);
        if (!span) continue;
        const std::string_view value = text.substr(span->from, span->size);
        const auto json = parse_json(value);
        if (json && is_good(key, *json)) continue;
        problems.push_back({.severity = Severity::warning,
                            .offset = at + span->from,
                            .path = std::string(key.name),
                            .expected = expectation(key),
                            .found = std::string(value.substr(0, 40))});
    }
    return problems;
}

}  // namespace groovebench::ep133
