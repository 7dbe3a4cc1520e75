// What is odd in a kit, and what differs between two.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "opz/kit.h"

namespace groovebench::opz {
namespace {

using Findings = std::vector<Problem>;

void check_sound(Findings& out, const Kit& kit) {
    const auto& sound = kit.sound;
    if (sound.channels != 1 || sound.bits != 16 || sound.rate != kit_rate || sound.is_float())
        out.push_back({.severity = Severity::warning,
                       .path = "COMM",
                       .expected = "mono, 16 bits, 44100 Hz",
                       .found = fmt::format("{} channels, {} bits, {} Hz", sound.channels, sound.bits, sound.rate)});
    const u32 most = kit.kind == KitKind::drum ? most_drum_frames : synth_frames;
    if (sound.frames > most)
        out.push_back({.severity = Severity::warning,
                       .path = "SSND",
                       .expected = fmt::format("at most {} seconds ({} frames)", most / kit_rate, most),
                       .found = fmt::format("{} frames", sound.frames)});
    if (kit.kind == KitKind::synth && sound.frames < most)
        out.push_back({.severity = Severity::note,
                       .path = "SSND",
                       .expected = "6 seconds, with silence at the end: an OP-Z plays what is left over behind a shorter sample",
                       .found = fmt::format("{} frames", sound.frames)});
    if (kit.kind == KitKind::snapshot)
        out.push_back({.severity = Severity::note,
                       .path = "type",
                       .expected = "drum or sampler, which an OP-Z can play",
                       .found = "an engine of the OP-1"});
}

void check_slices(Findings& out, const Kit& kit) {
    for (std::size_t i = 0; i < kit.slices.size(); i++) {
        const Slice& slice = kit.slices[i];
        if (slice.start > slice.end)
            out.push_back({.severity = Severity::warning,
                           .path = fmt::format("end[{}]", i + 1),
                           .expected = fmt::format("at least its start, {} frames", frame_at(slice.start)),
                           .found = fmt::format("{}", frame_at(slice.end))});
        if (frame_at(slice.end) > kit.sound.frames + 1)
            out.push_back({.severity = Severity::note,
                           .path = fmt::format("end[{}]", i + 1),
                           .expected = fmt::format("at most {} frames, where the sound ends", kit.sound.frames),
                           .found = fmt::format("{}", frame_at(slice.end))});
    }
}

// Numbers out of their range, and lists that are not as long as they ought to be.
void check_values(Findings& out, ByteView file) {
    const Json values = values_of(kit_file(), file);
    for (const auto& [name, value] : values.items()) {
        const Field* field = kit_file().field(name);
        if (field && field->is_array && (!value.is_array() || value.size() != field->count))
            out.push_back({.severity = Severity::warning,
                           .path = name,
                           .expected = fmt::format("{} numbers", field->count),
                           .found = value.is_array() ? fmt::format("{}", value.size()) : "something else"});
    }
    each_leaf(values, "", [&](const std::string& path, const Json& value) {
        const Field* field = kit_file().field(path);
        if (!field || !value.is_number_integer()) return;
        if (const i64 number = value.get<i64>(); number < field->min || number > field->max)
            out.push_back({.severity = Severity::warning,
                           .path = path,
                           .expected = fmt::format("{} to {}", field->min, field->max),
                           .found = std::to_string(number)});
    });
}

std::vector<std::string> place_of(std::string_view path) {
    const std::string_view base = base_of(path);
    const Field* field = kit_file().field(path);
    if (!field || field->count != kit_slices || base == path) return {"Kit"};
    return {"Kit", fmt::format("slice {}", path.substr(base.size() + 1, path.size() - base.size() - 2))};
}

ByteView frames_of(const Kit& kit, ByteView file) {
    return file.subspan(std::size_t(kit.sound.data), std::size_t(kit.sound.frames * kit.sound.channels * kit.sound.sample_size));
}

}  // namespace

std::vector<Problem> kit_findings(ByteView file) {
    const auto kit = open_kit(file);
    if (!kit) return {kit.problem()};
    Findings out = kit->sound.findings;
    check_sound(out, *kit);
    check_slices(out, *kit);
    check_values(out, file);
    return out;
}

std::vector<ValueDifference> compare_kits(ByteView first, ByteView second) {
    auto out = compare_values(kit_file(), first, second, place_of);
    const auto a = open_kit(first), b = open_kit(second);
    if (a && b && !std::ranges::equal(frames_of(*a, first), frames_of(*b, second)))
        out.push_back({{"Kit"}, fmt::format("another sound: {} frames → {}", a->sound.frames, b->sound.frames), ""});
    else if (out.empty() && !std::ranges::equal(first, second))
        out.push_back({{"Kit"}, "the same values and sound in other bytes", ""});
    return out;
}

}  // namespace groovebench::opz
