// Values as the machine means them: words for zones, components, sparks, engines, and what a dial does on each kind of track.
// Source: opz.md §5.3, 5.4, 6.2, 8, 9, 10. Every list of words of the OP-Z is in values.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "opz/project.h"
#include "schema/values.h"

namespace groovebench::opz {

// ---- dials with a list: 0 to 255 in equal zones
int zone_of(u8 value, int zones);     // from 0
u8 zone_centre(int zone, int zones);  // what is written for a zone

// The words of a dial with zones on this track; empty where it is a plain number.
std::span<const std::string_view> zone_words(Track, Parameter);

// ---- parameters
// "pitch", "filter", "LFO speed": what it is on this track.
std::string_view parameter_title(Track, Parameter);
// The page of the dial, 1 white, 2 green, 3 purple, 4 amber, and its place on it from 1; page 0 is the track button's own.
struct Dial {
    int page = 0, dial = 0;
};
std::optional<Dial> dial_of(Track, Parameter);  // nothing where the track has no such dial
std::string parameter_shown(Track, Parameter, u8 value);
std::optional<u8> parameter_value(Track, Parameter, std::string_view shown);
// By its title on this track, or by the name of its field.
std::optional<Parameter> find_parameter(Track, std::string_view words);

// ---- components
std::string_view component_name(Component);  // "parameter spark"
u8 component_default(Component);
bool is_spark(Component);
bool is_component_value(Component, u8 value);
std::string component_shown(Component, u8 value);
std::optional<u8> component_value(Component, std::string_view shown);
std::optional<Component> find_component(std::string_view words);

// ---- notes
std::string duration_shown(i32 duration);  // "default", "1 step", "2.5 steps"
std::optional<i32> duration_value(std::string_view shown);
// In ticks, 24 to a step: "+8 ticks", "-0.125 ticks".
std::string micro_shown(i8 raw, u32 revision);
std::optional<i8> micro_value(std::string_view shown, u32 revision);
// What the machine itself stores: by revision, and of the newest by the step length of the track.
bool is_micro(i8 raw, u32 revision, int step_length);
std::string micro_range(u32 revision, int step_length);

// ---- any other value
// As the machine means the value at this place of a project; schema/values.h for what needs no words of its own.
std::string shown_value(const Place&, ByteView project);
// The bytes for what a person wrote, raw or as shown, or the refusal; of notes, chains and locks rules.h knows more.
Result<Bytes> written_value(const Place&, ByteView project, std::string_view shown);

}  // namespace groovebench::opz
