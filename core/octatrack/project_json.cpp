// A project's text as JSON: values by their paths, and the layout that puts them back among everything else.
#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "bytes/format.h"
#include "octatrack/file_json.h"
#include "octatrack/project.h"
#include "text/latin1.h"

namespace groovebench::octatrack {
namespace {

constexpr std::string_view groups[] = {"meta", "settings", "states", "flex", "recorders", "static"};
constexpr std::string_view usual_end = "\r\n";

// Which path each line's value belongs to. A key that stands twice where it should stand once keeps its second line as it is.
using Paths = std::map<const text::Line*, std::string>;

void add_block(Paths& paths, const Project& project, const SampleBlock& block) {
    const text::Section& section = project.text.sections[block.section];
    const auto add = [&](std::string_view key, std::string_view name) {
        if (const text::Line* line = text::find_entry(project.text, section, key))
            paths[line] = fmt::format("{}.{}", path_of(block.slot), name);
    };
    add("PATH", "path");
    for (const Attribute attribute : attributes) add(text_key(attribute), attribute_field(attribute).name);
}

Paths paths_of(const Project& project) {
    Paths paths;
    for (const Setting& setting : settings())
        if (const text::Line* line = find_line(project, setting)) paths[line] = path_of(setting);
    std::set<SlotRef> seen;
    for (const SampleBlock& block : project.samples)
        if (block.known && seen.insert(block.slot).second) add_block(paths, project, block);
    return paths;
}

// "settings", "tempo"; "flex", 2, "gain": a name, or the index of an array.
struct Step {
    std::string name;
    i64 index = -1;
};
std::vector<Step> steps_of(std::string_view path) {
    std::vector<Step> steps;
    while (!path.empty()) {
        const auto end = std::min(path.find_first_of(".["), path.size());
        if (end) steps.push_back({std::string(path.substr(0, end))});
        if (end < path.size() && path[end] == '[') {
            i64 number = 0;
            const auto close = std::min(path.find(']', end), path.size());
            std::from_chars(path.data() + end + 1, path.data() + close, number);
            if (number < 1 || number > pool_slots) return {};
            steps.push_back({{}, number - 1});
            path.remove_prefix(std::min(close + 1, path.size()));
        } else {
            path.remove_prefix(end);
        }
        if (path.starts_with('.')) path.remove_prefix(1);
    }
    return steps;
}

void put(Json& values, const std::vector<Step>& steps, Json value) {
    Json* at = &values;
    for (const Step& step : steps) {
        if (step.index < 0) {
            at = &(*at)[step.name];
            continue;
        }
        while (i64(at->size()) <= step.index) at->push_back(nullptr);
        at = &(*at)[std::size_t(step.index)];
    }
    *at = std::move(value);
}

Json* get(Json& values, const std::vector<Step>& steps) {
    Json* at = &values;
    for (const Step& step : steps) {
        if (step.index < 0 ? !at->is_object() || !at->contains(step.name) : !at->is_array() || i64(at->size()) <= step.index)
            return nullptr;
        at = step.index < 0 ? &(*at)[step.name] : &(*at)[std::size_t(step.index)];
    }
    return steps.empty() ? nullptr : at;
}

// A whole number, written the one way there is to write it, is a number.
Json value_of(std::string_view text) {
    constexpr i64 exact = i64(1) << 53;  // what every reader of JSON has
    const auto number = text::whole_number(text);
    if (number && std::to_string(*number) == text && *number < exact && *number > -exact) return *number;
    return text::utf8_from_latin1(text);
}

struct LayoutLine {
    std::string_view literal, path, end;
};
// "line", ["KEY=", "settings.tempo"], or with a third: how the line ends, where that is not as usual.
void add_line(std::string& out, const LayoutLine& line) {
    if (line.path.empty() && line.end == usual_end) return append_json_text(out, line.literal);
    out += '[';
    append_json_text(out, line.literal);
    out += ", ";
    if (line.path.empty())
        out += "null";
    else
        append_json_text(out, line.path);
    if (line.end != usual_end) {
        out += ", ";
        append_json_text(out, line.end);
    }
    out += ']';
}

void add_group(std::string& out, std::string_view name, const Json& group) {
    const bool list = group.is_array();
    out += fmt::format(" \"{}\": {}", name, list ? '[' : '{');
    bool first = true;
    for (const auto& [key, value] : group.items()) {
        out += first ? "\n  " : ",\n  ";
        if (!list) out += fmt::format("\"{}\": ", key);
        out += value.dump();
        first = false;
    }
    out += fmt::format("\n {},\n", list ? ']' : '}');
}

Problem bad_layout(std::size_t line, std::string expected, std::string found) {
    return {.path = fmt::format("layout[{}]", line + 1), .expected = std::move(expected), .found = std::move(found)};
}

Result<std::string> text_of_value(const std::string& path, const Json* value) {
    if (value && value->is_number_integer()) return value->dump();
    const auto* utf8 = value ? value->get_ptr<const std::string*>() : nullptr;
    const auto latin1 = utf8 ? text::latin1_from_utf8(*utf8) : std::nullopt;
    if (latin1 && latin1->find('\n') == latin1->npos) return *latin1;
    return Problem{.path = path,
                   .expected = "a whole number, or one line of ISO 8859-1, for one place of the layout",
                   .found = value && !value->is_null() ? value->dump(-1, ' ', false, Json::error_handler_t::replace) : "none"};
}

// One line of the layout with its value, which is taken out of the document: what is left over at the end had no place.
Result<std::string> line_text(Json& document, const Json& line, std::size_t index) {
    const bool parts = line.is_array() && (line.size() == 2 || line.size() == 3) && line[0].is_string() &&
                       (line[1].is_string() || line[1].is_null());
    if (!line.is_string() && !parts)
        return bad_layout(index, "a line, or [text, path] or [text, path, line end]",
                          line.dump(-1, ' ', false, Json::error_handler_t::replace));
    const auto literal = text::latin1_from_utf8(line.is_string() ? line.get<std::string>() : line[0].get<std::string>());
    std::string end(usual_end);
    if (line.size() == 3 && line.is_array()) end = line[2].is_string() ? line[2].get<std::string>() : "?";
    if (!literal) return bad_layout(index, "characters of ISO 8859-1", "others");
    if (end != usual_end && end != "\n" && !end.empty()) return bad_layout(index, "\\r\\n, \\n or nothing as line end", end);
    if (line.is_string() || line[1].is_null()) return *literal + end;
    const auto path = line[1].get<std::string>();
    Json* value = get(document, steps_of(path));
    const auto text = text_of_value(path, value);
    if (!text) return text.problem();
    *value = nullptr;
    return *literal + *text + end;
}

// The path of a value that no line has taken; empty if there is none.
std::string left_over(const Json& json, const std::string& path) {
    if (json.is_null()) return {};
    if (!json.is_structured()) return path;
    std::size_t index = 0;
    for (const auto& [key, value] : json.items()) {
        const std::string_view dot = path.empty() ? "" : ".";
        const std::string name = json.is_array() ? fmt::format("{}[{}]", path, ++index) : fmt::format("{}{}{}", path, dot, key);
        if (const std::string found = left_over(value, name); !found.empty()) return found;
    }
    return {};
}

}  // namespace

Json project_values(const Project& project) {
    Json values = Json::object();
    for (const auto& [line, path] : paths_of(project)) put(values, steps_of(path), value_of(project.text.value(*line)));
    return values;
}

Json* value_at(Json& document, std::string_view path) { return get(document, steps_of(path)); }

std::string project_json(ByteView bytes) {
    const auto project = open_project(bytes);
    const Paths paths = paths_of(*project);
    const Json values = project_values(*project);
    std::string layout;
    for (const text::Line& line : project->text.lines) {
        const auto found = paths.find(&line);
        const std::string_view whole = project->text.whole(line),
                               end = text_of(bytes.subspan(line.offset + line.size, line.ending));
        layout += layout.empty() ? "\n  " : ",\n  ";
        add_line(layout, {found == paths.end() ? whole : whole.substr(0, whole.size() - line.value_size),
                          found == paths.end() ? std::string_view() : found->second, end});
    }
    std::string out = "{\n \"format\": \"octatrack project\",\n";
    for (const std::string_view group : groups)
        if (values.contains(group)) add_group(out, group, values[group]);
    return out + " \"layout\": [" + layout + "\n ]\n}\n";
}

Result<Bytes> project_from_json(Json&& document) {
    const auto layout = document.find("layout");
    if (layout == document.end() || !layout->is_array())
        return Problem{.path = "layout", .expected = "the lines of the text", .found = "none"};
    const Json lines = std::exchange(*layout, nullptr);
    document["format"] = nullptr;
    std::string out;
    for (std::size_t i = 0; i < lines.size(); i++) {
        const auto text = line_text(document, lines[i], i);
        if (!text) return text.problem();
        out += *text;
    }
    if (const std::string path = left_over(document, {}); !path.empty())
        return Problem{.path = path, .expected = "a line of the layout that holds it", .found = "none"};
    const ByteView bytes = bytes_of(out);
    if (const auto project = open_project(bytes); !project) return project.problem();
    return Bytes(bytes.begin(), bytes.end());
}

}  // namespace groovebench::octatrack
