#include "opz/project.h"

#include <algorithm>
#include <charconv>

#include "bytes/format.h"

namespace groovebench::opz {
namespace {

constexpr auto fields_with_revision = [] {
    std::array<Field, fields_of<Project>.size() + 1> fields;
    std::ranges::copy(fields_of<Project>, fields.begin());
    fields.back() = fields_of<Trailer>[0];
    fields.back().offset = u32(sizeof(Project));
    return fields;
}();
constexpr Schema with_revision{Project::name, u32(project_size), fields_with_revision};

}  // namespace

std::optional<int> track_index(std::string_view text) {
    const auto named = std::ranges::find(track_names, text);
    if (named != track_names.end()) return int(named - track_names.begin());
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool good = error == std::errc() && end == text.data() + text.size() && number >= 1 && number <= track_count;
    return good ? std::optional(number - 1) : std::nullopt;
}

const Schema& project_schema(std::size_t size) { return size == size_without_revision ? schema<Project> : with_revision; }

Result<const Project*> open_project(ByteView file) {
    if (file.size() != project_size && file.size() != size_without_revision)
        return Problem{.offset = std::min(file.size(), project_size),
                       .path = "size",
                       .expected = fmt::format("{} bytes, or {} of old firmware", project_size, size_without_revision),
                       .found = fmt::format("{} bytes", file.size())};
    return overlay<Project>(file);
}

std::optional<Problem> id_problem(const Project& project) {
    if (project.file_id.right()) return {};
    std::string found;
    for (char c : project.file_id.bytes) fmt::format_to(std::back_inserter(found), "{}{:02X}", found.empty() ? "" : " ", u8(c));
    return Problem{
        .offset = 0, .path = "file_id", .expected = "49 00 00 00", .found = std::move(found), .cause = Cause::unsupported};
}

bool has_revision(ByteView project) { return project.size() == project_size; }

u32 revision_of(ByteView project) { return has_revision(project) ? u32(overlay<Trailer>(project, sizeof(Project))->revision) : 2; }

const Note& note_of(const Pattern& pattern, int track, int step, int voice) {
    return element<Note>(pattern.notes[step], first_slot(track) + voice);
}
Note& note_of(Pattern& pattern, int track, int step, int voice) {
    return const_cast<Note&>(note_of(std::as_const(pattern), track, step, voice));
}

int chain_used(const Chain& chain) {
    return int(std::ranges::find_if(chain.patterns, [](u8 pattern) { return pattern >= pattern_count; }) - chain.patterns);
}

bool is_muted(const MuteGroup& group, int track) { return element<u8>(group, track / 4) >> (2 * (track % 4) + 1) & 1; }

}  // namespace groovebench::opz
