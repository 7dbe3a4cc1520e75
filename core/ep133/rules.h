// What keeps a project playable: rules of the machine and of the tool, one function each. Source: ep133.md 13.2 and 13.4.
#pragma once

#include "ep133/file_kind.h"
#include "ep133/pattern.h"
#include "ep133/project.h"

namespace groovebench::ep133 {

inline constexpr float slowest_tempo = 40, fastest_tempo = 399;  // not proven; other public programs keep to them

bool stops_the_clock(float tempo);    // ERR CLOCK 43: 0, below, or no number
bool stops_the_scene(const Scene&);   // ERR PATTERN 189: a pattern in some groups and 0 in others
bool stops_on_load(ByteView scenes);  // ERR SCENE 146: nothing but zeros behind the scenes
bool stops_the_pad(const Pad26&);     // ERR PATTERN 189: bars mode and a length of 0
bool is_silent(const Pad26&);         // it would sound, but its level is 0
bool is_stale(const Pad26&);          // a slot without a length: its sound was deleted

// Ticks of a bar: 384 in 4/4, 288 in 3/4. 0 for a time signature that is none.
u32 bar_ticks(int numerator, int denominator);
u32 bar_ticks(const Scene&);
// How many events lie at or behind the end of the loop, where they are kept and not heard.
std::size_t events_past_end(const Pattern&, u32 ticks_of_a_bar);
// In which bar length a pattern plays: that of the first scene with it; of a pattern in no scene that of the current one.
struct PatternUse {
    u32 bar_ticks = ticks_per_bar;
    int scene = 0;  // the first that plays it, from 1; 0 for none
};
PatternUse use_of_pattern(ByteView scenes, int group, int number);

// The pattern that is silent in a group: the first number without a file, from `from` on.
int silent_pattern(const Project&, int group, int from = 1);

// A new pad for a slot: from the start, all of the sound, its tempo not set; what else the pad has is kept.
void assign(Pad26&, int slot, u32 frames);
// As the device clears it.
void clear(ByteSpan pad, float project_tempo);
// The pitch in semitones, the part below one in hundredths. A pad of 26 bytes holds whole semitones only.
double pitch_of(ByteView pad);
Outcome set_pitch(ByteSpan pad, double semitones);

// Whether a member may become this. `path` is the field that changed.
Outcome keeps_rules(FileKind, ByteView before, ByteView after, std::string_view path);

// ---- events; the file must open as a pattern
void move_to_its_place(ByteSpan pattern, std::size_t index);  // after the events of the same tick
Outcome add_event(Bytes& pattern, ByteView event);            // eight bytes, behind those of the same tick
Outcome remove_event(Bytes& pattern, std::size_t index);
void sort_events(ByteSpan pattern);

// ---- scenes; refused where they are none, or full
Outcome insert_scene(Bytes& scenes, int before, const Scene&);  // from 1; count, current scene and song follow
Outcome remove_scene(Bytes& scenes, int number);
// After one pattern of a scene was set: a scene that was none becomes one. Its other groups play pattern 1, as they do in a scene
// of the older form before it is made; the count of that form follows. Refused behind the scene that follows the last.
Outcome define_scene(ByteView before, Bytes& scenes, int number);

}  // namespace groovebench::ep133
