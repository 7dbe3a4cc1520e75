// The archive that is open in the workshop, as it stands with its edits: looked at before it goes to a machine, and mended.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "backups.h"
#include "ep133/preflight.h"
#include "messages/preflight.h"
#include "packed.h"
#include "workshop/workshop.h"

using namespace groovebench;
using nlohmann::ordered_json;

namespace {

class Desk {
public:
    explicit Desk(Bytes archive) { workshop.perform("zip_open", R"({"name":"SONG.ppak"})", std::move(archive)); }

    void edit(const std::string& path, const Bytes& member) {
        order.edits.push_back({path, member.size()});
        edited.insert(edited.end(), member.begin(), member.end());
    }
    std::vector<app::FindingTold> look() {
        return *app::preflight_told(workshop.perform("preflight", json_of(order), edited).json);
    }
    // With what the words are in mended; the bytes of both sides in `bytes`.
    app::MendTold mend(std::string_view words) {
        for (const app::FindingTold& one : look())
            if (one.words.find(words) != std::string::npos) order.wanted = one.mend;
        const app::Reply reply = workshop.perform("mend", json_of(order), edited);
        EXPECT_EQ(reply.refusal, "");
        bytes = reply.bytes;
        return app::mend_told(reply.json).value_or(app::MendTold{});
    }
    Bytes packed(const std::string& note) {
        workshop.perform("pack_file", ordered_json{{"path", app::archive_notes}}.dump(),
                         Bytes(bytes_of(note).begin(), bytes_of(note).end()));
        const app::Reply reply = test::packed(workshop, R"({"onto_open":true})");
        EXPECT_EQ(reply.refusal, "");
        return reply.bytes;
    }

    app::Workshop workshop;
    app::ArchiveOrder order{.name = "SONG.ppak"};
    Bytes edited, bytes;
};

}  // namespace

TEST(backup_desk, an_archive_that_is_fine_has_no_findings_and_a_planted_error_is_one_with_its_place) {
    EXPECT_TRUE(Desk(test::sound_backup()).look().empty());
    const auto findings = Desk(test::without_tempo()).look();
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].severity, Severity::error);
    EXPECT_EQ(findings[0].place, "Project 1 · Settings · tempo");
    EXPECT_NE(findings[0].words.find("ERR CLOCK 43"), std::string::npos);
    EXPECT_EQ(findings[0].member, test::project + "settings");
    EXPECT_EQ(findings[0].path, "tempo");
    EXPECT_EQ(findings[0].offer, "Set the tempo to 120 BPM");
}

TEST(backup_desk, what_is_looked_at_is_the_archive_with_its_edits) {
    Desk desk(test::sound_backup());
    Bytes pad = test::members_of(test::sound_backup()).at(test::project + "pads/a/p01");
    overlay<ep133::Pad26>(pad)->amplitude = 0;
    desk.edit(test::project + "pads/a/p01", pad);
    const auto findings = desk.look();
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].place, "Project 1 · Group A · pad 1 (key 7) · amplitude");
    desk.order.edits.push_back({"meta.json", {}});  // removed
    EXPECT_EQ(desk.look().size(), 2u);
}

TEST(backup_desk, a_mend_tells_only_the_member_that_becomes_another) {
    Desk desk(test::without_tempo());
    const auto told = desk.mend("ERR CLOCK");
    ASSERT_EQ(told.changes.size(), 1u);
    ASSERT_TRUE(told.changes[0].was && told.changes[0].is);
    EXPECT_EQ(told.changes[0].is->path, test::project + "settings");
    ASSERT_EQ(desk.bytes.size(), 2 * told.changes[0].is->size);
    const Bytes was(desk.bytes.begin(), desk.bytes.begin() + std::ptrdiff_t(desk.bytes.size() / 2)),
        is(desk.bytes.begin() + std::ptrdiff_t(desk.bytes.size() / 2), desk.bytes.end());
    EXPECT_EQ(float(overlay<ep133::Settings220>(was)->tempo), 0.0f);
    EXPECT_EQ(float(overlay<ep133::Settings220>(is)->tempo), 120.0f);
}

