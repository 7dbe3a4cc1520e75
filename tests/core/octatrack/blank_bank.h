// A bank good enough to edit in tests: every tag in its place, every pattern untouched, values that parts allow.
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>

#include "octatrack/bank.h"

namespace blank_bank {

using namespace groovebench;
using namespace groovebench::octatrack;

inline constexpr u64 default_swing = 0xAAAAAAAAAAAAAAAA;

template <class Track>
void make_track(Track& track, const char (&tag)[5], int index) {
    std::memset(&track, 0, sizeof track);
    std::memcpy(track.tag.bytes, tag, 4);
    track.index = u8(index), track.swing = default_swing, track.length = 16, track.scale = 2, track.start_silent = 255;
    std::memset(track.locks, 0xFF, sizeof track.locks);
}

inline void make_pattern(Pattern& pattern) {
    std::memset(&pattern, 0, sizeof pattern);
    std::memcpy(pattern.tag.bytes, "PTRN", 4);
    for (int t = 0; t < 8; t++) make_track(pattern.audio_tracks[t], "TRAC", t);
    for (int t = 0; t < 8; t++) make_track(pattern.midi_tracks[t], "MTRA", t);
    pattern.tail.master_length = 16, pattern.tail.master_scale = 2, pattern.tail.length = 16, pattern.tail.scale = 2;
    pattern.tail.tempo_x24 = 2880;
}

inline void make_part(Part& part, int index) {
    std::memset(&part, 0, sizeof part);
    std::memcpy(part.tag.bytes, "PART", 4);
    part.index = u8(index), part.scene_b = 8;
    for (int t = 0; t < 8; t++) {
        part.fx1[t] = 4, part.fx2[t] = 8;
        part.levels[t].main = 108, part.levels[t].cue = 108;
        part.slots[t].static_machine = u8(t), part.slots[t].flex = u8(t), part.slots[t].pickup.bytes[0] = u8(128 + t);
        part.pages[t].amp.vol = 64, part.pages[t].amp.bal = 64;
        part.source[t].static_machine.ptch = 64, part.source[t].flex.ptch = 64;
        part.source[t].static_machine.rate = 127, part.source[t].flex.rate = 127;
    }
    std::memset(part.scenes, 0xFF, sizeof part.scenes);
    std::memset(part.scene_levels, 0xFF, sizeof part.scene_levels);
}

inline Bytes make_bank() {
    Bytes bytes(sizeof(Bank));
    Bank& bank = *overlay<Bank>(bytes);
    std::memcpy(bytes.data(), "FORM\0\0\0\0DPS1BANK\0\0\0\0\0\x17", 22);
    for (Pattern& pattern : bank.patterns) make_pattern(pattern);
    for (int i = 0; i < 4; i++) make_part(bank.parts[i], i), make_part(bank.saved_parts[i], i);
    const char* names[] = {"ONE", "TWO", "THREE", "FOUR"};
    for (int i = 0; i < 4; i++) std::memcpy(bank.part_names[i].text.bytes, names[i], std::strlen(names[i]));
    seal(bytes);
    return bytes;
}

}  // namespace blank_bank
