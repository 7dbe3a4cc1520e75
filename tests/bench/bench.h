// What the benches share: a clock, the median, and one line a figure with its goal.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

namespace groovebench::bench {

using Clock = std::chrono::steady_clock;

inline double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

// Time this process had a processor: for work that waits for nothing it is the fairer clock on a busy machine.
inline double processor_seconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

inline double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// "name: 0.953 (goal >= 0.900) good". Returns whether the goal is met.
inline bool report(const std::string& name, double value, std::string_view relation, double goal) {
    const bool good = relation == ">=" ? value >= goal : value <= goal;
    std::printf("%s: %.3f (goal %s %.3f) %s\n", name.c_str(), value, std::string(relation).c_str(), goal, good ? "good" : "MISSED");
    return good;
}

void zip_bench();
void resample_bench();
void open_bench();
void edit_bench();

}  // namespace groovebench::bench
