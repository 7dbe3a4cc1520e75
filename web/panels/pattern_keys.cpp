#include "panels/pattern_keys.h"

#include <imgui_internal.h>  // keys whoever owns them

#include <algorithm>

#include "octatrack/lock_text.h"
#include "session/edits.h"
#include "widgets/ui.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

const Pattern* selected(const Session& session) {
    return session.project.pattern(session.selection.bank, session.selection.pattern);
}

// The selected steps that have this type.
template <class Has>
u64 steps_where(const Session& session, Has&& has) {
    u64 found = 0;
    for (int step = 0; step < step_count; step++)
        if (session.selection.has_step(step) && has(step)) found |= u64(1) << step;
    return found;
}

void go_to_step(Session& session, int step, bool extend) {
    Selection& at = session.selection;
    step = std::clamp(step, 0, step_count - 1);
    if (extend)
        at.select_range(at.anchor, step);
    else
        at.select_only(step);
    at.page = step / 16;
}

void choose_row(Session& session, int row) {
    Selection& at = session.selection;
    at.row = std::clamp(row, 0, row_count - 1);
    if (at.steps) at.select_only(at.cursor);
}

}  // namespace

void toggle_trig(Session& session, TrigType type) {
    const Pattern* pattern = selected(session);
    const Selection& at = session.selection;
    if (!pattern) return;
    const u64 having = steps_where(session, [&](int step) { return app::trig_at(*pattern, at.row, step) == type; });
    if (having == at.steps)
        remove_steps(session, at.row, at.steps);
    else
        place_trig(session, at.row, at.steps, type);
}

void toggle_recorder(Session& session) {
    const Pattern* pattern = selected(session);
    if (!pattern) return;
    const Selection& at = session.selection;
    const u64 having = steps_where(session, [&](int step) { return recorder_at(*pattern, at.row, step); });
    set_recorder(session, at.row, at.steps, having != at.steps);
}

void nudge(Session& session, int by) {
    const Pattern* pattern = selected(session);
    const Selection& at = session.selection;
    if (!pattern || !at.steps) return;
    const int now = micro_timing(trig_word_at(*pattern, at.row, at.first_step()));
    set_trig_fields(session, at.row, at.steps, {.micro_timing = std::clamp(now + by, -23, 23)});
}

void select_track(Session& session) {
    const Pattern* pattern = selected(session);
    if (pattern) session.selection.select_range(0, row_length(*pattern, session.selection.row) - 1);
}

void step_pattern(Session& session, int by) {
    const int next = (session.selection.bank * 16 + session.selection.pattern + by + 256) % 256;
    session.show_pattern(next / 16, next % 16);
}

void move_cursor(Session& session) {
    Selection& at = session.selection;
    const bool extend = ImGui::GetIO().KeyShift;
    auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, ImGuiKeyOwner_Any); };
    if (ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeyAlt) return;
    const int from = at.steps ? at.cursor : at.page * 16 - 1;
    if (pressed(ImGuiKey_RightArrow)) go_to_step(session, from + 1, extend && at.steps);
    if (pressed(ImGuiKey_LeftArrow)) go_to_step(session, at.steps ? from - 1 : at.page * 16, extend && at.steps);
    if (pressed(ImGuiKey_UpArrow)) choose_row(session, at.row - 1);
    if (pressed(ImGuiKey_DownArrow)) choose_row(session, at.row + 1);
    if (pressed(ImGuiKey_PageDown)) at.page = std::min(3, at.page + 1);
    if (pressed(ImGuiKey_PageUp)) at.page = std::max(0, at.page - 1);
    if (pressed(ImGuiKey_Home)) go_to_step(session, at.page * 16, extend && at.steps);
    if (pressed(ImGuiKey_End)) go_to_step(session, at.page * 16 + 15, extend && at.steps);
    for (int track = 0; track < track_count && !ui::digits_taken(); track++)
        if (pressed(ImGuiKey(ImGuiKey_1 + track))) choose_row(session, track + (extend ? 8 : 0));
}

void move_on_map(Session& session) {
    Selection& at = session.selection;
    if (ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeyAlt) return;
    auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, ImGuiKeyOwner_Any); };
    if (pressed(ImGuiKey_LeftArrow)) at.pattern = (at.pattern + 15) % 16;
    if (pressed(ImGuiKey_RightArrow)) at.pattern = (at.pattern + 1) % 16;
    if (pressed(ImGuiKey_UpArrow)) at.bank = (at.bank + 15) % 16;
    if (pressed(ImGuiKey_DownArrow)) at.bank = (at.bank + 1) % 16;
    if (pressed(ImGuiKey_Enter)) session.show_pattern(at.bank, at.pattern);
}

}  // namespace groovebench::app
