// A pattern of a bank: eight audio tracks, eight MIDI tracks, and a tail with lengths and tempo.
// Source: octatrack-bank.md §2, checked on ten device banks. Steps count from 0 here, from 1 on screen.
#pragma once

#include "octatrack/words.h"
#include "schema/schema.h"

namespace groovebench::octatrack {

inline constexpr int track_count = 8, step_count = 64;
inline constexpr u8 no_lock = 255;

using StepMask = Flags<64, be64>;  // step n (from 0) is bit n of a big-endian u64
using Lock = Ranged<0, 127, u8, no_lock>;

// What a step plays besides its locks, in 16 bits: repeats - 1, micro-timing, condition.
struct TrigWordBits {
    static constexpr auto name = "trig word";
    static constexpr void describe_bits(auto& bits) {
        bits("repeats", 3, Evidence::verified, "trig repeats; 1 is a single trig", 0, 7, Unit::plus_one);
        bits("micro_timing", 6, Evidence::verified, "early or late, in 1/384 of a whole note", -23, 23, Unit::note_384, true);
        bits("condition", 7, Evidence::firmware, "when the trig plays", 0, 64, Unit::none, false, words(TrigCondition{}));
    }
};
using TrigWord = Packed<TrigWordBits, be16>;
constexpr int repeats(TrigWord word) { return (u16(word) >> 13) + 1; }
constexpr int micro_timing(TrigWord word) { return ((u16(word) >> 7 & 63) ^ 32) - 32; }
constexpr int condition(TrigWord word) { return u16(word) & 127; }
constexpr u16 trig_word(int repeats, int micro_timing, int condition) {
    return u16((repeats - 1) << 13 | (micro_timing & 63) << 7 | (condition & 127));
}

// The parameter locks of one step of an audio track: indices as in every lock and scene table.
struct AudioLock {
    Lock src_a, src_b, src_c, src_d, src_e, src_f;
    Lock lfo_spd1, lfo_spd2, lfo_spd3, lfo_dep1, lfo_dep2, lfo_dep3;
    Lock amp_atk, amp_hold, amp_rel, amp_vol, amp_bal, amp_xvol;
    Lock fx1_a, fx1_b, fx1_c, fx1_d, fx1_e, fx1_f;
    Lock fx2_a, fx2_b, fx2_c, fx2_d, fx2_e, fx2_f;
    Unknown<1> unused;
    Ranged<0, 135, u8, no_lock> sample_slot;

    static constexpr auto name = "audio locks";
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified;
        field(FIELD(AudioLock, src_a), sure, "SRC A: PTCH; INAB of THRU", Unit::none);
        field(FIELD(AudioLock, src_b), sure, "SRC B: STRT; VOL of THRU; DIR of PICKUP");
        field(FIELD(AudioLock, src_c), sure, "SRC C: LEN");
        field(FIELD(AudioLock, src_d), sure, "SRC D: RATE; INCD of THRU");
        field(FIELD(AudioLock, src_e), sure, "SRC E: RTRG; VOL of THRU; GAIN of PICKUP");
        field(FIELD(AudioLock, src_f), sure, "SRC F: RTIM; OP of PICKUP");
        field(FIELD(AudioLock, lfo_spd1), sure, "LFO SPD1");
        field(FIELD(AudioLock, lfo_spd2), sure, "LFO SPD2");
        field(FIELD(AudioLock, lfo_spd3), sure, "LFO SPD3");
        field(FIELD(AudioLock, lfo_dep1), sure, "LFO DEP1");
        field(FIELD(AudioLock, lfo_dep2), sure, "LFO DEP2");
        field(FIELD(AudioLock, lfo_dep3), sure, "LFO DEP3");
        field(FIELD(AudioLock, amp_atk), sure, "AMP ATK");
        field(FIELD(AudioLock, amp_hold), sure, "AMP HOLD");
        field(FIELD(AudioLock, amp_rel), sure, "AMP REL");
        field(FIELD(AudioLock, amp_vol), sure, "AMP VOL", Unit::bipolar);
        field(FIELD(AudioLock, amp_bal), sure, "AMP BAL", Unit::bipolar);
        field(FIELD(AudioLock, amp_xvol), sure, "AMP XVOL");
        field(FIELD(AudioLock, fx1_a), sure, "FX1 knob A of the part's effect");
        field(FIELD(AudioLock, fx1_b), sure, "FX1 knob B");
        field(FIELD(AudioLock, fx1_c), sure, "FX1 knob C");
        field(FIELD(AudioLock, fx1_d), sure, "FX1 knob D");
        field(FIELD(AudioLock, fx1_e), sure, "FX1 knob E");
        field(FIELD(AudioLock, fx1_f), sure, "FX1 knob F");
        field(FIELD(AudioLock, fx2_a), sure, "FX2 knob A of the part's effect");
        field(FIELD(AudioLock, fx2_b), sure, "FX2 knob B");
        field(FIELD(AudioLock, fx2_c), sure, "FX2 knob C");
        field(FIELD(AudioLock, fx2_d), sure, "FX2 knob D");
        field(FIELD(AudioLock, fx2_e), sure, "FX2 knob E");
        field(FIELD(AudioLock, fx2_f), sure, "FX2 knob F");
        field(FIELD(AudioLock, unused), sure, "always 255");
        field(FIELD(AudioLock, sample_slot), sure,
              "sample lock: slot of the pool of the track's machine; 129 to 136 are the recorders", Unit::slot);
    }
};
static_assert(sizeof(AudioLock) == 32 && whole<AudioLock>());

