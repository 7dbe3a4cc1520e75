// Archives that lie, and honest ones of rarer forms that must open all the same.
#include <gtest/gtest.h>

#include <algorithm>

#include "archive/zip.h"
#include "archive/zip_layout.h"

using namespace groovebench;
using namespace groovebench::archive;

namespace {

// An archive of one or two stored members, and where its records are, to be bent out of shape.
struct Crafted {
    Bytes file;
    Zip zip;
    explicit Crafted(std::vector<ZipMember> members = {{"ab/cd", bytes_of("hello"), Method::stored, {}, 6}})
        : file(*write_zip(members)), zip(*open_zip(file)) {}

    LocalRecord& local(std::size_t i = 0) { return *overlay<LocalRecord>(file, std::size_t(zip.entries[i].local)); }
    DirectoryRecord& directory(std::size_t i = 0) { return *overlay<DirectoryRecord>(file, std::size_t(zip.entries[i].directory)); }
    EndRecord& end() { return *overlay<EndRecord>(file, std::size_t(zip.end)); }
    void name(std::size_t i, std::string_view text) {
        std::ranges::copy(bytes_of(text), file.begin() + std::ptrdiff_t(zip.entries[i].local + sizeof(LocalRecord)));
        std::ranges::copy(bytes_of(text), file.begin() + std::ptrdiff_t(zip.entries[i].directory + sizeof(DirectoryRecord)));
    }
    // What is said about it; "fine" if it opens.
    std::string said(const ZipLimits& limits = {}) const {
        const auto opened = open_zip(file, limits);
        return opened ? "fine" : sentence(opened.problem());
    }
    bool refused(Cause cause = Cause::broken) const {
        const auto opened = open_zip(file);
        return !opened && opened.problem().offset != Problem::nowhere && opened.problem().cause == cause;
    }
};

template <class T>
void put_record(Bytes& out, const T& record) {
    const ByteView bytes = std::as_bytes(std::span(&record, 1));
    out.insert(out.end(), bytes.begin(), bytes.end());
}

void put_wide(Bytes& extra, std::initializer_list<u64> values) {
    ExtraHeader header;
    header.id = extra_zip64;
    header.size = u16(8 * values.size());
    put_record(extra, header);
    for (const u64 value : values) {
        le64 wide;
        wide = value;
        put_record(extra, wide);
    }
}

// An honest archive that uses zip64 for everything though nothing is large, with a data descriptor.
Bytes wide_zip() {
    const Bytes plain = *write_zip({{"big", bytes_of("hello"), Method::stored, {}, 6}});
    const u32 crc = open_zip(plain)->entries[0].crc;
    Bytes file, extra;
    LocalRecord local = *overlay<LocalRecord>(plain);
    local.flags = flag_descriptor;
    local.crc = local.size = local.packed = 0;
    put_record(file, local);
    for (const std::byte b : bytes_of("bighello")) file.push_back(b);
    le32 word;
    put_record(file, word = descriptor_signature);
    put_record(file, word = crc);
    le64 wide;
    put_record(file, wide = 5);
    put_record(file, wide = 5);
    const u64 directory_at = file.size();
    DirectoryRecord directory = *overlay<DirectoryRecord>(plain, std::size_t(open_zip(plain)->directory));
    directory.flags = flag_descriptor;
    directory.size = directory.packed = directory.local = 0xFFFFFFFF;
    put_wide(extra, {5, 5, 0});
    directory.extra = u16(extra.size());
    put_record(file, directory);
    for (const std::byte b : bytes_of("big")) file.push_back(b);
    file.insert(file.end(), extra.begin(), extra.end());
    End64Record end64{};
    end64.signature = end64_signature;
    end64.rest = sizeof end64 - 12;
    end64.disk_entries = end64.entries = 1;
    end64.directory = directory_at;
    end64.directory_size = file.size() - directory_at;
    Locator64 locator{};
    locator.signature = locator64_signature;
    locator.end64 = file.size();
    locator.disks = 1;
    EndRecord end{};
    end.signature = end_signature;
    end.disk_entries = end.entries = 0xFFFF;
    end.directory = end.directory_size = 0xFFFFFFFF;
    put_record(file, end64);
    put_record(file, locator);
    put_record(file, end);
    return file;
}

}  // namespace

TEST(hostile_zip, names_that_leave_their_folder_are_refused) {
    for (const char* name : {"../cd", "ab/..", "C:/cd", "ab\\cd", "/b/cd", "ab//d", "./bcd", "ab/./"}) {
        Crafted zip;
        zip.name(0, name);
        EXPECT_TRUE(zip.refused()) << name;
    }
    Crafted nul;
    nul.name(0, std::string_view("ab\0cd", 5));
    EXPECT_TRUE(nul.refused());
}

