// An archive of sounds and a description, read by the second reader, which shares no code with the one that wrote it.
#include "convert/kit.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "../audio/sound_files.h"
#include "../ep133/ep133_files.h"
#include "bytes/format.h"
#include "convert/kit_tables.h"
#include "plain_reader.h"

using namespace groovebench;
using namespace groovebench::convert;

namespace {

plain::Octets octets(const Bytes& bytes) {
    plain::Octets out(bytes.size());
    std::memcpy(out.data(), bytes.data(), bytes.size());
    return out;
}

// Half a second at 44.1 kHz, and one at the machine's rate without anything but samples.
const Bytes& slow_sound() {
    static const Bytes file = test::wav(test::wav_format(1, 2, 44100, 16), Bytes(22050 * 4, std::byte(7)));
    return file;
}
const Bytes& plain_sound() {
    static const Bytes file = test::wav(test::wav_format(1, 1, 46875, 16), Bytes(1000 * 2, std::byte(3)));
    return file;
}

Result<Kit> kit(std::string_view description, ByteView base = {}) {
    return build_kit({.description = description,
                      .files = {{"Kick.wav", slow_sound()}, {"x/hat.wav", plain_sound()}},
                      .base = base,
                      .when = {2026, 5, 6, 7, 8, 10, 123}});
}

constexpr std::string_view full = R"({
  "project": 3, "tempo": 98.5,
  "sounds": [{"slot": 701, "file": "Kick.wav"}, {"file": "x/hat.wav", "name": "Hi Hat"}],
  "pads": [{"pad": "A7", "sound": 701, "start": 10, "length": 20000, "pitch": -0.5, "play_mode": "key", "pan": -3},
           {"pad": "d12", "sound": "700", "amplitude": "90", "midi_channel": "16"}],
  "patterns": [{"pattern": "A2", "bars": 2, "notes": [{"pad": 7, "at": 96}, {"pad": 7, "at": 0, "note": 72, "velocity": 5, "duration": 300}]}],
  "scenes": [{"patterns": [2, 1, 1, 1], "time": "3/4"}, {"patterns": [1, 1, 1, 1]}], "song": [2, 1]})";

std::string said(std::string_view description) {
    const auto made = kit(description);
    return made ? "fine" : sentence(made.problem());
}

}  // namespace

TEST(kit, a_description_becomes_an_archive_that_another_reader_reads) {
    const auto made = kit(full);
    ASSERT_TRUE(made) << sentence(made.problem());
    EXPECT_FALSE(made->proven);
    for (const Problem& problem : made->findings) ADD_FAILURE() << sentence(problem);
    const auto entries = plain::unzip(octets(made->file));
    const auto files = plain::by_name(entries);
    std::vector<std::string> names;
    for (const auto& entry : entries) names.push_back(entry.name);
    EXPECT_EQ(names,
              (std::vector<std::string>{"/projects/P03.tar", "/sounds/700 hi hat.wav", "/sounds/701 kick.wav", "/meta.json"}));
    const std::string meta(files.at("/meta.json").begin(), files.at("/meta.json").end());
    EXPECT_NE(meta.find("\"device_sku\": \"TE032AS001\""), std::string::npos);
    EXPECT_NE(meta.find("\"generated_at\": \"2026-05-06T07:08:10.123Z\""), std::string::npos);

    const auto members = plain::by_name(plain::untar(files.at("/projects/P03.tar")));
    const auto& a7 = members.at("pads/a/p07");
    ASSERT_EQ(a7.size(), 27u);
    EXPECT_EQ(plain::little(a7, 1, 2), 701u);
    EXPECT_EQ(plain::little(a7, 4, 4), 10u);
    EXPECT_EQ(plain::little(a7, 8, 4), 20000u);
    EXPECT_EQ(a7[17], 0xFF);  // -0.5 semitones: -1 and 50 hundredths
    EXPECT_EQ(a7[26], 50);
    EXPECT_EQ(a7[18], 0xFD);
    EXPECT_EQ(a7[23], 1);
    const auto& d12 = members.at("pads/d/p12");
    EXPECT_EQ(plain::little(d12, 8, 4), 1000u);
    EXPECT_EQ(d12[16], 90);
    EXPECT_EQ(d12[3], 15);
    EXPECT_EQ(members.at("patterns/a02"),
              (plain::Octets{0, 2, 2, 0, 0, 0, 0x30, 72, 5, 0x2C, 1, 0, 96, 0, 0x30, 60, 100, 24, 0, 0}));
    const auto& scenes = members.at("scenes");
    EXPECT_EQ(plain::Octets(scenes.begin() + 7, scenes.begin() + 25),
              (plain::Octets{2, 1, 1, 1, 3, 4, 1, 1, 1, 1, 4, 4, 0, 0, 0, 0, 4, 4}));
    EXPECT_EQ(plain::Octets(scenes.begin() + 612, scenes.begin() + 616), (plain::Octets{2, 2, 1, 0}));
    EXPECT_EQ(plain::little(members.at("settings"), 4, 4), 0x42C50000u);  // 98.5
    // Half a second at 44100 Hz, stereo, is 23437 frames at 46875 Hz.
    const auto& kick = files.at("/sounds/701 kick.wav");
    EXPECT_EQ(plain::little(kick, 24, 4), 46875u);
    EXPECT_EQ(plain::little(kick, 268, 4), 23437u * 4);
    EXPECT_EQ(kick.size(), 272 + 23437u * 4);
}

