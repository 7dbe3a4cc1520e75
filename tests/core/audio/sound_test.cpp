#include "audio/sound.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "../archive/fixture_files.h"
#include "audio/wav_out.h"
#include "sound_files.h"

using namespace groovebench;
using namespace groovebench::audio;
using namespace groovebench::test;

namespace {

std::vector<float> samples_of(const Bytes& file) {
    const auto sound = decode_sound(file);
    EXPECT_TRUE(sound) << sentence(sound.problem());
    return sound ? sound->samples : std::vector<float>{};
}

}  // namespace

TEST(wav, pcm_of_every_width_is_full_scale_at_one) {
    const std::vector<float> expected = {0.5f, -1.0f};
    EXPECT_EQ(samples_of(wav(wav_format(1, 1, 44100, 8), raw({0xC0, 0x00}))), expected);
    EXPECT_EQ(samples_of(wav(wav_format(1, 1, 44100, 16), raw({0x00, 0x40, 0x00, 0x80}))), expected);
    EXPECT_EQ(samples_of(wav(wav_format(1, 1, 44100, 24), raw({0, 0, 0x40, 0, 0, 0x80}))), expected);
    EXPECT_EQ(samples_of(wav(wav_format(1, 1, 44100, 32), raw({0, 0, 0, 0x40, 0, 0, 0, 0x80}))), expected);
    EXPECT_EQ(samples_of(wav(wav_format(3, 1, 44100, 32), raw({0, 0, 0, 0x3F, 0, 0, 0x80, 0xBF}))), expected);
}

TEST(wav, a_sample_of_24_bits_is_exact) {
    EXPECT_EQ(samples_of(wav(wav_format(1, 1, 44100, 24), raw({1, 0, 0})))[0], 1.0f / 8388608.0f);
    EXPECT_EQ(samples_of(wav(wav_format(1, 1, 44100, 24), raw({0xFF, 0xFF, 0x7F})))[0], 8388607.0f / 8388608.0f);
}

TEST(wav, the_extensible_form_is_looked_into) {
    Bytes format = wav_format(0xFFFE, 2, 48000, 24);
    const Bytes rest = raw({22, 0, 24, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71});
    format.insert(format.end(), rest.begin(), rest.end());
    const auto sound = decode_sound(wav(format, Bytes(12)));
    ASSERT_TRUE(sound) << sentence(sound.problem());
    EXPECT_EQ(sound->frames, 2u);
    EXPECT_EQ(sound->rate, 48000u);
    format[24] = std::byte{2};
    EXPECT_EQ(decode_sound(wav(format, Bytes(12))).problem().found, "format 0x2");
}

TEST(wav, other_codings_and_more_channels_are_unsupported) {
    EXPECT_EQ(decode_sound(wav(wav_format(6, 1, 8000, 8), Bytes(4))).problem().cause, Cause::unsupported);
    EXPECT_EQ(decode_sound(wav(wav_format(1, 6, 44100, 16), Bytes(12))).problem().found, "6");
    EXPECT_EQ(decode_sound(wav(wav_format(3, 1, 44100, 64), Bytes(16))).problem().found, "64 bits");
    EXPECT_EQ(decode_sound(wav(wav_format(1, 0, 44100, 16), Bytes(4))).problem().cause, Cause::broken);
    EXPECT_EQ(decode_sound(wav(wav_format(1, 1, 0, 16), Bytes(4))).problem().cause, Cause::broken);
}

TEST(wav, a_data_size_that_lies_is_a_finding_and_the_rest_plays) {
    Bytes file = wav(wav_format(1, 1, 44100, 16), Bytes(100));
    overlay<le32>(file, 40)->operator=(4000);
    const auto sound = decode_sound(file);
    ASSERT_TRUE(sound) << sentence(sound.problem());
    EXPECT_EQ(sound->frames, 50u);
    ASSERT_EQ(sound->findings.size(), 1u);
    EXPECT_EQ(sentence(sound->findings[0]), "data: at 0x28: expected 100 bytes, found a size of 4000");
}

TEST(wav, a_recorder_that_forgot_the_sizes_left_a_sound) {
    Bytes data(100);
    data[0] = std::byte{1};
    Bytes file = wav(wav_format(1, 1, 44100, 16), data);
    *overlay<le32>(file, 4) = 0;
    *overlay<le32>(file, 40) = 0;
    EXPECT_EQ(decode_sound(file)->frames, 50u);
    EXPECT_EQ(decode_sound(file)->findings.size(), 2u);
}

