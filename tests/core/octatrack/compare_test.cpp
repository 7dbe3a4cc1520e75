#include "octatrack/compare.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <set>

#include "../archive/fixture_files.h"
#include "octatrack/arrangement.h"
#include "octatrack/part_rules.h"
#include "octatrack/project_edit.h"
#include "octatrack/trigs.h"
#include "random_files.h"

using namespace groovebench;
using namespace groovebench::octatrack;
using Told = std::vector<std::string>;

namespace {

std::vector<FileDifference> differences(std::string_view name, ByteView first, ByteView second) {
    auto result = compare_files(name, first, second);
    EXPECT_TRUE(result) << (result ? "" : sentence(result.problem()));
    return result ? *std::move(result) : std::vector<FileDifference>();
}

// "Bank A › A03 › T3 › step 7: AMP VOL not locked → +6"
Told told(const std::vector<FileDifference>& list) {
    Told out;
    for (const FileDifference& one : list) {
        std::string line;
        for (const std::string& part : one.place) line += (line.empty() ? "" : " › ") + part;
        out.push_back(line + ": " + one.words);
    }
    return out;
}

struct Banks {
    Bytes first = blank_bank(), second = first;
    Bank& bank = *overlay<Bank>(second);
    AudioTrack& t3 = bank.patterns[2].audio_tracks[2];

    void both(auto change) {
        change(*overlay<Bank>(first));
        change(bank);
    }
    std::vector<FileDifference> list() const { return differences("bank01.work", first, second); }
    Bytes take(std::vector<FileDifference> some, Side into = Side::first) const {
        return taken_over("bank01.work", first, second, into, some);
    }
};

// Something to change: a value, or one flag of it. What one difference tells is one unit.
struct Unit {
    Place place;
    std::string key;
};
bool is_type(std::string_view name) {
    return name == "trigs" || name == "trigless_trigs" || name == "trigless_locks" || name == "one_shots";
}
std::vector<Unit> units(const Schema& schema, std::mt19937& random) {
    std::vector<Unit> all;
    walk(schema, 0, [&](const Visit& visit) {
        const Field& field = visit.field;
        if (!test_files::is_filled(field) || field.name == "type") return;
        Unit unit{visit.place(), std::to_string(visit.offset) + "." + std::to_string(field.bit)};
        if (field.kind == Kind::flags) {
            unit.place.flag = int(random() % field.bits);
            // A step has one type, whatever masks it takes.
            if (is_type(field.name)) unit.key = visit.path().substr(0, visit.path().rfind('.')) + std::to_string(unit.place.flag);
        }
        all.push_back(std::move(unit));
    });
    return all;
}

// So many units changed, each to another value.
Bytes edited(const Schema& schema, const Bytes& file, std::size_t count, u32 seed) {
    std::mt19937 random(seed);
    std::vector<Unit> all = units(schema, random);
    std::ranges::shuffle(all, random);
    std::set<std::string> taken;
    Bytes out = file;
    for (const Unit& unit : all) {
        if (taken.size() == count) break;
        if (!taken.insert(unit.key).second) continue;
        if (unit.place.field->kind == Kind::text) {
            out[unit.place.offset] ^= std::byte(1);
            continue;
        }
        const i64 was = number(unit.place, out);
        i64 is = was;
        while (is == was) is = unit.place.flag >= 0 ? !was : test_files::some_value(*unit.place.field, random);
        std::ranges::copy(encoded(unit.place, out, is), out.begin() + std::ptrdiff_t(unit.place.offset));
    }
    EXPECT_EQ(taken.size(), count);
    return out;
}

// The bits the differences own, and those in which the files differ.
void expect_all_bits_owned(const Bytes& first, const Bytes& second, const std::vector<FileDifference>& list) {
    std::vector<u8> owned(first.size());
    for (const FileDifference& one : list)
        for (const Piece& piece : one.pieces)
            for (std::size_t i = 0; i < piece.size[0]; i++) owned[piece.offset[0] + i] |= piece.mask;
    std::size_t missing = 0;
    for (std::size_t i = 0; i + 2 < first.size(); i++) missing += (u8(first[i] ^ second[i]) & ~owned[i]) != 0;
    EXPECT_EQ(missing, 0u);
}

void expect_found(std::string_view name, const Schema& schema, const Bytes& file, std::size_t count, u32 seed) {
    Bytes other = edited(schema, file, count, seed);
    seal(other);
    const auto list = differences(name, file, other);
    EXPECT_EQ(list.size(), count) << name;
    std::set<std::string> paths;
    for (const FileDifference& one : list) {
        EXPECT_FALSE(one.words.empty() || one.place.empty() || one.pieces.empty());
        paths.insert(one.path);
    }
    EXPECT_EQ(paths.size(), count);
    expect_all_bits_owned(file, other, list);
    EXPECT_EQ(taken_over(name, file, other, Side::first, list), other);
    EXPECT_EQ(taken_over(name, file, other, Side::second, list), file);
}

}  // namespace

