// core_bench [zip|resample|open|edit]…: the benches named, or all. Each prints a line a figure; ci/bench counts them.
#include <cstring>

#include "bench.h"

namespace {

struct Bench {
    const char* name;
    void (*run)();
};

constexpr Bench benches[] = {{"zip", groovebench::bench::zip_bench},
                             {"resample", groovebench::bench::resample_bench},
                             {"open", groovebench::bench::open_bench},
                             {"edit", groovebench::bench::edit_bench}};

bool asked_for(const char* name, int count, char** names) {
    for (int i = 1; i < count; i++)
        if (std::strcmp(names[i], name) == 0) return true;
    return count < 2;
}

}  // namespace

int main(int count, char** names) {
    for (const Bench& bench : benches)
        if (asked_for(bench.name, count, names)) bench.run();
}
