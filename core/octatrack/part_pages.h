// The pages of a part: the values behind the knobs of a track, as the device lays them out.
// Source: octatrack-bank.md §3, octatrack-params.md. Six knobs A to F a page; page 1 can be locked and
// put in scenes, page 2 (setup) cannot.
#pragma once

#include "octatrack/pattern.h"

namespace groovebench::octatrack {

// Page 1 of the STATIC and FLEX machines.
struct SamplePage {
    Ranged<0, 127> ptch;
    Ranged<0, 127> strt;
    Ranged<0, 127> len;
    Ranged<0, 127> rate;
    Ranged<0, 127> rtrg;
    Ranged<0, 127> rtim;

    static constexpr auto name = "sample machine";
    static constexpr void describe(auto& field) {
        field(FIELD(SamplePage, ptch), Evidence::firmware, "PTCH; 5 units a semitone", Unit::pitch);
        field(FIELD(SamplePage, strt), Evidence::verified, "STRT; with SLIC on, slice = value / 2 + 1");
        field(FIELD(SamplePage, len), Evidence::verified, "LEN");
        field(FIELD(SamplePage, rate), Evidence::verified, "RATE; 64 is stopped, 0 full reverse", Unit::bipolar);
        field(FIELD(SamplePage, rtrg), Evidence::verified, "RTRG, number of retrigs");
        field(FIELD(SamplePage, rtim), Evidence::verified, "RTIM, a table of the device");
    }
};
static_assert(sizeof(SamplePage) == 6 && whole<SamplePage>());

struct ThruPage {
    Choice<InputAB> inab;
    Ranged<0, 127> vol_ab;
    Unknown<1> unused_c;
    Choice<InputCD> incd;
    Ranged<0, 127> vol_cd;
    Unknown<1> unused_f;

    static constexpr auto name = "THRU machine";
    static constexpr void describe(auto& field) {
        field(FIELD(ThruPage, inab), Evidence::firmware, "INAB");
        field(FIELD(ThruPage, vol_ab), Evidence::verified, "VOL of AB");
        field(FIELD(ThruPage, unused_c), Evidence::verified, "no knob");
        field(FIELD(ThruPage, incd), Evidence::firmware, "INCD");
        field(FIELD(ThruPage, vol_cd), Evidence::verified, "VOL of CD");
        field(FIELD(ThruPage, unused_f), Evidence::verified, "no knob");
    }
};
static_assert(sizeof(ThruPage) == 6 && whole<ThruPage>());

struct NoPage {
    Unknown<6> unused;

    static constexpr auto name = "page without knobs";
    static constexpr void describe(auto& field) { field(FIELD(NoPage, unused), Evidence::verified, "no knobs"); }
};
static_assert(sizeof(NoPage) == 6 && whole<NoPage>());

struct PickupPage {
    Ranged<0, 127> ptch;
    u8 dir;
    u8 len;
    Ranged<0, 127> rate;
    Ranged<0, 127> gain;
    u8 op;

    static constexpr auto name = "PICKUP machine";
    static constexpr void describe(auto& field) {
        field(FIELD(PickupPage, ptch), Evidence::verified, "PTCH", Unit::pitch);
        field(FIELD(PickupPage, dir), Evidence::unknown, "DIR, raw");
        field(FIELD(PickupPage, len), Evidence::unknown, "LEN, raw");
        field(FIELD(PickupPage, rate), Evidence::verified, "RATE: stored, not shown");
        field(FIELD(PickupPage, gain), Evidence::verified, "GAIN", Unit::bipolar);
        field(FIELD(PickupPage, op), Evidence::unknown, "OP, raw");
    }
};
static_assert(sizeof(PickupPage) == 6 && whole<PickupPage>());

// One block for each machine type; the one of the track's machine is in use, the others keep their values.
struct SourcePage {
    SamplePage static_machine;
    SamplePage flex;
    ThruPage thru;
    NoPage neighbor;
    PickupPage pickup;

