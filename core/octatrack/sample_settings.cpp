#include "octatrack/sample_settings.h"

#include <algorithm>
#include <cmath>

#include "octatrack/new_file.h"

namespace groovebench::octatrack {
namespace {

// frames = bars x 100 · this / tempo x 24: 44100 frames a second, 240 seconds a bar at 1 BPM.
constexpr double frames_per_unit = 44100.0 * 240 * 24 / 100;

void put_all(SampleSettings& out, const SampleAttributes& values, const SlotMarkers& markers) {
    const u64 trim = markers.trim_end > markers.trim_start ? markers.trim_end - markers.trim_start : 0;
    const u64 loop = markers.trim_end > markers.loop_point ? markers.trim_end - markers.loop_point : 0;
    const u64 measured = values.priority == Priority::loop ? loop : trim;
    const u32 tempo =
        values.priority == Priority::tempo ? u32(values.priority_value) : tempo_x24_for(measured, values.priority_value);
    out.priority = values.priority;
    out.tempo_x24 = tempo;
    out.trim_bars_x100 = values.priority == Priority::trim ? u32(values.priority_value) : bars_x100(trim, tempo);
    out.loop_bars_x100 = values.priority == Priority::loop ? u32(values.priority_value) : bars_x100(loop, tempo);
    out.timestretch = u32(values.timestretch);
    out.loop_mode = u32(values.loop_mode);
    out.gain = u16(values.gain);
    out.trig_quantise = u8(values.trig_quantise);  // -1, direct, is 255 here
    out.trim_start = markers.trim_start;
    out.trim_end = markers.trim_end;
    out.loop_point = markers.loop_point;
    std::copy_n(markers.slices, used_slices(markers), out.slices);
    out.slice_count = u32(used_slices(markers));
}

}  // namespace

Result<const SampleSettings*> open_sample_settings(ByteView file) {
    if (auto outcome = check_container(file, sizeof(SampleSettings), "SMPA", Header<"SMPA", 2>::known_version); !outcome)
        return outcome.problem();
    return overlay<SampleSettings>(file);
}

SlotMarkers markers_from(const SampleSettings& settings) {
    SlotMarkers record{};
    record.trim_start = settings.trim_start;
    record.trim_end = settings.trim_end;
    record.loop_point = settings.loop_point;
    record.slice_count = u32(std::min<u32>(settings.slice_count, slice_limit));
    std::copy_n(settings.slices, used_slices(record), record.slices);  // what stands behind the count is not theirs
    return record;
}

u32 bars_x100(u64 frames, i64 tempo_x24) {
    return u32(std::clamp(std::round(double(frames) * double(tempo_x24) / frames_per_unit), 0.0, 4e9));
}

u32 tempo_x24_for(u64 frames, i64 bars) {
    if (frames == 0) return 2880;
    return u32(std::clamp(std::round(double(bars) * frames_per_unit / double(frames)), 720.0, 7200.0));
}

SampleAttributes attributes_from(const SampleSettings& settings, std::string path) {
    SampleAttributes values{.path = std::move(path)};
    values.priority = settings.priority.as() <= Priority::loop ? settings.priority.as() : Priority::tempo;
    values.priority_value = values.priority == Priority::trim   ? i64(u32(settings.trim_bars_x100))
                            : values.priority == Priority::loop ? i64(u32(settings.loop_bars_x100))
                                                                : i64(u32(settings.tempo_x24));
    values.timestretch = u32(settings.timestretch);
    values.loop_mode = u32(settings.loop_mode);
    values.gain = u16(settings.gain);
    values.trig_quantise =
        settings.trig_quantise.as() == SampleQuantise::direct ? quantise_direct : i64(u8(settings.trig_quantise));
    return values;
}

Bytes write_sample_settings(const SampleAttributes& values, const SlotMarkers& markers) {
    Bytes file(sizeof(SampleSettings));
    write_header(overlay<SampleSettings>(file)->header);
    put_all(*overlay<SampleSettings>(file), values, markers);
    seal(file);
    return file;
}

Bytes write_sample_settings(const SampleAttributes& values, const SlotMarkers& markers, const SampleSettings& over) {
    const ByteView bytes = std::as_bytes(std::span(&over, 1));
    Bytes file(bytes.begin(), bytes.end());
    put_all(*overlay<SampleSettings>(file), values, markers);
    seal(file);
    return file;
}

}  // namespace groovebench::octatrack
