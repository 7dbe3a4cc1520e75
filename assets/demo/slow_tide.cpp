#include "demo/project_builder.h"
#include "demo/projects.h"

namespace groovebench::demo {
namespace {

using namespace octatrack;

constexpr SlotRef flex(int n) { return {Pool::flex, n}; }
constexpr SlotRef fixed(int n) { return {Pool::static_pool, n}; }
constexpr u8 comb = 19, delay = 8, filter = 4;

void load_samples(ProjectBuilder& project) {
    project.set("TEMPOx24", 90 * 24);
    project.set("PATTERN_TEMPO_ENABLED", 1);
    project.set("MASTER_TRACK", 1);
    project.set("PATTERN", 1);
    project.load(flex(1), "drums/kick.wav");
    project.load(flex(2), "drums/tom.wav");
    project.load(flex(3), "drums/rim.wav");
    project.load(flex(4), "drums/clap.wav");
    project.load_loop(flex(5), "loops/tide_90.wav", 1, 16);
    project.load(flex(6), "synth/bass_a.wav");
    project.load_lost(flex(9), "../AUDIO/drums/ride_dark.wav", 52000);
    project.load(fixed(1), "synth/pad_am.wav");
}

void tide(Part& part) {
    constexpr SlotRef slots[] = {flex(1), flex(4), flex(3), flex(2), flex(5), flex(6), fixed(1)};
    for (int t = 0; t < 7; t++) machine(part, t, slots[t]);
    effect1(part, 2, comb, {38, 64, 100, 92, 0, 50});
    effect2(part, 2, delay, {63, 60, 110, 30, 80, 48});
    effect1(part, 6, filter, {0, 96, 20, 64, 30, 90});
    part.pages[5].amp.rel = 80;
    part.levels[4].main = 88;
    part.midi_setup[3].chan = 4;
}

void own_length(AudioTrack& track, int length, int scale = 2) {
    track.length = u8(length);
    track.scale = u8(scale);
}

// Three against four against five: every track turns at its own length.
void polymeter(Pattern& pattern) {
    auto& tracks = pattern.audio_tracks;
    pattern.tail.scale_mode = ScaleMode::per_track;
    pattern.tail.master_length = u16(64);
    pattern.tail.tempo_x24 = u16(90 * 24);
    steps(tracks[0], "x.....x..x......");
    steps(tracks[1], "........x.......");
    steps(tracks[2], "x..x.x..x...");
    own_length(tracks[2], 12);
    steps(tracks[3], "..x.xx...x");
    own_length(tracks[3], 10);
    locks(tracks[3], ptch, "3:64 5:44 6:34 10:74");
    steps(tracks[5], "x.....x...x.....x.....x....x....");
    own_length(tracks[5], 32);
    locks(tracks[5], ptch, "7:49 11:79 23:49 28:39");
    steps(tracks[6], "x.......");
    own_length(tracks[6], 8, 4);
    play(tracks[2], 4, 1, -8, always);
    play(tracks[2], 9, 3, 0, percent_50);
    tracks[3].swing_amount = 10;
}

void half_time(Pattern& pattern) {
    auto& tracks = pattern.audio_tracks;
    pattern.tail.tempo_x24 = u16(84 * 24);
    steps(tracks[0], "x......x..x.....x.........xx....");
    steps(tracks[1], "........x...............x......o");
    locks(tracks[1], amp_vol, "32:36");
    steps(tracks[2], "x.x.x.xtx.x.x.x.x.x.x.x.x.xxx.x.");
    locks(tracks[2], sample_lock, "1:8 9:8 17:8 25:8");  // the ride that is not on the card, in slot 9
    locks(tracks[2], amp_vol, "3:40 5:52 7:40 11:44 13:56");
    steps(tracks[4], "x...x...........x.x.x...........");
    locks(tracks[4], strt, "1:0 5:8 17:0 19:20 21:24");
    steps(tracks[5], "r..x......x.....x..x......x..x..");
    locks(tracks[5], ptch, "4:64 11:79 20:49 27:44 30:39");
    set_slide(tracks[5], 3, true);
    notes(pattern.midi_tracks[3], "1:45 9:52 17:48 25:43", 24);
    set_trig_word(pattern.midi_tracks[3], 24, 2, 0, second_of_2);
}

void drift(Pattern& pattern) {
    auto& tracks = pattern.audio_tracks;
    pattern.tail.tempo_x24 = u16(72 * 24);
    steps(tracks[6], "x...............");
    steps(tracks[2], "......x......x..");
    locks(tracks[2], ptch, "7:94 14:84");
    steps(tracks[3], "x..........x....");
    play(tracks[2], 14, 1, 7, percent_50);
}

}  // namespace

std::map<std::string, Bytes> slow_tide(const std::vector<Sound>& sounds) {
    ProjectBuilder project(sounds);
    load_samples(project);
    tide(project.part(0, 0, "TIDE"));
    slicing(project.bank(0).parts[0], 4, Slicing::on);
    tide(project.part(0, 1, "DEEP"));
    effect1(project.bank(0).parts[1], 5, filter, {0, 60, 60, 90, 0, 50});
    polymeter(project.pattern(0, 0, 0));
    half_time(project.pattern(0, 1, 0, 32));
    half_time(project.pattern(0, 2, 1, 32));
    drift(project.pattern(0, 3, 1));
    tide(project.part(2, 0, "FAR"));
    drift(project.pattern(2, 0, 0));
    polymeter(project.pattern(2, 1, 0));
    project.save_parts();
    return project.finished();
}

}  // namespace groovebench::demo
