// Where things stand: panels, lines, splitters. Inside a line every widget of ours is centred, whatever
// its height:
//
//     ui::line(52);                          // a line 52 high begins
//     ui::text("A03", Tone::text, Face::big);
//     ui::same(16);
//     ui::chip("Part 2 DRUMS", true);
//     ui::from_right(ui::button_width("Play", Icon::play));
//     if (ui::button("Play###play", …)) …
#pragma once

#include "widgets/words.h"

namespace groovebench::ui {

enum class Surface { base, panel, raised, well };
enum class Edge { none, left, right, top, bottom };  // where a panel draws its line

// A fixed window without decoration. Positions and sizes in scaled CSS pixels. Always call end_panel,
// draw only if begin_panel is true. padding in mock-up pixels.
bool begin_panel(const char* name, ImVec2 at, ImVec2 size, Surface surface = Surface::panel, Edge edge = Edge::none,
                 ImVec2 padding = {12, 10});
void end_panel();
// A part of a panel that scrolls on its own; size 0 takes what is left. padding 0, spacing 0.
bool begin_scroll(const char* name, ImVec2 size = {0, 0});
// The same, as high as what stands in it, but not higher than this (scaled pixels).
bool begin_scroll_up_to(const char* name, float height);
void end_scroll();

// Begins a line so high (mock-up pixels); what follows, up to the line's end, is centred in it.
void line(float height);
// Stays on the line, after a gap (mock-up pixels).
void same(float gap = 8);
// Stays on the line (or is first on it), so that width (scaled pixels) remains to the right edge.
void from_right(float width);
// Empty space downwards, mock-up pixels.
void space(float height);
// Moves right within the line, to x mock-up pixels from the left edge of the content.
void at_column(float x);
// A hairline across, with so much space above and below.
void rule(float above = 8, float below = 8);
// Width that is left on this line, scaled pixels.
float width_left();

// A handle of 6 pixels between two panels. vertical: a vertical bar, dragged sideways. size is changed
// within low … high (mock-up pixels, so that it survives a change of scale); from_far: the panel that
// grows lies right of or below the bar. Double click asks for the default: returns true then.
bool splitter(const char* name, bool vertical, ImVec2 at, float length, float& size, float low, float high, bool from_far = false);

}  // namespace groovebench::ui
