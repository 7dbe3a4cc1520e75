// Tars that lie, and tolerable ones of other writers.
#include <gtest/gtest.h>

#include <cstring>

#include "archive/tar.h"
#include "archive/tar_layout.h"

using namespace groovebench;
using namespace groovebench::archive;

namespace {

// A tar of one file, its header changed and sealed again.
template <class Change>
Bytes crafted(Change change) {
    Bytes file = *write_tar({{"pads", true, {}}, {"pads/p01", false, bytes_of("hello")}});
    auto& header = *overlay<TarHeader>(file, 512);
    change(header);
    std::snprintf(header.checksum, sizeof header.checksum, "%06o", unsigned(checksum_of(header)));
    header.checksum[7] = ' ';
    return file;
}

std::string said(const Bytes& file) {
    const auto tar = open_tar(file);
    return tar ? "fine" : sentence(tar.problem());
}

std::string with_name(std::string_view name) {
    return said(crafted([&](TarHeader& header) {
        std::memset(header.name, 0, sizeof header.name);
        std::memcpy(header.name, name.data(), name.size());
    }));
}

std::string with_size(std::string_view field) {
    return said(crafted([&](TarHeader& header) {
        std::memset(header.size, 0, sizeof header.size);
        std::memcpy(header.size, field.data(), field.size());
    }));
}

std::string with_type(char type) {
    return said(crafted([&](TarHeader& header) { header.type = type; }));
}

}  // namespace

TEST(tolerant_tar, other_ways_to_write_a_number_are_read) {
    EXPECT_EQ(with_size("5"), "fine");
    EXPECT_EQ(with_size("00000000005"), "fine");
    EXPECT_EQ(with_size("         5 "), "fine");
    EXPECT_EQ(with_type(0), "fine");
}

TEST(tolerant_tar, ustar_headers_dots_in_front_and_slashes_behind_are_taken) {
    const Bytes file = crafted([](TarHeader& header) {
        std::memcpy(header.ustar, "ustar\00000", 8);
        std::memcpy(header.name, "./pads/p02/", 11);
        std::memcpy(header.size, "00000000000", 12);
        header.type = '5';
    });
    Bytes whole(file.begin(), file.begin() + 1024);
    whole.resize(10240);
    ASSERT_EQ(said(whole), "fine");
    EXPECT_EQ(open_tar(whole)->members[1].name, "pads/p02");
    EXPECT_EQ(*rewrite_tar(*open_tar(whole), {}), whole);
}

TEST(tolerant_tar, a_number_keeps_its_style_when_it_changes) {
    const Bytes file = crafted([](TarHeader& header) { std::memcpy(header.size, "00000000005", 12); });
    TarEdits edits;
    edits.replaced[1] = bytes_of("hello world");
    const Bytes changed = *rewrite_tar(*open_tar(file), edits);
    const auto& header = *overlay<TarHeader>(changed, 512);
    EXPECT_EQ(std::string_view(header.size), "00000000013");
    EXPECT_EQ(header.checksum[0], '0');
    EXPECT_EQ(header.checksum[7], ' ');
}

TEST(hostile_tar, names_that_leave_their_folder_are_refused) {
    EXPECT_EQ(with_name("pads/p02"), "fine");
    for (const char* name : {"", "../p01", "pads/../p01", "/pads/p01", "C:p01", "pads\\p01", "pads//p01", "pads/p01/"})
        EXPECT_NE(with_name(name), "fine") << name;
    EXPECT_NE(with_name(std::string_view("pads/p01\0x", 10)), "fine");
}

TEST(hostile_tar, a_name_that_is_taken_is_refused) {
    EXPECT_NE(with_name("pads"), "fine");
    EXPECT_NE(with_name("PADS"), "fine");
}

TEST(hostile_tar, sizes_that_are_negative_base_256_or_too_large_are_refused) {
    EXPECT_EQ(with_size("-5"), "pads/p01: at 0x27C: expected a size in octal digits, found another form");
    EXPECT_NE(with_size("\x80\0\0\0\0\0\0\0\0\0\0\x05"), "fine");
    EXPECT_NE(with_size("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFB"), "fine");
    EXPECT_NE(with_size("777777777777"), "fine");
    EXPECT_NE(with_size("5 5"), "fine");
    EXPECT_NE(with_size("8"), "fine");
}

TEST(hostile_tar, links_devices_and_long_name_chains_are_unsupported) {
    for (const char type : {'1', '2', '3', '4', '6', '7', 'L', 'K', 'x', 'g', 'S', 'V'}) EXPECT_NE(with_type(type), "fine") << type;
    EXPECT_NE(with_type('5'), "fine") << "a folder with bytes";
}

TEST(hostile_tar, a_prefix_that_would_lengthen_the_name_is_unsupported) {
    const Bytes file = crafted([](TarHeader& header) {
        std::memcpy(header.ustar, "ustar\00000", 8);
        std::memcpy(header.prefix, "elsewhere", 9);
    });
    EXPECT_EQ(open_tar(file).problem().found, "a ustar prefix");
}

TEST(hostile_tar, a_wrong_checksum_is_told_with_the_right_one) {
    Bytes file = *write_tar({{"a", false, bytes_of("hello")}});
    file[0] = std::byte{'b'};
    EXPECT_FALSE(open_tar(file));
    EXPECT_EQ(open_tar(file).problem().offset, 148u);
}

TEST(hostile_tar, a_file_that_is_cut_or_has_more_behind_it_is_refused) {
    Bytes file = *write_tar({{"a", false, bytes_of("hello")}});
    for (std::size_t size = 0; size < 1536; size++) EXPECT_FALSE(open_tar(ByteView(file).first(size))) << size;
    file.back() = std::byte{1};
    EXPECT_EQ(open_tar(file).problem().expected, "zeros to the end of the file");
}

TEST(hostile_tar, limits_are_absolute) {
    const Bytes file = *write_tar({{"a", false, bytes_of("1")}, {"b", false, bytes_of("2")}});
    EXPECT_TRUE(open_tar(file, {2, file.size()}));
    EXPECT_FALSE(open_tar(file, {1, file.size()}));
    EXPECT_FALSE(open_tar(file, {2, file.size() - 1}));
}
