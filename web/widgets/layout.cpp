#include "widgets/layout.h"

#include <algorithm>

#include "widgets/place.h"

namespace groovebench::ui {
namespace {

ImU32 surface_colour(Surface surface) {
    const look::Colours& c = colours();
    switch (surface) {
        case Surface::base:
            return c.base;
        case Surface::panel:
            return c.panel;
        case Surface::raised:
            return c.raised;
        case Surface::well:
            return c.well;
    }
    return c.base;
}

// Fills the hairline as a box: a line of one pixel would be smeared over two where positions are halves.
void draw_edge(Edge edge, ImVec2 at, ImVec2 size) {
    const float thin = px(1);
    ImVec2 from = at, to{at.x + size.x, at.y + size.y};
    switch (edge) {
        case Edge::none:
            return;
        case Edge::left:
            to.x = from.x + thin;
            break;
        case Edge::right:
            from.x = to.x - thin;
            break;
        case Edge::top:
            to.y = from.y + thin;
            break;
        case Edge::bottom:
            from.y = to.y - thin;
            break;
    }
    canvas().AddRectFilled(from, to, colours().line);
}

// Whether line() was called and nothing stands on the line yet.
bool fresh_line() { return ImGui::GetCurrentWindow()->DC.CurrLineTextBaseOffset > 0; }

}  // namespace

bool begin_panel(const char* name, ImVec2 at, ImVec2 size, Surface surface, Edge edge, ImVec2 padding) {
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(px(padding.x), px(padding.y)));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, surface_colour(surface));
    constexpr auto flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                           ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse;
    const bool open = ImGui::Begin(name, nullptr, flags);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    if (open) draw_edge(edge, at, size);
    return open;
}

void end_panel() { ImGui::End(); }

bool begin_scroll(const char* name, ImVec2 size) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    const bool open = ImGui::BeginChild(name, size, ImGuiChildFlags_NavFlattened);
    ImGui::PopStyleVar();
    return open;
}

bool begin_scroll_up_to(const char* name, float height) {
    ImGui::SetNextWindowSizeConstraints({0, 0}, {FLT_MAX, std::max(1.0f, height)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    const bool open = ImGui::BeginChild(name, {0, 0}, ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AutoResizeY);
    ImGui::PopStyleVar();
    return open;
}

void end_scroll() { ImGui::EndChild(); }

void line(float height) {
    ImGuiWindowTempData& dc = ImGui::GetCurrentWindow()->DC;
    dc.CurrLineSize.y = px(height);
    dc.CurrLineTextBaseOffset = px(height) / 2;
}

void same(float gap) {
    if (!fresh_line()) ImGui::SameLine(0, px(gap));
}

void from_right(float width) {
    if (!fresh_line()) ImGui::SameLine(0, 0);
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    window.DC.CursorPos.x = std::max(window.DC.CursorPos.x, window.WorkRect.Max.x - width);
}

void space(float height) { ImGui::Dummy({0, px(height)}); }

void at_column(float x) {
    if (!fresh_line()) ImGui::SameLine(0, 0);
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    window.DC.CursorPos.x = std::max(window.DC.CursorPos.x, window.WorkRect.Min.x + px(x));
}

void rule(float above, float below) {
    space(above);
    const Placed at = place_words({width_left(), px(1)}, {}, nullptr);
    if (at.seen) canvas().AddRectFilled(at.box.Min, at.box.Max, colours().line);
    space(below);
}

float width_left() { return std::max(1.0f, ImGui::GetContentRegionAvail().x); }

bool splitter(const char* name, bool vertical, ImVec2 at, float length, float& size, float low, float high, bool from_far) {
    const float thick = px(6);
    const ImVec2 bar = vertical ? ImVec2(thick, length) : ImVec2(length, thick);
    ImGui::SetNextWindowPos({at.x - (vertical ? thick / 2 : 0), at.y - (vertical ? 0 : thick / 2)});
    ImGui::SetNextWindowSize(bar);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    constexpr auto flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                           ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav;
    bool reset = false;
    if (ImGui::Begin(name, nullptr, flags)) {
        const Placed placed = place(name, bar);
        const Press p = press(placed);
        if (p.hovered || p.held) {
            ImGui::SetMouseCursor(vertical ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
            ImRect stripe = placed.box;
            stripe.Expand(vertical ? ImVec2(-px(2), 0) : ImVec2(0, -px(2)));
            canvas().AddRectFilled(stripe.Min, stripe.Max, p.held ? colours().accent : colours().faint);
        }
        if (p.held) {
            const ImVec2 moved = ImGui::GetIO().MouseDelta;
            size += (vertical ? moved.x : moved.y) / look().scale * (from_far ? -1 : 1);
        }
        reset = p.hovered && ImGui::IsMouseDoubleClicked(0);
        finish(placed, name);
    }
    ImGui::End();
    ImGui::PopStyleVar();
    size = std::clamp(size, low, high);
    return reset;
}

}  // namespace groovebench::ui
