#include "widgets/button.h"

#include <algorithm>

#include "widgets/layout.h"
#include "widgets/place.h"
#include "widgets/popup.h"

namespace groovebench::ui {
namespace {

constexpr float pad = 12, icon_size = 14, icon_gap = 6;

struct Ground {
    ImU32 fill, ink;
};

Ground ground_of(Kind kind, bool enabled, const Press& p) {
    const look::Colours& c = colours();
    if (!enabled) return {kind == Kind::flat ? 0 : look::fade(c.raised, 0.6f), look::fade(c.faint, 0.7f)};
    const bool lit = p.hovered || p.held;
    switch (kind) {
        case Kind::go:
            return {lit ? look::mix(c.accent, c.text, p.held ? 0.3f : 0.15f) : c.accent, c.on_accent};
        case Kind::flat:
            return {lit ? c.raised : 0, lit ? c.text : c.soft};
        case Kind::normal:
            break;
    }
    return {p.held ? c.line : lit ? c.hover : c.raised, c.text};
}

}  // namespace

float button_width(std::string_view words, Icon icon) {
    const float extra = icon == Icon::none ? 0 : px(icon_size) + (words.empty() ? 0 : px(icon_gap));
    return text_width(words, Face::bold) + extra + 2 * px(pad);
}

bool button(const char* label, const ButtonLook& style) {
    const std::string_view words = visible(label);
    const Disabled disabled(!style.enabled);
    const float natural = button_width(words, style.icon);
    const float height = px(style.small ? look::small_button_height : look::button_height);
    const Placed at = place(label, {style.width > 0 ? style.width : natural, height});
    const Press p = press(at);
    if (at.seen) {
        const auto [fill, colour] = ground_of(style.kind, style.enabled, p);
        canvas().AddRectFilled(at.box.Min, at.box.Max, fill, px(look::radius));
        ImVec2 pen = middle_left(at.box, px(pad) + std::max(0.0f, (at.box.GetWidth() - natural) / 2));
        if (style.icon != Icon::none) {
            look::draw_icon(canvas(), style.icon, {pen.x + px(icon_size) / 2, pen.y}, px(icon_size), colour);
            pen.x += px(icon_size) + px(icon_gap);
        }
        draw_words(canvas(), pen, words, colour, style.kind == Kind::go ? Face::bold : Face::medium);
    }
    finish(at, label);
    if (!style.tip.empty()) tooltip(style.tip);
    return p.pressed && style.enabled;
}

bool icon_button(const char* label, Icon icon, bool enabled, bool on, Tone tone) {
    const Disabled disabled(!enabled);
    const Placed at = place(label, {px(26), px(26)});
    const Press p = press(at);
    if (at.seen) {
        const look::Colours& c = colours();
        const bool lit = enabled && (p.hovered || p.held);
        if (on || lit)
            canvas().AddRectFilled(at.box.Min, at.box.Max, on ? c.accent_soft : p.held ? c.line : c.raised, px(look::radius));
        const ImU32 colour = !enabled ? look::fade(c.faint, 0.6f) : on ? c.accent : lit ? c.text : ink(tone);
        look::draw_icon(canvas(), icon, at.box.GetCenter(), px(14), colour);
    }
    finish(at, label, on);
    tooltip(visible(label));
    return p.pressed && enabled;
}

float chip_button_width(std::string_view words, float side) { return text_width(words, Face::small) + 2 * px(side); }

bool chip_button(const char* label, bool on, bool enabled, float side) {
    const std::string_view words = visible(label);
    const Disabled disabled(!enabled);
    const Placed at = place(label, {chip_button_width(words, side), px(22)});
    const Press p = press(at);
    if (at.seen) {
        const look::Colours& c = colours();
        const ImU32 fill = on ? c.accent_soft : !enabled ? look::fade(c.raised, 0.5f) : p.hovered ? c.hover : c.raised;
        canvas().AddRectFilled(at.box.Min, at.box.Max, fill, px(look::small_radius));
        const ImU32 colour = !enabled ? look::fade(c.faint, 0.6f) : on ? c.accent : p.hovered ? c.text : c.soft;
        draw_words(canvas(), middle_left(at.box, px(side)), words, colour, Face::small);
    }
    finish(at, label, on, 3);
    return p.pressed && enabled;
}

bool toggle(const char* label, bool& on, bool enabled) {
    const std::string_view words = visible(label);
    const Disabled disabled(!enabled);
    const float track = px(28), gap = words.empty() ? 0 : px(8);
    const Placed at = place(label, {track + gap + text_width(words), px(20)});
    const Press p = press(at);
    if (p.pressed && enabled) on = !on;
    if (at.seen) {
        const look::Colours& c = colours();
        const ImVec2 low{at.box.Min.x, at.box.Min.y + px(2)}, high{at.box.Min.x + track, at.box.Max.y - px(2)};
        canvas().AddRectFilled(low, high, on ? c.accent : p.hovered ? c.hover : c.raised, px(8));
        if (!on) canvas().AddRect(low, high, c.line, px(8));
        const float knob = on ? high.x - px(8) : low.x + px(8);
        canvas().AddCircleFilled({knob, at.box.GetCenter().y}, px(5.5f), on ? c.on_accent : c.soft);
        draw_words(canvas(), middle_left(at.box, track + gap), words, enabled ? c.text : c.faint, Face::body);
    }
    finish(at, label, on);
    return p.pressed && enabled;
}

bool checkbox(const char* label, bool& on, bool mixed, bool enabled) {
    const std::string_view words = visible(label);
    const Disabled disabled(!enabled);
    const float side = px(16), gap = words.empty() ? 0 : px(8);
    const Placed at = place(label, {side + gap + text_width(words), px(20)});
    const Press p = press(at);
    if (p.pressed && enabled) on = mixed || !on;
    if (at.seen) {
        const look::Colours& c = colours();
        const ImVec2 low{at.box.Min.x, at.box.Min.y + px(2)}, high{low.x + side, low.y + side};
        const bool filled = on || mixed;
        canvas().AddRectFilled(low, high, filled ? c.accent : c.well, px(look::small_radius));
        if (!filled) canvas().AddRect(low, high, p.hovered ? c.soft : c.line, px(look::small_radius));
        const ImVec2 middle{low.x + side / 2, low.y + side / 2};
        if (filled) look::draw_icon(canvas(), mixed ? Icon::minus : Icon::check, middle, px(12), c.on_accent);
        draw_words(canvas(), middle_left(at.box, side + gap), words, enabled ? c.text : c.faint, Face::body);
    }
    finish(at, label, on, 3);
    return p.pressed && enabled;
}

namespace {

float tab_width(const Tab& tab) {
    return text_width(visible(tab.label)) + 2 * px(14) + (tab.changed ? px(12) : 0) + (tab.closable ? px(18) : 0);
}

// The cross at the end of a tab; drawn and answered within the tab's own item.
bool tab_cross(const Placed& at, const Press& p) {
    const ImVec2 middle{at.box.Max.x - px(15), at.box.GetCenter().y};
    if (!p.hovered && !p.focused) return false;
    const bool over =
        ImRect({middle.x - px(8), middle.y - px(8)}, {middle.x + px(8), middle.y + px(8)}).Contains(ImGui::GetIO().MousePos);
    if (over)
        canvas().AddRectFilled({middle.x - px(8), middle.y - px(8)}, {middle.x + px(8), middle.y + px(8)}, colours().hover, px(3));
    look::draw_icon(canvas(), Icon::close, middle, px(10), over ? colours().text : colours().faint);
    return over;
}

void draw_tab(const Placed& at, const Tab& tab, bool current, const Press& p) {
    const look::Colours& c = colours();
    ImDrawList& list = canvas();
    if (current) {
        list.AddRectFilled(at.box.Min, at.box.Max, c.base);
        list.AddRectFilled(at.box.Min, {at.box.Max.x, at.box.Min.y + px(2)}, c.accent);
    } else if (p.hovered) {
        list.AddRectFilled(at.box.Min, {at.box.Max.x, at.box.Max.y - px(1)}, c.raised);
    }
    list.AddRectFilled({at.box.Max.x - px(1), at.box.Min.y}, at.box.Max, c.line);
    const std::string_view words = visible(tab.label);
    draw_words(list, middle_left(at.box, px(14)), words, current || p.hovered ? c.text : c.soft, Face::body);
    if (tab.changed) list.AddCircleFilled({at.box.Min.x + px(14) + text_width(words) + px(9), at.box.GetCenter().y}, px(3), c.warn);
}

}  // namespace

TabChoice tab_bar(const char* name, std::span<const Tab> tabs, int current) {
    ImGui::PushID(name);
    const float height = px(look::tab_height);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float right = at.x + width_left();
    canvas().AddRectFilled(at, {right, at.y + height}, colours().panel);
    canvas().AddRectFilled({at.x, at.y + height - px(1)}, {right, at.y + height}, colours().line);
    TabChoice choice;
    for (int i = 0; i < int(tabs.size()); i++) {
        const Tab& tab = tabs[std::size_t(i)];
        if (i > 0) ImGui::SameLine(0, 0);
        const Placed placed = place(tab.label, {tab_width(tab), height});
        const Press p = press(placed);
        if (placed.seen) draw_tab(placed, tab, i == current, p);
        const bool cross = tab.closable && placed.seen && tab_cross(placed, p);
        if (p.pressed) (cross ? choice.closed : choice.shown) = i;
        if (tab.closable && p.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Middle)) choice.closed = i;
        finish(placed, tab.label, i == current, 0);
    }
    ImGui::PopID();
    return choice;
}

bool link(const char* label, Tone tone, Face face) {
    const std::string_view words = visible(label);
    const Placed at = place(label, {text_width(words, face), px(20)});
    const Press p = press(at);
    if (at.seen) {
        draw_words(canvas(), middle_left(at.box, 0), words, ink(tone), face);
        const float below = at.box.GetCenter().y + px(8);
        if (p.hovered || p.focused) canvas().AddRectFilled({at.box.Min.x, below}, {at.box.Max.x, below + px(1)}, ink(tone));
    }
    if (p.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    finish(at, label);
    return p.pressed;
}

}  // namespace groovebench::ui
