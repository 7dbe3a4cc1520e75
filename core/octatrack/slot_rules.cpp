#include "octatrack/slot_rules.h"

#include <algorithm>
#include <format>

#include "octatrack/project_edit.h"

namespace groovebench::octatrack {
namespace {

// The record of an .ot file says what was true of its own audio file: positions past the end of this one are brought back.
SlotMarkers within(SlotMarkers record, u32 frames) {
    const auto bound = [&](be32& frame) { frame = std::min<u32>(frame, frames); };
    bound(record.trim_start), bound(record.trim_end), bound(record.loop_point);
    for (int i = 0; i < used_slices(record); i++) {
        bound(record.slices[i].start), bound(record.slices[i].end);
        if (record.slices[i].loop_point != no_loop && record.slices[i].loop_point > frames) record.slices[i].loop_point = frames;
    }
    if (record.trim_end <= record.trim_start) record.trim_start = 0, record.trim_end = frames;
    return record;
}

MachineType machine_of_pool(Pool pool) { return pool == Pool::flex ? MachineType::flex : MachineType::static_machine; }

int renumber_part(Part& part, Pool pool, u8 from, u8 to) {
    int changed = 0;
    for (SlotNumbers& slots : part.slots) {
        auto* byte = pool == Pool::flex ? reinterpret_cast<u8*>(&slots.flex) : reinterpret_cast<u8*>(&slots.static_machine);
        if (*byte == from) *byte = to, changed++;
    }
    return changed;
}

int renumber_locks(Pattern& pattern, const Part& part, Pool pool, u8 from, u8 to) {
    int changed = 0;
    for (int t = 0; t < track_count; t++) {
        if (part.machines[t].as() != machine_of_pool(pool)) continue;
        for (AudioLock& lock : pattern.audio_tracks[t].locks)
            if (lock.sample_slot == from) lock.sample_slot = to, changed++;
    }
    return changed;
}

}  // namespace

std::optional<SlotRef> slot_of_byte(MachineType machine, u8 byte) {
    const bool flex = machine == MachineType::flex;
    if (!flex && machine != MachineType::static_machine) return {};
    const SlotRef slot{flex ? Pool::flex : Pool::static_pool, byte + 1};
    return valid(slot) ? std::optional(slot) : std::nullopt;
}

u8 byte_of_slot(SlotRef slot) { return u8(slot.number - 1); }

Result<SlotEdit> load_slot(const Project& project, SlotRef slot, std::string path, u32 frames, const SampleSettings* ot) {
    if (frames < shortest_trim_frames)
        return Problem{.path = valid(slot) ? path_of(slot) : "samples",
                       .expected = std::format("a sample of {} frames or more", shortest_trim_frames),
                       .found = std::format("{} frames", frames)};
    const SampleAttributes values =
        ot ? attributes_from(*ot, std::move(path)) : loaded_sample(slot, std::move(path), frames, tempo_x24(project));
    auto text = set_slot(project, slot, values);
    if (!text) return text.problem();
    return SlotEdit{slot, *std::move(text), ot ? within(markers_from(*ot), frames) : whole_sample(frames)};
}

Result<SlotEdit> empty_slot(const Project& project, SlotRef slot) {
    if (!valid(slot))
        return Problem{.path = "samples", .expected = "slot 1 to 128, recorders 129 to 136", .found = std::to_string(slot.number)};
    auto text = clear_slot(project, slot);
    if (!text) return text.problem();
    return SlotEdit{slot, *std::move(text), SlotMarkers{}};
}

void apply(const SlotEdit& edit, Markers& markers) { markers_of(markers, edit.slot) = edit.markers; }

int renumber_slot(Bank& bank, SlotRef from, SlotRef to) {
    if (!valid(from) || !valid(to) || from.pool != to.pool || from == to) return 0;
    const u8 was = byte_of_slot(from), is = byte_of_slot(to);
    int changed = 0;
    for (Part& part : bank.parts) changed += renumber_part(part, from.pool, was, is);
    for (Part& part : bank.saved_parts) changed += renumber_part(part, from.pool, was, is);
    for (Pattern& pattern : bank.patterns)
        changed += renumber_locks(pattern, bank.parts[std::min<int>(pattern.tail.part, part_count - 1)], from.pool, was, is);
    return changed;
}

}  // namespace groovebench::octatrack
