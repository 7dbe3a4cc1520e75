#include "bytes/problem.h"

#include "bytes/format.h"

namespace groovebench {

std::string sentence(const Problem& problem) {
    std::string line;
    auto add = [&](std::string part) { line += (line.empty() ? "" : ": ") + part; };
    if (!problem.file.empty()) add(problem.file);
    if (!problem.path.empty()) add(problem.path);
    if (problem.offset != Problem::nowhere) add(fmt::format("at 0x{:X}", problem.offset));
    if (problem.found.empty())
        add("expected " + problem.expected);
    else if (problem.expected.empty())
        add(problem.found);
    else
        add(fmt::format("expected {}, found {}", problem.expected, problem.found));
    return line;
}

}  // namespace groovebench
