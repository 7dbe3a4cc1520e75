// The EP-133: what lies in its backups (.ppak, .pak), as structures over the bytes. backup.h opens the
// ZIP, project.h the TAR of a project in it; pad.h, pattern.h, scenes.h, settings.h, fx_settings.h and
// sound.h are what a project is made of. A member's layout is chosen by its size, never by a version.
//
// A pad: which sound it plays and how. Records of 26 bytes are from before OS 2.0; both lengths occur in
// one project, and an EP-40 has 29. Source: ep133.md 6 and 12; 576 records of real devices.
#pragma once

#include <bit>

#include "schema/schema.h"

namespace groovebench::ep133 {

inline constexpr int groups = 4, pads_in_a_group = 12;
inline constexpr int max_slot = 999;
inline constexpr int device_rate = 46875;  // frames per second
inline constexpr int max_sound_seconds = 20;
inline constexpr u32 device_memory = 62853120;  // bytes for sounds, as the 64 MB unit reports

enum class TimeMode : u8 { off, bpm, bars, reverse };
inline constexpr Word time_mode_words[] = {{0, "off"}, {1, "BPM"}, {2, "bars"}, {3, "reverse"}};
constexpr std::span<const Word> words(TimeMode) { return time_mode_words; }
enum class PlayMode : u8 { one_shot, key, legato, loop };
inline constexpr Word play_mode_words[] = {{0, "one-shot"}, {1, "key"}, {2, "legato"}, {3, "loop"}};
constexpr std::span<const Word> words(PlayMode) { return play_mode_words; }
enum class Choke : u8 { no, yes };
inline constexpr Word choke_words[] = {{0, "no"}, {1, "yes"}};
constexpr std::span<const Word> words(Choke) { return choke_words; }

struct Pad26 {
    Ranged<0, 0> zero;
    Ranged<0, max_slot, le16> slot;
    Ranged<0, 15> midi_channel;
    le32 trim_start, trim_length;
    lef32 stretch_bpm;
    Ranged<0, 200> amplitude;
    Ranged<-12, 12, i8> pitch;
    Ranged<-16, 16, i8> pan;
    u8 attack, release;
    Choice<TimeMode> time_mode;
    Choice<Choke> choke;
    Choice<PlayMode> play_mode;
    Ranged<0, 127> root_note;
    Ranged<-2, 2, i8> stretch_length;

    static constexpr auto name = "pad";
    static constexpr void describe(auto& field) {
        using enum Evidence;
        field(FIELD(Pad26, zero), verified, "always 0");
        field(FIELD(Pad26, slot), verified, "sound in the library, 1 to 999; 0 for none");
        field(FIELD(Pad26, midi_channel), verified, "MIDI channel", Unit::plus_one);
        field(FIELD(Pad26, trim_start), verified, "first frame played", Unit::frames);
        field(FIELD(Pad26, trim_length), verified, "frames played; 0 is silent", Unit::frames);
        field(FIELD(Pad26, stretch_bpm), verified, "tempo of the sound for stretching; 0 for not set", Unit::bpm);
        field(FIELD(Pad26, amplitude), verified, "level, 100 for unchanged");
        field(FIELD(Pad26, pitch), verified, "whole semitones, rounded down");
        field(FIELD(Pad26, pan), verified, "negative for left");
        field(FIELD(Pad26, attack), stated, "attack");
        field(FIELD(Pad26, release), verified, "release, 255 for one-shot");
        field(FIELD(Pad26, time_mode), verified, "how the sound follows the tempo; BPM is stated, reverse a guess");
        field(FIELD(Pad26, choke), stated, "member of the group's choke (mute) group");
        field(FIELD(Pad26, play_mode), verified, "what a note does; only the EP-40 loops");
        field(FIELD(Pad26, root_note), verified, "note at which it plays at its own pitch", Unit::midi_note);
        field(FIELD(Pad26, stretch_length), verified, "length for stretching: 2 to this power bars");
    }
};
static_assert(sizeof(Pad26) == 26 && whole<Pad26>());

// Since OS 2.0: the same, and a byte for the part of a semitone.
struct Pad27 {
    Pad26 pad;
    Ranged<0, 99> pitch_fraction;

    static constexpr auto name = "pad";
    static constexpr void describe(auto& field) {
        Pad26::describe(field);
        field(FIELD(Pad27, pitch_fraction), Evidence::stated, "hundredths of a semitone, added to the pitch");
    }
};
static_assert(sizeof(Pad27) == 27 && whole<Pad27>());

// Of an EP-40: the same, and two bytes that are the knobs of a supertone pad. Its slots go on to 1009, the supertone engines.
struct Pad29 {
    Pad27 pad;
    u8 knob_x, knob_y;

    static constexpr auto name = "pad";
    static constexpr void describe(auto& field) {
        Pad27::describe(field);
        field(FIELD(Pad29, knob_x), Evidence::stated, "knob X of a supertone pad, 0 to 254");
        field(FIELD(Pad29, knob_y), Evidence::stated, "knob Y of a supertone pad, 0 to 254");
    }
};
static_assert(sizeof(Pad29) == 29 && whole<Pad29>());

// The record of a pad without a sound, as a device writes it. Not zeros: an amplitude of 0 is silence.
constexpr Pad27 blank_pad(float project_tempo) {
    Pad27 blank{};
    blank.pad.stretch_bpm = project_tempo;
    blank.pad.amplitude = 100, blank.pad.release = 255, blank.pad.root_note = 60;
    return blank;
}

// A pad that plays a sound from `start`, `length` frames at the rate stored on the device.
constexpr Pad27 assigned_pad(int slot, u32 start, u32 length) {
    Pad27 pad = blank_pad(0.0f);
    pad.pad.slot = u16(slot);
    pad.pad.trim_start = start, pad.pad.trim_length = length;
    return pad;
}

// Whether a note on the pad makes a sound: a slot without length is what a deleted sound leaves.
constexpr bool sounds(const Pad26& pad) { return pad.slot && pad.trim_length; }

// The key of pad 1 to 12 as printed on the machine, counted from the top left: "7", …, ".", "0", "ENTER".
constexpr std::string_view key_of_pad(int number) {
    constexpr std::string_view keys[] = {"7", "8", "9", "4", "5", "6", "1", "2", "3", ".", "0", "ENTER"};
    return number >= 1 && number <= pads_in_a_group ? keys[number - 1] : std::string_view();
}

}  // namespace groovebench::ep133
