#include "any/file.h"

#include <gtest/gtest.h>

#include <map>

#include "octatrack/blank.h"
#include "octatrack/sample_settings.h"
#include "opz/blank.h"
#include "opz/kit.h"

using namespace groovebench;
using any::File;

namespace {

Bytes bytes_from(std::string_view text) {
    const ByteView bytes = bytes_of(text);
    return {bytes.begin(), bytes.end()};
}

std::vector<File> one_of_each() {
    const std::string text = octatrack::blank_project();
    const ByteView bytes = bytes_of(text);
    std::vector<File> files;
    files.emplace_back("P/bank01.work", octatrack::blank_bank());
    files.emplace_back("P/project.work", Bytes(bytes.begin(), bytes.end()));
    files.emplace_back("P/markers.work", octatrack::blank_markers());
    files.emplace_back("P/arr01.work", octatrack::blank_arrangement());
    files.emplace_back("kick.ot", octatrack::write_sample_settings({.path = "x.wav"}, octatrack::whole_sample(44100)));
    files.emplace_back("project01.opz", opz::blank_project());
    files.emplace_back("kit.aif", *opz::make_drum_kit(std::vector<i16>(100), std::vector<opz::NewSlice>{{0, 100}}));
    files.emplace_back("midi.json",
                       bytes_from("{\"midi_echo\" : true, \"track_channels\" : [ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, "
                                  "14, 15 ], \"track_enable\" : [ true, true, true, true, true ]}\n"));
    return files;
}

// And what a machine writes for people to read alone.
std::vector<File> every_kind() {
    std::vector<File> files = one_of_each();
    files.emplace_back("import.log", bytes_from("[IMPORT STARTED]\n  importing projects/project10.opz...SUCCESS\n"));
    return files;
}

}  // namespace

TEST(any_file, every_format_answers_every_question) {
    constexpr std::size_t of_the_ep133 = 9;  // which have tests of their own
    EXPECT_EQ(any::formats().size(), every_kind().size() + of_the_ep133);
    for (const File& file : every_kind()) {
        ASSERT_NE(file.format(), nullptr) << file.name();
        EXPECT_FALSE(file.problem() || file.edited()) << file.name();
        EXPECT_EQ(bool(file.locked()), file.format()->name == "opz import log") << file.name();
        EXPECT_TRUE(file.check().empty()) << file.name();
        const auto json = file.json(JsonDetail::brief);
        ASSERT_TRUE(json) << file.name();
        const auto back = any::from_json(*json);
        ASSERT_TRUE(back) << file.name();
        EXPECT_EQ(back->format, file.format());
        EXPECT_TRUE(std::ranges::equal(back->bytes, file.bytes()));
        EXPECT_FALSE(file.summary()->empty()) << file.name();
        EXPECT_FALSE(file.list("")->empty()) << file.name();
        EXPECT_TRUE(file.read("")) << file.name();
        EXPECT_TRUE(file.differences(file)->empty()) << file.name();
        EXPECT_EQ(any::format_named(file.format()->name), file.format());
        EXPECT_TRUE(file.format()->page().starts_with("# ")) << file.name();
    }
}

TEST(any_file, values_of_a_record_are_gone_over_with_their_paths) {
    for (const File& file : one_of_each()) {
        std::size_t values = 0;
        const auto count = [&](const ValueRead& value) {
            const auto read = file.read(value.path);
            if (values++ < 300) ASSERT_TRUE(read && read->shown == value.shown) << value.path;
        };
        EXPECT_TRUE(file.each(file.name().starts_with("P/bank") ? "patterns[1].audio_tracks[1]" : "", count));
        EXPECT_GT(values, 20u) << file.name();
    }
}

TEST(any_file, an_untouched_file_is_written_as_it_came_and_an_edited_one_sealed) {
    for (File& file : one_of_each()) {
        const Bytes before = file.written();
        EXPECT_TRUE(std::ranges::equal(before, file.bytes()));
        const std::map<std::string, std::pair<std::string_view, std::string_view>> edits = {
            {"P/bank01.work", {"patterns[1].tail.length", "32"}},
            {"P/project.work", {"settings.tempo", "132"}},
            {"P/markers.work", {"flex[1].trim_end", "32"}},
            {"P/arr01.work", {"current.title", "verse"}},
            {"kick.ot", {"gain", "+3.0 dB"}},
            {"project01.opz", {"patterns[2].notes[3].kick[1].note", "F3"}},
            {"kit.aif", {"pitch[3]", "-2"}},
            {"midi.json", {"track_channels[1]", "7"}}};
        const auto [path, value] = edits.at(file.name());
        const Outcome done = file.set(path, {value});
        ASSERT_TRUE(done) << sentence(done.problem());
        EXPECT_TRUE(file.edited());
        EXPECT_TRUE(File(file.name(), file.written()).check().empty()) << file.name();
    }
}

TEST(any_file, a_wrong_sum_refuses_edits_until_consented_and_is_kept_without_one) {
    Bytes bytes = octatrack::blank_bank();
    bytes.back() ^= std::byte(1);
    File file("bank01.work", bytes);
    EXPECT_TRUE(file.locked());
    const Outcome refused = file.set("patterns[1].tail.length", {"32"});
    ASSERT_FALSE(refused);
    EXPECT_EQ(sentence(refused.problem()), "bank01.work: checksum: at 0x9B4CF: expected 0x98FB, found 0x98FA");
    EXPECT_EQ(file.written(), bytes);
    EXPECT_TRUE(file.allow());
    EXPECT_TRUE(file.set("patterns[1].tail.length", {"32"}));
    EXPECT_FALSE(octatrack::checksum_problem(file.written()));
}

TEST(any_file, what_does_not_open_says_why_and_stays_as_it_is) {
    Bytes bytes = octatrack::blank_bank();
    bytes[21] = std::byte(22);
    File old("bank01.work", bytes), other("notes.txt", Bytes(10));
    EXPECT_EQ(sentence(*old.problem()), "bank01.work: header.version: at 0x15: expected version 23 (OS 1.40), found version 22");
    EXPECT_FALSE(old.allow());
    EXPECT_FALSE(old.set("patterns[1].tail.length", {"32"}));
    EXPECT_FALSE(old.json(JsonDetail::brief) || old.read("") || old.list("") || old.summary() || old.differences(old));
    EXPECT_FALSE(old.check().empty());
    EXPECT_EQ(old.written(), bytes);
    EXPECT_FALSE(other.json(JsonDetail::brief) || other.read("") || other.list("") || other.summary());
    EXPECT_FALSE(other.set("x", {"1"}));
    const std::vector<File> files = one_of_each();
    EXPECT_FALSE(files[0].differences(files[1]));
}
