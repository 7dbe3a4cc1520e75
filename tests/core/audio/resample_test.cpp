#include "audio/resample.h"

#include <gtest/gtest.h>

#include <cmath>

#include "audio/peaks.h"
#include "tone.h"

using namespace groovebench;
using namespace groovebench::audio;
using namespace groovebench::test;

TEST(resample, a_tone_keeps_its_purity) {
    for (const double frequency : {1000.0, 10000.0, 18000.0}) {
        const auto sound = resample(tone(44100, 1, frequency, 44100), 46875);
        ASSERT_TRUE(sound);
        EXPECT_LE(noise_db(*sound, frequency), -118) << frequency;
    }
}

TEST(resample, length_and_rate_follow_the_ratio) {
    const auto sound = resample(tone(44100, 2, 440, 44100), 46875);
    EXPECT_EQ(sound->rate, 46875u);
    EXPECT_EQ(sound->frames, 46875u);
    EXPECT_EQ(sound->samples.size(), 2 * 46875u);
    EXPECT_EQ(resample(tone(96000, 1, 440, 1000), 46875)->frames, 488u);
}

TEST(resample, steps_give_what_one_call_gives) {
    const Sound source = tone(44100, 2, 440, 30000);
    auto work = Resampling::start(source, 46875);
    ASSERT_TRUE(work);
    double before = 0;
    while (work->step(1000)) {
        EXPECT_GE(work->progress(), before);
        before = work->progress();
    }
    EXPECT_EQ(work->progress(), 1);
    const auto stepped = work->result(), whole = resample(source, 46875);
    double worst = 0;
    for (std::size_t i = 0; i < whole->samples.size(); i++)
        worst = std::max(worst, std::abs(double(stepped->samples[i]) - whole->samples[i]));
    EXPECT_LT(worst, 1e-6);
}

TEST(resample, the_end_of_a_sound_is_not_lost) {
    Sound source = tone(44100, 1, 440, 5000);
    for (float& sample : source.samples) sample = 0.5f;
    const auto sound = resample(source, 46875);
    for (std::size_t i = 100; i < sound->samples.size() - 100; i++) ASSERT_NEAR(sound->samples[i], 0.5f, 0.001f) << i;
    EXPECT_GT(sound->samples.back(), 0.1f);
}

TEST(resample, the_same_rate_is_a_copy_and_a_wild_one_is_refused) {
    const Sound source = tone(44100, 1, 440, 100);
    EXPECT_EQ(resample(source, 44100)->samples, source.samples);
    EXPECT_FALSE(resample(source, 0));
    EXPECT_FALSE(resample(source, 44100u * 300));
    EXPECT_EQ(resample(tone(44100, 1, 440, 0), 46875)->frames, 0u);
}

TEST(peaks, each_column_has_its_lowest_and_highest_sample) {
    Sound sound{44100, 2, 4, {0.1f, -0.2f, 0.3f, 0.4f, -0.5f, 0.6f, 0.7f, 0.8f}, 16, false, {}};
    const auto both = peaks(sound, 0, 4, 2);
    EXPECT_EQ(both[0].low, -0.2f);
    EXPECT_EQ(both[0].high, 0.4f);
    EXPECT_EQ(both[1].low, -0.5f);
    EXPECT_EQ(both[1].high, 0.8f);
    EXPECT_EQ(peaks(sound, 0, 4, 1, Side::left)[0].high, 0.7f);
    EXPECT_EQ(peaks(sound, 0, 4, 1, Side::right)[0].low, -0.2f);
}

TEST(peaks, more_columns_than_frames_and_ranges_outside_are_fine) {
    const Sound sound = tone(44100, 1, 440, 10);
    EXPECT_EQ(peaks(sound, 0, 10, 100).size(), 100u);
    EXPECT_EQ(peaks(sound, 0, 10, 100)[99].high, sound.samples[9]);
    EXPECT_EQ(peaks(sound, 50, 10, 3)[0].high, 0);
    EXPECT_EQ(peaks(sound, 5, u64(-1), 5)[4].low, sound.samples[9]);
}
