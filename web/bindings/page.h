// The application in its page: one ImGui context, one canvas, one App. Turns the page's events into
// ImGui's, decides whether a frame is worth drawing, and carries clipboard, cursor and caret outwards
// as requests of id 0.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/app.h"
#include "gl_renderer.h"
#include "widgets/ui.h"

namespace groovebench::page {

// What the page says about its canvas: CSS pixels, and device pixels to one of them.
struct CanvasSize {
    float width = 0, height = 0, density = 0;
    bool operator==(const CanvasSize&) const = default;
};

class Page {
public:
    explicit Page(std::string canvas_selector);
    ~Page();
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    // Draws if something woke it within the last three frames, something moves, or a moment has come.
    bool frame(double seconds, float width, float height, float density);
    void wake() { awake_frames = 3; }

    void add_font(look::FontKind kind, ByteView file);
    void set_look(look::Theme theme, float scale);

    void pointer(float x, float y);
    void button(int index, bool down);
    void wheel(float dx, float dy);
    void key(std::string_view code, bool down, bool ctrl, bool shift, bool alt, bool meta);
    void type(const std::string& text);
    void paste(std::string text);
    void focus(bool has);

    // Room for bytes on their way in; taken by the next answer or verify.
    std::byte* room(std::size_t size);
    Bytes take_room();
    std::vector<app::Request> take_requests();

    app::App& application() { return *app; }
    // Widgets of the last frame; they are recorded from the first call on.
    const std::vector<ui::Item>& items();
    bool idle() const { return awake_frames == 0 && !ui.animating && !app->busy() && asks.empty(); }
    unsigned draws() const { return drawn; }
    void restore_graphics();

private:
    void connect_platform();
    void modifiers(bool ctrl, bool shift, bool alt, bool meta);
    bool worth_drawing(double seconds, const CanvasSize& wanted) const;
    void take_size(const CanvasSize& wanted);
    void follow_cursor();
    void ask(std::string what, std::string json);

    std::string canvas;
    ui::Ui ui;
    std::unique_ptr<app::App> app;  // begins after the ImGui context
    GlRenderer renderer;
    Bytes incoming;
    std::string clipboard;
    std::vector<app::Request> asks;
    double last = 0;
    int awake_frames = 3;
    unsigned drawn = 0;
    int cursor = 0;
    CanvasSize canvas_size;
};

}  // namespace groovebench::page
