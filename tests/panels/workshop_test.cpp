// The works of the worker, called as its JavaScript calls them; and what goes between it and the application.
#include "workshop/workshop.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "archive/zip.h"
#include "messages/ppak.h"
#include "packed.h"

using namespace groovebench;
using nlohmann::ordered_json;

namespace {

Bytes bytes_from(std::string_view text) {
    const ByteView view = bytes_of(text);
    return Bytes(view.begin(), view.end());
}

Bytes small_zip() {
    const std::string folder = "SET/", bank = "bank", kick = "kick kick kick kick";
    return *archive::write_zip({{.name = folder},
                                {.name = "SET/bank01.work", .bytes = bytes_of(bank)},
                                {.name = "SET/kick.wav", .bytes = bytes_of(kick)}});
}

app::Reply open_zip(app::Workshop& workshop, Bytes archive) {
    return workshop.perform("zip_open", R"({"name":"card.zip"})", std::move(archive));
}

constexpr const char* when = R"({"year":2026,"month":5,"day":6,"hour":7,"minute":8,"second":10,"onto_open":true})";

}  // namespace

TEST(workshop, an_archive_is_listed_and_read_by_index) {
    app::Workshop workshop;
    const app::Reply opened = open_zip(workshop, small_zip());
    ASSERT_EQ(opened.refusal, "");
    const auto entries = ordered_json::parse(opened.json)["entries"];
    ASSERT_EQ(entries.size(), 2u);  // folders are no files
    EXPECT_EQ(entries[1]["path"], "SET/kick.wav");
    EXPECT_EQ(entries[1]["size"], 19);
    const app::Reply read = workshop.perform("zip_read", ordered_json{{"index", entries[0]["index"]}}.dump(), {});
    EXPECT_EQ(read.bytes, bytes_from("bank"));
}

TEST(workshop, a_damaged_archive_is_refused_with_its_name_and_offset) {
    app::Workshop workshop;
    Bytes cut = small_zip();
    cut.resize(cut.size() - 10);
    const app::Reply reply = open_zip(workshop, std::move(cut));
    EXPECT_TRUE(reply.refusal.starts_with("card.zip: ")) << reply.refusal;
    EXPECT_NE(workshop.perform("zip_read", R"({"index":0})", {}).refusal, "");
}

TEST(workshop, packing_onto_the_open_archive_changes_only_what_was_given) {
    app::Workshop workshop;
    open_zip(workshop, small_zip());
    workshop.perform("pack_file", R"({"path":"SET/bank01.work"})", bytes_from("BANK!"));
    workshop.perform("pack_file", R"({"path":"SET/new.wav"})", bytes_from("new"));
    const app::Reply packed = test::packed(workshop, when);
    ASSERT_EQ(packed.refusal, "");
    const auto zip = archive::open_zip(packed.bytes);
    ASSERT_TRUE(zip);
    ASSERT_EQ(zip->entries.size(), 4u);
    EXPECT_EQ(*archive::read_entry(*zip, *archive::find_entry(*zip, "SET/bank01.work")), bytes_from("BANK!"));
    EXPECT_EQ(*archive::read_entry(*zip, *archive::find_entry(*zip, "SET/kick.wav")), bytes_from("kick kick kick kick"));
    EXPECT_EQ(zip->entries[3].name, "SET/new.wav");
}

TEST(workshop, packing_nothing_onto_the_open_archive_gives_the_same_bytes) {
    app::Workshop workshop;
    open_zip(workshop, small_zip());
    EXPECT_EQ(test::packed(workshop, when).bytes, small_zip());
}

TEST(workshop, a_removed_file_is_gone_from_the_packed_archive_and_the_next_pack_begins_anew) {
    app::Workshop workshop;
    open_zip(workshop, small_zip());
    workshop.perform("pack_remove", R"({"path":"SET/kick.wav"})", {});
    const Bytes without = test::packed(workshop, when).bytes;
    EXPECT_EQ(archive::open_zip(without)->entries.size(), 2u);
    EXPECT_EQ(test::packed(workshop, when).bytes, small_zip());
}

