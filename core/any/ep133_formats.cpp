// The files of an EP-133: its backups and projects, and their members one by one.
#include <array>

#include "any/ep133_summary.h"
#include "any/format.h"
#include "ep133/compare.h"
#include "ep133/fields.h"
#include "ep133/file_json.h"
#include "ep133/preflight.h"

namespace groovebench::any {
namespace {

using namespace ep133;

template <FileKind kind>
bool is(std::string_view name, ByteView file) {
    return kind_of(name, file) == kind;
}
template <FileKind kind>
std::optional<Problem> refusal_of(ByteView file) {
    return refusal(kind, file);
}
std::optional<Problem> never_locked(ByteView) { return {}; }
void no_seal(ByteSpan) {}  // no file of the machine has a sum of its own; those of the containers are written with them

template <FileKind kind>
std::vector<Problem> check(std::string_view name, ByteView file) {
    return check_file(kind, name, file);
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
    return read_field(kind, file, path);
}
template <FileKind kind>
Result<std::vector<Listed>> list(ByteView file, std::string_view path) {
    return list_fields_of(kind, file, path);
}
template <FileKind kind>
Outcome each(ByteView file, std::string_view path, const std::function<void(const ValueRead&)>& visit) {
    return each_field(kind, file, path, visit);
}
template <FileKind kind>
Outcome set(Bytes& file, std::string_view path, const Written& value) {
    return set_field(kind, file, path, value);
}
template <FileKind kind>
Result<std::vector<Told>> differences(std::string_view, ByteView first, ByteView second) {
    auto found = compare_files(kind, first, second);
    if (!found) return found.problem();
    std::vector<Told> told;
    for (auto& one : *found) told.push_back({std::move(one.place), std::move(one.words), std::move(one.path)});
    return told;
}

template <FileKind kind>
constexpr Format format(std::string_view name) {
    return {.name = name,
            .is = is<kind>,
            .refusal = refusal_of<kind>,
            .locked = never_locked,
            .check = check<kind>,
            .seal = no_seal,
            .json = json<kind>,
            .from_json = from_json<kind>,
            .read = read<kind>,
            .list = list<kind>,
            .each = each<kind>,
            .set = set<kind>,
            .differences = differences<kind>,
            .summary = [](std::string_view, ByteView file) { return ep133_summary(kind, file); },
            .page = [] { return ep133_page(kind); }};
}

constexpr std::array all = {format<FileKind::backup>("ep133 backup"),
                            format<FileKind::project>("ep133 project"),
                            format<FileKind::pad>("ep133 pad"),
                            format<FileKind::pattern>("ep133 pattern"),
                            format<FileKind::scenes>("ep133 scenes"),
                            format<FileKind::settings>("ep133 settings"),
                            format<FileKind::fx_settings>("ep133 fx settings"),
                            format<FileKind::meta>("ep133 meta"),
                            format<FileKind::sound>("ep133 sound")};

}  // namespace

std::span<const Format> ep133_formats() { return all; }

}  // namespace groovebench::any