    static constexpr auto name = "SRC page 1";
    static constexpr void describe(auto& field) {
        field(FIELD(SourcePage, static_machine), Evidence::verified, "values of the STATIC machine");
        field(FIELD(SourcePage, flex), Evidence::verified, "values of the FLEX machine");
        field(FIELD(SourcePage, thru), Evidence::verified, "values of the THRU machine");
        field(FIELD(SourcePage, neighbor), Evidence::verified, "NEIGHBOR has no knobs");
        field(FIELD(SourcePage, pickup), Evidence::verified, "values of the PICKUP machine");
    }
};
static_assert(sizeof(SourcePage) == 30 && whole<SourcePage>());

struct LfoPage {
    Ranged<0, 127> spd1;
    Ranged<0, 127> spd2;
    Ranged<0, 127> spd3;
    Ranged<0, 127> dep1;
    Ranged<0, 127> dep2;
    Ranged<0, 127> dep3;

    static constexpr auto name = "LFO page 1";
    static constexpr void describe(auto& field) {
        field(FIELD(LfoPage, spd1), Evidence::verified, "SPD1");
        field(FIELD(LfoPage, spd2), Evidence::verified, "SPD2");
        field(FIELD(LfoPage, spd3), Evidence::verified, "SPD3");
        field(FIELD(LfoPage, dep1), Evidence::verified, "DEP1");
        field(FIELD(LfoPage, dep2), Evidence::verified, "DEP2");
        field(FIELD(LfoPage, dep3), Evidence::verified, "DEP3");
    }
};
static_assert(sizeof(LfoPage) == 6 && whole<LfoPage>());

struct AmpPage {
    Ranged<0, 127> atk;
    Ranged<0, 127> hold;
    Ranged<0, 127> rel;
    Ranged<0, 127> vol;
    Ranged<0, 127> bal;
    Ranged<0, 127> xvol;

    static constexpr auto name = "AMP page 1";
    static constexpr void describe(auto& field) {
        field(FIELD(AmpPage, atk), Evidence::verified, "ATK");
        field(FIELD(AmpPage, hold), Evidence::verified, "HOLD");
        field(FIELD(AmpPage, rel), Evidence::verified, "REL");
        field(FIELD(AmpPage, vol), Evidence::verified, "VOL", Unit::bipolar);
        field(FIELD(AmpPage, bal), Evidence::verified, "BAL", Unit::bipolar);
        field(FIELD(AmpPage, xvol), Evidence::verified, "XVOL: reached by scenes and locks only");
    }
};
static_assert(sizeof(AmpPage) == 6 && whole<AmpPage>());

// Six knobs of an effect; effect_names() says what they are.
struct EffectPage {
    Ranged<0, 127> a;
    Ranged<0, 127> b;
    Ranged<0, 127> c;
    Ranged<0, 127> d;
    Ranged<0, 127> e;
    Ranged<0, 127> f;

    static constexpr auto name = "effect page";
    static constexpr void describe(auto& field) {
        field(FIELD(EffectPage, a), Evidence::verified, "knob A; its name and list follow from the effect");
        field(FIELD(EffectPage, b), Evidence::verified, "knob B; its name and list follow from the effect");
        field(FIELD(EffectPage, c), Evidence::verified, "knob C; its name and list follow from the effect");
        field(FIELD(EffectPage, d), Evidence::verified, "knob D; its name and list follow from the effect");
        field(FIELD(EffectPage, e), Evidence::verified, "knob E; its name and list follow from the effect");
        field(FIELD(EffectPage, f), Evidence::verified, "knob F; its name and list follow from the effect");
    }
};
static_assert(sizeof(EffectPage) == 6 && whole<EffectPage>());

struct MainPage {
    LfoPage lfo;
    AmpPage amp;
    EffectPage fx1;
    EffectPage fx2;

