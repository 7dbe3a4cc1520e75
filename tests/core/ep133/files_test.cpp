// Every file of an EP-133, whatever its kind, by its paths and as a document. That all come back byte for byte and that an edit
// changes its own field alone is tested for every format in any/.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "any/file.h"
#include "ep133/fields.h"
#include "ep133_files.h"
#include "schema/walk.h"

using namespace groovebench;
using any::File;

namespace {

Json documented(const File& file) { return *parse_json(*file.json(JsonDetail::full)); }

Bytes from_document(const Json& document) {
    auto made = any::from_json(document.dump());
    EXPECT_TRUE(made) << (made ? "" : sentence(made.problem()));
    return made ? std::move(made->bytes) : Bytes();
}

}  // namespace

TEST(ep133_files, every_value_is_read_again_by_its_path) {
    for (auto& [name, bytes] : test::ep133_examples()) {
        const File file(name, std::move(bytes));
        std::size_t values = 0;
        ASSERT_TRUE(file.each("", [&](const ValueRead& value) {
            const auto read = file.read(value.path);
            ASSERT_TRUE(read) << name << " " << sentence(read.problem());
            EXPECT_EQ(read->shown, value.shown) << name << " " << value.path;
            values++;
        }));
        EXPECT_GT(values, 2u) << name;
        for (const Problem& problem : file.check())
            EXPECT_TRUE(problem.severity == Severity::note || problem.path == "tail") << sentence(problem);
        EXPECT_FALSE(file.summary()->empty()) << name;
        EXPECT_FALSE(file.list("")->empty()) << name;
        EXPECT_TRUE(file.differences(file)->empty()) << name;
    }
}

TEST(ep133_files, an_edit_of_a_document_is_one_of_the_archive) {
    const Bytes bytes = test::a_backup();
    const File file("SONG.ppak", bytes);
    Json document = documented(file);
    document["projects"]["1"]["pads"]["a"]["10"]["amplitude"] = 50;
    document["projects"]["1"]["patterns"]["a"]["1"]["events"].erase(0);
    document["projects"]["1"]["patterns"]["a"]["1"].erase("event_count");
    document["projects"]["1"]["patterns"]["c"]["7"] = Json{{"bars", 3}, {"events", Json::array()}};
    document["projects"]["1"]["patterns"].erase("d");
    document["sounds"]["700"]["metadata"]["sound.playmode"] = "legato";
    document["sounds"]["700"]["metadata"]["a key that nobody knows"] = std::string(200, 'x');
    document["meta"]["author"] = "me";
    const File after("SONG.ppak", from_document(document));
    ASSERT_FALSE(after.problem()) << sentence(*after.problem());
    EXPECT_EQ(after.read("projects[1].pads.a[10].amplitude")->shown, "50");
    EXPECT_EQ(after.read("projects[1].patterns.a[1].event_count")->shown, "5");
    EXPECT_EQ(after.read("projects[1].patterns.c[7].bars")->shown, "3");
    EXPECT_FALSE(after.read("projects[1].patterns.d[1]"));
    EXPECT_EQ(after.read("sounds[700].metadata.sound.playmode")->shown, "legato");
    EXPECT_EQ(after.read("sounds[700].wave.rate")->shown, "46875");
    EXPECT_EQ(after.read("meta.author")->shown, "me");
    EXPECT_EQ(after.list("projects[1].pads.a")->size(), 12u);
    for (const Problem& problem : after.check()) EXPECT_EQ(problem.severity, Severity::note) << sentence(problem);
}

