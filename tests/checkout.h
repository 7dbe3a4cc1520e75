// Where the tree is that the tests were built from: they read fonts, seeds and the demo card in it.
#pragma once

#include <filesystem>

namespace groovebench::test {

std::filesystem::path checkout();

}  // namespace groovebench::test
