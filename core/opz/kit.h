// A drum kit or synth sample of an OP-Z or OP-1: an AIFF whose APPL chunk holds JSON. Source: opz.md §14.
//
// Positions are fractions of 12 seconds in 31 bits. Sound and JSON are edited where they stand; what is not edited, strange
// sizes and stray bytes behind the last brace too, is written as it came.
#pragma once

#include <span>

#include "audio/sound.h"
#include "opz/json_file.h"

namespace groovebench::opz {

inline constexpr u32 kit_rate = 44100;
inline constexpr u32 most_drum_frames = 12 * kit_rate, synth_frames = 6 * kit_rate;
inline constexpr int kit_slices = 24;
inline constexpr i64 last_position = 2147483646;

// Of a position, and back as the OP-Z writes it: floor(frame * 2^31 / 529200).
u32 frame_at(i64 position);
i64 position_of(u32 frame);

enum class KitKind : u8 { drum, synth, snapshot };  // a snapshot is an engine of the OP-1: an OP-Z cannot use it
std::string_view word(KitKind);

struct Slice {
    i64 start = 0, end = 0;              // positions
    i64 pitch = 0;                       // 512 a semitone
    i64 volume = 8192, playmode = 8192;  // 8192 is as recorded
    bool reverse = false;
};

struct Kit {
    KitKind kind = KitKind::drum;
    std::string name;
    int version = 0;  // of drum_version or synth_version; 3 is the OP-Z's
    audio::SoundInfo sound;
    std::vector<Slice> slices;  // 24 of a drum kit
};
bool is_kit(ByteView file);  // an AIFF with an APPL chunk of op-1
Result<Kit> open_kit(ByteView file);

// What a device would refuse or play wrongly.
std::vector<Problem> kit_findings(ByteView file);

// Fields by path ("start[3]", "name"), shown in frames, semitones and per cent; setting one keeps slices valid.
const JsonFileKind& kit_file();
std::string kit_page();  // Markdown

std::vector<ValueDifference> compare_kits(ByteView first, ByteView second);  // both open

// A drum kit as the OP-Z writes it, its slices in frames [start, end). Refused: more than 24, or than 12 seconds.
struct NewSlice {
    u32 start = 0, end = 0;
};
Result<Bytes> make_drum_kit(std::span<const i16> mono, std::span<const NewSlice> slices);

}  // namespace groovebench::opz
