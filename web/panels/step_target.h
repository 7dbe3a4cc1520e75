// What the inspector beside the pattern is about: a track, and the steps of it that are selected.
#pragma once

#include <optional>

#include "octatrack/part.h"
#include "octatrack/pattern.h"
#include "panels/panels.h"

namespace groovebench::app {

struct Target {
    const octatrack::Pattern& pattern;
    const octatrack::Part& part;
    int row;
    u64 steps;  // none: the part
    bool midi() const { return row >= 8; }
};

// A parameter by its place in the lock table.
std::string knob_name(const Target&, int index);
std::optional<u8> own_value(const Target&, int index);  // of the part
std::string value_text(const Target&, int index, u8 value);

// What the selected steps have in common for one parameter; the part's value where none is locked.
struct Common {
    u8 value = octatrack::no_lock;
    bool locked = false, mixed = false;
};
Common common_value(const Target&, int index);

// Sections of the inspector.
void knob_section(Session&, const Target&);
void trig_section(Session&, const Target&);    // type, condition, micro-timing, repeats
void sample_section(Session&, const Target&);  // of T1–T8: the slot, the slice, its picture
void origin_section(const Session&, const Target&);

}  // namespace groovebench::app
