// A member of an archive by its paths: what has a table through it, JSON through its text, a sound through both.
#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "ep133/fields.h"
#include "ep133/file_json.h"
#include "ep133/json_paths.h"
#include "ep133/layout.h"
#include "ep133/meta.h"
#include "ep133/sound_metadata.h"

namespace groovebench::ep133 {
namespace {

Problem no_such(std::string_view path, std::string_view of) {
    return {.path = std::string(path), .expected = fmt::format("a field of {}", of), .found = "no such field"};
}

// JSON in a file: its text, where it lies, and what its paths begin with.
struct Text {
    std::string_view text;
    std::size_t at = 0;
    std::string prefix;  // "metadata."
    std::span<const Field> keys;

    std::string full(std::string_view path) const { return prefix + std::string(path); }
    ValueRead read(std::string_view path, JsonSpan span) const {
        const std::string_view json = text.substr(span.from, span.size);
        ValueRead value{.path = full(path), .json = std::string(json), .offset = at + span.from, .field = known_key(keys, path)};
        if (json[0] != '{' && json[0] != '[') value.shown = shown_json(json);
        return value;
    }
    std::vector<Listed> list(std::string_view path) const {
        std::vector<Listed> list;
        for (const std::string& one : paths_below(text, path)) list.push_back({full(one), 0, known_key(keys, one)});
        return list;
    }
    void each(std::string_view path, const VisitRead& visit) const {
        const auto below = paths_below(text, path);
        for (const std::string& one : below) each(one, visit);
        if (const auto span = find_value(text, path); span && below.empty()) visit(read(path, *span));
    }
};

constexpr std::string_view metadata = "metadata";

// The text that a path of the file leads into, and what is left of the path there; nothing where it leads elsewhere.
std::optional<std::pair<Text, std::string_view>> text_of_path(FileKind kind, ByteView file, std::string_view path) {
    if (kind == FileKind::meta) return std::pair{Text{text_of(file), 0, "", meta_keys()}, path};
    if (kind != FileKind::sound || !path.starts_with(metadata)) return {};
    const auto sound = open_sound(file);
    if (!sound || !sound->json || !parse_object(sound->json_text(file))) return {};
    path.remove_prefix(metadata.size());
    if (path.starts_with('.')) path.remove_prefix(1);
    return std::pair{Text{sound->json_text(file), *sound->json, "metadata.", metadata_keys()}, path};
}

void make_lasting(FileKind kind, ValueRead& value) { value.field = Layout::lasting(kind, value.field); }

}  // namespace

bool is_archive(FileKind kind) { return kind == FileKind::backup || kind == FileKind::project; }

Result<ValueRead> read_member_field(FileKind kind, ByteView file, std::string_view path) {
    if (const auto problem = refusal(kind, file)) return *problem;
    if (path.empty()) return ValueRead{.json = member_json(kind, file, JsonDetail::full, 0), .offset = 0};
    if (const auto in = text_of_path(kind, file, path)) {
        const auto span = find_value(in->first.text, in->second);
        return span ? in->first.read(in->second, *span) : Result<ValueRead>(no_such(path, word(kind)));
    }
    if (!has_table(kind)) return no_such(path, word(kind));
    const auto layout = Layout::of(kind, file);
    auto value = read_value(layout->schema(), file, path, record_forms());
    if (value) make_lasting(kind, *value);
    return value;
}

Result<std::vector<Listed>> list_member_fields(FileKind kind, ByteView file, std::string_view path) {
    if (const auto problem = refusal(kind, file)) return *problem;
    if (const auto in = text_of_path(kind, file, path)) {
        if (!find_value(in->first.text, in->second)) return no_such(path, word(kind));
        return in->first.list(in->second);
    }
    if (!has_table(kind)) return std::vector<Listed>();
    const auto layout = Layout::of(kind, file);
    auto list = list_fields(layout->schema(), file, path, record_forms());
    if (!list) return list;
    for (Listed& one : *list) one.field = Layout::lasting(kind, one.field);
    if (path.empty() && text_of_path(kind, file, metadata)) list->push_back({std::string(metadata), 0, nullptr});
    return list;
}

Outcome each_member_field(FileKind kind, ByteView file, std::string_view path, const VisitRead& visit) {
    if (const auto problem = refusal(kind, file)) return *problem;
    if (const auto in = text_of_path(kind, file, path)) {
        if (!find_value(in->first.text, in->second)) return no_such(path, word(kind));
        in->first.each(in->second, visit);
        return {};
    }
    if (!has_table(kind)) return {};
    const auto layout = Layout::of(kind, file);
    const Outcome done = each_value(layout->schema(), file, path, record_forms(), [&](const std::string& at, const Place& place) {
        visit({.path = at, .shown = shown(place, file), .offset = place.offset, .field = Layout::lasting(kind, place.field)});
    });
    if (!done || !path.empty()) return done;
    if (const auto in = text_of_path(kind, file, metadata); in && kind == FileKind::sound) in->first.each("", visit);
    return {};
}

}  // namespace groovebench::ep133
