#include "look/icons.h"

#include <imgui_internal.h>

#include <cstdlib>
#include <string_view>

namespace groovebench::look {
namespace {

// Shapes in the letters of SVG paths: M L H V C and their relative forms, z closes; O x y r is a
// circle, F fills what the next shape encloses.
const char* shape(Icon icon) {
    switch (icon) {
        case Icon::none:
            return "";
        case Icon::folder:
            return "M2 4 h4 l1.5 2 H14 v7 H2 z";
        case Icon::file:
            return "M4 2 h5 l3 3 v9 H4 z M9 2 v3 h3";
        case Icon::wave:
            return "M1 8 h2 l1.5 -5 l2 10 l2 -8 l1.5 5 l1 -2 h4";
        case Icon::search:
            return "O7 7 4.5 M10.5 10.5 L14 14";
        case Icon::undo:
            return "M6 4 L2 7.5 L6 11 M2 7.5 h7.5 C14 7.5 14 13.5 9.5 13.5 H7";
        case Icon::redo:
            return "M10 4 L14 7.5 L10 11 M14 7.5 H6.5 C2 7.5 2 13.5 6.5 13.5 H9";
        case Icon::down:
            return "M4 6 l4 4 l4 -4";
        case Icon::right:
            return "M6 4 l4 4 l-4 4";
        case Icon::up:
            return "M4 10 l4 -4 l4 4";
        case Icon::left:
            return "M10 4 l-4 4 l4 4";
        case Icon::play:
            return "F M4 3 l9 5 l-9 5 z";
        case Icon::stop:
            return "F M4 4 h8 v8 h-8 z";
        case Icon::card:
            return "M3 2 h7 l3 3 v9 H3 z M6 2 v4 M8.5 2 v4";
        case Icon::warn:
            return "M8 2 l6.5 12 h-13 z M8 6.5 v4 M8 11.8 v0.9";
        case Icon::check:
            return "M3 8.5 l3.5 3.5 L13 4.5";
        case Icon::grid:
            return "M2 2 h5 v5 H2 z M9 2 h5 v5 H9 z M2 9 h5 v5 H2 z M9 9 h5 v5 H9 z";
        case Icon::link:
            return "M6 10 l4 -4 M5 7 L3.5 8.5 C0.8 12 4 15.2 7.5 12.5 L9 11 M7 5 l1.5 -1.5 C12 0.8 15.2 4 12.5 7.5 L11 9";
        case Icon::more:
            return "F O3.2 8 1.1 F O8 8 1.1 F O12.8 8 1.1";
        case Icon::save:
            return "M3 3 h8 l2 2 v8 H3 z M5.5 3 v3.5 h5 V3 M5 13 V9.5 h6 V13";
        case Icon::lock:
            return "M4 7 h8 v6 H4 z M5.5 7 V5 C5.5 1.7 10.5 1.7 10.5 5 v2";
        case Icon::shield:
            return "M8 2 l5 2 v4 C13 11 11 13 8 14 C5 13 3 11 3 8 V4 z";
        case Icon::close:
            return "M4 4 l8 8 M12 4 l-8 8";
        case Icon::plus:
            return "M8 3 v10 M3 8 h10";
        case Icon::minus:
            return "M3 8 h10";
        case Icon::pencil:
            return "M3 13 v-2.5 L10.5 3 L13 5.5 L5.5 13 z M9 4.5 L11.5 7";
        case Icon::trash:
            return "M2.5 4.5 h11 M6 4.5 V2.5 h4 v2 M4 4.5 l0.7 9 h6.6 l0.7 -9 M6.7 7 v4 M9.3 7 v4";
        case Icon::copy:
            return "M6 6 h7.5 v7.5 H6 z M10 3 H2.5 v7.5 H4";
        case Icon::download:
            return "M8 2.5 v7.5 M4.5 7 L8 10.5 L11.5 7 M2.5 13.5 h11";
        case Icon::info:
            return "O8 8 6 M8 7.5 v3.7 M8 4.7 v0.8";
        case Icon::question:
            return "O8 8 6 M6 6.4 C6 3.9 10 4 10 6.3 C10 8 8 7.8 8 9.4 M8 11 v0.8";
        case Icon::eye:
            return "M1.5 8 C4 3 12 3 14.5 8 C12 13 4 13 1.5 8 z O8 8 2";
        case Icon::history:
            return "M2.5 3 v3.5 h3.5 M2.7 6.3 C5 0.8 13.8 2.6 13.8 8.3 C13.8 14.6 4.4 15.6 2.6 10 M8 5 v3.5 l2.5 1.5";
        case Icon::clock:
            return "O8 8 6 M8 4.5 V8 l2.5 1.5";
        case Icon::midi:
            return "O8 8 6 F O4.8 8 0.7 F O11.2 8 0.7 F O8 11 0.7 F O5.8 10.2 0.7 F O10.2 10.2 0.7";
        case Icon::gear:
            return "O8 8 2.2 O8 8 4.6 M8 1.5 v2 M8 12.5 v2 M1.5 8 h2 M12.5 8 h2 M3.4 3.4 l1.4 1.4 M11.2 11.2 l1.4 1.4 M3.4 12.6 "
                   "l1.4 -1.4 M11.2 4.8 l1.4 -1.4";
        case Icon::dot:
            return "F O8 8 4";
        case Icon::drag:
            return "F O6 4 1 F O10 4 1 F O6 8 1 F O10 8 1 F O6 12 1 F O10 12 1";
    }
    return "";
}

// Walks a shape and strokes it.
class Pen {
public:
    Pen(ImDrawList& target, ImVec2 corner, float factor, ImU32 ink)
        : list(target), origin(corner), unit(factor), colour(ink), thickness(ImMax(1.0f, 1.4f * factor)) {}

