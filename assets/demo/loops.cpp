// Bars of drums, mixed from the one shots on a grid of sixteen steps.
#include <algorithm>

#include "demo/sounds.h"

namespace groovebench::demo {
namespace {

struct Row {
    Sound sound;
    std::string_view steps;  // a digit is a hit, 9 the loudest
    double late = 0;         // of every second step, in steps
};

Sound bar(std::string name, u32 step_frames, const std::vector<Row>& rows) {
    Sound loop{std::move(name), 1, std::vector<float>(std::size_t(16) * step_frames)};
    for (const Row& row : rows)
        for (std::size_t step = 0; step < row.steps.size(); step++) {
            if (row.steps[step] == '.') continue;
            const std::size_t at = step * step_frames + std::size_t(step % 2 ? row.late * step_frames : 0);
            const float level = float(row.steps[step] - '0') / 9 * 0.7f;
            // What rings past the bar sounds at its beginning: the loop has no seam.
            for (std::size_t i = 0; i < row.sound.frames(); i++)
                loop.samples[(at + i) % loop.frames()] += level * row.sound.samples[i];
        }
    float loudest = 0.0001f;
    for (float sample : loop.samples) loudest = std::max(loudest, std::max(sample, -sample));
    for (float& sample : loop.samples) sample = sample / loudest * 0.9f;
    return loop;
}

}  // namespace

Sound break_loop() {
    return bar("loops/break_126.wav", 5250,
               {{kick(), "9.....8...98....", 0},
                {snare(), "....9..3.2..9..4", 0.12},
                {closed_hat(), "7474747474747474", 0.12},
                {rim(), "...5......5....5", 0}});
}

Sound tide_loop() {
    return bar("loops/tide_90.wav", 7350,
               {{kick(), "9......7..8.....", 0},
                {clap(), "........9.......", 0},
                {closed_hat(), "6.4.6.46..4.6.44", 0.2},
                {tom(), "...........5.6.7", 0.1}});
}

}  // namespace groovebench::demo
