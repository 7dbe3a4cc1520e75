// Banks, markers, arrangements and .ot files. They are large and mostly blank, so the input is a list of
// changes to a blank one: the first byte chooses the kind, then three bytes of place and one of value each;
// an input of an odd length cuts the file short. Whatever opens can be walked, checked and sealed.
#include <algorithm>
#include <cstdlib>

#include "octatrack/blank.h"
#include "octatrack/health.h"
#include "octatrack/sample_settings.h"
#include "schema/walk.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

void look_at_bank(ByteView file) {
    const auto bank = open_bank(file);
    if (!bank) return;
    for (int p = 0; p < pattern_count; p++) (void)trig_total((*bank)->patterns[p]), (void)lock_total((*bank)->patterns[p]);
}

void look_at_markers(ByteView file) {
    const auto markers = open_markers(file);
    if (markers) (void)marker_findings(**markers);
}

void look_at_arrangement(ByteView file) {
    const auto arrangement = open_arrangement(file);
    if (!arrangement) return;
    for (const Problem& problem : arrangement_findings(**arrangement))
        if (problem.offset != Problem::nowhere && problem.offset >= file.size()) std::abort();
}

void look_at_settings(ByteView file) {
    const auto settings = open_sample_settings(file);
    if (!settings) return;
    const SlotMarkers record = markers_from(**settings);
    if (used_slices(record) > slice_limit) std::abort();
}

struct Opener {
    Bytes blank;
    const Schema& table;
    void (*look)(ByteView);
};
Opener kind_of(u8 choice) {
    switch (choice % 4) {
        case 0:
            return {blank_bank(), schema<Bank>, look_at_bank};
        case 1:
            return {blank_markers(), schema<Markers>, look_at_markers};
        case 2:
            return {blank_arrangement(), schema<Arrangement>, look_at_arrangement};
        default:
            return {write_sample_settings({.path = "a.wav"}, whole_sample(1000)), schema<SampleSettings>, look_at_settings};
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    if (!size) return 0;
    Opener kind = kind_of(data[0]);
    Bytes& file = kind.blank;
    for (std::size_t i = 1; i + 4 <= size; i += 4)
        file[(std::size_t(data[i]) << 16 | std::size_t(data[i + 1]) << 8 | data[i + 2]) % file.size()] = std::byte(data[i + 3]);
    if (size > 2 && size % 4 == 3) file.resize((std::size_t(data[size - 2]) << 8 | data[size - 1]) * file.size() / 65536);
    kind.look(file);
    if (kind.table.size < 20000) (void)validate(kind.table, file, 20);
    if (file.size() < kind.table.size) return 0;
    seal(file);
    if (checksum_problem(file)) std::abort();
    return 0;
}
