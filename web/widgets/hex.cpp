#include "widgets/hex.h"

#include "widgets/place.h"

namespace groovebench::ui {
namespace {

constexpr float address_letters = 7, gap_letters = 1;  // the gap stands between two halves

// Where the letters of a row stand.
struct Columns {
    float left, letter;
    float byte_x(std::size_t i) const { return left + (address_letters + float(i) * 3 + (i >= 8 ? gap_letters : 0)) * letter; }
    float sign_x(std::size_t i) const { return left + (address_letters + float(hex_columns) * 3 + 1.5f + float(i)) * letter; }
    int at(float x) const {
        for (std::size_t i = 0; i < hex_columns; i++) {
            if (x >= byte_x(i) - letter / 2 && x < byte_x(i) + letter * 2.5f) return int(i);
            if (x >= sign_x(i) && x < sign_x(i) + letter) return int(i);
        }
        return -1;
    }
};

// Of one among others: a single one is rounded up.
float letter_width() { return text_width("00000000", Face::mono_small) / 8; }

class HexPainter {
public:
    HexPainter(const ImRect& of, std::span<const std::byte> bytes, const HexLook& style)
        : box(of), row(bytes), look(style), columns{of.Min.x, letter_width()}, middle(of.GetCenter().y) {}

    void draw() {
        draw_words(canvas(), {box.Min.x, middle}, name("%06zX", look.address).words, colours().faint, Face::mono_small);
        light();
        // What has the same ink is drawn in one piece.
        for (std::size_t begin = 0; begin < row.size();) {
            std::size_t end = begin + 1;
            while (end < row.size() && end != 8 && ink_of(end) == ink_of(begin)) end++;
            draw_piece(begin, end);
            begin = end;
        }
    }

private:
    bool is_chosen(std::size_t i) const { return look.address + i >= look.chosen_begin && look.address + i < look.chosen_end; }
    bool has_changed(std::size_t i) const { return i < look.before.size() && look.before[i] != row[i]; }
    ImU32 ink_of(std::size_t i) const {
        if (has_changed(i)) return colours().warn;
        if (is_chosen(i)) return colours().text;
        return row[i] == std::byte{0} ? colours().faint : colours().soft;
    }

    void light() const {
        std::size_t begin = 0, end = row.size();
        while (begin < end && !is_chosen(begin)) begin++;
        while (end > begin && !is_chosen(end - 1)) end--;
        if (begin == end) return;
        const auto fill = [&](float from, float to) {
            canvas().AddRectFilled({from, box.Min.y + px(1)}, {to, box.Max.y - px(1)}, colours().accent_soft, px(2));
        };
        fill(columns.byte_x(begin) - px(2), columns.byte_x(end - 1) + 2 * columns.letter + px(2));
        fill(columns.sign_x(begin), columns.sign_x(end - 1) + columns.letter);
    }

    void draw_piece(std::size_t begin, std::size_t end) const {
        char hex[3 * hex_columns + 1], signs[hex_columns + 1];
        std::size_t length = 0;
        for (std::size_t i = begin; i < end; i++) {
            const auto value = unsigned(row[i]);
            for (const unsigned digit : {value >> 4, value & 15}) hex[length++] = "0123456789ABCDEF"[digit];
            hex[length++] = ' ';
            signs[i - begin] = value >= 0x20 && value < 0x7F ? char(value) : '.';
        }
        draw_words(canvas(), {columns.byte_x(begin), middle}, {hex, length - 1}, ink_of(begin), Face::mono_small);
        draw_words(canvas(), {columns.sign_x(begin), middle}, {signs, end - begin}, ink_of(begin), Face::mono_small);
    }

    ImRect box;
    std::span<const std::byte> row;
    const HexLook& look;
    Columns columns;
    float middle;
};

}  // namespace

float hex_width() { return (address_letters + float(hex_columns) * 4 + 1.5f) * letter_width(); }

HexEvent hex_row(const char* label, std::span<const std::byte> row, const HexLook& style) {
    const Placed at = place(label, {hex_width(), px(hex_row_height)});
    const Press p = press(at, ImGuiButtonFlags_PressedOnClick);
    if (at.seen) HexPainter(at.box, row, style).draw();
    finish(at, label);
    HexEvent event;
    if (!p.hovered) return event;
    const int byte = Columns{at.box.Min.x, letter_width()}.at(ImGui::GetIO().MousePos.x);
    event.hovered = byte < int(row.size()) ? byte : -1;
    event.pressed = p.pressed ? event.hovered : -1;
    return event;
}

}  // namespace groovebench::ui
