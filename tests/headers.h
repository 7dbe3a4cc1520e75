// Headers of others that nearly every test includes: see ci/cmake/precompiled.cmake.
#include <gtest/gtest.h>

#include "../core/headers.h"