    void draw(const char* words) {
        for (rest = words; *rest != 0;) {
            if (*rest == ' ') {
                rest++;
                continue;
            }
            step(*rest++);
        }
        finish(false);
    }

private:
    float number() {
        char* end = nullptr;
        const float value = std::strtof(rest, &end);
        rest = end;
        return value;
    }
    ImVec2 point() {
        const float x = number();
        return {x, number()};
    }
    ImVec2 there(ImVec2 p) const { return {origin.x + p.x * unit, origin.y + p.y * unit}; }
    void line_to(ImVec2 p) {
        at = p;
        list.PathLineTo(there(at));
    }
    void finish(bool closed) {
        if (list._Path.Size < 2) return list.PathClear();
        if (fill)
            list.PathFillConvex(colour);
        else
            list.PathStroke(colour, closed ? ImDrawFlags_Closed : 0, thickness);
        fill = false;
    }
    void circle() {
        const ImVec2 middle = there(point());
        const float radius = number() * unit;
        finish(false);
        if (fill)
            list.AddCircleFilled(middle, radius, colour);
        else
            list.AddCircle(middle, radius, colour, 0, thickness);
        fill = false;
    }
    void curve() {
        const ImVec2 one = point(), two = point();
        at = point();
        list.PathBezierCubicCurveTo(there(one), there(two), there(at), 10);
    }
    void step(char letter) {
        switch (letter) {
            case 'M':
                finish(false), line_to(point());
                break;
            case 'L':
                line_to(point());
                break;
            case 'l': {
                const ImVec2 by = point();
                line_to({at.x + by.x, at.y + by.y});
                break;
            }
            case 'H':
                line_to({number(), at.y});
                break;
            case 'h':
                line_to({at.x + number(), at.y});
                break;
            case 'V':
                line_to({at.x, number()});
                break;
            case 'v':
                line_to({at.x, at.y + number()});
                break;
            case 'C':
                curve();
                break;
            case 'O':
                circle();
                break;
            case 'F':
                finish(false), fill = true;
                break;
            case 'z':
                finish(true);
                break;
            default:
                break;
        }
    }

    ImDrawList& list;
    ImVec2 origin, at{0, 0};
    float unit;
    ImU32 colour;
    float thickness;
    bool fill = false;
    const char* rest = "";
};

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour) {
    list.PathClear();
    Pen(list, {centre.x - size / 2, centre.y - size / 2}, size / 16, colour).draw(shape(icon));
}

}  // namespace groovebench::look
