#include "archive/zip.h"

#include <gtest/gtest.h>

#include "fixture_files.h"

using namespace groovebench;
using namespace groovebench::archive;

namespace {

const ZipLimits ppak_limits{4096, u64(256) << 20, RootNames::allowed};

Bytes noise(std::size_t size, u32 seed) {
    Bytes bytes(size);
    for (auto& byte : bytes) byte = std::byte((seed = seed * 1664525 + 1013904223) >> 24);
    return bytes;
}

// Three members: packed, stored, empty.
Bytes small_zip() {
    const std::string text(5000, 'x');
    return *write_zip({{"a/text", bytes_of(text), Method::deflated, dos_time(2026, 4, 26, 16, 12, 57), 6},
                       {"b", bytes_of("plain"), Method::stored, {}, 6},
                       {"c", {}, Method::deflated, {}, 6}});
}

std::string text_in(const Bytes& file, std::string_view name) {
    const auto zip = open_zip(file);
    const auto* entry = zip ? find_entry(*zip, name) : nullptr;
    return entry ? std::string(text_of(*read_entry(*zip, *entry))) : "nothing";
}

}  // namespace

TEST(zip, what_is_written_can_be_read) {
    const Bytes file = small_zip();
    const auto zip = open_zip(file);
    ASSERT_TRUE(zip) << sentence(zip.problem());
    ASSERT_EQ(zip->entries.size(), 3u);
    EXPECT_EQ(zip->entries[0].name, "a/text");
    EXPECT_TRUE(zip->entries[0].utf8);
    EXPECT_LT(zip->entries[0].packed_size, 100u);
    EXPECT_EQ(text_of(*read_entry(*zip, zip->entries[0])), std::string(5000, 'x'));
    EXPECT_EQ(text_of(*read_entry(*zip, zip->entries[1])), "plain");
    EXPECT_TRUE(read_entry(*zip, zip->entries[2])->empty());
}

TEST(zip, large_and_unpackable_members_survive) {
    const Bytes random = noise(3'000'000, 7), zeros(5'000'000);
    const auto file = write_zip({{"random", random, Method::deflated, {}, 6}, {"zeros", zeros, Method::deflated, {}, 9}});
    ASSERT_TRUE(file);
    const auto zip = open_zip(*file);
    ASSERT_TRUE(zip) << sentence(zip.problem());
    EXPECT_EQ(*read_entry(*zip, zip->entries[0]), random);
    EXPECT_EQ(*read_entry(*zip, zip->entries[1]), zeros);
}

TEST(zip, the_same_members_give_the_same_bytes) { EXPECT_EQ(small_zip(), small_zip()); }

TEST(zip, a_time_is_stored_as_dos_stores_it) {
    EXPECT_EQ(dos_time(2026, 4, 26, 16, 12, 57).time, 0x819C);
    EXPECT_EQ(dos_time(2026, 4, 26, 16, 12, 57).date, 0x5C9A);
}

TEST(zip, rewriting_without_edits_gives_the_same_bytes) {
    const Bytes file = small_zip();
    EXPECT_EQ(*rewrite_zip(*open_zip(file), {}), file);
}

TEST(zip, the_capture_of_a_device_is_rewritten_byte_for_byte) {
    for (const auto& path : test::fixtures("ep133", ".ppak")) {
        const Bytes file = test::load(path);
        const auto zip = open_zip(file, ppak_limits);
        ASSERT_TRUE(zip) << sentence(zip.problem());
        for (const ZipEntry& entry : zip->entries) EXPECT_TRUE(read_entry(*zip, entry)) << entry.name;
        EXPECT_EQ(*rewrite_zip(*zip, {}), file);
        EXPECT_FALSE(open_zip(file)) << "names that start with a slash need permission";
    }
}

TEST(zip, a_replaced_member_leaves_the_others_as_they_were) {
    const Bytes file = small_zip();
    const auto zip = open_zip(file);
    ZipEdits edits;
    edits.replaced[0] = {bytes_of("shorter"), std::nullopt, 6};
    const Bytes changed = *rewrite_zip(*zip, edits);
    EXPECT_EQ(text_in(changed, "a/text"), "shorter");
    const auto after = open_zip(changed);
    EXPECT_EQ(after->entries[0].time.time, zip->entries[0].time.time);
    const auto& before_b = zip->entries[1];
    const auto& after_b = after->entries[1];
    EXPECT_TRUE(std::ranges::equal(ByteView(file).subspan(before_b.local, before_b.end - before_b.local),
                                   ByteView(changed).subspan(after_b.local, after_b.end - after_b.local)));
}

TEST(zip, replacing_in_the_capture_changes_one_member_only) {
    for (const auto& path : test::fixtures("ep133", ".ppak")) {
        const Bytes file = test::load(path);
        const auto zip = open_zip(file, ppak_limits);
        ZipEdits edits;
        edits.replaced[0] = {bytes_of("another tar"), std::nullopt, 6};
        const Bytes changed = *rewrite_zip(*zip, edits);
        const auto after = open_zip(changed, ppak_limits);
        ASSERT_TRUE(after);
        EXPECT_EQ(text_of(*read_entry(*after, after->entries[0])), "another tar");
        for (std::size_t i = 1; i < zip->entries.size(); i++)
            EXPECT_TRUE(std::ranges::equal(
                ByteView(file).subspan(zip->entries[i].local, zip->entries[i].end - zip->entries[i].local),
                ByteView(changed).subspan(after->entries[i].local, after->entries[i].end - after->entries[i].local)));
    }
}

TEST(zip, members_are_added_removed_and_renamed_in_place) {
    const Bytes file = small_zip();
    ZipEdits edits;
    edits.renamed[0] = "a/name";
    edits.removed.insert(1);
    edits.added.push_back({2, {"b2", bytes_of("second"), Method::deflated, {}, 6}});
    edits.added.push_back({99, {"z", bytes_of("last"), Method::stored, {}, 6}});
    const auto changed = rewrite_zip(*open_zip(file), edits);
    ASSERT_TRUE(changed) << sentence(changed.problem());
    const auto zip = open_zip(*changed);
    std::string names;
    for (const auto& entry : zip->entries) names += entry.name + " ";
    EXPECT_EQ(names, "a/name b2 c z ");
    EXPECT_EQ(text_in(*changed, "a/name"), std::string(5000, 'x'));
    EXPECT_EQ(text_in(*changed, "b2"), "second");
    EXPECT_EQ(text_in(*changed, "z"), "last");
}

TEST(zip, an_edit_that_makes_a_clash_is_refused) {
    const Bytes file = small_zip();
    ZipEdits edits;
    edits.renamed[0] = "B";
    EXPECT_FALSE(rewrite_zip(*open_zip(file), edits));
    EXPECT_FALSE(write_zip({{"x", {}, Method::stored, {}, 6}, {"X", {}, Method::stored, {}, 6}}));
    EXPECT_FALSE(write_zip({{"../x", {}, Method::stored, {}, 6}}));
}

TEST(zip, an_empty_archive_opens) {
    const Bytes file = *write_zip({});
    EXPECT_EQ(file.size(), 22u);
    EXPECT_TRUE(open_zip(file)->entries.empty());
}
