// The sounds of the demo card, synthesised here: 44.1 kHz, made with additions and multiplications only,
// so that every machine makes the same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bytes/bytes.h"

namespace groovebench::demo {

inline constexpr u32 rate = 44100;

struct Sound {
    std::string name;  // below AUDIO/: "drums/kick.wav"
    u16 channels = 1;
    std::vector<float> samples;  // interleaved
    u32 frames() const { return u32(samples.size() / channels); }
};

// One shots.
Sound kick();
Sound snare();
Sound clap();
Sound closed_hat();
Sound open_hat();
Sound rim();
Sound tom();
Sound bass();
Sound stab();  // stereo
Sound pad();

// Loops of one bar, sixteen equal steps, mixed from the one shots.
Sound break_loop();  // 126 BPM
Sound tide_loop();   // 90 BPM

std::vector<Sound> all_sounds();
const Sound& find_sound(const std::vector<Sound>&, std::string_view name);

}  // namespace groovebench::demo
