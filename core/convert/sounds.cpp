#include "convert/sounds.h"

#include <algorithm>

#include "bytes/format.h"
#include "ep133/pad.h"

namespace groovebench::convert {
namespace {

Span within(Span span, u64 frames) {
    if (span.end == 0 || span.end > frames) span.end = frames;
    span.start = std::min(span.start, span.end);
    return span;
}

// What the pads of a sound play of it, from the first frame of any to the last.
Span played(const Plan& plan, std::size_t sound, u64 frames) {
    Span all{frames, 0};
    for (const PlannedPad& pad : plan.pads) {
        if (pad.sound != sound) continue;
        const Span span = within(pad.span, frames);
        all = {std::min(all.start, span.start), std::max(all.end, span.end)};
    }
    return all;
}

double seconds(u64 frames, u32 rate) { return double(frames) / rate; }

void fit(std::size_t index, Plan& plan) {
    PlannedSound& sound = plan.sounds[index];
    const u64 most = u64(sound.rate) * ep133::max_sound_seconds;
    sound.kept = {0, sound.frames};
    if (sound.frames <= most) return;
    const double length = seconds(sound.frames, sound.rate);
    const std::string over = fmt::format("{:.1f} seconds, {:.1f} too many", length, length - ep133::max_sound_seconds);
    sound.kept = played(plan, index, sound.frames);
    const bool fits = sound.kept.end - sound.kept.start <= most;
    if (!fits) sound.kept.end = sound.kept.start + most;
    plan.limits.push_back({.severity = Severity::warning,
                           .path = fmt::format("sounds[{}]", sound.name),
                           .expected = "at most 20 seconds a sound",
                           .found = over + (fits ? ": only what its pads play is kept" : ": cut to its first 20 seconds")});
}

void check_memory(Plan& plan) {
    plan.memory_bytes = 0;
    plan.memory_known = true;
    for (const PlannedSound& sound : plan.sounds) {
        plan.memory_known &= sound.rate != 0;
        if (sound.rate) plan.memory_bytes += device_bytes(sound.kept.end - sound.kept.start, sound.rate, sound.channels);
    }
    if (plan.memory_bytes > ep133::device_memory)
        plan.limits.push_back(
            {.path = "sounds",
             .expected = fmt::format("at most {} bytes of sounds (the 64 MB unit)", ep133::device_memory),
             .found = fmt::format("{} bytes: {} too many", plan.memory_bytes, plan.memory_bytes - ep133::device_memory)});
}

// A pad whose part of the sound was cut away, or lies behind the end of the file.
void check_pads(Plan& plan) {
    for (const PlannedPad& pad : plan.pads) {
        const PlannedSound& sound = plan.sounds[pad.sound];
        if (!sound.rate) continue;
        const Span span = within(pad.span, sound.kept.end);
        if (span.end > std::max(span.start, sound.kept.start)) continue;
        plan.limits.push_back({.severity = Severity::warning,
                               .path = fmt::format("groups[{}].pads[{}]", char('A' + pad.group), pad.number),
                               .expected = "a part of the sound",
                               .found = fmt::format("nothing of {} is left to play: the pad stays silent", sound.name)});
    }
}

}  // namespace

u64 device_frames(u64 frames, u32 rate) {
    if (!rate) return 0;
    // rounded half up; split so that no product of a long file overflows
    const u64 whole = frames / rate, rest = frames % rate;
    return whole * u64(ep133::device_rate) + (2 * rest * u64(ep133::device_rate) + rate) / (2 * u64(rate));
}
u64 device_bytes(u64 frames, u32 rate, u16 channels) { return device_frames(frames, rate) * 2 * channels; }

u64 scaled(u64 frame, const PlannedSound& sound) {
    const u64 inside = std::clamp(frame, sound.kept.start, sound.kept.end) - sound.kept.start;
    return device_frames(inside, sound.rate);
}

void fit_sounds(Plan& plan) {
    for (std::size_t i = 0; i < plan.sounds.size(); i++)
        if (plan.sounds[i].rate) fit(i, plan);
    check_memory(plan);
    check_pads(plan);
}

}  // namespace groovebench::convert
