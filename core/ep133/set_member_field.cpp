// Setting one field of a member, under the rules of the machine.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "ep133/fields.h"
#include "ep133/json_paths.h"
#include "ep133/layout.h"
#include "ep133/meta.h"
#include "ep133/rules.h"
#include "ep133/sound_metadata.h"

namespace groovebench::ep133 {
namespace {

Problem refused(std::string_view path, std::string expected, std::string found) {
    return {.path = std::string(path), .expected = std::move(expected), .found = std::move(found)};
}

bool written_with_the_file(FileKind kind, std::string_view path) {
    if (kind == FileKind::pattern) return path == "event_count" || path == "format";
    if (kind == FileKind::sound) return path.starts_with("wave.") || path == "sampler.loops" || path == "sampler.data_bytes";
    return kind == FileKind::scenes && path == "scene_count";
}

// The number behind "events[" or "scenes[", from 0; nothing for other paths.
std::optional<std::size_t> index_in(std::string_view path, std::string_view array) {
    if (!path.starts_with(array) || path.size() <= array.size() || path[array.size()] != '[') return {};
    std::size_t number = 0;
    for (const char c : path.substr(array.size() + 1))
        if (c >= '0' && c <= '9')
            number = number * 10 + std::size_t(c - '0');
        else
            break;
    return number ? std::optional(number - 1) : std::nullopt;
}

Outcome set_in_table(FileKind kind, Bytes& file, std::string_view path, const Written& value) {
    const auto layout = Layout::of(kind, file);
    if (!layout) return layout.problem();
    const auto found = locate(layout->schema(), file, path, record_forms());
    if (!found) return found.problem();
    if (!found->is_value() || found->field->kind == Kind::packed) return refused(path, "one value", "a record or an array");
    auto bytes = bytes_of_written(found->place(), file, value);
    if (!bytes) {
        Problem problem = bytes.problem();
        problem.path = std::string(path);
        return problem;
    }
    Bytes changed = file;
    std::ranges::copy(*bytes, changed.begin() + std::ptrdiff_t(found->offset));
    if (const auto scene = kind == FileKind::scenes && changed != file ? index_in(path, "scenes") : std::nullopt;
        scene && path.find(".patterns[") != path.npos)
        if (Outcome good = define_scene(file, changed, int(*scene) + 1); !good) return good;
    if (Outcome good = keeps_rules(kind, file, changed, path); !good) return good;
    if (kind == FileKind::pattern && path.ends_with("].position")) move_to_its_place(changed, *index_in(path, "events"));
    file = std::move(changed);
    return {};
}

Outcome set_in_meta(Bytes& file, std::string_view path, const Written& value) {
    const Field* key = known_key(meta_keys(), path);
    if (!key || key->name != path) return refused(path, "a key we know", "another, which is kept");
    const auto json = json_for(*key, value);
    if (!json) return json.problem();
    const std::string text = with_value(text_of(file), path, *json);
    file.assign(bytes_of(text).begin(), bytes_of(text).end());
    return {};
}

// The root note stands in the sampler chunk, too: the two go together where they did before.
void follow_root_note(Bytes& file, i64 before) {
    const auto sound = open_sound(file);
    if (!sound || !sound->sampler) return;
    auto& sampler = *overlay<SamplerChunk>(file, *sound->sampler);
    const auto span = find_value(sound->json_text(file), "sound.rootnote");
    if (i64(u32(sampler.unity_note)) == before && span)
        sampler.unity_note = u32(std::atoi(std::string(sound->json_text(file).substr(span->from, span->size)).c_str()));
}

Outcome set_metadata(Bytes& file, std::string_view path, const Written& value) {
    const std::string_view inside = path.substr(std::string_view("metadata.").size());
    const Field* key = known_key(metadata_keys(), inside);
    const auto sound = open_sound(file);
    const std::string text(sound->json ? sound->json_text(file) : "{}");
    if (const auto object = parse_object(text); !object) return refused("metadata", "a JSON object", "something else");
    if (!key || (!find_value(text, inside) && key->name != inside)) return refused(path, "a key we know", "another, which is kept");
    const auto json = json_for(*key, value);
    if (!json) return json.problem();
    const auto root = find_value(text, "sound.rootnote");
    const i64 before = root ? std::atoi(text.substr(root->from, root->size).c_str()) : -1;
    auto changed = with_metadata(file, with_value(text, inside, *json));
    if (!changed) return changed.problem();
    file = *std::move(changed);
    if (inside == "sound.rootnote") follow_root_note(file, before);
    return {};
}

}  // namespace

Outcome set_member_field(FileKind kind, Bytes& file, std::string_view path, const Written& value) {
    if (const auto problem = refusal(kind, file)) return *problem;
    if (written_with_the_file(kind, path))
        return refused(path, "a field that is yours to set", "one that is written with the file");
    if (kind == FileKind::meta) return set_in_meta(file, path, value);
    if (kind == FileKind::sound && path.starts_with("metadata.")) return set_metadata(file, path, value);
    if (!has_table(kind)) return refused(path, "a field", "a file that is only kept");
    return set_in_table(kind, file, path, value);
}

}  // namespace groovebench::ep133
