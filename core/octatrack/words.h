// Every enumeration of the Octatrack in its own words. Source: octatrack-params.md; the evidence of a
// list stands at the field that uses it. A value without a word is kept and shown as a number.
#pragma once

#include <array>
#include <string>

#include "schema/schema.h"

namespace groovebench::octatrack {

enum class MachineType : u8 { static_machine, flex, thru, neighbor, pickup };
inline constexpr Word machine_words[] = {{0, "STATIC"}, {1, "FLEX"}, {2, "THRU"}, {3, "NEIGHBOR"}, {4, "PICKUP"}};
constexpr std::span<const Word> words(MachineType) { return machine_words; }

enum class EffectType : u8 { none = 0, filter = 4, delay = 8 };
inline constexpr Word effect_words[] = {{0, "NONE"},         {4, "FILTER"},        {5, "SPATIALIZER"},   {8, "DELAY"},
                                        {12, "EQUALIZER"},   {13, "DJ EQUALIZER"}, {16, "PHASER"},       {17, "FLANGER"},
                                        {18, "CHORUS"},      {19, "COMB FILTER"},  {20, "PLATE REVERB"}, {21, "SPRING REVERB"},
                                        {22, "DARK REVERB"}, {24, "COMPRESSOR"},   {25, "MULTIBCOMP"},   {28, "LO-FI"}};
constexpr std::span<const Word> words(EffectType) { return effect_words; }

// Ticks a step, of the firmware: 3 4 6 8 12 24 48; 6 is 1x.
enum class Scale : u8 { one_x = 2 };
inline constexpr Word scale_words[] = {{0, "2x"}, {1, "3/2x"}, {2, "1x"}, {3, "3/4x"}, {4, "1/2x"}, {5, "1/4x"}, {6, "1/8x"}};
constexpr std::span<const Word> words(Scale) { return scale_words; }
constexpr int ticks_per_step(int scale) {
    constexpr int ticks[] = {3, 4, 6, 8, 12, 24, 48};
    return scale >= 0 && scale < 7 ? ticks[scale] : 6;
}

enum class ScaleMode : u8 { normal, per_track };
inline constexpr Word scale_mode_words[] = {{0, "NORMAL"}, {1, "PER TRACK"}};
constexpr std::span<const Word> words(ScaleMode) { return scale_mode_words; }

enum class OnOff : u8 { off, on };
inline constexpr Word on_off_words[] = {{0, "OFF"}, {1, "ON"}};
constexpr std::span<const Word> words(OnOff) { return on_off_words; }

enum class StartSilent : u8 { no, yes, project = 255 };
inline constexpr Word start_silent_words[] = {{0, "NO"}, {1, "YES"}, {255, "PROJECT"}};
constexpr std::span<const Word> words(StartSilent) { return start_silent_words; }

enum class TrigMode : u8 { one, one2, hold };
inline constexpr Word trig_mode_words[] = {{0, "ONE"}, {1, "ONE2"}, {2, "HOLD"}};
constexpr std::span<const Word> words(TrigMode) { return trig_mode_words; }

// The quantise ladder; what 0 and 255 mean depends on who uses it.
enum class TrackQuantise : u8 { track_length = 0, direct = 255 };
inline constexpr Word track_quantise_words[] = {{0, "TR.LEN"}, {1, "1"},   {2, "2"},    {3, "3"},    {4, "4"},    {5, "6"},
                                                {6, "8"},      {7, "12"},  {8, "16"},   {9, "24"},   {10, "32"},  {11, "48"},
                                                {12, "64"},    {13, "96"}, {14, "128"}, {15, "192"}, {16, "256"}, {255, "DIRECT"}};
constexpr std::span<const Word> words(TrackQuantise) { return track_quantise_words; }
enum class RecorderQuantise : u8 { pattern_length = 0, off = 255 };
inline constexpr Word recorder_quantise_words[] = {{0, "PLEN"}, {1, "1"},   {2, "2"},    {3, "3"},    {4, "4"},    {5, "6"},
                                                   {6, "8"},    {7, "12"},  {8, "16"},   {9, "24"},   {10, "32"},  {11, "48"},
                                                   {12, "64"},  {13, "96"}, {14, "128"}, {15, "192"}, {16, "256"}, {255, "OFF"}};
constexpr std::span<const Word> words(RecorderQuantise) { return recorder_quantise_words; }

enum class TrigCondition : u8 {
    none = 0,
    fill = 1,
    not_fill = 2,
    pre = 3,
    not_pre = 4,
    nei = 5,
    not_nei = 6,
    first = 7,
    not_first = 8
};
inline constexpr Word condition_words[] = {
    {0, "none"},    {1, "FILL"},  {2, "not FILL"}, {3, "PRE"},   {4, "not PRE"}, {5, "NEI"},   {6, "not NEI"}, {7, "1ST"},
    {8, "not 1ST"}, {9, "1 %"},   {10, "2 %"},     {11, "4 %"},  {12, "6 %"},    {13, "9 %"},  {14, "13 %"},   {15, "19 %"},
    {16, "25 %"},   {17, "33 %"}, {18, "41 %"},    {19, "50 %"}, {20, "59 %"},   {21, "67 %"}, {22, "75 %"},   {23, "81 %"},
    {24, "87 %"},   {25, "91 %"}, {26, "94 %"},    {27, "96 %"}, {28, "98 %"},   {29, "99 %"}, {30, "1:2"},    {31, "2:2"},
    {32, "1:3"},    {33, "2:3"},  {34, "3:3"},     {35, "1:4"},  {36, "2:4"},    {37, "3:4"},  {38, "4:4"},    {39, "1:5"},
    {40, "2:5"},    {41, "3:5"},  {42, "4:5"},     {43, "5:5"},  {44, "1:6"},    {45, "2:6"},  {46, "3:6"},    {47, "4:6"},
    {48, "5:6"},    {49, "6:6"},  {50, "1:7"},     {51, "2:7"},  {52, "3:7"},    {53, "4:7"},  {54, "5:7"},    {55, "6:7"},
    {56, "7:7"},    {57, "1:8"},  {58, "2:8"},     {59, "3:8"},  {60, "4:8"},    {61, "5:8"},  {62, "6:8"},    {63, "7:8"},
    {64, "8:8"}};
constexpr std::span<const Word> words(TrigCondition) { return condition_words; }

// THRU and recorder inputs; for CD read C and D.
enum class InputAB : u8 { off };
inline constexpr Word input_ab_words[] = {{0, "-"}, {1, "A B"}, {2, "A"}, {3, "B"}, {4, "A+B"}};
constexpr std::span<const Word> words(InputAB) { return input_ab_words; }
enum class InputCD : u8 { off };
inline constexpr Word input_cd_words[] = {{0, "-"}, {1, "C D"}, {2, "C"}, {3, "D"}, {4, "C+D"}};
constexpr std::span<const Word> words(InputCD) { return input_cd_words; }

// 1 is what every new part holds; the order of the others is unresolved, so they stay numbers.
enum class MachineLoop : u8 { off };
inline constexpr Word machine_loop_words[] = {{0, "OFF"}, {1, "1 (default)"}, {2, "2"}, {3, "3"}};
constexpr std::span<const Word> words(MachineLoop) { return machine_loop_words; }
enum class LengthMode : u8 { off };
inline constexpr Word length_mode_words[] = {{0, "OFF / SLIC"}, {1, "TIME"}};
constexpr std::span<const Word> words(LengthMode) { return length_mode_words; }
enum class RateMode : u8 { pitch };
inline constexpr Word rate_mode_words[] = {{0, "PITCH"}, {1, "TSTR"}};
constexpr std::span<const Word> words(RateMode) { return rate_mode_words; }
enum class Timestretch : u8 { off };
inline constexpr Word timestretch_words[] = {{0, "OFF"}, {1, "AUTO"}, {2, "NORM"}, {3, "BEAT"}};
constexpr std::span<const Word> words(Timestretch) { return timestretch_words; }
enum class AmpTrig : u8 { anlg };
inline constexpr Word amp_trig_words[] = {{0, "ANLG"}, {1, "RTRG"}, {2, "R+T"}, {3, "TTRG"}};
constexpr std::span<const Word> words(AmpTrig) { return amp_trig_words; }

enum class Wave : u8 { tri };
inline constexpr Word wave_words[] = {{0, "TRI"},  {1, "ITRI"}, {2, "SAW"},  {3, "ISAW"}, {4, "SQR"}, {5, "ISQR"}, {6, "EXP"},
                                      {7, "IEXP"}, {8, "RMP"},  {9, "IRMP"}, {10, "RND"}, {11, "T1"}, {12, "T2"},  {13, "T3"},
                                      {14, "T4"},  {15, "T5"},  {16, "T6"},  {17, "T7"},  {18, "T8"}};
constexpr std::span<const Word> words(Wave) { return wave_words; }
enum class Multiplier : u8 { x1 };
inline constexpr Word multiplier_words[] = {{0, "x1"}, {1, "x2"}, {2, "x4"}, {3, "x8"}, {4, "x16"}, {5, "x32"}, {6, "x64"}};
constexpr std::span<const Word> words(Multiplier) { return multiplier_words; }
// Only FREE is known; 1 to 7 are TRIG, HOLD, ONE, HALF and their sync forms in an order nobody has shown.
enum class LfoTrig : u8 { free };
inline constexpr Word lfo_trig_words[] = {{0, "FREE"}, {1, "1"}, {2, "2"}, {3, "3"}, {4, "4"}, {5, "5"}, {6, "6"}, {7, "7"}};
constexpr std::span<const Word> words(LfoTrig) { return lfo_trig_words; }

enum class RecorderSource : u8 { off };
inline constexpr Word recorder_source_words[] = {{0, "OFF"}, {1, "T1"}, {2, "T2"}, {3, "T3"},   {4, "T4"},  {5, "T5"},
                                                 {6, "T6"},  {7, "T7"}, {8, "T8"}, {9, "MAIN"}, {10, "CUE"}};
constexpr std::span<const Word> words(RecorderSource) { return recorder_source_words; }

// Texts of a generated list, for words that follow from their number. At most seven characters each.
template <std::size_t N>
struct WordTexts {
    char text[N][8]{};
    constexpr std::array<Word, N> list() const {
        std::array<Word, N> words{};
        for (std::size_t i = 0; i < N; i++) words[i] = {i64(i), std::string_view(text[i])};
        return words;
    }
};
constexpr char* put_number(char* at, int n) {
    if (n >= 10) at = put_number(at, n / 10);
    *at = char('0' + n % 10);
    return at + 1;
}

// RLEN: 1 to 64 steps, then MAX.
enum class RecordLength : u8 { max = 64 };
constexpr WordTexts<65> record_length_texts() {
    WordTexts<65> out;
    for (int i = 0; i < 64; i++) put_number(out.text[i], i + 1);
    out.text[64][0] = 'M', out.text[64][1] = 'A', out.text[64][2] = 'X';
    return out;
}
inline constexpr auto record_length_text = record_length_texts();
inline constexpr auto record_length_words = record_length_text.list();
constexpr std::span<const Word> words(RecordLength) { return record_length_words; }

// FIN and FOUT: the ladder of fades, in sixteenths of a step. By 1 up to 2 steps, then each octave in 16 rungs.
enum class Fade : u8 { none };
constexpr int fade_sixteenths(int index) {
    constexpr int first = 32, rungs = 16;
    if (index <= first) return index;
    const int octave = (index - first - 1) / rungs, rung = (index - first - 1) % rungs + 1;
    return (first + 2 * rung) << octave;
}
// In steps, to the third decimal, as the device shows them: 0.063, 0.5, 64.
constexpr WordTexts<113> fade_texts() {
    WordTexts<113> out;
    for (int i = 0; i < 113; i++) {
        int rest = (fade_sixteenths(i) * 1000 + 8) / 16 % 1000;
        char* at = put_number(out.text[i], fade_sixteenths(i) / 16);
        if (rest) *at++ = '.';
        for (int unit = 100; rest; rest %= unit, unit /= 10) *at++ = char('0' + rest / unit);
    }
    return out;
}
inline constexpr auto fade_text = fade_texts();
inline constexpr auto fade_words = fade_text.list();
constexpr std::span<const Word> words(Fade) { return fade_words; }

enum class MidiChannel : u8 { off };
inline constexpr Word midi_channel_words[] = {{0, "OFF"}, {1, "1"},   {2, "2"},   {3, "3"},   {4, "4"},   {5, "5"},
                                              {6, "6"},   {7, "7"},   {8, "8"},   {9, "9"},   {10, "10"}, {11, "11"},
                                              {12, "12"}, {13, "13"}, {14, "14"}, {15, "15"}, {16, "16"}};
constexpr std::span<const Word> words(MidiChannel) { return midi_channel_words; }

// ARP KEY: 24 keys, of which the references name the last alone.
enum class ArpKey : u8 { off };
inline constexpr Word arp_key_words[] = {{0, "OFF"}, {1, "1"},   {2, "2"},   {3, "3"},       {4, "4"},   {5, "5"},   {6, "6"},
                                         {7, "7"},   {8, "8"},   {9, "9"},   {10, "10"},     {11, "11"}, {12, "12"}, {13, "13"},
                                         {14, "14"}, {15, "15"}, {16, "16"}, {17, "17"},     {18, "18"}, {19, "19"}, {20, "20"},
                                         {21, "21"}, {22, "22"}, {23, "23"}, {24, "B minor"}};
constexpr std::span<const Word> words(ArpKey) { return arp_key_words; }

// ---- sample attributes, of the project's text and of .ot files

// The value 1 is missing because the list is shared with TSTR, where 1 is AUTO.
enum class TimestretchMode : u8 { off = 0, normal = 2, beat = 3 };
inline constexpr Word timestretch_mode_words[] = {{0, "OFF"}, {2, "NORMAL"}, {3, "BEAT"}};
constexpr std::span<const Word> words(TimestretchMode) { return timestretch_mode_words; }

enum class LoopMode : u8 { off, on, ping_pong };
inline constexpr Word loop_mode_words[] = {{0, "OFF"}, {1, "ON"}, {2, "PING-PONG"}};
constexpr std::span<const Word> words(LoopMode) { return loop_mode_words; }

// The text spells direct as -1, binary files as 255; both are accepted in the text.
enum class SampleQuantise : u8 { pattern_length = 0, direct = 255 };
inline constexpr Word sample_quantise_words[] = {{0, "PATTERN LENGTH"},
                                                 {1, "1"},
                                                 {2, "2"},
                                                 {3, "3"},
                                                 {4, "4"},
                                                 {5, "6"},
                                                 {6, "8"},
                                                 {7, "12"},
                                                 {8, "16"},
                                                 {9, "24"},
                                                 {10, "32"},
                                                 {11, "48"},
                                                 {12, "64"},
                                                 {13, "96"},
                                                 {14, "128"},
                                                 {15, "192"},
                                                 {16, "256"},
                                                 {255, "DIRECT"}};
constexpr std::span<const Word> words(SampleQuantise) { return sample_quantise_words; }
inline constexpr Word text_quantise_words[] = {{-1, "DIRECT"}, {0, "PATTERN LENGTH"},
                                               {1, "1"},       {2, "2"},
                                               {3, "3"},       {4, "4"},
                                               {5, "6"},       {6, "8"},
                                               {7, "12"},      {8, "16"},
                                               {9, "24"},      {10, "32"},
                                               {11, "48"},     {12, "64"},
                                               {13, "96"},     {14, "128"},
                                               {15, "192"},    {16, "256"}};

// Which of the three linked attributes the user has set; the other two follow from it.
enum class Priority : u8 { tempo, trim, loop };
inline constexpr Word priority_words[] = {{0, "ORIGINAL TEMPO"}, {1, "TRIM LEN"}, {2, "LOOP LEN"}};
constexpr std::span<const Word> words(Priority) { return priority_words; }

// ---- settings of a project

// On is written as 2: bit 1 of a byte that several switches share. Any number but 0 reads as on.
inline constexpr Word sent_words[] = {{0, "OFF"}, {2, "ON"}};
inline constexpr Word tempo_source_words[] = {{0, "PROJECT"}, {1, "PATTERN"}};
inline constexpr Word routing_words[] = {{0, "OFF"}, {1, "INT"}, {2, "EXT"}, {3, "INT+EXT"}};
inline constexpr Word note_in_words[] = {{0, "OFF"}, {1, "STANDARD"}, {2, "FOLLOW TM"}, {3, "MAP/TRACK"}};
inline constexpr Word cue_words[] = {{0, "NORMAL"}, {1, "STUDIO"}};
inline constexpr Word denominator_words[] = {{0, "1"}, {1, "2"}, {2, "4"}, {3, "8"}, {4, "16"}};

// ---- rows of an arrangement

enum class RowType : u8 { pattern, loop, reminder };
inline constexpr Word row_type_words[] = {{0, "PATTERN"}, {1, "LOOP / JUMP / HALT"}, {2, "REMINDER"}};
constexpr std::span<const Word> words(RowType) { return row_type_words; }

// ---- effects and machines

// The names of the six knobs of an effect's page 1 and of its setup page; "-" where there is none.
// A list that left the gaps out would name the wrong byte.
struct EffectNames {
    u8 type;
    std::string_view page1[6], page2[6];
};
const EffectNames& effect_names(u8 type);
int effect_knob_count(u8 type);  // knobs that are there, of both pages

// What choosing an effect puts into its twelve values, and how sure that is for each page.
struct EffectDefaults {
    u8 type;
    Evidence page1_evidence, page2_evidence;
    u8 page1[6], page2[6];
};
const EffectDefaults* effect_defaults(u8 type);  // null for a type that is not the device's own

// The list of a knob that selects, A to F as 0 to 5 and G to L as 6 to 11; empty for a plain number.
std::span<const Word> effect_knob_words(u8 type, int knob);
// In device units: "24dB", "L+R", "C3", "48" for a delay time of 47.
std::string effect_value_shown(u8 type, int knob, u8 value);

// Whether the device's chooser offers the effect. FX1 has no delay and no reverbs; MULTIBCOMP is in no chooser.
enum class EffectSlot : u8 { fx1, fx2 };
bool effect_is_offered(EffectSlot, u8 type);

std::string_view machine_knob(u8 machine, int knob);        // page 1: "PTCH", or "-"
std::string_view machine_setup_knob(u8 machine, int knob);  // page 2: "LOOP", or "-"
// LEN of the SRC setup: what 0 is depends on SLIC.
std::string_view length_mode_word(bool slices_on, u8 value);

}  // namespace groovebench::octatrack
