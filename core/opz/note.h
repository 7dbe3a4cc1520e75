// One slot for a note, and the 55 of a step. Source: opz.md §5.
//
// An empty slot is one whose note is 0xFF; its other bytes are what was there before. A slot of zeros is a note.
#pragma once

#include "opz/tracks.h"
#include "schema/schema.h"

namespace groovebench::opz {

inline constexpr u8 no_note = 255;
inline constexpr i32 ticks_of_step = 24, duration_of_step = 256 * ticks_of_step;
inline constexpr i32 default_duration = 2560, longest_duration = 16 * duration_of_step - 1;
inline constexpr int first_drum_note = 53, drum_slices = 24, last_stray_drum_note = 79;

struct Note {
    Ranged<1, longest_duration, lei32> duration;
    Ranged<0, 127, u8, no_note> note;
    Ranged<1, 127> velocity;
    Ranged<-96, 95, i8> micro_timing;
    Unknown<1> age;

    static constexpr auto name = "note";
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified;
        field(FIELD(Note, duration), sure, "in 1/256 tick: 6144 is a step of the track, 2560 the track's own note length");
        field(FIELD(Note, note), sure, "MIDI note; none is an empty slot; on drum tracks 53 is the first slice", Unit::midi_note);
        field(FIELD(Note, velocity), sure, "how hard");
        field(FIELD(Note, micro_timing), sure, "off the grid: 1/8 tick, in files of revision 2 and before a tick; 24 to a step");
        field(FIELD(Note, age), Evidence::unknown, "0 in every file");
    }
    bool is_empty() const { return note == no_note; }
};
static_assert(sizeof(Note) == 8 && whole<Note>());

// The slots of one step, track after track.
struct StepNotes {
    Note kick[2], snare[2], perc[2], sample[2];
    Note bass[4], lead[4], arp[8], chord[4];
    Note fx1[1], fx2[1], tape[1], master[4];
    Note perform[6], module[6], lights[4], motion[4];

    static constexpr auto name = "notes of a step";
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified;
        field(FIELD(StepNotes, kick), sure, "notes of the kick track");
        field(FIELD(StepNotes, snare), sure, "notes of the snare track");
        field(FIELD(StepNotes, perc), sure, "notes of the perc track");
        field(FIELD(StepNotes, sample), sure, "notes of the sample track");
        field(FIELD(StepNotes, bass), sure, "notes of the bass track");
        field(FIELD(StepNotes, lead), sure, "notes of the lead track");
        field(FIELD(StepNotes, arp), sure, "notes of the arp track, which alone holds eight");
        field(FIELD(StepNotes, chord), sure, "notes of the chord track");
        field(FIELD(StepNotes, fx1), sure, "note of the fx1 track");
        field(FIELD(StepNotes, fx2), sure, "note of the fx2 track");
        field(FIELD(StepNotes, tape), sure, "note of the tape track");
        field(FIELD(StepNotes, master), sure, "notes of the master track");
        field(FIELD(StepNotes, perform), sure, "notes of the perform track");
        field(FIELD(StepNotes, module), sure, "notes of the module track");
        field(FIELD(StepNotes, lights), sure, "notes of the lights track");
        field(FIELD(StepNotes, motion), sure, "notes of the motion track");
    }
};
static_assert(sizeof(StepNotes) == slots_of_step * sizeof(Note) && whole<StepNotes>());

}  // namespace groovebench::opz
