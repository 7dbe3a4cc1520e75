#include "octatrack/compare.h"

#include <algorithm>
#include <cstring>
#include <functional>

#include "bytes/format.h"
#include "octatrack/arrangement.h"
#include "octatrack/blank.h"
#include "octatrack/changes_words.h"
#include "octatrack/compare_detail.h"
#include "octatrack/file_kind.h"
#include "octatrack/markers.h"
#include "octatrack/sample_settings.h"

namespace groovebench::octatrack {
namespace compare {

void each_flag(const Difference& difference, ByteView first, ByteView second, const std::function<void(int)>& visit) {
    const u64 differing = u64(number(difference.place, first)) ^ u64(number(difference.place, second));
    const int bits = int(8 * difference.place.field->size);
    for (int flag = 0; flag < bits; flag++)
        if (differing >> flag & 1) visit(flag);
}

std::string plain_words(const Difference& difference, ByteView first, ByteView second) {
    const auto told = [&](ByteView file) { return changes::with_minus(shown(difference.place, file)); };
    return changes::words_of(difference.path) + " " + changes::from_to(told(first), told(second));
}

void add_plain(std::vector<FileDifference>& list, const Place& place, const Schema& of, ByteView first, ByteView second,
               std::size_t at, const std::string& path) {
    for (const Difference& difference : diff(of, first, second)) {
        const std::string full = path + difference.path;
        if (difference.path == "checksum") continue;
        if (difference.place.field->kind != Kind::flags) {
            list.push_back({place, plain_words(difference, first, second), full, pieces_of(difference.place, at)});
            continue;
        }
        each_flag(difference, first, second, [&](int flag) {
            const groovebench::Place bit{difference.place.field, difference.place.offset, flag};
            const std::string words = fmt::format("{} {} {}", changes::words_of(difference.path), flag + 1,
                                                  changes::from_to(shown(bit, first), shown(bit, second)));
            list.push_back({place, words, fmt::format("{}[{}]", full, flag + 1), pieces_of(bit, at)});
        });
    }
}

}  // namespace compare

namespace {

using compare::add_plain;
using List = std::vector<FileDifference>;

template <class Record>
ByteView bytes_of_record(const Record& record) {
    return std::as_bytes(std::span(&record, 1));
}

template <class File, class Record>
std::size_t offset_in(const File& file, const Record& record) {
    return std::size_t(reinterpret_cast<const std::byte*>(&record) - reinterpret_cast<const std::byte*>(&file));
}

void add_slot_markers(List& list, const Markers& first, const Markers& second, SlotRef slot) {
    const SlotMarkers &a = markers_of(first, slot), &b = markers_of(second, slot);
    add_plain(list, {"Markers", changes::slot_title(slot)}, schema<SlotMarkers>, bytes_of_record(a), bytes_of_record(b),
              offset_in(first, a), path_of(slot) + ".");
}

void add_markers(List& list, const Markers& first, const Markers& second) {
    add_plain(list, {"Markers"}, schema<decltype(Markers::header)>, bytes_of_record(first.header), bytes_of_record(second.header),
              0, "header.");
    for (int n = 1; n <= pool_slots + recorder_count; n++) add_slot_markers(list, first, second, {Pool::flex, n});
    for (int n = 1; n <= pool_slots; n++) add_slot_markers(list, first, second, {Pool::static_pool, n});
}

// A row is seen through its type; one of another type on the other side, as bytes behind the type.
void add_rows(List& list, const Arrangement& file, const ArrangementBlock& first, const ArrangementBlock& second,
              const compare::Place& place, const std::string& path) {
    for (int i = 0; i < row_limit; i++) {
        const Row &a = first.rows[i], &b = second.rows[i];
        compare::Place row = place;
        row.push_back(fmt::format("row {}", i + 1));
        const Schema& seen = a.type == b.type ? schema_of(a) : schema<Row>;
        add_plain(list, row, seen, bytes_of_record(a), bytes_of_record(b), offset_in(file, a),
                  fmt::format("{}.rows[{}].", path, i + 1));
    }
}

void add_arrangement(List& list, const Arrangement& first, const Arrangement& second) {
    const ByteView a = bytes_of_record(first), b = bytes_of_record(second);
    for (const Field& field : schema<Arrangement>.fields) {
        const Schema one{"", u32(sizeof(Arrangement)), {&field, 1}};
        const bool block = field.name == "current" || field.name == "stored";
        if (!block) {
            add_plain(list, {"Arrangement"}, one, a, b, 0, "");
            continue;
        }
        const auto& was = field.name == "current" ? first.current : first.stored;
        const auto& is = field.name == "current" ? second.current : second.stored;
        const std::string path(field.name);
        const compare::Place place = {"Arrangement", field.name == "current" ? "as it is" : "as it was saved"};
        const Schema head{"", u32(sizeof(ArrangementBlock)), schema<ArrangementBlock>.fields.first(2)};  // name and row count
        add_plain(list, place, head, bytes_of_record(was), bytes_of_record(is), field.offset, path + ".");
        add_rows(list, first, was, is, place, path);
    }
}

// Both opened as what the name says, and the differences that `add` finds.
template <class File>
Result<List> compared(Result<const File*> first, Result<const File*> second, void (*add)(List&, const File&, const File&)) {
    if (!first) return first.problem();
    if (!second) return second.problem();
    List list;
    add(list, **first, **second);
    return list;
}

void add_settings_file(List& list, const SampleSettings& first, const SampleSettings& second) {
    add_plain(list, {"Sample settings"}, schema<SampleSettings>, bytes_of_record(first), bytes_of_record(second), 0, "");
}

constexpr std::string_view project_name = "project.work";

Result<List> compare_texts(ByteView first, ByteView second) {
    const auto a = open_project(first), b = open_project(second);
    if (!a) return a.problem();
    if (!b) return b.problem();
    List list;
    compare::add_project(list, *a, *b);
    // Lines nobody knows have no place of their own: taking them over takes the whole text.
    if (!std::ranges::equal(taken_over(project_name, first, second, Side::first, list), second))
        list.push_back({{"Project"},
                        "other lines of the text; with them the whole text is taken",
                        "",
                        {{{0, 0}, {first.size(), second.size()}}}});
    return list;
}

Result<List> compare_banks(ByteView first, ByteView second, int bank) {
    const auto a = open_bank(first), b = open_bank(second);
    if (!a) return a.problem();
    if (!b) return b.problem();
    List list;
    compare::add_bank(list, **a, **b, bank);
    return list;
}

}  // namespace

Result<std::vector<FileDifference>> compare_files(std::string_view name, ByteView first, ByteView second) {
    switch (kind_of(name)) {
        case FileKind::bank:
            return compare_banks(first, second, bank_of(base_name(name)).value_or(0));
        case FileKind::project:
            return compare_texts(first, second);
        case FileKind::markers:
            return compared(open_markers(first), open_markers(second), add_markers);
        case FileKind::arrangement:
            return compared(open_arrangement(first), open_arrangement(second), add_arrangement);
        case FileKind::sample_settings:
            return compared(open_sample_settings(first), open_sample_settings(second), add_settings_file);
        case FileKind::other:
            break;
    }
    return Problem{.file = std::string(name),
                   .path = "name",
                   .expected = "bank, project, markers, arr (.work, .strd) or .ot",
                   .found = std::string(base_name(name)),
                   .cause = Cause::unsupported};
}

}  // namespace groovebench::octatrack
