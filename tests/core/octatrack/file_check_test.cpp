#include "octatrack/file_check.h"

#include <gtest/gtest.h>

#include <set>

#include "../archive/fixture_files.h"
#include "octatrack/bank_findings.h"
#include "octatrack/project_check.h"
#include "octatrack/project_edit.h"
#include "octatrack/trigs.h"
#include "random_files.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

std::vector<std::string> sentences(const std::vector<Problem>& problems) {
    std::vector<std::string> out;
    for (const Problem& problem : problems) out.push_back(sentence(problem));
    return out;
}

std::vector<NewFile> one_of_each() {
    const std::set<std::string> names = {"project.work", "markers.work", "bank01.work", "arr01.work"};
    auto files = blank_project_files();
    std::erase_if(files, [&](const NewFile& file) { return !names.contains(file.name); });
    return files;
}

struct Rig {
    Bytes bank = blank_bank(), markers = blank_markers();
    std::string text = blank_project();

    Bank& view() { return *overlay<Bank>(bank); }
    void load(SlotRef slot, const char* path, u32 frames) {
        const auto project = open_project(bytes_of(text));
        text = text_of(*text::spliced(bytes_of(text), *set_slot(*project, slot, {.path = path})));
        markers_of(*overlay<Markers>(markers), slot) = whole_sample(frames);
    }
    std::vector<Problem> check(const FindSample& find = {}) {
        const NamedFile files[] = {{"project.work", bytes_of(text)}, {"markers.work", markers}, {"bank03.work", bank}};
        auto problems = check_project(files, find);
        std::erase_if(problems, [](const Problem& problem) { return problem.severity == Severity::note; });
        return problems;
    }
};

}  // namespace

TEST(file_kind, is_told_by_the_name_alone) {
    EXPECT_EQ(kind_of("SET/P/bank01.work"), FileKind::bank);
    EXPECT_EQ(kind_of("BANK16.STRD"), FileKind::bank);
    EXPECT_EQ(kind_of("bank17.work"), FileKind::other);
    EXPECT_EQ(kind_of("bank1.work"), FileKind::other);
    EXPECT_EQ(kind_of("arr08.strd"), FileKind::arrangement);
    EXPECT_EQ(kind_of("arr09.work"), FileKind::other);
    EXPECT_EQ(kind_of("project.work"), FileKind::project);
    EXPECT_EQ(kind_of("Markers.work"), FileKind::markers);
    EXPECT_EQ(kind_of("kick.ot"), FileKind::sample_settings);
    EXPECT_EQ(kind_of(".ot"), FileKind::other);
    EXPECT_EQ(kind_of("project"), FileKind::other);
    EXPECT_EQ(copy_name("S/Bank03.STRD"), "bank03");
}

TEST(file_check, new_files_have_no_findings) {
    for (const NewFile& file : one_of_each()) {
        const FileReport report = check_file(file.name, file.bytes);
        EXPECT_TRUE(report.opens && report.read_only.empty() && report.findings.empty()) << file.name;
    }
    EXPECT_TRUE(check_file("notes.txt", {}).findings.empty());
}

TEST(file_check, a_wrong_sum_is_a_finding_and_the_file_read_only) {
    Rig rig;
    rig.bank.back() ^= std::byte(1);
    const FileReport report = check_file("S/P/bank01.work", rig.bank);
    EXPECT_TRUE(report.opens);
    ASSERT_EQ(report.findings.size(), 1u);
    EXPECT_EQ(report.findings[0].file, "S/P/bank01.work");
    EXPECT_FALSE(report.read_only.empty());
}

TEST(file_check, a_version_that_is_never_edited_is_read_only_and_not_called_broken) {
    for (NewFile& file : one_of_each()) {
        if (kind_of(file.name) == FileKind::project) {
            std::string text(text_of(file.bytes));
            text.replace(text.find("VERSION=19"), 10, "VERSION=18");
            const FileReport report = check_file(file.name, bytes_of(text));
            EXPECT_TRUE(report.opens && !report.read_only.empty());
            EXPECT_EQ(report.findings[0].cause, Cause::unsupported);
            continue;
        }
        file.bytes[21] ^= std::byte(3);
        const FileReport report = check_file(file.name, file.bytes);
        EXPECT_FALSE(report.opens);
        EXPECT_FALSE(report.read_only.empty());
        ASSERT_EQ(report.findings.size(), 1u) << file.name;
        EXPECT_EQ(report.findings[0].cause, Cause::unsupported);
    }
}

TEST(file_check, tags_out_of_place_are_told_with_what_the_doctor_sees) {
    Rig rig;
    rig.bank.erase(rig.bank.begin() + 50000, rig.bank.begin() + 50032);
    const FileReport report = check_file("bank01.work", rig.bank);
    EXPECT_FALSE(report.opens);
    const auto lines = sentences(report.findings);
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_TRUE(lines[0].find("636113 bytes") != std::string::npos);
    EXPECT_TRUE(lines[1].find("32 bytes lost") != std::string::npos);
    EXPECT_TRUE(lines[2].find("patterns[2]") != std::string::npos);
}

