// Text from values: fmt::format("{:03} {}", slot, name). {fmt} rather than the standard library's <format>, which brings tables
// of 110 KB for numbers with a point into the module, even where none is ever written, and takes longer to compile.
#pragma once

#include <cstdlib>  // fmt/format.h 11.1 uses malloc without including it

#include <fmt/format.h>
