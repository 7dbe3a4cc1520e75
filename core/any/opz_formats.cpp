// The files of an OP-Z.
#include <array>

#include "any/handing_on.h"
#include "any/opz_summary.h"
#include "bytes/format.h"
#include "opz/check.h"
#include "opz/compare.h"
#include "opz/config.h"
#include "opz/import_log.h"
#include "opz/kit.h"
#include "opz/layout.h"
#include "opz/place.h"
#include "opz/project_json.h"
#include "opz/set_field.h"
#include "opz/values.h"
#include "schema/markdown.h"
#include "text/latin1.h"

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
std::string words_at(const Place& place, ByteView file) {
    return place.field->kind == Kind::record || place.field->kind == Kind::packed ? std::string() : shown_value(place, file);
}

Result<ValueRead> read(ByteView file, std::string_view path) {
    if (const auto problem = refusal(file)) return *problem;
    auto value = read_value(project_schema(file.size()), file, path, record_forms());
    if (value && !value->shown.empty() && value->field->kind != Kind::flags)
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
        visit({.path = at, .shown = words_at(place, file), .offset = place.offset, .field = place.field});
    });
}

Result<std::vector<Told>> differences(std::string_view, ByteView first, ByteView second) {
    for (const ByteView file : {first, second})
        if (const auto problem = refusal(file)) return *problem;
    return any::told(compare_projects(first, second));
}

// The side that takes, and the other.
struct Sides {
    ByteView to, from;
};
Sides sides_of(ByteView first, ByteView second, Side into) {
    return into == Side::first ? Sides{first, second} : Sides{second, first};
}

Result<Bytes> take_over(std::string_view, ByteView first, ByteView second, Side into, Picked picked) {
    for (const ByteView file : {first, second})
        if (const auto problem = refusal(file)) return *problem;
    const auto [to, from] = sides_of(first, second, into);
    return taken_over(to, from, chosen(compare_projects(first, second), picked));
}

constexpr Format projects = {
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
    .take_over = take_over,
    .summary = [](std::string_view, ByteView file) { return opz_project_summary(file); },
    .page = [] { return markdown(project_schema(project_size)); },
};

// ---- kits and settings: JSON in a file

using KindOf = const JsonFileKind& (*)();
using FindingsOf = std::vector<Problem> (*)(ByteView);

template <FindingsOf findings_of>
std::vector<Problem> check_json(std::string_view name, ByteView file) {
    auto findings = findings_of(file);
    for (Problem& problem : findings) problem.file = std::string(name);
    return findings;
}

template <KindOf kind>
std::optional<Problem> refusal_of(ByteView file) {
    return opz::refusal(kind(), file);
}

template <KindOf kind, FindingsOf findings_of>
constexpr Format json_format(std::string_view name, decltype(Format::is) is, decltype(Format::differences) differences_of,
                             decltype(Format::take_over) take_over_of, decltype(Format::summary) summary,
                             decltype(Format::page) page) {
    return {
        .name = name,
        .is = is,
        .refusal = refusal_of<kind>,
        .locked = refusal_of<kind>,
        .check = check_json<findings_of>,
        .seal = no_sum,
        .json = [](ByteView file, JsonDetail) -> Result<std::string> {
            if (const auto problem = opz::refusal(kind(), file)) return *problem;
            return file_json(kind(), file);
        },
        .from_json = [](Json&& document) { return file_from_json(kind(), document); },
        .read = [](ByteView file, std::string_view path) { return opz::read(kind(), file, path); },
        .list = [](ByteView file, std::string_view path) { return opz::list(kind(), file, path); },
        .each = [](ByteView file, std::string_view path, const VisitRead& visit) { return opz::each(kind(), file, path, visit); },
        .set = [](Bytes& file, std::string_view path, const Written& value) { return opz::set(kind(), file, path, value); },
        .differences = differences_of,
        .take_over = take_over_of,
        .summary = summary,
        .page = page,
    };
}

template <auto compare, KindOf kind>
Result<std::vector<Told>> differences_in(std::string_view, ByteView first, ByteView second) {
    for (const ByteView file : {first, second})
        if (const auto problem = opz::refusal(kind(), file)) return *problem;
    return any::told(compare(first, second));
}

template <auto compare, KindOf kind>
Result<Bytes> take_over_in(std::string_view, ByteView first, ByteView second, Side into, Picked picked) {
    for (const ByteView file : {first, second})
        if (const auto problem = opz::refusal(kind(), file)) return *problem;
    const auto [to, from] = sides_of(first, second, into);
    return opz::taken_over(kind(), to, from, compare(first, second), picked);
}

