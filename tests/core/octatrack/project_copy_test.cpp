#include "octatrack/project_copy.h"

#include <gtest/gtest.h>

#include <set>

#include "octatrack/file_kind.h"
#include "octatrack/project_edit.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

struct Rig {
    std::set<std::string> card;
    std::string text = blank_project();
    Bytes bank = blank_bank();

    void sample(int slot, const char* latin1, const char* on_card) {
        text =
            text_of(*text::spliced(bytes_of(text), *set_slot(*open_project(bytes_of(text)), {Pool::flex, slot}, {.path = latin1})));
        if (*on_card) card.insert(on_card);
    }
    CardLook look() const {
        return {[this](std::string_view path) { return card.contains(std::string(path)); },
                [](std::string_view from, std::string_view to) { return from.ends_with("same.wav") && to.ends_with("same.wav"); }};
    }
    ProjectCopy copy(const char* to) const {
        const NamedFile files[] = {
            {"A/P/project.work", bytes_of(text)}, {"A/P/project.strd", bytes_of(text)}, {"A/P/bank01.work", bank}};
        return duplicate_project(files, "A/P", to, look());
    }
};

std::string path_in(const ProjectCopy& copy, int slot, std::size_t file = 0) {
    return find_sample(*open_project(copy.files[file].bytes), {Pool::flex, slot})->values.path;
}

// Every sample of the copy is on the card already or is copied there.
void expect_resolved(const Rig& rig, const ProjectCopy& copy, const std::string& project) {
    const auto text = open_project(copy.files[0].bytes);
    std::set<std::string> there = rig.card;
    for (const FileCopy& one : copy.samples) {
        EXPECT_TRUE(rig.card.contains(one.from)) << one.from;
        EXPECT_TRUE(there.insert(one.to).second) << one.to << " would be overwritten";
    }
    const std::string set = project.substr(0, project.find('/'));
    for (const SampleBlock& block : text->samples) {
        if (block.values.path.empty()) continue;
        const bool in_set = block.values.path.starts_with("../");
        EXPECT_TRUE(there.contains(in_set ? set + "/" + block.values.path.substr(3) : project + "/" + block.values.path))
            << block.values.path;
    }
}

}  // namespace

TEST(project_copy, in_the_same_set_takes_only_its_own_samples_along) {
    Rig rig;
    rig.sample(1, "../AUDIO/kick.wav", "A/AUDIO/kick.wav");
    rig.sample(2, "own/snare.wav", "A/P/own/snare.wav");
    const ProjectCopy copy = rig.copy("A/P2");
    ASSERT_EQ(copy.files.size(), 3u);
    EXPECT_EQ(copy.files[2].name, "A/P2/bank01.work");
    EXPECT_EQ(copy.files[2].bytes, rig.bank);
    EXPECT_EQ(text_of(copy.files[0].bytes), rig.text);
    EXPECT_EQ(copy.samples, (std::vector<FileCopy>{{"A/P/own/snare.wav", "A/P2/own/snare.wav"}}));
    EXPECT_TRUE(copy.findings.empty());
    expect_resolved(rig, copy, "A/P2");
}

TEST(project_copy, into_another_set_takes_the_samples_of_the_pool_with_their_settings) {
    Rig rig;
    rig.sample(1, "../AUDIO/drums/kick.wav", "A/AUDIO/drums/kick.wav");
    rig.sample(2, "../AUDIO/drums/kick.wav", "A/AUDIO/drums/kick.ot");
    const ProjectCopy copy = rig.copy("B/P");
    EXPECT_EQ(copy.samples, (std::vector<FileCopy>{{"A/AUDIO/drums/kick.wav", "B/AUDIO/drums/kick.wav"},
                                                   {"A/AUDIO/drums/kick.ot", "B/AUDIO/drums/kick.ot"}}));
    EXPECT_EQ(path_in(copy, 1), "../AUDIO/drums/kick.wav");
    EXPECT_EQ(text_of(copy.files[1].bytes), rig.text);
    expect_resolved(rig, copy, "B/P");
}

