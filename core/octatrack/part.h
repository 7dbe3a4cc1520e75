// A part: the machines, effects, slots, levels and scenes that patterns play through. Four working
// copies and four saved ones lie in a bank. Source: octatrack-bank.md §3; the segments sum to 6331.
#pragma once

#include "octatrack/part_pages.h"

namespace groovebench::octatrack {

struct MidiPage {
    Ranged<0, 127> note;
    Ranged<0, 127> vel;
    Ranged<0, 127> len;
    Ranged<0, 127> not2;
    Ranged<0, 127> not3;
    Ranged<0, 127> not4;
    Ranged<0, 127> lfo_spd1;
    Ranged<0, 127> lfo_spd2;
    Ranged<0, 127> lfo_spd3;
    Ranged<0, 127> lfo_dep1;
    Ranged<0, 127> lfo_dep2;
    Ranged<0, 127> lfo_dep3;
    Ranged<0, 127> arp_tran;
    Choice<OnOff> arp_leg;
    Ranged<0, 6> arp_mode;
    Ranged<0, 95> arp_spd;
    Ranged<0, 7> arp_rnge;
    Ranged<0, 127> arp_nlen;
    Ranged<0, 127> pb;
    Ranged<0, 127> at;
    Ranged<0, 127> cc1;
    Ranged<0, 127> cc2;
    Ranged<0, 127> cc3;
    Ranged<0, 127> cc4;
    Ranged<0, 127> cc5;
    Ranged<0, 127> cc6;
    Ranged<0, 127> cc7;
    Ranged<0, 127> cc8;
    Ranged<0, 127> cc9;
    Ranged<0, 127> cc10;
    Flags<6, u8> ctrl1_on;
    Flags<6, u8> ctrl2_on;

    static constexpr auto name = "MIDI page 1";
    static constexpr void describe(auto& field) {
        field(FIELD(MidiPage, note), Evidence::verified, "NOTE", Unit::midi_note);
        field(FIELD(MidiPage, vel), Evidence::verified, "VEL");
        field(FIELD(MidiPage, len), Evidence::verified, "LEN, 1/24 of a quarter; 6 is 1/16");
        field(FIELD(MidiPage, not2), Evidence::verified, "NOT2; 0 is off", Unit::bipolar);
        field(FIELD(MidiPage, not3), Evidence::verified, "NOT3; 0 is off", Unit::bipolar);
        field(FIELD(MidiPage, not4), Evidence::verified, "NOT4; 0 is off", Unit::bipolar);
        field(FIELD(MidiPage, lfo_spd1), Evidence::verified, "LFO SPD1");
        field(FIELD(MidiPage, lfo_spd2), Evidence::verified, "LFO SPD2");
        field(FIELD(MidiPage, lfo_spd3), Evidence::verified, "LFO SPD3");
        field(FIELD(MidiPage, lfo_dep1), Evidence::verified, "LFO DEP1");
        field(FIELD(MidiPage, lfo_dep2), Evidence::verified, "LFO DEP2");
        field(FIELD(MidiPage, lfo_dep3), Evidence::verified, "LFO DEP3");
        field(FIELD(MidiPage, arp_tran), Evidence::verified, "ARP TRAN", Unit::bipolar);
        field(FIELD(MidiPage, arp_leg), Evidence::verified, "ARP LEG");
        field(FIELD(MidiPage, arp_mode), Evidence::unknown, "ARP MODE; 0 is off, the others are unknown");
        field(FIELD(MidiPage, arp_spd), Evidence::inferred, "ARP SPD", Unit::plus_one);
        field(FIELD(MidiPage, arp_rnge), Evidence::inferred, "ARP RNGE, octaves", Unit::plus_one);
        field(FIELD(MidiPage, arp_nlen), Evidence::verified, "ARP NLEN");
        field(FIELD(MidiPage, pb), Evidence::verified, "pitch bend", Unit::bipolar);
        field(FIELD(MidiPage, at), Evidence::verified, "aftertouch");
        field(FIELD(MidiPage, cc1), Evidence::verified, "CC1 value");
        field(FIELD(MidiPage, cc2), Evidence::verified, "CC2 value");
        field(FIELD(MidiPage, cc3), Evidence::verified, "CC3 value");
        field(FIELD(MidiPage, cc4), Evidence::verified, "CC4 value");
        field(FIELD(MidiPage, cc5), Evidence::verified, "CC5 value");
        field(FIELD(MidiPage, cc6), Evidence::verified, "CC6 value");
        field(FIELD(MidiPage, cc7), Evidence::verified, "CC7 value");
        field(FIELD(MidiPage, cc8), Evidence::verified, "CC8 value");
        field(FIELD(MidiPage, cc9), Evidence::verified, "CC9 value");
        field(FIELD(MidiPage, cc10), Evidence::verified, "CC10 value");
        field(FIELD(MidiPage, ctrl1_on), Evidence::verified, "CTRL1 values that are sent: PB, AT, CC1 to CC4");
        field(FIELD(MidiPage, ctrl2_on), Evidence::verified, "CTRL2 values that are sent: CC5 to CC10");
    }
};
static_assert(sizeof(MidiPage) == 32 && whole<MidiPage>());

struct MidiSetup {
    Choice<MidiChannel> chan;
    Ranged<0, 127, u8, 128> bank;
    Ranged<0, 127, u8, 128> prog;
    Unknown<1> unused_0x03;
    Ranged<0, 127, u8, 128> sbnk;
    Unknown<1> unused_0x05;
    LfoSetup lfo;
    Unknown<2> unused_0x0C;
    Ranged<0, 15> arp_len;
    Unknown<2> unused_0x0F;
    Choice<ArpKey> arp_key;
    Unknown<2> unused_0x12;
    Ranged<0, 127> cc1_number;
    Ranged<0, 127> cc2_number;
    Ranged<0, 127> cc3_number;
    Ranged<0, 127> cc4_number;
    Ranged<0, 127> cc5_number;
    Ranged<0, 127> cc6_number;
    Ranged<0, 127> cc7_number;
    Ranged<0, 127> cc8_number;
    Ranged<0, 127> cc9_number;
    Ranged<0, 127> cc10_number;
    LfoTiming lfo_timing;

