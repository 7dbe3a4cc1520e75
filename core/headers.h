// Headers of others that nearly every file includes: see ci/cmake/precompiled.cmake.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>  // fmt/format.h 11.1 uses malloc without including it
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
