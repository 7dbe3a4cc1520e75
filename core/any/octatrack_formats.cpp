// The files of an Octatrack project.
#include <algorithm>
#include <array>

#include "any/handing_on.h"
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

bool is(FileKind kind, std::string_view name, ByteView file) { return kind_of(name, file) == kind; }

std::optional<Problem> locked(FileKind kind, ByteView file) {
    if (const auto problem = refusal(kind, file)) return problem;
    if (kind != FileKind::project) return checksum_problem(file);
    const auto project = open_project(file);
    if (!project->read_only) return {};
    for (const Problem& problem : project->findings)
        if (problem.cause == Cause::unsupported) return problem;
    return Problem{.expected = "version 19 (OS 1.40)", .found = "another version", .cause = Cause::unsupported};
}

std::vector<Problem> check(FileKind kind, std::string_view name, ByteView file) {
    auto findings = check_file(telling_name(kind, name), file).findings;
    for (Problem& problem : findings) problem.file = std::string(name);
    return findings;
}

void seal_file(FileKind kind, ByteSpan file) {
    if (schema_of(kind)) seal(file);
}

Result<ValueRead> read(FileKind kind, ByteView file, std::string_view path) {
    if (const auto problem = refusal(kind, file)) return *problem;
    return kind == FileKind::project ? read_project_value(file, path) : read_value(*schema_of(kind), file, path, record_forms());
}

Result<std::vector<Listed>> list(FileKind kind, ByteView file, std::string_view path) {
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

Outcome each(FileKind kind, ByteView file, std::string_view path, const VisitRead& visit) {
    if (const auto problem = refusal(kind, file)) return *problem;
    if (kind == FileKind::project) return each_in_project(file, path, visit);
    return each_value(*schema_of(kind), file, path, record_forms(), [&](const std::string& at, const Place& place) {
        visit({.path = at, .shown = shown(place, file), .offset = place.offset, .field = place.field});
    });
}

Result<std::vector<Told>> differences(FileKind kind, std::string_view name, ByteView first, ByteView second) {
    auto found = compare_files(telling_name(kind, name), first, second);
    return found ? told(*std::move(found)) : Result<std::vector<Told>>(found.problem());
}

Result<Bytes> take_over(FileKind kind, std::string_view name, ByteView first, ByteView second, Side into, Picked picked) {
    const std::string telling = telling_name(kind, name);
    const auto all = compare_files(telling, first, second);
    if (!all) return all.problem();
    const auto side = into == Side::first ? octatrack::Side::first : octatrack::Side::second;
    return taken_over(telling, first, second, side, chosen(*all, picked));
}

std::string page(FileKind kind) {
    if (kind == FileKind::project) return project_page();
    constexpr const Schema* rows[] = {&schema<PatternRow>, &schema<LoopRow>, &schema<ReminderRow>};
    return markdown(*schema_of(kind),
                    kind == FileKind::arrangement ? std::span<const Schema* const>(rows) : std::span<const Schema* const>());
}

template <FileKind kind>
constexpr Format format(std::string_view name) {
    return {.name = name,
            .is = of_kind<is, kind>,
            .refusal = of_kind<refusal, kind>,
            .locked = of_kind<locked, kind>,
            .check = of_kind<check, kind>,
            .seal = of_kind<seal_file, kind>,
            .json = of_kind<file_json, kind>,
            .from_json = of_kind<file_from_json, kind>,
            .read = of_kind<read, kind>,
            .list = of_kind<list, kind>,
            .each = of_kind<each, kind>,
            .set = of_kind<set_field, kind>,
            .differences = of_kind<differences, kind>,
            .take_over = of_kind<take_over, kind>,
            .summary = of_kind<octatrack_summary, kind>,
            .page = of_kind<page, kind>};
}

constexpr std::array all = {format<FileKind::bank>("octatrack bank"), format<FileKind::project>("octatrack project"),
                            format<FileKind::markers>("octatrack markers"), format<FileKind::arrangement>("octatrack arrangement"),
                            format<FileKind::sample_settings>("octatrack sample settings")};

}  // namespace

std::span<const Format> octatrack_formats() { return all; }

}  // namespace groovebench::any
