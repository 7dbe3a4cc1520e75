#include "demo/sounds.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace groovebench::demo {
namespace {

// A sine by two parabolas: within a thousandth, without the mathematics library, whose last bits differ.
double sine(double turns) {
    const double t = turns - std::floor(turns) - 0.5;
    const double half = t * (8 - 16 * std::abs(t));
    return -(0.225 * (half * std::abs(half) - half) + half);
}

double saw(double turns) { return 2 * (turns - std::floor(turns)) - 1; }

// White noise from -1 to 1.
struct Noise {
    u32 state = 1;
    double next() {
        state = state * 1664525 + 1013904223;
        return double(state >> 8) / 8388608.0 - 1;
    }
};

// Falls to about a third in the given time.
struct Decay {
    double level = 1, factor;
    explicit Decay(double seconds) : factor(1 - 1 / (seconds * rate)) {}
    double next() { return level *= factor; }
};

// One pole: keeps what is below the cutoff.
struct LowPass {
    double share, state = 0;
    explicit LowPass(double hertz) : share(std::min(1.0, 6.2831853 * hertz / rate)) {}
    double next(double in) { return state += share * (in - state); }
};

std::size_t frames_of(double seconds) { return std::size_t(seconds * rate); }

// The last few milliseconds go to zero, so that nothing clicks; the loudest sample becomes `peak`.
void finish(Sound& sound, double peak) {
    float loudest = 0.0001f;
    for (float sample : sound.samples) loudest = std::max(loudest, std::abs(sample));
    const std::size_t fade = std::min<std::size_t>(300, sound.frames());
    for (std::size_t i = 0; i < sound.samples.size(); i++) {
        const std::size_t left = sound.frames() - 1 - i / sound.channels;
        const double tail = left < fade ? double(left) / double(fade) : 1;
        sound.samples[i] = float(double(sound.samples[i]) / double(loudest) * peak * tail);
    }
}

template <class F>
Sound mono(std::string name, double seconds, double peak, F sample) {
    Sound sound{std::move(name), 1, {}};
    for (std::size_t i = 0; i < frames_of(seconds); i++) sound.samples.push_back(float(sample(double(i) / rate)));
    finish(sound, peak);
    return sound;
}

}  // namespace

Sound kick() {
    Decay body(0.11), drop(0.022);
    double phase = 0;
    return mono("drums/kick.wav", 0.42, 0.95, [&](double) {
        phase += (46 + 190 * drop.next()) / rate;
        return sine(phase) * body.next();
    });
}

Sound snare() {
    Decay body(0.045), rattle(0.07);
    LowPass low(900);
    Noise noise{7};
    double phase = 0;
    return mono("drums/snare.wav", 0.3, 0.85, [&](double) {
        phase += (178 + 60 * body.level) / rate;
        const double white = noise.next();
        return 0.8 * sine(phase) * body.next() + 0.7 * (white - low.next(white)) * rattle.next();
    });
}

Sound clap() {
    LowPass low(1000), high(6000);
    Noise noise{23};
    Decay tail(0.06);
    return mono("drums/clap.wav", 0.28, 0.8, [&](double t) {
        const double burst = t < 0.033 ? 1 - (t - 0.011 * std::floor(t / 0.011)) / 0.011 : tail.next();
        const double white = noise.next();
        return high.next(white - low.next(white)) * burst;
    });
}

Sound closed_hat() {
    LowPass low(7000);
    Noise noise{41};
    Decay tail(0.017);
    return mono("drums/hat_closed.wav", 0.09, 0.6, [&](double) {
        const double white = noise.next();
        return (white - low.next(white)) * tail.next();
    });
}

Sound open_hat() {
    LowPass low(6000);
    Noise noise{43};
    Decay tail(0.1);
    return mono("drums/hat_open.wav", 0.34, 0.6, [&](double) {
        const double white = noise.next();
        return (white - low.next(white)) * tail.next();
    });
}

Sound rim() {
    Decay tail(0.012);
    return mono("drums/rim.wav", 0.09, 0.7, [&](double t) { return (sine(t * 1720) + 0.6 * sine(t * 517)) * tail.next(); });
}

Sound tom() {
    Decay body(0.13), drop(0.05);
    double phase = 0;
    return mono("drums/tom.wav", 0.4, 0.85, [&](double) {
        phase += (92 + 70 * drop.next()) / rate;
        return sine(phase) * body.next();
    });
}

Sound bass() {
    Decay body(0.3), sweep(0.09);
    LowPass low(300);
    return mono("synth/bass_a.wav", 0.5, 0.85, [&](double t) {
        low.share = std::min(1.0, 6.2831853 * (160 + 1500 * sweep.next()) / rate);
        return low.next(saw(t * 55) + 0.6 * sine(t * 27.5)) * body.next();
    });
}

Sound stab() {
    constexpr double chord[] = {220, 261.63, 329.63, 392};
    Sound sound{"synth/stab_am7.wav", 2, {}};
    LowPass left(1800), right(1800);
    Decay body(0.14);
    for (std::size_t i = 0; i < frames_of(0.5); i++) {
        double a = 0, b = 0;
        const double t = double(i) / rate, level = body.next();
        for (double hertz : chord) a += saw(t * hertz * 1.003), b += saw(t * hertz * 0.997 + 0.37);
        sound.samples.push_back(float(left.next(a) * level));
        sound.samples.push_back(float(right.next(b) * level));
    }
    finish(sound, 0.75);
    return sound;
}

Sound pad() {
    constexpr double chord[] = {110, 164.81, 220, 261.63, 392};
    return mono("synth/pad_am.wav", 3.2, 0.7, [&](double t) {
        const double rise = std::min(t / 0.7, 1.0), fall = std::min((3.2 - t) / 1.1, 1.0);
        double sum = 0;
        for (double hertz : chord) sum += sine(t * hertz) + 0.5 * sine(t * hertz * 1.006) + 0.25 * sine(t * hertz * 2.003);
        return sum * rise * fall * (1 + 0.2 * sine(t * 0.9));
    });
}

std::vector<Sound> all_sounds() {
    return {kick(), snare(), clap(), closed_hat(), open_hat(), rim(), tom(), bass(), stab(), pad(), break_loop(), tide_loop()};
}

const Sound& find_sound(const std::vector<Sound>& sounds, std::string_view name) {
    const auto found = std::ranges::find(sounds, name, &Sound::name);
    assert(found != sounds.end());
    return *found;
}

}  // namespace groovebench::demo