TEST(bank_findings, steps_that_contradict_themselves_are_told) {
    Rig rig;
    AudioTrack& track = rig.view().patterns[2].audio_tracks[1];
    track.trigs.put(4, true);
    track.one_shots.put(4, true);
    track.locks[6].amp_vol = 9;
    rig.view().patterns[2].midi_tracks[0].trigless_locks.put(1, true);
    rig.view().patterns[2].midi_tracks[0].trigless_trigs.put(1, true);
    EXPECT_EQ(
        sentences(bank_findings(rig.view())),
        (std::vector<std::string>{
            "patterns[3].audio_tracks[2].trigs[5]: at 0x12721: expected one type of trig, found several on one step",
            "patterns[3].audio_tracks[2].locks[7]: at 0x1283A: expected a trig or a trigless lock with the locks, found none: "
            "nothing plays them",
            "patterns[3].midi_tracks[1].trigs[2]: at 0x1670F: expected one type of trig, found several on one step"}));
}

TEST(bank_findings, constants_recorders_scenes_and_bits_are_looked_at) {
    Rig rig;
    Bank& bank = rig.view();
    bank.patterns[0].zero.bytes[0] = 1;
    bank.patterns[0].audio_tracks[0].locks[0].unused.bytes[0] = 1;
    bank.parts[1].slots[4].pickup.bytes[0] = 129;
    bank.parts[1].scenes[3].tracks[2].sample_slot = 5;
    std::set<std::string> paths;
    for (const Problem& problem : bank_findings(bank)) paths.insert(problem.path);
    EXPECT_EQ(paths,
              (std::set<std::string>{"patterns[1].zero", "patterns[1].audio_tracks[1].locks[1].unused", "parts[2].slots[5].pickup",
                                     "parts[2].scenes[4].tracks[3].sample_slot", "parts_edited[2]"}));
    EXPECT_EQ(bank_findings(bank, 2).size(), 2u);
}

TEST(project_check, slots_are_followed_through_all_files) {
    Rig rig;
    rig.load({Pool::static_pool, 1}, "kick.wav", 1000);
    rig.load({Pool::flex, 9}, "snare.wav", 0);
    Pattern& pattern = rig.view().patterns[0];
    pattern.audio_tracks[0].trigs.put(0, true);  // S001: there
    pattern.audio_tracks[1].trigs.put(0, true);  // S002: empty
    pattern.audio_tracks[0].trigs.put(8, true);
    pattern.audio_tracks[0].locks[8].sample_slot = 41;  // S042: empty
    EXPECT_EQ(
        sentences(rig.check()),
        (std::vector<std::string>{
            "markers.work: flex[9]: at 0x1896: expected a record for the sample in the slot, found none: snare.wav plays nothing",
            "bank03.work: patterns[1].audio_tracks[1].locks[9].sample_slot: at 0x19F: expected a slot with a sample, found S042 of "
            "C01 is empty",
            "bank03.work: patterns[1].audio_tracks[2]: at 0x949: expected a machine with a sample to play, found S002 of C01 is "
            "empty"}));
}

TEST(project_check, samples_that_are_not_there_are_told_only_where_somebody_looks) {
    Rig rig;
    rig.load({Pool::flex, 9}, "snare.wav", 500);
    EXPECT_TRUE(rig.check().empty());
    const auto problems = rig.check([](std::string_view) { return SampleState::missing; });
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].found, "snare.wav is not there");
}

TEST(project_check, copies_that_are_apart_and_names_that_are_missing_are_noted) {
    const Bytes bank = blank_bank();
    Bytes other = bank;
    other[5000] ^= std::byte(1);
    const NamedFile files[] = {{"bank01.work", bank}, {"bank01.strd", other}, {"bank02.work", bank}, {"bank02.strd", bank}};
    int apart = 0, missing = 0;
    for (const Problem& problem : check_project(files)) {
        EXPECT_EQ(problem.severity, Severity::note);
        apart += problem.expected == "the same as bank01.strd";
        missing += problem.found == "none";
    }
    EXPECT_EQ(apart, 1);
    EXPECT_EQ(missing, 24);
}

TEST(file_check_fixtures, real_files_have_the_findings_the_references_tell_and_no_others) {
    int files = 0;
    for (const char* ending : {".work", ".strd", ".ot"})
        for (const auto& path : test::fixtures("octatrack", ending)) {
            std::string name = path.filename().string();
            const auto size = std::filesystem::file_size(path);
            if (size == sizeof(Arrangement)) name = "arr01.work";
            if (name.find("project") != std::string::npos) name = "project.work";
            const FileReport report = check_file(name, test::load(path));
            EXPECT_TRUE(report.opens) << path;
            const bool bad_sum = path.filename() == "full_options.work";
            EXPECT_EQ(report.read_only.empty(), !bad_sum) << path;
            files++;
            for (const Problem& problem : report.findings) {
                const bool tool = path.string().find("hello-flex") != std::string::npos || name == "project.work";
                EXPECT_TRUE(!is_finding(problem) || tool || bad_sum) << path << " " << sentence(problem);
            }
        }
    std::cout << files << " files checked\n";
}
