#include "widgets/popup.h"

#include <algorithm>

#include "widgets/layout.h"
#include "widgets/place.h"

namespace groovebench::ui {
namespace {

constexpr double pause = 0.5;  // before a tooltip

void draw_tooltip(std::string_view words, std::string_view shortcut) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(px(10), px(6)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(look::radius));
    if (ImGui::BeginTooltip()) {
        const float wide = text_width(words) + (shortcut.empty() ? 0 : px(10) + key_width(shortcut));
        if (wide > px(340) || words.find('\n') != std::string_view::npos)
            paragraph(words, Tone::text, Face::body, px(320));
        else
            text(words);
        if (!shortcut.empty()) {
            same(10);
            key(shortcut);
        }
        ImGui::EndTooltip();
    }
    ImGui::PopStyleVar(2);
}

ImU32 level_colour(Level level) {
    const look::Colours& c = colours();
    switch (level) {
        case Level::note:
            return c.soft;
        case Level::good:
            return c.ok;
        case Level::warning:
            return c.warn;
        case Level::error:
            return c.bad;
    }
    return c.soft;
}

void draw_menu_item(const Placed& at, std::string_view words, const MenuItem& item, const Press& p) {
    const look::Colours& c = colours();
    ImDrawList& list = canvas();
    if ((p.hovered || p.focused) && item.enabled) list.AddRectFilled(at.box.Min, at.box.Max, c.hover, px(look::radius));
    const ImU32 colour = !item.enabled ? look::fade(c.faint, 0.7f) : item.dangerous ? c.bad : c.text;
    const float middle = at.box.GetCenter().y;
    const Icon icon = item.checked ? Icon::check : item.icon;
    if (icon != Icon::none) look::draw_icon(list, icon, {at.box.Min.x + px(15), middle}, px(14), item.enabled ? c.soft : colour);
    draw_words(list, {at.box.Min.x + px(30), middle}, words, colour, Face::body);
    draw_words_right(list, {at.box.Max.x - px(10), middle}, item.key, c.faint, Face::mono_small);
}

}  // namespace

void tooltip(std::string_view words, std::string_view shortcut) {
    if (words.empty()) return;
    constexpr auto rested = ImGuiHoveredFlags_DelayNormal | ImGuiHoveredFlags_Stationary | ImGuiHoveredFlags_AllowWhenDisabled;
    if (ImGui::IsItemHovered(rested)) draw_tooltip(words, shortcut);
    // Nothing else would wake the page while the pointer rests.
    else if (ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled))
        wake_in(pause / 2);
}

void open_menu(const char* name) { ImGui::OpenPopup(name); }

bool begin_menu(const char* name) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(px(4), px(4)));
    const bool open = ImGui::BeginPopup(name, ImGuiWindowFlags_NoMove);
    ImGui::PopStyleVar();
    if (open) ImGui::Dummy({px(200), 0});
    return open;
}

void end_menu() { ImGui::EndPopup(); }

bool menu_item(const char* label, const MenuItem& item) {
    const std::string_view words = visible(label);
    const Disabled disabled(!item.enabled);
    const float natural =
        px(30) + text_width(words) + (item.key.empty() ? 0 : text_width(item.key, Face::mono_small) + px(24)) + px(12);
    const Placed at = place(label, {std::max(width_left(), natural), px(26)});
    const Press p = press(at);
    if (at.seen) draw_menu_item(at, words, item, p);
    finish(at, label, item.checked);
    if (p.pressed) ImGui::CloseCurrentPopup();
    return p.pressed && item.enabled;
}

void menu_rule() { rule(4, 4); }

void open_dialog(const char* name) { ImGui::OpenPopup(name); }

bool begin_dialog(const char* name, float width, float top_share) {
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float wide = std::min(px(width), display.x - px(32));
    ImGui::SetNextWindowPos({display.x / 2, display.y * top_share}, ImGuiCond_Always, {0.5f, top_share});
    ImGui::SetNextWindowSizeConstraints({wide, 0}, {wide, display.y - px(48)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(px(20), px(16)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(8));
    const bool open = ImGui::BeginPopupModal(name, nullptr,
                                             ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                                 ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize);
    ImGui::PopStyleVar(2);
    if (!open) return false;
    const bool outside =
        ImGui::IsMouseClicked(0) && !ImGui::IsWindowAppearing() &&
        !ImGui::IsWindowHovered(ImGuiHoveredFlags_RootAndChildWindows | ImGuiHoveredFlags_AllowWhenBlockedByActiveItem |
                                ImGuiHoveredFlags_AllowWhenBlockedByPopup);
    const bool escape = ImGui::IsKeyPressed(ImGuiKey_Escape, false) && !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId);
    if (outside || escape) ImGui::CloseCurrentPopup();
    return true;
}

void close_dialog() { ImGui::CloseCurrentPopup(); }
void end_dialog() { ImGui::EndPopup(); }

void toast(std::string_view words, Level level, double seconds) {
    here().toasts.push_back({std::string(words), level, here().now + seconds});
    wake_in(0);
}

void draw_toasts() {
    Ui& ui = here();
    std::erase_if(ui.toasts, [&](const Toast& toast) { return toast.until <= ui.now; });
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    float low = display.y - px(look::status_height + 14);
    for (auto toast = ui.toasts.rbegin(); toast != ui.toasts.rend(); ++toast) {
        const float wide = text_width(toast->words) + px(44), tall = px(34);
        const ImVec2 from{std::floor(display.x / 2 - wide / 2), low - tall}, to{from.x + wide, low};
        list.AddRectFilled({from.x, from.y + px(2)}, {to.x, to.y + px(3)}, ui.look.colours.shadow, px(6));
        list.AddRectFilled(from, to, ui.look.colours.raised, px(6));
        list.AddRect(from, to, ui.look.colours.line, px(6));
        list.AddCircleFilled({from.x + px(17), (from.y + to.y) / 2}, px(4), level_colour(toast->level));
        draw_words(list, {from.x + px(30), (from.y + to.y) / 2}, toast->words, ui.look.colours.text, Face::body);
        low -= tall + px(8);
        // The page asks for some seconds after a drawing whether it is time, then sleeps: stay in its sight.
        wake_in(std::min(2.0, toast->until - ui.now));
    }
}

}  // namespace groovebench::ui
