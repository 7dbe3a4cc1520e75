// Values of a pattern in the musician's words: the names and readings of locks as the part's machines and
// effects make them, slots, patterns, conditions, micro-timing. What the references do not prove is shown as
// the raw number. Source: octatrack-params.md, octatrack-bank.md §2.2 and §2.3. Tracks, steps and slots count from 0.
#pragma once

#include <optional>
#include <string>

#include "octatrack/part.h"
#include "schema/reading.h"

namespace groovebench::octatrack {

// "PTCH", "BASE", "VOL", "SAMPLE"; "-" for a knob that the machine or effect does not have.
std::string_view lock_name(const Part&, int track, int index);
std::string_view lock_page(int index);  // "SRC" "LFO" "AMP" "FX1" "FX2" "SAMPLE"; empty for index 30
// In device units: "-2.0" semitones for PTCH, "slice 5" for STRT with SLIC on, "+12", "A+B", "F014".
std::string lock_shown(const Part&, int track, int index, u8 value);
// How its numbers read; plain where they are words.
Reading lock_reading(const Part&, int track, int index);
// The part's own value of that parameter; the slot for the sample lock. Nothing where there is none (THRU's sample).
std::optional<u8> part_value(const Part&, int track, int index);

std::string_view midi_lock_name(int index);  // "NOTE", "CC1"; empty for 30 and 31
std::string_view midi_lock_page(int index);  // "NOTE" "LFO" "ARP" "CTRL1" "CTRL2"
// Note names count as the inspector's: 60 is C4, 0 is C-1. The references do not say how the device names octaves of
// the NOTE page; its comb filter calls 26 semitones above A#0 C3, which is this count.
std::string midi_lock_shown(int index, u8 value);
Reading midi_lock_reading(int index);
std::optional<u8> midi_part_value(const Part&, int track, int index);

// A machine outside the list (the file may say anything) reads as an unknown one.
u8 machine_of(const Part&, int track);
bool slices_on(const Part&, int track);  // SLIC of the track's STATIC or FLEX machine
// The slice a STRT value selects with SLIC on, from 0; and the value that selects a slice.
constexpr int slice_of(u8 value) { return value / 2; }
constexpr u8 slice_value(int slice) { return u8(2 * slice); }

std::string slot_name(u8 machine, u8 slot);  // "S001", "F014", "R1"; "none" for 255; "-" for THRU and NEIGHBOR
char bank_letter(int bank);
std::string pattern_name(int bank, int pattern);  // "A03"
std::string condition_word(int condition);        // "FILL", "87 %", "none", "99 (unknown)"
std::string micro_timing_text(int n);             // "+1/64", "+5/384", "0": a part of a whole note

}  // namespace groovebench::octatrack
