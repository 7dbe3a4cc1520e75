// Two versions of a project against each other: what differs, in the musician's words, and taking it over from either side.
#include <imgui.h>

#include <algorithm>
#include <utility>

#include "bytes/format.h"
#include "panels/commands.h"
#include "panels/list_keys.h"
#include "panels/panels.h"

namespace groovebench::app {
namespace {

constexpr float row_height = 24, indent = 16;

void side_choice(Session& session, std::size_t which) {
    const auto& now = session.comparison.sides();
    const auto sides = session.compare_sides(now[which]);
    std::vector<std::string> names;
    for (const CompareSide& side : sides) names.push_back(words(side));
    const auto found = std::ranges::find(sides, now[which]);
    const auto word_at = [](void* data, int i) { return (*static_cast<std::vector<std::string>*>(data))[std::size_t(i)].c_str(); };
    const auto edit =
        ui::choice(ui::name("side %zu###compare-side-%zu", which + 1, which), int(names.size()), word_at, &names,
                   found == sides.end() ? -1 : int(found - sides.begin()), {.width = ui::px(250), .shown = words(now[which])});
    if (!edit) return;
    auto wanted = now;
    wanted[which] = sides[std::size_t(edit.value)];
    session.compare(wanted[0], wanted[1], session.comparison.only());
}

std::string summary(const Comparison& comparison) {
    std::size_t differences = 0, same = 0, waiting = 0, other = 0;
    for (const ComparedPair& pair : comparison.pairs()) {
        differences += pair.differences();
        same += pair.state == ComparedPair::State::same;
        waiting += pair.state == ComparedPair::State::reading || pair.state == ComparedPair::State::comparing;
        other += pair.state > ComparedPair::State::differs && pair.state != ComparedPair::State::nowhere;
    }
    std::string words = fmt::format("{} difference{}", differences, differences == 1 ? "" : "s");
    if (comparison.sides()[0].kind == CompareSide::Kind::project)
        words += fmt::format(" · {} of {} files the same", same, comparison.pairs().size());
    if (other) words += fmt::format(" · {} on one side only, or not comparable", other);
    return waiting ? words + fmt::format(" · {} to go", waiting) : words;
}

std::string compared_words(const Comparison& comparison) {
    switch (comparison.sides()[0].kind) {
        case CompareSide::Kind::project:
            return fmt::format("{} files compared", comparison.pairs().size());
        case CompareSide::Kind::file:
            return "two files compared";
        default:
            return "two archives compared";
    }
}

void take_button(Session& session, int into) {
    const Comparison& comparison = session.comparison;
    const std::string name = std::string(card::name_of(words(comparison.sides()[std::size_t(into)])));
    const std::string label = fmt::format("{}Take into {}{}###take-{}", into == 0 ? "← " : "", name, into == 0 ? "" : " →", into);
    const bool takes = comparison.can_take(into), can = takes && can_take(session);
    if (ui::button(label.c_str(), {.enabled = can,
                                   .small = true,
                                   .tip = can     ? "one edit, which can be undone; nothing is written before you save"
                                          : takes ? "choose differences in the list first"
                                                  : "it was only opened to be compared with"}))
        run_command(session, into == 0 ? "take_left" : "take_right");
}

void head(Session& session) {
    CompareView& view = session.views.compare;
    ui::line(48);
    ui::text("Compare", ui::Tone::text, ui::Face::big);
    ui::same(16);
    side_choice(session, 0);
    ui::same(8);
    ui::text("with", ui::Tone::soft);
    ui::same(8);
    side_choice(session, 1);
    if (session.archive.is_open()) {
        ui::same(8);
        if (ui::button("Another…###compare-beside", {.small = true})) session.comparison.choose_beside();
    }
    if (!session.comparison.only().empty()) {
        ui::same(12);
        ui::chip(session.comparison.only());
    }
    ui::line(34);
    take_button(session, 0);
    ui::same(8);
    take_button(session, 1);
    ui::same(16);
    ui::toggle("only what differs###compare-differing", view.only_differing);
    ui::same(16);
    ui::text(summary(session.comparison), ui::Tone::soft, ui::Face::small, ui::width_left(), "compare-summary");
}

// Whether it has the keyboard.
bool search(CompareView& view) {
    ui::line(34);
    const auto typed =
        ui::search_box("Find a file, pattern, track or slot###compare-filter", view.filter, "find a file, pattern, track or slot",
                       "Ctrl F", ui::px(340), std::exchange(view.find, false));
    if (typed.cancelled) view.filter.clear();
    return typed.active || typed.committed || typed.cancelled;
}

// ---- the rows

void choose(CompareView& view, const std::vector<CompareRow>& rows, std::size_t at, bool more, bool range) {
    const auto from = std::ranges::find(rows, view.cursor, &CompareRow::key);
    if (!more && !range) view.chosen.clear();
    if (range && from != rows.end()) {
        const auto other = std::size_t(from - rows.begin());
        for (std::size_t i = std::min(at, other); i <= std::max(at, other); i++) view.chosen.insert(rows[i].key);
        return;
    }
    if (more && view.chosen.contains(rows[at].key))
        view.chosen.erase(rows[at].key);
    else
        view.chosen.insert(rows[at].key);
    view.cursor = rows[at].key;
}

void compare_row(Session& session, const std::vector<CompareRow>& rows, std::size_t at) {
    CompareView& view = session.views.compare;
    const CompareRow& row = rows[at];
    const auto event = ui::list_row(fmt::format("{} {}###compare-{}", row.words, row.note, row.key).c_str(),
                                    {.selected = view.is_chosen(row), .height = row_height});
    const float left = 6 + float(row.depth) * indent, width = ui::width_left() / ui::look().scale;
    if (row.folds) ui::row_icon(left, row.open ? ui::Icon::down : ui::Icon::right, ui::Tone::faint, 12);
    if (row.whole_file) ui::row_icon(left, ui::Icon::file, ui::Tone::warn, 12);
    const bool line = !row.folds && row.depth > 0;
    const float note = line ? width * 0.62f : 300;
    ui::row_text(left + 18, row.words, ui::Tone::text, row.depth == 0 ? ui::Face::medium : ui::Face::body, note - left - 26);
    ui::row_text(note, row.note,
                 line             ? ui::Tone::faint
                 : row.whole_file ? ui::Tone::warn
                                  : ui::Tone::soft,
                 line ? ui::Face::mono_small : ui::Face::small, width - note - 6);
    if (event.hovered) ui::tooltip(row.words + "\n" + row.note);
    if (!event.clicked) return;
    choose(view, rows, at, event.ctrl, event.shift);
    if (row.folds && !event.ctrl && !event.shift) view.fold(row);
}

void use_keys(CompareView& view, const std::vector<CompareRow>& rows) {
    const ListKeys keys = list_keys(row_height);
    if (!keys || rows.empty()) return;
    const auto found = std::ranges::find(rows, view.cursor, &CompareRow::key);
    const int last = int(rows.size()) - 1, at = found == rows.end() ? -1 : int(found - rows.begin());
    const bool folds = at >= 0 && rows[std::size_t(at)].folds;
    if (folds && (keys.enter || (keys.left && rows[std::size_t(at)].open) || (keys.right && !rows[std::size_t(at)].open)))
        return view.fold(rows[std::size_t(at)]);
    int to = keys.home ? 0 : keys.end ? last : std::clamp(at + keys.by, 0, last);
    if (keys.left)
        while (to > 0 && rows[std::size_t(to)].depth >= rows[std::size_t(at)].depth) to--;
    choose(view, rows, std::size_t(to), false, false);
    scroll_to_row(to, row_height);
}

}  // namespace

void compare_panel(Session& session) {
    head(session);
    CompareView& view = session.views.compare;
    const bool searching = search(view);
    if (ui::begin_scroll("compare-rows")) {
        if (!searching) use_keys(view, view.of(session.comparison));
        const auto& rows = view.of(session.comparison);
        ImGuiListClipper clipper;
        clipper.Begin(int(rows.size()), ui::px(row_height));
        while (clipper.Step())
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; i++) compare_row(session, rows, std::size_t(i));
        if (rows.empty())
            ui::empty_state(ui::Icon::check, view.filter.empty() ? "Nothing differs" : "No difference of that name",
                            session.comparison.busy() ? "reading …" : compared_words(session.comparison));
    }
    ui::end_scroll();
}

}  // namespace groovebench::app