TEST(compare, files_that_are_the_same_or_differ_only_in_the_sum_have_no_differences) {
    Banks banks;
    EXPECT_TRUE(banks.list().empty());
    banks.bank.checksum = 1;
    EXPECT_TRUE(banks.list().empty());
}

TEST(compare, a_step_is_told_with_its_bank_pattern_track_and_number) {
    Banks banks;
    banks.both([](Bank& bank) { place_trig(bank.patterns[2].audio_tracks[2], 8, TrigType::trig); });
    place_trig(banks.t3, 6, TrigType::trig);
    set_lock(banks.t3, 6, 15, 70);
    place_trig(banks.t3, 8, TrigType::one_shot);
    set_trig_word(banks.bank.patterns[2].midi_tracks[7], 15, 4, -6, 1);
    set_slide(banks.t3, 1, true);
    banks.t3.length = 12;
    EXPECT_EQ(told(banks.list()),
              (Told{"Bank A › A03 › T3: length 16 → 12", "Bank A › A03 › T3 › step 2: slide added",
                    "Bank A › A03 › T3 › step 7: trig added", "Bank A › A03 › T3 › step 7: AMP VOL not locked → +6",
                    "Bank A › A03 › T3 › step 9: trig → one-shot trig", "Bank A › A03 › M8 › step 16: repeats 1 → 4",
                    "Bank A › A03 › M8 › step 16: micro-timing 0 → −1/64", "Bank A › A03 › M8 › step 16: condition none → FILL"}));
}

TEST(compare, parts_patterns_and_names_are_told_in_the_words_of_the_device) {
    Banks banks;
    banks.bank.patterns[0].tail.part = 1;
    banks.bank.patterns[0].tail.tempo_x24 = 126 * 24;
    set_part_value(banks.bank, 0, {false, 2}, {Page::amp, 3}, 60);
    set_part_value(banks.bank, 0, {false, 2}, {Page::fx1_setup, 3}, 1);
    set_part_value(banks.bank, 0, {false, 2}, {Page::lfo_setup, 0}, 18);
    set_scene_lock(banks.bank, 0, 1, 4, {Page::fx2, 0}, 12);
    rename_part(banks.bank, 1, "DRUMS");
    EXPECT_EQ(
        told(banks.list()),
        (Told{"Bank A › A01: Part 1 ONE → Part 2 DRUMS", "Bank A › A01: tempo 120.0 → 126.0",
              "Bank A › Part 1 ONE: T3 AMP VOL 0 → −4", "Bank A › Part 1 ONE: T3 LFO PMTR1 SRC PTCH → FX1 BASE",
              "Bank A › Part 1 ONE: T3 FX1 HOLD (setup) OFF → ON", "Bank A › Part 1 ONE: Scene 2 · T5 FX2 TIME not locked → 13",
              "Bank A › Part 1 ONE: edited off → on", "Bank A › Part 2 DRUMS: name TWO → DRUMS"}));
}

TEST(compare, exactly_a_thousand_random_edits_of_a_bank_are_found_and_taken_over) {
    expect_found("bank01.work", schema<Bank>, test_files::busy_bank(), 1000, 1);
    expect_found("bank01.work", schema<Bank>, blank_bank(), 1000, 2);
    for (const auto& path : test::fixtures("octatrack", "octatools-bank-copy/bank01.strd"))
        expect_found("bank01.strd", schema<Bank>, test::load(path), 1000, 3);
}

TEST(compare, exactly_a_thousand_random_edits_of_other_files_are_found_and_taken_over) {
    expect_found("markers.work", schema<Markers>, blank_markers(), 1000, 4);
    Bytes settings = write_sample_settings({.path = "x.wav"}, whole_sample(44100));
    expect_found("kick.ot", schema<SampleSettings>, settings, 150, 5);
    Bytes rows = blank_arrangement();
    for (ArrangementBlock* block : {&overlay<Arrangement>(rows)->current, &overlay<Arrangement>(rows)->stored}) {
        block->row_count = u16(256);
        for (int i = 0; i < row_limit; i++) block->rows[i] = new_pattern_row(i / 16, i % 16);
    }
    seal(rows);
    Bytes other = rows;
    std::mt19937 random(6);
    std::set<std::size_t> places;  // single bytes of single rows: tempo, scenes, transpose …
    while (places.size() < 500) places.insert(24 + 18 + (random() % 256) * 22 + 14 + random() % 8);
    for (const std::size_t at : places) other[at] ^= std::byte(1 + random() % 100);
    seal(other);
    const auto list = differences("arr01.work", rows, other);
    EXPECT_EQ(list.size(), 500u);
    EXPECT_EQ(taken_over("arr01.work", rows, other, Side::first, list), other);
}

