#include "page.h"

#include <emscripten/html5.h>
#include <emscripten/val.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <iterator>
#include <utility>

#include "bytes/format.h"
#include "keys.h"

namespace groovebench::page {
namespace {

bool context_restored(int, const void*, void* page) {
    static_cast<Page*>(page)->restore_graphics();
    return true;
}

bool on_a_mac() {
    const auto platform = emscripten::val::global("navigator")["platform"];
    return platform.isString() && platform.as<std::string>().starts_with("Mac");
}

std::string json_text(std::string_view words) {
    std::string quoted = "\"";
    for (const char c : words) {
        if (c == '"' || c == '\\')
            quoted += {'\\', c};
        else if (static_cast<unsigned char>(c) < 0x20)
            quoted += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
        else
            quoted += c;
    }
    return quoted + '"';
}

void make_gl_context(const std::string& canvas) {
    EmscriptenWebGLContextAttributes wanted;
    emscripten_webgl_init_context_attributes(&wanted);
    wanted.alpha = wanted.depth = wanted.stencil = wanted.antialias = false;
    wanted.majorVersion = 2;
    const auto context = emscripten_webgl_create_context(canvas.c_str(), &wanted);
    if (context > 0) emscripten_webgl_make_context_current(context);
}

// The page divides two rounded sizes, so 1.25 arrives as 1.2503, and glyphs drawn for that are a hair
// off their pixels. Densities of real screens are tenths or twelfths.
float tidy(float density) {
    for (const float part : {12.0f, 10.0f}) {
        const float near = std::round(density * part) / part;
        if (std::abs(density - near) < 0.004f) return near;
    }
    return density;
}

}  // namespace

Page::Page(std::string canvas_selector) : canvas(std::move(canvas_selector)) {
    make_gl_context(canvas);
    renderer.create();
    ImGui::CreateContext();
    ui::attach(ui);
    connect_platform();
    emscripten_set_webglcontextrestored_callback(canvas.c_str(), this, false, context_restored);
    app = std::make_unique<app::App>();
}

Page::~Page() {
    app.reset();
    ImGui::DestroyContext();
}

void Page::connect_platform() {
    ImGuiIO& io = ImGui::GetIO();
    io.BackendPlatformName = "page";
    io.BackendRendererName = "webgl2";
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors | ImGuiBackendFlags_RendererHasTextures;
    io.ConfigMacOSXBehaviors = on_a_mac();
    ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
    platform.Platform_ClipboardUserData = platform.Platform_ImeUserData = this;
    platform.Platform_GetClipboardTextFn = [](ImGuiContext*) {
        return static_cast<Page*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->clipboard.c_str();
    };
    platform.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* words) {
        auto* page = static_cast<Page*>(ImGui::GetPlatformIO().Platform_ClipboardUserData);
        page->clipboard = words;
        page->ask("copy", "{\"text\":" + json_text(words) + "}");
    };
    platform.Platform_SetImeDataFn = [](ImGuiContext*, ImGuiViewport*, ImGuiPlatformImeData* caret) {
        auto* page = static_cast<Page*>(ImGui::GetPlatformIO().Platform_ImeUserData);
        page->ask("ime", fmt::format("{{\"active\":{},\"x\":{:.1f},\"y\":{:.1f},\"height\":{:.1f}}}", caret->WantVisible,
                                     caret->InputPos.x, caret->InputPos.y, caret->InputLineHeight));
    };
}

void Page::restore_graphics() {
    renderer.create();
    renderer.forget_textures();
    wake();
}

void Page::ask(std::string what, std::string json) {
    app::Request request;
    request.ask = std::move(what);
    request.json = std::move(json);
    asks.push_back(std::move(request));
}

bool Page::worth_drawing(double seconds, const CanvasSize& wanted) const {
    return awake_frames > 0 || ui.animating || seconds >= ui.wake_at || wanted != canvas_size;
}

