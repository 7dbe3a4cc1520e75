// What ep133.md says in numbers of the ZIP, the TAR, meta.json and the sounds, found again in the files of real devices.
#include <gtest/gtest.h>

#include "archive/tar_layout.h"
#include "archive/zip_layout.h"
#include "ep133_files.h"

using namespace groovebench;
using namespace groovebench::ep133;
using namespace groovebench::archive;

namespace {

std::vector<std::pair<std::string, Bytes>> captures() {
    std::vector<std::pair<std::string, Bytes>> all;
    for (const auto& path : test::fixtures("ep133", ".ppak")) all.emplace_back(path.filename().string(), test::load(path));
    return all;
}

std::string_view field(const char* at, std::size_t size) { return {at, size}; }
bool is_zero(std::string_view text) { return text.find_first_not_of('\0') == text.npos; }

// "2076\0   ": digits without zeros in front, one NUL, spaces.
void expect_checksum(std::string_view text) {
    const auto digits = text.find_first_not_of("01234567");
    ASSERT_TRUE(digits > 0 && digits < 8 && text[0] != '0');
    EXPECT_EQ(text[digits], '\0');
    for (const char c : text.substr(digits + 1)) EXPECT_EQ(c, ' ');
}

void expect_v7(const TarHeader& header, bool folder, bool since_os2) {
    const char* bytes = reinterpret_cast<const char*>(&header);
    EXPECT_TRUE(is_zero(field(bytes + 108, 16))) << "uid, gid";
    EXPECT_TRUE(is_zero(field(bytes + 136, 12))) << "mtime";
    EXPECT_TRUE(is_zero(field(bytes + 257, 255)));
    EXPECT_EQ(header.type, folder ? '5' : '0');
    EXPECT_EQ(field(header.mode, 8),
              since_os2 ? field(folder ? "0000755\0" : "0000644\0", 8) : std::string_view("\0\0\0\0\0\0\0\0", 8));
    const std::string_view size = field(header.size, 12);
    EXPECT_TRUE(folder ? is_zero(size) : size[0] != '0' && is_zero(size.substr(size.find_first_not_of("01234567"))));
    expect_checksum(field(header.checksum, 8));
}

}  // namespace

TEST(ep133_claims, the_archive_of_a_capture_is_packed_as_the_reference_says) {
    for (const auto& [name, file] : captures()) {
        const auto zip = *open_zip(file, {.root = RootNames::allowed});
        std::vector<std::string> names;
        for (const ZipEntry& entry : zip.entries) {
            names.push_back(entry.name);
            const auto& record = *overlay<DirectoryRecord>(file, std::size_t(entry.directory));
            EXPECT_EQ(u16(record.method), 8);
            EXPECT_EQ(u16(record.flags), 0x0808);
            EXPECT_EQ(u16(record.made_by), 20);  // 2.0, DOS
            EXPECT_EQ(u16(record.needed), 20);
            EXPECT_EQ(u32(record.external), 0u);
            const std::size_t extra = std::size_t(entry.directory) + sizeof record + entry.name.size();
            EXPECT_EQ(u16(*overlay<le16>(file, extra)), 0x5455);
            EXPECT_EQ(u16(*overlay<le16>(file, extra + 2)), 5);
            EXPECT_EQ(u16(*overlay<le16>(file, extra + 9)), 0x000A);
            EXPECT_FALSE(entry.folder);
        }
        EXPECT_EQ(names, (std::vector<std::string>{"/projects/P01.tar", "/sounds/700 os_001.wav", "/sounds/701 os_002.wav",
                                                   "/sounds/702 os_003.wav", "/sounds/703 os_005.wav", "/meta.json"}));
        EXPECT_FALSE(zip.end64);
        EXPECT_EQ(zip.end + sizeof(EndRecord), file.size()) << "no comment";
    }
}

