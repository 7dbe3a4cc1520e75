#include "ep133/sound.h"

#include <gtest/gtest.h>

#include "../archive/fixture_files.h"
#include "ep133/backup.h"

using namespace groovebench;
using namespace groovebench::ep133;

namespace {

std::vector<Bytes> real_sounds() {
    std::vector<Bytes> all;
    for (const auto& path : test::fixtures("ep133", ".wav")) all.push_back(test::load(path));
    for (const auto& path : test::fixtures("ep133", ".ppak")) {
        const Bytes file = test::load(path);
        const auto backup = open_backup(file);
        if (!backup) continue;
        for (const auto& sound : backup->sounds) all.push_back(*archive::read_entry(backup->zip, backup->zip.entries[sound.entry]));
    }
    return all;
}

bool has_path(const std::vector<Problem>& problems, std::string_view path) {
    return std::any_of(problems.begin(), problems.end(), [&](const Problem& problem) { return problem.path == path; });
}

Bytes replaced(Bytes file, std::string_view what, std::string_view with) {
    const auto at = text_of(file).find(what);
    std::ranges::copy(bytes_of(with), file.begin() + std::ptrdiff_t(at));
    return file;
}

}  // namespace

TEST(ep133_sound, sounds_of_the_device_and_the_tool_are_rebuilt_from_their_samples) {
    for (const Bytes& file : real_sounds()) {
        const auto sound = open_sound(file);
        ASSERT_TRUE(sound) << sentence(sound.problem());
        EXPECT_TRUE(check_sound(file).empty());
        EXPECT_EQ(sound->data, 272u);
        EXPECT_EQ(sound->json_size, 161u);
        std::vector<i16> samples;
        for (std::size_t at = sound->data; at < sound->data + sound->data_size; at += 2)
            samples.push_back(*overlay<lei16>(file, at));
        EXPECT_EQ(write_sound(samples, sound->channels, sound->rate), file);
    }
}

TEST(ep133_sound, long_metadata_grows_to_an_even_length) {
    const Bytes file = write_sound(std::vector<i16>{1, 2}, 2, 46875, {.root_note = 127, .pitch = -11.98, .bpm = 120});
    const auto sound = open_sound(file);
    ASSERT_TRUE(sound);
    EXPECT_EQ(sound->data % 2, 0u);
    EXPECT_EQ(sound->frames, 1u);
    EXPECT_NE(sound->json_text(file).find("\"sound.pitch\":-11.98"), std::string_view::npos);
    EXPECT_TRUE(check_sound(file).empty());
}

TEST(ep133_sound, values_the_tool_would_drop_are_reported) {
    const Bytes file = write_sound(std::vector<i16>{1}, 1, 46875);
    EXPECT_TRUE(has_path(check_sound(replaced(file, "\"sound.pan\":0", "\"sound.pan\":X")), "metadata"));
    EXPECT_TRUE(has_path(check_sound(replaced(file, ":100,", ":999,")), "metadata.sound.amplitude"));
    EXPECT_TRUE(has_path(check_sound(replaced(file, "oneshot", "nothing")), "metadata.sound.playmode"));
}

TEST(ep133_sound, a_sound_longer_than_20_seconds_is_an_error) {
    EXPECT_TRUE(check_sound(write_sound(std::vector<i16>(3000 * 20), 1, 3000)).empty());
    const auto problems = check_sound(write_sound(std::vector<i16>(3000 * 20 + 1), 1, 3000));
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].severity, Severity::error);
}

TEST(ep133_sound, the_word_data_before_the_samples_is_reported) {
    const Bytes file = replaced(write_sound(std::vector<i16>{1}, 1, 46875), "oneshot\",\"so", "data\",\"x\":\"\"");
    const auto problems = check_sound(file);
    EXPECT_TRUE(
        std::any_of(problems.begin(), problems.end(), [](const Problem& p) { return p.expected.starts_with("no \"data\""); }));
}

TEST(ep133_sound, a_chunk_longer_than_the_file_is_refused_with_its_place) {
    Bytes file = write_sound(std::vector<i16>{1, 2, 3}, 1, 46875);
    *overlay<le32>(file, 268) = 0xFFFFFFFF;
    EXPECT_EQ(open_sound(file).problem().offset, 268u);
    for (std::size_t size = 0; size < 272; size++) EXPECT_FALSE(open_sound(ByteView(file).first(size)));
}
