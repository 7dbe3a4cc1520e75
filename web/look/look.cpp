#include "look/look.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace groovebench::look {
namespace {

struct Style {
    ImFont* Fonts::* font;
    float size;
};

Style style_of(Face face) {
    switch (face) {
        case Face::small:
            return {&Fonts::text, 11};
        case Face::small_bold:
            return {&Fonts::bold, 11};
        case Face::body:
            return {&Fonts::text, 13};
        case Face::medium:
            return {&Fonts::medium, 13};
        case Face::bold:
            return {&Fonts::bold, 13};
        case Face::badge:
            return {&Fonts::bold, 12};
        case Face::big:
            return {&Fonts::bold, 16};
        case Face::mono:
            return {&Fonts::mono, 12};
        case Face::mono_small:
            return {&Fonts::mono, 11};
        case Face::step:
            return {&Fonts::bold, 10};
        case Face::step_mono:
            return {&Fonts::mono, 9};
    }
    return {&Fonts::text, 13};
}

void take_sizes(ImGuiStyle& s, const Look& look) {
    const auto px = [&](float x) { return look.px(x); };
    s.WindowPadding = {px(12), px(12)}, s.FramePadding = {px(8), px(4)}, s.ItemSpacing = {px(8), 0};
    s.ItemInnerSpacing = {px(8), px(4)}, s.CellPadding = {px(4), px(4)}, s.IndentSpacing = px(tree_indent);
    s.ScrollbarSize = px(12), s.GrabMinSize = px(12);
    s.WindowRounding = 0, s.ChildRounding = 0, s.PopupRounding = px(6), s.FrameRounding = px(radius);
    s.ScrollbarRounding = px(6), s.GrabRounding = px(radius), s.TabRounding = 0;
    s.WindowBorderSize = 0, s.ChildBorderSize = 0, s.PopupBorderSize = 1, s.FrameBorderSize = 0;
    s.WindowMinSize = {1, 1}, s.FontScaleMain = look.scale, s.FontSizeBase = 13, s.DisabledAlpha = 0.5f;
    s.HoverDelayNormal = 0.5f, s.HoverStationaryDelay = 0.2f, s.CircleTessellationMaxError = 0.2f;
}

void take_colours(ImGuiStyle& s, const Colours& c) {
    const auto put = [&](ImGuiCol slot, ImU32 colour) { s.Colors[slot] = ImGui::ColorConvertU32ToFloat4(colour); };
    put(ImGuiCol_Text, c.text), put(ImGuiCol_TextDisabled, c.faint), put(ImGuiCol_WindowBg, c.base), put(ImGuiCol_ChildBg, 0);
    put(ImGuiCol_PopupBg, c.panel), put(ImGuiCol_Border, c.line), put(ImGuiCol_BorderShadow, 0);
    put(ImGuiCol_FrameBg, c.well), put(ImGuiCol_FrameBgHovered, c.hover), put(ImGuiCol_FrameBgActive, c.hover);
    put(ImGuiCol_TitleBg, c.panel), put(ImGuiCol_TitleBgActive, c.panel), put(ImGuiCol_MenuBarBg, c.panel);
    put(ImGuiCol_ScrollbarBg, 0), put(ImGuiCol_ScrollbarGrab, c.line), put(ImGuiCol_ScrollbarGrabHovered, fade(c.faint, 0.8f));
    put(ImGuiCol_ScrollbarGrabActive, c.faint), put(ImGuiCol_CheckMark, c.accent), put(ImGuiCol_SliderGrab, c.accent);
    put(ImGuiCol_Button, c.raised), put(ImGuiCol_ButtonHovered, c.hover), put(ImGuiCol_ButtonActive, c.line);
    put(ImGuiCol_Header, c.accent_soft), put(ImGuiCol_HeaderHovered, c.hover), put(ImGuiCol_HeaderActive, c.line);
    put(ImGuiCol_Separator, c.line), put(ImGuiCol_InputTextCursor, c.text), put(ImGuiCol_TextSelectedBg, fade(c.accent, 0.4f));
    put(ImGuiCol_NavCursor, c.ring), put(ImGuiCol_DragDropTarget, c.accent), put(ImGuiCol_ModalWindowDimBg, c.veil);
    put(ImGuiCol_TableHeaderBg, c.panel), put(ImGuiCol_TableBorderStrong, c.line), put(ImGuiCol_TableBorderLight, c.line);
    put(ImGuiCol_TableRowBg, 0), put(ImGuiCol_TableRowBgAlt, 0);
}

using Font = std::span<unsigned char>;
unsigned read16(Font font, std::size_t at) { return at + 2 <= font.size() ? unsigned(font[at]) << 8 | font[at + 1] : 0; }
unsigned read32(Font font, std::size_t at) { return read16(font, at) << 16 | read16(font, at + 2); }

// Where a table of a TrueType file begins; 0 when there is none.
std::size_t table(Font font, const char* tag) {
    for (std::size_t i = 0, at = 12; i < read16(font, 4); i++, at += 16)
        if (at + 16 <= font.size() && std::memcmp(&font[at], tag, 4) == 0) return read32(font, at + 8);
    return 0;
}

// ImGui fits ascender to descender into a font's size; CSS, and our mock-ups, fit the em. Saying in the
// copy that ascender and descender make up one em, around the same middle, turns one into the other.
bool size_in_ems(Font font) {
    const std::size_t head = table(font, "head"), hhea = table(font, "hhea");
    if (head == 0 || hhea == 0 || hhea + 8 > font.size()) return false;
    const int em = int(read16(font, head + 18));
    const int ascender = int(std::lround(em * (0.5 + middle_to_baseline))), descender = ascender - em;
    const auto put = [&](std::size_t at, int value) {
        font[at] = static_cast<unsigned char>(value >> 8 & 255);
        font[at + 1] = static_cast<unsigned char>(value & 255);
    };
    put(hhea + 4, ascender);
    put(hhea + 6, descender);
    return em > 0;
}

}  // namespace

float Look::px(float size) const { return std::round(size * scale * density) / density; }

ImFont* Look::font(Face face) const {
    ImFont* wanted = fonts.*style_of(face).font;
    return wanted ? wanted : fonts.text ? fonts.text : ImGui::GetFont();
}

float Look::font_size(Face face) const { return std::round(style_of(face).size * scale); }

void apply(Look& look, Theme theme, Machine machine, float scale) {
    look.theme = theme, look.machine = machine;
    look.scale = std::clamp(scale, 0.75f, 2.0f);
    look.colours = colours(theme, machine);
    take_sizes(ImGui::GetStyle(), look);
    take_colours(ImGui::GetStyle(), look.colours);
}

bool add_font(Look& look, FontKind kind, std::span<const std::byte> file) {
    constexpr ImFont* Fonts::* slots[] = {&Fonts::text, &Fonts::medium, &Fonts::bold, &Fonts::mono};
    auto* copy = static_cast<unsigned char*>(IM_ALLOC(file.size()));
    std::memcpy(copy, file.data(), file.size());
    if (!size_in_ems({copy, file.size()})) {
        IM_FREE(copy);
        return false;
    }
    ImFont* font = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(copy, int(file.size()), 13);
    if (font) look.fonts.*slots[int(kind)] = font;
    return font != nullptr;
}

}  // namespace groovebench::look
