// Puts a project of the demo card together: text, markers, banks, arrangements, as files of the device.
// What the rules or the writers refuse is a mistake of this program, and asserted.
#pragma once

#include <map>

#include "demo/sounds.h"
#include "octatrack/blank.h"
#include "octatrack/trigs.h"

namespace groovebench::demo {

// Knobs by their place in a lock record.
enum Knob {
    ptch = 0,
    strt = 1,
    len = 2,
    rate_knob = 3,
    rtrg = 4,
    rtim = 5,
    amp_vol = 15,
    amp_bal = 16,
    fx1_a = 18,
    fx1_b = 19,
    fx2_f = 29
};
enum MidiKnob { note = 0, velocity = 1, note_length = 2, note2 = 3, note3 = 4 };
// Trig conditions by their number.
enum Condition {
    always = 0,
    fill = 1,
    not_fill = 2,
    percent_50 = 19,
    percent_75 = 22,
    percent_87 = 24,
    first_of_2 = 30,
    second_of_2 = 31,
    fourth_of_4 = 38
};

class ProjectBuilder {
public:
    explicit ProjectBuilder(const std::vector<Sound>& all);

    void set(std::string_view key, i64 value);                   // a setting of the text
    void load(octatrack::SlotRef slot, std::string_view sound);  // from AUDIO/, untouched
    void load_loop(octatrack::SlotRef slot, std::string_view sound, int bars, int slices);
    void load_lost(octatrack::SlotRef slot, std::string path, u32 frames);  // a file that is not on the card

    octatrack::Pattern& pattern(int bank, int pattern, int part, int steps = 16);  // from 0
    octatrack::Part& part(int bank, int part, std::string_view name);
    octatrack::Arrangement& arrangement(int index, std::string_view title);
    // Copies the working parts of every bank in use over the saved ones, as SAVE PART does.
    void save_parts();
    octatrack::Bank& bank(int index) { return *overlay<octatrack::Bank>(files[octatrack::bank_file_name(index) + ".work"]); }

    // Sealed, by name.
    std::map<std::string, Bytes> finished();

private:
    void put(octatrack::SlotRef slot, const octatrack::SampleAttributes& values, const octatrack::SlotMarkers& record);
    const std::vector<Sound>& sounds;
    std::map<std::string, Bytes> files;
};

// A row of steps as the machine's LEDs: x trig, o one-shot, t trigless trig, r recorder trig as well as a
// trig, anything else nothing. Longer rows go on over the pages.
void steps(octatrack::AudioTrack&, std::string_view row);
void lock(octatrack::AudioTrack&, int step, int knob, u8 value);
// The same knob on several steps: "1:40 5:60", steps counted from 1.
void locks(octatrack::AudioTrack&, int knob, std::string_view list);
void play(octatrack::AudioTrack&, int step, int repeats, int micro_timing, Condition);
// Notes of a MIDI track: "1:45 4:48 7:52", steps counted from 1.
void notes(octatrack::MidiTrack&, std::string_view list, u8 length);

// A track that plays a slot of the flex or static list.
void machine(octatrack::Part&, int track, octatrack::SlotRef slot);
enum class Slicing { off, on };
void slicing(octatrack::Part&, int track, Slicing);
// An effect whose setup page has no knobs, or whose defaults are known, with six knobs.
void effect1(octatrack::Part&, int track, u8 type, std::array<u8, 6> knobs);
void effect2(octatrack::Part&, int track, u8 type, std::array<u8, 6> knobs);

}  // namespace groovebench::demo
