#include "octatrack/sample_slots.h"

#include "text/latin1.h"

namespace groovebench::octatrack {
namespace {

SlotRow row_of(const Project& project, const Markers* markers, SlotRef slot) {
    SlotRow row{.slot = slot, .block = find_sample(project, slot)};
    if (markers) row.markers = &markers_of(*markers, slot);
    if (!row.block) return row;
    row.path = text::utf8_from_latin1(row.block->values.path);
    row.file_name = row.path.substr(row.path.find_last_of('/') + 1);
    row.inert = row.filled() && row.markers && is_empty(*row.markers);
    return row;
}

}  // namespace

std::vector<SlotRow> sample_slots(const Project& project, const Markers* markers) {
    std::vector<SlotRow> rows;
    for (int n = 1; n <= pool_slots + recorder_count; n++) rows.push_back(row_of(project, markers, {Pool::flex, n}));
    for (int n = 1; n <= pool_slots; n++) rows.push_back(row_of(project, markers, {Pool::static_pool, n}));
    return rows;
}

}  // namespace groovebench::octatrack
