#include "opz/disk.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <utility>

#include "archive/zip.h"
#include "opz/bundle.h"
#include "opz/kit.h"
#include "opz/plugs.h"
#include "projects.h"

using namespace groovebench;
using namespace groovebench::opz;

namespace {

Bytes kit_of(i16 level) { return *make_drum_kit(std::vector<i16>(100, level), std::vector<NewSlice>{{0, 100}}); }

Bytes project_with(std::initializer_list<std::pair<int, std::string_view>> kits) {
    Bytes file = blank_project();
    for (const auto& [track, name] : kits) overlay<Project>(file)->patterns[3].tracks.at(track).plug = kit_id(name);
    return file;
}

// A disk in memory: paths and what they hold.
struct Card {
    std::map<std::string, Bytes> files;
    std::vector<DiskEntry> entries() const {
        std::vector<DiskEntry> list;
        for (const auto& [path, bytes] : files) list.push_back({path, bytes});
        return list;
    }
    void write(const BundlePlan& plan) {
        for (const auto& file : plan.files) files[file.path] = file.bytes;
    }
};

Card card_with_two() {
    return {{{"projects/project01.opz", project_with({{0, "kick.aif"}, {1, "kick.aif"}, {2, "gone.aif"}})},
             {"projects/project02.opz", blank_project()},
             {"samplepacks/1-kick/01/kick.aif", kit_of(1)},
             {"samplepacks/1-kick/02/other.aif", kit_of(2)},
             {"samplepacks/2-snare/01/~kick.aif", {}},
             {"samplepacks/5-bass/01/~26.engine", {}},
             {"samplepacks/1-kick/one_sample_pack_per_slot.plz", {}},
             {"config/general.json", {}}}};
}

std::vector<std::string> names_in(const Bytes& zip) {
    std::vector<std::string> names;
    const auto opened = archive::open_zip(zip);
    for (const auto& entry : opened->entries) names.push_back(entry.name);
    return names;
}

u32 plug_at(const Bytes& project, int track) { return overlay<Project>(project)->patterns[3].tracks.at(track).plug; }

}  // namespace

TEST(opz_disk, a_disk_is_seen_by_tracks_and_slots) {
    const Card card = card_with_two();
    const auto entries = card.entries();
    const Disk disk = look_at_disk(entries);
    ASSERT_EQ(disk.projects.size(), 2u);
    EXPECT_EQ(disk.projects[0].number, 1);
    ASSERT_EQ(disk.kits.size(), 4u);
    EXPECT_EQ(disk.kits[0].plug, kit_id("kick.aif"));
    EXPECT_TRUE(disk.kits[2].reference);
    EXPECT_EQ(disk.kits[2].track, 1);
    EXPECT_EQ(disk.kits[3].plug, 26u);
    EXPECT_EQ(disk.used_space, kit_of(1).size() * 2);
    EXPECT_TRUE(look_at_disk({}).kits.empty());
}

TEST(opz_disk, what_a_project_uses_is_here_built_in_or_missing) {
    const Card card = card_with_two();
    const auto entries = card.entries();
    const Disk disk = look_at_disk(entries);
    std::map<std::string, std::string> states;
    for (const PlugUse& use : plugs_used(plugs_of(**open_project(card.files.at("projects/project01.opz"))), disk))
        states[plug_name(use, disk)] = word(use.state);
    EXPECT_EQ(states["kick.aif"], "here");
    EXPECT_EQ(states["saw"], "built in");
    EXPECT_EQ(states["AlainKicks.aif"], "built in");
    EXPECT_EQ(states[std::to_string(kit_id("gone.aif"))], "missing");
    const auto findings = disk_findings(entries);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(sentence(findings[0]),
              "projects/project01.opz: patterns[4].tracks.perc.plug: expected a kit in samplepacks, found none with the id " +
                  std::to_string(kit_id("gone.aif")) + ": missing in pattern 4 perc");
}

TEST(opz_disk, what_the_device_would_refuse_is_told) {
    Card card = card_with_two();
    card.files["projects/song.opz"] = blank_project();
    card.files["projects/project03.opz"] = Bytes(10);
    card.files["samplepacks/1-kick/01/second.aif"] = kit_of(3);
    card.files["samplepacks/6-lead/01/drums.aif"] = kit_of(4);
    card.files["samplepacks/6-lead/02/sound.aif"] = Bytes(12);
    std::string told;
    for (const Problem& problem : disk_findings(card.entries())) told += sentence(problem) + "\n";
    for (const char* words : {"projects/song.opz: name: expected project01.opz",
                              "samplepacks/1-kick/01/second.aif: slot: expected one kit a slot, found kick.aif",
                              "6-lead/01/drums.aif: type: expected a synth sample, found drum kit", "6-lead/02/sound.aif: FORM",
                              "projects/project03.opz: size: at 0xA: expected 342848 bytes"})
        EXPECT_NE(told.find(words), told.npos) << words << "\n" << told;
}

