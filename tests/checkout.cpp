#include "checkout.h"

std::filesystem::path groovebench::test::checkout() { return GROOVEBENCH_SOURCE_DIR; }
