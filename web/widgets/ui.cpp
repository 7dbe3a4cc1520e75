#include "widgets/ui.h"

#include <imgui_internal.h>

#include <algorithm>

namespace groovebench::ui {

void attach(Ui& ui) {
    ImGuiIO& io = ImGui::GetIO();
    io.UserData = &ui;
    io.IniFilename = io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigInputTextCursorBlink = false;  // an idle page draws nothing, a caret included
    io.ConfigNavCursorVisibleAuto = true;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    look::apply(ui.look, ui.look.theme, ui.look.machine, ui.look.scale);
    ui.items.record(ui.items.recording());
}

Ui& here() { return *static_cast<Ui*>(ImGui::GetIO().UserData); }

void begin_frame(double seconds) {
    Ui& ui = here();
    const float density = std::max(0.5f, ImGui::GetIO().DisplayFramebufferScale.x);
    if (density != ui.look.density) {
        ui.look.density = density;
        look::apply(ui.look, ui.look.theme, ui.look.machine, ui.look.scale);
    }
    ui.now = seconds;
    ui.wake_at = 1e30;
    ui.animating = false;
    ui.was_over_number = ui.over_number;
    ui.over_number = false;
    ui.items.begin();
    ImGui::NewFrame();
    // ImGui tells only the font in use how fine to draw; ours are drawn from beside it as well.
    for (ImFont* font : ImGui::GetIO().Fonts->Fonts)
        font->CurrentRasterizerDensity = ImGui::GetCurrentContext()->FontRasterizerDensity;
}

void end_frame() {
    ImGui::Render();
    here().items.end();
}

bool keyboard_taken() { return ImGui::GetIO().WantTextInput || here().typing != 0; }
bool digits_taken() { return keyboard_taken() || here().was_over_number; }

bool keyboard_on_widget() {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    return g.NavCursorVisible && g.NavId != 0 && g.NavWindow != nullptr;
}

void keep_key(int key) { ImGui::SetKeyOwner(ImGuiKey(key), ImHashStr("editor")); }

void keep_awake() { here().animating = true; }

void wake_in(double seconds) { here().wake_at = std::min(here().wake_at, here().now + seconds); }

}  // namespace groovebench::ui
