#include "octatrack/file_json.h"

#include <gtest/gtest.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "../archive/fixture_files.h"
#include "any/format.h"
#include "bytes/format.h"
#include "octatrack/project_edit.h"
#include "random_files.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

// In full only where that is asked for: it takes a second a bank under sanitizers.
void expect_round_trip(FileKind kind, const Bytes& file, std::string_view name,
                       std::initializer_list<JsonDetail> details = {JsonDetail::brief}) {
    for (const JsonDetail detail : details) {
        const auto json = file_json(kind, file, detail);
        ASSERT_TRUE(json) << name << ": " << sentence(json.problem());
        const auto back = any::from_json(*json);
        ASSERT_TRUE(back) << name << ": " << sentence(back.problem());
        EXPECT_EQ(back->format->name, fmt::format("octatrack {}", word(kind))) << name;
        EXPECT_TRUE(back->bytes == file) << name;
    }
}

Bytes bytes_from(std::string_view text) {
    const ByteView bytes = bytes_of(text);
    return {bytes.begin(), bytes.end()};
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return at == text.npos ? text : text.replace(at, from.size(), to);
}

std::string refusal_of(const std::string& document) {
    const auto file = any::from_json(document);
    return file ? "taken" : sentence(file.problem());
}

std::string project_with_samples() {
    std::string text = blank_project();
    for (const SlotRef slot : {SlotRef{Pool::flex, 3}, SlotRef{Pool::static_pool, 128}}) {
        const auto project = open_project(bytes_of(text));
        text = text_of(*text::spliced(bytes_of(text), *set_slot(*project, slot, {.path = "../AUDIO/caf\xE9.wav"})));
    }
    return text;
}

}  // namespace

TEST(file_json, every_fixture_comes_back_byte_for_byte) {
    int files = 0;
    for (const char* ending : {".work", ".strd", ".ot"})
        for (const auto& path : test::fixtures("octatrack", ending)) {
            const Bytes file = test::load(path);
            const FileKind kind = kind_of(path.string(), file);
            ASSERT_NE(kind, FileKind::other) << path;
            expect_round_trip(kind, file, path.string());
            files++;
        }
    std::cout << files << " files through JSON and back\n";
}

TEST(file_json, new_and_busy_files_come_back_byte_for_byte) {
    for (const NewFile& file : blank_project_files()) expect_round_trip(kind_of(file.name), file.bytes, file.name);
    expect_round_trip(FileKind::bank, blank_bank(), "in full", {JsonDetail::full});
    expect_round_trip(FileKind::bank, blank_bank(NewRecorderSource::off), "without a source");
    expect_round_trip(FileKind::bank, test_files::busy_bank(), "busy");
    expect_round_trip(FileKind::sample_settings, write_sample_settings({.path = "x.wav"}, whole_sample(44100)), "x.ot");
    std::mt19937 random(7);
    for (auto [kind, file] :
         {std::pair{FileKind::markers, blank_markers()}, std::pair{FileKind::arrangement, blank_arrangement()}}) {
        test_files::fill(*schema_of(kind), file, random);
        expect_round_trip(kind, file, "filled");
    }
}

TEST(file_json, rows_of_an_arrangement_are_written_by_their_type_and_keep_what_they_were_before) {
    Bytes file = blank_arrangement();
    Arrangement& arrangement = *overlay<Arrangement>(file);
    arrangement.current.rows[0] = new_pattern_row(0, 2);
    arrangement.current.rows[1] = new_pattern_row(1, 3);
    arrangement.current.rows[1].type = RowType::loop;
    arrangement.current.rows[2].type.raw = 9;
    seal(file);
    const std::string json = *file_json(FileKind::arrangement, file);
    EXPECT_NE(json.find("\"pattern\": 2, \"repetitions\": 0"), json.npos) << json.substr(0, 2000);
    EXPECT_NE(json.find("{\"type\": 1, \"count\": 19, "), json.npos);
    EXPECT_NE(json.find("{\"type\": 9, \"content\": \"00"), json.npos);
    expect_round_trip(FileKind::arrangement, file, "rows");
    EXPECT_EQ(refusal_of(replaced(json, "{\"type\": 9", "{\"type\": 2")),
              "current.rows[3].text: at 0x57: expected text, found nothing of that name");
}

