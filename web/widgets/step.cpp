#include "widgets/step.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "widgets/place.h"

namespace groovebench::ui {
namespace {

StepEvent event_of(const Placed& at, const Press& p) {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    StepEvent event;
    event.pressed = p.pressed;
    event.hovered = p.hovered, event.focused = p.focused;
    event.shift = g.IO.KeyShift, event.ctrl = g.IO.KeyCtrl, event.alt = g.IO.KeyAlt;
    event.double_clicked = p.hovered && ImGui::IsMouseDoubleClicked(0);
    // Not IsItemHovered: while the first cell holds the button, no other counts as hovered for ImGui.
    event.over = g.IO.MouseDown[0] && g.HoveredWindow == g.CurrentWindow && at.box.Contains(g.IO.MousePos);
    event.context =
        (p.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) || (p.focused && ImGui::IsKeyPressed(ImGuiKey_Menu, false));
    return event;
}

// Cells belong to an editor with a cursor of its own: the keyboard's ring passes over them.
Placed place_cell(const char* label, ImVec2 size) {
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
    const Placed at = place(label, size);
    ImGui::PopItemFlag();
    return at;
}

struct Paint {
    ImU32 fill, border, ink;
};

Paint paint_of(const StepLook& style) {
    const look::Colours& c = colours();
    const auto solid = [&](ImU32 led) { return Paint{look::mix(led, IM_COL32_BLACK, 0.12f), 0, c.on_led}; };
    const auto hollow = [&](ImU32 led, ImU32 words) {
        return Paint{look::mix(c.well, led, 0.16f), look::mix(c.well, led, 0.62f), words};
    };
    switch (style.trig) {
        case Trig::trig:
            return solid(c.trig);
        case Trig::oneshot:
            return solid(c.oneshot);
        case Trig::recorder:
            return solid(c.recorder);
        case Trig::midi:
            return {c.midi, 0, c.on_midi};
        case Trig::lock:
            return hollow(c.lock, c.lock_text);
        case Trig::oneshot_lock:
            return hollow(c.oneshot, c.oneshot_text);
        case Trig::recorder_oneshot:
            return hollow(c.recorder, c.recorder_text);
        case Trig::midi_lock:
            return hollow(c.lock, c.lock_text);
        case Trig::none:
            break;
    }
    return {style.off_beat ? c.off_beat : c.beat, 0, c.faint};
}

// The two dots of locked values. Boxes rather than circles: there may be a thousand of them.
void draw_dots(ImVec2 at, ImU32 colour) {
    const float side = px(4);
    for (const float x : {at.x, at.x + px(6)}) canvas().AddRectFilled({x, at.y}, {x + side, at.y + side}, colour, px(2));
}

void draw_marks(const ImRect& box, const StepLook& style, ImU32 colour) {
    ImDrawList& list = canvas();
    const bool tall = box.GetHeight() >= px(30), wide = box.GetWidth() >= px(26);
    const float margin = box.GetWidth() >= px(34) ? px(5) : px(2), left = box.Min.x + margin;  // "75 %" fits into 28
    if (style.plocks && tall) draw_dots({left, box.Min.y + px(4)}, colour);
    // Sixty-four steps side by side have no room for words; the inspector and the tooltip say them.
    if (!wide) return;
    if (style.repeats > 0 && tall) {
        const Name repeats = name("×%d", style.repeats);
        draw_words(list, {left + (style.plocks ? px(14) : 0), box.Min.y + px(8)}, repeats.words, colour, Face::step_mono);
    }
    if (style.micro != 0 && tall) {
        const Name micro = name("%s%d", style.micro > 0 ? "›" : "‹", std::abs(style.micro));
        draw_words_right(list, {box.Max.x - margin, box.Min.y + px(8)}, micro.words, colour, Face::step_mono);
    }
    if (style.words.empty()) return;
    const float low = tall ? box.Max.y - px(9) : box.GetCenter().y;
    const float room = box.GetWidth() - margin - px(1);
    const bool fits = style.short_words.empty() || text_width(style.words, Face::step) <= room;
    draw_words(list, {left, low}, fits ? style.words : style.short_words, colour, Face::step, room);
}

void ring(const ImRect& box) {
    ImRect out = box;
    out.Expand(px(1));
    canvas().AddRect(out.Min, out.Max, colours().ring, px(look::radius + 1), 0, px(2));
}

void draw_step(const ImRect& box, const StepLook& style, bool hovered) {
    ImDrawList& list = canvas();
    const look::Colours& c = colours();
    Paint paint = paint_of(style);
    if (style.playing)
        paint.fill = look::mix(paint.fill, c.text, 0.22f);
    else if (hovered)
        paint.fill = look::mix(paint.fill, c.text, 0.08f);
    if (style.dead) paint = {look::fade(paint.fill, 0.35f), look::fade(paint.border, 0.35f), look::fade(paint.ink, 0.5f)};
    const float round = px(look::radius);
    list.AddRectFilled(box.Min, box.Max, paint.fill, round);
    if (paint.border != 0) list.AddRect(box.Min, box.Max, paint.border, round);
    if (style.swing) list.AddRectFilled({box.Min.x + px(4), box.Max.y - px(2)}, {box.Max.x - px(4), box.Max.y}, c.swing);
    draw_marks(box, style, paint.ink);
    if (style.selected) ring(box);
}

}  // namespace

StepEvent step_cell(const char* label, ImVec2 size, const StepLook& style) {
    const Placed at = place_cell(label, size);
    const Press p = press(at, ImGuiButtonFlags_PressedOnClick);
    if (at.seen) draw_step(at.box, style, p.hovered);
    finish(at, label, style.trig != Trig::none);
    return event_of(at, p);
}

// Within a beat 4 between steps, 8 more precisely 4 + 4 + 4 between beats: gap, spacer, gap.
float StepGrid::step_width() const {
    const float beats = std::ceil(float(count) / 4);
    const float gaps = float(count - 1) * px(4) + (beats - 1) * px(4);
    return std::max(1.0f, std::floor((width - gaps) / float(std::max(1, count))));
}

float StepGrid::x(int step) const { return float(step) * (step_width() + px(4)) + std::floor(float(step) / 4) * px(4); }

int StepGrid::step_at(float at) const {
    for (int step = 0; step < count; step++)
        if (at >= x(step) && at < x(step) + step_width()) return step;
    return -1;
}

StepEvent track_badge(const char* label, bool selected, bool small, bool muted) {
    const Placed at = place_cell(label, {px(26), px(small ? 22 : 26)});
    const Press p = press(at, ImGuiButtonFlags_PressedOnClick);
    if (at.seen) {
        const look::Colours& c = colours();
        const ImU32 fill = selected ? c.accent : p.hovered ? c.hover : c.raised;
        const ImU32 words = selected ? c.on_accent : muted ? look::fade(c.faint, 0.6f) : c.soft;
        canvas().AddRectFilled(at.box.Min, at.box.Max, fill, px(look::radius));
        draw_words_centred(canvas(), at.box.GetCenter(), visible(label), words, small ? Face::small_bold : Face::badge);
    }
    finish(at, label, selected);
    return event_of(at, p);
}

BarEvent lane_bar(const char* label, ImVec2 size, const BarLook& style) {
    const Placed at = place_cell(label, size);
    const Press p = press(at, ImGuiButtonFlags_PressedOnClick);
    if (at.seen) {
        const look::Colours& c = colours();
        ImDrawList& list = canvas();
        const ImU32 ground = style.off_beat ? c.off_beat : c.beat;
        list.AddRectFilled(at.box.Min, at.box.Max, p.hovered ? look::mix(ground, c.text, 0.06f) : ground, px(look::radius));
        if (style.present) {
            const float top = at.box.Max.y - std::max(px(2), std::clamp(style.share, 0.0f, 1.0f) * at.box.GetHeight());
            const ImU32 fill = style.selected ? c.lock : look::mix(c.well, c.lock, 0.55f);
            list.AddRectFilled({at.box.Min.x, top}, at.box.Max, fill, px(look::radius));
            const bool on_bar = at.box.Max.y - top > px(18);
            const ImU32 words = !on_bar ? c.soft : style.selected ? c.on_led : c.text;
            draw_words_centred(list, {at.box.GetCenter().x, on_bar ? at.box.Max.y - px(11) : top - px(9)}, style.words, words,
                               Face::step_mono);
        }
    }
    finish(at, label, style.present);
    BarEvent event{event_of(at, p), 0};
    const float share = (at.box.Max.y - ImGui::GetIO().MousePos.y) / std::max(1.0f, at.box.GetHeight());
    event.share = std::clamp(share, 0.0f, 1.0f);
    // A lane is drawn across: leaving a bar at its top or bottom still draws in its column.
    const float x = ImGui::GetIO().MousePos.x;
    event.pointer.over = ImGui::GetIO().MouseDown[0] && ImGui::GetCurrentContext()->HoveredWindow == ImGui::GetCurrentWindow() &&
                         x >= at.box.Min.x && x < at.box.Max.x;
    return event;
}

namespace {

// Eight rows of sixteen dots, on whole device pixels: unrounded boxes cost four corners each.
void draw_thumbnail(const ImRect& box, std::span<const std::uint64_t> rows, ImU32 colour) {
    const float device = 1 / look().density;
    const auto snap = [&](float v) { return std::max(device, std::floor(v / device) * device); };
    const float pitch = std::min(snap((box.GetWidth() - px(10)) / 16), snap((box.GetHeight() - px(8)) / 8));
    const float dot = std::max(device, pitch - std::max(device, snap(pitch * 0.3f)));
    const float left = std::floor(box.GetCenter().x - 8 * pitch + px(1)), top = std::floor(box.GetCenter().y - 4 * pitch);
    ImDrawList& list = canvas();
    for (std::size_t row = 0; row < std::min<std::size_t>(8, rows.size()); row++) {
        const std::uint64_t folded = rows[row] | rows[row] >> 16 | rows[row] >> 32 | rows[row] >> 48;
        for (int step = 0; step < 16; step++) {
            if (!(folded >> step & 1)) continue;
            const ImVec2 low{left + float(step) * pitch, top + float(row) * pitch};
            list.AddRectFilled(low, {low.x + dot, low.y + dot}, colour);
        }
    }
}

}  // namespace

StepEvent pattern_cell(const char* label, ImVec2 size, const PatternLook& style) {
    const Placed at = place_cell(label, size);
    const Press p = press(at, ImGuiButtonFlags_PressedOnClick);
    if (at.seen) {
        const look::Colours& c = colours();
        ImDrawList& list = canvas();
        const ImU32 ground = style.used ? c.raised : c.off_beat;
        list.AddRectFilled(at.box.Min, at.box.Max, p.hovered ? look::mix(ground, c.text, 0.08f) : ground, px(look::radius));
        if (style.used) {
            list.AddRectFilled({at.box.Min.x, at.box.Min.y + px(6)}, {at.box.Min.x + px(3), at.box.Max.y - px(6)}, style.part,
                               px(1.5f));
            draw_thumbnail(at.box, style.rows, look::fade(c.text, 0.8f));
        }
        if (style.broken) look::draw_icon(list, Icon::warn, at.box.GetCenter(), px(14), c.bad);
        if (style.changed) list.AddCircleFilled({at.box.Max.x - px(6.5f), at.box.Min.y + px(6.5f)}, px(2.5f), c.warn, 10);
        if (style.selected) ring(at.box);
    }
    finish(at, label, style.selected);
    return event_of(at, p);
}

}  // namespace groovebench::ui