struct MidiLock {
    Lock note, vel, len, not2, not3, not4;
    Lock lfo_spd1, lfo_spd2, lfo_spd3, lfo_dep1, lfo_dep2, lfo_dep3;
    Lock arp_tran, arp_leg, arp_mode, arp_spd, arp_rnge, arp_nlen;
    Lock pb, at, cc1, cc2, cc3, cc4, cc5, cc6, cc7, cc8, cc9, cc10;
    Unknown<2> unused;

    static constexpr auto name = "MIDI locks";
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified;
        field(FIELD(MidiLock, note), sure, "NOTE", Unit::midi_note);
        field(FIELD(MidiLock, vel), sure, "VEL");
        field(FIELD(MidiLock, len), sure, "LEN, in 1/24 of a quarter; 6 is 1/16");
        field(FIELD(MidiLock, not2), sure, "NOT2, offset; 0 is off", Unit::bipolar);
        field(FIELD(MidiLock, not3), sure, "NOT3, offset; 0 is off", Unit::bipolar);
        field(FIELD(MidiLock, not4), sure, "NOT4, offset; 0 is off", Unit::bipolar);
        field(FIELD(MidiLock, lfo_spd1), sure, "LFO SPD1");
        field(FIELD(MidiLock, lfo_spd2), sure, "LFO SPD2");
        field(FIELD(MidiLock, lfo_spd3), sure, "LFO SPD3");
        field(FIELD(MidiLock, lfo_dep1), sure, "LFO DEP1");
        field(FIELD(MidiLock, lfo_dep2), sure, "LFO DEP2");
        field(FIELD(MidiLock, lfo_dep3), sure, "LFO DEP3");
        field(FIELD(MidiLock, arp_tran), sure, "ARP TRAN", Unit::bipolar);
        field(FIELD(MidiLock, arp_leg), sure, "ARP LEG");
        field(FIELD(MidiLock, arp_mode), sure, "ARP MODE");
        field(FIELD(MidiLock, arp_spd), sure, "ARP SPD");
        field(FIELD(MidiLock, arp_rnge), sure, "ARP RNGE");
        field(FIELD(MidiLock, arp_nlen), sure, "ARP NLEN");
        field(FIELD(MidiLock, pb), sure, "pitch bend", Unit::bipolar);
        field(FIELD(MidiLock, at), sure, "aftertouch");
        field(FIELD(MidiLock, cc1), sure, "CC1 value");
        field(FIELD(MidiLock, cc2), sure, "CC2 value");
        field(FIELD(MidiLock, cc3), sure, "CC3 value");
        field(FIELD(MidiLock, cc4), sure, "CC4 value");
        field(FIELD(MidiLock, cc5), sure, "CC5 value");
        field(FIELD(MidiLock, cc6), sure, "CC6 value");
        field(FIELD(MidiLock, cc7), sure, "CC7 value");
        field(FIELD(MidiLock, cc8), sure, "CC8 value");
        field(FIELD(MidiLock, cc9), sure, "CC9 value");
        field(FIELD(MidiLock, cc10), sure, "CC10 value");
        field(FIELD(MidiLock, unused), sure, "always 255");
    }
};
static_assert(sizeof(MidiLock) == 32 && whole<MidiLock>());

