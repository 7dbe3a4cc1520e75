#include "session/checks.h"

#include "octatrack/container.h"
#include "octatrack/project.h"
#include "schema/walk.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

std::vector<Problem> project_findings_of(ByteView file) {
    auto project = open_project(file);
    return project ? project->findings : std::vector<Problem>{project.problem()};
}

}  // namespace

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
