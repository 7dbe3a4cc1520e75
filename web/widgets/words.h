// Words on screen: text, headings, chips, keys, dots. Sizes come from the face, colours from the tone.
// Words are shown as they are ("##" in a file's name too) and recorded as items under their own label.
#pragma once

#include <string_view>

#include "look/icons.h"
#include "widgets/ui.h"

namespace groovebench::ui {

using look::Face;
using look::Icon;

enum class Tone { text, soft, faint, accent, on_accent, ok, warn, bad, trig, oneshot, lock, recorder, swing };
ImU32 ink(Tone tone);

// One line of words, centred on the line it stands in (layout.h). With max_width (scaled pixels) words
// that do not fit end in "…". name: for tests, without ###.
void text(std::string_view words, Tone tone = Tone::text, Face face = Face::body, float max_width = 0, const char* name = nullptr);
// Words over as many lines as they need, broken at width (0: to the edge of the window).
void paragraph(std::string_view words, Tone tone = Tone::soft, Face face = Face::body, float width = 0);
// A small heading in capitals, with the mock-ups' space above (0 at the top of a panel).
void heading(std::string_view words, float space_above = 14);
// A name in soft words and its value beside it, at column (mock-up pixels): one row of an inspector.
void label_column(std::string_view words, float column = 96);

// A rounded piece of raised ground with small words: version, part, kind.
void chip(std::string_view words, bool on = false, Tone tone = Tone::soft);
// A chip in the colour of its tone, washed: the type of a trig, a state.
void badge(std::string_view words, Tone tone);
// A key cap.
void key(std::string_view words);
// A round dot, 8 wide: something differs.
void dot(Tone tone);
void icon(Icon icon, Tone tone = Tone::soft, float size = 14);
// A small square of a colour: the part of a pattern.
void swatch(ImU32 colour);
// What is shown where nothing is yet: an icon, a sentence, and what to do. Fills what is left.
void empty_state(Icon icon, std::string_view title, std::string_view hint);

// Widths in scaled pixels, for laying out from the right.
float text_width(std::string_view words, Face face = Face::body);
float chip_width(std::string_view words);
float key_width(std::string_view words);

// Onto a draw list, for what is drawn by hand. middle_y: the middle of the line. Cut at max_width if > 0.
void draw_words(ImDrawList& list, ImVec2 left_middle, std::string_view words, ImU32 colour, Face face, float max_width = 0);
void draw_words_centred(ImDrawList& list, ImVec2 middle, std::string_view words, ImU32 colour, Face face);
void draw_words_right(ImDrawList& list, ImVec2 right_middle, std::string_view words, ImU32 colour, Face face);

// A short text made on the spot, for names of items: name("t%d-s%d", track, step).
struct Name {
    char words[64];
    operator const char*() const { return words; }
};
Name name(const char* format, ...) IM_FMTARGS(1);

}  // namespace groovebench::ui
