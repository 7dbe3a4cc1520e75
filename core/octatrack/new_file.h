// What a file made new begins with. Only writers of new files include this.
#pragma once

#include <algorithm>

#include "octatrack/container.h"

namespace groovebench::octatrack {

template <Literal Expected>
void write_constant(Constant<Expected>& field) {
    std::ranges::copy(Expected.view(), field.bytes);
}

template <Literal Tag, u8 Version>
void write_header(Header<Tag, Version>& header) {
    header = {};
    write_constant(header.form);
    write_constant(header.dps1);
    write_constant(header.tag);
    header.version = Version;
}

// Text with zeros behind it; cut to leave room for the NUL.
template <int N>
void write_text(Text<N>& field, std::string_view latin1) {
    std::ranges::fill(field.bytes, '\0');
    std::ranges::copy(latin1.substr(0, N - 1), field.bytes);
}

}  // namespace groovebench::octatrack