TEST(file_json, untouched_patterns_and_parts_are_a_word) {
    const Bytes file = blank_bank();
    const std::string brief = *file_json(FileKind::bank, file), full = *file_json(FileKind::bank, file, JsonDetail::full);
    EXPECT_LT(brief.size(), 2000u);
    EXPECT_GT(full.size(), 1'000'000u);
    EXPECT_EQ(Json::parse(brief)["patterns"][15], "blank");
    EXPECT_EQ(Json::parse(*file_json(FileKind::bank, blank_bank(NewRecorderSource::off)))["parts"][3], "blank, SRC3 off");
    EXPECT_EQ(refusal_of(replaced(brief, "\"blank\"", "\"new\"")),
              "patterns[1]: at 0x16: expected an object: pattern, found \"new\"");
    EXPECT_EQ(refusal_of(replaced(brief, "\"header\": {", "\"header\": \"blank\", \"x\": {")),
              "header: at 0x0: expected an object: header, found \"blank\"");
}

TEST(file_json, paths_of_the_grammar_are_paths_of_the_document) {
    const Bytes& file = test_files::busy_bank();
    const Json json = Json::parse(*file_json(FileKind::bank, file, JsonDetail::full));
    const Bank& bank = *overlay<Bank>(file);
    EXPECT_EQ(json["format"], "octatrack bank");
    EXPECT_EQ(json["patterns"][2]["audio_tracks"][1]["locks"][4]["amp_vol"], u8(bank.patterns[2].audio_tracks[1].locks[4].amp_vol));
    EXPECT_EQ(json["patterns"][2]["audio_tracks"][1]["trigs"],
              fmt::format("0x{:016X}", u64(bank.patterns[2].audio_tracks[1].trigs)));
    EXPECT_EQ(json["patterns"][15]["midi_tracks"][7]["trig_words"][63]["condition"],
              condition(bank.patterns[15].midi_tracks[7].trig_words[63]));
    EXPECT_EQ(json["checksum"], u16(bank.checksum));
}

TEST(file_json, a_wrong_sum_stays_wrong_and_a_damaged_bank_is_refused) {
    Bytes file = blank_bank();
    file.back() ^= std::byte(1);
    expect_round_trip(FileKind::bank, file, "wrong sum");
    file.erase(file.begin() + 50000, file.begin() + 50032);
    const auto json = file_json(FileKind::bank, file);
    ASSERT_FALSE(json);
    EXPECT_EQ(sentence(json.problem()), "size: at 0x9B4B1: expected 636113 bytes, found 636081 bytes");
}

TEST(file_json, a_document_that_would_not_open_is_refused) {
    const std::string bank = *file_json(FileKind::bank, blank_bank());
    EXPECT_EQ(refusal_of(replaced(bank, "\"version\": 23", "\"version\": 22")),
              "header.version: at 0x15: expected version 23 (OS 1.40), found version 22");
    const std::string other = refusal_of(replaced(bank, "octatrack bank", "octatrack banks"));
    EXPECT_TRUE(other.starts_with("format: expected one of octatrack bank, ")) << other;
    EXPECT_TRUE(other.ends_with(", found octatrack banks")) << other;
    EXPECT_EQ(refusal_of("[1]").substr(0, 16), "format: expected");
    EXPECT_EQ(refusal_of("{}").substr(0, 16), "format: expected");
}

TEST(file_json, a_project_has_its_values_by_path_and_slots_at_their_numbers) {
    const Json json = Json::parse(*file_json(FileKind::project, bytes_from(project_with_samples())));
    EXPECT_EQ(json["settings"]["tempo"], 2880);
    EXPECT_EQ(json["settings"]["midi_trig_channels"], Json({0, 1, 2, 3, 4, 5, 6, 7}));
    EXPECT_EQ(json["states"]["bank"], 0);
    EXPECT_EQ(json["meta"]["os_version"], "R0177     1.40B");
    EXPECT_EQ(json["flex"].size(), 3u);
    EXPECT_EQ(json["flex"][0], nullptr);
    EXPECT_EQ(json["flex"][2]["path"], "../AUDIO/caf\xC3\xA9.wav");
    EXPECT_EQ(json["static"][127]["gain"], 48);
    EXPECT_EQ(json["recorders"].size(), 8u);
}

