#include "ep133/project.h"

#include <cmath>

#include "bytes/format.h"
#include "ep133/layout.h"
#include "ep133/rules.h"
#include "schema/walk.h"

namespace groovebench::ep133 {
namespace {

using Kind = Role::Kind;

int two_digits(std::string_view text) {
    auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return text.size() == 2 && digit(text[0]) && digit(text[1]) ? (text[0] - '0') * 10 + text[1] - '0' : 0;
}
int group_of(char letter) { return letter >= 'a' && letter <= 'd' ? letter - 'a' : -1; }

std::string pad_name(int group, int number) { return fmt::format("pads/{}/p{:02}", char('a' + group), number); }

Problem longer_than_known(FileKind kind, std::size_t size) {
    return {.severity = Severity::note,
            .expected = std::string(sizes_of(kind)),
            .found = fmt::format("{}: the rest is kept", size),
            .cause = Cause::unsupported};
}

// The slots behind the last sample's are engines of the EP-40; an empty pad with one of them has no other values.
void without_supertones(const Pad26& pad, std::vector<Problem>& problems) {
    constexpr int last_supertone = 1009;
    if (pad.slot > max_slot && pad.slot <= last_supertone)
        std::erase_if(problems, [](const Problem& one) { return one.path == "slot" || one.path == "midi_channel"; });
}

std::vector<Problem> check_member(const Role& role, ByteView file, const SoundFrames& sounds_by_slot) {
    switch (role.kind) {
        case Kind::pad:
            return check_pad(file, sounds_by_slot);
        case Kind::pattern:
            return check_pattern(file);
        case Kind::scenes:
            return check_scenes(file);
        case Kind::settings:
            return check_settings(file);
        case Kind::fx_settings: {
            const auto layout = Layout::of(role.kind, file);
            if (!layout) return {layout.problem()};
            std::vector<Problem> problems = validate(layout->schema(), file);
            if (!schema_of(role.kind, file.size())) problems.push_back(longer_than_known(role.kind, file.size()));
            return problems;
        }
        default:
            return {};
    }
}

// What is kept and not heard: worth knowing, and as a device leaves it.
void check_ends(const Project& project, std::vector<Problem>& problems) {
    const ByteView scenes = member_bytes(project, "scenes");
    for (const auto& member : project.tar.members) {
        const Role role = role_of(member.name);
        if (member.folder || role.kind != Kind::pattern) continue;
        const auto pattern = open_pattern(project.tar.bytes(member));
        if (!pattern) continue;
        const PatternUse use = use_of_pattern(scenes, role.group, role.number);
        const std::size_t late = use.bar_ticks ? events_past_end(*pattern, use.bar_ticks) : 0;
        if (!late) continue;
        const std::string where = use.scene ? fmt::format("scene {}", use.scene) : "the current scene's time signature";
        problems.push_back({.severity = Severity::note,
                            .file = member.name,
                            .path = "bars",
                            .expected = fmt::format("events before the end of its {} bars in {}", pattern->bars, where),
                            .found = fmt::format("{} behind it, kept and not heard", late)});
    }
}

// Patterns behind `scenes` are reported as not registered by the machine.
void check_order(const Project& project, std::vector<Problem>& problems) {
    bool scenes_seen = false;
    for (const auto& member : project.tar.members) {
        scenes_seen |= member.name == "scenes";
        if (scenes_seen && role_of(member.name).kind == Kind::pattern) {
            problems.push_back({.severity = Severity::warning,
                                .file = member.name,
                                .expected = "patterns before scenes",
                                .found = "one behind, which the machine may not see"});
            return;
        }
    }
}

void add_folder(std::vector<archive::TarItem>& items, std::string name) { items.push_back({std::move(name), true, {}}); }

// The patterns given, and an empty one for each that a scene names and nobody gave.
std::map<std::string, Bytes> all_patterns(const NewProject& project) {
    std::map<std::string, Bytes> patterns = project.patterns;
    const Bytes empty = *write_pattern(std::clamp(project.empty_bars, 1, max_bars), {});
    for (const Scene& scene : project.scenes)
        for (int group = 0; group < groups; group++) patterns.try_emplace(pattern_name(group, scene.patterns[group]), empty);
    return patterns;
}

Outcome check_new(const NewProject& project) {
    auto refuse = [](std::string path, std::string expected, std::string found) {
        return Outcome(Problem{.path = std::move(path), .expected = std::move(expected), .found = std::move(found)});
    };
    if (!std::isfinite(project.tempo) || project.tempo <= 0)
        return refuse("tempo", "a tempo above 0", fmt::format("{}", project.tempo));
    if (project.scenes.empty() || project.scenes.size() > std::size_t(max_scenes))
        return refuse("scenes", "1 to 99", std::to_string(project.scenes.size()));
    for (std::size_t i = 0; i < project.scenes.size(); i++)
        for (const auto& pattern : project.scenes[i].patterns)
            if (pattern < 1 || pattern > max_patterns)
                return refuse(fmt::format("scenes[{}].patterns", i + 1), "1 to 99", std::to_string(int(pattern)));
    for (const auto& [name, bytes] : project.patterns) {
        if (role_of("patterns/" + name).kind != Kind::pattern) return refuse("patterns", "a name like a01", name);
        if (const auto pattern = open_pattern(bytes); !pattern) return pattern.problem();
    }
    return {};
}

}  // namespace

Role role_of(std::string_view name) {
    if (name == "scenes") return {Kind::scenes};
    if (name == "settings") return {Kind::settings};
    if (name == "fx_settings") return {Kind::fx_settings};
    if (name.size() == 10 && name.starts_with("pads/") && name[6] == '/' && name[7] == 'p') {
        const int group = group_of(name[5]), number = two_digits(name.substr(8));
        if (group >= 0 && number >= 1 && number <= pads_in_a_group) return {Kind::pad, group, number};
    }
    if (name.size() == 12 && name.starts_with("patterns/")) {
        const int group = group_of(name[9]), number = two_digits(name.substr(10));
        if (group >= 0 && number >= 1) return {Kind::pattern, group, number};
    }
    return {};
}

Result<Project> open_project(ByteView tar) {
    auto open = archive::open_tar(tar);
    if (!open) return open.problem();
    return Project{std::move(*open)};
}

ByteView member_bytes(const Project& project, std::string_view name) {
    const auto* member = archive::find_member(project.tar, name);
    return member && !member->folder ? project.tar.bytes(*member) : ByteView();
}
ByteView pad_bytes(const Project& project, int group, int number) { return member_bytes(project, pad_name(group, number)); }
ByteView pattern_bytes(const Project& project, int group, int number) {
    return member_bytes(project, "patterns/" + pattern_name(group, number));
}
const Pad26* pad_at(const Project& project, int group, int number) { return overlay<Pad26>(pad_bytes(project, group, number)); }

std::vector<Problem> check_pad(ByteView file, const SoundFrames& sounds_by_slot) {
    const auto layout = Layout::of(Kind::pad, file);
    if (!layout) return {layout.problem()};
    std::vector<Problem> problems = validate(layout->schema(), file);
    const Pad26& pad = *overlay<Pad26>(file);
    const bool ep40 = file.size() >= sizeof(Pad29);
    if (ep40) without_supertones(pad, problems);
    if (!schema_of(Kind::pad, file.size())) problems.push_back(longer_than_known(Kind::pad, file.size()));
    auto add = [&](Severity severity, std::size_t at, const char* path, std::string expected, std::string found) {
        problems.push_back(
            {.severity = severity, .offset = at, .path = path, .expected = std::move(expected), .found = std::move(found)});
    };
    const float bpm = pad.stretch_bpm;
    if (!std::isfinite(bpm) || bpm < 0.0f || bpm > 400.0f)
        add(Severity::warning, 12, "stretch_bpm", "0, or about 1 to 399 BPM", fmt::format("{}", bpm));
    if (!ep40 && pad.play_mode == u8(PlayMode::loop))
        add(Severity::warning, 23, "play_mode", "one-shot, key or legato", "loop, which only the EP-40 has");
    const auto sound = sounds_by_slot.find(pad.slot);
    const bool there = sound != sounds_by_slot.end();
    if (is_stale(pad))
        add(Severity::note, 8, "trim_length", there ? "a length: a sound lies in the archive" : "frames of the sound",
            there ? "0: the pad is silent" : "0: its sound was deleted");
    if (stops_the_pad(pad)) add(Severity::error, 21, "time_mode", "a length in bars mode (else ERR PATTERN 189)", "a length of 0");
    if (is_silent(pad)) add(Severity::note, 16, "amplitude", "1 to 200", "0: the pad is silent");
    const u64 end = u64(pad.trim_start) + pad.trim_length;
    if (sounds(pad) && there && end > sound->second)
        add(Severity::error, 8, "trim_length", fmt::format("an end within the {} frames of the sound", sound->second),
            std::to_string(end));
    return problems;
}

std::vector<Problem> check_project(const Project& project, const SoundFrames& sounds_by_slot) {
    std::vector<Problem> problems;
    for (const auto& member : project.tar.members) {
        if (member.folder) continue;
        for (Problem& problem : check_member(role_of(member.name), project.tar.bytes(member), sounds_by_slot)) {
            problem.file = member.name;
            problems.push_back(std::move(problem));
        }
    }
    check_order(project, problems);
    check_ends(project, problems);
    return problems;
}

Result<Bytes> write_project(const NewProject& project) {
    if (Outcome good = check_new(project); !good) return good.problem();
    const auto patterns = all_patterns(project);
    const Bytes scenes = write_scenes(project.scenes, 1), settings = write_settings(project.tempo);
    std::array<std::array<Pad27, pads_in_a_group>, groups> pads = project.pads;

    std::vector<archive::TarItem> items;
    add_folder(items, "pads");
    for (int group = 0; group < groups; group++) {
        add_folder(items, fmt::format("pads/{}", char('a' + group)));
        for (int i = 0; i < pads_in_a_group; i++) {
            Pad27& pad = pads[std::size_t(group)][std::size_t(i)];
            if (!pad.pad.slot) pad = blank_pad(project.tempo);
            items.push_back({pad_name(group, i + 1), false, std::as_bytes(std::span(&pad, 1))});
        }
    }
    add_folder(items, "patterns");
    for (const auto& [name, bytes] : patterns) items.push_back({"patterns/" + name, false, bytes});
    items.push_back({"scenes", false, scenes});
    items.push_back({"settings", false, settings});
    archive::sort_items(items);
    return archive::write_tar(items, archive::TarFamily::os2);
}

}  // namespace groovebench::ep133
