// What belongs to one interface (one ImGui context) and outlives a frame: the look, the items of the
// last frame, messages that fade, the moment to wake again. Made beside the context by whoever runs it
// (web/bindings, PanelTest); widgets reach it through ui::here(), panels seldom need to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "look/look.h"
#include "widgets/items.h"

namespace groovebench::ui {

enum class Level { note, good, warning, error };

struct Toast {
    std::string words;
    Level level;
    double until;
};

struct Ui {
    look::Look look;
    Items items;
    std::vector<Toast> toasts;
    std::string filter;  // typed into the one list that is open, and the row the keyboard is on
    int choice_cursor = 0;
    std::string typed;  // typed over the one number that takes it
    ImGuiID typing = 0;
    bool over_number = false, was_over_number = false;
    double now = 0;          // seconds since the page began
    double wake_at = 1e30;   // draw again then, though nothing happens
    bool animating = false;  // something drawn in this frame moves: draw the next one too

    Ui() = default;
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;
};

// Binds a Ui to the current ImGui context and applies its look; the Ui must outlive the context.
void attach(Ui& ui);
Ui& here();
inline look::Look& look() { return here().look; }
inline const look::Colours& colours() { return here().look.colours; }
inline float px(float size) { return here().look.px(size); }

// Around every frame, in place of ImGui::NewFrame and ImGui::Render. seconds: since the page began.
void begin_frame(double seconds);
void end_frame();

// Keys belong to a field or a number now: keys without Ctrl must not be taken as commands.
bool keyboard_taken();
// The same for digits: the first one, typed while the pointer is over a knob, belongs to the knob.
bool digits_taken();

// The keyboard's ring is on a widget: Enter, Space, Delete and the arrows are for it.
bool keyboard_on_widget();
// Where an editor has a cursor of its own: until the next frame the key does not move the keyboard's ring or press.
void keep_key(int key);

// Draw the next frame too: something moves. Call it in each frame that moves.
void keep_awake();
// Draw again after so many seconds at the latest.
void wake_in(double seconds);

}  // namespace groovebench::ui