TEST(compare, one_difference_is_taken_over_from_either_side_and_the_others_stay) {
    const Bytes& first = test_files::busy_bank();
    Bytes second = edited(schema<Bank>, first, 15, 9);
    const auto list = differences("bank01.work", first, second);
    for (const FileDifference& one : list) {
        const Bytes taken = taken_over("bank01.work", first, second, Side::first, {&one, 1});
        const auto left = differences("bank01.work", taken, second);
        EXPECT_LE(left.size(), list.size() - 1) << one.path;
        EXPECT_EQ(std::ranges::find(left, one.path, &FileDifference::path), left.end()) << one.path;
        EXPECT_FALSE(checksum_problem(taken));
    }
}

TEST(compare, a_lock_that_is_taken_over_brings_its_trigless_lock_and_takes_it_away) {
    Banks banks;
    set_lock(banks.t3, 4, 15, 70);
    set_lock(banks.t3, 4, 18, 9);
    const auto list = banks.list();
    ASSERT_EQ(told(list),
              (Told{"Bank A › A03 › T3 › step 5: AMP VOL not locked → +6", "Bank A › A03 › T3 › step 5: FX1 BASE not locked → 9"}));
    const Bytes one = banks.take({list[0]});
    const AudioTrack& track = overlay<Bank>(one)->patterns[2].audio_tracks[2];
    EXPECT_EQ(trig_at(track, 4), TrigType::trigless_lock);
    EXPECT_EQ(track.locks[4].fx1_a, no_lock);
    const Bytes back = banks.take({list[0]}, Side::second);  // the other lock is still there: so is the trigless lock
    EXPECT_EQ(trig_at(overlay<Bank>(back)->patterns[2].audio_tracks[2], 4), TrigType::trigless_lock);
    EXPECT_EQ(banks.take(list, Side::second), banks.first);
}

TEST(compare, a_lock_without_the_trig_that_plays_it_gets_a_trigless_lock) {
    Banks banks;
    place_trig(banks.t3, 4, TrigType::trig);
    set_lock(banks.t3, 4, 15, 70);
    const auto list = banks.list();
    ASSERT_EQ(list.size(), 2u);
    const Bytes lock_alone = banks.take({list[1]});
    EXPECT_EQ(trig_at(overlay<Bank>(lock_alone)->patterns[2].audio_tracks[2], 4), TrigType::trigless_lock);
    const Bytes trig_alone = banks.take({list[0]});
    EXPECT_EQ(trig_at(overlay<Bank>(trig_alone)->patterns[2].audio_tracks[2], 4), TrigType::trig);
}

TEST(compare, a_value_taken_into_a_working_part_sets_its_bit) {
    Banks banks;
    set_part_value(banks.bank, 2, {false, 0}, {Page::amp, 3}, 60);
    save_part(banks.bank, 2);
    const auto list = banks.list();
    ASSERT_EQ(list.size(), 3u);  // working, saved, flag
    const Bytes one = banks.take({list[0]});
    EXPECT_EQ(u8(overlay<Bank>(one)->parts_edited), 4);
    Bytes all = banks.second;
    seal(all);
    EXPECT_EQ(banks.take(list), all);
}

TEST(compare, project_texts_are_compared_by_setting_and_slot_and_taken_over_in_any_number) {
    const std::string blank = blank_project();
    Bytes first(bytes_of(blank).begin(), bytes_of(blank).end()), second = first;
    const auto change = [](Bytes& text, auto make) { text = *text::spliced(text, *make(*open_project(text))); };
    change(second, [](const Project& p) { return change_setting(p, *find_setting("TEMPOx24"), i64(3024)); });
    change(second, [](const Project& p) { return change_setting(p, *find_setting("MASTER_TRACK"), i64(1)); });
    change(second, [](const Project& p) { return set_slot(p, {Pool::flex, 14}, {.path = "../AUDIO/hats.wav"}); });
    change(second, [](const Project& p) { return set_slot(p, {Pool::static_pool, 3}, {.path = "long.wav"}); });
    change(first, [](const Project& p) { return set_slot(p, {Pool::flex, 2}, {.path = "kick.wav", .gain = 40}); });
    change(second, [](const Project& p) { return set_slot(p, {Pool::flex, 2}, {.path = "kick.wav"}); });
    change(first, [](const Project& p) { return set_slot(p, {Pool::flex, 90}, {.path = "gone.wav"}); });
    const auto list = differences("project.work", first, second);
    EXPECT_EQ(told(list), (Told{"Project › Settings: Tempo 120.0 → 126.0", "Project › Settings: Master track OFF → ON",
                                "Project › Flex slot 2: gain −4.0 dB → 0.0 dB", "Project › Flex slot 14: hats.wav added",
                                "Project › Flex slot 90: gone.wav removed", "Project › Static slot 3: long.wav added"}));
    for (const Side into : {Side::first, Side::second}) {
        const Bytes& whole = into == Side::first ? second : first;
        EXPECT_EQ(text_of(taken_over("project.work", first, second, into, list)), text_of(whole));
        for (u32 some = 0; some < 64; some++) {  // any of them, in any company
            std::vector<FileDifference> taken;
            for (u32 i = 0; i < 6; i++)
                if (some >> i & 1) taken.push_back(list[i]);
            const Bytes result = taken_over("project.work", first, second, into, taken);
            EXPECT_EQ(differences("project.work", result, whole).size(), 6 - taken.size());
            EXPECT_TRUE(open_project(result)->findings.empty());
        }
    }
}

