#include "octatrack/words.h"

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

constexpr EffectDefaults defaults[] = {
    {4, true, {0, 127, 0, 64, 0, 64}, {0, 0, 1, 0, 3, 0}},
    {8, true, {47, 0, 127, 0, 127, 0}, {0, 1, 127, 1, 0, 0}},
    {0, false, {0, 0, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 0}},
};

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

std::string_view machine_knob(u8 machine, int knob) {
    return machine < 5 && knob >= 0 && knob < 6 ? machine_names[machine][knob] : "?";
}
std::string_view machine_setup_knob(u8 machine, int knob) {
    return machine < 5 && knob >= 0 && knob < 6 ? setup_names[machine][knob] : "?";
}

}  // namespace groovebench::octatrack
