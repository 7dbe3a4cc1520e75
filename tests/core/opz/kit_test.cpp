#include "opz/kit.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "any/file.h"
#include "bytes/format.h"
#include "bytes/integers.h"
#include "opz/config.h"
#include "opz/import_log.h"
#include "projects.h"

using namespace groovebench;
using namespace groovebench::opz;

namespace {

Bytes made_kit(std::size_t frames = 10000) {
    std::vector<i16> sound(frames);
    for (std::size_t i = 0; i < frames; i++) sound[i] = i16(i * 37);
    return *make_drum_kit(sound, std::vector<NewSlice>{{0, 2500}, {2500, 5000}, {5000, u32(frames)}});
}

struct NamedKit {
    std::string name;
    Bytes file;
};
std::vector<NamedKit> all_kits() {
    std::vector<NamedKit> all = {{"made.aif", made_kit()}};
    for (const auto& path : test::fixtures("opz", ".aif")) all.push_back({path.filename().string(), test::load(path)});
    return all;
}

std::string refusal_of(any::File& file, std::string_view path, std::string_view shown) {
    const Outcome done = file.set(path, {shown});
    return done ? "taken" : sentence(done.problem());
}

Bytes bytes_from(std::string_view text) {
    const ByteView bytes = bytes_of(text);
    return {bytes.begin(), bytes.end()};
}

}  // namespace

TEST(opz_kit, positions_of_a_device_are_exact_and_others_right_to_the_frame) {
    int exact = 0;
    for (const auto& [name, bytes] : all_kits()) {
        const auto kit = open_kit(bytes);
        ASSERT_TRUE(kit) << name;
        for (const Slice& slice : kit->slices)
            for (const i64 position : {slice.start, slice.end}) {
                if (kit->version == 3) {
                    EXPECT_EQ(position_of(frame_at(position)), position) << name;
                    exact++;
                }
                if (name == "kit-thirdparty-v2.aif") EXPECT_EQ(position % 4058, 0);
                if (name == "op1-drum-v2-aifc-sowt.aif") {  // floor(frame * 2147483646 / 529200)
                    EXPECT_EQ(i64(frame_at(position)) * 2147483646 / 529200, position);
                }
            }
    }
    EXPECT_GE(exact, 48);
    std::cout << exact << " positions as an OP-Z writes them\n";
    for (u32 frame = 0; frame <= most_drum_frames; frame += 7) ASSERT_EQ(frame_at(position_of(frame)), frame);
    EXPECT_EQ(position_of(most_drum_frames), last_position);
}

TEST(opz_kit, what_the_fixtures_hold) {
    for (const auto& [name, bytes] : all_kits()) {
        const auto kit = open_kit(bytes);
        ASSERT_TRUE(kit);
        if (name == "kit-device-v3.aif") {
            EXPECT_EQ(kit->sound.frames, 184704u);
            EXPECT_EQ(kit->version, 3);
        }
        if (name == "kit-device-v3-end-past-audio.aif") EXPECT_EQ(kit->sound.frames, 165325u);
        if (name.starts_with("op1-synth")) {
            EXPECT_EQ(kit->kind, KitKind::snapshot);
            EXPECT_EQ(kit->sound.frames, 44160u);
        }
        if (name.starts_with("op1-")) EXPECT_EQ(kit->sound.coding, audio::Coding::signed_little);
        for (const Problem& problem : kit_findings(bytes))
            EXPECT_EQ(problem.severity, Severity::note) << name << ": " << sentence(problem);
    }
}

TEST(opz_kit, an_edit_changes_its_value_and_the_sizes_around_it_alone) {
    struct Case {
        std::string path, value, reads, was;  // was: what must stay
    };
    const Case cases[] = {{"end[2]", "4000", "4000", ""},
                          {"start[3]", "100 ms", "4410", ""},
                          {"pitch[1]", "-1.5", "-1.5", ""},
                          {"volume[4]", "50 %", "50 %", ""},
                          {"reverse[5]", "reverse", "reverse", ""},
                          {"playmode[6]", "12288", "12288", ""},
                          {"name", "mine", "mine", ""},
                          {"fx_active", "on", "on", ""}};
    for (const auto& [name, bytes] : all_kits()) {
        if (open_kit(bytes)->kind != KitKind::drum || name.find("end-past") != name.npos) continue;
        for (const Case& one : cases) {
            any::File file(name, bytes);
            const bool fits = (one.path != "start[3]" && one.path != "end[2]") || name == "made.aif";  // others have other slices
            if (!fits) continue;
            const Outcome done = file.set(one.path, {one.value});
            ASSERT_TRUE(done) << sentence(done.problem());
            EXPECT_EQ(file.read(one.path)->shown, one.reads) << name << one.path;
            const Bytes after = file.written();
            // What is in front of the text and behind it is the same but for two sizes; in the text, all but one value.
            Json was = values_of(kit_file(), bytes), is = values_of(kit_file(), after);
            int differing = 0;
            each_leaf(was, "", [&](const std::string& path, const Json& value) { differing += *value_at(is, path) != value; });
            EXPECT_EQ(differing, 1) << name << " " << one.path;
            const auto kit = open_kit(after), before = open_kit(bytes);
            EXPECT_EQ(kit->sound.frames, before->sound.frames);
            EXPECT_TRUE(std::ranges::equal(ByteView(after).last(100), ByteView(bytes).last(100)));
            EXPECT_EQ(u32(*overlay<be32>(after, 4)) + 8, after.size() - (bytes.size() - 8 - *overlay<be32>(bytes, 4)));
            EXPECT_EQ(any::File(name, bytes).differences(file)->size(), 1u);
            // And back again: the same bytes.
            const std::string old = plain_shown(*value_at(was, one.path));
            if (one.path == "name") {
                ASSERT_TRUE(file.set("name", {old}));
                EXPECT_TRUE(file.written() == bytes) << name;
            }
        }
    }
}

