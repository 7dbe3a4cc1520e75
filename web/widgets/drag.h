// Dragging a thing onto another. What is carried is plain data, named by a word that both sides know.
#pragma once

#include <optional>
#include <string_view>
#include <type_traits>

#include "widgets/words.h"

namespace groovebench::ui {

namespace drag_detail {
void source(const char* kind, const void* data, std::size_t size, std::string_view words);
bool target(const char* kind, void* into, std::size_t size);
}  // namespace drag_detail

// The last item can be dragged away; words follow the pointer.
template <class T>
void drag_source(const char* kind, const T& what, std::string_view words) {
    static_assert(std::is_trivially_copyable_v<T>);
    drag_detail::source(kind, &what, sizeof what, words);
}

// What was dropped onto the last item in this frame. While something of this kind hovers, it is ringed.
template <class T>
std::optional<T> drop_target(const char* kind) {
    static_assert(std::is_trivially_copyable_v<T>);
    T what;
    return drag_detail::target(kind, &what, sizeof what) ? std::optional(what) : std::nullopt;
}

}  // namespace groovebench::ui