TEST(backup_desk, a_sound_of_another_name_is_told_as_renamed_and_a_missing_description_as_added) {
    Desk named(test::with_sound_called("/sounds/7 kick.wav"));
    const auto told = named.mend("a name like");
    ASSERT_EQ(told.changes.size(), 1u);
    EXPECT_EQ(told.changes[0].was->path, "sounds/7 kick.wav");
    EXPECT_EQ(told.changes[0].is->path, "sounds/007 kick.wav");
    const Bytes whole = test::sound_backup();
    Desk without(*ep133::Contents::open(whole)->with({{"meta.json", std::nullopt}}));
    const auto added = without.mend("refuses a file without");
    ASSERT_EQ(added.changes.size(), 1u);
    EXPECT_FALSE(added.changes[0].was);
    EXPECT_EQ(added.changes[0].is->path, "meta.json");
}

TEST(backup_desk, what_changes_no_member_is_a_note_that_is_done_when_the_archive_is_packed) {
    Desk desk(test::without_slashes());
    const auto told = desk.mend("begins with /");
    EXPECT_TRUE(told.changes.empty());
    EXPECT_EQ(told.note, "every name begins with /");
    const Bytes packed = desk.packed(told.note);
    EXPECT_TRUE(test::differing(test::without_slashes(), packed).empty());
    for (const std::string& name : test::entry_names(packed)) EXPECT_TRUE(name.starts_with("/")) << name;
    EXPECT_TRUE(Desk(packed).look().empty());
}

TEST(backup_desk, patterns_behind_the_scenes_are_moved_when_the_archive_is_packed) {
    const Bytes whole = test::sound_backup();
    const auto contents = *ep133::Contents::open(whole);
    const auto tar = *archive::open_tar(contents.tar(0));
    std::vector<archive::TarItem> items;
    for (const auto& member : tar.members)
        if (!member.name.starts_with("patterns/")) items.push_back({member.name, member.folder, tar.bytes(member)});
    for (const auto& member : tar.members)
        if (member.name.starts_with("patterns/")) items.push_back({member.name, member.folder, tar.bytes(member)});
    const Bytes shuffled = *archive::write_tar(items), wav = test::a_sound();
    const Bytes archive = *ep133::write_backup({.meta = {}, .project = shuffled, .sounds = {{700, "kick", wav}}});
    Desk desk(archive);
    const auto told = desk.mend("patterns before scenes");
    EXPECT_TRUE(told.changes.empty());
    const Bytes packed = desk.packed(told.note);
    EXPECT_TRUE(test::differing(archive, packed).empty());
    EXPECT_TRUE(Desk(packed).look().empty());
}

TEST(backup_desk, orders_without_sense_are_refused) {
    for (const char* work : {"preflight", "mend"}) {
        Desk desk(test::sound_backup());
        for (const char* text :
             {"", "[]", R"({"edits":[{"path":"meta.json","size":99999}]})", R"({"edits":[{"path":"../x","size":1}]})"})
            EXPECT_NE(desk.workshop.perform(work, text, Bytes(1)).refusal, "") << work << text;
        EXPECT_NE(app::Workshop().perform(work, R"({"name":"a.ppak"})", {}).refusal, "");
    }
    Desk desk(test::sound_backup());
    EXPECT_NE(desk.workshop.perform("mend", R"({"wanted":{"mend":99,"member":"gone"}})", {}).refusal, "");
    EXPECT_NE(desk.workshop.perform("mend", "{}", {}).refusal, "");
    desk.workshop.perform("pack_file", R"-({"path":"(archive)"})-", Bytes(3, std::byte{'x'}));
    EXPECT_NE(test::packed(desk.workshop, R"({"onto_open":true})").refusal, "");
}

TEST(preflight_messages, what_is_told_comes_out_as_it_went_in) {
    app::ArchiveOrder order{.name = "ä.ppak", .edits = {{"meta.json", {}}, {"sounds/700 kick.wav", 5}}};
    order.wanted = {.mend = 3, .member = "m", .path = "p", .offset = 12};
    EXPECT_EQ(json_of(*app::archive_order(json_of(order))), json_of(order));
    const std::vector<app::FindingTold> findings{{Severity::warning, "Project 1", "expected", "m", "p", "offer", *order.wanted},
                                                 {}};
    EXPECT_EQ(json_of(*app::preflight_told(json_of(findings))), json_of(findings));
    const app::MendTold told{{{std::nullopt, app::MendTold::Side{"a", 1}}, {app::MendTold::Side{"b", 2}, std::nullopt}}, "note"};
    EXPECT_EQ(json_of(*app::mend_told(json_of(told))), json_of(told));
}