TEST(wav, a_file_that_is_cut_anywhere_is_a_problem_or_a_shorter_sound) {
    const Bytes file = wav(wav_format(1, 2, 44100, 16), Bytes(400));
    for (std::size_t size = 0; size < file.size(); size++) {
        const auto sound = decode_sound(ByteView(file).first(size));
        if (size < 44)
            EXPECT_FALSE(sound) << size;
        else
            EXPECT_TRUE(sound && sound->frames == (size - 44) / 4 && !sound->findings.empty()) << size;
    }
}

TEST(wav, odd_chunks_are_followed_by_padding_or_not) {
    Bytes chunks, unpadded;
    put_chunk<le32>(chunks, "junk", raw({'a', 'b', 'c'}));
    unpadded.assign(chunks.begin(), chunks.end() - 1);
    for (Bytes* start : {&chunks, &unpadded}) {
        put_chunk<le32>(*start, "fmt ", wav_format(1, 1, 44100, 16));
        put_chunk<le32>(*start, "data", raw({0, 0x40}));
        EXPECT_EQ(samples_of(with_form("RIFF", "WAVE", *start)), std::vector<float>{0.5f});
    }
}

TEST(wav, numbers_that_are_none_are_silenced) {
    const auto sound = decode_sound(wav(wav_format(3, 1, 44100, 32), raw({0, 0, 0x80, 0x7F, 0, 0, 0xC0, 0xFF})));
    EXPECT_EQ(sound->samples, (std::vector<float>{0, 0}));
    EXPECT_EQ(sound->findings.size(), 1u);
}

TEST(wav, more_frames_than_the_limit_are_refused_before_memory_is_taken) {
    const Bytes file = wav(wav_format(1, 1, 44100, 16), Bytes(400));
    EXPECT_TRUE(decode_sound(file, 200));
    EXPECT_FALSE(decode_sound(file, 199));
}

TEST(wav, the_head_of_a_file_is_enough_to_inspect_it) {
    const Bytes file = wav(wav_format(1, 2, 46875, 16), Bytes(40000));
    const auto info = inspect_sound(ByteView(file).first(64), file.size());
    ASSERT_TRUE(info);
    EXPECT_EQ(info->frames, 10000u);
    EXPECT_EQ(info->rate, 46875u);
    EXPECT_EQ(info->head_needed, 0u);
    EXPECT_EQ(info->chunks.back().size, 40000u);
    EXPECT_TRUE(info->findings.empty());
}

TEST(wav, a_head_that_is_too_short_says_how_much_is_needed) {
    Bytes chunks;
    put_chunk<le32>(chunks, "fmt ", wav_format(1, 1, 44100, 16));
    put_chunk<le32>(chunks, "LIST", Bytes(500));
    put_chunk<le32>(chunks, "data", Bytes(1000));
    const Bytes file = with_form("RIFF", "WAVE", chunks);
    const auto info = inspect_sound(ByteView(file).first(64), file.size());
    ASSERT_TRUE(info);
    EXPECT_EQ(info->rate, 44100u);
    EXPECT_EQ(info->head_needed, 12 + 24 + 508 + 8u);
    EXPECT_EQ(inspect_sound(ByteView(file).first(std::size_t(info->head_needed)), file.size())->frames, 500u);
}

TEST(aiff, both_byte_orders_and_floats_are_read) {
    const std::vector<float> expected = {0.5f, -1.0f};
    EXPECT_EQ(samples_of(aiff(1, 16, 2, raw({0x40, 0, 0x80, 0}))), expected);
    EXPECT_EQ(samples_of(aiff(1, 24, 2, raw({0x40, 0, 0, 0x80, 0, 0}))), expected);
    EXPECT_EQ(samples_of(aiff(2, 16, 1, raw({0x40, 0, 0x80, 0}), "NONE")), expected);
    EXPECT_EQ(samples_of(aiff(1, 16, 2, raw({0, 0x40, 0, 0x80}), "sowt")), expected);
    EXPECT_EQ(samples_of(aiff(1, 32, 2, raw({0x3F, 0, 0, 0, 0xBF, 0x80, 0, 0}), "fl32")), expected);
    EXPECT_EQ(decode_sound(aiff(1, 16, 2, Bytes(4), "ima4")).problem().found, "ima4");
}

