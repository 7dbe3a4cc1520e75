// What a constant always is, as text.
#pragma once

#include <string>

#include "schema/schema.h"

namespace groovebench {

std::string constant_text(const Field&);  // a byte that is no character of ASCII as "\x00"

}  // namespace groovebench
