// A step of a track: its components and its locked parameters. Source: opz.md §6.
//
// A value under a cleared bit or flag is left over and kept.
#pragma once

#include "opz/sound.h"

namespace groovebench::opz {

// Bit and index of each component.
enum class Component : u8 {
    pulse,
    parameter_spark,
    jump,
    velocity,
    ramp_up,
    ramp_down,
    random,
    portamento,
    multiply,
    sweep,
    pulse_hold,
    tonality,
    trigger_spark,
    component_spark
};
inline constexpr int component_count = 14;

struct ComponentValues {
    u8 pulse, parameter_spark, jump, velocity, ramp_up, ramp_down, random, portamento, multiply, sweep, pulse_hold, tonality,
        trigger_spark, component_spark;
    Unknown<2> reserved;

    static constexpr auto name = "component values";
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified, told = Evidence::stated;
        field(FIELD(ComponentValues, pulse), sure, "how often the note plays on its step");
        field(FIELD(ComponentValues, parameter_spark), sure, "in which passes the locks count");
        field(FIELD(ComponentValues, jump), sure, "where the track goes on");
        field(FIELD(ComponentValues, velocity), told, "louder, softer, or not at all");
        field(FIELD(ComponentValues, ramp_up), sure, "a run upwards");
        field(FIELD(ComponentValues, ramp_down), told, "a run downwards");
        field(FIELD(ComponentValues, random), sure, "a run of random notes");
        field(FIELD(ComponentValues, portamento), sure, "glides to the note");
        field(FIELD(ComponentValues, multiply), sure, "how often the note plays in its time");
        field(FIELD(ComponentValues, sweep), sure, "what is swept while the note sounds");
        field(FIELD(ComponentValues, pulse_hold), told, "how long the note is held");
        field(FIELD(ComponentValues, tonality), told, "what a transposition does to the note");
        field(FIELD(ComponentValues, trigger_spark), sure, "in which passes the note plays");
        field(FIELD(ComponentValues, component_spark), sure, "in which passes the components work");
        field(FIELD(ComponentValues, reserved), Evidence::unknown, "two more that are never on");
    }
    const u8& at(int index) const { return element<u8>(*this, index); }
    u8& at(int index) { return element<u8>(*this, index); }
};
static_assert(sizeof(ComponentValues) == 16 && whole<ComponentValues>());

struct Step {
    Flags<14, le16> components;
    ComponentValues values;
    Locks locks;
    LockFlags locked;

    static constexpr auto name = "step";
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified;
        field(FIELD(Step, components), sure, "which components work, in the order of their values: 1 is pulse");
        field(FIELD(Step, values), sure, "what each component does, on or not");
        field(FIELD(Step, locks), sure, "values of the parameters on this step, where they are locked");
        field(FIELD(Step, locked), sure, "which parameters are locked on this step");
    }
};
static_assert(sizeof(Step) == 54 && whole<Step>());

}  // namespace groovebench::opz
