#include "ep133/rules.h"

#include <algorithm>
#include <cmath>

#include "bytes/format.h"

namespace groovebench::ep133 {
namespace {

Problem refused(std::string_view path, std::string expected, std::string found) {
    return {.path = std::string(path), .expected = std::move(expected), .found = std::move(found)};
}

Outcome keeps_scenes(ByteView before, ByteView after, std::string_view path) {
    const SceneList *was = scene_list(before), *now = scene_list(after);
    if (!was || !now) return {};
    for (int i = 0; i < max_scenes; i++)
        if (stops_the_scene(now->scenes[i]) && !stops_the_scene(was->scenes[i]))
            return refused(path, "a pattern in every group of a scene (else ERR PATTERN 189)", "0");
    for (int i = 0; i < scene_count(after); i++)
        if (!bar_ticks(now->scenes[i]) && bar_ticks(was->scenes[i])) return refused(path, "a time signature such as 3/4", "0");
    if (after.size() < sizeof(Scenes712) || path.find("song") != 0) return {};
    const auto& all = *overlay<Scenes712>(after);
    if (all.song_length >= 1 && all.song_length <= max_song_positions) return {};
    return refused(path, "1 to 99", std::to_string(int(all.song_length)));
}

Outcome keeps_settings(ByteView after, std::string_view path) {
    const Settings220& settings = *overlay<Settings220>(after);
    if (path == "tempo" && stops_the_clock(settings.tempo))
        return refused(path, "a tempo above 0 (else ERR CLOCK 43)", fmt::format("{}", float(settings.tempo)));
    if (!path.starts_with("groups[")) return {};
    const std::size_t first = offsetof(Settings220, groups);
    for (std::size_t at = first; at < first + sizeof settings.groups; at += sizeof(lef32))
        if (const float value = *overlay<lef32>(after, at); value != -1.0f && !(value >= 0.0f && value <= 1.0f))
            return refused(path, "0 to 1, or -1 for never moved", fmt::format("{}", value));
    return {};
}

Outcome keeps_pad(ByteView before, ByteView after, std::string_view path) {
    const Pad26 &was = *overlay<Pad26>(before), &now = *overlay<Pad26>(after);
    if (stops_the_pad(now) && !stops_the_pad(was)) return refused(path, "a length in bars mode (else ERR PATTERN 189)", "0");
    const float bpm = now.stretch_bpm;
    if (path == "stretch_bpm" && !(bpm >= 0.0f && bpm <= 400.0f))
        return refused(path, "0 for not set, or 1 to 400", fmt::format("{}", bpm));
    if (path == "play_mode" && now.play_mode == u8(PlayMode::loop) && after.size() < sizeof(Pad29))
        return refused(path, "one-shot, key or legato", "loop, which only the EP-40 has");
    return {};
}

struct Events {
    std::size_t first, count;
};
Events events_in(ByteView file) {
    const auto pattern = open_pattern(file);
    return pattern ? Events{pattern->first, pattern->events.size()} : Events{0, 0};
}
u16 position_at(ByteView file, std::size_t offset) { return *overlay<le16>(file, offset); }

void put_count(Bytes& file, std::size_t first, std::size_t count) { *overlay<le16>(file, first - 2) = u16(count); }

// Scenes that move: the current one and the song's positions keep pointing at theirs.
void renumber(Bytes& file, auto number_of) {
    auto& list = *overlay<SceneList>(file);
    if (const u32 current = list.current_scene; current >= 1 && current <= u32(max_scenes))
        list.current_scene = u32(number_of(int(current)));
    if (file.size() < sizeof(Scenes712)) return;
    for (auto& position : overlay<Scenes712>(file)->song)
        if (position >= 1 && position <= max_scenes) position = u8(number_of(int(position)));
}

Scene undefined_scene(ByteView file) { return file.size() < sizeof(Scenes712) ? scene_of(1, 1, 1, 1) : scene_of(0, 0, 0, 0); }

bool is_undefined(const Scene& scene) {
    return std::ranges::all_of(scene.patterns, [](const auto& pattern) { return pattern == 0; });
}

void put_scene_count(Bytes& file, int count) {
    if (file.size() == sizeof(Scenes612)) overlay<Scenes612>(file)->scene_count = u32(count);
}

}  // namespace

bool stops_the_clock(float tempo) { return !std::isfinite(tempo) || tempo <= 0; }
bool stops_the_scene(const Scene& scene) {
    const auto zero = std::ranges::count_if(scene.patterns, [](const auto& pattern) { return pattern == 0; });
    return zero > 0 && zero < 4;
}
bool stops_on_load(ByteView scenes) {
    const bool known = scene_list(scenes) != nullptr;
    return known &&
           std::ranges::all_of(scenes.subspan(offsetof(SceneList, current_scene)), [](std::byte b) { return b == std::byte(0); });
}
bool stops_the_pad(const Pad26& pad) { return pad.time_mode == u8(TimeMode::bars) && !pad.trim_length; }
bool is_silent(const Pad26& pad) { return sounds(pad) && pad.amplitude == 0; }
bool is_stale(const Pad26& pad) { return pad.slot && !pad.trim_length; }

u32 bar_ticks(int numerator, int denominator) {
    return numerator > 0 && denominator > 0 ? u32(ticks_per_bar * numerator / denominator) : 0;
}
u32 bar_ticks(const Scene& scene) { return bar_ticks(scene.numerator, scene.denominator); }

std::size_t events_past_end(const Pattern& pattern, u32 ticks_of_a_bar) {
    const u32 end = u32(pattern.bars) * ticks_of_a_bar;
    return std::size_t(std::ranges::count_if(pattern.events, [&](const NoteEvent& event) { return event.position >= end; }));
}

PatternUse use_of_pattern(ByteView scenes, int group, int number) {
    const SceneList* list = scene_list(scenes);
    if (!list) return {};
    const int count = scene_count(scenes);
    for (int i = 0; i < count; i++)
        if (list->scenes[i].patterns[group] == number) return {bar_ticks(list->scenes[i]), i + 1};
    const u32 current = list->current_scene;
    if (current >= 1 && current <= u32(max_scenes)) return {bar_ticks(list->scenes[current - 1]), 0};
    return {};
}

int silent_pattern(const Project& project, int group, int from) {
    for (int number = std::max(from, 1); number <= max_patterns; number++)
        if (pattern_bytes(project, group, number).empty()) return number;
    return max_patterns;
}

void assign(Pad26& pad, int slot, u32 frames) {
    pad.slot = u16(slot);
    pad.trim_start = 0, pad.trim_length = frames;
    pad.stretch_bpm = 0.0f, pad.time_mode = TimeMode::off;
}

void clear(ByteSpan pad, float project_tempo) {
    const Pad27 blank = blank_pad(project_tempo);
    const auto bytes = std::as_bytes(std::span(&blank, 1));
    std::ranges::copy(bytes.first(std::min(bytes.size(), pad.size())), pad.begin());
}

double pitch_of(ByteView pad) {
    const auto* longer = overlay<Pad27>(pad);
    return double(i8(overlay<Pad26>(pad)->pitch)) + (longer ? longer->pitch_fraction / 100.0 : 0.0);
}

Outcome set_pitch(ByteSpan pad, double semitones) {
    const double hundredths = std::round(semitones * 100);
    if (!(hundredths >= -1200 && hundredths <= 1200)) return refused("pitch", "-12 to 12 semitones", fmt::format("{}", semitones));
    const int whole = int(std::floor(hundredths / 100)), part = int(hundredths) - 100 * whole;
    auto* longer = overlay<Pad27>(pad);
    if (part && !longer) return refused("pitch", "whole semitones in a pad from before OS 2.0", fmt::format("{}", semitones));
    overlay<Pad26>(pad)->pitch = i8(whole);
    if (longer) longer->pitch_fraction = u8(part);
    return {};
}

Outcome keeps_rules(FileKind kind, ByteView before, ByteView after, std::string_view path) {
    if (kind == FileKind::scenes) return keeps_scenes(before, after, path);
    if (kind == FileKind::settings) return keeps_settings(after, path);
    return kind == FileKind::pad ? keeps_pad(before, after, path) : Outcome();
}

void move_to_its_place(ByteSpan file, std::size_t index) {
    const auto [first, count] = events_in(file);
    if (index >= count) return;
    constexpr std::size_t size = sizeof(NoteEvent);
    const auto begin = file.begin() + std::ptrdiff_t(first), here = begin + std::ptrdiff_t(index * size);
    const u16 position = position_at(file, first + index * size);
    std::size_t to = index;
    while (to > 0 && position_at(file, first + (to - 1) * size) > position) to--;
    if (to < index) {
        std::rotate(begin + std::ptrdiff_t(to * size), here, here + size);
        return;
    }
    while (to + 1 < count && position_at(file, first + (to + 1) * size) < position) to++;
    std::rotate(here, here + size, begin + std::ptrdiff_t((to + 1) * size));
}

Outcome add_event(Bytes& file, ByteView event) {
    const auto pattern = open_pattern(file);
    if (!pattern) return pattern.problem();
    if (event.size() != sizeof(NoteEvent)) return refused("events", "eight bytes", fmt::format("{}", event.size()));
    const auto [first, count] = events_in(file);
    if (count == 65535) return refused("event_count", "at most 65535 events", "one more");
    std::size_t at = count;
    while (at > 0 && position_at(file, first + (at - 1) * sizeof(NoteEvent)) > position_at(event, 0)) at--;
    file.insert(file.begin() + std::ptrdiff_t(first + at * sizeof(NoteEvent)), event.begin(), event.end());
    put_count(file, first, count + 1);
    return {};
}

Outcome remove_event(Bytes& file, std::size_t index) {
    const auto pattern = open_pattern(file);
    if (!pattern) return pattern.problem();
    const auto [first, count] = events_in(file);
    if (index >= count) return refused("events", fmt::format("1 to {}", count), fmt::format("{}", index + 1));
    const auto at = file.begin() + std::ptrdiff_t(first + index * sizeof(NoteEvent));
    file.erase(at, at + sizeof(NoteEvent));
    put_count(file, first, count - 1);
    return {};
}

void sort_events(ByteSpan file) {
    const auto [first, count] = events_in(file);
    auto* events = overlay<NoteEvent>(file, first);
    if (count) std::stable_sort(events, events + count, [](const auto& a, const auto& b) { return a.position < b.position; });
}

Outcome insert_scene(Bytes& file, int before, const Scene& scene) {
    if (!scene_list(file)) return refused("scenes", "612 or 712 bytes", fmt::format("{} bytes", file.size()));
    const int count = scene_count(file);
    if (count == max_scenes) return refused("scenes", "at most 99 scenes", "one more");
    if (before < 1 || before > count + 1) return refused("scenes", fmt::format("1 to {}", count + 1), std::to_string(before));
    if (!bar_ticks(scene) || std::ranges::any_of(scene.patterns, [](const auto& p) { return p < 1 || p > max_patterns; }))
        return refused("scenes", "patterns 1 to 99 in every group, and a time signature", "another scene");
    auto& list = *overlay<SceneList>(file);
    std::copy_backward(list.scenes + before - 1, list.scenes + count, list.scenes + count + 1);
    list.scenes[before - 1] = scene;
    put_scene_count(file, count + 1);
    renumber(file, [&](int number) { return number >= before && number < max_scenes ? number + 1 : number; });
    return {};
}

Outcome remove_scene(Bytes& file, int number) {
    const int count = scene_count(file);
    if (number < 1 || number > count || count == 1)
        return refused("scenes", count > 1 ? fmt::format("1 to {}", count) : "more than one scene", std::to_string(number));
    auto& list = *overlay<SceneList>(file);
    std::copy(list.scenes + number, list.scenes + count, list.scenes + number - 1);
    list.scenes[count - 1] = undefined_scene(file);
    put_scene_count(file, count - 1);
    renumber(file, [&](int one) { return one > number || one == count ? std::max(one - 1, 1) : one; });
    return {};
}

Outcome define_scene(ByteView before, Bytes& file, int number) {
    const int count = scene_count(before);
    if (number <= count && !is_undefined(scene_list(before)->scenes[number - 1])) return {};
    if (number > count + 1)
        return refused(fmt::format("scenes[{}]", number), fmt::format("at most scene {}, the one behind the last", count + 1),
                       fmt::format("scene {}", number));
    Scene& scene = overlay<SceneList>(file)->scenes[number - 1];
    for (auto& pattern : scene.patterns)
        if (pattern == 0) pattern = 1;
    put_scene_count(file, std::max(count, number));
    return {};
}

}  // namespace groovebench::ep133