TEST(hostile_zip, the_sentence_says_where_and_what) {
    Crafted zip;
    zip.name(0, "../cd");
    EXPECT_EQ(zip.said(), "../cd: at 0x56: expected a name that stays in its folder, found ../cd");
}

TEST(hostile_zip, duplicates_and_twins_in_case_are_refused) {
    for (const char* name : {"a", "A"}) {
        Crafted zip({{"a", bytes_of("1"), Method::stored, {}, 6}, {"b", bytes_of("2"), Method::stored, {}, 6}});
        zip.name(1, name);
        EXPECT_TRUE(zip.refused()) << name;
    }
}

TEST(hostile_zip, a_name_that_claims_to_be_utf8_must_be) {
    Crafted zip;
    zip.name(0, "ab/\xFF\xFE");
    EXPECT_TRUE(zip.refused());
    zip.directory().flags = zip.local().flags = 0;
    EXPECT_EQ(zip.said(), "fine");
}

TEST(hostile_zip, links_and_devices_are_refused) {
    Crafted zip;
    zip.directory().made_by = 3 << 8 | 20;
    zip.directory().external = 0100644u << 16;
    EXPECT_EQ(zip.said(), "fine");
    for (const u32 mode : {0120777u, 0020644u, 0010644u}) {
        zip.directory().external = mode << 16;
        EXPECT_TRUE(zip.refused(Cause::unsupported)) << mode;
    }
}

TEST(hostile_zip, encryption_patches_and_other_methods_are_unsupported) {
    for (const u16 flag : {flag_encrypted, flag_strong, flag_masked, flag_patch}) {
        Crafted zip;
        zip.directory().flags = zip.local().flags = flag;
        EXPECT_TRUE(zip.refused(Cause::unsupported)) << flag;
    }
    Crafted zip;
    zip.directory().method = zip.local().method = 12;
    EXPECT_EQ(zip.said(), "ab/cd: at 0x32: expected method 0 (stored) or 8 (deflate), found method 12");
}

TEST(hostile_zip, several_disks_are_unsupported) {
    Crafted zip;
    zip.end().disk = 1;
    EXPECT_TRUE(zip.refused(Cause::unsupported));
    zip.end().disk = 0;
    zip.directory().disk = 1;
    EXPECT_TRUE(zip.refused(Cause::unsupported));
}

TEST(hostile_zip, sizes_that_disagree_are_refused) {
    Crafted one, two, three;
    one.directory().size = one.directory().packed = 4;
    EXPECT_TRUE(one.refused());
    two.directory().size = two.local().size = 6;
    EXPECT_TRUE(two.refused());
    three.directory().size = three.directory().packed = three.local().size = three.local().packed = 5000;
    EXPECT_TRUE(three.refused());
}

TEST(hostile_zip, a_wrong_checksum_is_found_when_the_member_is_read) {
    Crafted zip;
    zip.directory().crc = zip.local().crc = 1;
    const auto opened = open_zip(zip.file);
    EXPECT_EQ(read_entry(*opened, opened->entries[0]).problem().expected, "CRC 00000001");
    zip.directory().crc = 2;
    EXPECT_TRUE(zip.refused());
}

TEST(hostile_zip, unpacking_never_gives_more_than_was_said) {
    const Bytes zeros(10000);
    for (const u32 size : {9999u, 10001u}) {
        Crafted zip({{"z", zeros, Method::deflated, {}, 6}});
        zip.directory().size = zip.local().size = size;
        const auto opened = open_zip(zip.file);
        ASSERT_TRUE(opened);
        EXPECT_FALSE(read_entry(*opened, opened->entries[0]));
    }
    Crafted impossible({{"z", zeros, Method::deflated, {}, 6}});
    impossible.directory().size = impossible.local().size = 100'000'000;
    EXPECT_TRUE(impossible.refused());
}

TEST(hostile_zip, members_that_share_bytes_are_refused) {
    const Bytes inner = *write_zip({{"b", bytes_of("inside"), Method::stored, {}, 6}});
    Crafted zip({{"a", ByteView(inner).first(37), Method::stored, {}, 6}, {"b", bytes_of("inside"), Method::stored, {}, 6}});
    EXPECT_EQ(zip.said(), "fine");
    zip.directory(1).local = 31;
    EXPECT_EQ(zip.said(), "b: at 0x1F: expected a start at or after 0x44, found bytes shared with a");
}

