#include "card/tree.h"

#include <gtest/gtest.h>

#include "card/document.h"

using namespace groovebench;
using namespace groovebench::card;

namespace {

Card card_of(const std::vector<std::string>& paths, std::string name = "CARD") {
    Card card(std::move(name));
    for (const auto& path : paths) card.add(std::vector{Entry{path, 100, 0}});
    card.listed();
    return card;
}

Card live_card() {
    return card_of({"LIVE/AUDIO/kick.wav", "LIVE/AUDIO/kick.ot", "LIVE/AUDIO/drums/Snare.WAV", "LIVE/ONE/project.work",
                    "LIVE/ONE/bank01.work", "LIVE/ONE/bank16.strd", "LIVE/ONE/loop.aif", "LIVE/ONE/notes.txt",
                    "LIVE/TWO/project.work", "JAM/FIRST/markers.work", "JAM/FIRST/arr08.work"});
}

using Status = Match::Status;

}  // namespace

TEST(project_files, the_26_names_are_known_and_spelled) {
    int known = 0;
    for (const char* stem : {"project", "markers"}) known += project_file(std::string(stem) + ".work").has_value();
    for (int n = 1; n <= 20; n++) {
        known += project_file(file_name({ProjectFile::Kind::bank, n, true})).has_value();
        known += project_file(file_name({ProjectFile::Kind::arrangement, n, false})).has_value();
    }
    EXPECT_EQ(known, 26);
    EXPECT_EQ(project_file("SET/P/BANK07.STRD"), (ProjectFile{ProjectFile::Kind::bank, 7, true}));
    for (const char* other :
         {"bank1.work", "bank00.work", "bank17.work", "bank01.work.bak", "arr09.work", "banks01.work", ".work", "bank01"})
        EXPECT_FALSE(project_file(other)) << other;
}

TEST(card_tree, a_card_has_sets_with_projects_and_a_pool) {
    const Card card = live_card();
    EXPECT_EQ(card.chosen(), Chosen::card);
    const auto sets = card.sets();
    ASSERT_EQ(sets.size(), 2u);
    EXPECT_EQ(sets[0]->name, "JAM");
    EXPECT_EQ(sets[1]->projects.size(), 2u);
    EXPECT_EQ(sets[1]->pool.path, "LIVE/AUDIO");
    EXPECT_EQ(sets[1]->pool.samples, 2u);
    EXPECT_EQ(sets[1]->pool.settings, 1u);
}

TEST(card_tree, a_project_knows_which_of_its_files_are_there) {
    const Card card = live_card();
    const Project* one = card.project("LIVE/ONE");
    ASSERT_TRUE(one);
    EXPECT_TRUE(one->work.project);
    EXPECT_EQ(one->work.banks, 1);
    EXPECT_EQ(one->stored.banks, 1 << 15);
    EXPECT_EQ(one->samples, 1u);
    EXPECT_EQ(one->others, 1u);
    EXPECT_EQ(card.project("JAM/FIRST")->work.arrangements, 1 << 7);
    EXPECT_EQ(card.set_of("LIVE/ONE")->name, "LIVE");
}

TEST(card_tree, samples_listed_before_their_project_belong_to_it) {
    const Card card = card_of({"S/P/a.wav", "S/P/sub/b.wav", "S/P/AUDIO/c.wav", "S/P/zz.wav", "S/P/project.work"});
    EXPECT_EQ(card.project("S/P")->samples, 4u);
    EXPECT_EQ(card.sets().size(), 1u);
    EXPECT_EQ(card.chosen(), Chosen::card);
}

TEST(card_tree, a_set_chosen_alone_is_a_set) {
    const Card card = card_of({"AUDIO/kick.wav", "ONE/project.work"}, "LIVE");
    EXPECT_EQ(card.chosen(), Chosen::set);
    EXPECT_EQ(card.sets().front()->name, "LIVE");
    EXPECT_EQ(card.sentence(), "");
    EXPECT_EQ(card.find_file("ONE", "../AUDIO/kick.wav").status, Status::found);
}

TEST(card_tree, a_set_with_a_pool_only_is_a_set) { EXPECT_EQ(card_of({"NEW/AUDIO/kick.wav"}).sets().size(), 1u); }

TEST(card_tree, the_pool_of_a_project_chosen_alone_is_out_of_reach_not_missing) {
    const Card card = card_of({"project.work", "bank01.work", "loop.wav"}, "TECHNO");
    EXPECT_EQ(card.chosen(), Chosen::project);
    EXPECT_TRUE(card.set_of("")->pool.out_of_reach);
    EXPECT_EQ(card.project("")->name, "TECHNO");
    EXPECT_EQ(card.find_file("", "../AUDIO/kick.wav").status, Status::out_of_reach);
    EXPECT_EQ(card.find_file("", "gone.wav").status, Status::missing);
    EXPECT_EQ(card.find_file("", "LOOP.WAV").path, "loop.wav");
    EXPECT_NE(card.sentence().find("out of reach"), std::string::npos);
}

