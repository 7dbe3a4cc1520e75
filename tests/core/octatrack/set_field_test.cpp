#include "octatrack/set_field.h"

#include <gtest/gtest.h>

#include "octatrack/project_edit.h"
#include "octatrack/project_fields.h"
#include "octatrack/trigs.h"
#include "random_files.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

struct Rig {
    Bytes bank = blank_bank();
    const Bank& view() const { return *overlay<Bank>(bank); }
    // "" when it was set.
    std::string set(std::string_view path, const Written& value) {
        const Outcome done = set_field(FileKind::bank, bank, path, value);
        return done ? "" : sentence(done.problem());
    }
};

std::string set_in(FileKind kind, Bytes& file, std::string_view path, const Written& value) {
    const Outcome done = set_field(kind, file, path, value);
    return done ? "" : sentence(done.problem());
}

Bytes project_with_a_sample() {
    const std::string text = blank_project();
    const auto project = open_project(bytes_of(text));
    return *text::spliced(bytes_of(text), *set_slot(*project, {Pool::flex, 3}, {.path = "../AUDIO/kick.wav"}));
}

}  // namespace

TEST(set_field, a_step_has_one_type_of_trig) {
    Rig rig;
    const AudioTrack& track = rig.view().patterns[2].audio_tracks[1];
    EXPECT_EQ(rig.set("patterns[3].audio_tracks[2].trigs[5]", {"on"}), "");
    EXPECT_EQ(trig_at(track, 4), TrigType::trig);
    EXPECT_EQ(rig.set("patterns[3].audio_tracks[2].one_shots[5]", {.raw = 1}), "");
    EXPECT_EQ(trig_at(rig.view().patterns[2].audio_tracks[1], 4), TrigType::one_shot);
    EXPECT_EQ(u64(rig.view().patterns[2].audio_tracks[1].trigs), 0u);
    EXPECT_EQ(rig.set("patterns[3].audio_tracks[2].one_shots[5]", {"off"}), "");
    EXPECT_EQ(rig.bank, Rig().bank);
}

TEST(set_field, the_trigless_lock_follows_the_locks) {
    Rig rig;
    EXPECT_EQ(rig.set("patterns[1].audio_tracks[1].locks[9].amp_vol", {"+12"}), "");
    EXPECT_TRUE(rig.view().patterns[0].audio_tracks[0].trigless_locks.at(8));
    EXPECT_EQ(rig.view().patterns[0].audio_tracks[0].locks[8].amp_vol, 76);
    EXPECT_EQ(rig.set("patterns[1].audio_tracks[1].trigless_locks[9]", {"off"}),
              "patterns[1].audio_tracks[1].trigless_locks[9]: at 0x37: expected a step without locks, found locks, which it plays");
    EXPECT_EQ(rig.set("patterns[1].audio_tracks[1].locks[9].amp_vol", {"none"}), "");
    EXPECT_EQ(rig.bank, Rig().bank);
    EXPECT_EQ(rig.set("patterns[1].midi_tracks[1].locks[9].note", {"C4"}), "");
    EXPECT_TRUE(rig.view().patterns[0].midi_tracks[0].trigless_locks.at(8));
}

TEST(set_field, recorder_trigs_have_sources_before_they_are_one_shot) {
    Rig rig;
    EXPECT_EQ(rig.set("patterns[1].audio_tracks[1].rec_one_shots[1]", {"on"}),
              "patterns[1].audio_tracks[1].rec_one_shots[1]: at 0x5F: expected a step with a recorder trig, found none");
    EXPECT_EQ(rig.set("patterns[1].audio_tracks[1].rec_ab[1]", {"on"}), "");
    EXPECT_EQ(rig.set("patterns[1].audio_tracks[1].rec_one_shots[1]", {"on"}), "");
    EXPECT_EQ(rig.set("patterns[1].audio_tracks[1].rec_ab[1]", {"off"}), "");
    EXPECT_EQ(rig.bank, Rig().bank);
}

TEST(set_field, an_edit_of_a_part_sets_its_bit_and_an_effect_comes_with_its_values) {
    Rig rig;
    EXPECT_EQ(rig.set("parts[2].levels[3].main", {"100"}), "");
    EXPECT_EQ(u8(rig.view().parts_edited), 2);
    EXPECT_EQ(rig.set("parts[1].fx1[2]", {"SPATIALIZER"}), "");
    EXPECT_EQ(u8(rig.view().parts_edited), 3);
    EXPECT_EQ(std::memcmp(&rig.view().parts[0].pages[1].fx1, effect_defaults(5)->page1, 6), 0);
    EXPECT_NE(rig.set("parts[1].fx1[2]", {"DELAY"}).find("expected an effect that the chooser offers, found DELAY"),
              std::string::npos);
    EXPECT_NE(rig.set("parts[1].scenes[1].tracks[1].sample_slot", {"4"}).find("a value that scenes have"), std::string::npos);
    EXPECT_EQ(rig.set("saved_parts[1].levels[1].main", {.raw = 1}), "");
    EXPECT_EQ(u8(rig.view().parts_edited), 3);
}

