// Draws ImGui's triangles with WebGL 2. The backend that comes with ImGui asks GL for its whole state
// in every frame, and in a browser each question may wait for the GPU process; this one knows that
// nobody else draws here, and asks nothing.
#pragma once

#include <imgui.h>

namespace groovebench::page {

class GlRenderer {
public:
    // Makes shader and buffers in the current WebGL context; again after the context was lost.
    void create();
    void draw(const ImDrawData& data);
    // Forgets the textures of a context that is gone; ImGui is asked to send them anew.
    void forget_textures();

private:
    void begin(const ImDrawData& data, int width, int height);
    void draw_list(const ImDrawData& data, const ImDrawList& list, int height) const;

    static constexpr int not_asked = -2;
    unsigned program = 0, vertex_array = 0, vertices = 0, indices = 0;
    int view_place = not_asked;
};

}  // namespace groovebench::page
