// The works about the disk of an OP-Z, called as the page calls them; and what goes between the workshop and the application.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "messages/disk.h"
#include "opz_files.h"
#include "workshop/workshop.h"

using namespace groovebench;
using nlohmann::ordered_json;

namespace {

// Of the disk of the tests, no file read.
app::DiskOrder order_of(const std::map<std::string, Bytes>& disk) {
    app::DiskOrder order;
    for (const auto& [path, bytes] : disk) {
        order.files.push_back({path, bytes.size()});
        if (const auto* project = path.ends_with(".opz") ? overlay<opz::Project>(bytes) : nullptr)
            order.projects.push_back({path, opz::plugs_of(*project)});
    }
    return order;
}

app::DiskTold told_of(const std::map<std::string, Bytes>& disk) {
    app::Workshop workshop;
    return *app::disk_told(workshop.perform("opz_disk", json_of(order_of(disk)), {}).json);
}

const app::DiskTold::Use* use_of(const app::DiskTold::Project& project, std::string_view track, std::string_view name) {
    for (const auto& use : project.uses)
        if (use.track == track && use.name == name) return &use;
    return nullptr;
}

}  // namespace

TEST(disk_desk, tells_uses_by_track_from_names_and_plugs_alone) {
    const auto told = told_of(an_opz_disk());
    ASSERT_EQ(told.projects.size(), 2u);
    EXPECT_EQ(told.projects[0].number, 1);
    const auto* here = use_of(told.projects[0], "kick", "kick.aif");
    ASSERT_NE(here, nullptr);
    EXPECT_EQ(here->path, kick);
    EXPECT_EQ(here->patterns, "pattern 4");
    EXPECT_EQ(here->state, opz::PlugState::here);
    const auto* rest = use_of(told.projects[0], "kick", "AlainKicks.aif");
    ASSERT_NE(rest, nullptr);
    EXPECT_EQ(rest->patterns, "patterns 1 to 3, 5 to 16");
    EXPECT_EQ(use_of(told.projects[1], "kick", "AlainKicks.aif")->patterns, "all patterns");
    EXPECT_EQ(use_of(told.projects[0], "tape", "tape"), nullptr) << "nothing to choose there";
    ASSERT_EQ(told.kits.size(), 3u);
    EXPECT_EQ(told.used_space, kit_of(1000).size() + kit_of(2000, 1000).size());
    ASSERT_EQ(told.problems.size(), 1u);
    EXPECT_EQ(told.problems[0].file, song);
}

TEST(disk_desk, kits_that_crowd_a_disk_are_told_by_their_sizes_alone) {
    auto order = order_of(an_opz_disk());
    order.files.push_back({"samplepacks/1-kick/01/second.aif", u64(25) << 20});
    app::Workshop workshop;
    const auto told = *app::disk_told(workshop.perform("opz_disk", json_of(order), {}).json);
    std::string words;
    for (const Problem& problem : told.problems) words += sentence(problem) + "\n";
    EXPECT_NE(words.find("one kit a slot"), words.npos) << words;
    EXPECT_NE(words.find("at most 24.0 MB"), words.npos) << words;
}

TEST(disk_desk, a_bundle_is_not_made_of_files_that_were_not_read) {
    const auto disk = an_opz_disk();
    auto order = order_of(disk);
    order.project = song;
    app::Workshop workshop;
    EXPECT_NE(workshop.perform("bundle_begin", json_of(order), {}).refusal, "") << "not even the project is there";
    for (auto& file : order.files) file.given = file.path == song;
    const auto begun = ordered_json::parse(workshop.perform("bundle_begin", json_of(order), disk.at(song)).json);
    EXPECT_EQ(begun["needed"], ordered_json::array({kick}));
    EXPECT_TRUE(workshop.perform("bundle_step", "{}", {}).refusal.starts_with(kick));
    EXPECT_EQ(workshop.perform("bundle_sound", ordered_json{{"path", kick}}.dump(), disk.at(kick)).refusal, "");
    EXPECT_EQ(workshop.perform("bundle_step", "{}", {}).refusal, "");
    EXPECT_GT(workshop.perform("bundle_end", "{}", {}).bytes.size(), 1000u);
    EXPECT_NE(workshop.perform("bundle_end", "{}", {}).refusal, "") << "once";
}

TEST(disk_desk, works_and_orders_that_are_no_sense_are_refused) {
    app::Workshop workshop;
    for (const char* work : {"opz_disk", "bundle_begin", "bundle_needed"})
        for (const char* text : {"", "[]", "7"}) EXPECT_NE(workshop.perform(work, text, {}).refusal, "") << work << text;
    for (const char* work : {"bundle_sound", "bundle_step", "bundle_end", "bundle_plan", "bundle_take", "bundle_dance"})
        EXPECT_NE(workshop.perform(work, "{}", {}).refusal, "") << work;
    const char* lying = R"({"project":"p","files":[{"path":"p","size":99999999999,"given":true}]})";
    EXPECT_NE(workshop.perform("bundle_begin", lying, Bytes(3)).refusal, "");
}

TEST(disk_messages, come_out_as_they_went_in) {
    app::DiskOrder order = order_of(an_opz_disk());
    order.project = "ä", order.number = 7, order.replace = true, order.files[0].given = true;
    EXPECT_TRUE(*app::disk_order(json_of(order)) == order);
    const auto told = told_of(an_opz_disk());
    EXPECT_EQ(json_of(*app::disk_told(json_of(told))), json_of(told));
    app::BundleTold plan{.project = "p", .kits = {{"a", "b", 5, true, true}}, .files = {{"f", 9}}, .lines = {"l"}};
    EXPECT_EQ(json_of(*app::bundle_told(json_of(plan))), json_of(plan));
    app::KitTold kit{.frames = 5, .slices = {{1, 2, true, "+2"}}};
    EXPECT_EQ(json_of(*app::kit_told(json_of(kit))), json_of(kit));
}
