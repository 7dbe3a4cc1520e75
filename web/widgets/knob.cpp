// The knob of the mock-ups, and the number that is dragged.
#include <algorithm>
#include <cmath>
#include <string>

#include "widgets/number.h"
#include "widgets/popup.h"

namespace groovebench::ui {
namespace {

constexpr float pi = 3.14159265f;
constexpr float first_angle = -225 * pi / 180, sweep = 270 * pi / 180;

void arc(ImVec2 centre, float radius, float from, float to, ImU32 colour) {
    ImDrawList& list = canvas();
    list.PathArcTo(centre, radius, std::min(from, to), std::max(from, to), 24);
    list.PathStroke(colour, 0, px(3));
}

float share_of(const Number& n) {
    return n.high > n.low ? std::clamp(float(n.value - n.low) / float(n.high - n.low), 0.0f, 1.0f) : 0;
}

void draw_dial(ImVec2 centre, const Number& n, const KnobLook& style) {
    const look::Colours& c = colours();
    const float angle = first_angle + sweep * share_of(n), start = style.bipolar ? first_angle + sweep / 2 : first_angle;
    const ImU32 lit = style.off || style.mixed ? c.faint : style.locked ? c.lock : c.accent;
    arc(centre, px(15), first_angle, first_angle + sweep, style.locked ? look::mix(c.line, c.lock, 0.12f) : c.line);
    if (std::abs(angle - start) > 0.02f && !style.mixed) arc(centre, px(15), start, angle, lit);
    if (style.mixed) return;
    const ImVec2 along{std::cos(angle), std::sin(angle)};
    canvas().AddLine({centre.x + along.x * px(6), centre.y + along.y * px(6)},
                     {centre.x + along.x * px(13), centre.y + along.y * px(13)}, c.text, px(1.6f));
}

void draw_ground(const ImRect& box, const KnobLook& style, const Gesture& gesture) {
    const look::Colours& c = colours();
    if (style.locked) {
        canvas().AddRectFilled(box.Min, box.Max, look::fade(c.lock, 0.14f), px(look::radius));
        canvas().AddRect(box.Min, box.Max, look::fade(c.lock, 0.45f), px(look::radius));
    } else if (gesture.hovered || gesture.held) {
        canvas().AddRectFilled(box.Min, box.Max, look::fade(c.raised, 0.9f), px(look::radius));
    }
}

void draw_value(ImVec2 middle, const Number& n, bool off, const Gesture& gesture) {
    const look::Colours& c = colours();
    if (gesture.typing)
        draw_words_centred(canvas(), middle, typed_words(), c.text, Face::mono);
    else
        draw_words_centred(canvas(), middle, n.shown, off ? c.faint : c.text, Face::mono);
}

}  // namespace

Edit knob(const char* label, const Number& number, const KnobLook& style) {
    const Disabled disabled(!number.enabled);
    const Placed at = place(label, {px(56), px(76)});
    const Gesture gesture = number_gesture(at, number, px(160));
    if (at.seen) {
        const look::Colours& c = colours();
        draw_ground(at.box, style, gesture);
        const float x = at.box.GetCenter().x, top = at.box.Min.y;
        const ImU32 head = style.locked ? c.lock_text : gesture.hovered ? c.text : c.soft;
        draw_words_centred(canvas(), {x, top + px(12)}, visible(label), head, Face::small);
        draw_dial({x, top + px(41)}, number, style);
        draw_value({x, top + px(65)}, number, style.off, gesture);
    }
    finish(at, label, style.locked);
    if (!number.tip.empty() && !gesture.held) tooltip(number.tip);
    return gesture.edit;
}

Edit number_field(const char* label, const Number& number, float width, bool bare) {
    const float side = bare ? 0 : px(8);
    const float natural = text_width(number.shown, Face::mono) + 2 * side;
    const Disabled disabled(!number.enabled);
    const Placed at = place(label, {width > 0 ? width : natural, px(24)});
    const Gesture gesture = number_gesture(at, number, px(240));
    if (at.seen) {
        const look::Colours& c = colours();
        const bool lit = (gesture.hovered || gesture.held) && number.enabled;
        ImRect ground = at.box;
        if (bare) ground.Expand(ImVec2(px(4), -px(1)));
        if (!bare || lit) canvas().AddRectFilled(ground.Min, ground.Max, lit ? c.hover : c.raised, px(look::radius));
        if (gesture.typing) canvas().AddRect(ground.Min, ground.Max, c.accent, px(look::radius));
        const ImU32 colour = number.enabled ? c.text : c.faint;
        const std::string words = gesture.typing ? typed_words() : std::string(number.shown);
        draw_words(canvas(), middle_left(at.box, side), words, colour, Face::mono, at.box.GetWidth() - side);
    }
    finish(at, label);
    if (!number.tip.empty() && !gesture.held) tooltip(number.tip);
    return gesture.edit;
}

}  // namespace groovebench::ui
