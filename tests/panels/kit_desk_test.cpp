// Sounds that become a .ppak in the workshop, as the page's kit_dialog.js asks for it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "backups.h"
#include "workshop/workshop.h"

using namespace groovebench;
using nlohmann::ordered_json;

namespace {

class Kits {
public:
    app::Reply put(const std::string& path, Bytes bytes) {
        return workshop.perform("kit_file", ordered_json{{"path", path}}.dump(), std::move(bytes));
    }
    void put(const std::string& path, std::string_view words) { put(path, Bytes(bytes_of(words).begin(), bytes_of(words).end())); }
    ordered_json plan() { return ordered_json::parse(workshop.perform("kit_plan", "{}", {}).json); }
    app::Reply built() {
        app::Reply reply = workshop.perform("kit_begin", "{}", {});
        for (bool more = reply.refusal.empty(); more;) {
            reply = workshop.perform("kit_step", "{}", {});
            more = reply.refusal.empty() && ordered_json::parse(reply.json)["more"].get<bool>();
        }
        return reply.refusal.empty() ? workshop.perform("kit_end", "{}", {}) : reply;
    }
    app::Workshop workshop;
};

std::string first_words(const ordered_json& plan) {
    return plan["lines"].empty() ? "" : plan["lines"][0]["words"].get<std::string>();
}

}  // namespace

TEST(kit_desk, sounds_alone_go_onto_the_pads_in_the_order_of_their_names) {
    Kits kits;
    for (const char* name : {"snare.wav", "hat.wav", "kick.wav"}) EXPECT_EQ(kits.put(name, test::a_sound()).refusal, "");
    const auto plan = kits.plan();
    EXPECT_TRUE(plan["can_build"]);
    EXPECT_EQ(plan["unproven"], "Not yet proven on a device");
    EXPECT_EQ(plan["lines"].size(), 6u);
    const app::Reply reply = kits.built();
    ASSERT_EQ(reply.refusal, "");
    const auto members = test::members_of(reply.bytes);
    EXPECT_TRUE(members.contains("sounds/700 hat.wav"));
    EXPECT_TRUE(members.contains("sounds/702 snare.wav"));
    EXPECT_EQ(int(overlay<ep133::Pad26>(members.at(test::project + "pads/a/p02"))->slot), 701);
}

TEST(kit_desk, a_description_or_tables_say_what_goes_where) {
    Kits kits;
    kits.put("Kick.wav", test::a_sound());
    kits.put("pads.csv", "pad,file\nC5,Kick.wav\n");
    EXPECT_TRUE(test::members_of(kits.built().bytes).contains("sounds/700 kick.wav"));
    kits.put("kit.json", R"({"sounds": [{"slot": 9, "file": "Kick.wav"}], "tempo": 90})");
    EXPECT_TRUE(test::members_of(kits.built().bytes).contains("sounds/009 kick.wav"));
    kits.put("other.json", "{}");
    EXPECT_EQ(first_words(kits.plan()), "expected one description, found kit.json and other.json");
    EXPECT_NE(kits.built().refusal, "");
    kits.workshop.perform("kit_remove", R"({"path":"other.json"})", {});
    kits.workshop.perform("kit_remove", R"({"path":"Kick.wav"})", {});
    EXPECT_EQ(first_words(kits.plan()), "expected the file Kick.wav, found none of that name");
    EXPECT_NE(kits.built().refusal.find("expected one of the files"), std::string::npos);
}

TEST(kit_desk, what_stands_on_a_backup_changes_only_what_is_named) {
    Kits kits;
    kits.put("mine.ppak", test::sound_backup());
    kits.put("kit.json", R"({"pads": [{"pad": "B2", "sound": 700}]})");
    EXPECT_TRUE(kits.plan()["proven"]);
    EXPECT_EQ(test::differing(test::sound_backup(), kits.built().bytes), std::vector{test::project + "pads/b/p02"});
}

TEST(kit_desk, the_open_archive_can_be_what_all_goes_into_with_its_edits) {
    Kits kits;
    EXPECT_NE(kits.workshop.perform("kit_open", R"({"path":"SONG.ppak"})", {}).refusal, "");
    kits.workshop.perform("zip_open", R"({"name":"SONG.ppak"})", test::sound_backup());
    Bytes pad = test::members_of(test::sound_backup()).at(test::project + "pads/a/p01");
    overlay<ep133::Pad26>(pad)->pan = i8(-3);
    kits.workshop.perform("pack_file", ordered_json{{"path", test::project + "pads/a/p01"}}.dump(), pad);
    EXPECT_EQ(kits.workshop.perform("kit_open", R"({"path":"SONG.ppak"})", {}).refusal, "");
    kits.put("hat.wav", test::a_sound());
    kits.put("kit.json", R"({"sounds": [{"slot": 701, "file": "hat.wav"}]})");
    const auto members = test::members_of(kits.built().bytes);
    EXPECT_EQ(members.at(test::project + "pads/a/p01"), pad);
    EXPECT_TRUE(members.contains("sounds/701 hat.wav"));
}

TEST(kit_desk, files_without_use_and_works_without_order_are_refused) {
    Kits kits;
    EXPECT_NE(kits.put("notes.txt", Bytes(4)).refusal, "");
    for (const char* work : {"kit_step", "kit_end"}) EXPECT_NE(kits.workshop.perform(work, "{}", {}).refusal, "");
    kits.put("a.wav", "no sound");
    EXPECT_FALSE(kits.plan()["can_build"]);
    kits.put("drums.csv", "pad\nA1\n");
    EXPECT_NE(first_words(kits.plan()).find("pads.csv, patterns.csv or scenes.csv"), std::string::npos);
    kits.workshop.perform("kit_forget", "{}", {});
    EXPECT_TRUE(kits.plan()["lines"].empty());
}