TEST(opz_kit, values_of_a_document_go_into_the_text) {
    const Bytes bytes = made_kit();
    Json document = Json::parse(*any::File("made.aif", bytes).json(JsonDetail::brief));
    document["values"]["pitch"][2] = 512;
    const auto changed = any::from_json(document.dump());
    ASSERT_TRUE(changed);
    EXPECT_EQ(any::File("made.aif", changed->bytes).read("pitch[3]")->shown, "+1");
    document["values"].erase("pitch");
    EXPECT_FALSE(any::from_json(document.dump()));
    document = Json::parse(*any::File("made.aif", bytes).json(JsonDetail::brief));
    document["after"] = "0";
    EXPECT_EQ(sentence(any::from_json(document.dump()).problem()), "after: expected two hex digits a byte, found something else");
}

TEST(opz_kit, what_a_kit_cannot_hold_is_refused) {
    any::File file("made.aif", made_kit());
    EXPECT_EQ(refusal_of(file, "start[1]", "3000"), "made.aif: start[1]: expected at most its end, 2500 frames, found 3000");
    EXPECT_EQ(refusal_of(file, "end[1]", "529201"),
              "made.aif: end[1]: expected 0 to 529200 frames, or 0 to 12000 ms, found 529201");
    EXPECT_EQ(refusal_of(file, "pitch[1]", "49"), "made.aif: pitch[1]: expected -48 to +48 semitones, found 49");
    EXPECT_EQ(refusal_of(file, "volume[25]", "50 %"), "made.aif: volume[25]: expected a value of the file, found no such value");
    EXPECT_EQ(refusal_of(file, "reverse[1]", "sideways"), "made.aif: reverse[1]: expected forward or reverse, found sideways");
    EXPECT_EQ(refusal_of(file, "type", "sampler"),
              "made.aif: type: expected a field that is yours to set, found one that says what the file is");
    EXPECT_EQ(refusal_of(file, "start", "1"), "made.aif: start: expected one value, found a record or an array");
    EXPECT_FALSE(file.set("volume[1]", {.raw = 20000}));
    EXPECT_FALSE(file.edited());
    EXPECT_EQ(sentence(make_drum_kit(std::vector<i16>(529201), {}).problem()),
              "sound: expected at most 12 seconds (529200 frames), found 529201 frames");
    EXPECT_EQ(sentence(make_drum_kit(std::vector<i16>(10), std::vector<NewSlice>(25)).problem()),
              "slices: expected at most 24, found 25");
    EXPECT_EQ(sentence(make_drum_kit(std::vector<i16>(10), std::vector<NewSlice>{{3, 11}}).problem()),
              "slices: expected a slice within 10 frames, found 3 to 11");
}

// opz.md 14: 12 seconds of a drum kit, 6 of a synth sample, whose rest should be silence.
TEST(opz_kit, a_sound_of_another_length_than_its_kind_plays_is_told) {
    const auto told = [](std::size_t frames, std::string_view type) {
        const Bytes drum = *make_drum_kit(std::vector<i16>(frames), {});
        const std::string text = "{\"name\":\"a\",\"octave\":0,\"synth_version\":2,\"type\":\"" + std::string(type) + "\"}";
        std::string all;
        for (const Problem& problem : kit_findings(kit_file().with_text(drum, *kit_file().text(drum), text)))
            all += (problem.severity == Severity::note ? "note " : "") + sentence(problem) + "\n";
        return all;
    };
    EXPECT_EQ(told(synth_frames, "sampler"), "");
    EXPECT_EQ(told(synth_frames + 1, "sampler"), "SSND: expected at most 6 seconds (264600 frames), found 264601 frames\n");
    EXPECT_EQ(told(4000, "sampler"),
              "note SSND: expected 6 seconds, with silence at the end: an OP-Z plays what is left over behind a shorter sample, "
              "found 4000 frames\n");
    EXPECT_EQ(told(synth_frames, "cluster"),
              "note type: expected drum or sampler, which an OP-Z can play, found an engine of the OP-1\n");
}