TEST(card_tree, loose_samples_are_said_to_be_that) {
    const Card card = card_of({"kicks/a.wav", "b.aiff", "c.txt"}, "Samples");
    EXPECT_EQ(card.chosen(), Chosen::samples);
    EXPECT_EQ(card.sentence(), "Samples holds 2 samples but no Octatrack project.");
}

TEST(card_tree, a_folder_that_is_no_card_is_said_to_be_none) {
    const Card card = card_of({"letter.pdf", "photo.jpg"}, "Documents");
    EXPECT_EQ(card.chosen(), Chosen::other);
    EXPECT_EQ(card.sentence(), "No Octatrack Set, project or sample was found in Documents (2 files).");
    EXPECT_EQ(card_of({}, "Void").sentence(), "Void is empty.");
}

TEST(card_tree, other_machines_are_recognised) {
    EXPECT_EQ(card_of({"projects/project01.opz", "samplepacks/1-kick/01/a.aif"}).chosen(), Chosen::opz);
    EXPECT_EQ(card_of({"samplepacks/1-kick/01/a.aif"}).chosen(), Chosen::opz);
    EXPECT_EQ(card_of({"backup.ppak"}).chosen(), Chosen::ep133);
    EXPECT_EQ(card_of({"old.pak"}).sentence(), "");
    EXPECT_EQ(card_of({"projects/P01.tar/settings", "meta.json"}).chosen(), Chosen::ep133);
    EXPECT_EQ(card_of({"S/P/project.work", "x.ppak"}).chosen(), Chosen::card);
}

TEST(card_tree, what_systems_and_interrupted_writes_leave_is_counted_and_ignored) {
    const Card card =
        card_of({"LIVE/ONE/project.work", "LIVE/ONE/._project.work", ".Trashes/501/ONE/project.work", "._x/y.wav",
                 "System Volume Information/IndexerVolumeGuid", "LIVE/.DS_Store", "LIVE/ONE/bank01.work.crswap", "LIVE/a.swp"});
    EXPECT_EQ(card.size(), 1u);
    EXPECT_EQ(card.sets().size(), 1u);
    EXPECT_EQ(card.ignored().system, 5u);
    EXPECT_EQ(card.ignored().swap, (std::vector<std::string>{"LIVE/ONE/bank01.work.crswap", "LIVE/a.swp"}));
}

TEST(card_tree, names_match_in_any_case_as_on_a_fat_card) {
    const Card card = live_card();
    const Match match = card.find_file("LIVE/ONE", "../audio/DRUMS/snare.wav");
    EXPECT_EQ(match.status, Status::found);
    EXPECT_EQ(match.path, "LIVE/AUDIO/drums/Snare.WAV");
    EXPECT_EQ(card.find_file("LIVE/ONE", "loop.AIF").path, "LIVE/ONE/loop.aif");
}

TEST(card_tree, latin1_names_match_composed_and_decomposed_utf8) {
    const Card card = card_of({"S/P/project.work", "S/AUDIO/caf\xC3\xA9.wav",
                               "S/AUDIO/U\xCC\x88"
                               "ber.wav",
                               "S/AUDIO/nin\xCC\x83o.wav"});
    EXPECT_EQ(card.find_file("S/P", "../AUDIO/caf\xE9.wav").path, "S/AUDIO/caf\xC3\xA9.wav");
    EXPECT_EQ(card.find_file("S/P", "../AUDIO/CAF\xC9.WAV").status, Status::found);
    EXPECT_EQ(card.find_file("S/P",
                             "../AUDIO/\xDC"
                             "ber.wav")
                  .path,
              "S/AUDIO/U\xCC\x88"
              "ber.wav");
    EXPECT_EQ(card.find_file("S/P", "../AUDIO/ni\xF1o.wav").status, Status::found);
    EXPECT_EQ(card.find_file("S/P", "../AUDIO/cafe.wav").status, Status::missing);
}

TEST(card_tree, a_path_cannot_lead_out_of_the_chosen_folder) {
    const Card card = live_card();
    EXPECT_EQ(card.find_file("LIVE/ONE", "../../../etc/kick.wav").status, Status::out_of_reach);
    EXPECT_EQ(card.find_file("LIVE/ONE", "../../LIVE/AUDIO/kick.wav").status, Status::found);
    EXPECT_EQ(card.find_file("LIVE/ONE", "../../../LIVE/AUDIO/kick.wav").status, Status::out_of_reach);
    EXPECT_EQ(card.find_file("LIVE/ONE", "/LIVE/AUDIO/kick.wav").status, Status::missing);
    EXPECT_EQ(card.find_file("LIVE/ONE", "").status, Status::missing);
    EXPECT_EQ(card.find_file("LIVE/ONE", "./x/../../AUDIO/kick.wav").status, Status::found);
}

