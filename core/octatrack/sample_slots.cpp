#include "octatrack/sample_slots.h"

#include <algorithm>
#include <bit>
#include <set>

#include "bytes/format.h"
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

// The slot a track's machine is set to; a number of 0 for a machine without one.
SlotRef machine_slot(const Part& part, int track) {
    const SlotNumbers& slots = part.slots[track];
    switch (part.machines[track].as()) {
        case MachineType::static_machine:
            return {Pool::static_pool, slots.static_machine < pool_slots ? slots.static_machine + 1 : 0};
        case MachineType::flex:
            return {Pool::flex, slots.flex < pool_slots + recorder_count ? slots.flex + 1 : 0};
        case MachineType::pickup:
            return {Pool::flex, pool_slots + track + 1};
        default:
            return {Pool::flex, 0};
    }
}

bool plays_samples(const Part& part, int track) {
    const MachineType machine = part.machines[track].as();
    return machine == MachineType::static_machine || machine == MachineType::flex;
}

const Part& part_of(const Bank& bank, const Pattern& pattern) {
    return bank.parts[std::min<int>(pattern.tail.part, part_count - 1)];
}

void add_track_uses(const AudioTrack& track, const Part& part, int t, std::vector<PlayedSlot>& uses) {
    const SlotRef own = machine_slot(part, t);
    bool own_seen = false;
    const u64 playing = track.trigs | track.one_shots;
    const u64 locking = playing | track.trigless_trigs | track.trigless_locks;
    for (u64 rest = locking; rest; rest &= rest - 1) {
        const int step = std::countr_zero(rest);
        const u8 lock = track.locks[step].sample_slot;
        const SlotRef locked{own.pool, lock + 1};
        if (lock != no_lock && plays_samples(part, t) && valid(locked))
            uses.push_back({locked, t, step, true});
        else if (playing >> step & 1 && !own_seen && valid(own))
            uses.push_back({own, t, step, false}), own_seen = true;
    }
}

}  // namespace

std::vector<SlotRow> sample_slots(const Project& project, const Markers* markers) {
    std::vector<SlotRow> rows;
    for (int n = 1; n <= pool_slots + recorder_count; n++) rows.push_back(row_of(project, markers, {Pool::flex, n}));
    for (int n = 1; n <= pool_slots; n++) rows.push_back(row_of(project, markers, {Pool::static_pool, n}));
    return rows;
}

std::vector<PlayedSlot> pattern_uses(const Bank& bank, int pattern, MasterTrack master) {
    std::vector<PlayedSlot> uses;
    const Pattern& view = bank.patterns[pattern];
    const int tracks = master == MasterTrack::on ? track_count - 1 : track_count;
    for (int t = 0; t < tracks; t++) add_track_uses(view.audio_tracks[t], part_of(bank, view), t, uses);
    return uses;
}

std::vector<SlotRef> slots_of_pattern(const Bank& bank, int pattern, MasterTrack master) {
    std::set<SlotRef> slots;
    for (const PlayedSlot& use : pattern_uses(bank, pattern, master)) slots.insert(use.slot);
    return {slots.begin(), slots.end()};
}

SlotUses slot_uses(std::span<const Bank* const> banks, MasterTrack master) {
    SlotUses uses;
    for (const Bank* bank : banks) {
        for (int p = 0; p < pattern_count; p++)
            for (const SlotRef slot : slots_of_pattern(*bank, p, master)) uses.of(slot).patterns++;
        for (const Part& part : bank->parts) {
            std::set<SlotRef> slots;
            for (int t = 0; t < track_count; t++)
                if (const SlotRef slot = machine_slot(part, t); valid(slot)) slots.insert(slot);
            for (const SlotRef slot : slots) uses.of(slot).parts++;
        }
    }
    return uses;
}

std::string pattern_label(int bank, int pattern) { return fmt::format("{}{:02}", char('A' + bank), pattern + 1); }

}  // namespace groovebench::octatrack
