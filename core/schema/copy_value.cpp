#include "schema/copy_value.h"

#include <algorithm>

namespace groovebench {

void copy_value(ByteSpan to, const Place& there, ByteView from, const Place& here) {
    const bool part = there.flag >= 0 || (there.field->bits && there.field->kind != Kind::flags);
    const auto into = to.begin() + std::ptrdiff_t(there.offset);
    if (part)
        std::ranges::copy(encoded(there, to, number(here, from)), into);
    else
        std::ranges::copy(from.subspan(here.offset, there.field->size), into);
}

}  // namespace groovebench
