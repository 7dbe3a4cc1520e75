#include <gtest/gtest.h>

#include <algorithm>

#include "../archive/fixture_files.h"
#include "archive/zip.h"
#include "demo/demo_card.h"
#include "octatrack/blank.h"
#include "octatrack/health.h"
#include "octatrack/sample_settings.h"
#include "schema/walk.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

Bytes committed_card() { return test::load(test::checkout() / "assets" / "demo_card.zip"); }

}  // namespace

TEST(demo_card, made_anew_it_is_the_committed_file_byte_for_byte) {
    const auto card = demo::demo_card();
    ASSERT_TRUE(card);
    EXPECT_TRUE(*card == committed_card()) << card->size() << " bytes made; run ninja make_demo_card if the change is meant";
    EXPECT_LT(card->size(), 1500000u);
}

TEST(demo_card, every_file_opens_sealed_and_within_the_ranges_of_the_reference) {
    const Bytes card = committed_card();
    const auto zip = archive::open_zip(card);
    ASSERT_TRUE(zip);
    int banks = 0;
    for (const archive::ZipEntry& entry : zip->entries) {
        const Bytes file = *archive::read_entry(*zip, entry);
        if (entry.name.ends_with(".wav") || entry.name.ends_with("project.work")) continue;
        const Schema& kind = file.size() == sizeof(Bank)          ? schema<Bank>
                             : file.size() == sizeof(Markers)     ? schema<Markers>
                             : file.size() == sizeof(Arrangement) ? schema<Arrangement>
                                                                  : schema<SampleSettings>;
        ASSERT_EQ(file.size(), kind.size) << entry.name;
        EXPECT_FALSE(checksum_problem(file)) << entry.name;
        for (const Problem& problem : validate(kind, file)) ADD_FAILURE() << entry.name << " " << sentence(problem);
        banks += file.size() == sizeof(Bank) && open_bank(file);
    }
    EXPECT_EQ(banks, 32);
}

TEST(demo_card, one_sample_is_missing_and_one_part_unsaved) {
    const Bytes card = committed_card();
    const auto zip = archive::open_zip(card);
    std::string lines;
    for (const std::string project_folder : {"DEMO_SET/NIGHT_DRIVE/", "DEMO_SET/SLOW_TIDE/"}) {
        const auto read = [&](const char* name) {
            return *archive::read_entry(*zip, *archive::find_entry(*zip, project_folder + name));
        };
        const Bytes text = read("project.work"), markers = read("markers.work"), bank = read("bank01.work");
        const auto project = open_project(text);
        EXPECT_TRUE(project->findings.empty());
        const auto find = [&](std::string_view path) {
            const auto* entry = archive::find_entry(*zip, "DEMO_SET/" + std::string(path.substr(3)));
            return entry ? SampleState::here : SampleState::missing;
        };
        for (const HealthLine& line : project_health({&*project, find, *open_markers(markers), {}, {{0, *open_bank(bank)}}}))
            if (line.level != HealthLevel::ok) lines += line.title + ": " + line.detail + "\n";
    }
    EXPECT_EQ(lines, "1 part unsaved: Bank A part 2 BREAK differs from its saved copy\n1 sample missing: F009 ride_dark.wav\n");
}
