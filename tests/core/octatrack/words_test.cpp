#include "octatrack/words.h"

#include <gtest/gtest.h>

#include "octatrack/part.h"
#include "schema/values.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

std::string shown_as(std::span<const Word> words, i64 value) { return std::string(word_of(words, value)); }

}  // namespace

TEST(words, the_fade_ladder_has_113_rungs_from_0_to_64_steps) {
    EXPECT_EQ(fade_sixteenths(0), 0);
    const std::pair<int, int> rungs[] = {{1, 1},    {32, 32},  {33, 34},  {48, 64},  {49, 68},  {64, 128},
                                         {65, 136}, {80, 256}, {81, 272}, {96, 512}, {97, 544}, {112, 1024}};
    for (const auto& [index, sixteenths] : rungs) EXPECT_EQ(fade_sixteenths(index), sixteenths) << index;
    for (int i = 1; i < 113; i++) EXPECT_GT(fade_sixteenths(i), fade_sixteenths(i - 1));
    EXPECT_EQ(words(Fade{}).size(), 113u);
    EXPECT_EQ(shown_as(words(Fade{}), 0), "0");
    EXPECT_EQ(shown_as(words(Fade{}), 1), "0.063");
    EXPECT_EQ(shown_as(words(Fade{}), 2), "0.125");
    EXPECT_EQ(shown_as(words(Fade{}), 8), "0.5");
    EXPECT_EQ(shown_as(words(Fade{}), 26), "1.625");
    EXPECT_EQ(shown_as(words(Fade{}), 112), "64");
}

TEST(words, a_recording_is_1_to_64_steps_long_or_max) {
    EXPECT_EQ(shown_as(words(RecordLength{}), 0), "1");
    EXPECT_EQ(shown_as(words(RecordLength{}), 15), "16");
    EXPECT_EQ(shown_as(words(RecordLength{}), 63), "64");
    EXPECT_EQ(shown_as(words(RecordLength{}), 64), "MAX");
    EXPECT_EQ(words(RecordLength{}).size(), 65u);
}

TEST(words, the_published_recorder_of_a_device_reads_as_its_owner_set_it) {
    const u8 bytes[] = {0x00, 0x00, 0x0F, 0x02, 0x06, 0x00, 0x00, 0x1A, 0x00, 0xFF, 0xFF, 0x00};
    const ByteView view = std::as_bytes(std::span(bytes));
    std::string line;
    for (const Field& field : schema<RecorderSetup>.fields) line += std::string(shown({&field, field.offset}, view)) + " ";
    EXPECT_EQ(line, "- - 16 HOLD T6 OFF 0 1.625 0 OFF OFF 0 ");
}

TEST(words, conditions_are_those_of_the_reference) {
    const std::pair<int, const char*> some[] = {{0, "none"},  {1, "FILL"},  {2, "not FILL"}, {7, "1ST"},  {9, "1 %"},  {19, "50 %"},
                                                {24, "87 %"}, {29, "99 %"}, {30, "1:2"},     {38, "4:4"}, {57, "1:8"}, {64, "8:8"}};
    for (const auto& [value, word] : some) EXPECT_EQ(shown_as(condition_words, value), word);
    EXPECT_EQ(std::size(condition_words), 65u);
    int value = 30;  // A:B for every B of 2 to 8 and every A up to it
    for (int of = 2; of <= 8; of++)
        for (int nth = 1; nth <= of; nth++)
            EXPECT_EQ(shown_as(condition_words, value++), std::to_string(nth) + ":" + std::to_string(of));
}

TEST(words, one_quantise_ladder_serves_tracks_recorders_and_samples) {
    const int steps[] = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256};
    for (int i = 0; i < 16; i++)
        for (const auto list : {words(TrackQuantise{}), words(RecorderQuantise{}), words(SampleQuantise{}),
                                std::span<const Word>(text_quantise_words)})
            EXPECT_EQ(shown_as(list, i + 1), std::to_string(steps[i]));
    EXPECT_EQ(shown_as(words(TrackQuantise{}), 255), "DIRECT");
    EXPECT_EQ(shown_as(words(RecorderQuantise{}), 255), "OFF");
    EXPECT_EQ(shown_as(words(RecorderQuantise{}), 0), "PLEN");
    EXPECT_EQ(shown_as(text_quantise_words, -1), "DIRECT");
}

TEST(words, waves_and_multipliers_are_complete) {
    EXPECT_EQ(std::size(wave_words), 19u);
    EXPECT_EQ(shown_as(wave_words, 10), "RND");
    EXPECT_EQ(shown_as(wave_words, 18), "T8");
    for (int n = 0; n < 7; n++) EXPECT_EQ(shown_as(multiplier_words, n), "x" + std::to_string(1 << n));
}

