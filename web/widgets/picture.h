// Pictures of data: waveforms, bytes, how far something is.
#pragma once

#include <cstddef>
#include <span>

#include "widgets/words.h"

namespace groovebench::ui {

// Lowest and highest sample of a stretch, -1 … 1.
struct Peak {
    float low = 0, high = 0;
};
struct Region {
    float from = 0, to = 0;  // shares of the whole, 0 … 1
    Tone tone = Tone::accent;
};
struct WaveLook {
    Tone tone = Tone::faint;
    bool well = true;                      // on sunk ground, with a margin
    std::span<const Region> regions = {};  // slices, the part that plays
    float cursor = -1;                     // where it plays, 0 … 1
};
struct WaveEvent {
    bool pressed = false, dragged = false, hovered = false;
    float at = 0;  // 0 … 1
};
// size in scaled pixels; x 0: to the edge.
WaveEvent waveform(const char* label, ImVec2 size, std::span<const Peak> peaks, const WaveLook& style = {});
// Into a box, without an item: at the end of a list row.
void draw_wave(ImDrawList& list, ImVec2 at, ImVec2 size, std::span<const Peak> peaks, ImU32 colour);

// Bytes in rows of `columns`, the address first (from `address` on). Marks colour stretches. Hovering one
// reports its index, else -1. At most `rows` rows; the rest is said in words.
struct ByteMark {
    std::size_t begin = 0, end = 0;
    Tone tone = Tone::lock;
};
int hex_view(const char* label, std::span<const std::byte> bytes, std::size_t address, std::span<const ByteMark> marks = {},
             int columns = 12, int rows = 16);

// A bar of 6 in height, share 0 … 1; below 0 it runs to and fro. width in scaled pixels, 0: to the edge.
void progress(const char* label, float share, Tone tone = Tone::soft, float width = 0);

}  // namespace groovebench::ui
