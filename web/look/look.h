// The look in force: theme, machine, interface scale, fonts, and what follows from them. One Look
// belongs to each ImGui context; widgets reach it through ui::look() (widgets/ui.h).
//
// Sizes are written in the pixels of the mock-ups at 100 % and pass through px(), which applies the
// interface scale and lands on whole device pixels. Three sizes of words (11, 13, 16) and the tabular
// face at 12, on a grid of 4.
#pragma once

#include <span>

#include "look/colours.h"

namespace groovebench::look {

enum class Face {
    small,       // 11: notes, counts, headings
    small_bold,  // 11 semibold
    body,        // 13
    medium,      // 13 medium: names of things
    bold,        // 13 semibold
    badge,       // 12 semibold: the name of a track
    big,         // 16 semibold: the title of a view
    mono,        // 12 tabular: numbers and codes
    mono_small,  // 11 tabular: bytes
    step,        // 10 semibold: words in a step
    step_mono,   //  9 tabular: micro-timing and repeats in a step
};

struct Fonts {
    ImFont *text = nullptr, *medium = nullptr, *bold = nullptr, *mono = nullptr;
};

struct Look {
    Theme theme = Theme::dark;
    Machine machine = Machine::octatrack;
    float scale = 1;    // interface scale, 0.75 to 2
    float density = 1;  // device pixels to a CSS pixel
    Colours colours = look::colours(Theme::dark);
    Fonts fonts;

    float px(float size) const;  // a size of the mock-ups, here
    ImFont* font(Face face) const;
    float font_size(Face face) const;  // as ImDrawList takes it: whole scaled CSS pixels of the em, sharp
};

// Heights and widths of the mock-ups, for px().
inline constexpr float grid = 4, radius = 4, small_radius = 3;
inline constexpr float top_height = 40, status_height = 28, tab_height = 32, row_height = 24, list_row_height = 26;
inline constexpr float button_height = 28, small_button_height = 26, chip_height = 18, step_height = 38, midi_step_height = 22;
inline constexpr float tree_indent = 18, side_width = 232, inspector_width = 324;

// From the middle of a line of words down to their baseline, in ems: half of ascender minus descender,
// which both faces have alike.
inline constexpr float middle_to_baseline = 0.364f;

// Changes theme, machine or scale; the ImGui style of the current context follows.
void apply(Look& look, Theme theme, Machine machine, float scale);

// Adds a face to the current context from the bytes of a TrueType file, which are copied.
// A face that is missing is drawn with the one that is there.
enum class FontKind { text, text_medium, text_semibold, mono };
bool add_font(Look& look, FontKind kind, std::span<const std::byte> file);

}  // namespace groovebench::look
