// A pattern and a part to convert, blank but for what a test puts in.
#pragma once

#include <algorithm>
#include <memory>

#include "convert/plan.h"
#include "octatrack/blank.h"
#include "octatrack/trigs.h"

namespace groovebench::test {

// All tracks are STATIC machines on slots 1 to 8; slot n holds sN.wav, a second of mono at 44.1 kHz.
struct Song {
    std::unique_ptr<octatrack::Pattern> pattern = std::make_unique<octatrack::Pattern>();
    std::unique_ptr<octatrack::Part> part = std::make_unique<octatrack::Part>();
    convert::ConversionInput input;

    Song() {
        octatrack::make_blank(*pattern);
        octatrack::make_blank(*part, 0);
        input.pattern = pattern.get(), input.part = part.get();
        input.project_name = "TECHNO", input.bank = 0, input.pattern_number = 2;
        for (int slot = 1; slot <= 8; slot++) sample(slot, "s" + std::to_string(slot) + ".wav");
    }
    convert::SlotSample& sample(int slot, std::string path) {
        auto& one = input.slots[{octatrack::Pool::static_pool, slot}];
        one.path = "../AUDIO/" + path, one.rate = 44100, one.channels = 1, one.frames = 44100;
        return one;
    }
    octatrack::AudioTrack& track(int number) { return pattern->audio_tracks[number - 1]; }
    // Tracks and steps as people count them.
    void trigs(int number, std::initializer_list<int> steps) {
        for (int step : steps) octatrack::place_trig(track(number), step - 1, octatrack::TrigType::trig);
    }
    void lock(int number, int step, int index, u8 value) { octatrack::set_lock(track(number), step - 1, index, value); }
    void word(int number, int step, int repeats, int micro, int condition) {
        octatrack::set_trig_word(track(number), step - 1, repeats, micro, condition);
    }
    void per_track(int number, u8 length, u8 scale = 2) {
        pattern->tail.scale_mode = u8(octatrack::ScaleMode::per_track);
        track(number).length = length, track(number).scale = scale;
    }
    convert::Plan plan(const convert::Choices& choices = {}) const { return convert::plan_conversion(input, choices); }
};

inline std::vector<int> positions(const convert::Plan& plan, int group = 0) {
    std::vector<int> all;
    for (const auto& note : plan.notes[std::size_t(group)]) all.push_back(int(note.position));
    return all;
}
inline std::vector<int> durations(const convert::Plan& plan, int group = 0) {
    std::vector<int> all;
    for (const auto& note : plan.notes[std::size_t(group)]) all.push_back(note.duration);
    return all;
}
inline std::vector<int> velocities(const convert::Plan& plan) {
    std::vector<int> all;
    for (const auto& note : plan.notes[0]) all.push_back(note.velocity);
    return all;
}
inline std::vector<int> note_numbers(const convert::Plan& plan) {
    std::vector<int> all;
    for (const auto& note : plan.notes[0]) all.push_back(note.note);
    return all;
}
inline bool reported(const convert::Plan& plan, std::string_view line) {
    for (const auto& one : plan.report)
        if (convert::sentence(one).find(line) != std::string::npos) return true;
    return false;
}
// Everything the report says, for a failing test.
inline std::string report_of(const convert::Plan& plan) {
    std::string text;
    for (const auto& one : plan.report) text += convert::sentence(one) + "\n";
    for (const auto& one : plan.limits) text += sentence(one) + "\n";
    return text;
}
inline const Problem* limit(const convert::Plan& plan, std::string_view path) {
    for (const Problem& one : plan.limits)
        if (one.path == path) return &one;
    return nullptr;
}

}  // namespace groovebench::test
