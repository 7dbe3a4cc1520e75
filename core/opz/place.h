// What the byte at an offset of a project is for, found by arithmetic: the layout is the same in every file.
#pragma once

#include <string>

#include "opz/project.h"
#include "schema/values.h"

namespace groovebench::opz {

enum class Meaning : u8 {
    plain,  // what its field says
    plug,
    quantize,
    note_length,
    note,      // of a slot: its note, or its age
    velocity,  // of a slot
    duration,
    micro,
    components,  // the mask of a step
    component,   // the value of one
    lock,
    lock_flag,
    parameter,
    swing,
    metronome
};

// From 0; -1 where it does not apply.
struct Meant {
    Meaning meaning = Meaning::plain;
    int track = -1, step = -1;
    int index = -1;  // the voice of a note, the parameter, the component
    int pattern = -1;
};
Meant meant_at(std::size_t offset);

// Whether values are shown in words that the table does not have.
constexpr bool has_own_words(Meaning meaning) {
    switch (meaning) {
        case Meaning::plug:
        case Meaning::quantize:
        case Meaning::duration:
        case Meaning::micro:
        case Meaning::component:
        case Meaning::lock:
        case Meaning::parameter:
        case Meaning::swing:
        case Meaning::metronome:
            return true;
        default:
            return false;
    }
}

std::string expected_value(const Meant&, const Place&, ByteView project);

}  // namespace groovebench::opz
