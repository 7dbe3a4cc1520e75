#include "archive/tar.h"

#include <gtest/gtest.h>

#include "archive/zip.h"
#include "fixture_files.h"

using namespace groovebench;
using namespace groovebench::archive;

namespace {

// All project archives among the fixtures, those inside a .ppak included.
std::vector<Bytes> project_tars() {
    std::vector<Bytes> tars;
    for (const auto& path : test::fixtures("ep133", ".tar")) tars.push_back(test::load(path));
    for (const auto& path : test::fixtures("ep133", ".ppak")) {
        const Bytes file = test::load(path);
        const auto zip = open_zip(file, {4096, 1 << 28, RootNames::allowed});
        tars.push_back(*read_entry(*zip, zip->entries[0]));
    }
    return tars;
}

Bytes small_tar() {
    return *write_tar({{"pads", true, {}}, {"pads/p01", false, bytes_of("one")}, {"scenes", false, bytes_of("two")}});
}

// The offsets of the bytes that differ; all of them if the sizes do.
std::vector<std::size_t> differences(const Bytes& a, const Bytes& b) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); i++)
        if (i >= a.size() || i >= b.size() || a[i] != b[i]) found.push_back(i);
    return found;
}

}  // namespace

TEST(tar, project_archives_are_rewritten_byte_for_byte) {
    for (const Bytes& file : project_tars()) {
        const auto tar = open_tar(file);
        ASSERT_TRUE(tar) << sentence(tar.problem());
        EXPECT_GE(tar->members.size(), 50u);
        EXPECT_EQ(*rewrite_tar(*tar, {}), file);
    }
}

TEST(tar, project_archives_are_built_again_from_names_and_bytes) {
    for (const Bytes& file : project_tars()) {
        const auto tar = open_tar(file);
        std::vector<TarItem> items;
        for (const TarMember& member : tar->members) items.push_back({member.name, member.folder, tar->bytes(member)});
        sort_items(items);
        const bool old = file[100] == std::byte{0};
        EXPECT_EQ(*write_tar(items, old ? TarFamily::before_os2 : TarFamily::os2), file);
    }
}

TEST(tar, replacing_bytes_of_the_same_size_touches_them_only) {
    for (const Bytes& file : project_tars()) {
        const auto tar = open_tar(file);
        const auto* settings = find_member(*tar, "settings");
        Bytes changed(tar->bytes(*settings).begin(), tar->bytes(*settings).end());
        changed[4] ^= std::byte{1};
        TarEdits edits;
        edits.replaced[std::size_t(settings - tar->members.data())] = changed;
        EXPECT_EQ(differences(*rewrite_tar(*tar, edits), file), std::vector{std::size_t(settings->data) + 4});
    }
}

TEST(tar, another_size_changes_size_and_checksum_of_its_header) {
    const Bytes file = small_tar();
    TarEdits edits;
    edits.replaced[1] = bytes_of("other");
    const Bytes changed = *rewrite_tar(*open_tar(file), edits);
    for (const std::size_t at : differences(changed, file))
        EXPECT_TRUE((at >= 512 + 124 && at < 512 + 136) || (at >= 512 + 148 && at < 512 + 156) || (at >= 1024 && at < 1029)) << at;
    const auto tar = open_tar(changed);
    EXPECT_EQ(text_of(tar->bytes(tar->members[1])), "other");
}

TEST(tar, a_new_member_takes_its_place_by_name) {
    const Bytes file = small_tar();
    TarEdits edits;
    edits.added = {{"pads/p02", false, bytes_of("new")}};
    const auto changed = rewrite_tar(*open_tar(file), edits);
    ASSERT_TRUE(changed) << sentence(changed.problem());
    const std::vector<TarItem> whole = {{"pads", true, {}},
                                        {"pads/p01", false, bytes_of("one")},
                                        {"pads/p02", false, bytes_of("new")},
                                        {"scenes", false, bytes_of("two")}};
    EXPECT_EQ(*changed, *write_tar(whole));
    edits.added.clear();
    edits.removed = {2};
    EXPECT_EQ(*rewrite_tar(*open_tar(*changed), edits), file);
}

TEST(tar, a_new_member_of_an_old_project_has_an_old_header) {
    const Bytes file = *write_tar({{"a", false, bytes_of("1")}}, TarFamily::before_os2);
    TarEdits edits;
    edits.added = {{"b", false, bytes_of("2")}};
    EXPECT_EQ(*rewrite_tar(*open_tar(file), edits),
              *write_tar({{"a", false, bytes_of("1")}, {"b", false, bytes_of("2")}}, TarFamily::before_os2));
}

TEST(tar, names_that_the_header_cannot_hold_are_refused) {
    EXPECT_TRUE(write_tar({{std::string(100, 'a'), false, {}}}));
    EXPECT_FALSE(write_tar({{std::string(101, 'a'), false, {}}}));
    EXPECT_FALSE(write_tar({{"../a", false, {}}}));
    EXPECT_FALSE(write_tar({{"a", false, {}}, {"A", false, {}}}));
}
