// The rules an edit of a pattern must keep, as functions that change a track in place. A caller copies
// the track, applies a rule, and puts the differing bytes into the document as one edit.
// Source: octatrack-bank.md §2. Steps count from 0. Trigs beyond the length are kept.
//
// A function that returns bool refuses what the device cannot hold (false: nothing has changed).
#pragma once

#include <array>

#include "octatrack/pattern.h"

namespace groovebench::octatrack {

// At most one of them a step; trigless_lock stands for "locks only". MIDI tracks have no one-shots.
enum class TrigType : u8 { none, trig, trigless_trig, trigless_lock, one_shot };

inline constexpr int lock_count = 32;         // bytes of a lock record
inline constexpr int sample_lock = 31;        // audio only: a slot, 0 to 135
inline constexpr int audio_unused_lock = 30;  // never written, nor are 30 and 31 of a MIDI track

bool audio_lock_exists(int index);
bool midi_lock_exists(int index);

// A file may hold several bits for one step; then the one that sounds is told.
TrigType trig_at(const AudioTrack&, int step);
TrigType trig_at(const MidiTrack&, int step);

// Clears the other types. With none, the locks of the step stay, as a trigless lock.
bool place_trig(AudioTrack&, int step, TrigType);
bool place_trig(MidiTrack&, int step, TrigType);

// As the device does: the trig, its locks and its trig word go. Recorder trig, slide and swing stay.
bool remove_step(AudioTrack&, int step);
bool remove_step(MidiTrack&, int step);

// no_lock where nothing is locked or there is no such parameter.
u8 lock_at(const AudioTrack&, int step, int index);
u8 lock_at(const MidiTrack&, int step, int index);
bool has_locks(const AudioTrack&, int step);
bool has_locks(const MidiTrack&, int step);

// The trigless-lock bit follows the locks where there is no trig. Values: 0 to 127, sample lock 0 to 135.
bool set_lock(AudioTrack&, int step, int index, u8 value);
bool set_lock(MidiTrack&, int step, int index, u8 value);
bool clear_lock(AudioTrack&, int step, int index);
bool clear_lock(MidiTrack&, int step, int index);
bool clear_locks(AudioTrack&, int step);
bool clear_locks(MidiTrack&, int step);

// repeats 1 to 8, micro_timing -23 to 23 (1/384 of a whole note), condition 0 to 64.
bool set_trig_word(AudioTrack&, int step, int repeats, int micro_timing, int condition);
bool set_trig_word(MidiTrack&, int step, int repeats, int micro_timing, int condition);

// A recorder trig is made of up to three sources.
enum class RecorderInput : u8 { ab, cd, src3 };
struct RecorderTrig {
    bool ab = false, cd = false, src3 = false, one_shot = false;
    explicit operator bool() const { return ab || cd || src3; }
};
RecorderTrig recorder_trig_at(const AudioTrack&, int step);
bool place_recorder_trig(AudioTrack&, int step, bool one_shot = false);  // all three, as the device
bool remove_recorder_trig(AudioTrack&, int step);
bool set_recorder_input(AudioTrack&, int step, RecorderInput, bool on);  // without a source left the one-shot bit goes
bool set_recorder_one_shot(AudioTrack&, int step, bool on);              // refused where there is no recorder trig

// Independent of trigs. Swing bits do nothing while the track's swing amount is 0.
bool set_slide(AudioTrack&, int step, bool on);
bool set_swing(AudioTrack&, int step, bool on);
bool set_swing(MidiTrack&, int step, bool on);

// Everything a track holds about one step. `masks` has one bit for each mask of the track, in the order of its
// structure; a MIDI track has fewer, and no `unknown`.
struct Step {
    u16 masks = 0;
    u16 word = 0;
    u8 unknown = 0;
    std::array<u8, lock_count> locks{};

    bool operator==(const Step&) const = default;
};
inline constexpr int audio_mask_count = 10, midi_mask_count = 4;
Step step_at(const AudioTrack&, int step);
Step step_at(const MidiTrack&, int step);
void put_step(AudioTrack&, int step, const Step&);
void put_step(MidiTrack&, int step, const Step&);
Step empty_step(const AudioTrack&, int step);  // without anything but the default swing bit: as in a new pattern
Step empty_step(const MidiTrack&, int step);

bool copy_step(AudioTrack&, int from, int to);
bool copy_step(MidiTrack&, int from, int to);

// Turns the first `length` steps by `by` (to the right if positive); what leaves one end comes in at the other.
bool shift_steps(AudioTrack&, int length, int by);
bool shift_steps(MidiTrack&, int length, int by);

// What counts for a track now: the pattern's length and multiplier in NORMAL mode, the track's own in PER TRACK.
// A length a file must not hold is brought into 1 to 64, so that loops over steps are safe.
int effective_length(const Pattern&, const AudioTrack&);
int effective_length(const Pattern&, const MidiTrack&);
u8 effective_scale(const Pattern&, const AudioTrack&);
u8 effective_scale(const Pattern&, const MidiTrack&);

// Any trig, or locks, or a recorder trig: what a person would call "something is here".
bool is_empty_step(const AudioTrack&, int step);
bool is_empty_step(const MidiTrack&, int step);

}  // namespace groovebench::octatrack
