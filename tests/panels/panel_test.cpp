#include "panel_test.h"

#include <fstream>
#include <iterator>

#include "checkout.h"

namespace groovebench {
namespace {

std::vector<char> file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The faces of the page, so that widths in tests are the widths on screen.
void add_fonts(ui::Ui& ui) {
    using look::FontKind;
    const std::pair<FontKind, const char*> faces[] = {{FontKind::text, "Inter-Regular.ttf"},
                                                      {FontKind::text_medium, "Inter-Medium.ttf"},
                                                      {FontKind::text_semibold, "Inter-SemiBold.ttf"},
                                                      {FontKind::mono, "JetBrainsMono-Regular.ttf"}};
    for (const auto& [kind, name] : faces) {
        const std::vector<char> bytes = file(test::checkout() / "assets" / "fonts" / name);
        if (!bytes.empty()) look::add_font(ui.look, kind, std::as_bytes(std::span(bytes)));
    }
}

}  // namespace

PanelTest::PanelTest(std::function<void()> panel, ImVec2 size) : draw(std::move(panel)), context(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = size;
    io.DeltaTime = 1.0f / 60;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.ConfigErrorRecoveryEnableAssert = true;
    ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
    platform.Platform_ClipboardUserData = this;
    platform.Platform_GetClipboardTextFn = [](ImGuiContext*) {
        return static_cast<PanelTest*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->clipboard.c_str();
    };
    platform.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* words) {
        static_cast<PanelTest*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->clipboard = words;
    };
    ui::attach(ui);
    ui.items.record(true);
    add_fonts(ui);
    frames(3);
}

PanelTest::~PanelTest() {
    // No backend keeps textures: say they are gone, as one would.
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
    ImGui::DestroyContext(context);
}

void PanelTest::frames(int count) {
    for (int i = 0; i < count; i++) {
        now += double(ImGui::GetIO().DeltaTime);
        ui::begin_frame(now);
        draw();
        ui::end_frame();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
            texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
    }
}

void PanelTest::wait(double seconds) {
    ImGui::GetIO().DeltaTime = float(seconds);
    frames();
    ImGui::GetIO().DeltaTime = 1.0f / 60;
    frames();
}

const ui::Item* PanelTest::find(std::string_view name) {
    const ui::Item* item = ui.items.find(name);
    return item && item->size.x > 0 && item->size.y > 0 ? item : nullptr;
}

const ui::Item* PanelTest::find_label(std::string_view label) {
    for (const ui::Item& item : items())
        if (item.label == label) return &item;
    return nullptr;
}

bool PanelTest::shows(std::string_view words) {
    for (const ui::Item& item : items())
        if (item.label.find(words) != std::string::npos) return true;
    return false;
}

ImVec2 PanelTest::middle_of(std::string_view name) {
    const ui::Item* item = find(name);
    EXPECT_NE(item, nullptr) << "nothing called \"" << name << "\" is on screen";
    return item ? ImVec2(item->at.x + item->size.x / 2, item->at.y + item->size.y / 2) : ImVec2(-1, -1);
}

void PanelTest::move(ImVec2 to) {
    ImGui::GetIO().AddMousePosEvent(to.x, to.y);
    frames();
}

void PanelTest::press(ImGuiMouseButton button) {
    ImGui::GetIO().AddMouseButtonEvent(button, true);
    frames();
}

void PanelTest::release(ImGuiMouseButton button) {
    ImGui::GetIO().AddMouseButtonEvent(button, false);
    frames(2);
}

void PanelTest::hold(ImGuiKey modifier, bool down) {
    ImGui::GetIO().AddKeyEvent(modifier, down);
    frames();
}

void PanelTest::click(std::string_view name, ImGuiMouseButton button) {
    hover(name);
    press(button);
    release(button);
    // Far enough from the next click, so that two clicks are not a double one.
    wait(0.5);
}

void PanelTest::double_click(std::string_view name) {
    hover(name);
    for (int i = 0; i < 2; i++) {
        press();
        release();
    }
    wait(0.5);
}

void PanelTest::hover(std::string_view name) {
    move(middle_of(name));
    frames();
}

void PanelTest::drag(std::string_view name, ImVec2 by, int steps) {
    const ImVec2 from = middle_of(name);
    move(from);
    frames();
    press();
    for (int i = 1; i <= steps; i++) move({from.x + by.x * float(i) / float(steps), from.y + by.y * float(i) / float(steps)});
    release();
    wait(0.5);
}

void PanelTest::drag_to(std::string_view from, std::string_view to) {
    const ImVec2 start = middle_of(from), end = middle_of(to);
    drag(from, {end.x - start.x, end.y - start.y}, 16);
}

void PanelTest::wheel(std::string_view name, float turns) {
    hover(name);
    ImGui::GetIO().AddMouseWheelEvent(0, turns);
    frames(2);
}

void PanelTest::key(ImGuiKey key, ImGuiKeyChord held) {
    ImGuiIO& io = ImGui::GetIO();
    const ImGuiKey modifiers[] = {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt, ImGuiMod_Super};
    for (const ImGuiKey modifier : modifiers)
        if (held & modifier) io.AddKeyEvent(modifier, true);
    io.AddKeyEvent(key, true);
    frames();
    io.AddKeyEvent(key, false);
    for (const ImGuiKey modifier : modifiers)
        if (held & modifier) io.AddKeyEvent(modifier, false);
    frames(2);
}

void PanelTest::type(std::string_view words) {
    ImGui::GetIO().AddInputCharactersUTF8(std::string(words).c_str());
    frames(3);
}

}  // namespace groovebench
