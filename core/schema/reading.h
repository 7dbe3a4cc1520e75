// How the number of a unit reads: what is shown is (stored - origin) * unit.
#pragma once

#include "schema/schema.h"

namespace groovebench {

struct Reading {
    i64 origin = 0;
    double unit = 1;
};
Reading reading_of(Unit);

}  // namespace groovebench