TEST(effects, have_as_many_knobs_as_the_reference_counts) {
    const std::pair<u8, int> counts[] = {{0, 0},  {4, 12}, {5, 10},  {8, 12}, {12, 8},  {13, 5}, {16, 7}, {17, 6},
                                         {18, 8}, {19, 5}, {20, 10}, {21, 6}, {22, 10}, {24, 7}, {28, 6}};
    for (const auto& [type, knobs] : counts) EXPECT_EQ(effect_knob_count(type), knobs) << int(type);
}

TEST(effects, gaps_stay_where_the_panel_has_them) {
    EXPECT_EQ(effect_names(13).page1[1], "-");
    EXPECT_EQ(effect_names(13).page1[2], "HS F");
    EXPECT_EQ(effect_names(19).page1[4], "-");
    EXPECT_EQ(effect_names(21).page1[3], "HP");
    EXPECT_EQ(effect_names(28).page1[1], "-");
    EXPECT_EQ(effect_names(28).page2[2], "AMPH");
    EXPECT_EQ(effect_names(16).page2[1], "NUM");
    EXPECT_EQ(effect_names(5).page2[3], "M/S");
    EXPECT_EQ(effect_names(20).page2[5], "MIXF");
}

TEST(effects, every_one_of_the_device_has_defaults_it_can_hold_and_zero_where_there_is_no_knob) {
    for (const Word& effect : effect_words) {
        const EffectDefaults* values = effect_defaults(u8(effect.value));
        if (effect.value == 25) {  // in no chooser
            EXPECT_EQ(values, nullptr);
            continue;
        }
        ASSERT_NE(values, nullptr) << effect.word;
        const EffectNames& names = effect_names(u8(effect.value));
        for (int knob = 0; knob < 12; knob++) {
            const u8 value = knob < 6 ? values->page1[knob] : values->page2[knob - 6];
            const auto name = knob < 6 ? names.page1[knob] : names.page2[knob - 6];
            const auto list = effect_knob_words(u8(effect.value), knob);
            EXPECT_LE(value, 127);
            if (name == "-") EXPECT_EQ(value, 0) << effect.word << " " << knob;
            if (!list.empty()) EXPECT_FALSE(word_of(list, value).empty()) << effect.word << " " << knob;
            if (!list.empty()) EXPECT_NE(name, "-") << effect.word << " " << knob;
        }
    }
    EXPECT_EQ(effect_defaults(6), nullptr);
    EXPECT_EQ(effect_defaults(8)->page1_evidence, Evidence::verified);
    EXPECT_EQ(effect_defaults(20)->page1_evidence, Evidence::stated);
    EXPECT_EQ(effect_defaults(20)->page2_evidence, Evidence::unknown);
}

TEST(effects, values_of_selectors_have_words) {
    EXPECT_EQ(effect_value_shown(4, 6, 1), "24dB");
    EXPECT_EQ(effect_value_shown(4, 10, 3), "BOTH");
    EXPECT_EQ(effect_value_shown(5, 7, 3), "L+R");
    EXPECT_EQ(effect_value_shown(12, 9, 1), "PEQ");
    EXPECT_EQ(effect_value_shown(16, 7, 4), "10");
    EXPECT_EQ(effect_value_shown(18, 6, 0), "1");
    EXPECT_EQ(effect_value_shown(21, 6, 2), "3");
    EXPECT_EQ(effect_value_shown(22, 11, 1), "SEND");
    EXPECT_EQ(effect_value_shown(8, 0, 47), "48");
    EXPECT_EQ(effect_value_shown(19, 0, 26), "C3");
    EXPECT_EQ(effect_value_shown(4, 6, 9), "9");
}

TEST(effects, fx1_is_offered_what_the_panel_offers) {
    for (const u8 type : {u8(8), u8(20), u8(21), u8(22)}) {
        EXPECT_FALSE(effect_is_offered(EffectSlot::fx1, type));
        EXPECT_TRUE(effect_is_offered(EffectSlot::fx2, type));
    }
    for (const u8 type : {u8(0), u8(4), u8(12), u8(24), u8(28)}) EXPECT_TRUE(effect_is_offered(EffectSlot::fx1, type));
    EXPECT_FALSE(effect_is_offered(EffectSlot::fx2, 25));
    EXPECT_FALSE(effect_is_offered(EffectSlot::fx2, 6));
}