TEST(kit, everything_may_be_missing) {
    const auto made = kit("{}");
    ASSERT_TRUE(made);
    EXPECT_TRUE(made->findings.empty());
    EXPECT_EQ(plain::untar(plain::unzip(octets(made->file))[0].bytes).size(), 60u);
}

TEST(kit, what_is_wrong_is_said_with_its_place) {
    EXPECT_TRUE(said("{").starts_with("JSON: at 0x2: expected JSON"));
    EXPECT_EQ(said(R"({"banks": 1})"),
              "banks: expected project, tempo, sounds, pads, patterns, scenes or song (an array), found \"banks\"");
    EXPECT_EQ(said(R"({"tempo": 0})"), "tempo: expected a tempo above 0 (else ERR CLOCK 43), found 0");
    EXPECT_EQ(said(R"({"sounds": [{"file": "gone.wav"}]})"), "sounds[1].file: expected one of the files, found gone.wav");
    EXPECT_EQ(said(R"({"sounds": [{"slot": 1, "file": "Kick.wav"}, {"slot": 1, "file": "Kick.wav"}]})"),
              "sounds[2].slot: expected each slot once, found 1");
    EXPECT_EQ(said(R"({"pads": [{"pad": "E1"}]})"), "pads[1].pad: expected A1 to D12, found \"E1\"");
    EXPECT_EQ(said(R"({"pads": [{"pad": "A1", "sound": 5}]})"),
              "pads[1].sound: expected a sound of the archive, or a length, found slot 5");
    EXPECT_EQ(said(R"({"pads": [{"pad": "A1", "volume": 5}]})"), "pads[1].volume: expected a field of pad, found no such field");
    EXPECT_EQ(said(R"({"pads": [{"pad": "A1", "pan": 17}]})"), "pads[1].pan: expected -16 to 16, found 17");
    EXPECT_EQ(said(R"({"patterns": [{"pattern": "A1", "notes": [{"pad": 13}]}]})"),
              "patterns[1].notes[1].pad: expected 1 to 12, found 13");
    EXPECT_EQ(said(R"({"scenes": [{"patterns": [0, 1, 1, 1]}]})"), "scenes[1].patterns[1]: expected 1 to 99, found 0");
}

