// The attributes of a sample, as the project text, the .ot file and the audio editor name them.
// Source: octatrack.md §3.6 and §6, octatrack-params.md §7 and §11.
#pragma once

#include <string>

#include "schema/schema.h"

namespace groovebench::octatrack {

// The value 1 is missing because the list is shared with TSTR, where 1 is AUTO.
enum class TimestretchMode : u8 { off = 0, normal = 2, beat = 3 };
inline constexpr Word timestretch_mode_words[] = {{0, "OFF"}, {2, "NORMAL"}, {3, "BEAT"}};
constexpr std::span<const Word> words(TimestretchMode) { return timestretch_mode_words; }

enum class LoopMode : u8 { off, on, ping_pong };
inline constexpr Word loop_mode_words[] = {{0, "OFF"}, {1, "ON"}, {2, "PING-PONG"}};
constexpr std::span<const Word> words(LoopMode) { return loop_mode_words; }

// The text spells direct as -1, binary files as 255; both are accepted in the text.
enum class SampleQuantise : u8 { pattern_length = 0, direct = 255 };
inline constexpr Word sample_quantise_words[] = {{0, "PATTERN LENGTH"},
                                                 {1, "1"},
                                                 {2, "2"},
                                                 {3, "3"},
                                                 {4, "4"},
                                                 {5, "6"},
                                                 {6, "8"},
                                                 {7, "12"},
                                                 {8, "16"},
                                                 {9, "24"},
                                                 {10, "32"},
                                                 {11, "48"},
                                                 {12, "64"},
                                                 {13, "96"},
                                                 {14, "128"},
                                                 {15, "192"},
                                                 {16, "256"},
                                                 {255, "DIRECT"}};
constexpr std::span<const Word> words(SampleQuantise) { return sample_quantise_words; }
inline constexpr i64 quantise_direct = -1;

// Which of the three linked attributes the user has set; the other two follow from it.
enum class Priority : u8 { tempo, trim, loop };
inline constexpr Word priority_words[] = {{0, "ORIGINAL TEMPO"}, {1, "TRIM LEN"}, {2, "LOOP LEN"}};
constexpr std::span<const Word> words(Priority) { return priority_words; }

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
