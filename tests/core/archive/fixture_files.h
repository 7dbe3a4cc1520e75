// Files of real machines, which are not part of the tree: beside the checkout, or where GROOVEBENCH_FIXTURES says.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "bytes/bytes.h"
#include "checkout.h"

namespace groovebench::test {

inline std::filesystem::path fixture_root() {
    if (const char* chosen = std::getenv("GROOVEBENCH_FIXTURES")) return chosen;
    return checkout() / ".." / "shared" / "fixtures";
}

inline Bytes load(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const ByteView bytes = bytes_of(text);
    return {bytes.begin(), bytes.end()};
}

// The files below a folder of the fixtures whose names end so, in order of their names.
inline std::vector<std::filesystem::path> fixtures(std::string_view folder, std::string_view ending) {
    std::vector<std::filesystem::path> found;
    std::error_code none;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(fixture_root() / folder, none))
        if (entry.path().string().ends_with(ending)) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    std::cout << "fixtures: " << found.size() << " of " << folder << "/*" << ending << "\n";
    return found;
}

}  // namespace groovebench::test