TEST(project_copy, never_overwrites_what_has_the_name_already) {
    Rig rig;
    rig.sample(1, "../AUDIO/kick.wav", "A/AUDIO/kick.wav");
    rig.sample(2, "../AUDIO/same.wav", "A/AUDIO/same.wav");
    for (const char* taken : {"B/AUDIO/kick.wav", "B/AUDIO/kick 2.wav", "B/AUDIO/same.wav"}) rig.card.insert(taken);
    const ProjectCopy copy = rig.copy("B/P");
    EXPECT_EQ(copy.samples, (std::vector<FileCopy>{{"A/AUDIO/kick.wav", "B/AUDIO/kick 3.wav"}}));
    EXPECT_EQ(path_in(copy, 1), "../AUDIO/kick 3.wav");
    EXPECT_EQ(path_in(copy, 1, 1), "../AUDIO/kick 3.wav");  // the stored text as well
    EXPECT_EQ(path_in(copy, 2), "../AUDIO/same.wav");
    expect_resolved(rig, copy, "B/P");
}

TEST(project_copy, two_samples_of_one_name_stay_two) {
    Rig rig;
    rig.sample(1, "../AUDIO/kick.wav", "A/AUDIO/kick.wav");
    rig.sample(2, "../../C/AUDIO/kick.wav", "C/AUDIO/kick.wav");
    const ProjectCopy copy = rig.copy("B/P");
    EXPECT_EQ(path_in(copy, 1), "../AUDIO/kick.wav");
    EXPECT_EQ(path_in(copy, 2), "../AUDIO/kick 2.wav");
    expect_resolved(rig, copy, "B/P");
}

TEST(project_copy, letters_beyond_ascii_survive) {
    Rig rig;
    rig.sample(1, "../AUDIO/caf\xE9.wav", "A/AUDIO/café.wav");
    rig.card.insert("B/AUDIO/café.wav");
    EXPECT_EQ(path_in(rig.copy("B/P"), 1), "../AUDIO/caf\xE9 2.wav");
}

TEST(project_copy, what_cannot_be_followed_is_told_and_left_as_it_is) {
    Rig rig;
    rig.sample(1, "../../../x.wav", "");
    rig.sample(2, "../AUDIO/lost.wav", "");
    const ProjectCopy copy = rig.copy("B/P");
    EXPECT_EQ(path_in(copy, 1), "../../../x.wav");
    EXPECT_EQ(path_in(copy, 2), "../AUDIO/lost.wav");
    ASSERT_EQ(copy.findings.size(), 3u);  // the path in both texts, the lost file once
    EXPECT_EQ(sentence(copy.findings[1]), "A/AUDIO/lost.wav: expected the sample, found not there");
    EXPECT_TRUE(copy.samples.empty());
}

TEST(project_copy, a_text_of_another_version_is_copied_as_it_is) {
    Rig rig;
    rig.sample(1, "../AUDIO/kick.wav", "A/AUDIO/kick.wav");
    rig.card.insert("B/AUDIO/kick.wav");
    rig.text.replace(rig.text.find("VERSION=19"), 10, "VERSION=17");
    const ProjectCopy copy = rig.copy("B/P");
    EXPECT_EQ(text_of(copy.files[0].bytes), rig.text);
    EXPECT_FALSE(copy.findings.empty());
}

TEST(project_copy, a_template_becomes_all_26_working_files) {
    Rig rig;
    rig.sample(1, "own.wav", "TEMPLATES/T/own.wav");
    Bytes other = rig.bank;
    overlay<Bank>(other)->patterns[0].tail.part = 2;
    const NamedFile files[] = {{"project.work", bytes_of(rig.text)},
                               {"bank02.strd", other},
                               {"bank01.strd", other},
                               {"bank01.work", rig.bank},
                               {"notes.txt", {}}};
    const ProjectCopy copy = project_from_template(files, "TEMPLATES/T", "B/NEW", rig.look());
    ASSERT_EQ(copy.files.size(), 26u);
    std::set<std::string> names;
    for (const NewFile& file : copy.files) {
        names.insert(file.name);
        if (file.name == "B/NEW/bank01.work") EXPECT_EQ(file.bytes, rig.bank);
        if (file.name == "B/NEW/bank02.work") EXPECT_EQ(file.bytes, other);
        if (file.name == "B/NEW/bank03.work") EXPECT_EQ(file.bytes, blank_bank());
    }
    for (const std::string& name : project_file_names()) EXPECT_TRUE(names.contains("B/NEW/" + name + ".work"));
    EXPECT_EQ(copy.samples, (std::vector<FileCopy>{{"TEMPLATES/T/own.wav", "B/NEW/own.wav"}}));
}
