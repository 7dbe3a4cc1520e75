#include "ep133/backup.h"

#include <gtest/gtest.h>

#include "../archive/fixture_files.h"
#include "ep133/fields.h"

using namespace groovebench;
using namespace groovebench::ep133;

namespace {

std::string text(const Bytes& bytes) { return std::string(text_of(bytes)); }

Bytes tone(u32 frames) { return write_sound(std::vector<i16>(frames, 1000), 1, u32(device_rate)); }

Bytes small_backup(const std::string& sound_name = "kick") {
    NewProject project;
    project.pads[0][0] = assigned_pad(700, 0, 100);
    project.scenes = {scene_of(1, 1, 1, 1)};
    const Bytes tar = *write_project(project), wav = tone(100);
    return *write_backup(
        {.meta = {.generated_at = "2026-01-02T03:04:05.678Z"}, .project = tar, .sounds = {{700, sound_name, wav}}});
}

}  // namespace

TEST(ep133_backup, a_backup_of_a_device_opens_with_its_project_sounds_and_machine) {
    for (const auto& path : test::fixtures("ep133", ".ppak")) {
        const Bytes file = test::load(path);
        const auto backup = open_backup(file);
        ASSERT_TRUE(backup) << sentence(backup.problem());
        EXPECT_EQ(backup->projects.size(), 1u);
        EXPECT_EQ(backup->sounds.size(), 4u);
        EXPECT_EQ(backup->sounds[0].slot, 700);
        EXPECT_EQ(backup->sounds[0].name, "os_001");
        for (const Problem& problem : check_backup(*backup)) ADD_FAILURE() << sentence(problem);
        EXPECT_EQ(*archive::rewrite_zip(backup->zip, {}), file);
    }
}

TEST(ep133_backup, the_meta_of_a_device_is_written_the_same_from_its_values) {
    for (const auto& path : test::fixtures("ep133", ".ppak")) {
        const Bytes file = test::load(path);
        const auto backup = open_backup(file);
        const Bytes device = *archive::read_entry(backup->zip, backup->zip.entries[*backup->meta]);
        EXPECT_EQ(text(write_meta(*open_meta(device))), text(device));
        EXPECT_EQ(text(write_meta({.generated_at = "2026-04-26T16:12:57.022Z"})), text(device));
    }
}

TEST(ep133_backup, an_edit_of_the_meta_changes_one_text_where_it_stands) {
    const std::string before = "{ \"zebra\": [1.50, {\"a\": null}],\n\"author\" :\"computer\", \"apple\": 1e0}\n";
    const ByteView bytes = bytes_of(before);
    Bytes file(bytes.begin(), bytes.end());
    ASSERT_TRUE(set_field(FileKind::meta, file, "author", {"me"}));
    EXPECT_EQ(text(file), "{ \"zebra\": [1.50, {\"a\": null}],\n\"author\" :\"me\", \"apple\": 1e0}\n");
    ASSERT_TRUE(set_field(FileKind::meta, file, "base_sku", {"TE032AS001"}));
    EXPECT_EQ(text(file),
              "{ \"zebra\": [1.50, {\"a\": null}],\n\"author\" :\"me\", \"apple\": 1e0, \"base_sku\":\"TE032AS001\"}\n");
    EXPECT_EQ(read_field(FileKind::meta, file, "zebra[1]")->json, "1.50");
    EXPECT_FALSE(set_field(FileKind::meta, file, "zebra", {"1"}));
}

TEST(ep133_backup, meta_that_is_no_object_or_too_deep_is_a_problem) {
    EXPECT_FALSE(open_meta(bytes_of("")));
    EXPECT_FALSE(open_meta(bytes_of("[1]")));
    EXPECT_FALSE(open_meta(bytes_of("{\"a\":")));
    EXPECT_FALSE(open_meta(bytes_of("{\"a\":\"\xFF\"}")));
    EXPECT_FALSE(open_meta(bytes_of("{\"a\":" + std::string(30000, '[') + std::string(30000, ']') + "}")));
    EXPECT_TRUE(open_meta(bytes_of("{\"pak_version\":\"x\",\"device_sku\":7}")));
}

TEST(ep133_backup, a_backup_of_ours_has_nothing_to_report) {
    const Bytes file = small_backup();
    const auto backup = open_backup(file);
    ASSERT_TRUE(backup);
    for (const Problem& problem : check_backup(*backup)) ADD_FAILURE() << sentence(problem);
    std::vector<std::string> names;
    for (const auto& entry : backup->zip.entries) names.push_back(entry.name);
    EXPECT_EQ(names, (std::vector<std::string>{"/projects/P01.tar", "/sounds/700 kick.wav", "/meta.json"}));
}

TEST(ep133_backup, names_count_with_a_folder_in_front_and_are_reported) {
    const Bytes tar = *write_project({.scenes = {scene_of(1, 1, 1, 1)}}), meta = write_meta({});
    const Bytes file =
        *archive::write_zip({{.name = "mine/projects/P03.tar", .bytes = tar}, {.name = "mine/meta.json", .bytes = meta}});
    const auto backup = open_backup(file);
    ASSERT_TRUE(backup);
    EXPECT_EQ(backup->projects[0].number, 3);
    const auto problems = check_backup(*backup);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].expected, "a name that begins with /");
}

TEST(ep133_backup, a_zip_without_a_project_is_refused) {
    const Bytes file = *archive::write_zip({{.name = "projects/P1.tar", .bytes = {}}});
    EXPECT_EQ(open_backup(file).problem().found, "no project");
}

TEST(ep133_backup, only_names_of_the_tools_form_are_sounds) {
    EXPECT_EQ(sound_of_name("007 a b.wav")->first, 7);
    EXPECT_EQ(sound_of_name("007 a b.wav")->second, "a b");
    EXPECT_FALSE(sound_of_name("7 a.wav"));
    EXPECT_FALSE(sound_of_name("001_a.wav"));
    EXPECT_FALSE(sound_of_name("001 a.WAV"));
    EXPECT_FALSE(sound_of_name("000 a.wav"));
}

TEST(ep133_backup, a_device_name_is_plain_short_and_lower_case) {
    EXPECT_EQ(device_name("Kick Drum.wav"), "kick drum");
    EXPECT_EQ(device_name("Caf\xC3\xA9 \xC3\x9C"
                          "ber.aif"),
              "cafe uber");
    EXPECT_EQ(device_name("e\xCC\x81tude.wav"), "etude");
    EXPECT_EQ(device_name("a\"b\\c/d \xE6\x97\xA5.wav"), "abcd ?");
    EXPECT_EQ(device_name("a name that is much too long.wav"), "a name that is m");
    EXPECT_EQ(device_name("\xFF\xC3.wav"), "??");
}

TEST(ep133_backup, every_cut_and_every_changed_byte_is_survived) {
    const Bytes whole = small_backup();
    for (std::size_t at = 0; at < whole.size(); at += 97) {
        Bytes file = whole;
        file[at] ^= std::byte(0x41);
        if (const auto backup = open_backup(file)) check_backup(*backup);
        if (const auto backup = open_backup(ByteView(whole).first(at))) check_backup(*backup);
    }
    EXPECT_TRUE(open_backup(whole));
}
