// Bytes of a whole file, a row at a time: the address, sixteen in hex, the same as characters.
#pragma once

#include <cstddef>
#include <span>

#include "widgets/words.h"

namespace groovebench::ui {

inline constexpr std::size_t hex_columns = 16;

struct HexLook {
    std::size_t address = 0;                       // of the row's first byte
    std::size_t chosen_begin = 0, chosen_end = 0;  // lit, in the file
    std::span<const std::byte> before = {};        // as the row was; what differs is marked. Empty: nothing is
};
// How wide a row is, scaled pixels; it is 18 high.
float hex_width();
inline constexpr float hex_row_height = 18;
// The byte of the row that was pressed, -1 when none was; hovered: the byte under the pointer, or -1.
struct HexEvent {
    int pressed = -1, hovered = -1;
};
HexEvent hex_row(const char* label, std::span<const std::byte> row, const HexLook& style);

}  // namespace groovebench::ui
