// Steps, a track or a pattern as text for the system clipboard, and back: across projects and programs, without
// losing anything a step holds. A person can read it; the numbers are those of the bytes, so that every value survives.
//
//   Groovebench Octatrack 1: steps
//   # A03 T3
//   audio track 3
//   7: trigs slide; src_a=54 amp_vol=70; word=0x3481 (2 repeats, -23/384, FILL)
//   9: empty
//
// Steps and tracks count from 1 in the text, from 0 in the functions. In a track or pattern the steps that are not
// listed are those of a new pattern. Names of masks, locks and values are the names of the fields.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bytes/problem.h"
#include "octatrack/trigs.h"

namespace groovebench::octatrack {

enum class ClipKind : u8 { steps, track, pattern };

struct ClipValue {
    std::string name;  // of the field
    Bytes bytes;
    bool operator==(const ClipValue&) const = default;
};

struct TrackClip {
    bool midi = false;
    int track = 0;     // where it came from
    u64 selected = 0;  // the steps it holds; all of them for a track
    std::array<Step, step_count> steps{};
    std::vector<ClipValue> values;  // length, scale, swing …; none for mere steps
    bool operator==(const TrackClip&) const = default;
};

struct Clip {
    ClipKind kind = ClipKind::steps;
    std::string origin;             // "TECHNO_05 A03 T3", for people
    std::vector<TrackClip> tracks;  // one; for a pattern 8 audio tracks, then 8 MIDI tracks
    std::vector<ClipValue> tail;    // of a pattern
    bool operator==(const Clip&) const = default;
};

Clip copy_steps(const AudioTrack&, u64 selected, std::string origin = {});
Clip copy_steps(const MidiTrack&, u64 selected, std::string origin = {});
Clip copy_track(const AudioTrack&, std::string origin = {});
Clip copy_track(const MidiTrack&, std::string origin = {});
Clip copy_pattern(const Pattern&, std::string origin = {});

std::string clip_text(const Clip&);
// What is wrong is told with its line: path "line 4".
Result<Clip> parse_clip(std::string_view text);
bool looks_like_clip(std::string_view text);  // by its first words

// The first copied step comes to `at`; steps that would fall behind the last are left out. False if the clip is of
// the other kind of track; nothing has changed then. A whole pattern has no place in a track.
bool paste_steps(AudioTrack&, const Clip&, int at);
bool paste_steps(MidiTrack&, const Clip&, int at);
// Needs a clip of a track; the track's index stays.
bool paste_track(AudioTrack&, const Clip&);
bool paste_track(MidiTrack&, const Clip&);
// Needs a clip of a pattern. Parts are not of the pattern, so the one it points to is kept unless told otherwise.
enum class PastedPart : u8 { keep, take };
bool paste_pattern(Pattern&, const Clip&, PastedPart = PastedPart::keep);

}  // namespace groovebench::octatrack
