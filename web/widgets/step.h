// Steps: the cells of a pattern, lanes of values below it, and a whole pattern as a picture of a thumb.
#pragma once

#include <cstdint>
#include <span>

#include "widgets/words.h"

namespace groovebench::ui {

enum class Trig { none, trig, oneshot, lock, oneshot_lock, recorder, recorder_oneshot, midi, midi_lock };

struct StepLook {
    Trig trig = Trig::none;
    bool plocks = false;                // two dots: values are locked here
    int micro = 0;                      // micro-timing, shown as ‹6 or ›6; 0: none
    int repeats = 0;                    // ×4; 0: none
    std::string_view words = {};        // condition, slice, note, sample lock
    std::string_view short_words = {};  // instead, where those do not fit
    bool off_beat = false;              // the other shade of ground: every second beat
    bool dead = false;                  // beyond the length of its track
    bool selected = false, playing = false, swing = false;
};

struct StepEvent {
    bool pressed = false;  // the left button went down in it
    bool over = false;     // the pointer is in it while the left button is held, wherever that began: paint
    bool hovered = false, focused = false;
    bool context = false;  // right click
    bool double_clicked = false;
    bool shift = false, ctrl = false, alt = false;
};

// One step of so many scaled pixels. label: "T3 step 7###t3-s7" (the words are for the screen reader).
StepEvent step_cell(const char* label, ImVec2 size, const StepLook& style);

// Where the steps of a row stand: four to a beat, 4 between steps and 8 between beats.
// x of step i (from 0) from the row's left edge, and the width of a step, for a row so wide.
struct StepGrid {
    float width = 0;  // scaled pixels
    int count = 16;   // steps on screen
    float step_width() const;
    float x(int step) const;
    int step_at(float x) const;  // -1 when in no step
};

// The badge at the left of a row: T3, lit when selected. small: the lower rows of MIDI tracks.
StepEvent track_badge(const char* label, bool selected, bool small = false, bool muted = false);

// A bar in a lane of values: share 0 … 1 of its height; absent draws the empty ground.
struct BarLook {
    bool present = false, selected = false, off_beat = false;
    float share = 0;
    std::string_view words = {};
};
// Returns the share under the pointer while the left button is held in the lane.
struct BarEvent {
    StepEvent pointer;
    float share = 0;
};
BarEvent lane_bar(const char* label, ImVec2 size, const BarLook& style);

// The bank map: a pattern as a thumbnail. rows: eight masks, bit i is step i of 16 or more, folded to 16.
struct PatternLook {
    std::span<const std::uint64_t> rows = {};
    bool used = false, selected = false, changed = false, broken = false;
    ImU32 part = 0;
};
StepEvent pattern_cell(const char* label, ImVec2 size, const PatternLook& style);

}  // namespace groovebench::ui
