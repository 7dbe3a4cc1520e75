#include "session/checks.h"

#include "octatrack/arrangement.h"
#include "octatrack/bank.h"
#include "octatrack/markers.h"
#include "octatrack/project.h"
#include "octatrack/sample_settings.h"
#include "schema/walk.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

template <class T>
std::optional<Problem> problem_of(const Result<T>& result) {
    return result ? std::nullopt : std::optional<Problem>(result.problem());
}

std::vector<Problem> project_findings_of(ByteView file) {
    auto project = open_project(file);
    return project ? project->findings : std::vector<Problem>{project.problem()};
}

}  // namespace

const Schema* schema_of(FileKind kind) {
    switch (kind) {
        case FileKind::bank:
            return &schema<Bank>;
        case FileKind::markers:
            return &schema<Markers>;
        case FileKind::arrangement:
            return &schema<Arrangement>;
        case FileKind::sample_settings:
            return &schema<SampleSettings>;
        default:
            return nullptr;
    }
}

std::optional<Problem> refusal(FileKind kind, ByteView file) {
    switch (kind) {
        case FileKind::bank:
            return problem_of(open_bank(file));
        case FileKind::markers:
            return problem_of(open_markers(file));
        case FileKind::arrangement:
            return problem_of(open_arrangement(file));
        case FileKind::sample_settings:
            return problem_of(open_sample_settings(file));
        case FileKind::project:
            return problem_of(open_project(file));
        case FileKind::other:
            return {};
    }
    return {};
}

std::optional<Problem> wrong_sum(FileKind kind, ByteView file) { return schema_of(kind) ? checksum_problem(file) : std::nullopt; }

std::vector<Problem> findings(std::string_view path, ByteView file, Sum sum) {
    const FileKind kind = kind_of(path);
    std::vector<Problem> problems;
    if (const auto problem = refusal(kind, file))
        problems.push_back(*problem);
    else if (kind == FileKind::project)
        problems = project_findings_of(file);
    else if (const Schema* table = schema_of(kind)) {
        problems = validate(*table, file, 200);
        if (const auto wrong = wrong_sum(kind, file); wrong && sum == Sum::checked) problems.push_back(*wrong);
    }
    for (Problem& problem : problems) problem.file = path;
    return problems;
}

void seal(std::string_view path, ByteSpan file) {
    if (schema_of(kind_of(path))) octatrack::seal(file);
}

}  // namespace groovebench::app
