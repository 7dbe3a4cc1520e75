// A project's effect. 144 bytes, 160 since OS 2.5; absent where no effect was ever used.
// Source: ep133.md 10.
#pragma once

#include "schema/schema.h"

namespace groovebench::ep133 {

enum class Effect : u8 { off, delay, reverb, distortion, chorus, filter, compressor };
inline constexpr Word effect_words[] = {{0, "off"},    {1, "delay"},  {2, "reverb"},    {3, "distortion"},
                                        {4, "chorus"}, {5, "filter"}, {6, "compressor"}};
constexpr std::span<const Word> words(Effect) { return effect_words; }

struct FxSettings144 {
    Unknown<4> unknown_0;
    Choice<Effect> effect;
    Unknown<3> unknown_5;
    lef32 x[16], y[16];
    lef32 drive, speed;

    static constexpr auto name = "fx_settings";
    static constexpr void describe(auto& field) {
        using enum Evidence;
        field(FIELD(FxSettings144, unknown_0), unknown, "always 0");
        field(FIELD(FxSettings144, effect), verified, "active effect; the words are stated");
        field(FIELD(FxSettings144, unknown_5), unknown, "always 0");
        field(FIELD(FxSettings144, x), verified, "knob X of effect 0 to 15");
        field(FIELD(FxSettings144, y), verified, "knob Y of effect 0 to 15");
        field(FIELD(FxSettings144, drive), stated, "drive of the output compressor");
        field(FIELD(FxSettings144, speed), stated, "speed of the output compressor");
    }
};
static_assert(sizeof(FxSettings144) == 144 && whole<FxSettings144>());

struct FxSettings160 {
    FxSettings144 settings;
    lef32 sidechain_1, sidechain_2;
    Flags<16, le16> sidechain_routing[4];

    static constexpr auto name = "fx_settings";
    static constexpr void describe(auto& field) {
        using enum Evidence;
        FxSettings144::describe(field);
        field(FIELD(FxSettings160, sidechain_1), stated, "length or shape of the side chain");
        field(FIELD(FxSettings160, sidechain_2), stated, "the other of the two");
        field(FIELD(FxSettings160, sidechain_routing), stated,
              "group A to D: flags 1 to 12 source pads, flag 16 the group is ducked");
    }
};
static_assert(sizeof(FxSettings160) == 160 && whole<FxSettings160>());

// The layout of an `fx_settings` member of this size, or null.
constexpr const Schema* fx_settings_schema(std::size_t size) {
    if (size == sizeof(FxSettings144)) return &schema<FxSettings144>;
    return size == sizeof(FxSettings160) ? &schema<FxSettings160> : nullptr;
}

}  // namespace groovebench::ep133
