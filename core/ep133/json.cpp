#include "ep133/json.h"

namespace groovebench::ep133 {
namespace {

// The library's output recurses, so the depth is measured before anything is parsed.
bool shallow(std::string_view text) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); i++) {
        const char c = text[i];
        if (quoted && c == '\\')
            i++;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '{' || c == '[') && ++depth > deepest_json)
            return false;
        else if (!quoted && (c == '}' || c == ']'))
            depth--;
    }
    return true;
}

}  // namespace

std::optional<Json> parse_object(std::string_view text) {
    if (text.size() > most_json_bytes || !shallow(text)) return std::nullopt;
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    return json;
}

}  // namespace groovebench::ep133
