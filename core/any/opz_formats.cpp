// The files of an OP-Z.
#include <array>

#include "any/format.h"
#include "any/opz_summary.h"
#include "bytes/format.h"
#include "opz/check.h"
#include "opz/compare.h"
#include "opz/layout.h"
#include "opz/place.h"
#include "opz/project_json.h"
#include "opz/set_field.h"
#include "opz/values.h"
#include "schema/markdown.h"

namespace groovebench::any {
namespace {

using namespace opz;
using VisitRead = std::function<void(const ValueRead&)>;

void no_sum(ByteSpan) {}

bool is_project(std::string_view name, ByteView file) {
    if (name.ends_with(".opz") || name.ends_with(".OPZ")) return true;
    return open_project(file) && !id_problem(*overlay<Project>(file));
}

std::optional<Problem> refusal(ByteView file) {
    const auto project = open_project(file);
    return project ? std::nullopt : std::optional(project.problem());
}

std::optional<Problem> locked(ByteView file) {
    const auto project = open_project(file);
    return project ? id_problem(**project) : project.problem();
}

std::vector<Problem> check(std::string_view name, ByteView file) {
    const auto refused = refusal(file);
    auto findings = refused ? std::vector{*refused} : project_findings(file);
    for (Problem& problem : findings) problem.file = std::string(name);
    return findings;
}

Result<std::string> json(ByteView file, JsonDetail detail) {
    if (const auto problem = refusal(file)) return *problem;
    return project_json(file, detail);
}

// As the table shows it, or where the machine has words of its own, by those.
std::string told(const Place& place, ByteView file) {
    return place.field->kind == Kind::record || place.field->kind == Kind::packed ? std::string() : shown_value(place, file);
}

Result<ValueRead> read(ByteView file, std::string_view path) {
    if (const auto problem = refusal(file)) return *problem;
    auto value = read_value(project_schema(file.size()), file, path, record_forms());
    if (value && !value->shown.empty() && has_own_words(meant_at(value->offset).meaning))
        value->shown = shown_value({value->field, value->offset}, file);
    return value;
}

Result<std::vector<Listed>> list(ByteView file, std::string_view path) {
    if (const auto problem = refusal(file)) return *problem;
    return list_fields(project_schema(file.size()), file, path, record_forms());
}

Outcome each(ByteView file, std::string_view path, const VisitRead& visit) {
    if (const auto problem = refusal(file)) return *problem;
    return each_value(project_schema(file.size()), file, path, record_forms(), [&](const std::string& at, const Place& place) {
        visit({.path = at, .shown = told(place, file), .offset = place.offset, .field = place.field});
    });
}

Result<std::vector<Told>> differences(std::string_view, ByteView first, ByteView second) {
    for (const ByteView file : {first, second})
        if (const auto problem = refusal(file)) return *problem;
    std::vector<Told> list;
    for (ProjectDifference& one : compare_projects(first, second))
        list.push_back({std::move(one.place), std::move(one.words), std::move(one.path)});
    return list;
}

constexpr Format project_format_of_opz = {
    .name = project_format,
    .is = is_project,
    .refusal = refusal,
    .locked = locked,
    .check = check,
    .seal = no_sum,
    .json = json,
    .from_json = [](Json&& document) { return project_from_json(document); },
    .read = read,
    .list = list,
    .each = each,
    .set = set_project_field,
    .differences = differences,
    .summary = [](std::string_view, ByteView file) { return opz_project_summary(file); },
    .page = [] { return markdown(project_schema(project_size)); },
};

constexpr std::array all = {project_format_of_opz};

}  // namespace

std::span<const Format> opz_formats() { return all; }

}  // namespace groovebench::any
