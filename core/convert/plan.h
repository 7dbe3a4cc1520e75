// From one machine's terms to another's: an Octatrack pattern with its part becomes a project of an
// EP-133. First a plan, which needs no audio and says what will be and what cannot; then build.h makes
// the .ppak of it. The rules are those of issue 2 §3; what they leave open is decided here and reported:
//
// - Every trig plays, whatever its condition, and so do one-shot trigs. Trigless trigs and locks do not.
// - A trig without a PTCH lock plays at the part's PTCH.
// - A pad belongs to one track: a track is a voice. Two tracks with one sample get a pad each, one sound.
// - A trig that would fall before the loop plays at its end, one that falls behind it at its beginning.
// - SLIC on: STRT chooses the slice, locked or not. A slice that does not exist is the last one.
// - A trig on an empty slot, a missing file or a recorder makes no note, but ends the note before it.
// - A sound longer than 20 s is cut down to what its pads play of it, and to 20 s.
#pragma once

#include <array>
#include <map>
#include <optional>

#include "convert/report.h"
#include "ep133/pattern.h"
#include "octatrack/part.h"
#include "octatrack/project.h"

namespace groovebench::convert {

inline constexpr std::string_view unproven = "Not yet proven on a device";
inline constexpr int first_user_slot = 700;

// A part of a sample, in frames of its file. An end of 0 is the end of the file.
struct Span {
    u64 start = 0, end = 0;
    auto operator<=>(const Span&) const = default;
};

// What a slot of the project holds, as far as it is known.
struct SlotSample {
    std::string path;      // of the audio file, UTF-8, as the caller will name it again; empty: no sample
    bool missing = false;  // the file is not there, out of reach or unreadable
    u32 rate = 0;          // frames a second; 0 until the file's head was read
    u16 channels = 0;
    u64 frames = 0;
    Span trim;
    std::vector<Span> slices;
    octatrack::SampleAttributes attributes;  // gain, loop, timestretch
};

struct ConversionInput {
    const octatrack::Pattern* pattern = nullptr;  // borrowed until the call returns
    const octatrack::Part* part = nullptr;
    std::string project_name;                        // UTF-8
    int bank = 0, pattern_number = 0;                // from 0
    i64 tempo_x24 = 2880;                            // of the project
    bool pattern_tempo = false;                      // PATTERN_TEMPO_ENABLED
    bool master_track = false;                       // track 8 is the master track
    u8 muted_tracks = 0;                             // bit t: track t+1
    std::map<octatrack::SlotRef, SlotSample> slots;  // those that hold a sample; recorders are not needed
};

// What a pad is made from. A choice about a pad survives replanning under this key.
struct PadKey {
    int track = 0;  // from 0
    octatrack::SlotRef slot;
    int slice = -1;  // from 0; -1 for the whole sample
    auto operator<=>(const PadKey&) const = default;
};

struct PadChoice {
    std::optional<int> group;   // 0 to 3
    std::optional<int> number;  // 1 to 12, from the top left
    bool leave_out = false;
};

// Tracks of different length in PER TRACK mode: run on until they meet, or restart together after the
// master length as the Octatrack does.
enum class Unroll : u8 { common_multiple, master_length };

struct Choices {
    std::array<int, 8> track_group = {0, 0, 1, 1, 2, 2, 3, 3};
    std::map<PadKey, PadChoice> pads;
    std::array<std::optional<int>, 4> choke_track;  // the track (from 0) whose pads choke one another in a group
    int first_slot = first_user_slot;
    std::map<std::string, int> sound_slots;          // by path
    std::map<std::string, std::string> sound_names;  // by path
    Unroll unroll = Unroll::common_multiple;
    int project_number = 1;                // 1 to 9; the user picks another when restoring
    std::optional<std::string> file_name;  // without ".ppak"
};

struct PlannedSound {
    std::string path;
    int slot = 0;      // 1 to 999
    std::string name;  // as the device will show it
    u32 rate = 0;      // of the file; 0 while unknown, as are channels and frames
    u16 channels = 0;
    u64 frames = 0;
    Span kept;  // what of the file is written
};

struct PlannedPad {
    PadKey key;
    int group = 0;          // 0 to 3
    int number = 1;         // 1 to 12; above, it does not fit
    std::size_t sound = 0;  // index in Plan::sounds
    Span span;              // what it plays, in frames of the file
    bool choke = false;
    std::vector<int> steps;  // that play it, from 1
};

struct Plan {
    std::string title;      // "TECHNO_05 A03"
    std::string file_name;  // "TECHNO_05_A03.ppak"
    int project_number = 1;
    float tempo = 120;
    int bars = 1;
    std::vector<PlannedSound> sounds;
    std::vector<PlannedPad> pads;                   // by group and number
    std::array<std::vector<ep133::Note>, 4> notes;  // by group, ascending
    std::vector<ReportLine> report;
    std::vector<Problem> limits;  // what the EP-133 cannot hold, and by how much; an error prevents building
    u64 memory_bytes = 0;         // that the sounds will take, as far as their lengths are known
    bool memory_known = true;
};

Plan plan_conversion(const ConversionInput&, const Choices& = {});

// The choices with the pads that found no place in their group moved to groups with free pads, as far as
// there are any: what a button beside the limit does.
Choices with_surplus_moved(const Plan&, Choices);

// The audio files the plan needs, each once.
std::vector<std::string> needed_files(const Plan&);

// Everything that stands in the way (error) or should be looked at (warning, note) before building.
std::vector<Problem> preflight(const Plan&);
bool can_build(const Plan&);

// Bytes of a sound at the rate and width of the EP-133.
u64 device_bytes(u64 frames, u32 rate, u16 channels);
u64 device_frames(u64 frames, u32 rate);  // rounded

}  // namespace groovebench::convert