TEST(ep133_files, what_a_document_adds_stands_where_a_device_has_it) {
    Json document = documented(File("SONG.ppak", test::a_backup()));
    const Json sound = document["sounds"]["700"], pattern = document["projects"]["1"]["patterns"]["d"]["1"];
    document["sounds"]["5"] = sound, document["sounds"]["999"] = sound;
    document["projects"]["2"] = {{"settings", document["projects"]["1"]["settings"]}};
    document["projects"]["1"]["patterns"]["b"]["44"] = pattern;
    document["others"] = Json::array({Json{{"name", "/notes.txt"}, {"bytes", "41"}}});
    const Bytes made = from_document(document);
    const auto backup = ep133::open_backup(made);
    std::vector<std::string> names;
    for (const auto& entry : backup->zip.entries) names.push_back(entry.name);
    EXPECT_EQ(names, (std::vector<std::string>{"/projects/P01.tar", "/projects/P02.tar", "/sounds/005 sound.wav",
                                               "/sounds/700 kick.wav", "/sounds/999 sound.wav", "/notes.txt", "/meta.json"}));
    const Bytes project = *archive::read_entry(backup->zip, backup->zip.entries[0]);
    const auto tar = *archive::open_tar(project);
    EXPECT_TRUE(std::ranges::is_sorted(tar.members, {}, &archive::TarMember::name));
    EXPECT_NE(archive::find_member(tar, "patterns/b44"), nullptr);
}

TEST(ep133_files, folders_come_with_the_members_that_a_document_adds) {
    Json document = documented(File("P01.tar", *ep133::write_project({.scenes = {ep133::scene_of(1, 1, 1, 1)}})));
    Json layout = Json::array();  // without the folder of the patterns and what is in it
    for (const Json& row : document["layout"])
        if (row.dump().find("patterns") == std::string::npos) layout.push_back(row);
    document["layout"] = layout;
    const Json pattern = document["patterns"]["a"]["1"];
    document["patterns"] = {{"a", {{"3", pattern}}}};
    const Bytes made = from_document(document);
    std::vector<std::string> names;
    const auto tar = *archive::open_tar(made);
    for (const auto& member : tar.members) names.push_back(member.name);
    EXPECT_EQ((std::vector<std::string>(names.end() - 4, names.end())),
              (std::vector<std::string>{"patterns", "patterns/a03", "scenes", "settings"}));
}

TEST(ep133_files, a_document_that_is_wrong_is_refused_with_its_place) {
    const File file("P01.tar", test::a_project());
    const auto said = [&](auto change) {
        Json document = documented(file);
        change(document);
        const auto made = any::from_json(document.dump());
        return made ? std::string("fine") : sentence(made.problem());
    };
    EXPECT_EQ(said([](Json&) {}), "fine");
    EXPECT_TRUE(said([](Json& d) { d["pads"]["a"]["10"]["amplitude"] = 256; }).starts_with("pads.a[10].amplitude: "))
        << said([](Json& d) { d["pads"]["a"]["10"]["amplitude"] = 256; });
    EXPECT_TRUE(said([](Json& d) { d["pads"]["e"] = Json::object(); }).starts_with("pads: "));
    EXPECT_TRUE(said([](Json& d) { d["pads"]["a"]["13"] = d["pads"]["a"]["1"]; }).starts_with("pads.a[13]: "));
    EXPECT_TRUE(said([](Json& d) { d["patterns"]["a"]["1"]["event_count"] = 7; }).starts_with("patterns.a[1].event_count: "));
    EXPECT_TRUE(
        said([](Json& d) { d["patterns"]["a"]["1"]["events"][0].erase("note"); }).starts_with("patterns.a[1].events[1].note: "));
    EXPECT_TRUE(said([](Json& d) { d["banks"] = 1; }).starts_with("banks: "));
    EXPECT_TRUE(said([](Json& d) { d["layout"] = 1; }).starts_with("layout: "));
    EXPECT_TRUE(said([](Json& d) { d["settings"] = Json{{"bytes", "0"}}; }).starts_with("settings.bytes: "));
}

TEST(ep133_files, what_is_written_with_the_file_is_not_set) {
    File pattern("patterns/a01", test::busy_pattern()), sound("sounds/700 kick.wav", test::a_sound());
    for (const auto& [file, path] :
         {std::pair{&pattern, "event_count"}, {&pattern, "format"}, {&sound, "wave.rate"}, {&sound, "metadata.nothing"}}) {
        EXPECT_FALSE(file->set(path, {"1"})) << path;
        EXPECT_FALSE(file->edited()) << path;
    }
}

TEST(ep133_files, a_pattern_keeps_its_events_in_order) {
    File file("patterns/a01", test::busy_pattern());
    ASSERT_TRUE(file.set("events[1].position", {"192"}));
    EXPECT_EQ(file.read("events[1].position")->shown, "48");
    EXPECT_EQ(file.read("events[3].velocity")->shown, "100");
    for (const Problem& problem : file.check()) EXPECT_FALSE(problem.path.ends_with(".position")) << sentence(problem);
}

