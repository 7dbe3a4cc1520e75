// A pattern of one group: a header and events of eight bytes, ascending by position. 96 ticks to the
// quarter. The time signature is not here but in the scene. Source: ep133.md 7; 325 files, 5,368 events.
#pragma once

#include "bytes/problem.h"
#include "schema/schema.h"

namespace groovebench::ep133 {

inline constexpr int ticks_per_quarter = 96;
inline constexpr int ticks_per_bar = 384;  // of 4/4
inline constexpr int max_bars = 99, max_patterns = 99;

struct PatternHeader {
    Ranged<0, 0> format;
    Ranged<1, max_bars> bars;
    le16 event_count;

    static constexpr auto name = "pattern";
    static constexpr void describe(auto& field) {
        using enum Evidence;
        field(FIELD(PatternHeader, format), verified, "format, 0; the EP-40 writes 1");
        field(FIELD(PatternHeader, bars), verified, "length", Unit::bars);
        field(FIELD(PatternHeader, event_count), verified, "events that follow");
    }
};
static_assert(sizeof(PatternHeader) == 4 && whole<PatternHeader>());

// Of an EP-40: the same eight-byte events follow.
struct PatternHeader6 {
    Ranged<1, 1> format;
    Ranged<1, max_bars> bars;
    Unknown<2> unknown_2;
    le16 event_count;

    static constexpr auto name = "pattern";
    static constexpr void describe(auto& field) {
        using enum Evidence;
        field(FIELD(PatternHeader6, format), stated, "format, 1");
        field(FIELD(PatternHeader6, bars), stated, "length", Unit::bars);
        field(FIELD(PatternHeader6, unknown_2), unknown, "FF FF");
        field(FIELD(PatternHeader6, event_count), stated, "events that follow");
    }
};
static_assert(sizeof(PatternHeader6) == 6 && whole<PatternHeader6>());

enum class EventType : u8 { note = 0, fader = 1, midi = 2, fader_5 = 5 };
inline constexpr Word event_type_words[] = {{0, "note"}, {1, "fader"}, {2, "MIDI"}, {5, "fader (5)"}};
constexpr std::span<const Word> words(EventType) { return event_type_words; }

// Byte 2 of every event.
struct PadAndType {
    static constexpr auto name = "pad and type";
    static constexpr void describe_bits(auto& bits) {
        using enum Evidence;
        bits("pad", 5, verified, "pad, from the top left", 0, pads_highest, Unit::plus_one);
        bits("type", 3, verified, "note, fader automation or a recorded MIDI message", 0, 7, Unit::none, false, words(EventType{}));
    }
    static constexpr int pads_highest = 11;
};
using PadAndTypeByte = Packed<PadAndType, u8>;
constexpr u8 pad_and_type(int pad_index, EventType type) { return u8(pad_index << 3 | int(type)); }

// What all events begin with; what follows depends on the type, and is kept where we do not know that.
struct Event {
    le16 position;
    PadAndTypeByte what;
    Unknown<5> rest;

    static constexpr auto name = "event";
    static constexpr void describe(auto& field) {
        using enum Evidence;
        field(FIELD(Event, position), verified, "from the start of the pattern", Unit::ticks);
        field(FIELD(Event, what), verified, "which pad, and what kind of event");
        field(FIELD(Event, rest), unknown, "of a type we do not know");
    }
};
static_assert(sizeof(Event) == 8 && whole<Event>());

struct NoteEvent {
    le16 position;
    PadAndTypeByte what;
    Ranged<0, 127> note;
    Ranged<1, 127> velocity;
    le16 duration;
    Unknown<1> unknown_7;

