// Archives and sounds of another program: tests/fuzz/seeds, made with Python's own code.
#include <gtest/gtest.h>

#include "archive/tar.h"
#include "archive/zip.h"
#include "audio/sound.h"
#include "fixture_files.h"

using namespace groovebench;

namespace {

std::vector<std::filesystem::path> seeds(const char* folder) {
    std::vector<std::filesystem::path> found;
    const auto root = test::checkout() / "tests" / "fuzz" / "seeds" / folder;
    for (const auto& entry : std::filesystem::directory_iterator(root)) found.push_back(entry.path());
    EXPECT_GE(found.size(), 2u) << root;
    return found;
}

}  // namespace

TEST(other_writers, zips_with_descriptors_zip64_and_comments_are_rewritten_byte_for_byte) {
    for (const auto& path : seeds("zip")) {
        const Bytes file = test::load(path);
        const auto zip = archive::open_zip(file);
        ASSERT_TRUE(zip) << path << sentence(zip.problem());
        ASSERT_EQ(zip->entries.size(), 3u);
        EXPECT_EQ(archive::read_entry(*zip, zip->entries[0])->size(), 200u);
        EXPECT_EQ(zip->entries[1].name, "caf\xC3\xA9.txt");
        EXPECT_EQ(*archive::rewrite_zip(*zip, {}), file);
    }
}

TEST(other_writers, a_member_of_each_zip_can_be_replaced) {
    for (const auto& path : seeds("zip")) {
        const Bytes file = test::load(path);
        archive::ZipEdits edits;
        edits.replaced[0] = {bytes_of("other bytes"), std::nullopt, 6};
        const auto changed = archive::rewrite_zip(*archive::open_zip(file), edits);
        ASSERT_TRUE(changed) << path << sentence(changed.problem());
        const auto zip = archive::open_zip(*changed);
        EXPECT_EQ(text_of(*archive::read_entry(*zip, zip->entries[0])), "other bytes");
        EXPECT_EQ(text_of(*archive::read_entry(*zip, zip->entries[1])), "latte");
    }
}

TEST(other_writers, ustar_and_gnu_tars_are_rewritten_byte_for_byte) {
    for (const auto& path : seeds("tar")) {
        const Bytes file = test::load(path);
        const auto tar = archive::open_tar(file);
        ASSERT_TRUE(tar) << path << sentence(tar.problem());
        EXPECT_EQ(tar->members[1].name, "pads/p01");
        EXPECT_EQ(*archive::rewrite_tar(*tar, {}), file);
    }
}

TEST(other_writers, sounds_of_every_coding_decode_without_findings) {
    for (const char* folder : {"wav", "aiff"})
        for (const auto& path : seeds(folder)) {
            const auto sound = audio::decode_sound(test::load(path));
            ASSERT_TRUE(sound) << path << sentence(sound.problem());
            EXPECT_EQ(sound->frames * sound->channels * sound->bits / 8, 48u) << path;
            EXPECT_TRUE(sound->findings.empty()) << path;
        }
}
