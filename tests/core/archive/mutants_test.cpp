// Ten thousand damaged files of each kind, from a fixed seed: whatever opens stays consistent.
#include <gtest/gtest.h>

#include <random>

#include "../audio/sound_files.h"
#include "archive/tar.h"
#include "archive/zip.h"
#include "audio/sound.h"

using namespace groovebench;

namespace {

// Some bytes set to telling values, now and then a cut.
Bytes mutant(const Bytes& file, std::mt19937& random) {
    constexpr int telling[] = {0, 1, 0x7F, 0x80, 0xFF, '/', '.', '7'};
    Bytes damaged = file;
    for (u32 count = 1 + random() % 4; count > 0; count--) {
        const std::size_t at = random() % damaged.size();
        damaged[at] = std::byte(random() % 2 ? telling[random() % 8] : int(random() % 256));
    }
    if (random() % 8 == 0) damaged.resize(random() % damaged.size());
    return damaged;
}

template <class Check>
void each_mutant(const Bytes& file, Check check) {
    std::mt19937 random(20261121);
    for (int i = 0; i < 10000; i++) check(mutant(file, random));
}

}  // namespace

TEST(mutants, of_a_zip_are_refused_or_rewritten_as_they_are) {
    const Bytes file = *archive::write_zip({{"a", bytes_of("some text, some text"), archive::Method::deflated, {}, 6},
                                            {"b", bytes_of("stored"), archive::Method::stored, {}, 6}});
    int opened = 0;
    each_mutant(file, [&](const Bytes& damaged) {
        const auto zip = archive::open_zip(damaged);
        if (!zip) return;
        opened++;
        for (const auto& entry : zip->entries) {
            const auto bytes = archive::read_entry(*zip, entry);
            EXPECT_TRUE(!bytes || bytes->size() == entry.size);
        }
        EXPECT_EQ(*archive::rewrite_zip(*zip, {}), damaged);
    });
    EXPECT_GT(opened, 100);
}

TEST(mutants, of_a_tar_are_refused_or_rewritten_as_they_are) {
    const Bytes file = *archive::write_tar({{"a", false, bytes_of("hello")}, {"b", true, {}}, {"c", false, bytes_of("more")}});
    int opened = 0;
    each_mutant(file, [&](const Bytes& damaged) {
        const auto tar = archive::open_tar(damaged);
        if (!tar) return;
        opened++;
        EXPECT_EQ(*archive::rewrite_tar(*tar, {}), damaged);
    });
    EXPECT_GT(opened, 100);
}

TEST(mutants, of_sounds_are_refused_or_decode_to_what_they_say) {
    const Bytes wav = test::wav(test::wav_format(1, 2, 44100, 16), Bytes(40)), aiff = test::aiff(1, 16, 20, Bytes(40), "sowt");
    int opened = 0;
    for (const Bytes* file : {&wav, &aiff})
        each_mutant(*file, [&](const Bytes& damaged) {
            (void)audio::inspect_sound(ByteView(damaged).first(std::min<std::size_t>(damaged.size(), 30)), damaged.size());
            const auto sound = audio::decode_sound(damaged);
            if (!sound) return;
            opened++;
            EXPECT_EQ(sound->samples.size(), sound->frames * sound->channels);
            EXPECT_LE(sound->samples.size(), damaged.size());
        });
    EXPECT_GT(opened, 1000);
}
