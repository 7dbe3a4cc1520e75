// The eighteen parameters of a track's sound, in the order in which the file stores them; locks have the same order.
// Source: opz.md §8. What a parameter does depends on the track: parameter_words() of values.h.
#pragma once

#include "opz/tracks.h"
#include "schema/schema.h"

namespace groovebench::opz {

inline constexpr int parameter_count = 18;

enum class Parameter : u8 {
    parameter_1,
    parameter_2,
    attack,
    decay,
    sustain,
    release,
    fx1_send,
    fx2_send,
    filter,
    resonance,
    pan,
    level,
    portamento,
    lfo_depth,
    lfo_speed,
    lfo_target,
    lfo_shape,
    note_style
};

enum class Locked : u8 { no = 0, yes = 255 };
inline constexpr Word locked_words[] = {{0, "off"}, {255, "on"}};
constexpr std::span<const Word> words(Locked) { return locked_words; }

// One value for each parameter: a byte, or whether it is locked.
template <class Value, Literal Name>
struct Parameters {
    Value parameter_1, parameter_2, attack, decay, sustain, release, fx1_send, fx2_send, filter, resonance, pan, level, portamento,
        lfo_depth, lfo_speed, lfo_target, lfo_shape, note_style;

    static constexpr std::string_view name = Name.view();
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified, told = Evidence::stated;
        field(FIELD(Parameters, parameter_1), told, "first dial of page 1: pitch, speed, chorus or what the engine has");
        field(FIELD(Parameters, parameter_2), told, "second dial of page 1: reverse, fine tune, drive or what the engine has");
        field(FIELD(Parameters, attack), told, "attack");
        field(FIELD(Parameters, decay), told, "decay");
        field(FIELD(Parameters, sustain), told, "sustain");
        field(FIELD(Parameters, release), told, "release");
        field(FIELD(Parameters, fx1_send), told, "how much goes to fx1");
        field(FIELD(Parameters, fx2_send), told, "how much goes to fx2");
        field(FIELD(Parameters, filter), sure, "filter; 127 is open both ways");
        field(FIELD(Parameters, resonance), sure, "resonance");
        field(FIELD(Parameters, pan), told, "pan; 127 is the middle");
        field(FIELD(Parameters, level), told, "level; 128 is as made");
        field(FIELD(Parameters, portamento), told, "glide; on tape and module the dry level");
        field(FIELD(Parameters, lfo_depth), told, "LFO depth, 127 or 128 is off; speed of the arp");
        field(FIELD(Parameters, lfo_speed), told, "LFO speed, below the middle in time, above it free; pattern of the arp");
        field(FIELD(Parameters, lfo_target), told, "LFO target, in eight zones; style of the arp");
        field(FIELD(Parameters, lfo_shape), told, "LFO shape, in twelve zones; range of the arp");
        field(FIELD(Parameters, note_style), sure, "note style, in four, three or two zones by track");
    }
    const Value& at(int index) const { return element<Value>(*this, index); }
    Value& at(int index) { return element<Value>(*this, index); }
};

using Sound = Parameters<u8, "sound">;
using Locks = Parameters<u8, "locked values">;
using LockFlags = Parameters<Choice<Locked>, "locks">;
static_assert(sizeof(Sound) == parameter_count && whole<Sound>() && whole<LockFlags>());

}  // namespace groovebench::opz