    static constexpr auto name = "MIDI page 2";
    static constexpr void describe(auto& field) {
        field(FIELD(MidiSetup, chan), Evidence::verified, "CHAN");
        field(FIELD(MidiSetup, bank), Evidence::verified, "BANK");
        field(FIELD(MidiSetup, prog), Evidence::verified, "PROG");
        field(FIELD(MidiSetup, unused_0x03), Evidence::verified, "unused");
        field(FIELD(MidiSetup, sbnk), Evidence::verified, "SBNK");
        field(FIELD(MidiSetup, unused_0x05), Evidence::verified, "unused");
        field(FIELD(MidiSetup, lfo), Evidence::verified, "LFO destinations and waves");
        field(FIELD(MidiSetup, unused_0x0C), Evidence::verified, "unused");
        field(FIELD(MidiSetup, arp_len), Evidence::verified, "ARP LEN", Unit::plus_one);
        field(FIELD(MidiSetup, unused_0x0F), Evidence::verified, "unused");
        field(FIELD(MidiSetup, arp_key), Evidence::stated,
              "ARP KEY; of 1 to 24, twelve roots major and minor, only the last is named");
        field(FIELD(MidiSetup, unused_0x12), Evidence::verified, "a device file holds 1 in the first");
        field(FIELD(MidiSetup, cc1_number), Evidence::verified, "CC1 number");
        field(FIELD(MidiSetup, cc2_number), Evidence::verified, "CC2 number");
        field(FIELD(MidiSetup, cc3_number), Evidence::verified, "CC3 number");
        field(FIELD(MidiSetup, cc4_number), Evidence::verified, "CC4 number");
        field(FIELD(MidiSetup, cc5_number), Evidence::verified, "CC5 number");
        field(FIELD(MidiSetup, cc6_number), Evidence::verified, "CC6 number");
        field(FIELD(MidiSetup, cc7_number), Evidence::verified, "CC7 number");
        field(FIELD(MidiSetup, cc8_number), Evidence::verified, "CC8 number");
        field(FIELD(MidiSetup, cc9_number), Evidence::verified, "CC9 number");
        field(FIELD(MidiSetup, cc10_number), Evidence::verified, "CC10 number");
        field(FIELD(MidiSetup, lfo_timing), Evidence::verified, "LFO multipliers and trigs");
    }
};
static_assert(sizeof(MidiSetup) == 36 && whole<MidiSetup>());

struct RecorderSetup {
    Choice<InputAB> inab;
    Choice<InputCD> incd;
    Choice<RecordLength> rlen;
    Choice<TrigMode> trig;
    Choice<RecorderSource> src3;
    Choice<OnOff> loop;
    Choice<Fade> fin;
    Choice<Fade> fout;
    Ranged<0, 127> gain_ab;
    Choice<RecorderQuantise> qrec;
    Choice<RecorderQuantise> qpl;
    Ranged<0, 127> gain_cd;

    static constexpr auto name = "recorder setup";
    static constexpr void describe(auto& field) {
        field(FIELD(RecorderSetup, inab), Evidence::firmware, "INAB");
        field(FIELD(RecorderSetup, incd), Evidence::firmware, "INCD");
        field(FIELD(RecorderSetup, rlen), Evidence::verified, "RLEN in steps");
        field(FIELD(RecorderSetup, trig), Evidence::verified, "TRIG");
        field(FIELD(RecorderSetup, src3), Evidence::verified, "SRC3");
        field(FIELD(RecorderSetup, loop), Evidence::verified, "LOOP");
        field(FIELD(RecorderSetup, fin), Evidence::firmware, "FIN, in steps");
        field(FIELD(RecorderSetup, fout), Evidence::firmware, "FOUT, in steps");
        field(FIELD(RecorderSetup, gain_ab), Evidence::verified, "AB gain");
        field(FIELD(RecorderSetup, qrec), Evidence::verified, "QREC");
        field(FIELD(RecorderSetup, qpl), Evidence::verified, "QPL");
        field(FIELD(RecorderSetup, gain_cd), Evidence::verified, "CD gain");
    }
};
static_assert(sizeof(RecorderSetup) == 12 && whole<RecorderSetup>());

// A scene: per track the same table as a lock record; its last two bytes are never used.
struct Scene {
    AudioLock tracks[8];