struct AudioTrack {
    Constant<"TRAC"> tag;
    Unknown<4> zero;
    Ranged<0, 7> index;
    StepMask trigs, trigless_trigs, trigless_locks, one_shots;
    StepMask rec_ab, rec_cd, rec_src3, rec_one_shots;
    StepMask swing, slide;
    Ranged<2, 64> length;
    Choice<Scale> scale;
    Ranged<0, 30> swing_amount;
    Choice<StartSilent> start_silent;
    Choice<OnOff> plays_free;
    Choice<TrigMode> trig_mode;
    Choice<TrackQuantise> trig_quant;
    Choice<OnOff> one_shot_track;
    Unknown<1> unknown_0x61;
    AudioLock locks[64];
    Unknown<64> unknown_0x862;
    TrigWord trig_words[64];

    static constexpr auto name = "audio track";
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified;
        field(FIELD(AudioTrack, tag), sure, "audio track");
        field(FIELD(AudioTrack, zero), sure, "zero");
        field(FIELD(AudioTrack, index), sure, "track, from 0");
        field(FIELD(AudioTrack, trigs), sure, "trigs that play the sample");
        field(FIELD(AudioTrack, trigless_trigs), sure, "trigless trigs");
        field(FIELD(AudioTrack, trigless_locks), sure, "trigless locks: locks only");
        field(FIELD(AudioTrack, one_shots), sure, "one-shot trigs");
        field(FIELD(AudioTrack, rec_ab), sure, "recorder trigs, source AB");
        field(FIELD(AudioTrack, rec_cd), sure, "recorder trigs, source CD");
        field(FIELD(AudioTrack, rec_src3), sure, "recorder trigs, source SRC3");
        field(FIELD(AudioTrack, rec_one_shots), Evidence::stated, "recorder trigs that are one-shot");
        field(FIELD(AudioTrack, swing), sure, "steps that swing; the even ones by default");
        field(FIELD(AudioTrack, slide), sure, "steps that slide");
        field(FIELD(AudioTrack, length), sure, "length in PER TRACK mode", Unit::steps);
        field(FIELD(AudioTrack, scale), sure, "tempo multiplier in PER TRACK mode");
        field(FIELD(AudioTrack, swing_amount), sure, "swing", Unit::percent_50);
        field(FIELD(AudioTrack, start_silent), Evidence::stated, "start silent");
        field(FIELD(AudioTrack, plays_free), sure, "plays free");
        field(FIELD(AudioTrack, trig_mode), sure, "trig mode when it plays free");
        field(FIELD(AudioTrack, trig_quant), sure, "trig quantise when it plays free, in steps");
        field(FIELD(AudioTrack, one_shot_track), sure, "one-shot track");
        field(FIELD(AudioTrack, unknown_0x61), Evidence::unknown, "0 in every file");
        field(FIELD(AudioTrack, locks), sure, "parameter locks of a step");
        field(FIELD(AudioTrack, unknown_0x862), Evidence::unknown, "one byte a step, 0 in every file");
        field(FIELD(AudioTrack, trig_words), sure, "repeats, micro-timing and condition of a step");
    }
};
static_assert(sizeof(AudioTrack) == 2338 && whole<AudioTrack>());

struct MidiTrack {
    Constant<"MTRA"> tag;
    Unknown<4> zero;
    Ranged<0, 7> index;
    StepMask trigs, trigless_trigs, trigless_locks, swing;
    Unknown<8> unknown_0x29;
    Ranged<2, 64> length;
    Choice<Scale> scale;
    Ranged<0, 30> swing_amount;
    Choice<StartSilent> start_silent;
    Choice<OnOff> plays_free;
    Choice<TrigMode> trig_mode;
    Choice<TrackQuantise> trig_quant;
    Choice<OnOff> one_shot_track;
    MidiLock locks[64];
    TrigWord trig_words[64];

