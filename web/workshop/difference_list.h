// Differences as they are told and taken over: group by group, in the order in which the groups begin.
#pragma once

#include <span>
#include <vector>

#include "any/format.h"
#include "messages/compare.h"

namespace groovebench::app {

class DifferenceList {
public:
    explicit DifferenceList(std::vector<any::Told>&& as_compared);

    // The groups, and the lines of the stretches.
    Compared told(std::span<const Stretch>) const;
    // What the stretches name, by its place in the list as it was compared.
    std::vector<std::size_t> picked(std::span<const Stretch>) const;

private:
    struct Difference {
        any::Told told;
        std::size_t place;
    };
    std::vector<Difference> all;
};

}  // namespace groovebench::app
