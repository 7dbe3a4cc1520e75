#include "octatrack/trigs.h"

#include <algorithm>
#include <bit>

namespace groovebench::octatrack {
namespace {

using LockBytes = std::array<u8, lock_count>;

// In the order of the structures: Step::masks has a bit for each.
constexpr StepMask AudioTrack::* audio_masks[] = {
    &AudioTrack::trigs,  &AudioTrack::trigless_trigs, &AudioTrack::trigless_locks, &AudioTrack::one_shots, &AudioTrack::rec_ab,
    &AudioTrack::rec_cd, &AudioTrack::rec_src3,       &AudioTrack::rec_one_shots,  &AudioTrack::swing,     &AudioTrack::slide};
constexpr StepMask MidiTrack::* midi_masks[] = {&MidiTrack::trigs, &MidiTrack::trigless_trigs, &MidiTrack::trigless_locks,
                                                &MidiTrack::swing};
static_assert(std::size(audio_masks) == audio_mask_count && std::size(midi_masks) == midi_mask_count);

constexpr std::span<StepMask AudioTrack::* const> masks_of(const AudioTrack&) { return audio_masks; }
constexpr std::span<StepMask MidiTrack::* const> masks_of(const MidiTrack&) { return midi_masks; }

bool lock_exists(const AudioTrack&, int index) { return audio_lock_exists(index); }
bool lock_exists(const MidiTrack&, int index) { return midi_lock_exists(index); }
bool one_shot_at(const AudioTrack& track, int step) { return track.one_shots.at(step); }
bool one_shot_at(const MidiTrack&, int) { return false; }
void put_one_shot(AudioTrack& track, int step, bool on) { track.one_shots.put(step, on); }
void put_one_shot(MidiTrack&, int, bool) {}
bool can_hold(const AudioTrack&, TrigType) { return true; }
bool can_hold(const MidiTrack&, TrigType type) { return type != TrigType::one_shot; }

bool good(int step) { return step >= 0 && step < step_count; }

template <class Track>
LockBytes locks_of(const Track& track, int step) {
    return std::bit_cast<LockBytes>(track.locks[step]);
}
template <class Track>
void put_locks(Track& track, int step, const LockBytes& bytes) {
    track.locks[step] = std::bit_cast<std::remove_cvref_t<decltype(track.locks[0])>>(bytes);
}

template <class Track>
TrigType type_at(const Track& track, int step) {
    if (!good(step)) return TrigType::none;
    if (track.trigs.at(step)) return TrigType::trig;
    if (one_shot_at(track, step)) return TrigType::one_shot;
    if (track.trigless_trigs.at(step)) return TrigType::trigless_trig;
    return track.trigless_locks.at(step) ? TrigType::trigless_lock : TrigType::none;
}

template <class Track>
void put_type(Track& track, int step, TrigType type) {
    track.trigs.put(step, type == TrigType::trig);
    track.trigless_trigs.put(step, type == TrigType::trigless_trig);
    track.trigless_locks.put(step, type == TrigType::trigless_lock);
    put_one_shot(track, step, type == TrigType::one_shot);
}

template <class Track>
bool any_lock(const Track& track, int step) {
    if (!good(step)) return false;
    const LockBytes locks = locks_of(track, step);
    for (int i = 0; i < lock_count; i++)
        if (locks[std::size_t(i)] != no_lock && lock_exists(track, i)) return true;
    return false;
}

// The trigless-lock bit follows the locks of a step without a trig.
template <class Track>
void follow_locks(Track& track, int step) {
    const TrigType type = type_at(track, step);
    if (type == TrigType::none || type == TrigType::trigless_lock) track.trigless_locks.put(step, any_lock(track, step));
}

template <class Track>
bool place(Track& track, int step, TrigType type) {
    if (!good(step) || !can_hold(track, type)) return false;
    put_type(track, step, type);
    if (type == TrigType::none) follow_locks(track, step);
    return true;
}

// Bytes of a lock record that no parameter owns are left alone.
template <class Track>
bool free_locks(Track& track, int step) {
    if (!good(step)) return false;
    LockBytes locks = locks_of(track, step);
    for (int i = 0; i < lock_count; i++)
        if (lock_exists(track, i)) locks[std::size_t(i)] = no_lock;
    put_locks(track, step, locks);
    follow_locks(track, step);
    return true;
}

template <class Track>
bool remove(Track& track, int step) {
    if (!good(step)) return false;
    put_type(track, step, TrigType::none);
    free_locks(track, step);
    track.trig_words[step] = 0;
    return true;
}

template <class Track>
bool put_lock(Track& track, int step, int index, u8 value) {
    if (!good(step) || !lock_exists(track, index)) return false;
    LockBytes locks = locks_of(track, step);
    locks[std::size_t(index)] = value;
    put_locks(track, step, locks);
    follow_locks(track, step);
    return true;
}

template <class Track>
u8 lock_of(const Track& track, int step, int index) {
    return good(step) && lock_exists(track, index) ? locks_of(track, step)[std::size_t(index)] : no_lock;
}

template <class Track>
bool put_word(Track& track, int step, int repeats, int micro, int condition) {
    const bool allowed = repeats >= 1 && repeats <= 8 && micro >= -23 && micro <= 23 && condition >= 0 && condition <= 64;
    if (!good(step) || !allowed) return false;
    track.trig_words[step] = trig_word(repeats, micro, condition);
    return true;
}

template <class Track>
Step read(const Track& track, int step) {
    Step out;
    out.locks.fill(no_lock);
    if (!good(step)) return out;
    int bit = 0;
    for (auto mask : masks_of(track)) out.masks = u16(out.masks | u16((track.*mask).at(step)) << bit++);
    out.word = track.trig_words[step];
    out.locks = locks_of(track, step);
    if constexpr (requires { track.unknown_0x862; }) out.unknown = track.unknown_0x862.bytes[step];
    return out;
}

template <class Track>
void write(Track& track, int step, const Step& from) {
    if (!good(step)) return;
    int bit = 0;
    for (auto mask : masks_of(track)) (track.*mask).put(step, from.masks >> bit++ & 1);
    track.trig_words[step] = from.word;
    put_locks(track, step, from.locks);
    if constexpr (requires { track.unknown_0x862; }) track.unknown_0x862.bytes[step] = from.unknown;
}

template <class Track>
Step empty(const Track& track, int step) {
    Step out;
    out.locks.fill(no_lock);
    int bit = 0;
    for (auto mask : masks_of(track)) {
        if (&(track.*mask) == &track.swing) out.masks = u16((step & 1) << bit);
        bit++;
    }
    return out;
}

template <class Track>
bool copy(Track& track, int from, int to) {
    if (!good(from) || !good(to)) return false;
    write(track, to, read(track, from));
    return true;
}

template <class Track>
bool rotate(Track& track, int length, int by) {
    if (length < 1 || length > step_count) return false;
    const Track old = track;
    const int turn = (by % length + length) % length;
    for (int step = 0; step < length; step++) write(track, (step + turn) % length, read(old, step));
    return true;
}

template <class Track>
int length_of(const Pattern& pattern, const Track& track) {
    const bool own = pattern.tail.scale_mode == u8(ScaleMode::per_track);
    return std::clamp(int(own ? track.length : pattern.tail.length), 1, step_count);
}

template <class Track>
u8 scale_of(const Pattern& pattern, const Track& track) {
    return pattern.tail.scale_mode == u8(ScaleMode::per_track) ? track.scale : pattern.tail.scale;
}

}  // namespace

bool audio_lock_exists(int index) { return index >= 0 && index < lock_count && index != audio_unused_lock; }
bool midi_lock_exists(int index) { return index >= 0 && index < audio_unused_lock; }

TrigType trig_at(const AudioTrack& track, int step) { return type_at(track, step); }
TrigType trig_at(const MidiTrack& track, int step) { return type_at(track, step); }
bool place_trig(AudioTrack& track, int step, TrigType type) { return place(track, step, type); }
bool place_trig(MidiTrack& track, int step, TrigType type) { return place(track, step, type); }
bool remove_step(AudioTrack& track, int step) { return remove(track, step); }
bool remove_step(MidiTrack& track, int step) { return remove(track, step); }

u8 lock_at(const AudioTrack& track, int step, int index) { return lock_of(track, step, index); }
u8 lock_at(const MidiTrack& track, int step, int index) { return lock_of(track, step, index); }
bool has_locks(const AudioTrack& track, int step) { return any_lock(track, step); }
bool has_locks(const MidiTrack& track, int step) { return any_lock(track, step); }

bool set_lock(AudioTrack& track, int step, int index, u8 value) {
    return value <= (index == sample_lock ? 135 : 127) && put_lock(track, step, index, value);
}
bool set_lock(MidiTrack& track, int step, int index, u8 value) { return value <= 127 && put_lock(track, step, index, value); }
bool clear_lock(AudioTrack& track, int step, int index) { return put_lock(track, step, index, no_lock); }
bool clear_lock(MidiTrack& track, int step, int index) { return put_lock(track, step, index, no_lock); }
bool clear_locks(AudioTrack& track, int step) { return free_locks(track, step); }
bool clear_locks(MidiTrack& track, int step) { return free_locks(track, step); }

bool set_trig_word(AudioTrack& track, int step, int repeats, int micro_timing, int condition) {
    return put_word(track, step, repeats, micro_timing, condition);
}
bool set_trig_word(MidiTrack& track, int step, int repeats, int micro_timing, int condition) {
    return put_word(track, step, repeats, micro_timing, condition);
}

RecorderTrig recorder_trig_at(const AudioTrack& track, int step) {
    if (!good(step)) return {};
    return {track.rec_ab.at(step), track.rec_cd.at(step), track.rec_src3.at(step), track.rec_one_shots.at(step)};
}

bool place_recorder_trig(AudioTrack& track, int step, bool one_shot) {
    if (!good(step)) return false;
    for (StepMask* source : {&track.rec_ab, &track.rec_cd, &track.rec_src3}) source->put(step, true);
    track.rec_one_shots.put(step, one_shot);
    return true;
}

bool remove_recorder_trig(AudioTrack& track, int step) {
    if (!good(step)) return false;
    for (StepMask* mask : {&track.rec_ab, &track.rec_cd, &track.rec_src3, &track.rec_one_shots}) mask->put(step, false);
    return true;
}

bool set_recorder_input(AudioTrack& track, int step, RecorderInput input, bool on) {
    if (!good(step)) return false;
    StepMask& mask = input == RecorderInput::ab ? track.rec_ab : input == RecorderInput::cd ? track.rec_cd : track.rec_src3;
    mask.put(step, on);
    if (!recorder_trig_at(track, step)) track.rec_one_shots.put(step, false);
    return true;
}

bool set_recorder_one_shot(AudioTrack& track, int step, bool on) {
    if (!recorder_trig_at(track, step)) return false;
    track.rec_one_shots.put(step, on);
    return true;
}

bool set_slide(AudioTrack& track, int step, bool on) {
    if (good(step)) track.slide.put(step, on);
    return good(step);
}
bool set_swing(AudioTrack& track, int step, bool on) {
    if (good(step)) track.swing.put(step, on);
    return good(step);
}
bool set_swing(MidiTrack& track, int step, bool on) {
    if (good(step)) track.swing.put(step, on);
    return good(step);
}

Step step_at(const AudioTrack& track, int step) { return read(track, step); }
Step step_at(const MidiTrack& track, int step) { return read(track, step); }
void put_step(AudioTrack& track, int step, const Step& from) { write(track, step, from); }
void put_step(MidiTrack& track, int step, const Step& from) { write(track, step, from); }
Step empty_step(const AudioTrack& track, int step) { return empty(track, step); }
Step empty_step(const MidiTrack& track, int step) { return empty(track, step); }

bool copy_step(AudioTrack& track, int from, int to) { return copy(track, from, to); }
bool copy_step(MidiTrack& track, int from, int to) { return copy(track, from, to); }
bool shift_steps(AudioTrack& track, int length, int by) { return rotate(track, length, by); }
bool shift_steps(MidiTrack& track, int length, int by) { return rotate(track, length, by); }

int effective_length(const Pattern& pattern, const AudioTrack& track) { return length_of(pattern, track); }
int effective_length(const Pattern& pattern, const MidiTrack& track) { return length_of(pattern, track); }
u8 effective_scale(const Pattern& pattern, const AudioTrack& track) { return scale_of(pattern, track); }
u8 effective_scale(const Pattern& pattern, const MidiTrack& track) { return scale_of(pattern, track); }

bool is_empty_step(const AudioTrack& track, int step) {
    return type_at(track, step) == TrigType::none && !any_lock(track, step) && !recorder_trig_at(track, step);
}
bool is_empty_step(const MidiTrack& track, int step) { return type_at(track, step) == TrigType::none && !any_lock(track, step); }

}  // namespace groovebench::octatrack