TEST(workshop, files_are_packed_without_an_open_archive) {
    app::Workshop workshop;
    workshop.perform("pack_file", R"({"path":"a/b.work"})", bytes_from("b"));
    const app::Reply packed = test::packed(workshop, R"({"year":2026,"month":5,"day":6})");
    const auto zip = archive::open_zip(packed.bytes);
    ASSERT_TRUE(zip);
    EXPECT_EQ(zip->entries[0].name, "a/b.work");
}

TEST(workshop, a_file_that_is_no_sound_is_refused) {
    app::Workshop workshop;
    EXPECT_NE(workshop.perform("sound_facts", R"({"size":4})", bytes_from("text")).refusal, "");
    EXPECT_NE(workshop.perform("sound_picture", R"({"columns":8})", bytes_from("text")).refusal, "");
    EXPECT_NE(workshop.perform("sound", "{}", bytes_from("text")).refusal, "");
}

TEST(workshop, works_and_orders_that_are_no_sense_are_refused) {
    app::Workshop workshop;
    for (const char* work : {"ppak_plan", "ppak_begin"})
        for (const char* text : {"", "[]", "{}", R"({"bank_size":99999999999,"bank":-3})"})
            EXPECT_NE(workshop.perform(work, text, bytes_from("x")).refusal, "") << work << text;
    for (const char* work : {"ppak_sound", "ppak_step", "ppak_end", "dance"})
        EXPECT_NE(workshop.perform(work, "{}", {}).refusal, "") << work;
}

TEST(ppak_messages, an_order_comes_out_as_it_went_in) {
    app::PpakOrder order{.project_name = "Ä", .bank = 3, .pattern = 15, .bank_size = 1, .text_size = 2, .markers_size = 3};
    const octatrack::SlotRef slot{octatrack::Pool::static_pool, 7};
    order.files = {{.slot = slot, .path = "AUDIO/ä.wav", .rate = 44100, .channels = 2, .frames = 1'000'000'000'000}};
    order.choices.track_group[7] = 0;
    order.choices.pads[{2, slot, 5}] = {.group = 3, .leave_out = true};
    order.choices.choke_track[1] = 4;
    order.choices.sound_slots["AUDIO/ä.wav"] = 801;
    order.choices.sound_names["AUDIO/ä.wav"] = "A";
    order.choices.unroll = convert::Unroll::master_length;
    order.choices.file_name = "n";
    const auto back = app::ppak_order(json_of(order));
    ASSERT_TRUE(back);
    EXPECT_EQ(json_of(*back), json_of(order));
    EXPECT_EQ(back->files[0].frames, 1'000'000'000'000u);
    const convert::PadChoice& pad = back->choices.pads.at({2, slot, 5});
    EXPECT_EQ(pad.group, 3);
    EXPECT_FALSE(pad.number);
    EXPECT_TRUE(pad.leave_out);
    EXPECT_EQ(back->choices.choke_track[1], 4);
    EXPECT_FALSE(back->choices.choke_track[0]);
}

TEST(ppak_messages, a_plan_comes_out_as_it_went_in) {
    app::PpakPlan plan{.title = "T",
                       .file_name = "t.ppak",
                       .tempo = 126.5,
                       .bars = 4,
                       .memory_bytes = 5,
                       .memory_known = false,
                       .can_build = true};
    plan.sounds = {{"a.wav", "a", 700}};
    plan.pads = {{.key = {1, {}, -1}, .group = 2, .number = 13, .sound = 0, .choke = true}};
    plan.lines = {{Severity::warning, "w"}, {Severity::error, "e"}};
    plan.moved.emplace().first_slot = 12;
    const auto back = app::ppak_plan(json_of(plan));
    ASSERT_TRUE(back);
    EXPECT_EQ(json_of(*back), json_of(plan));
    EXPECT_EQ(back->lines[1].severity, Severity::error);
    EXPECT_EQ(back->moved->first_slot, 12);
}