    static constexpr auto name = "LFO, AMP, FX page 1";
    static constexpr void describe(auto& field) {
        field(FIELD(MainPage, lfo), Evidence::verified, "LFO");
        field(FIELD(MainPage, amp), Evidence::verified, "AMP");
        field(FIELD(MainPage, fx1), Evidence::verified, "FX1");
        field(FIELD(MainPage, fx2), Evidence::verified, "FX2");
    }
};
static_assert(sizeof(MainPage) == 24 && whole<MainPage>());

struct SampleSetup {
    Choice<MachineLoop> loop;
    Choice<OnOff> slic;
    Choice<LengthMode> len;
    Choice<RateMode> rate;
    Choice<Timestretch> tstr;
    Ranged<0, 127> tsns;

    static constexpr auto name = "sample machine setup";
    static constexpr void describe(auto& field) {
        field(FIELD(SampleSetup, loop), Evidence::unknown, "LOOP; the order of 1 to 3 is unresolved");
        field(FIELD(SampleSetup, slic), Evidence::verified, "SLIC");
        field(FIELD(SampleSetup, len), Evidence::verified, "LEN");
        field(FIELD(SampleSetup, rate), Evidence::verified, "RATE");
        field(FIELD(SampleSetup, tstr), Evidence::firmware, "TSTR");
        field(FIELD(SampleSetup, tsns), Evidence::verified, "TSNS");
    }
};
static_assert(sizeof(SampleSetup) == 6 && whole<SampleSetup>());

struct PickupSetup {
    Unknown<4> unused;
    Choice<Timestretch> tstr;
    Ranged<0, 127> tsns;

    static constexpr auto name = "PICKUP setup";
    static constexpr void describe(auto& field) {
        field(FIELD(PickupSetup, unused), Evidence::verified, "no knobs");
        field(FIELD(PickupSetup, tstr), Evidence::inferred, "TSTR");
        field(FIELD(PickupSetup, tsns), Evidence::verified, "TSNS");
    }
};
static_assert(sizeof(PickupSetup) == 6 && whole<PickupSetup>());

struct SourceSetup {
    SampleSetup static_machine;
    SampleSetup flex;
    NoPage thru;
    NoPage neighbor;
    PickupSetup pickup;

    static constexpr auto name = "SRC page 2";
    static constexpr void describe(auto& field) {
        field(FIELD(SourceSetup, static_machine), Evidence::verified, "setup of the STATIC machine");
        field(FIELD(SourceSetup, flex), Evidence::verified, "setup of the FLEX machine");
        field(FIELD(SourceSetup, thru), Evidence::verified, "THRU has no setup");
        field(FIELD(SourceSetup, neighbor), Evidence::verified, "NEIGHBOR has no setup");
        field(FIELD(SourceSetup, pickup), Evidence::verified, "setup of the PICKUP machine");
    }
};
static_assert(sizeof(SourceSetup) == 30 && whole<SourceSetup>());

// One slot for each machine type.
struct SlotNumbers {
    Ranged<0, 127, u8, 255> static_machine;
    Ranged<0, 135, u8, 255> flex;
    Unknown<1> thru;
    Unknown<1> neighbor;
    Unknown<1> pickup;

    static constexpr auto name = "sample slots";
    static constexpr void describe(auto& field) {
        field(FIELD(SlotNumbers, static_machine), Evidence::verified, "slot of the STATIC list", Unit::slot);
        field(FIELD(SlotNumbers, flex), Evidence::verified, "slot of the FLEX list; 129 to 136 are the recorders", Unit::slot);
        field(FIELD(SlotNumbers, thru), Evidence::verified, "unused");
        field(FIELD(SlotNumbers, neighbor), Evidence::verified, "unused");
        field(FIELD(SlotNumbers, pickup), Evidence::verified, "128 + track: the track's own recorder; not to be changed");
    }
};
static_assert(sizeof(SlotNumbers) == 5 && whole<SlotNumbers>());

struct LevelPair {
    Ranged<0, 127> main;
    Ranged<0, 127> cue;

    static constexpr auto name = "levels";
    static constexpr void describe(auto& field) {
        field(FIELD(LevelPair, main), Evidence::verified, "track level");
        field(FIELD(LevelPair, cue), Evidence::verified, "cue level");
    }
};
static_assert(sizeof(LevelPair) == 2 && whole<LevelPair>());

struct LfoSetup {
    Ranged<0, 29> pmtr1;
    Ranged<0, 29> pmtr2;
    Ranged<0, 29> pmtr3;
    Choice<Wave> wave1;
    Choice<Wave> wave2;
    Choice<Wave> wave3;

