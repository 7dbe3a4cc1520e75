// The keys of the place one is in, under `?`: the commands that have one, as the table says.

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

void section(Scope place) {
    ui::heading(word(place));
    for (const Command& command : commands())
        if (command.place == place && command.key) line_of(key_words(command.key), command.title);
    const std::span<const Gesture> gestures =
        place == Scope::pattern ? std::span<const Gesture>(pattern_gestures) : std::span<const Gesture>(other_gestures);
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
        if (session.selection.view == View::pattern) section(Scope::pattern);
        section(Scope::anywhere);
    }
    ui::end_scroll();
    ui::end_dialog();
}

}  // namespace groovebench::app
