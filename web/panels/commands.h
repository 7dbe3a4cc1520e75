// Everything one can do, by id: the one table behind keys, menus, the command box and the overlay of `?`.
#pragma once

#include <imgui.h>

#include <span>

#include "session/session.h"

namespace groovebench::app {

enum class Scope { anywhere, pattern, compare };  // where its key works

struct Command {
    std::string_view id, title;
    Scope place = Scope::anywhere;
    ImGuiKeyChord key = 0;
    void (*run)(Session&) = nullptr;
    bool (*enabled)(const Session&) = nullptr;  // null: always
    ImGuiKeyChord other_key = 0;                // the same by another key
};
std::span<const Command> commands();
const Command* find_command(std::string_view id);
bool enabled(const Session&, const Command&);
bool can_take(const Session&);  // differences of the comparison, into one side
void run_command(Session&, std::string_view id);
// A line of a menu for it, with its key.
void command_item(Session&, std::string_view id);
std::string key_words(ImGuiKeyChord);  // "Ctrl+Z"

// Runs what the keys pressed in this frame mean. Does nothing while words are typed.
void handle_keys(Session&);

}  // namespace groovebench::app
