// What a parameter of a track is on a step, with the crossfader somewhere: the step's lock over the scenes over the part.
//
// The way between scenes is that of OS 1.40C, as public notes on its code read it [firmware]: straight, in 127ths; where one
// scene has no lock the other fades to and from the value below. Both ends are exact. In between the machine keeps the
// fraction, and the knob stands at the whole number below.
#pragma once

#include "octatrack/bank.h"
#include "octatrack/parameters.h"
#include "octatrack/project.h"

namespace groovebench::octatrack {

struct Fader {
    int position = 0;  // 0 is scene A, 127 scene B, as MIDI control 48 counts; kept inside
    bool a_muted = false, b_muted = false;
};
// The crossfader's place is in no file; which scenes are muted is the project's.
Fader fader_of(const Project&, int position);

// The same notes put a step's lock in the place of the part's value, with the scenes above both; owners say the same. Which
// of the two is asked for is the caller's choice.
enum class LockOrder : u8 { step_over_scene, scene_over_step };

enum class Origin : u8 { part, step, scene_a, scene_b, between };

struct Resolved {
    u8 value = 0;      // what the knob shows
    double exact = 0;  // with the fraction between two scenes
    Origin origin = Origin::part;
    // How sure the way to the value is: that of the machine's code between scenes; unknown where a step and a scene lock
    // the same, since sources differ on which wins.
    Evidence evidence = Evidence::verified;
    u8 part = 0;                                 // what the part holds
    std::optional<u8> step;                      // what the step locks; a step that does not play locks nothing
    std::optional<u8> scene_a, scene_b;          // what the scenes on A and B hold, unless muted
    int scene_a_index = -1, scene_b_index = -1;  // the scenes, from 0; -1 if muted or none
};

// pattern counts from 0; a step of -1 is none. Nothing where the track does not have the parameter.
// MIDI tracks and setup pages have no scenes, setup pages and levels no locks.
std::optional<Resolved> resolve(const Bank&, int pattern, TrackRef, int step, Parameter, Fader = {},
                                LockOrder = LockOrder::step_over_scene);

// "locked on step 5", "scene 9 on B", "between scenes 1 and 9", "between the part and scene 9", "part".
std::string told(const Resolved&, int step);

}  // namespace groovebench::octatrack