TEST(opz_kit, what_is_no_kit_is_said) {
    EXPECT_FALSE(is_kit({}));
    EXPECT_EQ(sentence(open_kit({}).problem()), "FORM: at 0x0: expected an AIFF file, found no bytes: a reference");
    Bytes other = made_kit();
    const std::string_view text = groovebench::text_of(other);
    const auto at = text.find("op-1");
    other[at] = std::byte('x');
    EXPECT_EQ(sentence(open_kit(other).problem()),
              "APPL: at 0xC: expected a chunk APPL with op-1 in it, found none: a sound, not a kit");
    Bytes broken = made_kit();
    broken[at + 6] = std::byte('!');
    const auto problem = open_kit(broken).problem();
    EXPECT_EQ(problem.path, "JSON");
    EXPECT_GE(problem.offset, at);
}

TEST(opz_config, every_setting_comes_back_and_is_edited_in_place) {
    std::vector<NamedKit> files = {
        {"general.json", bytes_from("{\n\t\"backlit_keys\" : false,\n\t\"temp_param_add_fx_a\" : true\n}\n")},
        {"midi.json", bytes_from("{ \"track_channels\" : [ 0, 1, 2 ], \"midi_echo\":true, \"own\": [[1,2],[3,4]] }\r\n  ")}};
    for (const auto& path : test::fixtures("opz", ".json")) files.push_back({path.filename().string(), test::load(path)});
    for (const auto& [name, bytes] : files) {
        const any::File file(name, bytes);
        ASSERT_FALSE(file.problem()) << name;
        EXPECT_EQ(file.format()->name, "opz config") << name;
        const auto back = any::from_json(*file.json(JsonDetail::brief));
        ASSERT_TRUE(back) << name << sentence(back.problem());
        EXPECT_TRUE(back->bytes == bytes) << name;
        for (const Problem& problem : file.check())
            if (problem.severity != Severity::note) ADD_FAILURE() << sentence(problem);
        EXPECT_FALSE(file.summary()->empty());
    }
    any::File midi("midi.json", files[1].file);
    ASSERT_TRUE(midi.set("track_channels[2]", {"16"}));
    ASSERT_TRUE(midi.set("midi_echo", {"off"}));
    ASSERT_TRUE(midi.set("own[2][1]", {"30"}));
    EXPECT_EQ(groovebench::text_of(midi.bytes()),
              "{ \"track_channels\" : [ 0, 15, 2 ], \"midi_echo\":false, \"own\": [[1,2],[30,4]] }\r\n  ");
    EXPECT_EQ(midi.read("track_channels[2]")->shown, "16");
    EXPECT_EQ(refusal_of(midi, "track_channels[1]", "17"), "midi.json: track_channels[1]: expected 1 to 16, found 17");
    EXPECT_EQ(refusal_of(midi, "midi_echo", "maybe"), "midi.json: midi_echo: expected on or off, found maybe");
    EXPECT_EQ(refusal_of(midi, "nothing", "1"), "midi.json: nothing: expected a value of the file, found no such value");
}

TEST(opz_config, lamps_without_a_profile_are_told) {
    const any::File file("dmx.json",
                         bytes_from(R"({"profiles":[{"name":"rgb","channels":["red"]}],"config":[{"fixture":17,"profile":"x"}]})"));
    std::string told;
    for (const Problem& problem : file.check()) told += sentence(problem) + "\n";
    EXPECT_EQ(told,
              "dmx.json: config[1].fixture: expected 1 to 16, found 17\ndmx.json: config[1].profile: expected the name of a "
              "profile, found x\n");
}

TEST(opz_log, an_import_log_is_told_in_words) {
    const std::string text =
        "[IMPORT STARTED]\nReading content disk...SUCCESS\n  importing config/dmx.json...INVALID\n"
        "  Ignoring file of wrong type: config/dmx.json.txt\n  importing projects/project10.opz...SUCCESS\n[IMPORT COMPLETE]";
    std::vector<NamedKit> files = {{"import.log", bytes_from(text)}, {"import.log", bytes_from("\xFF\n\n")}, {"import.log", {}}};
    for (const auto& path : test::fixtures("opz", ".log")) files.push_back({"import.log", test::load(path)});
    for (const auto& [name, bytes] : files) {
        any::File file(name, bytes);
        const auto back = any::from_json(*file.json(JsonDetail::brief));
        ASSERT_TRUE(back) << sentence(back.problem());
        EXPECT_TRUE(back->bytes == bytes);
        EXPECT_FALSE(file.set("lines[1]", {"x"}));
        EXPECT_FALSE(file.allow());
        EXPECT_FALSE(file.summary()->empty());
    }
    const any::File file("import.log", files[0].file);
    EXPECT_EQ(file.summary()->front().words, "refused as invalid: config/dmx.json");
    EXPECT_EQ(file.check().size(), 2u);
    EXPECT_EQ(file.read("lines[3]")->shown, "importing config/dmx.json...INVALID");
}
