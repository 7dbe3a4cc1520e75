#include "demo/project_builder.h"
#include "demo/projects.h"

namespace groovebench::demo {
namespace {

using namespace octatrack;

constexpr SlotRef flex(int n) { return {Pool::flex, n}; }
constexpr SlotRef fixed(int n) { return {Pool::static_pool, n}; }
constexpr u8 flanger = 17, dj_equalizer = 13, filter = 4, delay = 8;

void load_samples(ProjectBuilder& project) {
    project.set("TEMPOx24", 126 * 24);
    project.load(flex(1), "drums/kick.wav");
    project.load(flex(2), "drums/snare.wav");
    project.load(flex(3), "drums/clap.wav");
    project.load(flex(4), "drums/hat_closed.wav");
    project.load(flex(5), "drums/hat_open.wav");
    project.load(flex(6), "drums/rim.wav");
    project.load_loop(flex(7), "loops/break_126.wav", 1, 16);
    project.load(flex(8), "synth/bass_a.wav");
    project.load(fixed(1), "synth/pad_am.wav");
    project.load(fixed(2), "synth/stab_am7.wav");
}

// Part 1: drums on T1 to T4, the break on T5, bass and stabs, T8 an input.
void drive(Part& part) {
    constexpr SlotRef slots[] = {flex(1), flex(2), flex(4), flex(3), flex(7), flex(8), fixed(2)};
    for (int t = 0; t < 7; t++) machine(part, t, slots[t]);
    slicing(part, 4, Slicing::on);
    part.machines[7] = MachineType::thru;
    part.source[7].thru.inab = 1;
    part.levels[2].main = 92;
    part.levels[4].main = 84;
    effect1(part, 0, dj_equalizer, {64, 0, 64, 70, 64, 58});
    effect1(part, 5, filter, {0, 88, 40, 84, 0, 40});
    effect2(part, 6, delay, {47, 40, 100, 24, 100, 36});
    part.scenes[0].tracks[5].fx1_b = 30;
    part.scenes[0].tracks[4].fx1_b = 44;
    part.scenes[8].tracks[6].fx2_f = 110;
    for (const int t : {0, 1, 2, 3}) part.scene_levels[8].tracks[t] = u8(t == 0 ? 0 : 90);
}

// Part 2: the break alone, and its neighbour.
void broken(Part& part) {
    drive(part);
    machine(part, 6, fixed(1));
    part.machines[5] = MachineType::neighbor;
    effect1(part, 5, flanger, {64, 70, 20, 60, 0, 70});
    part.machines[7] = MachineType::pickup;
}

// Part 3: the pad, and a recorder that plays what it took from track 7.
void air(Part& part) {
    drive(part);
    machine(part, 6, fixed(1));
    machine(part, 7, flex(136));
    part.recorders[7].src3 = 7;
    part.recorders[7].inab = 0;
    part.recorders[7].incd = 0;
    part.recorders[7].rlen = 15;
    part.setup[6].lfo.pmtr1 = 18;
    part.pages[6].lfo.dep1 = 22;
    effect2(part, 7, delay, {35, 70, 110, 40, 90, 60});
}

void midi(Part& part) {
    part.midi_setup[0].chan = 1;
    part.midi_setup[1].chan = 2;
    part.midi[0].vel = 104;
    part.midi[1].vel = 78;
    part.midi[1].not2 = 64 + 3;
    part.midi[1].not3 = 64 + 7;
}

void four_on_the_floor(Pattern& pattern) {
    auto& tracks = pattern.audio_tracks;
    steps(tracks[0], "x...x...x...x...");
    steps(tracks[1], "....x.......x...");
    steps(tracks[2], "..x.xxx...x.x.x.");
    locks(tracks[2], sample_lock, "3:4 11:4");  // the open hat, in slot 5
    locks(tracks[2], amp_vol, "5:48 6:40 13:50");
    play(tracks[2], 6, 1, 3, percent_75);
    play(tracks[2], 15, 2, 0, second_of_2);
    tracks[2].swing_amount = 6;
}

void bass_line(Pattern& pattern) {
    AudioTrack& bass_track = pattern.audio_tracks[5];
    steps(bass_track, "..x..x..x.x..x..");
    locks(bass_track, ptch, "6:79 11:49 14:84");  // three semitones up, three down, four up
    locks(bass_track, fx1_b, "3:60 9:104 14:118");
    set_slide(bass_track, 13, true);
    play(bass_track, 14, 1, -4, always);
    notes(pattern.midi_tracks[0], "3:33 6:36 9:33 11:30 14:37", 5);
}

void main_groove(Pattern& pattern) {
    four_on_the_floor(pattern);
    bass_line(pattern);
    steps(pattern.audio_tracks[3], "....x.......x..o");
    locks(pattern.audio_tracks[3], amp_vol, "16:44");
    steps(pattern.audio_tracks[6], "...x......x.....");
    locks(pattern.audio_tracks[6], ptch, "11:49");
    locks(pattern.audio_tracks[6], fx2_f, "4:70 7:20");
    notes(pattern.midi_tracks[1], "1:57 9:55", 48);
}

void variation(Pattern& pattern) {
    main_groove(pattern);
    auto& tracks = pattern.audio_tracks;
    steps(tracks[0], "x...x...x...x...x...x...x..xx.x.");
    play(tracks[0], 28, 1, 0, fill);
    play(tracks[0], 31, 1, 0, not_fill);
    steps(tracks[1], "....x.......x.......x..x....x..x");
    locks(tracks[1], amp_vol, "24:30 32:38");
    play(tracks[1], 32, 3, 0, fourth_of_4);
    steps(tracks[2], "..x.xxx...x.x.x...x.x.x.x.x.xxxx");
    locks(tracks[2], sample_lock, "19:4 27:4 30:5");
    steps(tracks[5], "..x..x..x.x..x....x..x..x.x.t.x.");
    locks(tracks[5], fx1_b, "29:30");
    locks(tracks[5], ptch, "22:79 27:49 31:99");
}

// Slices of the break in another order: slice n is locked as 2 (n - 1).
void cut_up(Pattern& pattern) {
    AudioTrack& cut = pattern.audio_tracks[4];
    steps(cut, "x.x.x.xxx..xx.x.x.x.x..xx.x.x.xxx.x.x.xxx..xx.x.x.xxx..xx.xxxoxx");
    locks(cut, strt, "1:0 3:4 5:8 7:12 8:14 9:16 12:22 13:24 15:28 17:0 19:20 21:8 24:28 25:16 27:4 29:24 31:28 32:30");
    locks(cut, strt,
          "33:0 35:4 37:8 39:28 40:8 41:16 44:8 45:24 47:28 49:0 51:0 52:2 53:8 56:14 57:24 59:24 60:26 61:28 62:8 63:28 64:30");
    locks(cut, rtrg, "16:2 64:4");
    locks(cut, rate_knob, "47:20");
    play(cut, 8, 1, 5, percent_87);
    play(cut, 40, 2, 0, percent_50);
    play(cut, 63, 4, 0, always);
    steps(pattern.audio_tracks[0], "x.........x.....x.........x.....x.........x.....x.........x..x..");
    steps(pattern.audio_tracks[6], "o...............................o");
    locks(pattern.audio_tracks[6], ptch, "33:49");
    cut.swing_amount = 8;
}

void weightless(Pattern& pattern) {
    auto& tracks = pattern.audio_tracks;
    steps(tracks[6], "x.......t.......x.......t.......");
    locks(tracks[6], ptch, "17:39");
    locks(tracks[6], fx1_a, "9:30 25:50");
    steps(tracks[7], "x.......x.......................");
    place_recorder_trig(tracks[7], 0);
    place_recorder_trig(tracks[7], 16, true);
    steps(tracks[2], "....x.......x.......x.......x.x.");
    play(tracks[2], 31, 1, -6, first_of_2);
    locks(tracks[2], amp_bal, "5:40 13:88 21:30 29:100");
    notes(pattern.midi_tracks[1], "1:57 17:53", 96);
}

void arrange(ProjectBuilder& project) {
    Arrangement& file = project.arrangement(0, "NIGHT");
    auto& rows = file.current.rows;
    rows[0].type = RowType::reminder;
    std::ranges::copy(std::string_view("OPEN SLOWLY"), row_as<ReminderRow>(rows[0]).text.bytes);
    for (const auto& [row, pattern, repetitions] : {std::array{1, 4, 4}, {2, 0, 8}, {3, 1, 8}, {4, 2, 4}}) {
        rows[row] = new_pattern_row(0, pattern);
        row_as<PatternRow>(rows[row]).repetitions = u8(repetitions - 1);
        row_as<PatternRow>(rows[row]).end = u16(project.bank(0).patterns[pattern].tail.length);
    }
    rows[5].type = RowType::loop;
    row_as<LoopRow>(rows[5]).target = 2;
    file.current.row_count = u16(6);
}

void second_bank(ProjectBuilder& project) {
    drive(project.part(1, 0, "LATE"));
    main_groove(project.pattern(1, 0, 0));
    variation(project.pattern(1, 1, 0, 32));
    Pattern& pattern = project.pattern(1, 2, 0);
    steps(pattern.audio_tracks[0], "x.....x...x.....");
    steps(pattern.audio_tracks[1], "....x..x.x..x...");
    locks(pattern.audio_tracks[1], sample_lock, "8:5 10:5");  // the rim shot, in slot 6
    steps(pattern.audio_tracks[2], "x.x.x.x.x.x.x.x.");
    locks(pattern.audio_tracks[2], amp_vol, "3:40 7:44 11:40 15:48");
    bass_line(pattern);
}

}  // namespace

std::map<std::string, Bytes> night_drive(const std::vector<Sound>& sounds) {
    ProjectBuilder project(sounds);
    load_samples(project);
    drive(project.part(0, 0, "DRIVE"));
    broken(project.part(0, 1, "BREAK"));
    air(project.part(0, 2, "AIR"));
    for (int i = 0; i < 3; i++) midi(project.bank(0).parts[i]);
    main_groove(project.pattern(0, 0, 0));
    variation(project.pattern(0, 1, 0, 32));
    cut_up(project.pattern(0, 2, 1, 64));
    four_on_the_floor(project.pattern(0, 3, 0));
    weightless(project.pattern(0, 4, 2, 32));
    second_bank(project);
    arrange(project);
    project.save_parts();
    project.bank(0).parts[1].levels[4].main = 96;  // edited since it was saved
    project.bank(0).parts_edited.put(1, true);
    return project.finished();
}

}  // namespace groovebench::demo
