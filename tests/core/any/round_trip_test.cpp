// Every file of the EP-133 and the OP-Z, made here and by real devices, comes back byte for byte: as bytes, and through JSON.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "any/file.h"
#include "examples.h"

using namespace groovebench;
using any::File;

namespace {

using Files = std::vector<test::NamedFile>;

void comes_back(const test::NamedFile& one, JsonDetail detail) {
    const File file(one.name, one.bytes);
    const auto json = file.json(detail);
    ASSERT_TRUE(json) << one.name << ": " << sentence(json.problem());
    const auto back = any::from_json(*json);
    ASSERT_TRUE(back) << one.name << ": " << sentence(back.problem());
    EXPECT_EQ(back->format, file.format()) << one.name;
    EXPECT_TRUE(back->bytes == one.bytes) << one.name;
}

// How many there are of each format.
using Counts = std::map<std::string_view, int>;
Counts all_come_back(const Files& files) {
    Counts counts;
    for (const auto& one : files) {
        const File file(one.name, one.bytes);
        EXPECT_TRUE(file.written() == one.bytes) << one.name;
        if (!file.format()) {
            // The one file of these disks that nobody can read: it is only kept.
            EXPECT_TRUE(one.name.ends_with("userPresets.dat")) << one.name;
            continue;
        }
        EXPECT_FALSE(file.problem()) << one.name;
        counts[file.format()->name]++;
        comes_back(one, JsonDetail::brief);
        // A whole project of an OP-Z is 9 MB of document: one of each revision stands for the rest.
        if (!one.name.ends_with(".opz")) comes_back(one, JsonDetail::full);
    }
    for (const auto& [format, count] : counts) std::cout << format << ": " << count << "\n";
    return counts;
}

Files real_opz_files(bool projects) {
    Files all;
    for (const auto& path : test::fixtures("opz", ""))
        if (path.filename() != "README.md" && (path.extension() == ".opz") == projects)
            all.push_back({path.string(), test::load(path)});
    return all;
}

}  // namespace

TEST(any_round_trip, every_file_made_here_comes_back) {
    Counts counts = all_come_back(test::all_examples());
    for (const any::Format* format : any::formats())
        if (!format->name.starts_with("octatrack")) EXPECT_GT(counts[format->name], 0) << format->name;
}

TEST(any_round_trip, every_real_archive_and_sound_of_an_ep133_comes_back_and_every_member) {
    all_come_back(test::ep133_fixtures());
}
TEST(any_round_trip, every_real_project_of_an_opz_comes_back) { all_come_back(real_opz_files(true)); }
TEST(any_round_trip, every_real_kit_setting_and_log_of_an_opz_comes_back) { all_come_back(real_opz_files(false)); }

TEST(any_round_trip, a_whole_project_of_each_revision_comes_back_through_its_full_document) {
    comes_back({"project01.opz", test::full_opz_project()}, JsonDetail::full);
    std::set<u32> seen;
    for (const auto& path : test::fixtures("opz", ".opz")) {
        const Bytes bytes = test::load(path);
        if (seen.insert(opz::revision_of(bytes)).second) comes_back({path.filename().string(), bytes}, JsonDetail::full);
    }
    std::cout << seen.size() << " revisions of real projects\n";
}
