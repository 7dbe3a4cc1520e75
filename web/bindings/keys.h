// Names of keys, from the page's to ImGui's.
#pragma once

#include <imgui.h>

#include <string_view>

namespace groovebench::page {

// KeyboardEvent.code to ImGui's key; ImGuiKey_None for one that we do not use.
ImGuiKey key_of(std::string_view code);
// ImGui's cursor as CSS spells it.
const char* css_cursor(ImGuiMouseCursor cursor);

}  // namespace groovebench::page