void Page::take_size(const CanvasSize& wanted) {
    if (wanted == canvas_size) return;
    canvas_size = wanted;
    const auto width = std::lround(wanted.width * wanted.density), height = std::lround(wanted.height * wanted.density);
    emscripten_set_canvas_element_size(canvas.c_str(), int(width), int(height));
    const float density = tidy(wanted.density);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {float(width) / density, float(height) / density};
    io.DisplayFramebufferScale = {density, density};
}

bool Page::frame(double seconds, float width, float height, float density) {
    const CanvasSize wanted{width, height, density};
    if (width < 1 || height < 1 || !worth_drawing(seconds, wanted)) return false;
    take_size(wanted);
    ImGui::GetIO().DeltaTime = float(std::clamp(seconds - last, 0.001, 1.0));
    last = seconds;
    awake_frames = std::max(0, awake_frames - 1);
    ui::begin_frame(seconds);
    app->frame(seconds);
    ui::end_frame();
    renderer.draw(*ImGui::GetDrawData());
    follow_cursor();
    drawn++;
    // ImGui spreads a click that came within one frame over two: stay until its queue is empty.
    if (ImGui::GetCurrentContext()->InputEventsQueue.Size > 0) wake();
    return true;
}

void Page::follow_cursor() {
    const int wanted = ImGui::GetMouseCursor();
    if (wanted == cursor) return;
    cursor = wanted;
    ask("cursor", fmt::format("{{\"name\":\"{}\"}}", css_cursor(wanted)));
}

void Page::add_font(look::FontKind kind, ByteView file) {
    look::add_font(ui.look, kind, file);
    wake();
}

void Page::set_look(look::Theme theme, float scale) {
    look::apply(ui.look, theme, ui.look.machine, scale);
    wake();
}

void Page::pointer(float x, float y) {
    ImGui::GetIO().AddMousePosEvent(x, y);
    wake();
}

void Page::button(int index, bool down) {
    // The page counts left, middle, right; ImGui left, right, middle.
    const int ours = index == 1 ? 2 : index == 2 ? 1 : index;
    if (ours >= 0 && ours < ImGuiMouseButton_COUNT) ImGui::GetIO().AddMouseButtonEvent(ours, down);
    wake();
}

void Page::wheel(float dx, float dy) {
    ImGui::GetIO().AddMouseWheelEvent(dx, dy);
    wake();
}

void Page::modifiers(bool ctrl, bool shift, bool alt, bool meta) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, ctrl);
    io.AddKeyEvent(ImGuiMod_Shift, shift);
    io.AddKeyEvent(ImGuiMod_Alt, alt);
    io.AddKeyEvent(ImGuiMod_Super, meta);
}

void Page::key(std::string_view code, bool down, bool ctrl, bool shift, bool alt, bool meta) {
    modifiers(ctrl, shift, alt, meta);
    if (const ImGuiKey key = key_of(code); key != ImGuiKey_None) ImGui::GetIO().AddKeyEvent(key, down);
    wake();
}

void Page::type(const std::string& text) {
    ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
    wake();
}

void Page::paste(std::string text) {
    clipboard = std::move(text);
    ImGuiIO& io = ImGui::GetIO();
    const ImGuiKey held = io.ConfigMacOSXBehaviors ? ImGuiMod_Super : ImGuiMod_Ctrl;
    io.AddKeyEvent(held, true);
    io.AddKeyEvent(ImGuiKey_V, true);
    io.AddKeyEvent(ImGuiKey_V, false);
    io.AddKeyEvent(held, false);
    wake();
}

const std::vector<ui::Item>& Page::items() {
    // Written down from the first question on: nobody pays for it who does not ask.
    if (!ui.items.recording()) {
        ui.items.record(true);
        wake();
    }
    return ui.items.last();
}

void Page::focus(bool has) {
    ImGui::GetIO().AddFocusEvent(has);
    wake();
}

std::byte* Page::room(std::size_t size) {
    incoming.resize(size);
    return incoming.data();
}

Bytes Page::take_room() { return std::exchange(incoming, {}); }

std::vector<app::Request> Page::take_requests() {
    std::vector<app::Request> all = app->take_requests();
    std::move(asks.begin(), asks.end(), std::back_inserter(all));
    asks.clear();
    return all;
}

}  // namespace groovebench::page
