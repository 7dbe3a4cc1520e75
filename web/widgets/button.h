// What one presses. Labels follow ImGui: "Save…###save" shows "Save…" and is called "save".
#pragma once

#include <span>

#include "widgets/words.h"

namespace groovebench::ui {

enum class Kind { normal, go, flat };  // go: the one action of a view, in the machine's colour

struct ButtonLook {
    Kind kind = Kind::normal;
    Icon icon = Icon::none;
    bool enabled = true;
    bool small = false;         // 26 high instead of 28
    std::string_view tip = {};  // shown after a pause; for a disabled button: why
    float width = 0;            // scaled pixels; 0: as wide as its words
};
bool button(const char* label, const ButtonLook& style = {});
float button_width(std::string_view words, Icon icon = Icon::none);

// A square of 26 with an icon only; the label is what a screen reader and the tooltip say.
bool icon_button(const char* label, Icon icon, bool enabled = true, bool on = false, Tone tone = Tone::soft);

// A chip that can be pressed: pages SRC AMP …, page numbers of a pattern, filters.
bool chip_button(const char* label, bool on, bool enabled = true, float pad = 10);
float chip_button_width(std::string_view words, float pad = 10);

// A switch; returns true when it was changed. The words stand to its right.
bool toggle(const char* label, bool& on, bool enabled = true);
// A box with a tick, for lists of things to choose; mixed draws a bar.
bool checkbox(const char* label, bool& on, bool mixed = false, bool enabled = true);

// Tabs across the top of a view, 32 high, the whole width of the window. closable ones show a cross when
// hovered. Returns what was pressed: tab to show, tab to close; -1 for none.
struct Tab {
    const char* label;  // "A03 pattern###tab-pattern"
    bool closable = false, changed = false;
};
struct TabChoice {
    int shown = -1, closed = -1;
};
TabChoice tab_bar(const char* name, std::span<const Tab> tabs, int current);

// A link within text.
bool link(const char* label, Tone tone = Tone::accent, Face face = Face::body);

}  // namespace groovebench::ui
