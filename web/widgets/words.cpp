#include "widgets/words.h"

#include <imgui_internal.h>

#include <cmath>
#include <cstdarg>
#include <string>

#include "widgets/layout.h"
#include "widgets/place.h"

namespace groovebench::ui {
namespace {

// Letters of a heading stand this much apart, in ems.
constexpr float heading_spacing = 0.06f;

float line_height(Face face) {
    switch (face) {
        case Face::small:
        case Face::small_bold:
        case Face::mono_small:
            return 16;
        case Face::big:
            return 24;
        case Face::step:
        case Face::step_mono:
            return 12;
        default:
            return 20;
    }
}

ImVec2 corner_of(ImVec2 left_middle, Face face) {
    const float size = look().font_size(face);
    const float ascent = look().font(face)->GetFontBaked(size)->Ascent;
    return {left_middle.x, std::round(left_middle.y + look::middle_to_baseline * size) - ascent};
}

// How much of the words fits beside an ellipsis.
std::string_view cut(std::string_view words, Face face, float max_width) {
    ImFont* font = look().font(face);
    const char* rest = nullptr;
    font->CalcTextSizeA(look().font_size(face), ImMax(1.0f, max_width - text_width("…", face)), 0, words.data(),
                        words.data() + words.size(), &rest);
    return words.substr(0, std::size_t(rest - words.data()));
}

float heading_width(std::string_view words) {
    return text_width(words, Face::small_bold) + float(words.size()) * heading_spacing * look().font_size(Face::small_bold);
}

// Letter by letter, with room between them: ImGui knows no letter spacing.
void draw_heading(ImDrawList& list, ImVec2 left_middle, std::string_view words, ImU32 colour) {
    const float size = look().font_size(Face::small_bold);
    ImFontBaked* baked = look().font(Face::small_bold)->GetFontBaked(size);
    ImVec2 at = corner_of(left_middle, Face::small_bold);
    for (const char *c = words.data(), *end = c + words.size(); c < end;) {
        unsigned letter = 0;
        c += ImTextCharFromUtf8(&letter, c, end);
        const ImFontGlyph& g = *baked->FindGlyph(ImWchar(letter));
        if (g.Visible) {
            list.PrimReserve(6, 4);
            list.PrimRectUV({at.x + g.X0, at.y + g.Y0}, {at.x + g.X1, at.y + g.Y1}, {g.U0, g.V0}, {g.U1, g.V1}, colour);
        }
        at.x += g.AdvanceX + heading_spacing * size;
    }
}

std::string capitals(std::string_view words) {
    std::string result(words);
    for (char& c : result)
        if (c >= 'a' && c <= 'z') c = char(c - 'a' + 'A');
    return result;
}

void ground(const Placed& at, ImU32 fill, float rounding) { canvas().AddRectFilled(at.box.Min, at.box.Max, fill, px(rounding)); }

}  // namespace

ImU32 ink(Tone tone) {
    const look::Colours& c = colours();
    switch (tone) {
        case Tone::text:
            return c.text;
        case Tone::soft:
            return c.soft;
        case Tone::faint:
            return c.faint;
        case Tone::accent:
            return c.accent;
        case Tone::on_accent:
            return c.on_accent;
        case Tone::ok:
            return c.ok;
        case Tone::warn:
            return c.warn;
        case Tone::bad:
            return c.bad;
        case Tone::trig:
            return c.trig_text;
        case Tone::oneshot:
            return c.oneshot_text;
        case Tone::lock:
            return c.lock_text;
        case Tone::recorder:
            return c.recorder_text;
        case Tone::swing:
            return c.swing_text;
    }
    return c.text;
}

float text_width(std::string_view words, Face face) {
    if (words.empty()) return 0;
    const ImVec2 size =
        look().font(face)->CalcTextSizeA(look().font_size(face), FLT_MAX, 0, words.data(), words.data() + words.size());
    return std::ceil(size.x);
}

void draw_words(ImDrawList& list, ImVec2 left_middle, std::string_view words, ImU32 colour, Face face, float max_width) {
    if (words.empty()) return;
    const ImVec2 at = corner_of(left_middle, face);
    ImFont* font = look().font(face);
    const float size = look().font_size(face);
    if (max_width <= 0 || text_width(words, face) <= max_width) {
        list.AddText(font, size, at, colour, words.data(), words.data() + words.size());
        return;
    }
    const std::string shown = std::string(cut(words, face, max_width)) + "…";
    list.AddText(font, size, at, colour, shown.data(), shown.data() + shown.size());
}

void draw_words_centred(ImDrawList& list, ImVec2 middle, std::string_view words, ImU32 colour, Face face) {
    draw_words(list, {std::round(middle.x - text_width(words, face) / 2), middle.y}, words, colour, face);
}

void draw_words_right(ImDrawList& list, ImVec2 right_middle, std::string_view words, ImU32 colour, Face face) {
    draw_words(list, {std::round(right_middle.x - text_width(words, face)), right_middle.y}, words, colour, face);
}

void text(std::string_view words, Tone tone, Face face, float max_width, const char* name) {
    float width = text_width(words, face);
    if (max_width > 0) width = ImMin(width, max_width);
    const Placed at = place_words({width, px(line_height(face))}, words, name);
    if (at.seen) draw_words(canvas(), middle_left(at.box, 0), words, ink(tone), face, max_width);
}

void paragraph(std::string_view words, Tone tone, Face face, float width) {
    ImFont* font = look().font(face);
    const float size = look().font_size(face), wrap = width > 0 ? width : width_left();
    const char* end = words.data() + words.size();
    for (const char* at = words.data(); at < end;) {
        const char* stop = font->CalcWordWrapPosition(size, at, end, wrap);
        if (stop == at) stop++;
        if (const void* newline = std::memchr(at, '\n', std::size_t(stop - at))) stop = static_cast<const char*>(newline);
        text({at, std::size_t(stop - at)}, tone, face);
        for (at = stop; at < end && (*at == ' ' || *at == '\n');)
            if (*at++ == '\n') break;
    }
}

void heading(std::string_view words, float space_above) {
    if (space_above > 0) space(space_above);
    const std::string shown = capitals(words);
    const Placed at = place_words({heading_width(shown), px(16)}, words, nullptr);
    if (at.seen) draw_heading(canvas(), middle_left(at.box, 0), shown, colours().faint);
    if (space_above > 0) space(6);
}

void label_column(std::string_view words, float column) {
    line(24);
    text(words, Tone::soft, Face::body, px(column - 8));
    same(0);
    at_column(column);
}

float chip_width(std::string_view words) { return text_width(words, Face::small) + 2 * px(6); }

void chip(std::string_view words, bool on, Tone tone) {
    const Placed at = place_words({chip_width(words), px(look::chip_height)}, words, nullptr);
    if (!at.seen) return;
    ground(at, on ? colours().accent_soft : colours().raised, 3);
    draw_words(canvas(), middle_left(at.box, px(6)), words, on ? colours().accent : ink(tone), Face::small);
}

void badge(std::string_view words, Tone tone) {
    const Placed at = place_words({chip_width(words), px(look::chip_height)}, words, nullptr);
    if (!at.seen) return;
    ground(at, look::fade(ink(tone), 0.16f), 3);
    draw_words(canvas(), middle_left(at.box, px(6)), words, ink(tone), Face::small);
}

float key_width(std::string_view words) { return text_width(words, Face::mono_small) + 2 * px(5); }

void key(std::string_view words) {
    const Placed at = place_words({key_width(words), px(18)}, words, nullptr);
    if (!at.seen) return;
    const ImU32 line_colour = colours().line;
    canvas().AddRect(at.box.Min, at.box.Max, line_colour, px(3));
    canvas().AddLine({at.box.Min.x + px(2), at.box.Max.y - px(2)}, {at.box.Max.x - px(2), at.box.Max.y - px(2)}, line_colour);
    draw_words(canvas(), middle_left(at.box, px(5)), words, colours().soft, Face::mono_small);
}

void dot(Tone tone) {
    const Placed at = place_words({px(9), px(9)}, {}, nullptr);
    if (at.seen) canvas().AddCircleFilled(at.box.GetCenter(), px(4.5f), ink(tone));
}

void icon(Icon icon, Tone tone, float size) {
    const Placed at = place_words({px(size), px(size)}, {}, nullptr);
    if (at.seen) look::draw_icon(canvas(), icon, at.box.GetCenter(), px(size), ink(tone));
}

void swatch(ImU32 colour) {
    const Placed at = place_words({px(10), px(10)}, {}, nullptr);
    if (at.seen) ground(at, colour, 2);
}

void empty_state(Icon icon, std::string_view title, std::string_view hint) {
    const ImVec2 left = ImGui::GetContentRegionAvail();
    const Placed at = place_words({ImMax(left.x, 1.0f), ImMax(left.y, px(120))}, title, "empty");
    if (!at.seen) return;
    const ImVec2 middle = at.box.GetCenter();
    look::draw_icon(canvas(), icon, {middle.x, middle.y - px(34)}, px(28), colours().faint);
    draw_words_centred(canvas(), middle, title, colours().text, Face::medium);
    draw_words_centred(canvas(), {middle.x, middle.y + px(22)}, hint, colours().soft, Face::body);
}

Name name(const char* format, ...) {
    Name made{};
    va_list values;
    va_start(values, format);
    ImFormatStringV(made.words, sizeof made.words, format, values);
    va_end(values);
    return made;
}

}  // namespace groovebench::ui
