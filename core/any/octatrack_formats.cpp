// The files of an Octatrack project.
#include <algorithm>
#include <array>

#include "any/format.h"
#include "any/octatrack_summary.h"
#include "bytes/format.h"
#include "octatrack/arrangement.h"
#include "octatrack/compare.h"
#include "octatrack/file_check.h"
#include "octatrack/file_json.h"
#include "octatrack/project_fields.h"
#include "octatrack/set_field.h"
#include "schema/markdown.h"

namespace groovebench::any {
namespace {

using namespace octatrack;

// A name that says the kind, for rules that go by the name: the file's own where it does.
std::string telling_name(FileKind kind, std::string_view name) {
    if (kind_of(name) == kind) return std::string(name);
    switch (kind) {
        case FileKind::bank:
            return "bank01.work";
        case FileKind::project:
            return "project.work";
        case FileKind::markers:
            return "markers.work";
        case FileKind::arrangement:
            return "arr01.work";
        default:
            return "sample.ot";
    }
}

template <FileKind kind>
bool is(std::string_view name, ByteView file) {
    return kind_of(name, file) == kind;
}

template <FileKind kind>
std::optional<Problem> refusal_of(ByteView file) {
    return refusal(kind, file);
}

template <FileKind kind>
std::optional<Problem> locked(ByteView file) {
    if (const auto problem = refusal(kind, file)) return problem;
    if (kind != FileKind::project) return checksum_problem(file);
    const auto project = open_project(file);
    if (!project->read_only) return {};
    for (const Problem& problem : project->findings)
        if (problem.cause == Cause::unsupported) return problem;
    return Problem{.expected = "version 19 (OS 1.40)", .found = "another version", .cause = Cause::unsupported};
}

template <FileKind kind>
std::vector<Problem> check(std::string_view name, ByteView file) {
    auto findings = check_file(telling_name(kind, name), file).findings;
    for (Problem& problem : findings) problem.file = std::string(name);
    return findings;
}

template <FileKind kind>
void seal_file(ByteSpan file) {
    if (schema_of(kind)) seal(file);
}

template <FileKind kind>
Result<std::string> json(ByteView file, JsonDetail detail) {
    return file_json(kind, file, detail);
}

template <FileKind kind>
Result<Bytes> from_json(Json&& document) {
    return file_from_json(kind, std::move(document));
}

template <FileKind kind>
Result<ValueRead> read(ByteView file, std::string_view path) {
    if (const auto problem = refusal(kind, file)) return *problem;
    return kind == FileKind::project ? read_project_value(file, path) : read_value(*schema_of(kind), file, path, record_forms());
}

template <FileKind kind>
Result<std::vector<Listed>> list(ByteView file, std::string_view path) {
    if (const auto problem = refusal(kind, file)) return *problem;
    return kind == FileKind::project ? list_project_fields(file, path) : list_fields(*schema_of(kind), file, path, record_forms());
}

using VisitRead = std::function<void(const ValueRead&)>;

// Every value of a text, found level by level.
Outcome each_in_project(ByteView file, std::string_view path, const VisitRead& visit) {
    const auto inside = list_project_fields(file, path);
    if (!inside) return inside.problem();
    for (const Listed& one : *inside)
        if (const Outcome done = each_in_project(file, one.path, visit); !done) return done;
    if (!inside->empty()) return {};
    const auto value = read_project_value(file, path);
    if (!value) return value.problem();
    visit(*value);
    return {};
}

template <FileKind kind>
Outcome each(ByteView file, std::string_view path, const VisitRead& visit) {
    if (const auto problem = refusal(kind, file)) return *problem;
    if (kind == FileKind::project) return each_in_project(file, path, visit);
    return each_value(*schema_of(kind), file, path, record_forms(), [&](const std::string& at, const Place& place) {
        visit({.path = at, .shown = shown(place, file), .offset = place.offset, .field = place.field});
    });
}

template <FileKind kind>
Outcome set(Bytes& file, std::string_view path, const Written& value) {
    return set_field(kind, file, path, value);
}

template <FileKind kind>
Result<std::vector<Told>> differences(std::string_view name, ByteView first, ByteView second) {
    auto found = compare_files(telling_name(kind, name), first, second);
    if (!found) return found.problem();
    std::vector<Told> told;
    for (FileDifference& one : *found) told.push_back({std::move(one.place), std::move(one.words), std::move(one.path)});
    return told;
}

template <FileKind kind>
std::string page() {
    if (kind == FileKind::project) return project_page();
    constexpr const Schema* rows[] = {&schema<PatternRow>, &schema<LoopRow>, &schema<ReminderRow>};
    return markdown(*schema_of(kind),
                    kind == FileKind::arrangement ? std::span<const Schema* const>(rows) : std::span<const Schema* const>());
}

template <FileKind kind>
constexpr Format format(std::string_view name) {
    return {.name = name,
            .is = is<kind>,
            .refusal = refusal_of<kind>,
            .locked = locked<kind>,
            .check = check<kind>,
            .seal = seal_file<kind>,
            .json = json<kind>,
            .from_json = from_json<kind>,
            .read = read<kind>,
            .list = list<kind>,
            .each = each<kind>,
            .set = set<kind>,
            .differences = differences<kind>,
            .summary = [](std::string_view file_name, ByteView file) { return octatrack_summary(kind, file_name, file); },
            .page = page<kind>};
}

constexpr std::array all = {format<FileKind::bank>("octatrack bank"), format<FileKind::project>("octatrack project"),
                            format<FileKind::markers>("octatrack markers"), format<FileKind::arrangement>("octatrack arrangement"),
                            format<FileKind::sample_settings>("octatrack sample settings")};

}  // namespace

std::span<const Format> octatrack_formats() { return all; }

}  // namespace groovebench::any
