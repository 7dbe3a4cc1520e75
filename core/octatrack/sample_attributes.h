// The attributes of a sample, as the project text, the .ot file and the audio editor name them.
// Source: octatrack.md §3.6 and §6, octatrack-params.md §7 and §11.
#pragma once

#include <string>

#include "octatrack/words.h"

namespace groovebench::octatrack {

inline constexpr i64 quantise_direct = -1;
inline constexpr i64 gain_zero_db = 48, recorder_gain = 72;
inline constexpr u32 shortest_trim_frames = 64;  // the device's minimum; also what it falls back to

// One slot's attributes, complete. Tempo is BPM x 24, a length is in bars x 100.
struct SampleAttributes {
    std::string path;  // ISO 8859-1, as in the file; empty for a recorder without a file
    Priority priority = Priority::tempo;
    i64 priority_value = 2880;
    i64 timestretch = 0;  // TimestretchMode
    i64 loop_mode = 0;    // LoopMode
    i64 gain = gain_zero_db;
    i64 trig_quantise = quantise_direct;  // -1 direct, 0 pattern length, 1..16 the ladder
};

enum class Attribute : u8 { tempo, trim_length, loop_length, timestretch, loop_mode, gain, trig_quantise };
inline constexpr Attribute attributes[] = {Attribute::tempo,        Attribute::trim_length, Attribute::loop_length,
                                           Attribute::timestretch,  Attribute::loop_mode,   Attribute::gain,
                                           Attribute::trig_quantise};

std::string_view text_key(Attribute);     // "TSMODE"
const Field& attribute_field(Attribute);  // name, range, words, unit, evidence, note, for the text's value

}  // namespace groovebench::octatrack
