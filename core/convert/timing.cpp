#include "convert/timing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace groovebench::convert {
namespace {

constexpr u64 endless = std::numeric_limits<u64>::max();

u64 common_multiple(u64 a, u64 b) {
    const u64 factor = b / std::gcd(a, b);
    return a > endless / factor ? endless : a * factor;
}

// A moment of the track: `pad` is null where nothing is heard.
struct Moment {
    u32 position;
    const Hit* hit;
};

u32 wrapped(i64 position, u64 total) {
    const i64 length = i64(total);
    return u32(((position % length) + length) % length);
}

std::vector<Moment> moments(const TrackHits& track, u64 total, u64 restart) {
    std::vector<Moment> all;
    const u64 every = restart ? restart : total;
    for (u64 from = 0; from < total; from += every)
        for (u64 loop = 0; loop < every; loop += track.loop_ticks())
            for (const Hit& hit : track.hits) {
                const u64 step_at = loop + u64(hit.step) * u64(track.ticks);
                if (step_at >= every || from + step_at >= total) continue;
                for (int i = 0; i < hit.repeats; i++) {
                    const double at = double(from + loop) + hit.offset + double(track.ticks) * i / hit.repeats;
                    all.push_back({wrapped(std::llround(at), total), &hit});
                }
            }
    std::ranges::stable_sort(all, {}, &Moment::position);
    return all;
}

}  // namespace

double hit_offset(const octatrack::AudioTrack& track, int step, int ticks) {
    double offset = double(step) * ticks;
    const bool even = step % 2 == 1;  // counted from 1
    // Swing s of 50..80 % moves by (2 s - 1) of a step; the amount is s - 50.
    if (even && track.swing.at(step)) offset += std::min<int>(track.swing_amount, 30) / 50.0 * ticks;
    return offset + octatrack::micro_timing(track.trig_words[step]) * ticks / 24.0;
}

Length common_length(const std::vector<u64>& loops) {
    u64 ticks = ep133::ticks_per_bar;
    for (const u64 loop : loops)
        if (loop && ticks != endless) ticks = common_multiple(ticks, loop);
    const u64 wanted = ticks == endless ? endless : ticks / ep133::ticks_per_bar;
    return {wanted, int(std::min<u64>(wanted, ep133::max_bars))};
}

std::vector<TimedNote> unrolled(const TrackHits& track, u64 total, u64 restart) {
    std::vector<TimedNote> notes;
    if (!track.loop_ticks() || !total) return notes;
    const std::vector<Moment> all = moments(track, total, restart);
    for (std::size_t i = 0; i < all.size(); i++) {
        if (!all[i].hit->pad) continue;
        std::size_t next = i + 1;
        while (next < all.size() && all[next].position == all[i].position) next++;
        const u64 end = next < all.size() ? all[next].position : all[0].position + total;
        const u64 duration = std::clamp<u64>(end - all[i].position, 1, ep133::ticks_per_bar);
        notes.push_back(
            {all[i].position, u16(duration), *all[i].hit->pad, all[i].hit->note, all[i].hit->velocity, all[i].hit->step});
    }
    return notes;
}

}  // namespace groovebench::convert
