// Every parameter of a track, by its page and knob: where a part keeps it, what it is called, how it reads, and which
// byte of a lock record stands for it. Source: octatrack-bank.md §3, octatrack-params.md. All counts from 0.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "octatrack/part.h"

namespace groovebench::octatrack {

struct TrackRef {
    bool midi = false;
    int index = 0;
    bool operator==(const TrackRef&) const = default;
};
std::string label(TrackRef);  // "T3", "M8"

// Six knobs a page. An audio track has SRC, LFO, AMP, FX1, FX2; a MIDI track NOTE, LFO, ARP, CTRL1, CTRL2 in their places.
// The setup pages follow in the same order; the LFO has a second one. Slot and level are one value each.
enum class Page : u8 {
    source,
    lfo,
    amp,
    fx1,
    fx2,
    source_setup,
    lfo_setup,
    amp_setup,
    fx1_setup,
    fx2_setup,
    lfo_timing,
    slot,   // audio: of the track's machine
    level,  // audio: knob 0 main, 1 cue
};
struct Parameter {
    Page page = Page::source;
    int knob = 0;
    bool operator==(const Parameter&) const = default;
};

// What the track has with its machine and effects, in the order of the pages.
std::vector<Parameter> parameters(const Part&, TrackRef);
// Whether the track has it: a THRU has no slot, a NEIGHBOR no knobs.
bool has_parameter(const Part&, TrackRef, Parameter);

// The byte of the part, and its value. Nothing where the track does not have it.
std::optional<std::size_t> offset_in_part(const Part&, TrackRef, Parameter);
std::optional<u8> value_in_part(const Part&, TrackRef, Parameter);

// The byte of a lock record and of a scene; nothing for setup pages and levels.
std::optional<int> lock_index(TrackRef, Parameter);

std::string parameter_page(TrackRef, Parameter);               // "AMP", "FX1 setup"
std::string parameter_name(const Part&, TrackRef, Parameter);  // "VOL", "HP"; "-" where there is none
std::string parameter_shown(const Part&, TrackRef, Parameter, u8 value);
// The value that reads so: "+12", "24dB", "F014", with or without a plus, letters in any case. Nothing where none does.
std::optional<u8> parameter_value(const Part&, TrackRef, Parameter, std::string_view shown);
// By what a person would write: "AMP VOL", "fx1 base", "FX1 setup HP", "PTCH", "LEVEL", "sample".
std::optional<Parameter> find_parameter(const Part&, TrackRef, std::string_view words);

// What an LFO is pointed at: "SRC PTCH", "FX1 BASE", "CTRL1 CC1".
std::string lfo_destination(const Part&, TrackRef, u8 value);

}  // namespace groovebench::octatrack
