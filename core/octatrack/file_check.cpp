#include "octatrack/file_check.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "octatrack/arrangement.h"
#include "octatrack/bank_doctor.h"
#include "octatrack/bank_findings.h"
#include "octatrack/markers.h"
#include "octatrack/project.h"
#include "octatrack/sample_settings.h"
#include "schema/walk.h"

namespace groovebench::octatrack {
namespace {

void append(std::vector<Problem>& list, std::vector<Problem> more) {
    list.insert(list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// What stands behind the count of slices is left over from slices that were deleted: no values.
std::vector<Problem> without_leftovers(std::vector<Problem> problems, const SampleSettings& settings) {
    const u32 used = settings.slice_count;
    std::erase_if(problems, [&](const Problem& problem) {
        if (!problem.path.starts_with("slices[")) return false;
        return u32(std::atoi(problem.path.c_str() + 7)) > used;
    });
    return problems;
}

void refuse(FileReport& report, const Problem& problem) {
    if (problem.cause == Cause::unsupported) report.read_only = sentence(problem);
    report.findings.push_back(problem);
}

void check_sum(FileReport& report, ByteView bytes) {
    report.opens = true;
    const auto wrong = checksum_problem(bytes);
    if (!wrong) return;
    report.read_only = sentence(*wrong);
    report.findings.push_back(*wrong);
}

void check_bank(FileReport& report, ByteView bytes, std::size_t limit) {
    const auto bank = open_bank(bytes);
    if (!bank) {
        refuse(report, bank.problem());
        if (bank.problem().cause == Cause::unsupported) return;
        if (const auto damage = examine_bank(bytes)) append(report.findings, damage_findings(*damage));
        return;
    }
    check_sum(report, bytes);
    append(report.findings, validate(schema<Bank>, bytes, limit));
    append(report.findings, bank_findings(**bank, limit));
}

void check_project(FileReport& report, ByteView bytes) {
    const auto project = open_project(bytes);
    if (!project) return refuse(report, project.problem());
    report.opens = true;
    append(report.findings, project->findings);
    for (const Problem& problem : project->findings)
        if (project->read_only && problem.cause == Cause::unsupported) report.read_only = sentence(problem);
}

template <class File>
void check_other(FileReport& report, ByteView bytes, std::size_t limit, const Result<const File*>& file, auto more) {
    if (!file) return refuse(report, file.problem());
    check_sum(report, bytes);
    append(report.findings, more(**file, validate(schema<File>, bytes, limit)));
}

void check_by_kind(FileReport& report, ByteView bytes, std::size_t limit) {
    // A value that leaves its range may break a rule as well: once is enough.
    const auto with = [](std::vector<Problem> ranges, std::vector<Problem> more) {
        std::set<std::string> told;
        for (const Problem& problem : ranges) told.insert(problem.path);
        std::erase_if(more, [&](const Problem& problem) { return told.contains(problem.path); });
        append(ranges, std::move(more));
        return ranges;
    };
    switch (report.kind) {
        case FileKind::bank:
            return check_bank(report, bytes, limit);
        case FileKind::project:
            return check_project(report, bytes);
        case FileKind::markers:
            return check_other(report, bytes, limit, open_markers(bytes),
                               [&](const Markers& file, auto ranges) { return with(ranges, marker_findings(file)); });
        case FileKind::arrangement:
            return check_other(report, bytes, limit, open_arrangement(bytes),
                               [&](const Arrangement& file, auto ranges) { return with(ranges, arrangement_findings(file)); });
        case FileKind::sample_settings:
            return check_other(report, bytes, limit, open_sample_settings(bytes),
                               [](const SampleSettings& file, auto ranges) { return without_leftovers(ranges, file); });
        case FileKind::other:
            return;
    }
}

}  // namespace

FileReport check_file(std::string_view name, ByteView bytes, std::size_t limit) {
    FileReport report{.kind = kind_of(name)};
    check_by_kind(report, bytes, limit);
    for (Problem& problem : report.findings) problem.file = std::string(name);
    return report;
}

bool is_finding(const Problem& problem) { return problem.severity != Severity::note; }

}  // namespace groovebench::octatrack
