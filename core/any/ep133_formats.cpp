// The files of an EP-133: its backups and projects, and their members one by one.
#include <array>

#include "any/ep133_summary.h"
#include "any/handing_on.h"
#include "ep133/compare.h"
#include "ep133/fields.h"
#include "ep133/file_json.h"
#include "ep133/preflight.h"

namespace groovebench::any {
namespace {

using namespace ep133;

bool is(FileKind kind, std::string_view name, ByteView file) { return kind_of(name, file) == kind; }
std::optional<Problem> never_locked(ByteView) { return {}; }
void no_seal(ByteSpan) {}  // no file of the machine has a sum of its own; those of the containers are written with them

std::vector<Problem> check(FileKind kind, std::string_view name, ByteView file) { return check_file(kind, name, file); }
Result<std::vector<Told>> differences(FileKind kind, std::string_view, ByteView first, ByteView second) {
    auto found = compare_files(kind, first, second);
    return found ? told(*std::move(found)) : Result<std::vector<Told>>(found.problem());
}
Result<Bytes> take_over(FileKind kind, std::string_view, ByteView first, ByteView second, Side into, Picked picked) {
    return taken_over(kind, first, second, into == Side::first ? ep133::Side::first : ep133::Side::second, picked);
}
std::vector<Told> summary(FileKind kind, std::string_view, ByteView file) { return ep133_summary(kind, file); }

template <FileKind kind>
constexpr Format format(std::string_view name) {
    return {.name = name,
            .is = of_kind<is, kind>,
            .refusal = of_kind<refusal, kind>,
            .locked = never_locked,
            .check = of_kind<check, kind>,
            .seal = no_seal,
            .json = of_kind<file_json, kind>,
            .from_json = of_kind<file_from_json, kind>,
            .read = of_kind<read_field, kind>,
            .list = of_kind<list_fields_of, kind>,
            .each = of_kind<each_field, kind>,
            .set = of_kind<set_field, kind>,
            .differences = of_kind<differences, kind>,
            .take_over = of_kind<take_over, kind>,
            .summary = of_kind<summary, kind>,
            .page = of_kind<ep133_page, kind>};
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
