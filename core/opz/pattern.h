// A pattern: the records, notes, steps and sounds of its sixteen tracks, mutes and routing. Source: opz.md §3, 4, 7.
#pragma once

#include "opz/note.h"
#include "opz/step.h"

namespace groovebench::opz {

struct TrackRecord {
    le32 plug;
    Ranged<1, 16> step_count;
    Unknown<1> unknown_0x05;
    Ranged<0, 16> step_length;
    u8 quantize;
    Unknown<1> unknown_0x08;
    u8 note_length;
    Ranged<0, 127> last_note;
    Unknown<1> unknown_0x0B;

    static constexpr auto name = "track";
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified;
        field(FIELD(TrackRecord, plug), sure, "what sounds: an engine, a kit of the factory, or the checksum of a kit's name");
        field(FIELD(TrackRecord, step_count), sure, "steps it plays before it starts again", Unit::steps);
        field(FIELD(TrackRecord, unknown_0x05), Evidence::unknown, "5 in new patterns, 0 in old ones");
        field(FIELD(TrackRecord, step_length), sure, "how many times as long as a step each of its steps is");
        field(FIELD(TrackRecord, quantize), Evidence::stated, "how far recorded notes are pulled to the grid, 255 is 100 %");
        field(FIELD(TrackRecord, unknown_0x08), Evidence::unknown, "0 in every file");
        field(FIELD(TrackRecord, note_length), Evidence::stated, "length of notes that have none of their own, in eight zones");
        field(FIELD(TrackRecord, last_note), Evidence::inferred, "the note that was played last", Unit::midi_note);
        field(FIELD(TrackRecord, unknown_0x0B), Evidence::unknown, "0 in every file");
    }
};
static_assert(sizeof(TrackRecord) == 12 && whole<TrackRecord>());

// The same for each track: a record, or an array of its steps.
template <class Of, Literal Name>
struct PerTrack {
    Of kick, snare, perc, sample, bass, lead, arp, chord, fx1, fx2, tape, master, perform, module, lights, motion;

    static constexpr std::string_view name = Name.view();
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified;
        field(FIELD(PerTrack, kick), sure, "track 1");
        field(FIELD(PerTrack, snare), sure, "track 2");
        field(FIELD(PerTrack, perc), sure, "track 3");
        field(FIELD(PerTrack, sample), sure, "track 4; its kits lie in the folder 4-fx");
        field(FIELD(PerTrack, bass), sure, "track 5");
        field(FIELD(PerTrack, lead), sure, "track 6");
        field(FIELD(PerTrack, arp), sure, "track 7");
        field(FIELD(PerTrack, chord), sure, "track 8");
        field(FIELD(PerTrack, fx1), sure, "track 9");
        field(FIELD(PerTrack, fx2), sure, "track 10");
        field(FIELD(PerTrack, tape), sure, "track 11");
        field(FIELD(PerTrack, master), sure, "track 12");
        field(FIELD(PerTrack, perform), sure, "track 13");
        field(FIELD(PerTrack, module), sure, "track 14");
        field(FIELD(PerTrack, lights), sure, "track 15");
        field(FIELD(PerTrack, motion), sure, "track 16");
    }
    const Of& at(int track) const { return element<Of>(*this, track); }
    Of& at(int track) { return element<Of>(*this, track); }
};
using TrackRecords = PerTrack<TrackRecord, "tracks">;
using TrackSteps = PerTrack<Step[step_count], "steps">;
using TrackSounds = PerTrack<Sound, "sounds">;
static_assert(sizeof(TrackRecords) == 192 && whole<TrackRecords>() && sizeof(TrackSteps) == 13824 && whole<TrackSteps>());
static_assert(sizeof(TrackSounds) == 288 && whole<TrackSounds>());

// ---- mutes: two bits a track, the higher one is the mute

enum class Muted : u8 { no = 0, yes = 1 };
inline constexpr Word muted_words[] = {{0, "off"}, {1, "muted"}};

template <Literal Name, Literal First, Literal Second, Literal Third, Literal Fourth>
struct MuteByte {
    static constexpr std::string_view name = Name.view();
    static constexpr void describe_bits(auto& bits) {
        constexpr auto sure = Evidence::verified, unknown = Evidence::unknown;
        bits(Fourth.view(), 1, sure, "whether it is muted", 0, 1, Unit::none, false, std::span(muted_words));
        bits("low_4", 1, unknown, "0 in every pattern; perhaps a mute of the sound alone", 0, 1);
        bits(Third.view(), 1, sure, "whether it is muted", 0, 1, Unit::none, false, std::span(muted_words));
        bits("low_3", 1, unknown, "0 in every pattern", 0, 1);
        bits(Second.view(), 1, sure, "whether it is muted", 0, 1, Unit::none, false, std::span(muted_words));
        bits("low_2", 1, unknown, "0 in every pattern", 0, 1);
        bits(First.view(), 1, sure, "whether it is muted", 0, 1, Unit::none, false, std::span(muted_words));
        bits("low_1", 1, unknown, "0 in every pattern", 0, 1);
    }
};
using DrumMutes = MuteByte<"mutes of drums", "kick", "snare", "perc", "sample">;
using SynthMutes = MuteByte<"mutes of synths", "bass", "lead", "arp", "chord">;
using EffectMutes = MuteByte<"mutes of effects", "fx1", "fx2", "tape", "master">;
using OtherMutes = MuteByte<"mutes of control tracks", "perform", "module", "lights", "motion">;

struct MuteGroup {
    Packed<DrumMutes, u8> drums;
    Packed<SynthMutes, u8> synths;
    Packed<EffectMutes, u8> effects;
    Packed<OtherMutes, u8> control;

    static constexpr auto name = "mute group";
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified;
        field(FIELD(MuteGroup, drums), sure, "kick, snare, perc, sample");
        field(FIELD(MuteGroup, synths), sure, "bass, lead, arp, chord");
        field(FIELD(MuteGroup, effects), sure, "fx1, fx2, tape, master");
        field(FIELD(MuteGroup, control), sure, "perform, module, lights, motion");
    }
};
static_assert(sizeof(MuteGroup) == 4 && whole<MuteGroup>());
inline constexpr int mute_group_count = 10;

struct Pattern {
    TrackRecords tracks;
    StepNotes notes[step_count];
    TrackSteps steps;
    TrackSounds sounds;
    MuteGroup mute_groups[mute_group_count];
    Flags<16, le16> tape_routing;
    Flags<16, le16> master_routing;
    Ranged<0, 9> active_mute_group;
    Unknown<3> unknown_0x538D;

    static constexpr auto name = "pattern";
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified;
        field(FIELD(Pattern, tracks), sure, "what each track is");
        field(FIELD(Pattern, notes), sure, "notes, step by step");
        field(FIELD(Pattern, steps), sure, "components and locks, track by track");
        field(FIELD(Pattern, sounds), sure, "parameters of each track's sound");
        field(FIELD(Pattern, mute_groups), sure, "mute groups; the active one is in force");
        field(FIELD(Pattern, tape_routing), Evidence::stated, "which tracks the tape records; 1 is kick");
        field(FIELD(Pattern, master_routing), Evidence::stated, "which tracks the master transposes; 1 is kick");
        field(FIELD(Pattern, active_mute_group), sure, "mute group in force", Unit::plus_one);
        field(FIELD(Pattern, unknown_0x538D), Evidence::unknown, "0 in every file");
    }
};
static_assert(sizeof(Pattern) == 21392 && whole<Pattern>());

}  // namespace groovebench::opz