TEST(opz_disk, files_that_are_not_read_are_known_by_their_names) {
    const Card card = card_with_two();
    auto entries = card.entries();
    for (DiskEntry& entry : entries) entry.unread = std::exchange(entry.bytes, {}).size();
    const Disk disk = look_at_disk(entries);
    EXPECT_EQ(disk.used_space, kit_of(1).size() * 2);
    const auto uses = plugs_used(plugs_of(**open_project(card.files.at("projects/project01.opz"))), disk);
    EXPECT_EQ(std::ranges::count(uses, PlugState::here, &PlugUse::state), 1);
    EXPECT_EQ(missing_kits("projects/project01.opz", uses).size(), 1u);
    EXPECT_TRUE(disk_findings(entries).empty()) << "nothing is said of what was not looked at";
    entries.push_back({.path = "samplepacks/1-kick/01/second.aif", .unread = 5});
    EXPECT_EQ(disk_findings(entries).size(), 1u) << "two in a slot";
}

TEST(opz_bundle, holds_the_project_and_exactly_its_kits) {
    const Card card = card_with_two();
    const auto bundle = make_bundle(card.entries(), "projects/project01.opz");
    ASSERT_TRUE(bundle);
    EXPECT_EQ(names_in(bundle->zip), (std::vector<std::string>{"projects/project01.opz", "samplepacks/1-kick/01/kick.aif"}));
    ASSERT_EQ(bundle->findings.size(), 1u);
    EXPECT_NE(sentence(bundle->findings[0]).find("patterns[4].tracks.perc.plug: expected a kit in samplepacks"), std::string::npos);
    EXPECT_EQ(sentence(make_bundle(card.entries(), "projects/project09.opz").problem()),
              "projects/project09.opz: expected a project on the disk, found none of that name");
}

TEST(opz_bundle, lands_on_an_empty_disk_as_it_was) {
    Card from = card_with_two(), to;
    const auto bundle = make_bundle(from.entries(), "projects/project01.opz");
    const auto plan = plan_bundle(bundle->zip, to.entries());
    ASSERT_TRUE(plan) << sentence(plan.problem());
    to.write(*plan);
    EXPECT_EQ(to.files.size(), 2u);
    EXPECT_TRUE(to.files["projects/project01.opz"] == from.files["projects/project01.opz"]);
    EXPECT_TRUE(to.files["samplepacks/1-kick/01/kick.aif"] == from.files["samplepacks/1-kick/01/kick.aif"]);
    EXPECT_EQ(plan->findings.size(), 1u);  // gone.aif did not come along
}

TEST(opz_bundle, a_name_that_is_taken_gets_another_and_the_project_follows) {
    Card from = card_with_two(), to = card_with_two();
    to.files["samplepacks/1-kick/01/kick.aif"] = kit_of(9);
    const auto before = to.files;
    const auto plan = plan_bundle(make_bundle(from.entries(), "projects/project01.opz")->zip, to.entries());
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->project, "projects/project03.opz");
    ASSERT_EQ(plan->kits.size(), 1u);
    EXPECT_EQ(plan->kits[0].to, "samplepacks/1-kick/03/kick-2.aif");
    to.write(*plan);
    for (const auto& [path, bytes] : before) EXPECT_TRUE(to.files[path] == bytes) << path << ": others are not disturbed";
    const Bytes& project = to.files["projects/project03.opz"];
    EXPECT_EQ(plug_at(project, 0), kit_id("kick-2.aif"));
    EXPECT_EQ(plug_at(project, 1), kit_id("kick-2.aif"));
    EXPECT_EQ(plug_at(project, 2), kit_id("gone.aif"));
    const auto entries = to.entries();
    const Disk disk = look_at_disk(entries);
    for (const PlugUse& use : plugs_used(plugs_of(**open_project(project)), disk))
        if (use.plug == kit_id("kick-2.aif")) EXPECT_EQ(use.state, PlugState::here);
    // Everything but the ids is as it was.
    Bytes same = project;
    for (const int track : {0, 1}) overlay<Project>(same)->patterns[3].tracks.at(track).plug = kit_id("kick.aif");
    EXPECT_TRUE(same == from.files["projects/project01.opz"]);
}

