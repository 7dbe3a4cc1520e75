#include "convert/input.h"

#include <algorithm>

#include "text/latin1.h"

namespace groovebench::convert {
namespace {

void add_markers(const octatrack::SlotMarkers& markers, SlotSample& sample) {
    sample.trim = {markers.trim_start, markers.trim_end};
    const int slices = octatrack::used_slices(markers);
    for (int i = 0; i < slices; i++) sample.slices.push_back({markers.slices[i].start, markers.slices[i].end});
}

}  // namespace

ConversionInput input_of(const octatrack::Bank& source, int bank, int pattern, const octatrack::Project& project,
                         const octatrack::Markers* markers, std::string project_name) {
    ConversionInput input;
    input.pattern = &source.patterns[pattern];
    input.part = &source.parts[std::min<int>(input.pattern->tail.part, octatrack::part_count - 1)];
    input.project_name = std::move(project_name);
    input.bank = bank, input.pattern_number = pattern;
    input.tempo_x24 = octatrack::tempo_x24(project);
    input.pattern_tempo = octatrack::pattern_tempo(project);
    input.master_track = octatrack::master_track(project);
    input.muted_tracks = u8(octatrack::number_or_initial(project, "TRACK_MUTE_MASK"));
    for (const octatrack::SampleBlock& block : project.samples) {
        if (!block.known || block.values.path.empty()) continue;
        SlotSample sample;
        sample.path = text::utf8_from_latin1(block.values.path);
        sample.attributes = block.values;
        if (markers) add_markers(octatrack::markers_of(*markers, block.slot), sample);
        input.slots.try_emplace(block.slot, std::move(sample));  // the first block of a slot counts
    }
    return input;
}

}  // namespace groovebench::convert
