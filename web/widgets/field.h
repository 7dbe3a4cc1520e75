// Where a value is changed: knobs, numbers, lists of choices, words. All report an Edit; nothing is kept
// between frames but what ImGui keeps, and the caller's value is never written to (words excepted).
//
// Gestures of every number: drag is coarse, Shift makes it fine, the wheel goes by one, typing a digit
// over it (or Enter, or Ctrl and a click) takes an exact number, Escape brings the value back from
// before, double click or Delete clears (a lock) or resets.
#pragma once

#include <span>
#include <string>

#include "widgets/words.h"

namespace groovebench::ui {

// What happened in this frame. A gesture begins, changes a few times, ends: one step of undo.
// A turn of the wheel begins and ends at once.
struct Edit {
    bool begun = false, changed = false, ended = false;
    bool cancelled = false;  // Escape: value is the one from before, the gesture need not be remembered
    bool cleared = false;    // double click or Delete
    int value = 0;           // the new value where changed
    explicit operator bool() const { return changed; }
};

// A number as it is stored and as it is shown: shown = (raw - origin) * unit.
struct Number {
    int value = 0, low = 0, high = 127;
    int origin = 0;          // raw value that is shown as 0
    double unit = 1;         // 0.2: five to the semitone
    std::string_view shown;  // as the device says it: "+63", "slice 5", "off"
    std::string_view tip = {};
    bool enabled = true;
};

struct KnobLook {
    bool bipolar = false;  // the arc begins in the middle
    bool locked = false;   // p-lock or scene lock: green ground
    bool off = false;      // at its neutral value: dimmed
    bool mixed = false;    // the selected steps differ: "—"
};
// 56 wide, 76 high: name, arc, value. label: "PTCH###ptch".
Edit knob(const char* label, const Number& number, const KnobLook& style = {});

// A number in the tabular face, drag to change. width in scaled pixels, 0: as its words need.
// bare: no ground until hovered, as in the header of a pattern.
Edit number_field(const char* label, const Number& number, float width = 0, bool bare = false);

// A list of words to choose from, with a filter when it is long. current: -1 shows `shown` (or nothing).
// Edit.value is the index chosen.
struct ChoiceLook {
    float width = 0;              // scaled pixels; 0: to the edge
    std::string_view shown = {};  // in place of the current word ("mixed", "7 (unknown)")
    std::string_view tip = {};
    bool enabled = true, bare = false;
    bool chip = false;  // a chip in the machine's colour: the part a pattern plays
};
// As wide as these words need, for ChoiceLook::width.
float choice_width(std::string_view words, bool chip = false);
Edit choice(const char* label, std::span<const char* const> words, int current, const ChoiceLook& style = {});
// The same over many rows that are made when seen: word_at(i) for i in 0 … count - 1.
Edit choice(const char* label, int count, const char* (*word_at)(void* data, int index), void* data, int current,
            const ChoiceLook& style = {});

struct WordsEdit {
    bool changed = false;           // in this frame
    bool committed = false;         // Enter, or left after a change
    bool cancelled = false;         // Escape
    bool active = false;            // has the keyboard
    bool up = false, down = false;  // arrow keys while typing: move in the list below
};
// A line of words. hint is shown while empty. width in scaled pixels, 0: to the edge. limit: bytes, 0: none.
WordsEdit text_field(const char* label, std::string& words, const char* hint = "", float width = 0, std::size_t limit = 0,
                     bool focus = false);
// The same with a magnifier, and the key that leads here.
WordsEdit search_box(const char* label, std::string& words, const char* hint, const char* key = nullptr, float width = 0,
                     bool focus = false);

}  // namespace groovebench::ui
