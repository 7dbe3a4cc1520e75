// markers.work and markers.strd: trim, loop and slices of every slot. Source: octatrack.md §4.
//
// 128 flex slots, 8 recorders, 128 static slots, one record each; an empty slot is all zeros. Positions
// are frames of the audio file, from its start. A slot lives in two files: without a record here the
// block in project.work is inert.
#pragma once

#include "octatrack/container.h"
#include "octatrack/project.h"

namespace groovebench::octatrack {

inline constexpr u32 no_loop = 0xFFFFFFFF;
inline constexpr int slice_limit = 64;

struct Slice {
    be32 start;
    be32 end;
    Ranged<0, 0x7FFFFFFF, be32, no_loop> loop_point;

    static constexpr auto name = "slice";
    static constexpr void describe(auto& field) {
        field(FIELD(Slice, start), Evidence::verified, "first frame", Unit::frames);
        field(FIELD(Slice, end), Evidence::verified, "frame behind the last", Unit::frames);
        field(FIELD(Slice, loop_point), Evidence::verified, "where the loop begins; none is no loop; 0 in unused slices",
              Unit::frames);
    }
};
static_assert(sizeof(Slice) == 12 && whole<Slice>());

struct SlotMarkers {
    be32 trim_start;
    be32 trim_end;
    be32 loop_point;
    Slice slices[64];
    Ranged<0, 64, be32> slice_count;

    static constexpr auto name = "slot markers";
    static constexpr void describe(auto& field) {
        field(FIELD(SlotMarkers, trim_start), Evidence::verified, "first frame that plays", Unit::frames);
        field(FIELD(SlotMarkers, trim_end), Evidence::verified, "frame behind the last; the file's length if untrimmed",
              Unit::frames);
        field(FIELD(SlotMarkers, loop_point), Evidence::verified, "where the loop begins", Unit::frames);
        field(FIELD(SlotMarkers, slices), Evidence::verified, "slices; those behind the count are unused");
        field(FIELD(SlotMarkers, slice_count), Evidence::verified, "how many slices are in use");
    }
};
static_assert(sizeof(SlotMarkers) == 784 && whole<SlotMarkers>());

struct Markers {
    Header<"SAMP", 4> header;
    SlotMarkers flex[128];
    SlotMarkers recorders[8];
    SlotMarkers static_slots[128];
    be16 checksum;

    static constexpr auto name = "markers";
    static constexpr void describe(auto& field) {
        field(FIELD(Markers, header), Evidence::verified, "what kind of file this is");
        field(FIELD(Markers, flex), Evidence::verified, "flex slots 1 to 128");
        field(FIELD(Markers, recorders), Evidence::verified, "the last recording of recorders 1 to 8");
        field("static", offsetof(Markers, static_slots), std::type_identity<decltype(Markers::static_slots)>{}, Evidence::verified,
              "static slots 1 to 128");
        field(FIELD(Markers, checksum), Evidence::verified, "sum of the bytes; written when the file is");
    }
};
static_assert(sizeof(Markers) == 207000 && whole<Markers>());

// Checks size, kind and version. A wrong checksum is not a refusal: ask checksum_problem().
Result<const Markers*> open_markers(ByteView file);

// The record of a slot; the slot must be valid. Its path in the file is path_of(slot).
const SlotMarkers& markers_of(const Markers&, SlotRef);
SlotMarkers& markers_of(Markers&, SlotRef);

bool is_empty(const SlotMarkers&);          // all zeros
int used_slices(const SlotMarkers&);        // never more than 64, whatever the file says
SlotMarkers whole_sample(u32 frames);       // untrimmed, without slices
void cut_into_slices(SlotMarkers&, int n);  // the trim in n equal parts that touch; 0 takes all away

// Trims and slices that run backwards, and counts past 64: findings, with their paths.
std::vector<Problem> marker_findings(const Markers&);

}  // namespace groovebench::octatrack