    static constexpr auto name = "MIDI track";
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified;
        field(FIELD(MidiTrack, tag), sure, "MIDI track");
        field(FIELD(MidiTrack, zero), sure, "zero");
        field(FIELD(MidiTrack, index), sure, "track, from 0");
        field(FIELD(MidiTrack, trigs), sure, "note trigs");
        field(FIELD(MidiTrack, trigless_trigs), sure, "trigless trigs");
        field(FIELD(MidiTrack, trigless_locks), sure, "trigless locks: locks only");
        field(FIELD(MidiTrack, swing), sure, "steps that swing; the even ones by default");
        field(FIELD(MidiTrack, unknown_0x29), Evidence::unknown, "0 in every file; by analogy with audio tracks the slide mask");
        field(FIELD(MidiTrack, length), sure, "length in PER TRACK mode", Unit::steps);
        field(FIELD(MidiTrack, scale), sure, "tempo multiplier in PER TRACK mode");
        field(FIELD(MidiTrack, swing_amount), sure, "swing", Unit::percent_50);
        field(FIELD(MidiTrack, start_silent), Evidence::stated, "start silent");
        field(FIELD(MidiTrack, plays_free), sure, "plays free");
        field(FIELD(MidiTrack, trig_mode), sure, "trig mode when it plays free");
        field(FIELD(MidiTrack, trig_quant), sure, "trig quantise when it plays free, in steps");
        field(FIELD(MidiTrack, one_shot_track), sure, "one-shot track");
        field(FIELD(MidiTrack, locks), sure, "parameter locks of a step");
        field(FIELD(MidiTrack, trig_words), sure, "repeats, micro-timing and condition of a step");
    }
};
static_assert(sizeof(MidiTrack) == 2233 && whole<MidiTrack>());

struct PatternTail {
    static constexpr u16 infinite = 0xFFFF;

    Ranged<2, 1024, be16, infinite> master_length;
    Choice<Scale> master_scale;
    Ranged<2, 64> length;
    Choice<Scale> scale;
    Choice<ScaleMode> scale_mode;
    Unknown<1> chain_behavior;
    Ranged<0, 3> part;
    Unknown<2> zero;
    Ranged<720, 7200, be16> tempo_x24;

    static constexpr auto name = "pattern tail";
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified;
        field(FIELD(PatternTail, master_length), sure, "master length in PER TRACK mode; none is INF", Unit::steps);
        field(FIELD(PatternTail, master_scale), sure, "master tempo multiplier in PER TRACK mode");
        field(FIELD(PatternTail, length), sure, "length in NORMAL mode", Unit::steps);
        field(FIELD(PatternTail, scale), sure, "tempo multiplier in NORMAL mode");
        field(FIELD(PatternTail, scale_mode), sure, "one length for all tracks, or one each");
        field(FIELD(PatternTail, chain_behavior), Evidence::unknown,
              "chain behaviour; 0 in every file, 255 said to be the project's setting");
        field(FIELD(PatternTail, part), sure, "the part this pattern plays", Unit::plus_one);
        field(FIELD(PatternTail, zero), sure, "zero: upper half of the tempo");
        field(FIELD(PatternTail, tempo_x24), sure, "tempo, used when the project has pattern tempo on", Unit::beats_x24);
    }
};
static_assert(sizeof(PatternTail) == 12 && whole<PatternTail>());

struct Pattern {
    Constant<"PTRN"> tag;
    Unknown<4> zero;
    AudioTrack audio_tracks[8];
    MidiTrack midi_tracks[8];
    PatternTail tail;

    static constexpr auto name = "pattern";
    static constexpr void describe(auto& field) {
        field(FIELD(Pattern, tag), Evidence::verified, "pattern");
        field(FIELD(Pattern, zero), Evidence::verified, "zero");
        field(FIELD(Pattern, audio_tracks), Evidence::verified, "audio tracks T1 to T8");
        field(FIELD(Pattern, midi_tracks), Evidence::verified, "MIDI tracks M1 to M8");
        field(FIELD(Pattern, tail), Evidence::verified, "lengths, part and tempo");
    }
};
static_assert(sizeof(Pattern) == 36588 && whole<Pattern>());

}  // namespace groovebench::octatrack