    static constexpr auto name = "note";
    static constexpr void describe(auto& field) {
        using enum Evidence;
        field(FIELD(NoteEvent, position), verified, "from the start of the pattern", Unit::ticks);
        field(FIELD(NoteEvent, what), verified, "which pad");
        field(FIELD(NoteEvent, note), verified, "60 plays the pad at its own pitch", Unit::midi_note);
        field(FIELD(NoteEvent, velocity), verified, "100 where no pressure was read");
        field(FIELD(NoteEvent, duration), verified, "never 0 in a note of a device", Unit::ticks);
        field(FIELD(NoteEvent, unknown_7), unknown, "0 in two of five notes; kept when a pattern is cloned");
    }
};
static_assert(sizeof(NoteEvent) == 8 && whole<NoteEvent>());

enum class Fader : u8 { level, pitch, time, low_pass, high_pass, fx, attack, release, pan, tune, velocity, modulation };
inline constexpr int faders = 12;
inline constexpr Word fader_words[] = {{0, "LVL"}, {1, "PTC"}, {2, "TIM"}, {3, "LPF"},  {4, "HPF"},  {5, "FX"},
                                       {6, "ATK"}, {7, "REL"}, {8, "PAN"}, {9, "TUNE"}, {10, "VEL"}, {11, "MOD"}};
constexpr std::span<const Word> words(Fader) { return fader_words; }

struct FaderEvent {
    le16 position;
    PadAndTypeByte what;
    Choice<Fader> fader;
    Ranged<0, 0> zero;
    Ranged<0, 32767, le16> value;
    Unknown<1> unknown_7;

    static constexpr auto name = "fader automation";
    static constexpr void describe(auto& field) {
        using enum Evidence;
        field(FIELD(FaderEvent, position), verified, "from the start of the pattern", Unit::ticks);
        field(FIELD(FaderEvent, what), verified, "the pad bits are 0");
        field(FIELD(FaderEvent, fader), stated, "what the fader moves");
        field(FIELD(FaderEvent, zero), verified, "always 0");
        field(FIELD(FaderEvent, value), verified, "32767 is the top of the fader");
        field(FIELD(FaderEvent, unknown_7), unknown, "not 0 in any event seen");
    }
};
static_assert(sizeof(FaderEvent) == 8 && whole<FaderEvent>());

struct MidiEvent {
    le16 position;
    PadAndTypeByte what;
    u8 status, data_1, data_2;
    Ranged<0, 0> zero;
    Unknown<1> unknown_7;

    static constexpr auto name = "recorded MIDI message";
    static constexpr void describe(auto& field) {
        using enum Evidence;
        field(FIELD(MidiEvent, position), verified, "from the start of the pattern", Unit::ticks);
        field(FIELD(MidiEvent, what), verified, "the pad bits are presumably the sound that received it");
        field(FIELD(MidiEvent, status), verified, "MIDI status: 176 controller, 192 program, 224 pitch bend");
        field(FIELD(MidiEvent, data_1), verified, "first data byte");
        field(FIELD(MidiEvent, data_2), verified, "second data byte, 255 for none");
        field(FIELD(MidiEvent, zero), verified, "always 0");
        field(FIELD(MidiEvent, unknown_7), unknown, "kept");
    }
};
static_assert(sizeof(MidiEvent) == 8 && whole<MidiEvent>());

// What all events share; the description above that fits is the one of its type.
constexpr EventType event_type(const NoteEvent& event) { return EventType(event.what & 7); }
constexpr int pad_of(const NoteEvent& event) { return (event.what >> 3) + 1; }
const Schema& schema_of(EventType);  // of a type we do not know: Event

// A pattern file as it lies in the project. Every event is eight bytes; read one that is no note through
// the structure of its type at the same place.
struct Pattern {
    int bars = 0;
    std::size_t first = 0;  // offset of the first event: 4, on an EP-40 6
    std::span<const NoteEvent> events;
};

// Size, format and count agree; everything else is left to check_pattern. Bytes are borrowed.
Result<Pattern> open_pattern(ByteView file);

// Findings: values out of range, an order that does not ascend, events that cannot sound.
std::vector<Problem> check_pattern(ByteView file);

struct Note {
    u32 position = 0;  // ticks
    int pad = 1;       // 1 to 12
    u8 note = 60, velocity = 100;
    u16 duration = 24;  // ticks
};
// A new pattern file: the notes by position, notes of the same tick in the order given. The first note
// that does not fit the format is the Problem.
Result<Bytes> write_pattern(int bars, std::span<const Note> notes);

// "a01": the group's letter and two digits. group counts from 0, number from 1.
std::string pattern_name(int group, int number);

}  // namespace groovebench::ep133
