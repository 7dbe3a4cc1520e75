#include "octatrack/markers.h"

#include <algorithm>

#include "bytes/format.h"

namespace groovebench::octatrack {
namespace {

SlotRef slot_of(int record) {
    constexpr int flex = pool_slots + recorder_count;
    return record < flex ? SlotRef{Pool::flex, record + 1} : SlotRef{Pool::static_pool, record - flex + 1};
}

std::size_t offset_in(const Markers& markers, const void* field) {
    return std::size_t(static_cast<const char*>(field) - reinterpret_cast<const char*>(&markers));
}

void check_record(const Markers& markers, SlotRef slot, std::vector<Problem>& problems) {
    const SlotMarkers& record = markers_of(markers, slot);
    auto add = [&](const void* field, std::string name, std::string expected, u32 found) {
        problems.push_back({.severity = Severity::warning,
                            .offset = offset_in(markers, field),
                            .path = path_of(slot) + "." + std::move(name),
                            .expected = std::move(expected),
                            .found = std::to_string(found)});
    };
    if (record.trim_end < record.trim_start)
        add(&record.trim_end, "trim_end", fmt::format("{} or more", u32(record.trim_start)), record.trim_end);
    if (record.slice_count > slice_limit) add(&record.slice_count, "slice_count", "0 to 64", record.slice_count);
    for (int i = 0; i < used_slices(record); i++)
        if (const Slice& slice = record.slices[i]; slice.end < slice.start)
            add(&slice.end, fmt::format("slices[{}].end", i + 1), fmt::format("{} or more", u32(slice.start)), slice.end);
}

}  // namespace

Result<const Markers*> open_markers(ByteView file) {
    if (auto outcome = check_container(file, sizeof(Markers), "SAMP", Header<"SAMP", 4>::known_version); !outcome)
        return outcome.problem();
    return overlay<Markers>(file);
}

const SlotMarkers& markers_of(const Markers& markers, SlotRef slot) {
    assert(valid(slot));
    if (slot.recorder()) return markers.recorders[slot.number - pool_slots - 1];
    return (slot.pool == Pool::flex ? markers.flex : markers.static_slots)[slot.number - 1];
}

SlotMarkers& markers_of(Markers& markers, SlotRef slot) {
    return const_cast<SlotMarkers&>(markers_of(std::as_const(markers), slot));
}

bool is_empty(const SlotMarkers& record) {
    const auto* bytes = reinterpret_cast<const u8*>(&record);
    return std::all_of(bytes, bytes + sizeof record, [](u8 b) { return b == 0; });
}

int used_slices(const SlotMarkers& record) { return int(std::min<u32>(record.slice_count, slice_limit)); }

SlotMarkers whole_sample(u32 frames) {
    SlotMarkers record{};
    record.trim_end = frames;
    return record;
}

void cut_into_slices(SlotMarkers& record, int n) {
    n = std::clamp(n, 0, slice_limit);
    const u64 start = record.trim_start, length = record.trim_end > record.trim_start ? record.trim_end - record.trim_start : 0;
    for (int i = 0; i < slice_limit; i++) {
        Slice& slice = record.slices[i];
        const bool used = i < n;
        slice.start = used ? u32(start + length * u64(i) / u64(n)) : 0;
        slice.end = used ? u32(start + length * u64(i + 1) / u64(n)) : 0;
        slice.loop_point = used ? no_loop : 0;
    }
    record.slice_count = u32(n);
}

std::vector<Problem> marker_findings(const Markers& markers) {
    std::vector<Problem> problems;
    for (int i = 0; i < 2 * pool_slots + recorder_count; i++) check_record(markers, slot_of(i), problems);
    return problems;
}

}  // namespace groovebench::octatrack