TEST(aiff, the_rate_is_an_80_bit_float) {
    Bytes file = aiff(1, 16, 1, Bytes(2));
    EXPECT_EQ(decode_sound(file)->rate, 44100u);
    *overlay<be16>(file, 28) = 0x400E;
    *overlay<be32>(file, 30) = 0xBB800000;
    EXPECT_EQ(decode_sound(file)->rate, 48000u);
    *overlay<be16>(file, 28) = 0x7FFF;
    EXPECT_FALSE(decode_sound(file));
}

TEST(aiff, more_frames_claimed_than_there_are_is_a_finding) {
    const auto sound = decode_sound(aiff(1, 16, 500, Bytes(20)));
    EXPECT_EQ(sound->frames, 10u);
    EXPECT_EQ(sentence(sound->findings[0]), "SSND: at 0x2E: expected 500 frames, found 10");
}

TEST(sound, something_else_is_told_so) {
    EXPECT_EQ(decode_sound(bytes_of("ID3 something that is an MP3")).problem().cause, Cause::unsupported);
    EXPECT_FALSE(decode_sound({}));
}

TEST(sound, files_of_machines_decode) {
    for (const char* ending : {".aif", ".wav"})
        for (const auto& path : fixtures("", ending)) {
            const Bytes file = load(path);
            const auto sound = decode_sound(file);
            ASSERT_TRUE(sound) << path << sentence(sound.problem());
            EXPECT_GT(*std::ranges::max_element(sound->samples), 0.001f) << path;
            const auto info = inspect_sound(ByteView(file).first(4096), file.size());
            EXPECT_EQ(info->frames, sound->frames);
            EXPECT_TRUE(sound->findings.empty()) << sentence(sound->findings[0]);
        }
}

TEST(wav_out, the_sound_of_the_official_tool_is_written_byte_for_byte) {
    for (const auto& path : fixtures("ep133", ".wav")) {
        const Bytes file = load(path);
        const auto sound = decode_sound(file);
        const auto info = inspect_sound(file, file.size());
        std::vector<WavChunk> extra;
        for (const Chunk& chunk : info->chunks)
            if (chunk.id != "fmt " && chunk.id != "data")
                extra.push_back({chunk.id, ByteView(file).subspan(chunk.offset, chunk.size)});
        EXPECT_EQ(*write_wav_16(sound->rate, sound->channels, sound->samples, extra), file);
    }
}

TEST(wav_out, samples_are_rounded_and_held_in_range) {
    EXPECT_EQ(sample_16(0.5f), 16384);
    EXPECT_EQ(sample_16(1.5f / 32768), 2);
    EXPECT_EQ(sample_16(1.4f / 32768), 1);
    EXPECT_EQ(sample_16(1.0f), 32767);
    EXPECT_EQ(sample_16(-1.0f), -32768);
    EXPECT_EQ(sample_16(1e30f), 32767);
    EXPECT_EQ(sample_16(-1e30f), -32768);
    EXPECT_EQ(sample_16(std::numeric_limits<float>::quiet_NaN()), 0);
}

TEST(wav_out, every_16_bit_sample_comes_back) {
    std::vector<float> samples(65536);
    for (int i = 0; i < 65536; i++) samples[std::size_t(i)] = float(i - 32768) / 32768;
    EXPECT_EQ(samples_of(*write_wav_16(44100, 2, samples)), samples);
}

TEST(wav_out, chunks_stand_between_format_and_data) {
    const Bytes odd = raw({1, 2, 3});
    const WavChunk extra[] = {{"smpl", odd}};
    const Bytes file = *write_wav_16(46875, 1, std::vector<float>{0.5f}, extra);
    EXPECT_EQ(file.size(), 12 + 24 + 12 + 10u);
    EXPECT_EQ(text_of(ByteView(file).subspan(36, 4)), "smpl");
    EXPECT_EQ(text_of(ByteView(file).subspan(48, 4)), "data");
    EXPECT_EQ(*overlay<le32>(file, 4), file.size() - 8);
    EXPECT_FALSE(write_wav_16(46875, 2, std::vector<float>{0.5f}));
}