TEST(compare, lines_nobody_knows_are_taken_with_the_whole_text) {
    const std::string first = blank_project(), second = first + "ODD=1\r\n";
    const auto list = differences("project.work", bytes_of(first), bytes_of(second));
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(text_of(taken_over("project.work", bytes_of(first), bytes_of(second), Side::first, list)), second);
    std::string spaced = "\r\n" + second;  // and a value beside: all of it taken is the other text
    spaced.replace(spaced.find("TEMPOx24=2880"), 13, "TEMPOx24=2400");
    const auto both = differences("project.work", bytes_of(first), bytes_of(spaced));
    ASSERT_EQ(both.size(), 2u);
    EXPECT_EQ(text_of(taken_over("project.work", bytes_of(first), bytes_of(spaced), Side::first, both)), spaced);
    EXPECT_EQ(text_of(taken_over("project.work", bytes_of(first), bytes_of(spaced), Side::second, both)), first);
}

TEST(compare, rows_of_an_arrangement_are_seen_through_their_type) {
    Bytes first = blank_arrangement(), second = first;
    auto& block = overlay<Arrangement>(second)->current;
    block.row_count = u16(2);
    block.rows[0] = new_pattern_row(0, 3);
    block.rows[1].type = RowType::reminder;
    row_as<ReminderRow>(block.rows[1]).text.bytes[0] = 'X';
    EXPECT_EQ(
        told(differences("ARR01.strd", first, second)),
        (Told{"Arrangement › as it is: row count 0 → 2", "Arrangement › as it is › row 1: pattern 1 → 4",
              "Arrangement › as it is › row 1: scene a 1 → none", "Arrangement › as it is › row 1: scene b 1 → none",
              "Arrangement › as it is › row 1: end 0 → 16", "Arrangement › as it is › row 2: type PATTERN → REMINDER",
              "Arrangement › as it is › row 2: content 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 … → 58 00 00 00 00 00 00 00 "
              "00 00 00 00 00 00 00 00 …"}));
}

TEST(compare, what_does_not_open_or_is_unknown_is_refused) {
    const Bytes bank = blank_bank();
    EXPECT_FALSE(compare_files("bank01.work", bank, ByteView(bank).first(100)));
    EXPECT_FALSE(compare_files("bank01.work", {}, bank));
    EXPECT_EQ(compare_files("song.wav", bank, bank).problem().found, "song.wav");
    EXPECT_FALSE(compare_files("bank17.work", bank, bank));
}

TEST(compare, projects_meet_by_name_or_by_their_other_copy) {
    const Bytes bank = blank_bank(), markers = blank_markers();
    Bytes other = bank;
    place_trig(overlay<Bank>(other)->patterns[0].audio_tracks[0], 0, TrigType::trig);
    const NamedFile work[] = {{"bank01.work", bank}, {"markers.work", markers}, {"bank02.work", bank}};
    const NamedFile stored[] = {{"BANK01.STRD", other}, {"markers.strd", markers}, {"arr01.strd", {}}};
    const auto files = compare_projects(work, stored);
    ASSERT_EQ(files.size(), 4u);
    EXPECT_EQ(files[0].differences.size(), 1u);
    EXPECT_TRUE(files[1].is_same);
    EXPECT_EQ(files[2].presence, Presence::only_first);
    EXPECT_EQ(files[3].presence, Presence::only_second);
    EXPECT_EQ(files[3].name, "arr01.strd");
    const NamedFile broken[] = {{"bank01.work", ByteView(bank).first(7)}};
    EXPECT_TRUE(compare_projects(work, broken)[0].problem);
}
