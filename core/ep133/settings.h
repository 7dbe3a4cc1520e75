// A project's tempo and the positions of its faders. 220 bytes before OS 2.0, 222 or 224 since.
// Source: ep133.md 8.
#pragma once

#include "ep133/pattern.h"

namespace groovebench::ep133 {

// One group's faders: 0 to 1, or -1 for one that was never moved. A level of 0 is silence.
struct GroupFaders {
    lef32 level, pitch, time, low_pass, high_pass, fx, attack, release, pan, tune, velocity, modulation;

    static constexpr auto name = "faders";
    static constexpr void describe(auto& field) {
        using enum Evidence;
        field(FIELD(GroupFaders, level), verified, "LVL; 0 is silence, -1 never moved");
        field(FIELD(GroupFaders, pitch), verified, "PTC; 0 to 1 is -5 to +5 semitones (stated)");
        field(FIELD(GroupFaders, time), stated, "TIM");
        field(FIELD(GroupFaders, low_pass), verified, "LPF, low-pass");
        field(FIELD(GroupFaders, high_pass), stated, "HPF, high-pass");
        field(FIELD(GroupFaders, fx), verified, "FX, send");
        field(FIELD(GroupFaders, attack), verified, "ATK");
        field(FIELD(GroupFaders, release), stated, "REL");
        field(FIELD(GroupFaders, pan), stated, "PAN");
        field(FIELD(GroupFaders, tune), stated, "TUNE; 0 to 1 is -12 to +12 semitones");
        field(FIELD(GroupFaders, velocity), stated, "VEL");
        field(FIELD(GroupFaders, modulation), stated, "MOD");
    }
};
static_assert(sizeof(GroupFaders) == 4 * faders && whole<GroupFaders>());

struct Settings220 {
    Unknown<4> unknown_0;
    lef32 tempo;
    Unknown<16> unknown_8;
    GroupFaders groups[4];
    Choice<Fader> fader_function[4];

    static constexpr auto name = "settings";
    static constexpr void describe(auto& field) {
        using enum Evidence;
        field(FIELD(Settings220, unknown_0), unknown, "always 0");
        field(FIELD(Settings220, tempo), verified, "project tempo; 0 stops the machine with ERR CLOCK 43", Unit::bpm);
        field(FIELD(Settings220, unknown_8), unknown, "always 0");
        field(FIELD(Settings220, groups), verified, "fader positions of group A to D: 0 to 1, or -1 for never moved");
        field(FIELD(Settings220, fader_function), verified, "what the fader of group A to D moves");
    }
};
static_assert(sizeof(Settings220) == 220 && whole<Settings220>());

struct Settings222 {
    Settings220 settings;
    Unknown<2> unknown_220;

    static constexpr auto name = "settings";
    static constexpr void describe(auto& field) {
        Settings220::describe(field);
        field(FIELD(Settings222, unknown_220), Evidence::unknown, "00 02 on a new project");
    }
};
static_assert(sizeof(Settings222) == 222 && whole<Settings222>());

struct Settings224 {
    Settings222 settings;
    Unknown<2> unknown_222;

    static constexpr auto name = "settings";
    static constexpr void describe(auto& field) {
        Settings222::describe(field);
        field(FIELD(Settings224, unknown_222), Evidence::unknown, "0 where seen");
    }
};
static_assert(sizeof(Settings224) == 224 && whole<Settings224>());

// The layout of a `settings` member of this size, or null.
const Schema* settings_schema(std::size_t size);
const Settings220* settings_of(ByteView file);

std::vector<Problem> check_settings(ByteView file);

// A new project's settings as OS 2.0.5 writes them: 222 bytes, no fader moved.
Bytes write_settings(float tempo);

}  // namespace groovebench::ep133