TEST(ep133_files, a_member_in_an_unknown_form_is_kept_as_bytes) {
    const Bytes odd(10, std::byte(3));
    const Bytes project = *ep133::Contents::open(ep133::FileKind::project, test::a_project())->with({{"settings", odd}});
    const File file("P01.tar", project);
    EXPECT_EQ(file.read("settings")->json, "{\"bytes\": \"03030303030303030303\"}");
    EXPECT_EQ(from_document(documented(file)), project);
    EXPECT_FALSE(file.check().empty());
    EXPECT_FALSE(File(file).set("settings.tempo", {"100"}));
}

// As the tool writes it, as somebody packs it again, and with a folder in front.
TEST(ep133_files, one_project_of_a_whole_device_is_edited_whatever_its_names_begin_with) {
    const Bytes first = test::a_project(), third = *ep133::write_project({.tempo = 75, .scenes = {ep133::scene_of(1, 1, 1, 1)}}),
                wav = test::a_sound(), meta = ep133::write_meta({});
    for (const std::string front : {"/", "", "mine/"}) {
        const Bytes bytes = *archive::write_zip({{.name = front + "projects/P01.tar", .bytes = first},
                                                 {.name = front + "projects/P03.tar", .bytes = third},
                                                 {.name = front + "sounds/700 kick.wav", .bytes = wav},
                                                 {.name = front + "notes.txt", .bytes = bytes_of("mine")},
                                                 {.name = front + "meta.json", .bytes = meta}},
                                                archive::RootNames::allowed);
        const File original("DEVICE.pak", bytes);
        ASSERT_FALSE(original.problem()) << front << sentence(*original.problem());
        EXPECT_EQ(original.written(), bytes);
        EXPECT_EQ(from_document(documented(original)), bytes);
        File file = original;
        EXPECT_EQ(file.read("projects[3].settings.tempo")->shown, "75.00");
        ASSERT_TRUE(file.set("projects[3].settings.tempo", {"99.5"})) << front;
        const auto before = *ep133::open_backup(bytes), after = *ep133::open_backup(file.bytes());
        for (std::size_t i = 0; i < before.zip.entries.size(); i++) {
            EXPECT_EQ(after.zip.entries[i].name, before.zip.entries[i].name);
            EXPECT_EQ(
                *archive::read_entry(after.zip, after.zip.entries[i]) == *archive::read_entry(before.zip, before.zip.entries[i]),
                i != 1);
        }
        const auto told = *original.differences(file);
        ASSERT_EQ(told.size(), 1u);
        EXPECT_EQ(told[0].place, (std::vector<std::string>{"Project 3", "Settings"}));
    }
}

// ep133.md 12: shown, kept, edited where they are as an EP-133; never made.
TEST(ep133_files, the_relatives_are_known_by_their_sku_and_kept) {
    const Bytes tar = test::a_project();
    for (const auto& [sku, machine] :
         {std::pair{ep133::sku_ep1320, "EP-1320"}, {ep133::sku_ep40, "EP-40"}, {ep133::sku_ep133_128, "EP-133"}}) {
        const ep133::Meta meta{.device_sku = std::string(sku), .base_sku = {}};
        const File original("SONG.ppak", *ep133::write_backup({.meta = meta, .project = tar, .sounds = {}}));
        const auto lines = *original.summary();
        EXPECT_TRUE(lines.back().words.starts_with(std::string("project: ") + machine + " (" + std::string(sku) + ")"))
            << lines.back().words;
        File file = original;
        ASSERT_TRUE(file.set("projects[1].settings.tempo", {"75"}));
        EXPECT_EQ(file.read("meta.device_sku")->shown, sku);
        EXPECT_EQ(from_document(documented(file)), Bytes(file.bytes().begin(), file.bytes().end()));
    }
    const File unknown("SONG.ppak",
                       *ep133::write_backup({.meta = {.device_sku = "TE099", .base_sku = {}}, .project = tar, .sounds = {}}));
    EXPECT_NE(unknown.summary()->back().words.find("a machine we do not know (TE099)"), std::string::npos);
}