TEST(opz_bundle, a_kit_the_disk_has_under_another_name_is_used_there) {
    Card from = card_with_two(), to;
    to.files["samplepacks/3-perc/07/mine.aif"] = kit_of(1);
    const auto plan = plan_bundle(make_bundle(from.entries(), "projects/project01.opz")->zip, to.entries(), {.number = 5});
    ASSERT_TRUE(plan);
    ASSERT_EQ(plan->files.size(), 1u);
    EXPECT_EQ(plan->files[0].path, "projects/project05.opz");
    EXPECT_EQ(plug_at(plan->files[0].bytes, 0), kit_id("mine.aif"));
    EXPECT_FALSE(plan->kits[0].written);
}

TEST(opz_bundle, full_folders_and_taken_numbers_are_said) {
    Card from = card_with_two(), to;
    for (int slot = 1; slot <= 10; slot++)
        to.files[slot_path(0, slot, "k" + std::to_string(slot) + ".aif")] = kit_of(i16(slot + 10));
    const Bytes zip = make_bundle(from.entries(), "projects/project01.opz")->zip;
    EXPECT_EQ(plan_bundle(zip, to.entries())->kits[0].to, "samplepacks/2-snare/01/kick.aif") << "another folder for drums";
    for (int track = 1; track < 4; track++)
        for (int slot = 1; slot <= 10; slot++) to.files[slot_path(track, slot, "~x.aif")] = {};
    EXPECT_EQ(sentence(plan_bundle(zip, to.entries()).problem()),
              "samplepacks/1-kick/01/kick.aif: slot: expected a free slot in 1-kick to 4-fx, found none");
    Card full;
    for (int n = 1; n <= 10; n++)
        full.files["projects/project" + std::string(n < 10 ? "0" : "") + std::to_string(n) + ".opz"] = blank_project();
    EXPECT_EQ(sentence(plan_bundle(zip, full.entries()).problem()), "project: expected a free number from 1 to 10, found none");
    EXPECT_EQ(sentence(plan_bundle(zip, full.entries(), {.number = 4}).problem()),
              "project 4: expected a number that is free, found a project of that number");
    EXPECT_TRUE(plan_bundle(zip, full.entries(), {.number = 4, .replace = true}));
    EXPECT_FALSE(plan_bundle(zip, full.entries(), {.number = 11, .replace = true}));
}

TEST(opz_bundle, a_project_that_waits_for_a_kit_of_that_name_is_told_of) {
    Card from = card_with_two(), to;
    to.files["projects/project07.opz"] = project_with({{0, "kick.aif"}});
    const auto plan = plan_bundle(make_bundle(from.entries(), "projects/project01.opz")->zip, to.entries());
    std::string told;
    for (const Problem& problem : plan->findings) told += sentence(problem) + "\n";
    EXPECT_NE(told.find("projects/project07.opz: expected a project that the bundle does not touch, found one that misses a kit of "
                        "the name kick.aif"),
              told.npos)
        << told;
}

TEST(opz_bundle, what_is_no_bundle_is_refused) {
    const auto zip = [](std::vector<archive::ZipMember> members) { return *archive::write_zip(members); };
    const Bytes project = blank_project(), short_one(10);
    const auto refusal = [](const Bytes& bytes) {
        const auto plan = plan_bundle(bytes, {});
        return plan ? std::string("taken") : sentence(plan.problem());
    };
    EXPECT_FALSE(plan_bundle({}, {}));
    EXPECT_EQ(refusal(zip({{.name = "a.txt", .bytes = short_one}})), "bundle: expected a project (.opz), found none");
    EXPECT_EQ(refusal(zip({{.name = "a.opz", .bytes = project}, {.name = "b.opz", .bytes = project}})),
              "b.opz: expected one project, found another, beside a.opz");
    EXPECT_EQ(refusal(zip({{.name = "a.opz", .bytes = short_one}})),
              "size: at 0xA: expected 342848 bytes, or 342844 of old firmware, found 10 bytes");
    EXPECT_EQ(refusal(zip({{.name = "a.opz", .bytes = project}})), "taken");
}

TEST(opz_disk, kits_of_the_fixtures_are_the_ones_their_projects_name) {
    const auto path = test::fixture_root() / "opz";
    const Bytes kit = test::load(path / "kit-thirdparty-v2.aif");
    if (kit.empty()) {
        std::cout << "no fixtures: nothing to look at\n";
        return;
    }
    int named = 0;
    for (const auto& file : test::fixtures("opz", ".opz")) {
        const Bytes bytes = test::load(file);
        for (const Pattern& pattern : overlay<Project>(bytes)->patterns)
            for (int track = 0; track < track_count; track++) named += pattern.tracks.at(track).plug == kit_id("kick076_patch.aif");
    }
    EXPECT_GT(named, 0);
}