TEST(file_json, odd_project_texts_come_back_byte_for_byte) {
    const std::string text = project_with_samples();
    const std::string odd[] = {replaced(text, "TEMPOx24=2880", "TEMPOx24=02880"),
                               replaced(text, "TEMPOx24=2880\r\n", "TEMPOx24=2880\n"),
                               replaced(text, "TEMPOx24=2880", "TEMPOx24= 2880 "),
                               replaced(text, "[/SETTINGS]", "NEW_KEY=\x80\xFF\t\"\\\r\n[/SETTINGS]"),
                               replaced(text, "TEMPOx24=2880", "TEMPOx24="),
                               replaced(text, "TEMPOx24=2880", "TEMPOx24=2880\r\nTEMPOx24=2400"),
                               replaced(text, "SLOT=003", "SLOT=3"),
                               replaced(text, "GAIN=48", "GAIN=-0"),
                               replaced(text, "GAIN=48", "GAIN=99999999999999999999"),
                               replaced(text, "TSMODE=", "BPMx24=2400\r\nTSMODE="),
                               replaced(text, "TSMODE=", "TSMODE\r\r\n\rTSMODE="),
                               text.substr(0, text.size() - 3),
                               text + "left over",
                               replaced(text, "SLOT=128\r\n", "SLOT=003\r\n")};
    for (const std::string& one : odd) expect_round_trip(FileKind::project, bytes_from(one), one.substr(0, 400));
}

TEST(file_json, a_project_takes_edited_values_and_refuses_what_has_no_place) {
    const std::string json = *file_json(FileKind::project, bytes_from(project_with_samples()));
    const auto edited = any::from_json(replaced(json, "\"tempo\": 2880", "\"tempo\": 2400"));
    ASSERT_TRUE(edited);
    EXPECT_EQ(text_of(edited->bytes), replaced(project_with_samples(), "TEMPOx24=2880", "TEMPOx24=2400"));
    constexpr std::string_view wanted = "expected a whole number, or one line of ISO 8859-1, for one place of the layout, found ";
    EXPECT_EQ(refusal_of(replaced(json, "\"tempo\": 2880", "\"tempo\": 2.5")), fmt::format("settings.tempo: {}2.5", wanted));
    EXPECT_EQ(refusal_of(replaced(json, "\"tempo\": 2880", "\"tempo\": \"1\\n2\"")),
              fmt::format("settings.tempo: {}\"1\\n2\"", wanted));
    EXPECT_EQ(refusal_of(replaced(json, "\"tempo\": 2880", "\"pace\": 2880")), fmt::format("settings.tempo: {}none", wanted));
    EXPECT_EQ(refusal_of(replaced(json, "\"tempo\": 2880", "\"tempo\": 2880, \"pace\": 1")),
              "settings.pace: expected a line of the layout that holds it, found none");
    EXPECT_EQ(refusal_of(replaced(json, "[\"TEMPOx24=\", \"settings.tempo\"]", "[\"TEMPOx24=\", 3]")),
              "layout[13]: expected a line, or [text, path] or [text, path, line end], found [\"TEMPOx24=\",3]");
    EXPECT_EQ(refusal_of(replaced(json, "\"layout\"", "\"lay\"")), "layout: expected the lines of the text, found none");
}

TEST(file_json, random_documents_are_refused_or_taken_but_harm_nobody) {
    std::mt19937 random(20261124);
    constexpr std::string_view telling = "{}[]\",:0-9\\eE.unt\n";
    for (const auto& json : {*file_json(FileKind::project, bytes_from(project_with_samples())),
                             *file_json(FileKind::bank, blank_bank()), *file_json(FileKind::arrangement, blank_arrangement())})
        for (int i = 0; i < 300; i++) {
            std::string damaged = json;
            for (int n = 0; n < 1 + i % 4; n++) damaged[random() % damaged.size()] = telling[random() % telling.size()];
            const auto file = any::from_json(damaged);
            if (file) EXPECT_FALSE(file->format->refusal(file->bytes));
            if (!file) EXPECT_FALSE(sentence(file.problem()).empty());
        }
}

TEST(file_kind, is_told_by_the_head_where_the_name_says_nothing) {
    EXPECT_EQ(kind_of("one_reminder_row.work", blank_arrangement()), FileKind::arrangement);
    EXPECT_EQ(kind_of("copy of bank", blank_bank()), FileKind::bank);
    EXPECT_EQ(kind_of("src-project.work", bytes_from(blank_project())), FileKind::project);
    EXPECT_EQ(kind_of("notes.txt", bytes_from("notes")), FileKind::other);
    EXPECT_EQ(kind_of("empty", {}), FileKind::other);
    EXPECT_EQ(kind_of("bank01.work", blank_arrangement()), FileKind::bank);
}
