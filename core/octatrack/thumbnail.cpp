#include "octatrack/thumbnail.h"

#include <algorithm>

#include "octatrack/lock_text.h"
#include "octatrack/trigs.h"

namespace groovebench::octatrack {
namespace {

u64 first_steps(int length) { return length >= 64 ? ~u64(0) : (u64(1) << length) - 1; }

u64 sounding(const AudioTrack& track) { return track.trigs | track.one_shots; }
u64 sounding(const MidiTrack& track) { return track.trigs; }
u64 silent(const AudioTrack& track) {
    return track.trigless_trigs | track.trigless_locks | track.rec_ab | track.rec_cd | track.rec_src3;
}
u64 silent(const MidiTrack& track) { return track.trigless_trigs | track.trigless_locks; }

template <class Track>
void put_row(Thumbnail& out, const Pattern& pattern, const Track& track, std::size_t row) {
    const int length = effective_length(pattern, track);
    out.lengths[row] = u8(length);
    out.length = std::max(out.length, length);
    out.trigs[row] = sounding(track) & first_steps(length);
    out.others[row] = silent(track) & first_steps(length) & ~out.trigs[row];
    out.empty = out.empty && !(out.trigs[row] | out.others[row]);
}

void note_use(std::vector<SlotUse>& uses, std::size_t first, const SlotUse& use) {
    const auto from = uses.begin() + std::ptrdiff_t(first);
    const auto known = std::find_if(from, uses.end(), [&](const SlotUse& u) { return u.slot == use.slot; });
    if (known == uses.end()) return uses.push_back(use);
    known->steps |= use.steps;
    known->locked = known->locked || use.locked;
}

}  // namespace

Thumbnail thumbnail(const Pattern& pattern) {
    Thumbnail out;
    for (std::size_t t = 0; t < track_count; t++) {
        put_row(out, pattern, pattern.audio_tracks[t], t);
        put_row(out, pattern, pattern.midi_tracks[t], t + track_count);
    }
    return out;
}

std::vector<SlotUse> slots_used(const Pattern& pattern, const Part& part, MasterTrack master) {
    std::vector<SlotUse> uses;
    const int tracks = master == MasterTrack::on ? track_count - 1 : track_count;
    for (int t = 0; t < tracks; t++) {
        const AudioTrack& track = pattern.audio_tracks[t];
        const u8 machine = machine_of(part, t);
        const auto own = part_value(part, t, sample_lock);
        if (!own) continue;  // THRU and NEIGHBOR play no sample
        const u8 list = machine == u8(MachineType::static_machine) ? machine : u8(MachineType::flex);
        const std::size_t first = uses.size();
        const int length = effective_length(pattern, track);
        const u64 played = sounding(track);
        for (int step = 0; step < length; step++) {
            if (!(played >> step & 1)) continue;
            // A PICKUP machine plays its own recorder, whatever is locked.
            const u8 lock = machine == u8(MachineType::pickup) ? no_lock : lock_at(track, step, sample_lock);
            const u8 slot = lock == no_lock ? *own : lock;
            if (slot != 255) note_use(uses, first, {list, slot, u8(t), u64(1) << step, lock != no_lock});
        }
        std::sort(uses.begin() + std::ptrdiff_t(first), uses.end(),
                  [](const SlotUse& a, const SlotUse& b) { return a.slot < b.slot; });
    }
    return uses;
}

}  // namespace groovebench::octatrack
