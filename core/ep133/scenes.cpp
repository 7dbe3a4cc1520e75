#include "ep133/scenes.h"

#include <algorithm>

#include "bytes/format.h"
#include "ep133/layout.h"
#include "ep133/rules.h"
#include "schema/walk.h"

namespace groovebench::ep133 {
namespace {

bool is_defined(const Scene& scene) {
    return std::ranges::any_of(scene.patterns, [](const auto& pattern) { return pattern != 0; });
}

// A scene with a pattern in some groups only stops the machine when it changes to it.
void check_defined_scenes(const SceneList& list, int count, std::vector<Problem>& problems) {
    for (int i = 0; i < count; i++) {
        const Scene& scene = list.scenes[i];
        for (int group = 0; group < 4; group++)
            if (scene.patterns[group] == 0)
                problems.push_back({.offset = 7 + std::size_t(i) * sizeof(Scene) + std::size_t(group),
                                    .path = fmt::format("scenes[{}].patterns[{}]", i + 1, group + 1),
                                    .expected = "1 to 99 (0 stops the machine with ERR PATTERN 189)",
                                    .found = "0"});
        if (!scene.numerator || !scene.denominator)
            problems.push_back({.severity = Severity::warning,
                                .offset = 11 + std::size_t(i) * sizeof(Scene),
                                .path = fmt::format("scenes[{}].numerator", i + 1),
                                .expected = "a time signature",
                                .found = fmt::format("{}/{}", int(scene.numerator), int(scene.denominator))});
    }
}

void check_trailer(ByteView file, std::vector<Problem>& problems) {
    if (stops_on_load(file))
        problems.push_back({.offset = 601,
                            .path = "current_scene",
                            .expected = "a trailer (zeros stop the machine with ERR SCENE 146)",
                            .found = "0"});
    const auto* count = overlay<Scenes612>(file);
    if (file.size() == sizeof(Scenes612) && count->scene_count > u32(max_scenes))
        problems.push_back({.severity = Severity::warning,
                            .offset = 605,
                            .path = "scene_count",
                            .expected = "0 to 99",
                            .found = std::to_string(u32(count->scene_count))});
}

}  // namespace

const Schema* scenes_schema(std::size_t size) {
    if (size == sizeof(Scenes612)) return &schema<Scenes612>;
    return size == sizeof(Scenes712) ? &schema<Scenes712> : nullptr;
}

const SceneList* scene_list(ByteView file) {
    const bool known = scenes_schema(file.size()) || file.size() > sizeof(Scenes712);
    return known ? overlay<SceneList>(file) : nullptr;
}

int scene_count(ByteView file) {
    const SceneList* list = scene_list(file);
    if (!list) return 0;
    if (file.size() == sizeof(Scenes612)) return int(std::min<u32>(overlay<Scenes612>(file)->scene_count, max_scenes));
    int count = max_scenes;
    while (count > 0 && !is_defined(list->scenes[count - 1])) count--;
    return count;
}

std::vector<Problem> check_scenes(ByteView file) {
    const auto layout = Layout::of(FileKind::scenes, file);
    if (!layout) return {layout.problem()};
    std::vector<Problem> problems = validate(layout->schema(), file);
    if (!scenes_schema(file.size())) return problems;
    check_defined_scenes(*scene_list(file), scene_count(file), problems);
    check_trailer(file, problems);
    return problems;
}

Bytes write_scenes(std::span<const Scene> scenes, u32 current_scene) {
    Bytes file(sizeof(Scenes712));
    auto& all = *overlay<Scenes712>(file);
    all.list.live_numerator = 4, all.list.live_denominator = 4;
    std::ranges::fill(all.list.scenes, scene_of(0, 0, 0, 0));
    std::ranges::copy(scenes.first(std::min(scenes.size(), std::size_t(max_scenes))), all.list.scenes);
    all.list.current_scene = current_scene;
    all.song_length = 1, all.song[0] = 1;
    return file;
}

Scene scene_of(int a, int b, int c, int d, int numerator, int denominator) {
    return {{{u8(a)}, {u8(b)}, {u8(c)}, {u8(d)}}, u8(numerator), u8(denominator)};
}

}  // namespace groovebench::ep133
