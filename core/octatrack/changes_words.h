// How changes are put into words; for the files changes*.cpp only.
#pragma once

#include <string>
#include <vector>

#include "octatrack/bank.h"
#include "octatrack/project.h"
#include "octatrack/trigs.h"
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

// A trig type as told; a trigless lock that holds locks is told by its locks and is none here.
std::string_view type_word(TrigType);  // "one-shot trig"; empty for none
template <class Track>
TrigType told_type(const Track& track, int step) {
    const TrigType type = trig_at(track, step);
    return type == TrigType::trigless_lock && has_locks(track, step) ? TrigType::none : type;
}

// What a person calls a field of a part, "T3 AMP VOL", and its value in the device's units.
std::string part_field_title(const Part&, const Difference&);
std::string part_field_value(const Part&, const Difference&);
std::string part_title(const Bank&, int part);  // "Part 2 TWO"

// "gain 0.0 dB → +3.0 dB" for each attribute of a slot that differs.
std::vector<std::string> attribute_changes(const SampleAttributes& before, const SampleAttributes& after);
std::string setting_title(const Setting&);                        // "Midi trig channels 3"
std::string setting_reading(const Project&, const Setting&);      // "124.0", "not there"
std::string_view setting_text(const Project&, const Setting&);    // the value as it is written
std::string file_of(const SampleBlock&);                          // "kick.wav", "no file"
std::string_view block_text(const Project&, const SampleBlock&);  // from [SAMPLE] to [/SAMPLE]

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
