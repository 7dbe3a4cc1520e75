// The colours of Groovebench as tokens: three themes, one accent a machine. Panels never write a
// colour of their own. Every text colour stands 4.5 : 1 against the surfaces it may lie on; a test
// over these tokens holds that (tests/panels/look_test.cpp).
#pragma once

#include <imgui.h>

#include <array>

namespace groovebench::look {

enum class Theme { dark, light, contrast };
enum class Machine { octatrack, ep133, opz };

struct Colours {
    // Surfaces, from the deepest: a well is sunk into what it lies on, raised stands above it.
    ImU32 base, panel, raised, well, line, hover;
    // Words: the thing itself, what explains it, what may be skipped.
    ImU32 text, soft, faint;
    // The machine's colour; its wash behind what is selected; ink on the colour itself.
    ImU32 accent, accent_soft, on_accent;
    // The LEDs of the machine, as they shine in a step. Ink on them is on_led, in a MIDI step on_midi.
    ImU32 trig, oneshot, lock, recorder, swing, midi, on_led, on_midi;
    // The same meanings where they are words or thin lines.
    ImU32 trig_text, oneshot_text, lock_text, recorder_text, swing_text;
    // What is well, what wants a look, what is broken: words and icons.
    ImU32 ok, warn, bad;
    // An empty step in an odd and in an even beat; the row of the selected track; the ring of a selection.
    ImU32 beat, off_beat, row, ring;
    // A shadow under what floats, and the veil over what a dialog blocks.
    ImU32 shadow, veil;
    std::array<ImU32, 4> part;
};

Colours colours(Theme theme, Machine machine = Machine::octatrack);

// Mixes b into a: 0 gives a, 1 gives b. Alpha is mixed too.
ImU32 mix(ImU32 a, ImU32 b, float share);
// The same colour, share of its opacity.
ImU32 fade(ImU32 colour, float share);
// What is seen where a translucent colour lies on an opaque one.
ImU32 over(ImU32 top, ImU32 below);
// The contrast of two opaque colours after WCAG 2: 1 to 21.
float contrast(ImU32 a, ImU32 b);

}  // namespace groovebench::look
