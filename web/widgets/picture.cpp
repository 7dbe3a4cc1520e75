#include "widgets/picture.h"

#include <algorithm>
#include <cmath>

#include "widgets/layout.h"
#include "widgets/place.h"

namespace groovebench::ui {
namespace {

void draw_regions(const ImRect& box, std::span<const Region> regions) {
    for (const Region& region : regions) {
        const float from = box.Min.x + box.GetWidth() * std::clamp(region.from, 0.0f, 1.0f);
        const float to = std::max(from + px(1), box.Min.x + box.GetWidth() * std::clamp(region.to, 0.0f, 1.0f));
        const ImU32 edge = ink(region.tone);
        canvas().AddRectFilled({from, box.Min.y}, {to, box.Max.y}, look::fade(edge, 0.18f));
        canvas().AddRectFilled({from, box.Min.y}, {from + px(1), box.Max.y}, edge);
        canvas().AddRectFilled({to - px(1), box.Min.y}, {to, box.Max.y}, edge);
    }
}

}  // namespace

void draw_wave(ImDrawList& list, ImVec2 at, ImVec2 size, std::span<const Peak> peaks, ImU32 colour) {
    if (peaks.empty()) return;
    const float device = 1 / look().density, pitch = std::max(device, px(2));
    const float thick = std::max(device, std::round(px(1.2f) / device) * device), middle = at.y + size.y / 2;
    const int columns = std::max(1, int(size.x / pitch));
    for (int column = 0; column < columns; column++) {
        const auto first = std::size_t(column) * peaks.size() / std::size_t(columns);
        const auto last = std::max(first + 1, std::size_t(column + 1) * peaks.size() / std::size_t(columns));
        float low = 0, high = 0;
        for (std::size_t i = first; i < std::min(last, peaks.size()); i++) {
            low = std::min(low, peaks[i].low);
            high = std::max(high, peaks[i].high);
        }
        const float x = at.x + float(column) * pitch;
        const float up = std::max(device / 2, std::clamp(high, 0.0f, 1.0f) * size.y / 2);
        const float down = std::max(device / 2, std::clamp(-low, 0.0f, 1.0f) * size.y / 2);
        list.AddRectFilled({x, middle - up}, {x + thick, middle + down}, colour);
    }
}

WaveEvent waveform(const char* label, ImVec2 size, std::span<const Peak> peaks, const WaveLook& style) {
    if (size.x <= 0) size.x = width_left();
    const Placed at = place(label, size);
    const Press p = press(at, ImGuiButtonFlags_PressedOnClick);
    ImRect inner = at.box;
    if (style.well) inner.Expand(-px(6));
    if (at.seen) {
        if (style.well) canvas().AddRectFilled(at.box.Min, at.box.Max, colours().well, px(look::radius));
        draw_wave(canvas(), inner.Min, inner.GetSize(), peaks, look::fade(ink(style.tone), 0.75f));
        draw_regions(inner, style.regions);
        if (style.cursor >= 0 && style.cursor <= 1) {
            const float x = inner.Min.x + inner.GetWidth() * style.cursor;
            canvas().AddRectFilled({x, inner.Min.y}, {x + px(1), inner.Max.y}, colours().text);
        }
    }
    finish(at, label);
    const float share = (ImGui::GetIO().MousePos.x - inner.Min.x) / std::max(1.0f, inner.GetWidth());
    return {p.pressed, p.held, p.hovered, std::clamp(share, 0.0f, 1.0f)};
}

namespace {

// A row of bytes: equal ink is drawn in one piece.
class HexRow {
public:
    HexRow(ImVec2 start, std::span<const std::byte> all, std::span<const ByteMark> marked)
        : pen(start), bytes(all), marks(marked) {}

    void draw(std::size_t first, std::size_t count, float y) {
        std::string piece;
        ImU32 colour = 0;
        ImVec2 at{pen.x, y};
        const float letter = text_width("0", Face::mono_small);
        for (std::size_t i = first; i < std::min(first + count, bytes.size()); i++) {
            const ImU32 wanted = colour_of(i);
            if (wanted != colour && !piece.empty()) {
                draw_words(canvas(), at, piece, colour, Face::mono_small);
                at.x = pen.x + float(i - first) * 3 * letter;
                piece.clear();
            }
            colour = wanted;
            piece += name("%02X ", unsigned(bytes[i])).words;
        }
        draw_words(canvas(), at, piece, colour, Face::mono_small);
    }

private:
    ImU32 colour_of(std::size_t i) const {
        for (const ByteMark& mark : marks)
            if (i >= mark.begin && i < mark.end) return ink(mark.tone);
        return colours().faint;
    }
    ImVec2 pen;
    std::span<const std::byte> bytes;
    std::span<const ByteMark> marks;
};

}  // namespace

int hex_view(const char* label, std::span<const std::byte> bytes, std::size_t address, std::span<const ByteMark> marks, int columns,
             int rows) {
    const auto across = std::size_t(std::max(1, columns));
    const std::size_t needed = (bytes.size() + across - 1) / across, shown = std::min(needed, std::size_t(std::max(1, rows)));
    const float row_height = px(16), letter = text_width("0", Face::mono_small), left = 8 * letter;
    const Placed at = place(label, {left + float(across) * 3 * letter, float(shown) * row_height});
    const Press p = press(at);
    if (at.seen) {
        HexRow hex({at.box.Min.x + left, 0}, bytes, marks);
        for (std::size_t row = 0; row < shown; row++) {
            const float y = at.box.Min.y + (float(row) + 0.5f) * row_height;
            draw_words(canvas(), {at.box.Min.x, y}, name("%06zX", address + row * across).words, colours().soft, Face::mono_small);
            hex.draw(row * across, across, y);
        }
    }
    finish(at, label);
    if (needed > shown) text(name("%zu more bytes", bytes.size() - shown * across).words, Tone::faint, Face::small);
    if (!p.hovered) return -1;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const int column = int((mouse.x - at.box.Min.x - left) / (3 * letter)), row = int((mouse.y - at.box.Min.y) / row_height);
    const int index = row * int(across) + column;
    const bool on_byte = mouse.x >= at.box.Min.x + left && column < int(across) && index < int(bytes.size());
    return on_byte ? index : -1;
}

void progress(const char* label, float share, Tone tone, float width) {
    const Placed at = place(label, {width > 0 ? width : width_left(), px(6)});
    finish(at, label);
    if (!at.seen) return;
    canvas().AddRectFilled(at.box.Min, at.box.Max, colours().well, px(3));
    float from = 0, to = std::clamp(share, 0.0f, 1.0f);
    if (share < 0) {
        // A third of the bar, to and fro in two seconds.
        const double turn = std::fmod(here().now, 2.0);
        from = float(turn < 1 ? turn : 2 - turn) * 0.67f, to = from + 0.33f;
        keep_awake();
    }
    const float x = at.box.Min.x, all = at.box.GetWidth();
    if (to > from) canvas().AddRectFilled({x + from * all, at.box.Min.y}, {x + to * all, at.box.Max.y}, ink(tone), px(3));
}

}  // namespace groovebench::ui