TEST(hostile_zip, limits_are_absolute) {
    const Bytes zeros(100'000);
    Crafted zip({{"a", zeros, Method::deflated, {}, 6}, {"b", zeros, Method::deflated, {}, 6}});
    EXPECT_EQ(zip.said({2, 200'000, RootNames::refused}), "fine");
    EXPECT_NE(zip.said({1, 200'000, RootNames::refused}), "fine");
    EXPECT_NE(zip.said({2, 199'999, RootNames::refused}), "fine");
}

TEST(hostile_zip, a_file_that_is_cut_or_has_more_behind_it_is_refused) {
    Crafted zip;
    for (std::size_t size = 0; size < zip.file.size(); size++) EXPECT_FALSE(open_zip(ByteView(zip.file).first(size))) << size;
    zip.file.push_back(std::byte{0});
    EXPECT_TRUE(zip.refused());
}

TEST(hostile_zip, two_end_records_are_one_too_many) {
    const Bytes plain = Crafted().file;
    Bytes file = plain;
    file.insert(file.end(), plain.end() - 22, plain.end());
    overlay<EndRecord>(file, plain.size() - 22)->comment = 22;
    EXPECT_EQ(open_zip(file).problem().expected, "one end record");
}

TEST(hostile_zip, counts_that_lie_are_refused) {
    Crafted more, fewer, far;
    more.end().entries = more.end().disk_entries = 2;
    EXPECT_TRUE(more.refused());
    fewer.end().entries = fewer.end().disk_entries = 0;
    EXPECT_TRUE(fewer.refused());
    far.end().directory = 0x7FFFFFFF;
    EXPECT_TRUE(far.refused());
}

TEST(zip64, an_honest_archive_opens_and_is_rewritten_byte_for_byte) {
    const Bytes file = wide_zip();
    const auto zip = open_zip(file);
    ASSERT_TRUE(zip) << sentence(zip.problem());
    EXPECT_EQ(text_of(*read_entry(*zip, zip->entries[0])), "hello");
    EXPECT_EQ(*rewrite_zip(*zip, {}), file);
}

TEST(zip64, members_can_be_added_in_front_replaced_and_renamed) {
    const Bytes file = wide_zip();
    ZipEdits edits;
    edits.added.push_back({0, {"first", bytes_of("1"), Method::stored, {}, 6}});
    edits.renamed[0] = "bigger";
    const auto renamed = rewrite_zip(*open_zip(file), edits);
    ASSERT_TRUE(renamed) << sentence(renamed.problem());
    auto zip = open_zip(*renamed);
    EXPECT_EQ(text_of(*read_entry(*zip, *find_entry(*zip, "bigger"))), "hello");
    ZipEdits replace;
    replace.replaced[1] = {bytes_of("other"), std::nullopt, 6};
    const auto replaced = rewrite_zip(*zip, replace);
    ASSERT_TRUE(replaced) << sentence(replaced.problem());
    zip = open_zip(*replaced);
    EXPECT_EQ(text_of(*read_entry(*zip, *find_entry(*zip, "bigger"))), "other");
}

TEST(zip64, numbers_that_lie_are_refused) {
    const Bytes file = wide_zip();
    const auto zip = open_zip(file);
    const auto refused_with = [&](auto change) {
        Bytes bent = file;
        change(bent);
        return !open_zip(bent);
    };
    const std::size_t end64 = std::size_t(*zip->end64), locator = std::size_t(zip->end) - 20, record = std::size_t(zip->directory);
    EXPECT_TRUE(refused_with([&](Bytes& bent) { overlay<Locator64>(bent, locator)->end64 = u64(-1); }));
    EXPECT_TRUE(refused_with([&](Bytes& bent) { overlay<Locator64>(bent, locator)->signature = 0; }));
    EXPECT_TRUE(refused_with([&](Bytes& bent) { overlay<End64Record>(bent, end64)->entries = u64(-1); }));
    EXPECT_TRUE(refused_with([&](Bytes& bent) { overlay<End64Record>(bent, end64)->directory = u64(-10); }));
    EXPECT_TRUE(refused_with([&](Bytes& bent) { overlay<End64Record>(bent, end64)->directory_size = u64(-10); }));
    EXPECT_TRUE(refused_with([&](Bytes& bent) { overlay<EndRecord>(bent, std::size_t(zip->end))->directory = 7; }));
    EXPECT_TRUE(refused_with([&](Bytes& bent) { overlay<ExtraHeader>(bent, record + 49)->size = 8; }));
    EXPECT_TRUE(refused_with([&](Bytes& bent) { *overlay<le64>(bent, record + 53) = u64(1) << 40; }));
    EXPECT_TRUE(refused_with([&](Bytes& bent) { *overlay<le64>(bent, record + 69) = u64(-1); }));
}

TEST(zip_descriptor, one_that_contradicts_the_directory_is_refused) {
    Bytes file = wide_zip();
    *overlay<le32>(file, 38 + 4) = 1;
    EXPECT_EQ(open_zip(file).problem().expected, "CRC and sizes of the directory again");
}
