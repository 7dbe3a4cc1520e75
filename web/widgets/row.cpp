#include "widgets/row.h"

#include "widgets/layout.h"
#include "widgets/place.h"

namespace groovebench::ui {
namespace {

RowEvent event_of(const Placed& at, const Press& p) {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    RowEvent event;
    event.clicked = p.pressed;
    event.hovered = p.hovered, event.focused = p.focused;
    event.shift = g.IO.KeyShift, event.ctrl = g.IO.KeyCtrl;
    const bool by_keyboard = p.pressed && g.NavActivateId == at.id;
    event.opened = (p.hovered && ImGui::IsMouseDoubleClicked(0)) || (by_keyboard && ImGui::IsKeyDown(ImGuiKey_Enter));
    event.context =
        (p.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) || (p.focused && ImGui::IsKeyPressed(ImGuiKey_Menu, false));
    return event;
}

// Left and Right on the keyboard close and open the row, as in every tree.
bool toggled_by_arrow(const Placed& at, const TreeRow& row) {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    if (row.leaf || g.NavId != at.id) return false;
    const bool wanted = (g.NavMoveDir == ImGuiDir_Left && row.open) || (g.NavMoveDir == ImGuiDir_Right && !row.open);
    if (wanted) ImGui::NavMoveRequestCancel();
    return wanted;
}

// What stands at the right end of a tree row; returns how much room it took.
float draw_tree_end(const ImRect& box, const TreeRow& row) {
    ImDrawList& list = canvas();
    const float middle = box.GetCenter().y;
    float right = box.Max.x - px(8);
    if (row.mark != Icon::none) {
        look::draw_icon(list, row.mark, {right - px(6), middle}, px(12), ink(row.mark_tone));
        right -= px(18);
    }
    if (row.dot) {
        list.AddCircleFilled({right - px(4.5f), middle}, px(4.5f), colours().warn);
        right -= px(15);
    }
    if (!row.note.empty()) {
        draw_words_right(list, {right, middle}, row.note, ink(row.note_tone), Face::small);
        right -= text_width(row.note, Face::small) + px(6);
    }
    return right;
}

void draw_tree_row(const ImRect& box, const char* label, const TreeRow& row, const Press& p) {
    ImDrawList& list = canvas();
    const look::Colours& c = colours();
    if (row.selected || p.hovered)
        list.AddRectFilled(box.Min, box.Max, row.selected ? c.accent_soft : look::fade(c.hover, 0.6f), px(look::radius));
    const float middle = box.GetCenter().y;
    float x = box.Min.x + (row.depth == 0 ? px(8) : px(4) + float(row.depth) * px(look::tree_indent));
    if (!row.leaf) {
        look::draw_icon(list, row.open ? Icon::down : Icon::right, {x + px(6), middle}, px(12), c.faint);
        x += px(18);
    }
    if (row.icon != Icon::none) {
        const float size = row.depth == 0 ? 14 : 12;
        look::draw_icon(list, row.icon, {x + px(size / 2), middle}, px(size), ink(row.icon_tone));
        x += px(size + 6);
    }
    const float right = draw_tree_end(box, row);
    const std::string_view words = visible(label);
    const ImU32 colour = row.selected ? c.text : ink(row.tone);
    draw_words(list, {x, middle}, words, colour, Face::body, right - x);
    if (row.aside.empty()) return;
    x += text_width(words) + px(6);
    if (x < right) draw_words(list, {x, middle}, row.aside, c.faint, Face::small, right - x);
}

ImRect last_box() { return ImGui::GetCurrentContext()->LastItemData.Rect; }

float from_edge(float x) {
    const ImRect box = last_box();
    return x < 0 ? box.Max.x + px(x) : box.Min.x + px(x);
}
float last_middle() { return last_box().GetCenter().y; }

}  // namespace

RowEvent tree_row(const char* label, const TreeRow& row) {
    const Placed at = place(label, {width_left(), px(look::row_height)});
    const Press p = press(at, ImGuiButtonFlags_PressedOnClick);
    RowEvent event = event_of(at, p);
    const float chevron = at.box.Min.x + (row.depth == 0 ? px(8) : px(4) + float(row.depth) * px(look::tree_indent));
    const float mouse = ImGui::GetIO().MousePos.x;
    const bool on_chevron = p.pressed && p.hovered && mouse >= chevron - px(4) && mouse < chevron + px(16);
    event.toggled = !row.leaf && (on_chevron || toggled_by_arrow(at, row));
    if (event.toggled) event.clicked = event.opened = false;
    if (at.seen) draw_tree_row(at.box, label, row, p);
    finish(at, label, row.selected);
    return event;
}

RowEvent list_row(const char* label, const ListRow& row) {
    const Disabled disabled(!row.enabled);
    const Placed at = place(label, {row.width > 0 ? row.width : width_left(), px(row.height)});
    const Press p = press(at, ImGuiButtonFlags_PressedOnClick | ImGuiButtonFlags_AllowOverlap);
    if (at.seen) {
        const look::Colours& c = colours();
        if (row.selected || (p.hovered && row.enabled))
            canvas().AddRectFilled(at.box.Min, at.box.Max, row.selected ? c.accent_soft : look::fade(c.hover, 0.6f),
                                   px(look::radius));
        if (row.stripe) canvas().AddRectFilled({at.box.Min.x, at.box.Max.y - px(1)}, at.box.Max, c.line);
    }
    finish(at, label, row.selected);
    return event_of(at, p);
}

void row_text(float x, std::string_view words, Tone tone, Face face, float width) {
    draw_words(canvas(), {from_edge(x), last_middle()}, words, ink(tone), face, px(width));
}

void row_text_right(float right, std::string_view words, Tone tone, Face face) {
    draw_words_right(canvas(), {last_box().Max.x - px(right), last_middle()}, words, ink(tone), face);
}

void row_icon(float x, Icon icon, Tone tone, float size) {
    look::draw_icon(canvas(), icon, {from_edge(x) + px(size) / 2, last_middle()}, px(size), ink(tone));
}

void row_dot(float x, Tone tone) { canvas().AddCircleFilled({from_edge(x) + px(4), last_middle()}, px(4), ink(tone)); }

void row_swatch(float x, ImU32 colour) {
    const ImVec2 low{from_edge(x), last_middle() - px(5)};
    canvas().AddRectFilled(low, {low.x + px(10), low.y + px(10)}, colour, px(2));
}

void row_chip(float x, std::string_view words, bool on) {
    const look::Colours& c = colours();
    const ImVec2 low{from_edge(x), last_middle() - px(9)}, high{low.x + chip_width(words), low.y + px(18)};
    canvas().AddRectFilled(low, high, on ? c.accent_soft : c.raised, px(look::small_radius));
    draw_words(canvas(), {low.x + px(6), last_middle()}, words, on ? c.accent : c.soft, Face::small);
}

ImVec2 row_min() { return last_box().Min; }
ImVec2 row_max() { return last_box().Max; }

bool column_head(const char* label, float x, float width, int direction) {
    at_column(x);
    const std::string_view words = visible(label);
    const Placed at = place(label, {px(width), px(20)});
    const Press p = press(at);
    if (at.seen) {
        const ImU32 colour = direction != 0 || p.hovered ? colours().text : colours().faint;
        draw_words(canvas(), middle_left(at.box, 0), words, colour, Face::small_bold, px(width) - px(14));
        const ImVec2 mark{at.box.Min.x + text_width(words, Face::small_bold) + px(9), at.box.GetCenter().y};
        if (direction != 0) look::draw_icon(canvas(), direction > 0 ? Icon::up : Icon::down, mark, px(10), colour);
    }
    finish(at, label, direction != 0, 3);
    ImGui::SameLine(0, 0);
    return p.pressed;
}

}  // namespace groovebench::ui
