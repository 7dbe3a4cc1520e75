// How changes are put into words; for the files changes*.cpp only.
#pragma once

#include <string>
#include <vector>

#include "octatrack/bank.h"
#include "octatrack/project.h"
#include "schema/walk.h"

namespace groovebench::octatrack::changes {

// Lines of one place: "A03 · T3: " before each.
class Lines {
public:
    Lines(std::vector<std::string>& to, std::string prefix) : out(to), before(std::move(prefix)) {}
    void add(const std::string& line) { out.push_back(before + line); }
    // At most so many since `first`; the rest is counted in one line.
    void cap(std::size_t first, std::size_t limit);
    std::size_t size() const { return out.size(); }

private:
    std::vector<std::string>& out;
    std::string before;
};

std::string count(int n, std::string_view noun);                       // "1 trig", "4 trigs"
std::string step_list(u64 steps);                                      // "7, 9, 11", "1–16"
std::string on_steps(u64 steps);                                       // "on step 16", "on 3 steps (7, 9, 11)"
std::string from_to(std::string_view before, std::string_view after);  // "16 → 32"
std::string with_minus(std::string text);                              // "-2.0" to "−2.0": a sign, not a hyphen
std::string lock_title(const Part&, int track, int index);             // "PTCH", "AMP VOL", "sample"
std::string midi_lock_title(int index);                                // "NOTE", "LFO SPD1", "CC1"
std::string words_of(std::string_view name);                           // "swing_amount" to "swing amount"

std::string slot_title(SlotRef slot);  // "Flex slot 14", "Recorder 3"

// The differences of two records, each as "path before → after".
template <class Record>
void add_differences(Lines& lines, const Record& before, const Record& after);
void add_difference(Lines& lines, const Difference&, ByteView before, ByteView after);

void add_pattern(std::vector<std::string>& lines, const Bank& before, const Bank& after, int bank, int pattern);
void add_part(std::vector<std::string>& lines, const Bank& before, const Bank& after, int part);

template <class Record>
ByteView bytes_of_record(const Record& record) {
    return std::as_bytes(std::span(&record, 1));
}
template <class Record>
void add_differences(Lines& lines, const Record& before, const Record& after) {
    const ByteView a = bytes_of_record(before), b = bytes_of_record(after);
    for (const Difference& difference : diff(schema<Record>, a, b)) add_difference(lines, difference, a, b);
}

}  // namespace groovebench::octatrack::changes