TEST(kit, on_a_backup_of_ones_own_all_else_stays_as_it_was) {
    auto bases = test::ep133_fixtures();
    bases.push_back({"made.ppak", test::a_backup()});
    for (const auto& [name, base] : bases) {
        if (!name.ends_with(".ppak")) continue;
        const auto made = kit(R"({"sounds": [{"slot": 1, "file": "x/hat.wav"}], "pads": [{"pad": "B5", "sound": 1}],
                                  "patterns": [{"pattern": "C9", "notes": [{"pad": 5, "at": 0}]}]})",
                              base);
        ASSERT_TRUE(made) << sentence(made.problem());
        EXPECT_TRUE(made->proven);
        const auto before = *ep133::Contents::open(base), after = *ep133::Contents::open(made->file);
        for (const auto& member : before.members()) {
            const auto* now = after.at_path(member.path);
            ASSERT_NE(now, nullptr) << member.path;
            if (member.path != "projects/P01.tar/pads/b/p05") EXPECT_EQ(*before.bytes(member), *after.bytes(*now)) << member.path;
        }
        EXPECT_EQ(after.members().size(), before.members().size() + 2);
        EXPECT_NE(after.at_path("sounds/001 hat.wav"), nullptr);
        EXPECT_EQ(ep133::open_backup(made->file)->zip.entries[1].name, "/sounds/001 hat.wav");
    }
}

TEST(kit, a_sound_in_the_place_of_another_fits_the_pads_that_play_it) {
    const auto made = kit(R"({"sounds": [{"slot": 700, "file": "x/hat.wav"}]})", test::a_backup());
    ASSERT_TRUE(made) << sentence(made.problem());
    const auto after = *ep133::Contents::open(made->file);
    EXPECT_EQ(after.at_path("sounds/700 kick.wav"), nullptr);
    const auto pad = *after.bytes(*after.at_path("projects/P01.tar/pads/a/p10"));
    EXPECT_EQ(u32(overlay<ep133::Pad26>(pad)->trim_length), 80u);  // part of the sound: the same part
    const auto longer =
        kit(R"({"sounds": [{"slot": 700, "file": "x/hat.wav"}], "pads": [{"pad": "A10", "sound": 700}]})", made->file);
    const auto again = *ep133::Contents::open(longer->file);
    EXPECT_EQ(u32(overlay<ep133::Pad26>(*again.bytes(*again.at_path("projects/P01.tar/pads/a/p10")))->trim_length), 1000u);
}

namespace {

KitPlan plan(std::string_view description, ByteView base = {}) {
    return plan_kit({.description = description,
                     .files = {{"Kick.wav", slow_sound()}, {"x/hat.wav", plain_sound()}},
                     .base = base,
                     .when = {}});
}
std::vector<std::string> lines_of(const KitPlan& plan) {
    std::vector<std::string> lines;
    for (const KitLine& line : plan.lines) lines.push_back(fmt::format("{} {}: {}", int(line.severity), line.place, line.words));
    return lines;
}

}  // namespace

TEST(kit_plan, says_what_goes_where_before_anything_is_built) {
    const KitPlan made = plan(full);
    EXPECT_TRUE(made.can_build);
    EXPECT_FALSE(made.proven);
    EXPECT_EQ(lines_of(made), (std::vector<std::string>{
                                  "2 Sound 701 kick: Kick.wav, 0.50 s, 44100 Hz stereo, becomes 46875 Hz",
                                  "2 Sound 700 hi hat: x/hat.wav, 0.02 s, 46875 Hz mono",
                                  "2 Group A · pad 7 (key 1): plays sound 701, play_mode key, pan -3",
                                  "2 Group D · pad 12 (key ENTER): plays sound 700, amplitude 90, midi_channel 16",
                                  "2 Group A · pattern 2: 2 bars, 2 notes",
                                  "2 Settings: 98.5 BPM",
                                  "2 Scenes: 2 scenes",
                                  "2 Song: 2 positions",
                              }));
    EXPECT_TRUE(plan("{}", test::a_backup()).proven);
}

