#include "gl_renderer.h"

#include <GLES3/gl3.h>

#include <cmath>
#include <cstddef>
#include <initializer_list>

namespace groovebench::page {
namespace {

constexpr const char* vertex_source = R"(#version 300 es
precision highp float;
uniform vec4 view;  // x and y of the corner, then 2 / width and -2 / height
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 uv;
layout(location = 2) in vec4 colour;
out vec2 at;
out vec4 ink;
void main() {
    at = uv;
    ink = colour;
    gl_Position = vec4((position - view.xy) * view.zw + vec2(-1.0, 1.0), 0.0, 1.0);
})";

constexpr const char* fragment_source = R"(#version 300 es
precision mediump float;
uniform sampler2D sheet;
in vec2 at;
in vec4 ink;
layout(location = 0) out vec4 result;
void main() { result = ink * texture(sheet, at); })";

GLuint compile(GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    return shader;
}

GLuint link_program() {
    const GLuint program = glCreateProgram();
    const GLuint vertex = compile(GL_VERTEX_SHADER, vertex_source), fragment = compile(GL_FRAGMENT_SHADER, fragment_source);
    glAttachShader(program, vertex);
    glAttachShader(program, fragment);
    glLinkProgram(program);
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    return program;
}

const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

void create_texture(ImTextureData& texture) {
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, texture.Width, texture.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE, texture.GetPixels());
    texture.SetTexID(name);
    texture.SetStatus(ImTextureStatus_OK);
}

void refresh_texture(ImTextureData& texture) {
    glBindTexture(GL_TEXTURE_2D, GLuint(texture.TexID));
    glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
    for (const ImTextureRect& part : texture.Updates)
        glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RGBA, GL_UNSIGNED_BYTE,
                        texture.GetPixelsAt(part.x, part.y));
    texture.SetStatus(ImTextureStatus_OK);
}

void destroy_texture(ImTextureData& texture) {
    const GLuint name = GLuint(texture.TexID);
    glDeleteTextures(1, &name);
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
}

void bring_up_to_date(ImTextureData& texture) {
    if (texture.Status == ImTextureStatus_WantCreate)
        create_texture(texture);
    else if (texture.Status == ImTextureStatus_WantUpdates)
        refresh_texture(texture);
    else if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0)
        destroy_texture(texture);
}

}  // namespace

void GlRenderer::create() {
    program = link_program();
    view_place = not_asked;
    glUseProgram(program);  // "sheet" is texture 0 unless told
    glGenVertexArrays(1, &vertex_array);
    glGenBuffers(1, &vertices);
    glGenBuffers(1, &indices);
    glBindVertexArray(vertex_array);
    glBindBuffer(GL_ARRAY_BUFFER, vertices);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices);
    for (const unsigned place : {0u, 1u, 2u}) glEnableVertexAttribArray(place);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(ImDrawVert), offset(offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, sizeof(ImDrawVert), offset(offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(ImDrawVert), offset(offsetof(ImDrawVert, col)));
    glActiveTexture(GL_TEXTURE0);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_SCISSOR_TEST);
}

void GlRenderer::forget_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_Destroyed) continue;
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_WantCreate);
    }
}

void GlRenderer::begin(const ImDrawData& data, int width, int height) {
    // The answer waits until the program is translated: asked for when it is needed, not while the card is being read.
    if (view_place == not_asked) view_place = glGetUniformLocation(program, "view");
    glViewport(0, 0, width, height);
    glUniform4f(view_place, data.DisplayPos.x, data.DisplayPos.y, 2 / data.DisplaySize.x, -2 / data.DisplaySize.y);
}

void GlRenderer::draw_list(const ImDrawData& data, const ImDrawList& list, int height) const {
    const ImVec2 scale = data.FramebufferScale;
    glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const auto left = int(std::floor(command.ClipRect.x * scale.x)), top = int(std::floor(command.ClipRect.y * scale.y));
        const auto right = int(std::ceil(command.ClipRect.z * scale.x)), low = int(std::ceil(command.ClipRect.w * scale.y));
        if (right <= left || low <= top || command.ElemCount == 0) continue;
        glScissor(left, height - low, right - left, low - top);
        glBindTexture(GL_TEXTURE_2D, GLuint(command.GetTexID()));
        glDrawElements(GL_TRIANGLES, GLsizei(command.ElemCount), GL_UNSIGNED_INT, offset(command.IdxOffset * sizeof(ImDrawIdx)));
    }
}

void GlRenderer::draw(const ImDrawData& data) {
    if (data.Textures)
        for (ImTextureData* texture : *data.Textures) bring_up_to_date(*texture);
    const int width = int(std::lround(data.DisplaySize.x * data.FramebufferScale.x));
    const int height = int(std::lround(data.DisplaySize.y * data.FramebufferScale.y));
    if (width <= 0 || height <= 0) return;
    begin(data, width, height);
    for (const ImDrawList* list : data.CmdLists) draw_list(data, *list, height);
}

}  // namespace groovebench::page
