#include "octatrack/resolve.h"

#include <algorithm>
#include <bit>

#include "bytes/format.h"
#include "octatrack/trigs.h"

namespace groovebench::octatrack {
namespace {

constexpr int fader_end = 127;
constexpr u8 first_that_is_none = 128;  // every reader of a scene takes bit 7 for "no lock"

// The step test of the machine looks at the trig masks, so locks of a step without any do nothing.
template <class Track>
std::optional<u8> step_lock(const Track& track, int step, int index) {
    if (trig_at(track, step) == TrigType::none) return {};
    const u8 value = lock_at(track, step, index);
    return value == no_lock ? std::nullopt : std::optional(value);
}

std::optional<u8> scene_lock(const Part& part, int scene, int track, Parameter parameter) {
    u8 value = no_lock;
    if (parameter == Parameter{Page::level, 0})
        value = part.scene_levels[scene].tracks[track];
    else if (const auto index = lock_index({false, track}, parameter); index && *index < audio_unused_lock)
        value = std::bit_cast<std::array<u8, lock_count>>(part.scenes[scene].tracks[track])[std::size_t(*index)];
    return value < first_that_is_none ? std::optional(value) : std::nullopt;
}

void read_scenes(const Part& part, int track, Parameter parameter, const Fader& fader, Resolved& out) {
    const auto read = [&](u8 scene, bool muted, int& index, std::optional<u8>& lock) {
        if (muted || scene >= std::size(part.scenes)) return;
        index = scene;
        lock = scene_lock(part, scene, track, parameter);
    };
    read(part.scene_a, fader.a_muted, out.scene_a_index, out.scene_a);
    read(part.scene_b, fader.b_muted, out.scene_b_index, out.scene_b);
}

// The scenes over what is below them.
void mix(Resolved& out, u8 below, Origin origin, int position) {
    const int to_b = std::clamp(position, 0, fader_end), to_a = fader_end - to_b;
    const int sum = out.scene_a.value_or(below) * to_a + out.scene_b.value_or(below) * to_b;
    out.exact = double(sum) / fader_end;
    out.value = u8(sum / fader_end);
    out.origin = origin;
    if (!out.scene_a && !out.scene_b) return;
    if (to_b == 0)
        out.origin = out.scene_a ? Origin::scene_a : origin;
    else if (to_a == 0)
        out.origin = out.scene_b ? Origin::scene_b : origin;
    else
        out.origin = Origin::between;
    if (out.origin == Origin::between && out.evidence == Evidence::verified) out.evidence = Evidence::firmware;
}

}  // namespace

Fader fader_of(const Project& project, int position) {
    return {position, number_or_initial(project, "SCENE_A_MUTE") != 0, number_or_initial(project, "SCENE_B_MUTE") != 0};
}

std::optional<Resolved> resolve(const Bank& bank, int pattern, TrackRef track, int step, Parameter parameter, Fader fader,
                                LockOrder order) {
    if (pattern < 0 || pattern >= pattern_count) return {};
    const Pattern& view = bank.patterns[pattern];
    const Part& part = bank.parts[std::min<int>(view.tail.part, part_count - 1)];
    const auto in_part = value_in_part(part, track, parameter);
    if (!in_part) return {};
    Resolved out{.value = *in_part, .exact = double(*in_part), .part = *in_part};
    if (const auto index = lock_index(track, parameter))
        out.step = track.midi ? step_lock(view.midi_tracks[track.index], step, *index)
                              : step_lock(view.audio_tracks[track.index], step, *index);
    if (!track.midi) read_scenes(part, track.index, parameter, fader, out);
    const bool in_scene = out.scene_a || out.scene_b;
    if (out.step && in_scene) out.evidence = Evidence::unknown;
    if (out.step && (order == LockOrder::step_over_scene || !in_scene)) {
        out.value = *out.step, out.exact = out.value, out.origin = Origin::step;
        return out;
    }
    mix(out, out.step.value_or(*in_part), out.step ? Origin::step : Origin::part, fader.position);
    return out;
}

std::string told(const Resolved& resolved, int step) {
    const std::string below = resolved.step ? fmt::format("the lock on step {}", step + 1) : "the part";
    switch (resolved.origin) {
        case Origin::step:
            return fmt::format("locked on step {}", step + 1);
        case Origin::scene_a:
            return fmt::format("scene {} on A", resolved.scene_a_index + 1);
        case Origin::scene_b:
            return fmt::format("scene {} on B", resolved.scene_b_index + 1);
        case Origin::between:
            break;
        default:
            return "part";
    }
    if (resolved.scene_a && resolved.scene_b)
        return fmt::format("between scenes {} and {}", resolved.scene_a_index + 1, resolved.scene_b_index + 1);
    return fmt::format("between {} and scene {}", below, (resolved.scene_a ? resolved.scene_a_index : resolved.scene_b_index) + 1);
}

}  // namespace groovebench::octatrack
