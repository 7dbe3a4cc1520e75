// What comes back from a piece of work: JSON with bytes beside it, or a sentence why not.
#pragma once

#include <string>

#include "bytes/bytes.h"
#include "bytes/problem.h"

namespace groovebench::app {

struct Reply {
    std::string json = "{}";
    Bytes bytes;
    std::string refusal;  // a sentence; empty when the work was done
};

inline Reply refused(const Problem& problem) { return {.refusal = sentence(problem)}; }
inline Reply refused(std::string words) { return {.refusal = std::move(words)}; }

}  // namespace groovebench::app
