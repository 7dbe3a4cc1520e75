#include "octatrack/words.h"

#include <algorithm>
#include <format>

namespace groovebench::octatrack {
namespace {

// clang-format off
constexpr EffectNames effects[] = {
    {4,  {"BASE", "WIDTH", "Q", "DEPTH", "ATK", "DEC"},   {"HP", "LP", "ENV", "HOLD", "Q", "DIST"}},
    {5,  {"INP", "DPTH", "WDTH", "HP", "LP", "SEND"},     {"-", "PHSE", "-", "M/S", "MG", "SG"}},
    {8,  {"TIME", "FB", "VOL", "BASE", "WDTH", "SEND"},   {"X", "TAPE", "DIR", "SYNC", "LOCK", "PASS"}},
    {12, {"FRQ1", "GN1", "Q1", "FRQ2", "GN2", "Q2"},      {"TYP1", "-", "-", "TYP2", "-", "-"}},
    {13, {"LS F", "-", "HS F", "LOWG", "MIDG", "HI G"},   {"-", "-", "-", "-", "-", "-"}},
    {16, {"CNTR", "DEP", "SPD", "FB", "WID", "MIX"},      {"-", "NUM", "-", "-", "-", "-"}},
    {17, {"DEL", "DEP", "SPD", "FB", "WID", "MIX"},       {"-", "-", "-", "-", "-", "-"}},
    {18, {"DEL", "DEP", "SPD", "FB", "WID", "MIX"},       {"TAPS", "-", "-", "FBLP", "-", "-"}},
    {19, {"PTCH", "TUNE", "LP", "FB", "-", "MIX"},        {"-", "-", "-", "-", "-", "-"}},
    {20, {"TIME", "DAMP", "GATE", "HP", "LP", "MIX"},     {"GVOL", "BAL", "MONO", "-", "-", "MIXF"}},
    {21, {"TIME", "-", "-", "HP", "LP", "MIX"},           {"TYPE", "BAL", "-", "-", "-", "-"}},
    {22, {"TIME", "SHVG", "SHVF", "HP", "LP", "MIX"},     {"PRE", "BAL", "MONO", "-", "-", "MIXF"}},
    {24, {"ATK", "REL", "THRS", "RAT", "GAIN", "MIX"},    {"RMS", "-", "-", "-", "-", "-"}},
    {28, {"DIST", "-", "AMF", "SRR", "BRR", "AMD"},       {"-", "-", "AMPH", "-", "-", "-"}},
};
constexpr EffectNames nameless = {0, {"-", "-", "-", "-", "-", "-"}, {"-", "-", "-", "-", "-", "-"}};
constexpr EffectNames foreign = {255, {"A", "B", "C", "D", "E", "F"}, {"G", "H", "I", "J", "K", "L"}};

// Page 1 of all but FILTER and DELAY is read off the panel and may be one too high where it shows value + 1. Nobody has
// published the others' page 2: 0 is the first of every list and the least of every range there.
constexpr auto sure = Evidence::verified, panel = Evidence::stated, open = Evidence::unknown;
constexpr EffectDefaults defaults[] = {
    {0,  sure,  sure, {0, 0, 0, 0, 0, 0},          {0, 0, 0, 0, 0, 0}},
    {4,  sure,  sure, {0, 127, 0, 64, 0, 64},      {0, 0, 1, 0, 3, 0}},
    {5,  panel, open, {127, 42, 96, 0, 127, 0},    {0, 0, 0, 0, 0, 0}},
    {8,  sure,  sure, {47, 0, 127, 0, 127, 0},     {0, 1, 127, 1, 0, 0}},
    {12, panel, open, {64, 64, 0, 64, 64, 0},      {0, 0, 0, 0, 0, 0}},
    {13, panel, sure, {64, 0, 64, 64, 64, 64},     {0, 0, 0, 0, 0, 0}},
    {16, panel, open, {64, 64, 32, 64, 90, 0},     {0, 0, 0, 0, 0, 0}},
    {17, panel, sure, {64, 64, 32, 45, 0, 0},      {0, 0, 0, 0, 0, 0}},
    {18, panel, open, {64, 64, 13, 0, 127, 0},     {0, 0, 0, 0, 0, 0}},
    {19, panel, sure, {26, 64, 127, 96, 0, 0},     {0, 0, 0, 0, 0, 0}},  // PTCH: the panel's C3, which is 26
    {20, panel, open, {24, 0, 127, 0, 127, 0},     {0, 0, 0, 0, 0, 0}},
    {21, panel, open, {23, 0, 0, 20, 127, 0},      {0, 0, 0, 0, 0, 0}},
    {22, panel, open, {24, 0, 127, 0, 127, 0},     {0, 0, 0, 0, 0, 0}},
    {24, panel, open, {64, 64, 127, 0, 0, 127},    {0, 0, 0, 0, 0, 0}},
    {28, panel, open, {0, 0, 0, 0, 0, 0},          {0, 0, 0, 0, 0, 0}},
};

// ---- the lists of knobs that select; a knob counts from 0, G is 6
constexpr Word slope_words[] = {{0, "12dB"}, {1, "24dB"}};
constexpr Word envelope_words[] = {{0, "BASE"}, {1, "WDTH"}};
constexpr Word resonance_words[] = {{0, "NONE"}, {1, "HP"}, {2, "LP"}, {3, "BOTH"}};
constexpr Word band_words[] = {{0, "LOW"}, {1, "PEQ"}, {2, "HIGH"}};
constexpr Word pole_words[] = {{0, "2"}, {1, "4"}, {2, "6"}, {3, "8"}, {4, "10"}};
constexpr Word tap_words[] = {{0, "1"}, {1, "2"}, {2, "3"}, {3, "4"}, {4, "5"}};
constexpr Word phase_words[] = {{0, "NONE"}, {1, "L"}, {2, "R"}, {3, "L+R"}};
constexpr Word mix_words[] = {{0, "MIX"}, {1, "SEND"}};
constexpr Word spring_words[] = {{0, "1"}, {1, "2"}, {2, "3"}};
constexpr struct {
    u8 type;
    int knob;
    std::span<const Word> list;
} selectors[] = {
    {4, 6, slope_words},   {4, 7, slope_words},   {4, 8, envelope_words}, {4, 9, on_off_words},  {4, 10, resonance_words},
    {5, 7, phase_words},   {5, 9, on_off_words},  {8, 6, on_off_words},   {8, 7, on_off_words},  {8, 9, on_off_words},
    {8, 10, on_off_words}, {8, 11, on_off_words}, {12, 6, band_words},    {12, 9, band_words},   {16, 7, pole_words},
    {18, 6, tap_words},    {20, 11, mix_words},   {21, 6, spring_words},  {22, 11, mix_words},
};
constexpr u8 delay = 8, comb_filter = 19;
constexpr u8 not_in_fx1[] = {8, 20, 21, 22};
constexpr u8 in_no_chooser = 25;

constexpr std::string_view machine_names[5][6] = {
    {"PTCH", "STRT", "LEN", "RATE", "RTRG", "RTIM"},
    {"PTCH", "STRT", "LEN", "RATE", "RTRG", "RTIM"},
    {"INAB", "VOL", "-", "INCD", "VOL", "-"},
    {"-", "-", "-", "-", "-", "-"},
    {"PTCH", "DIR", "LEN", "(RATE)", "GAIN", "OP"}};
constexpr std::string_view setup_names[5][6] = {
    {"LOOP", "SLIC", "LEN", "RATE", "TSTR", "TSNS"},
    {"LOOP", "SLIC", "LEN", "RATE", "TSTR", "TSNS"},
    {"-", "-", "-", "-", "-", "-"},
    {"-", "-", "-", "-", "-", "-"},
    {"-", "-", "-", "-", "TSTR", "TSNS"}};
// clang-format on

}  // namespace

const EffectNames& effect_names(u8 type) {
    if (type == 0) return nameless;
    for (const EffectNames& names : effects)
        if (names.type == type) return names;
    return foreign;
}

const EffectDefaults* effect_defaults(u8 type) {
    for (const EffectDefaults& values : defaults)
        if (values.type == type) return &values;
    return nullptr;
}

int effect_knob_count(u8 type) {
    const EffectNames& names = effect_names(type);
    const auto there = [](std::string_view name) { return name != "-"; };
    return int(std::ranges::count_if(names.page1, there) + std::ranges::count_if(names.page2, there));
}

std::span<const Word> effect_knob_words(u8 type, int knob) {
    for (const auto& selector : selectors)
        if (selector.type == type && selector.knob == knob) return selector.list;
    return {};
}

std::string effect_value_shown(u8 type, int knob, u8 value) {
    constexpr std::string_view notes[] = {"C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"};
    if (const auto word = word_of(effect_knob_words(type, knob), value); !word.empty()) return std::string(word);
    // The comb filter's PTCH: 0 is A#0, a semitone a unit, 107 is A9.
    if (type == comb_filter && knob == 0 && value <= 107) return std::format("{}{}", notes[(value + 10) % 12], (value + 10) / 12);
    if (type == delay && knob == 0) return std::to_string(value + 1);
    return std::to_string(value);
}

bool effect_is_offered(EffectSlot slot, u8 type) {
    if (type == in_no_chooser || word_of(effect_words, type).empty()) return false;
    return slot == EffectSlot::fx2 || std::ranges::find(not_in_fx1, type) == std::end(not_in_fx1);
}

std::string_view machine_knob(u8 machine, int knob) {
    return machine < 5 && knob >= 0 && knob < 6 ? machine_names[machine][knob] : "?";
}
std::string_view machine_setup_knob(u8 machine, int knob) {
    return machine < 5 && knob >= 0 && knob < 6 ? setup_names[machine][knob] : "?";
}

std::string_view length_mode_word(bool slices_on, u8 value) {
    if (value == 0) return slices_on ? "SLIC" : "OFF";
    return value == 1 ? "TIME" : std::string_view();
}

}  // namespace groovebench::octatrack