TEST(set_field, what_is_written_with_the_file_or_is_no_value_is_refused) {
    Rig rig;
    for (const std::string_view path :
         {"checksum", "header.version", "patterns[1].audio_tracks[1].index", "patterns[1].tag", "patterns[1]", "patterns", "",
          "patterns[17].tail.length", "patterns[1].audio_tracks[1].trigs", "patterns[1].audio_tracks[1].unknown_0x61"})
        EXPECT_NE(rig.set(path, {"1"}), "") << path;
    EXPECT_EQ(rig.set("patterns[1].tail.length", {"65"}), "patterns[1].tail.length: at 0x8EF9: expected 2 to 64, found 65");
    EXPECT_EQ(rig.set("patterns[1].tail.length", {.raw = 1}), "patterns[1].tail.length: at 0x8EF9: expected 2 to 64, found 1");
    EXPECT_EQ(rig.set("parts[1].machines[1]", {"ORGAN"}),
              "parts[1].machines[1]: at 0x8EF01: expected a word of the list, found ORGAN");
    EXPECT_EQ(rig.bank, Rig().bank);
}

TEST(set_field, what_was_read_can_be_set_again_and_changes_nothing) {
    const Bytes& file = test_files::busy_bank();
    std::size_t set = 0;
    for (const std::string_view record : {"patterns[3].audio_tracks[2].trig_words[4]", "patterns[3].tail", "parts[1].levels",
                                          "part_names", "saved_parts[2].midi[3]", "saved_parts[2].setup[3]"}) {
        const Outcome walked =
            each_value(schema<Bank>, file, record, record_forms(), [&](const std::string& path, const Place& place) {
                if (!editable(*place.field) || place.field->kind == Kind::flags) return;
                Bytes copy = file;
                EXPECT_EQ(set_in(FileKind::bank, copy, path, {shown(place, file)}), "") << path;
                if (path.starts_with("parts")) overlay<Bank>(copy)->parts_edited = overlay<Bank>(file)->parts_edited;
                EXPECT_TRUE(copy == file) << path;
                set++;
            });
        EXPECT_TRUE(walked) << record;
    }
    EXPECT_GT(set, 80u);
}

TEST(set_field, rows_are_set_by_the_fields_of_their_type) {
    Bytes file = blank_arrangement();
    EXPECT_EQ(set_in(FileKind::arrangement, file, "current.rows[2].tempo_x24", {"120"}), "");
    EXPECT_EQ(set_in(FileKind::arrangement, file, "current.rows[2].type", {"REMINDER"}), "");
    EXPECT_EQ(set_in(FileKind::arrangement, file, "current.rows[2].text", {"verse"}), "");
    EXPECT_EQ(set_in(FileKind::arrangement, file, "current.rows[2].tempo_x24", {"120"}),
              "current.rows[2].tempo_x24: expected a field of reminder row, found no such field");
    EXPECT_EQ(row_as<ReminderRow>(overlay<Arrangement>(file)->current.rows[1]).text.view(), "verse");
}

TEST(set_field, a_projects_text_is_set_by_the_rules_of_its_lines) {
    Bytes file = project_with_a_sample();
    const auto set = [&](std::string_view path, const Written& value) { return set_in(FileKind::project, file, path, value); };
    EXPECT_EQ(set("settings.tempo", {"126.5"}), "");
    EXPECT_NE(text_of(file).find("TEMPOx24=3037"), std::string_view::npos);
    EXPECT_EQ(set("settings.tempo", {.raw = 2400}), "");
    EXPECT_EQ(set("settings.midi_trig_channels[3]", {"none"}), "");
    EXPECT_NE(text_of(file).find("MIDI_TRIG_CH3=-1"), std::string_view::npos);
    EXPECT_EQ(set("flex[3].gain", {"+3.0 dB"}), "");
    EXPECT_EQ(set("flex[3].path", {"../AUDIO/caf\xC3\xA9.wav"}), "");
    EXPECT_NE(text_of(file).find("PATH=../AUDIO/caf\xE9.wav"), std::string_view::npos);
    EXPECT_EQ(set("flex[4].gain", {"0"}), "flex[4].gain: expected a slot with a sample, found F004 is empty");
    for (const std::string_view path :
         {"meta.version", "flex[0].gain", "flex[129].gain", "flex[3]", "settings", "recorders[9].gain", ""})
        EXPECT_NE(set(path, {"1"}), "") << path;
}

TEST(project_fields, values_groups_and_lists_are_read_by_path) {
    const Bytes file = project_with_a_sample();
    EXPECT_EQ(read_project_value(file, "settings.tempo")->shown, "120.0");
    EXPECT_EQ(read_project_value(file, "settings.tempo")->json, "2880");
    EXPECT_EQ(read_project_value(file, "flex[3].path")->shown, "../AUDIO/kick.wav");
    EXPECT_EQ(read_project_value(file, "flex[3].gain")->shown, "0.0 dB");
    EXPECT_NE(read_project_value(file, "flex[3]")->json.find("\"gain\": 48"), std::string::npos);
    EXPECT_FALSE(read_project_value(file, "flex[2]"));
    EXPECT_FALSE(read_project_value(file, "settings.pace"));
    const auto groups = list_project_fields(file, "");
    ASSERT_TRUE(groups);
    EXPECT_EQ(groups->size(), 5u);  // meta, settings, states, flex, recorders
    const auto slots = list_project_fields(file, "flex");
    ASSERT_EQ(slots->size(), 1u);
    EXPECT_EQ(slots->front().path, "flex[3]");
    EXPECT_TRUE(list_project_fields(file, "static")->empty());
    EXPECT_FALSE(list_project_fields(file, "stat"));
}
