// Rows: of a tree, a list, a menu. A row is one item over the whole width; what stands in it is drawn
// into it, so that a thousand rows cost a thousand items and no more (clip long lists with ImGuiListClipper).
#pragma once

#include "widgets/words.h"

namespace groovebench::ui {

struct RowEvent {
    bool clicked = false;  // selected by click, or by Enter or Space when it has the keyboard
    bool opened = false;   // double click, or Enter: open what it stands for
    bool toggled = false;  // the chevron of a tree row, or Right / Left on the keyboard
    bool context = false;  // right click, or the menu key: offer what can be done
    bool hovered = false, focused = false;
    bool shift = false, ctrl = false;  // held while clicked
};

struct TreeRow {
    int depth = 0;
    bool leaf = true, open = false, selected = false;
    Icon icon = Icon::none;
    Tone tone = Tone::soft, icon_tone = Tone::soft;
    std::string_view aside = {};  // small and faint, right after the label
    std::string_view note = {};   // small, at the right edge
    Tone note_tone = Tone::faint;
    bool dot = false;        // differs from the card
    Icon mark = Icon::none;  // at the right edge, in mark_tone
    Tone mark_tone = Tone::warn;
};
// One row of a tree, 24 high. The label may carry ###name.
RowEvent tree_row(const char* label, const TreeRow& row);

struct ListRow {
    bool selected = false, enabled = true;
    float height = 26;    // mock-up pixels
    bool stripe = false;  // a hairline below
    float width = 0;      // scaled pixels; 0: what is left of the line
};
// One row of a list; then draw into it with the functions below, in any order.
RowEvent list_row(const char* label, const ListRow& row = {});
// Into the last list_row. x and width in mock-up pixels from the row's left edge; x < 0: from its right edge.
void row_text(float x, std::string_view words, Tone tone = Tone::text, Face face = Face::body, float width = 0);
void row_text_right(float right, std::string_view words, Tone tone = Tone::faint, Face face = Face::small);
void row_icon(float x, Icon icon, Tone tone = Tone::soft, float size = 14);
void row_dot(float x, Tone tone);
void row_swatch(float x, ImU32 colour);
void row_chip(float x, std::string_view words, bool on = false);
// The box of the last row, to draw by hand (a waveform at its end).
ImVec2 row_min();
ImVec2 row_max();

// A column head one can sort by. ascending: 1, descending: -1, not sorted: 0. True when pressed.
bool column_head(const char* label, float x, float width, int direction);

}  // namespace groovebench::ui
