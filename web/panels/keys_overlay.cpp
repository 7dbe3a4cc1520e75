// The keys of the place one is in, under `?`: the commands that have one, as the table says.
#include <optional>

#include "panels/commands.h"
#include "panels/panels.h"

namespace groovebench::app {
namespace {

struct Gesture {
    const char *keys, *meaning;
};
constexpr Gesture pattern_gestures[] = {
    {"Click", "place a trig; drag paints"},
    {"Click a trig", "remove it; hold to select it only"},
    {"Shift click", "extend the selection"},
    {"Ctrl click", "add to the selection"},
    {"Arrows", "move between steps and tracks"},
    {"Home, End", "first and last step of the page"},
    {"1 – 8", "track; with Shift MIDI track"},
    {"Page up, down", "page of sixteen steps"},
    {"Drag a slot", "onto a step: sample lock; onto a track: what it plays"},
};
constexpr Gesture table_gestures[] = {
    {"Arrows", "another row; left and right fold and unfold"},
    {"Page up, down", "a page of rows; Home and End the first and last"},
    {"Enter", "edit the value, or unfold"},
    {"Shift, Ctrl click", "in Compare: choose a range, choose more"},
};
constexpr Gesture other_gestures[] = {
    {"Drag, wheel", "turn a knob or number; Shift is fine, Escape takes it back"},
    {"Type on it", "an exact number, Enter to set it"},
    {"Double click", "on a knob, or Delete over it: clear the lock"},
    {"Right click", "what the keys can do here"},
    {"Tab", "to the next button or field; Space presses it, Escape leaves"},
};

void line_of(const std::string& keys, std::string_view meaning) {
    ui::line(24);
    ui::key(keys);
    ui::at_column(150);
    ui::text(meaning, ui::Tone::soft);
}

void section(std::string_view heading, std::optional<Scope> place, std::span<const Gesture> gestures) {
    ui::heading(heading);
    for (const Command& command : commands())
        if (command.place == place && command.key) line_of(key_words(command.key), command.title);
    for (const Gesture& gesture : gestures) line_of(gesture.keys, gesture.meaning);
}

}  // namespace

void keys_overlay(Session& session) {
    if (session.views.keys_open) {
        session.views.keys_open = false;
        ui::open_dialog("keys");
    }
    if (!ui::begin_dialog("keys", 560)) return;
    ui::text("Keys", ui::Tone::text, ui::Face::big);
    if (ui::begin_scroll("keys-list", {0, ui::px(520)})) {
        const View view = session.selection.view;
        if (view == View::pattern) section("Pattern", Scope::pattern, pattern_gestures);
        if (view == View::file) section("Fields", {}, table_gestures);
        if (view == View::compare) section("Compare", Scope::compare, table_gestures);
        section("Everywhere", Scope::anywhere, other_gestures);
    }
    ui::end_scroll();
    ui::end_dialog();
}

}  // namespace groovebench::app