TEST(card_tree, nothing_is_missing_while_the_folder_is_being_walked) {
    Card card("CARD");
    card.add(std::vector{Entry{"S/P/project.work", 1, 0}});
    EXPECT_EQ(card.find_file("S/P", "../AUDIO/a.wav").status, Status::not_yet_listed);
    card.unlisted("S/AUDIO", "no permission");
    card.listed();
    EXPECT_EQ(card.find_file("S/P", "../AUDIO/a.wav").status, Status::out_of_reach);
    EXPECT_EQ(card.find_file("S/P", "a.wav").status, Status::missing);
}

TEST(card_tree, files_of_the_open_document_count) {
    const Card card = live_card();
    Document doc;
    doc.open_file("LIVE/AUDIO/kick.wav", {});
    doc.rename_file("LIVE/AUDIO/kick.wav", "LIVE/AUDIO/boom.wav", "rename");
    doc.add_file("LIVE/ONE/new.wav", {}, "add");
    EXPECT_EQ(card.find_file("LIVE/ONE", "../AUDIO/kick.wav", doc).status, Status::missing);
    EXPECT_EQ(card.find_file("LIVE/ONE", "../AUDIO/BOOM.wav", doc).path, "LIVE/AUDIO/boom.wav");
    EXPECT_EQ(card.find_file("LIVE/ONE", "new.wav", doc).status, Status::found);
    EXPECT_EQ(card.find_file("LIVE/ONE", "loop.aif", doc).status, Status::found);
}

TEST(card_tree, a_folder_is_listed_level_by_level) {
    const Card card = live_card();
    const auto top = card.children("");
    EXPECT_EQ(top.folders, (std::vector<std::string>{"JAM", "LIVE"}));
    const auto pool = card.children("LIVE/AUDIO");
    EXPECT_EQ(pool.folders, std::vector<std::string>{"drums"});
    ASSERT_EQ(pool.files.size(), 2u);
    EXPECT_EQ(pool.files[0]->path, "LIVE/AUDIO/kick.ot");
    EXPECT_EQ(card.below("LIVE").size(), 9u);
}

TEST(card_tree, folders_whose_names_begin_alike_are_kept_apart) {
    const Card card = card_of({"A/x.wav", "A B/y.wav", "A-1/z.wav", "A/sub/w.wav"});
    EXPECT_EQ(card.children("").folders, (std::vector<std::string>{"A", "A B", "A-1"}));
    EXPECT_EQ(card.below("A").size(), 2u);
}

TEST(card_tree, files_that_come_again_or_go_are_counted_once) {
    Card card = live_card();
    card.add(std::vector{Entry{"LIVE/AUDIO/kick.wav", 500, 0}});
    EXPECT_EQ(card.sets()[1]->pool.samples, 2u);
    EXPECT_EQ(card.bytes(), 11u * 100 + 400);
    card.remove("LIVE/AUDIO/kick.wav");
    EXPECT_EQ(card.sets()[1]->pool.samples, 1u);
    EXPECT_EQ(card.find_file("LIVE/ONE", "../AUDIO/kick.wav").status, Status::missing);
    card.remove("LIVE/TWO/project.work");
    EXPECT_FALSE(card.project("LIVE/TWO"));
    EXPECT_EQ(card.sets()[1]->projects.size(), 1u);
}

TEST(card_tree, the_order_of_the_walk_does_not_matter) {
    std::vector<std::string> paths;
    const Card forward = live_card();
    for (const Entry* entry : forward.below("")) paths.insert(paths.begin(), entry->path);
    const Card backward = card_of(paths);
    for (const Set* set : forward.sets())
        for (const auto& [path, project] : set->projects) {
            EXPECT_EQ(backward.project(path)->samples, project.samples) << path;
            EXPECT_EQ(backward.project(path)->work.count(), project.work.count()) << path;
        }
    EXPECT_EQ(backward.sets()[1]->pool.samples, forward.sets()[1]->pool.samples);
}

TEST(card_tree, twenty_thousand_files_come_in_batches) {
    Card card("BIG");
    std::vector<Entry> batch;
    for (int i = 0; i < 20'000; i++) {
        batch.push_back({"SET/AUDIO/" + std::to_string(i % 40) + "/sample " + std::to_string(i) + ".wav", 1000, 0});
        if (batch.size() == 500) card.add(batch), batch.clear();
    }
    EXPECT_EQ(card.sets().front()->pool.samples, 20'000u);
    EXPECT_EQ(card.children("SET/AUDIO").folders.size(), 40u);
    EXPECT_EQ(card.entry_like("set/audio/7/SAMPLE 47.WAV")->path, "SET/AUDIO/7/sample 47.wav");
}
