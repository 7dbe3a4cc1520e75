#include "panels/commands.h"

#include <algorithm>

#include "panels/pattern_keys.h"
#include "session/pattern_clipboard.h"
#include "widgets/popup.h"

#include <imgui_internal.h>  // key chords by name, and with repeat

namespace groovebench::app {
namespace {

using octatrack::TrigType;
constexpr auto ctrl = ImGuiMod_Ctrl, shift = ImGuiMod_Shift;

bool has_card(const Session& s) { return s.card.is_open(); }
bool in_pattern(const Session& s) {
    return s.selection.view == View::pattern && s.project.pattern(s.selection.bank, s.selection.pattern);
}
bool has_pattern(const Session& s) {
    return (s.selection.view == View::project || s.selection.view == View::pattern) &&
           s.project.pattern(s.selection.bank, s.selection.pattern);
}
bool has_steps(const Session& s) { return in_pattern(s) && s.selection.steps; }
bool has_audio_steps(const Session& s) { return has_steps(s) && !s.selection.midi(); }
bool has_project(const Session& s) { return !s.project.folder().empty(); }
bool in_table(const Session& s) { return s.selection.view == View::file || s.selection.view == View::compare; }
template <int into>
void take_over(Session& s) {
    s.comparison.take(s.views.compare.taking(), into);
}
void find_in_table(Session& s) {
    if (s.selection.view == View::compare) {
        s.views.compare.find = true;
        return;
    }
    s.views.file.page = FileView::Page::fields, s.views.file.find = true;
}
bool can_hear(const Session& s) { return s.selection.view == View::file ? card::is_audio(s.selection.file) : has_project(s); }
bool on_opz_disk(const Session& s) { return s.disk.is_open(); }
bool in_opz_project(const Session& s) {
    const auto* project = s.selection.view == View::file ? s.disk.project(s.selection.file) : nullptr;
    return project && project->number;
}
bool differs(const Session& s) { return s.document.changed_paths().size() > 0; }

bool has_part(const Session& s) { return selected_thing(s) == Thing::part; }
bool has_thing(const Session& s) { return selected_thing(s) != Thing::none; }
bool can_copy(const Session& s) { return has_thing(s) && selected_thing(s) != Thing::slot; }

void begin_renaming(Session& s) {
    s.views.renaming = {.part = s.selection.part, .words = s.project.part_name(s.selection.bank, *s.selection.part)};
}
void show_drawer(Session& s) {
    s.views.drawer_open = !(s.views.side && s.views.drawer_open);
    if (s.views.drawer_open) s.views.side = true;
}

template <TrigType Type>
void place(Session& s) {
    toggle_trig(s, Type);
}
void toggle_bottom(Session& s, Views::Bottom which) { s.views.bottom = s.views.bottom == which ? Views::Bottom::closed : which; }
void zoom(Session& s, float by) { s.set_look(s.theme, std::clamp(s.scale + by, 0.75f, 2.0f)); }
void next_theme(Session& s) { s.set_look(s.theme == "dark" ? "light" : s.theme == "light" ? "contrast" : "dark", s.scale); }

// clang-format off
constexpr Command table[] = {
    {"save",       "Save to the card…",          Scope::anywhere, ctrl | ImGuiKey_S, [](Session& s) { s.requests.say("save"); }, differs},
    {"undo",       "Undo",                       Scope::anywhere, ctrl | ImGuiKey_Z, [](Session& s) { s.undo(); }, [](const Session& s) { return s.document.can_undo(); }},
    {"redo",       "Redo",                       Scope::anywhere, ctrl | shift | ImGuiKey_Z, [](Session& s) { s.redo(); }, [](const Session& s) { return s.document.can_redo(); }, ctrl | ImGuiKey_Y},
    {"go_to",      "Go to or do…",               Scope::anywhere, ctrl | ImGuiKey_K, [](Session& s) { s.views.go_to_open = true; }, has_card, ImGuiKey_Slash},
    {"keys",       "Keys of this place",         Scope::anywhere, shift | ImGuiKey_Slash, [](Session& s) { s.views.keys_open = !s.views.keys_open; }},
    {"bank_map",   "All banks",                  Scope::anywhere, ImGuiKey_B, [](Session& s) { s.show_bank_map(); }, has_project},
    {"slots",      "Slots",                      Scope::anywhere, ImGuiKey_F, [](Session& s) { s.show_slots(); }, has_project},
    {"pattern",    "Pattern",                    Scope::anywhere, ImGuiKey_P, [](Session& s) { s.show_pattern(s.selection.bank, s.selection.pattern); }, has_project},
    {"problems",   "Problems",                   Scope::anywhere, shift | ImGuiKey_P, [](Session& s) { toggle_bottom(s, Views::Bottom::problems); }, has_card},
    {"changes",    "Changes",                    Scope::anywhere, shift | ImGuiKey_C, [](Session& s) { toggle_bottom(s, Views::Bottom::changes); }, has_card},
    {"history",    "History",                    Scope::anywhere, shift | ImGuiKey_H, [](Session& s) { toggle_bottom(s, Views::Bottom::history); }, has_card},
    {"preflight",  "Before it goes to the machine: what stands in the way", Scope::anywhere, shift | ImGuiKey_M, [](Session& s) { toggle_bottom(s, Views::Bottom::preflight); }, [](const Session& s) { return s.preflight.possible(); }},
    {"fields",     "Every field of what is selected", Scope::anywhere, ImGuiKey_I, [](Session& s) { s.views.fields = !s.views.fields; }, has_project},
    {"side",       "Show or hide the card tree", Scope::anywhere, ImGuiKey_LeftBracket, [](Session& s) { s.views.side = !s.views.side; }, has_card},
    {"inspector",  "Show or hide the inspector", Scope::anywhere, ImGuiKey_RightBracket, [](Session& s) { s.views.inspector = !s.views.inspector; }, has_card},
    {"larger",     "Larger",                     Scope::anywhere, 0, [](Session& s) { zoom(s, 0.125f); }},
    {"smaller",    "Smaller",                    Scope::anywhere, 0, [](Session& s) { zoom(s, -0.125f); }},
    {"theme",      "Dark, light or contrast",    Scope::anywhere, 0, next_theme},
    {"audition",   "Hear what is selected",      Scope::anywhere, ImGuiKey_Space, [](Session& s) { s.audition(); }, can_hear},
    {"make_ppak",  "Make .ppak from this pattern…", Scope::anywhere, ImGuiKey_E, [](Session& s) { s.views.ppak_open = true; }, has_pattern},
    {"bundle_out", "Make bundle of this OP-Z project…", Scope::anywhere, 0, [](Session& s) { s.views.bundle_out_open = true; }, in_opz_project},
    {"bundle_in",  "Bring in a bundle…",         Scope::anywhere, 0, [](Session& s) { s.bundle_in.choose(); }, on_opz_disk},
    {"new_opz",    "New OP-Z project…",          Scope::anywhere, 0, [](Session& s) { s.views.new_opz_open = true; }, on_opz_disk},
    {"new_ppak",   "New .ppak for the EP-133 from sounds…", Scope::anywhere, 0, [](Session& s) { s.requests.say("new_ppak"); }},
    {"backups",    "Backups in this browser…",   Scope::anywhere, 0, [](Session& s) { s.requests.say("backups"); }},
    {"rename",     "Rename",                     Scope::anywhere, ImGuiKey_F2, begin_renaming, has_part},
    {"cut",        "Cut",                        Scope::anywhere, ctrl | ImGuiKey_X, [](Session& s) { ImGui::SetClipboardText(copied(s).c_str()); remove_selected(s); }, can_copy},
    {"copy",       "Copy",                       Scope::anywhere, ctrl | ImGuiKey_C, [](Session& s) { ImGui::SetClipboardText(copied(s).c_str()); }, can_copy},
    {"paste",      "Paste",                      Scope::anywhere, ctrl | ImGuiKey_V, [](Session& s) { if (const char* text = ImGui::GetClipboardText()) paste(s, text); }, can_copy},
    {"remove",     "Remove",                     Scope::anywhere, ImGuiKey_Delete, remove_selected, has_thing, ImGuiKey_Backspace},
    {"drawer",     "Slots beside the pattern",   Scope::anywhere, shift | ImGuiKey_F, show_drawer, has_project},
    {"close_card", "Close the card",             Scope::anywhere, 0, [](Session& s) { s.requests.say("close_card"); }, has_card},
    {"compare",    "Compare with another version…", Scope::anywhere, 0, [](Session& s) { s.compare_here(); }, [](const Session& s) { return s.can_compare_here(); }},
    {"find",       "Find in this table",         Scope::anywhere, ctrl | ImGuiKey_F, find_in_table, in_table},
    {"take_left",  "Take what is chosen into the left side", Scope::compare, ImGuiKey_L, take_over<0>, can_take},
    {"take_right", "Take what is chosen into the right side", Scope::compare, ImGuiKey_R, take_over<1>, can_take},

    {"trig",          "Trig",                    Scope::pattern, ImGuiKey_T, place<TrigType::trig>, has_steps, ImGuiKey_Enter},
    {"one_shot",      "One-shot trig",           Scope::pattern, ImGuiKey_O, place<TrigType::one_shot>, has_audio_steps},
    {"trigless_trig", "Trigless trig",           Scope::pattern, ImGuiKey_G, place<TrigType::trigless_trig>, has_steps},
    {"trigless_lock", "Trigless lock",           Scope::pattern, ImGuiKey_L, place<TrigType::trigless_lock>, has_steps},
    {"recorder_trig", "Recorder trig",           Scope::pattern, ImGuiKey_R, toggle_recorder, has_audio_steps},
    {"slide",         "Slide",                   Scope::pattern, shift | ImGuiKey_S, [](Session& s) { flip_slide(s, s.selection.row, s.selection.steps); }, has_audio_steps},
    {"swing",         "Swing on or off",         Scope::pattern, shift | ImGuiKey_W, [](Session& s) { flip_swing(s, s.selection.row, s.selection.steps); }, has_steps},
    {"clear_locks",   "Clear the locks",         Scope::pattern, shift | ImGuiKey_Delete, [](Session& s) { clear_locks(s, s.selection.row, s.selection.steps); }, has_steps},
    {"select_all",    "Select the whole track",  Scope::pattern, ctrl | ImGuiKey_A, select_track, in_pattern},
    {"select_page",   "Select the page",         Scope::pattern, shift | ImGuiKey_A, [](Session& s) { s.selection.select_range(s.selection.page * 16, s.selection.page * 16 + 15); }, in_pattern},
    {"deselect",      "Select nothing",          Scope::pattern, ImGuiKey_Escape, [](Session& s) { s.selection.steps = 0; }, has_steps},
    {"next_pattern",  "Next pattern",            Scope::pattern, ImGuiKey_Period, [](Session& s) { step_pattern(s, 1); }, has_project},
    {"last_pattern",  "Previous pattern",        Scope::pattern, ImGuiKey_Comma, [](Session& s) { step_pattern(s, -1); }, has_project},
    {"later",         "Micro-timing later",      Scope::pattern, shift | ImGuiKey_Period, [](Session& s) { nudge(s, 1); }, has_steps},
    {"earlier",       "Micro-timing earlier",    Scope::pattern, shift | ImGuiKey_Comma, [](Session& s) { nudge(s, -1); }, has_steps},
};
// clang-format on

}  // namespace

std::span<const Command> commands() { return table; }

const Command* find_command(std::string_view id) {
    const auto found = std::ranges::find(table, id, &Command::id);
    return found == std::end(table) ? nullptr : &*found;
}

bool can_take(const Session& s) {
    return s.selection.view == View::compare && !s.views.compare.chosen.empty() && !s.comparison.taking();
}

bool enabled(const Session& session, const Command& command) { return !command.enabled || command.enabled(session); }

void run_command(Session& session, std::string_view id) {
    const Command* command = find_command(id);
    if (command && enabled(session, *command)) command->run(session);
}

// ImGui says "Shift+Slash"; people look for "?".
std::string key_words(ImGuiKeyChord key) {
    if (key == (shift | ImGuiKey_Slash)) return "?";
    std::string words = key ? ImGui::GetKeyChordName(key) : std::string();
    constexpr std::pair<std::string_view, std::string_view> short_names[] = {
        {"LeftBracket", "["}, {"RightBracket", "]"}, {"Slash", "/"},     {"Period", "."},
        {"Comma", ","},       {"LeftArrow", "←"},    {"RightArrow", "→"}};
    for (const auto& [long_name, short_name] : short_names)
        if (words.ends_with(long_name)) words.replace(words.size() - long_name.size(), long_name.size(), short_name);
    return words;
}

void command_item(Session& session, std::string_view id) {
    const Command* command = find_command(id);
    if (!command) return;
    const std::string label = std::string(command->title) + "###" + std::string(command->id), key = key_words(command->key);
    if (ui::menu_item(label.c_str(), {.key = key, .enabled = enabled(session, *command)})) command->run(session);
}

}  // namespace groovebench::app
