#include "opz/json_text.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "bytes/format.h"

namespace groovebench::opz {
namespace {

// The first part of a path: a name, or an index from 0.
struct Part {
    std::string_view name;
    std::size_t index = 0;
    bool is_index = false, good = true;
};
Part take_part(std::string_view& path) {
    if (path.starts_with('.')) path.remove_prefix(1);
    if (!path.starts_with('[')) {
        const std::string_view name = path.substr(0, path.find_first_of(".["));
        path.remove_prefix(name.size());
        return {.name = name, .good = !name.empty()};
    }
    const auto end = path.find(']');
    std::size_t number = 0;
    const auto [last, error] = std::from_chars(path.data() + 1, path.data() + std::min(end, path.size()), number);
    const bool good = end != path.npos && error == std::errc() && last == path.data() + end && number >= 1;
    path.remove_prefix(good ? end + 1 : path.size());
    return {.index = number - 1, .is_index = true, .good = good};
}

// Goes over a text that is known to be JSON.
class Scan {
public:
    explicit Scan(std::string_view of) : text(of) {}
    std::size_t at = 0;

    void space() {
        while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r')) at++;
    }
    bool take(char c) {
        space();
        if (at >= text.size() || text[at] != c) return false;
        at++;
        return true;
    }
    std::string_view string() {  // with its quotes
        const std::size_t first = at++;
        while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
        at = std::min(at + 1, text.size());
        return text.substr(first, at - first);
    }
    void value() {
        space();
        if (at >= text.size()) return;
        if (text[at] == '"') return void(string());
        if (text[at] != '{' && text[at] != '[') {
            at = std::min(text.find_first_of(",]} \t\r\n", at), text.size());
            return;
        }
        for (int depth = 0; at < text.size();) {
            const char c = text[at];
            if (c == '"') {
                string();
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            at++;
            if (depth == 0) return;
        }
    }
    // To the value of a name, or of an index.
    bool enter(const Part& part) {
        if (!take(part.is_index ? '[' : '{')) return false;
        for (std::size_t i = 0;; i++) {
            space();
            if (at >= text.size() || text[at] == '}' || text[at] == ']') return false;
            bool here = part.is_index && i == part.index;
            if (!part.is_index) {
                const std::string_view name = string();
                here = name.size() >= 2 && name.substr(1, name.size() - 2) == part.name;
                if (!take(':')) return false;
                space();
            }
            if (here) return true;
            value();
            if (!take(',')) return false;
        }
    }

private:
    std::string_view text;
};

}  // namespace

const Json* value_at(const Json& whole, std::string_view path) {
    const Json* here = &whole;
    while (here && !path.empty()) {
        const Part part = take_part(path);
        if (!part.good) return nullptr;
        if (part.is_index)
            here = here->is_array() && part.index < here->size() ? &(*here)[part.index] : nullptr;
        else
            here = here->is_object() && here->contains(part.name) ? &here->at(std::string(part.name)) : nullptr;
    }
    return here;
}

void each_leaf(const Json& value, const std::string& path, const VisitLeaf& visit) {
    if (value.is_object()) {
        for (const auto& [name, inner] : value.items()) each_leaf(inner, path.empty() ? name : path + "." + name, visit);
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); i++) each_leaf(value[i], fmt::format("{}[{}]", path, i + 1), visit);
    } else {
        visit(path, value);
    }
}

std::optional<TextPlace> place_in_text(std::string_view text, std::string_view path) {
    Scan scan(text);
    scan.space();
    while (!path.empty()) {
        const Part part = take_part(path);
        if (!part.good || !scan.enter(part)) return {};
    }
    const std::size_t first = scan.at;
    scan.value();
    return TextPlace{first, scan.at - first};
}

std::string with_value(std::string_view text, std::string_view path, const Json& value) {
    std::string out(text);
    if (const auto place = place_in_text(text, path)) out.replace(place->offset, place->size, dumped(value));
    return out;
}

std::string dumped(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace groovebench::opz
