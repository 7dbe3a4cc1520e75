// What floats: tooltips after a pause, menus, messages that fade, dialogs.
#pragma once

#include "widgets/words.h"

namespace groovebench::ui {

// For the last item: words that teach, after the pointer has rested. shortcut is drawn as a key cap.
void tooltip(std::string_view words, std::string_view shortcut = {});

// A menu. open_menu when it is asked for (right click), begin_menu in every frame; end_menu if it was true.
void open_menu(const char* name);
bool begin_menu(const char* name);
void end_menu();
struct MenuItem {
    Icon icon = Icon::none;
    std::string_view key = {};  // its shortcut
    bool enabled = true, checked = false, dangerous = false;
};
bool menu_item(const char* label, const MenuItem& item = {});
void menu_rule();

// A dialog in the middle, what is behind is veiled. open_dialog once, begin_dialog in every frame,
// end_dialog if it was true. Escape and a click outside close it. width in mock-up pixels.
void open_dialog(const char* name);
bool begin_dialog(const char* name, float width = 480, float top_share = 0.5f);
void close_dialog();
void end_dialog();

// A message at the lower edge for some seconds. The App also announces it to the live region.
void toast(std::string_view words, Level level = Level::note, double seconds = 4);
// Draws them; once, at the end of a frame.
void draw_toasts();

}  // namespace groovebench::ui