// ---- import.log: read, never set

ValueRead line_value(const LogLine& line, std::string path) {
    return {.path = std::move(path),
            .shown = text::utf8_from_latin1(line.text),
            .offset = line.offset,
            .note = text::utf8_from_latin1(line.words)};
}

using LogRead = Result<ValueRead>;
LogRead read_log(ByteView file, std::string_view path) {
    const auto lines = log_lines(file);
    if (path.empty()) {
        std::string whole = log_json(file);
        whole.pop_back();
        return ValueRead{.json = std::move(whole), .offset = 0};
    }
    for (std::size_t i = 0; i < lines.size(); i++)
        if (path == fmt::format("lines[{}]", i + 1)) {
            ValueRead value = line_value(lines[i], std::string(path));
            append_json_text(value.json, lines[i].text);
            return value;
        }
    return Problem{.path = std::string(path), .expected = fmt::format("lines[1] to [{}]", lines.size()), .found = "no such line"};
}

Result<std::vector<Listed>> list_log(ByteView file, std::string_view path) {
    if (!path.empty()) {
        const auto read = read_log(file, path);
        return read ? Result(std::vector<Listed>()) : read.problem();
    }
    return std::vector<Listed>{{"lines", u32(log_lines(file).size()), nullptr}};
}

Outcome each_in_log(ByteView file, std::string_view path, const VisitRead& visit) {
    const auto lines = log_lines(file);
    if (!path.empty() && path != "lines") {
        const auto one = read_log(file, path);
        if (!one) return one.problem();
        visit(*one);
        return {};
    }
    for (std::size_t i = 0; i < lines.size(); i++) visit(line_value(lines[i], fmt::format("lines[{}]", i + 1)));
    return {};
}

Result<std::vector<Told>> log_differences(std::string_view, ByteView first, ByteView second) {
    std::vector<Told> list;
    const auto a = log_lines(first), b = log_lines(second);
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); i++) {
        const auto line = [&](const auto& lines) { return i < lines.size() ? text::utf8_from_latin1(lines[i].text) : "no line"; };
        if (line(a) != line(b))
            list.push_back({{"Import log", fmt::format("line {}", i + 1)},
                            fmt::format("{} → {}", line(a), line(b)),
                            fmt::format("lines[{}]", i + 1)});
    }
    return list;
}

constexpr Format logs = {
    .name = "opz import log",
    .is = is_import_log,
    .refusal = [](ByteView) { return std::optional<Problem>(); },
    .locked = [](ByteView) -> std::optional<Problem> {
        return Problem{.expected = "a file that is yours to edit", .found = "what the device writes", .cause = Cause::unsupported};
    },
    .check = check_json<log_findings>,
    .seal = no_sum,
    .json = [](ByteView file, JsonDetail) { return Result(log_json(file)); },
    .from_json = [](Json&& document) { return log_from_json(document); },
    .read = read_log,
    .list = list_log,
    .each = each_in_log,
    .set = [](Bytes&, std::string_view path, const Written&) -> Outcome {
        return Problem{.path = std::string(path), .expected = "a file that is yours to edit", .found = "what the device writes"};
    },
    .differences = log_differences,
    .take_over = [](std::string_view, ByteView, ByteView, Side, Picked) -> Result<Bytes> {
        return Problem{.expected = "a file that is yours to edit", .found = "what the device writes"};
    },
    .summary = [](std::string_view, ByteView file) { return opz_log_summary(file); },
    .page = [] { return opz_log_page(); },
};

bool is_kit_file(std::string_view, ByteView file) { return is_kit(file); }

constexpr std::array all = {
    projects,
    json_format<kit_file, kit_findings>(
        "opz kit", is_kit_file, differences_in<compare_kits, kit_file>, take_over_in<compare_kits, kit_file>,
        [](std::string_view name, ByteView file) { return opz_kit_summary(name, file); }, kit_page),
    json_format<config_file, config_findings>(
        "opz config", is_config, differences_in<compare_configs, config_file>, take_over_in<compare_configs, config_file>,
        [](std::string_view, ByteView file) { return opz_config_summary(file); }, config_page),
    logs};

}  // namespace

std::span<const Format> opz_formats() { return all; }

}  // namespace groovebench::any
