#include <algorithm>
#include <cctype>

#include "widgets/field.h"
#include "widgets/layout.h"
#include "widgets/place.h"
#include "widgets/popup.h"
#include "widgets/row.h"

namespace groovebench::ui {
namespace {

constexpr int filter_from = 12;  // lists longer than this have a filter
constexpr int rows_shown = 12;

struct Words {
    int count;
    const char* (*word_at)(void*, int);
    void* data;
    const char* at(int i) const { return i >= 0 && i < count ? word_at(data, i) : ""; }
};

bool contains(std::string_view words, std::string_view part) {
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    return std::search(words.begin(), words.end(), part.begin(), part.end(), same) != words.end();
}

// The closed field; true when it was pressed.
bool closed_field(const Placed& at, std::string_view shown, const ChoiceLook& style) {
    const Press p = press(at);
    if (!at.seen) return p.pressed;
    const look::Colours& c = colours();
    const bool lit = p.hovered && style.enabled;
    if (style.chip) {
        const float half = px(look::chip_height) / 2, middle = at.box.GetCenter().y;
        canvas().AddRectFilled({at.box.Min.x, middle - half}, {at.box.Max.x, middle + half},
                               lit ? look::mix(c.accent_soft, c.accent, 0.2f) : c.accent_soft, px(look::small_radius));
        draw_words(canvas(), middle_left(at.box, px(6)), shown, c.accent, Face::small, at.box.GetWidth() - px(8));
        return p.pressed && style.enabled;
    }
    ImRect ground = at.box;
    if (style.bare) ground.Expand(ImVec2(px(4), -px(1)));
    if (!style.bare || lit) canvas().AddRectFilled(ground.Min, ground.Max, lit ? c.hover : c.raised, px(look::radius));
    const float side = style.bare ? 0 : px(8);
    draw_words(canvas(), middle_left(at.box, side), shown, style.enabled ? c.text : c.faint, Face::body,
               at.box.GetWidth() - side - px(22));
    if (!style.bare || lit) look::draw_icon(canvas(), Icon::down, {at.box.Max.x - px(13), at.box.GetCenter().y}, px(12), c.faint);
    return p.pressed && style.enabled;
}

std::vector<int> matching(const Words& words) {
    std::vector<int> found;
    for (int i = 0; i < words.count; i++)
        if (here().filter.empty() || contains(words.at(i), here().filter)) found.push_back(i);
    return found;
}

int moved(const WordsEdit& typing, int cursor, int count) {
    if (typing.changed) cursor = 0;
    if (typing.down || (!typing.active && ImGui::IsKeyPressed(ImGuiKey_DownArrow))) cursor++;
    if (typing.up || (!typing.active && ImGui::IsKeyPressed(ImGuiKey_UpArrow))) cursor--;
    return std::clamp(cursor, 0, std::max(0, count - 1));
}

void draw_rows(const Words& words, const std::vector<int>& found, int current, bool scroll, Edit& edit) {
    ImGuiListClipper clipper;
    clipper.Begin(int(found.size()), px(look::row_height));
    if (scroll) clipper.IncludeItemByIndex(here().choice_cursor);
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; i++) {
            const int index = found[std::size_t(i)];
            const Name id = name("%.40s###choice-%d", words.at(index), index);
            if (list_row(id, {.selected = i == here().choice_cursor, .height = look::row_height}).clicked)
                edit.changed = true, edit.value = index;
            if (scroll && i == here().choice_cursor) ImGui::SetScrollHereY(0.5f);
            row_text(8, words.at(index), index == current ? Tone::accent : Tone::text);
        }
}

// The open list. Filter and cursor live in Ui: only one list is open at a time.
void open_list(const Words& words, int current, bool appearing, Edit& edit) {
    Ui& ui = here();
    WordsEdit typing;
    if (words.count > filter_from) {
        typing = search_box("Filter###choice-filter", ui.filter, "Filter", nullptr, 0, appearing);
        space(6);
    }
    const std::vector<int> found = matching(words);
    const int before = ui.choice_cursor;
    ui.choice_cursor = moved(typing, ui.choice_cursor, int(found.size()));
    const int rows = std::clamp(int(found.size()), 1, rows_shown);
    if (begin_scroll("list", {0, float(rows) * px(look::row_height)})) {
        if (found.empty()) text("Nothing matches", Tone::faint);
        draw_rows(words, found, current, appearing || before != ui.choice_cursor, edit);
    }
    end_scroll();
    const bool enter = ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
    if (enter && !found.empty()) edit.changed = true, edit.value = found[std::size_t(ui.choice_cursor)];
    if (edit.changed) ImGui::CloseCurrentPopup();
}

Edit choose(const char* label, const Words& words, int current, const ChoiceLook& style) {
    Edit edit;
    edit.value = current;
    const Disabled disabled(!style.enabled);
    const Placed at = place(label, {style.width > 0 ? style.width : width_left(), px(24)});
    const std::string_view shown = !style.shown.empty() ? style.shown : std::string_view(words.at(current));
    ImGui::PushID(label);
    if (closed_field(at, shown, style)) {
        here().filter.clear();
        here().choice_cursor = std::max(0, current);
        ImGui::OpenPopup("list");
    }
    finish(at, label);
    if (!style.tip.empty()) tooltip(style.tip);
    const float width = std::max(at.box.GetWidth(), px(160));
    ImGui::SetNextWindowPos({at.box.Min.x, at.box.Max.y + px(2)}, ImGuiCond_Appearing);
    ImGui::SetNextWindowSizeConstraints({width, 0}, {std::max(width, px(320)), FLT_MAX});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(px(4), px(4)));
    if (ImGui::BeginPopup("list", ImGuiWindowFlags_NoMove)) {
        ImGui::PopStyleVar();
        ImGui::Dummy({width - px(8), 0});
        open_list(words, current, ImGui::IsWindowAppearing(), edit);
        ImGui::EndPopup();
    } else {
        ImGui::PopStyleVar();
    }
    ImGui::PopID();
    edit.begun = edit.ended = edit.changed = edit.changed && edit.value != current;
    return edit;
}

}  // namespace

float choice_width(std::string_view words, bool chip) { return chip ? chip_width(words) : text_width(words) + px(22); }

Edit choice(const char* label, std::span<const char* const> words, int current, const ChoiceLook& style) {
    const auto word_at = [](void* data, int i) { return (*static_cast<std::span<const char* const>*>(data))[std::size_t(i)]; };
    return choose(label, {int(words.size()), word_at, &words}, current, style);
}

Edit choice(const char* label, int count, const char* (*word_at)(void*, int), void* data, int current, const ChoiceLook& style) {
    return choose(label, {count, word_at, data}, current, style);
}

}  // namespace groovebench::ui