    static constexpr auto name = "LFO setup";
    static constexpr void describe(auto& field) {
        field(FIELD(LfoSetup, pmtr1), Evidence::firmware, "LFO1 destination: index of the lock table");
        field(FIELD(LfoSetup, pmtr2), Evidence::firmware, "LFO2 destination");
        field(FIELD(LfoSetup, pmtr3), Evidence::firmware, "LFO3 destination");
        field(FIELD(LfoSetup, wave1), Evidence::firmware, "LFO1 WAVE");
        field(FIELD(LfoSetup, wave2), Evidence::firmware, "LFO2 WAVE");
        field(FIELD(LfoSetup, wave3), Evidence::firmware, "LFO3 WAVE");
    }
};
static_assert(sizeof(LfoSetup) == 6 && whole<LfoSetup>());

struct AmpSetup {
    Choice<AmpTrig> amp;
    Choice<OnOff> sync;
    Ranged<0, 1> atck;
    Choice<AmpTrig> fx1;
    Choice<AmpTrig> fx2;
    Unknown<1> trig;

    static constexpr auto name = "AMP setup";
    static constexpr void describe(auto& field) {
        field(FIELD(AmpSetup, amp), Evidence::stated, "AMP");
        field(FIELD(AmpSetup, sync), Evidence::verified, "SYNC");
        field(FIELD(AmpSetup, atck), Evidence::unknown, "ATCK: LIN or LOG, order unknown");
        field(FIELD(AmpSetup, fx1), Evidence::stated, "FX1 envelope trig");
        field(FIELD(AmpSetup, fx2), Evidence::stated, "FX2 envelope trig");
        field(FIELD(AmpSetup, trig), Evidence::verified, "hidden, always 0");
    }
};
static_assert(sizeof(AmpSetup) == 6 && whole<AmpSetup>());

struct LfoTiming {
    Choice<Multiplier> mult1;
    Choice<Multiplier> mult2;
    Choice<Multiplier> mult3;
    Choice<LfoTrig> trig1;
    Choice<LfoTrig> trig2;
    Choice<LfoTrig> trig3;

    static constexpr auto name = "LFO timing";
    static constexpr void describe(auto& field) {
        field(FIELD(LfoTiming, mult1), Evidence::firmware, "LFO1 MULT");
        field(FIELD(LfoTiming, mult2), Evidence::firmware, "LFO2 MULT");
        field(FIELD(LfoTiming, mult3), Evidence::firmware, "LFO3 MULT");
        field(FIELD(LfoTiming, trig1), Evidence::unknown, "LFO1 TRIG; only FREE is known");
        field(FIELD(LfoTiming, trig2), Evidence::unknown, "LFO2 TRIG");
        field(FIELD(LfoTiming, trig3), Evidence::unknown, "LFO3 TRIG");
    }
};
static_assert(sizeof(LfoTiming) == 6 && whole<LfoTiming>());

struct SetupPage {
    LfoSetup lfo;
    AmpSetup amp;
    EffectPage fx1;
    EffectPage fx2;
    LfoTiming lfo_timing;

    static constexpr auto name = "LFO, AMP, FX page 2";
    static constexpr void describe(auto& field) {
        field(FIELD(SetupPage, lfo), Evidence::verified, "LFO");
        field(FIELD(SetupPage, amp), Evidence::verified, "AMP");
        field(FIELD(SetupPage, fx1), Evidence::verified, "FX1 knobs G to L");
        field(FIELD(SetupPage, fx2), Evidence::verified, "FX2 knobs G to L");
        field(FIELD(SetupPage, lfo_timing), Evidence::verified, "LFO");
    }
};
static_assert(sizeof(SetupPage) == 30 && whole<SetupPage>());

}  // namespace groovebench::octatrack
