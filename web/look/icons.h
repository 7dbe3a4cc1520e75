// The icons of the mock-ups, stroked on a grid of 16 × 16: round caps, crisp at any size, no font.
#pragma once

#include <imgui.h>

namespace groovebench::look {

enum class Icon {
    none,
    folder,
    file,
    wave,
    search,
    undo,
    redo,
    down,
    right,
    play,
    stop,
    card,
    warn,
    check,
    grid,
    link,
    more,
    save,
    lock,
    shield,
    close,
    plus,
    minus,
    pencil,
    trash,
    copy,
    download,
    info,
    question,
    eye,
    history,
    clock,
    midi,
    gear,
    left,
    up,
    dot,
    drag,
};

// Draws an icon of size × size CSS pixels with its middle at centre.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour);

}  // namespace groovebench::look
