// Changes to a project's text, each as one splice of the bytes the Project was opened from.
//
// A value out of its range, a name the machine cannot spell, a field the references do not let one edit
// and a project of another version are refused, with what was expected. Source: octatrack.md §3.4 to §3.9.
#pragma once

#include "octatrack/project.h"

namespace groovebench::octatrack {

Result<text::Splice> change_setting(const Project&, const Setting&, i64 value);
// What a person typed: "126.5", "ON", "INT+EXT", "none", or a raw number.
Result<text::Splice> change_setting(const Project&, const Setting&, std::string_view typed);

// Changes a value in place. Tempo, trim length and loop length are linked: the one that is set takes
// priority, and its line takes the place of the other's.
Result<text::Splice> change_attribute(const Project&, const SampleBlock&, Attribute, i64 value);
Result<text::Splice> change_attribute(const Project&, const SampleBlock&, Attribute, std::string_view typed);
// Another file for the same slot, its attributes kept: for a file that moved. `path` is ISO 8859-1.
Result<text::Splice> change_path(const Project&, const SampleBlock&, std::string_view path);

// Writes the block of a slot: in place of the one it has, or in its place in the order.
Result<text::Splice> set_slot(const Project&, SlotRef, const SampleAttributes&);
// Takes the block out; a recorder's block, which is always there, becomes that of a new project.
Result<text::Splice> clear_slot(const Project&, SlotRef);

// Where the block of a slot without one would be written; where that of a slot with one ends, with the blank line behind.
std::size_t place_for_block(const Project&, SlotRef);
std::size_t end_of_block(const Project&, const SampleBlock&);

// The eight lines between [SAMPLE] and [/SAMPLE] with both, without a blank line behind.
std::string sample_block(SlotRef, const SampleAttributes&);

// What the device gives a sample that is loaded into a slot. `frames` at 44.1 kHz.
SampleAttributes loaded_sample(SlotRef, std::string path, u64 frames, i64 tempo_x24);
SampleAttributes empty_recorder();

// Bars x 100 of a loop: a power of two, at most 32 bars.
i64 trim_bars_x100(u64 frames, i64 tempo_x24);

// Whether the machine can hold this as PATH; the sentence says why not.
Outcome check_sample_path(std::string_view latin1);

}  // namespace groovebench::octatrack