TEST(kit_plan, what_is_refused_stands_first_and_what_nobody_names_is_told) {
    const KitPlan made = plan(R"({"sounds": [{"file": "gone.wav"}], "pads": [{"pad": "B1", "sound": 5}]})");
    EXPECT_FALSE(made.can_build);
    EXPECT_EQ(lines_of(made),
              (std::vector<std::string>{"0 Sound 700 gone: expected the file gone.wav, found none of that name",
                                        "0 Group B · pad 1 (key 7): expected a sound of the archive, or a length, found slot 5",
                                        "1 Kick.wav: the description does not name it: it is left out",
                                        "1 x/hat.wav: the description does not name it: it is left out"}));
    EXPECT_EQ(lines_of(plan("{"))[0].substr(0, 25), "0 The description: JSON: ");
    EXPECT_EQ(plan("{}", Bytes(3)).lines[0].place, "The backup below it");
    const Bytes tar = test::a_project();
    EXPECT_FALSE(plan(R"({"sounds": [{"file": "Kick.wav"}]})", tar).can_build);
}

TEST(kit_building, goes_sound_by_sound_and_makes_what_all_at_once_would_be) {
    auto building = *KitBuilding::start({.description = full,
                                         .files = {{"Kick.wav", slow_sound()}, {"x/hat.wav", plain_sound()}},
                                         .base = {},
                                         .when = {2026, 5, 6, 7, 8, 10, 123}});
    EXPECT_EQ(building.progress(), 0);
    EXPECT_TRUE(building.step());
    EXPECT_EQ(building.progress(), 0.5);
    EXPECT_FALSE(building.step());
    EXPECT_EQ(building.result()->file, kit(full)->file);
}

TEST(kit_tables, become_a_description) {
    const auto made = description_of_tables(
        {.pads =
             "\xEF\xBB\xBFpad;file;name;pan\r\nA1;kick.wav;\"Big \"\"Kick\"\"\";-2\r\nA2;\"a;b\n.wav\";;\r\n\r\nA3;kick.wav;;3\r\n",
         .patterns = "pattern,bars,pad,at\nA1, 2 ,1,0\nA1,,2,48\nB1,1\n",
         .scenes = "a,b,c,d\n1,1,1,1\n"});
    ASSERT_TRUE(made);
    EXPECT_EQ(*made, R"({"sounds":[{"file":"kick.wav","slot":700,"name":"Big \"Kick\""},{"file":"a;b\n.wav","slot":701}],)"
                     R"("pads":[{"pad":"A1","pan":"-2","sound":700},{"pad":"A2","sound":701},{"pad":"A3","pan":"3","sound":700}],)"
                     R"("patterns":[{"pattern":"A1","bars":2,"notes":[{"pad":"1","at":"0"},{"pad":"2","at":"48"}]},)"
                     R"({"pattern":"B1","bars":1,"notes":[]}],"scenes":[{"patterns":["1","1","1","1"],"time":"4/4"}]})");
    const auto wide = description_of_tables({.pads = "pad\nA1,2\n", .patterns = {}, .scenes = {}});
    ASSERT_FALSE(wide);
    EXPECT_EQ(sentence(wide.problem()), "pads, row 2: expected 1 cells, found 2");
    EXPECT_EQ(*description_of_tables({}), R"({"sounds":[],"pads":[],"patterns":[],"scenes":[]})");
    for (const char* odd : {"\"", "a\n\"", "a;b\n;;;", ",", "\"a\"x,b\n1,2", "a\n\"\"\"", "pad,slot\nA1,7\nA1,x"})
        (void)description_of_tables({.pads = odd, .patterns = odd, .scenes = odd});
}

TEST(kit_tables, sounds_alone_go_onto_the_pads_in_order) {
    std::vector<std::string> names;
    for (int i = 0; i < 50; i++) names.push_back(fmt::format("{}.wav", i));
    const auto made = nlohmann::ordered_json::parse(description_of_sounds(names));
    EXPECT_EQ(made["sounds"].size(), 50u);
    EXPECT_EQ(made["pads"].size(), 48u);
    EXPECT_EQ(made["sounds"][49]["slot"], 749);
    EXPECT_EQ(made["pads"][12], (nlohmann::ordered_json{{"pad", "B1"}, {"sound", 712}}));
}
