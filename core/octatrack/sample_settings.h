// NAME.ot: the settings of an audio file, beside it, with the same base name. Source: octatrack.md §6.
// The device reads it when a sample is loaded into a slot; slices of a loaded slot are in markers.work.
#pragma once

#include "octatrack/markers.h"

namespace groovebench::octatrack {

struct SampleSettings {
    Header<"SMPA", 2> header;
    Choice<Priority> priority;
    Ranged<720, 7200, be32> tempo_x24;
    be32 trim_bars_x100;
    be32 loop_bars_x100;
    Choice<TimestretchMode, be32> timestretch;
    Choice<LoopMode, be32> loop_mode;
    Ranged<0, 96, be16> gain;
    Choice<SampleQuantise> trig_quantise;
    be32 trim_start;
    be32 trim_end;
    be32 loop_point;
    Slice slices[64];
    Ranged<0, 64, be32> slice_count;
    be16 checksum;

    static constexpr auto name = "sample settings";
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified;
        field(FIELD(SampleSettings, header), sure, "what kind of file this is");
        field(FIELD(SampleSettings, priority), Evidence::inferred,
              "which of tempo, trim and loop length was set; the others follow");
        field(FIELD(SampleSettings, tempo_x24), sure, "original tempo", Unit::beats_x24);
        field(FIELD(SampleSettings, trim_bars_x100), sure, "length of the trim", Unit::bars_x100);
        field(FIELD(SampleSettings, loop_bars_x100), sure, "length of the loop", Unit::bars_x100);
        field(FIELD(SampleSettings, timestretch), sure, "timestretch");
        field(FIELD(SampleSettings, loop_mode), sure, "loop");
        field(FIELD(SampleSettings, gain), sure, "gain", Unit::gain_db);
        field(FIELD(SampleSettings, trig_quantise), sure, "trig quantise, in steps");
        field(FIELD(SampleSettings, trim_start), sure, "first frame that plays", Unit::frames);
        field(FIELD(SampleSettings, trim_end), sure, "frame behind the last", Unit::frames);
        field(FIELD(SampleSettings, loop_point), sure, "where the loop begins", Unit::frames);
        field(FIELD(SampleSettings, slices), sure, "slices; behind the count, leftovers that are kept");
        field(FIELD(SampleSettings, slice_count), sure, "how many slices are in use");
        field(FIELD(SampleSettings, checksum), sure, "sum of the bytes; written when the file is");
    }
};
static_assert(sizeof(SampleSettings) == 832 && whole<SampleSettings>());

// Checks size, kind and version. A wrong checksum is not a refusal: ask checksum_problem().
Result<const SampleSettings*> open_sample_settings(ByteView file);

// What a slot takes from the file when the sample is loaded into it: trim, loop and slices, a copy of the fields; and the
// attributes, of which the project's text keeps the one with priority.
SlotMarkers markers_from(const SampleSettings&);
SampleAttributes attributes_from(const SampleSettings&, std::string path);

// What a slot holds, as a new file; the two linked attributes without priority follow from the trim. Sealed.
Bytes write_sample_settings(const SampleAttributes&, const SlotMarkers&);
// The same over a file that is there: leftovers behind its slices, and what nobody knows, stay. Sealed.
Bytes write_sample_settings(const SampleAttributes&, const SlotMarkers&, const SampleSettings& over);

// Bars x 100 of a number of frames, to the nearest; and the tempo at which they are that many bars.
u32 bars_x100(u64 frames, i64 tempo_x24);
u32 tempo_x24_for(u64 frames, i64 bars_x100);

}  // namespace groovebench::octatrack
