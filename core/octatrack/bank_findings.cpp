#include "octatrack/bank_findings.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <format>

#include "octatrack/trigs.h"

namespace groovebench::octatrack {
namespace {

// Findings with the place of the byte they are about.
class List {
public:
    List(const Bank& of, std::size_t most) : bank(of), limit(most) {}
    void add(Severity severity, const void* at, std::string path, std::string expected, std::string found) {
        if (full()) return;
        const auto offset = std::size_t(static_cast<const std::byte*>(at) - reinterpret_cast<const std::byte*>(&bank));
        problems.push_back({severity, {}, offset, std::move(path), std::move(expected), std::move(found)});
    }
    bool full() const { return problems.size() >= limit; }
    std::vector<Problem> problems;

private:
    const Bank& bank;
    std::size_t limit;
};

constexpr int first_recorder_byte = 128;

u64 one_shots(const AudioTrack& track) { return track.one_shots; }
u64 one_shots(const MidiTrack&) { return 0; }

// Steps whose bit is set in more than one of four masks.
u64 several(u64 a, u64 b, u64 c, u64 d) { return (a & b) | (c & d) | ((a | b) & (c | d)); }

template <class Track>
void check_steps(List& list, const Track& track, const std::string& path) {
    const u64 types[] = {track.trigs, track.trigless_trigs, track.trigless_locks, one_shots(track)};
    for (u64 rest = several(types[0], types[1], types[2], types[3]); rest; rest &= rest - 1)
        list.add(Severity::warning, &track.trigs, std::format("{}.trigs[{}]", path, std::countr_zero(rest) + 1), "one type of trig",
                 "several on one step");
    const u64 any = types[0] | types[1] | types[2] | types[3];
    for (int step = 0; step < step_count; step++)
        if (!(any >> step & 1) && has_locks(track, step))
            list.add(Severity::warning, &track.locks[step], std::format("{}.locks[{}]", path, step + 1),
                     "a trig or a trigless lock with the locks", "none: nothing plays them");
}

bool all_are(const void* bytes, std::size_t size, u8 value) {
    const auto* at = static_cast<const u8*>(bytes);
    return std::all_of(at, at + size, [&](u8 byte) { return byte == value; });
}

template <int N>
void check_constant(List& list, const Unknown<N>& bytes, u8 value, const std::string& path) {
    if (!all_are(bytes.bytes, N, value))
        list.add(Severity::note, bytes.bytes, path, std::format("{} in every bank", value), "another value; kept");
}

template <class Track>
void check_track(List& list, const Track& track, const std::string& path) {
    check_constant(list, track.zero, 0, path + ".zero");
    for (int step = 0; step < step_count; step++)
        check_constant(list, track.locks[step].unused, no_lock, std::format("{}.locks[{}].unused", path, step + 1));
    check_steps(list, track, path);
}

void check_pattern(List& list, const Pattern& pattern, const std::string& path) {
    check_constant(list, pattern.zero, 0, path + ".zero");
    for (int t = 0; t < track_count; t++) {
        const AudioTrack& track = pattern.audio_tracks[t];
        const std::string at = std::format("{}.audio_tracks[{}]", path, t + 1);
        check_track(list, track, at);
        check_constant(list, track.unknown_0x61, 0, at + ".unknown_0x61");
        check_constant(list, track.unknown_0x862, 0, at + ".unknown_0x862");
    }
    for (int t = 0; t < track_count; t++) {
        const std::string at = std::format("{}.midi_tracks[{}]", path, t + 1);
        check_track(list, pattern.midi_tracks[t], at);
        check_constant(list, pattern.midi_tracks[t].unknown_0x29, 0, at + ".unknown_0x29");
    }
    check_constant(list, pattern.tail.zero, 0, path + ".tail.zero");
}

void check_scenes(List& list, const Part& part, const std::string& path) {
    for (int s = 0; s < int(std::size(part.scenes)); s++) {
        const std::string at = std::format("{}.scenes[{}]", path, s + 1);
        for (int t = 0; t < track_count; t++) {
            const AudioLock& lock = part.scenes[s].tracks[t];
            check_constant(list, lock.unused, no_lock, std::format("{}.tracks[{}].unused", at, t + 1));
            if (lock.sample_slot != no_lock)
                list.add(Severity::warning, &lock.sample_slot, std::format("{}.tracks[{}].sample_slot", at, t + 1),
                         "none: scenes lock no samples", std::to_string(lock.sample_slot));
        }
        check_constant(list, part.scene_levels[s].unused, no_lock, std::format("{}.scene_levels[{}].unused", path, s + 1));
    }
}

void check_part(List& list, const Part& part, const std::string& path) {
    check_constant(list, part.zero, 0, path + ".zero");
    for (int t = 0; t < track_count; t++) {
        const u8 own = u8(first_recorder_byte + t), found = part.slots[t].pickup.bytes[0];
        if (found != own)
            list.add(Severity::note, part.slots[t].pickup.bytes, std::format("{}.slots[{}].pickup", path, t + 1),
                     std::format("{}, the track's own recorder", own), std::to_string(found));
        check_constant(list, part.setup[t].amp.trig, 0, std::format("{}.setup[{}].amp.trig", path, t + 1));
    }
    check_scenes(list, part, path);
}

}  // namespace

std::vector<Problem> bank_findings(const Bank& bank, std::size_t limit) {
    List list(bank, limit);
    for (int p = 0; p < pattern_count && !list.full(); p++)
        check_pattern(list, bank.patterns[p], std::format("patterns[{}]", p + 1));
    for (int i = 0; i < part_count && !list.full(); i++) {
        check_part(list, bank.parts[i], std::format("parts[{}]", i + 1));
        check_part(list, bank.saved_parts[i], std::format("saved_parts[{}]", i + 1));
        if (std::memcmp(&bank.parts[i], &bank.saved_parts[i], sizeof(Part)) != 0 && !bank.parts_edited.at(i))
            list.add(Severity::note, &bank.parts_edited, std::format("parts_edited[{}]", i + 1),
                     "on: the working part differs from its saved copy", "off");
    }
    return std::move(list.problems);
}

}  // namespace groovebench::octatrack
