#include "ep133/preflight.h"

#include <algorithm>

#include "bytes/format.h"
#include "ep133/fields.h"
#include "ep133/layout.h"
#include "schema/walk.h"

namespace groovebench::ep133 {
namespace {

// What the rules say of a place, and what can be done there. The first that fits counts.
struct Offer {
    FileKind kind;
    std::string_view path;      // begins so
    std::string_view path_end;  // ends so
    std::string_view told;      // is in what was expected or found
    Mend mend;
};
constexpr Offer offers[] = {
    {FileKind::settings, "tempo", "", "ERR CLOCK", Mend::tempo},
    {FileKind::settings, "groups[", ".level", "mutes", Mend::unmoved_fader},
    {FileKind::settings, "groups[", "", "never moved", Mend::unmoved_fader},
    {FileKind::scenes, "scenes[", "", "ERR PATTERN", Mend::silent_pattern},
    {FileKind::scenes, "current_scene", "", "ERR SCENE", Mend::trailer},
    {FileKind::pad, "time_mode", "", "ERR PATTERN", Mend::time_mode},
    {FileKind::pad, "trim_length", "", "an end within", Mend::trim},
    {FileKind::pad, "trim_length", "", "lies in the archive", Mend::whole_sound},
    {FileKind::pad, "amplitude", "", "silent", Mend::usual_level},
    {FileKind::pattern, "events[", ".position", "or later", Mend::sorted_events},
    {FileKind::sound, "samples", "", "last chunk", Mend::samples_last},
    {FileKind::sound, "samples", "", "at most 20 seconds", Mend::twenty_seconds},
    {FileKind::sound, "wave.rate", "", "at most 46875 Hz", Mend::machine_rate},
};

Mend mend_for(FileKind kind, const Problem& problem) {
    for (const Offer& one : offers) {
        const bool told = problem.expected.find(one.told) != std::string::npos || problem.found.find(one.told) != std::string::npos;
        if (one.kind == kind && problem.path.starts_with(one.path) && problem.path.ends_with(one.path_end) && told) return one.mend;
    }
    return Mend::none;
}

Mend mend_for_archive(const Problem& problem) {
    if (problem.expected.starts_with("a name that begins")) return Mend::slashes;
    if (problem.expected.starts_with("a name like")) return Mend::sound_name;
    if (problem.expected.starts_with("patterns before")) return Mend::sorted_members;
    return problem.path == "device_sku" || problem.expected.starts_with("/meta.json") ? Mend::machine : Mend::none;
}

bool ends_so(std::string_view name, std::string_view ending) { return name.size() > ending.size() && name.ends_with(ending); }

void check_file_name(std::string_view name, const Contents& contents, std::vector<Problem>& problems) {
    const std::string_view own = last_parts(name, 1);
    const bool one_project = ends_so(own, ".ppak");
    if (!one_project && !ends_so(own, ".pak"))
        problems.push_back({.severity = Severity::warning,
                            .path = "name",
                            .expected = "a name that ends in .ppak or .pak (the tool says: invalid file format)",
                            .found = std::string(own)});
    const std::size_t projects = contents.as_backup()->projects.size();
    if (one_project && projects > 1)
        problems.push_back({.severity = Severity::note,
                            .path = "projects",
                            .expected = "one project in a .ppak (the tool restores the first)",
                            .found = std::to_string(projects)});
}

// "/projects/P01.tar:pads/a/p07" as the path of a member.
const Member* member_of(const Contents& contents, std::string_view file) {
    std::string path(file);
    if (const auto colon = path.find(".tar:"); colon != path.npos) path[colon + 4] = '/';
    for (const Member& member : contents.members())
        if (path == member.path || (path.ends_with(member.path) && path[path.size() - member.path.size() - 1] == '/'))
            return &member;
    return nullptr;
}

// Of an entry that is a project.
std::string key_of_project(const Contents& contents, std::string_view file) {
    if (const Backup* backup = contents.as_backup())
        for (const ProjectEntry& one : backup->projects)
            if (backup->zip.entries[one.entry].name == file) return fmt::format("projects[{}]", one.number);
    return {};
}

Finding finding_of(const Contents& contents, std::string_view file_name, Problem problem) {
    Finding finding;
    const Member* member = problem.file.empty() ? nullptr : member_of(contents, problem.file);
    finding.mend = mend_for_archive(problem);
    if (member) {
        if (finding.mend == Mend::none) finding.mend = mend_for(member->kind, problem);
        finding.member = member->path;
        problem.path = problem.path.empty() ? member->key : fmt::format("{}.{}", member->key, problem.path);
    } else if (const std::string key = key_of_project(contents, problem.file); !key.empty()) {
        problem.path = key;
    } else if (!problem.file.empty()) {
        problem.path = problem.path.empty() ? problem.file : fmt::format("{}.{}", problem.file, problem.path);
    }
    problem.file = std::string(file_name);
    finding.problem = std::move(problem);
    return finding;
}

std::vector<Problem> check_member(FileKind kind, ByteView file) {
    switch (kind) {
        case FileKind::pattern:
            return check_pattern(file);
        case FileKind::scenes:
            return check_scenes(file);
        case FileKind::settings:
            return check_settings(file);
        case FileKind::meta:
            return check_meta(file);
        case FileKind::sound:
            return check_sound(file);
        case FileKind::pad:
            return check_pad(file);
        case FileKind::fx_settings: {
            const auto layout = Layout::of(kind, file);
            return layout ? validate(layout->schema(), file) : std::vector{layout.problem()};
        }
        default:
            return {};
    }
}

}  // namespace

std::string_view offer(Mend mend) {
    constexpr std::string_view words[] = {"",
                                          "Let every name begin with /",
                                          "Name the sound so that the tool takes it",
                                          "Say in meta.json that it is for any EP-133",
                                          "Set the tempo to 120 BPM",
                                          "Play a pattern without events there",
                                          "Make scene 1 the current one",
                                          "Switch stretching off",
                                          "End the pad where the sound ends",
                                          "Play all of the sound in that slot",
                                          "Set the fader as if it was never moved",
                                          "Set the level to 100",
                                          "Sort the events by position",
                                          "Put the patterns in front of the scenes",
                                          "Put the samples behind everything else",
                                          "Cut the sound, and the pads that play it, after 20 seconds",
                                          "Bring the sound to 46875 Hz, and the pads that play it along"};
    return words[std::size_t(mend)];
}

std::vector<Finding> preflight(std::string_view file_name, ByteView file, std::size_t limit) {
    const auto contents = Contents::open(file);
    if (!contents) {
        Problem problem = contents.problem();
        problem.file = std::string(file_name);
        Finding finding;
        finding.problem = std::move(problem);
        return {finding};
    }
    std::vector<Problem> problems;
    if (const Backup* backup = contents->as_backup()) {
        check_file_name(file_name, *contents, problems);
        for (Problem& problem : check_backup(*backup, limit)) problems.push_back(std::move(problem));
    } else {
        problems = check_project(*open_project(file));
    }
    if (problems.size() > limit) problems.resize(limit);
    std::vector<Finding> findings;
    for (Problem& problem : problems) findings.push_back(finding_of(*contents, file_name, std::move(problem)));
    return findings;
}

std::vector<Problem> check_file(FileKind kind, std::string_view file_name, ByteView file, std::size_t limit) {
    std::vector<Problem> problems;
    if (is_archive(kind))
        for (Finding& finding : preflight(file_name, file, limit)) problems.push_back(std::move(finding.problem));
    else
        problems = check_member(kind, file);
    if (problems.size() > limit) problems.resize(limit);
    for (Problem& problem : problems) problem.file = std::string(file_name);
    return problems;
}

}  // namespace groovebench::ep133