    static constexpr auto name = "scene";
    static constexpr void describe(auto& field) { field(FIELD(Scene, tracks), Evidence::verified, "scene locks of a track"); }
};
static_assert(sizeof(Scene) == 256 && whole<Scene>());

struct SceneLevels {
    Lock tracks[8];
    Unknown<2> unused;

    static constexpr auto name = "scene levels";
    static constexpr void describe(auto& field) {
        field(FIELD(SceneLevels, tracks), Evidence::verified, "level of the track in this scene");
        field(FIELD(SceneLevels, unused), Evidence::verified, "always 255");
    }
};
static_assert(sizeof(SceneLevels) == 10 && whole<SceneLevels>());

struct LfoDesign {
    i8 steps[16];

    static constexpr auto name = "LFO design";
    static constexpr void describe(auto& field) {
        field(FIELD(LfoDesign, steps), Evidence::verified, "the waveform, one value a step");
    }
};
static_assert(sizeof(LfoDesign) == 16 && whole<LfoDesign>());

struct ArpSequence {
    i8 steps[16];

    static constexpr auto name = "arpeggiator sequence";
    static constexpr void describe(auto& field) { field(FIELD(ArpSequence, steps), Evidence::verified, "transposition of a step"); }
};
static_assert(sizeof(ArpSequence) == 16 && whole<ArpSequence>());

struct Part {
    Constant<"PART"> tag;
    Unknown<4> zero;
    Ranged<0, 3> index;
    Choice<EffectType> fx1[8];
    Choice<EffectType> fx2[8];
    Ranged<0, 15> scene_a;
    Ranged<0, 15> scene_b;
    LevelPair levels[8];
    Choice<MachineType> machines[8];
    SourcePage source[8];
    MainPage pages[8];
    SourceSetup source_setup[8];
    SlotNumbers slots[8];
    SetupPage setup[8];
    MidiPage midi[8];
    MidiSetup midi_setup[8];
    RecorderSetup recorders[8];
    Scene scenes[16];
    SceneLevels scene_levels[16];
    LfoDesign lfo_designs[8];
    Flags<16, be16> lfo_interpolation[8];
    LfoDesign midi_lfo_designs[8];
    Flags<16, be16> midi_lfo_interpolation[8];
    Flags<16, be16> arp_masks[8];
    ArpSequence arp_sequences[8];

    static constexpr auto name = "part";
    static constexpr void describe(auto& field) {
        field(FIELD(Part, tag), Evidence::verified, "part");
        field(FIELD(Part, zero), Evidence::verified, "zero");
        field(FIELD(Part, index), Evidence::verified, "part, from 0");
        field(FIELD(Part, fx1), Evidence::firmware, "FX1 of a track");
        field(FIELD(Part, fx2), Evidence::firmware, "FX2 of a track");
        field(FIELD(Part, scene_a), Evidence::verified, "scene on A", Unit::plus_one);
        field(FIELD(Part, scene_b), Evidence::verified, "scene on B", Unit::plus_one);
        field(FIELD(Part, levels), Evidence::verified, "levels of a track");
        field(FIELD(Part, machines), Evidence::verified, "machine of a track");
        field(FIELD(Part, source), Evidence::verified, "SRC page 1 of a track");
        field(FIELD(Part, pages), Evidence::verified, "LFO, AMP, FX page 1 of a track");
        field(FIELD(Part, source_setup), Evidence::verified, "SRC page 2 of a track");
        field(FIELD(Part, slots), Evidence::verified, "sample slots of a track");
        field(FIELD(Part, setup), Evidence::verified, "LFO, AMP, FX page 2 of a track");
        field(FIELD(Part, midi), Evidence::verified, "MIDI track, page 1");
        field(FIELD(Part, midi_setup), Evidence::verified, "MIDI track, page 2");
        field(FIELD(Part, recorders), Evidence::verified, "recorder of a track");
        field(FIELD(Part, scenes), Evidence::verified, "scenes");
        field(FIELD(Part, scene_levels), Evidence::verified, "levels of the scenes");
        field(FIELD(Part, lfo_designs), Evidence::verified, "LFO designer of a track");
        field(FIELD(Part, lfo_interpolation), Evidence::firmware, "LFO designer steps that glide to the next");
        field(FIELD(Part, midi_lfo_designs), Evidence::verified, "LFO designer of a MIDI track");
        field(FIELD(Part, midi_lfo_interpolation), Evidence::firmware, "LFO designer steps that glide");
        field(FIELD(Part, arp_masks), Evidence::inferred, "arpeggiator steps that sound");
        field(FIELD(Part, arp_sequences), Evidence::verified, "arpeggiator sequence of a MIDI track");
    }
};
static_assert(sizeof(Part) == 6331 && whole<Part>());

}  // namespace groovebench::octatrack