TEST(ep133_claims, the_meta_of_a_capture_has_the_values_of_the_reference) {
    for (const auto& [name, file] : captures()) {
        const auto contents = *Contents::open(FileKind::backup, file);
        const Bytes bytes = *contents.bytes(*contents.at_path("meta.json"));
        EXPECT_EQ(bytes.back(), std::byte('}')) << "no final newline";
        EXPECT_NE(text_of(bytes).find("{\n  \"info\": "), std::string_view::npos) << "two spaces";
        const Meta meta = *open_meta(bytes);
        EXPECT_EQ(meta.pak_version, 1);
        for (const auto& [found, expected] : {std::pair{meta.info, "teenage engineering - pak file"},
                                              {meta.pak_type, "project"},
                                              {meta.pak_release, "1.2.0"},
                                              {meta.device_name, "EP-133"},
                                              {meta.device_sku, "TE032AS001"},
                                              {meta.device_version, "2.0.5"},
                                              {meta.generated_at, "2026-04-26T16:12:57.022Z"},
                                              {meta.author, "computer"},
                                              {*meta.base_sku, "TE032AS001"}})
            EXPECT_EQ(found, expected);
    }
}

TEST(ep133_claims, the_tars_of_devices_are_plain_v7_sorted_and_end_after_two_blocks) {
    for (const auto& [name, file] : test::real_projects()) {
        const auto tar = *open_tar(file);
        std::vector<std::string> folders;
        for (const TarMember& member : tar.members) {
            expect_v7(*overlay<TarHeader>(file, std::size_t(member.header)), member.folder, name.ends_with(".ppak"));
            if (member.folder) folders.push_back(member.name);
        }
        EXPECT_TRUE(std::ranges::is_sorted(tar.members, {}, &TarMember::name)) << name;
        EXPECT_EQ(folders, (std::vector<std::string>{"pads", "pads/a", "pads/b", "pads/c", "pads/d", "patterns"})) << name;
        EXPECT_EQ(tar.end + 1024, file.size()) << name;
        for (std::size_t i = std::size_t(tar.end); i < file.size(); i++) ASSERT_EQ(file[i], std::byte(0)) << name;
    }
}

TEST(ep133_claims, chunks_of_sounds_stand_where_the_reference_says) {
    for (const auto& [name, file] : test::ep133_fixtures()) {
        if (!name.ends_with(".wav")) continue;
        const std::string_view text = text_of(file);
        for (const auto& [at, id, size] : {std::tuple{12u, "fmt ", 16u}, {36u, "smpl", 36u}, {80u, "LIST", 176u}}) {
            EXPECT_EQ(text.substr(at, 4), id) << name;
            EXPECT_EQ(u32(*overlay<le32>(file, at + 4)), size) << name;
        }
        EXPECT_EQ(text.substr(88, 8), "INFOTNGE") << name;
        EXPECT_EQ(u32(*overlay<le32>(file, 96)), 164u);
        EXPECT_EQ(text.substr(264, 4), "data") << name;
        EXPECT_EQ(*overlay<le32>(file, 268) + 272u, file.size()) << name;
        EXPECT_EQ(text.substr(100, 164),
                  "{\"sound.playmode\":\"oneshot\",\"sound.rootnote\":60,\"sound.pitch\":0,\"sound.pan\":0,\"sound.amplitude\":100,"
                  "\"envelope.attack\":0,\"envelope.release\":255,\"time.mode\":\"off\"}" +
                      std::string(3, '\0'))
            << name;
        const auto& sampler = *overlay<SamplerChunk>(file, 44);
        EXPECT_EQ(u32(sampler.unity_note), 60u);
        EXPECT_EQ(sampler.manufacturer + sampler.product + sampler.period + sampler.pitch_fraction + sampler.loops, 0u);
        const auto sound = *open_sound(file);
        const bool of_the_tool = name.find("kick_46875_mono") != name.npos;
        EXPECT_EQ(sound.rate, of_the_tool ? 46875u : 44100u) << name;
        EXPECT_EQ(sound.channels, of_the_tool ? 1 : 2) << name;
    }
}
