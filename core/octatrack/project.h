// project.work and project.strd: settings, states and sample slots, as lines of text.
// Source: octatrack.md §3. Lines, unknown keys and their order stay as found; only values are replaced.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "octatrack/project_settings.h"
#include "octatrack/sample_attributes.h"
#include "text/key_value.h"

namespace groovebench::octatrack {

enum class Pool : u8 { flex, static_pool };
inline constexpr int pool_slots = 128, recorder_count = 8;

// A slot as the text numbers it: from 1; 129 to 136 of the flex pool are the recorders.
struct SlotRef {
    Pool pool = Pool::flex;
    int number = 1;
    bool recorder() const { return pool == Pool::flex && number > pool_slots; }
    auto operator<=>(const SlotRef&) const = default;
};
bool valid(SlotRef);
std::string label(SlotRef);    // "F001", "S128", "R3"
std::string path_of(SlotRef);  // "flex[1]", "static[128]", "recorders[3]"

// One [SAMPLE] block as it stands. A value that is missing or no number is the default of a new slot.
struct SampleBlock {
    SlotRef slot;
    bool known = false;       // TYPE and SLOT name a slot
    std::size_t section = 0;  // index into text.sections
    SampleAttributes values;
};

struct Project {
    text::KeyValueText text;           // borrows the bytes
    bool read_only = false;            // another version: shown, never edited
    std::vector<SampleBlock> samples;  // in the order of the file
    std::vector<Problem> findings;     // what the references do not expect; the file opens all the same
};

// Refused only if it is no project text at all, or larger than a megabyte. Borrows the bytes.
Result<Project> open_project(ByteView bytes);

// The line of a setting, or null; its number (0 for a line that is missing or no number: use the text).
const text::Line* find_line(const Project&, const Setting&);
std::optional<i64> number(const Project&, const Setting&);
// The number of a key, or what a new project holds if it is missing or no number.
i64 number_or_initial(const Project&, std::string_view key, u32 nth = 0);
std::string shown(const Project&, const Setting&);  // "120.0", "ON", "2 (unknown)"

// The block of a slot, the first if there are several; null for a slot without a sample.
const SampleBlock* find_sample(const Project&, SlotRef);

// What the page asks for most often.
std::string os_version(const Project&);  // "1.40B": the last word of OS_VERSION
i64 tempo_x24(const Project&);
bool pattern_tempo(const Project&);
bool master_track(const Project&);
bool write_protected(const Project&);
struct Position {
    int bank = 0, pattern = 0, part = 0;  // from 0, kept inside their ranges
};
Position current_position(const Project&);

}  // namespace groovebench::octatrack
