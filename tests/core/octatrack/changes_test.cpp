#include "octatrack/changes.h"

#include <gtest/gtest.h>

#include "blank_bank.h"
#include "octatrack/project_edit.h"
#include "octatrack/trigs.h"

using namespace groovebench;
using namespace groovebench::octatrack;
using Lines = std::vector<std::string>;

namespace {

struct Banks {
    Bytes before = blank_bank(), after = before;
    Bank& bank = *overlay<Bank>(after);
    AudioTrack& t3 = bank.patterns[2].audio_tracks[2];

    void both(auto change) {
        change(*overlay<Bank>(before));
        change(bank);
    }
    Lines lines() const {
        const auto groups = bank_changes(before, after, 0);
        return groups.empty() ? Lines() : groups[0].lines;
    }
};

std::string project_text(std::string_view tempo, std::string_view path) {
    std::string out;
    for (const ProjectSection kind : {ProjectSection::meta, ProjectSection::settings, ProjectSection::states}) {
        out += "[" + std::string(tag(kind)) + "]\r\n";
        for (const Setting& setting : settings())
            if (setting.section == kind)
                out += std::string(setting.key) + "=" + std::string(setting.key == "TEMPOx24" ? tempo : setting.initial) + "\r\n";
        out += "[/" + std::string(tag(kind)) + "]\r\n\r\n";
    }
    return out + sample_block({Pool::flex, 14}, {.path = std::string(path)}) + "\r\n";
}

}  // namespace

TEST(changes, files_that_are_the_same_or_differ_only_in_the_sum_have_none) {
    Banks banks;
    EXPECT_TRUE(bank_changes(banks.before, banks.after, 0).empty());
    banks.bank.checksum = 1;
    EXPECT_TRUE(bank_changes(banks.before, banks.after, 0).empty());
}

TEST(changes, trigs_are_told_by_pattern_and_track) {
    Banks banks;
    for (int step : {6, 8, 10, 14}) place_trig(banks.t3, step, TrigType::trig);
    EXPECT_EQ(banks.lines(), (Lines{"A03 · T3: 4 trigs added (7, 9, 11, 15)"}));
    EXPECT_EQ(bank_changes(banks.before, banks.after, 0)[0].heading, "Bank A");
    std::swap(banks.before, banks.after);
    EXPECT_EQ(bank_changes(banks.before, banks.after, 15)[0].lines, (Lines{"P03 · T3: 4 trigs removed (7, 9, 11, 15)"}));
}

TEST(changes, a_trig_of_another_type_is_told_with_both) {
    Banks banks;
    banks.both([](Bank& bank) { place_trig(bank.patterns[2].audio_tracks[2], 4, TrigType::trig); });
    place_trig(banks.t3, 4, TrigType::one_shot);
    EXPECT_EQ(banks.lines(), (Lines{"A03 · T3: trig → one-shot trig on step 5"}));
}

TEST(changes, locks_are_told_in_device_units_and_take_the_trigless_lock_with_them) {
    Banks banks;
    banks.both([](Bank& bank) { bank.parts[0].machines[2] = MachineType::flex; });
    for (int step : {6, 8, 10}) set_lock(banks.t3, step, 0, 54);
    set_lock(banks.t3, 3, 18, 100);
    set_lock(banks.t3, 3, sample_lock, 20);
    EXPECT_EQ(banks.lines(), (Lines{"A03 · T3: PTCH locked to −2.0 on 3 steps (7, 9, 11)",
                                    "A03 · T3: FX1 BASE locked to 100 on step 4", "A03 · T3: sample locked to F021 on step 4"}));
    std::swap(banks.before, banks.after);
    EXPECT_EQ(banks.lines()[0], "A03 · T3: PTCH unlocked on 3 steps (7, 9, 11)");
}

TEST(changes, many_values_of_a_lock_are_one_line) {
    Banks banks;
    for (int step = 0; step < 16; step++) set_lock(banks.t3, step, 15, u8(step));
    EXPECT_EQ(banks.lines(), (Lines{"A03 · T3: AMP VOL locked on 16 steps (1–16)"}));
}

TEST(changes, trig_words_are_told_by_their_parts) {
    Banks banks;
    set_trig_word(banks.bank.patterns[2].midi_tracks[7], 15, 4, -6, 1);
    EXPECT_EQ(banks.lines(), (Lines{"A03 · M8: condition FILL on step 16", "A03 · M8: micro-timing −1/64 on step 16",
                                    "A03 · M8: 4 repeats on step 16"}));
    std::swap(banks.before, banks.after);
    EXPECT_EQ(banks.lines()[0], "A03 · M8: condition taken off on step 16");
}

TEST(changes, recorder_trigs_slide_and_swing_are_told) {
    Banks banks;
    place_recorder_trig(banks.t3, 0, true);
    place_recorder_trig(banks.t3, 8);
    set_recorder_input(banks.t3, 8, RecorderInput::cd, false);
    set_slide(banks.t3, 2, true);
    set_swing(banks.t3, 1, false);
    EXPECT_EQ(banks.lines(), (Lines{"A03 · T3: 2 recorder trigs added (1, 9)", "A03 · T3: recorder source AB added (9)",
                                    "A03 · T3: recorder source SRC3 added (9)", "A03 · T3: recorder one-shot added (1)",
                                    "A03 · T3: slide added (3)", "A03 · T3: swing removed (2)"}));
}

TEST(changes, fields_of_tracks_and_patterns_are_told_with_both_values) {
    Banks banks;
    banks.t3.length = 12;
    banks.bank.patterns[2].tail.length = 32;
    banks.bank.patterns[2].tail.scale_mode = ScaleMode::per_track;
    banks.bank.patterns[2].tail.part = 1;
    banks.bank.patterns[2].tail.tempo_x24 = 126 * 24;
    EXPECT_EQ(banks.lines(), (Lines{"A03 · T3: length 16 → 12", "A03: Part 1 ONE → Part 2 TWO", "A03: length 16 → 32",
                                    "A03: scale mode NORMAL → PER TRACK", "A03: tempo 120.0 → 126.0"}));
}

TEST(changes, another_effect_is_one_line_with_the_values_it_resets) {
    Banks banks;
    banks.both([](Bank& bank) { bank.parts[1].fx1[2] = 13; });
    banks.bank.parts[1].fx1[2] = 4;
    auto* values = reinterpret_cast<u8*>(&banks.bank.parts[1].pages[2].fx1);
    auto* setup = reinterpret_cast<u8*>(&banks.bank.parts[1].setup[2].fx1);
    for (int i = 0; i < 6; i++) values[i] = setup[i] = u8(i + 1);
    EXPECT_EQ(banks.lines(), (Lines{"Part 2 TWO: FX1 of T3 DJ EQUALIZER → FILTER (12 values)"}));
}

TEST(changes, knobs_of_a_part_have_the_names_of_the_device) {
    Banks banks;
    Part& part = banks.bank.parts[0];
    part.machines[0] = MachineType::flex, part.pages[2].amp.vol = 60, part.slots[3].flex = 130, part.scenes[1].tracks[4].fx2_a = 12;
    part.source[5].static_machine.ptch = 69, part.midi[0].note = 60, part.levels[7].cue = 1;
    EXPECT_EQ(banks.lines(),
              (Lines{"Part 1 ONE: T8 cue level 108 → 1", "Part 1 ONE: machine of T1 STATIC → FLEX",
                     "Part 1 ONE: T6 PTCH 0.0 → +1.0", "Part 1 ONE: T3 AMP VOL 0 → −4", "Part 1 ONE: T4 slot of FLEX F004 → R3",
                     "Part 1 ONE: M1 NOTE C3 → C4", "Part 1 ONE: Scene 2 · T5 FX2 TIME not locked → 13"}));
}

TEST(changes, a_saved_part_and_a_new_name_are_told_once) {
    Banks banks;
    banks.both([](Bank& bank) { bank.parts[1].scene_a = 3; });
    banks.bank.saved_parts[1] = banks.bank.parts[1];
    std::memcpy(banks.bank.part_names[1].text.bytes, "DRUMS", 6);
    EXPECT_EQ(banks.lines(), (Lines{"Part 2: name TWO → DRUMS", "Part 2 DRUMS: saved"}));
}

TEST(changes, every_single_byte_of_a_bank_that_changes_is_told) {
    Banks banks;
    for (std::size_t at = 0; at < sizeof(Bank) - 2; at += 1009) {
        const std::byte old = banks.after[at];
        banks.after[at] ^= std::byte(1);
        EXPECT_FALSE(bank_changes(banks.before, banks.after, 0).empty()) << "byte " << at;
        banks.after[at] = old;
    }
}

TEST(changes, a_flood_of_lines_is_capped_and_counted) {
    Banks banks;
    for (Pattern& pattern : banks.bank.patterns)
        for (AudioTrack& track : pattern.audio_tracks) place_trig(track, 0, TrigType::trig), set_slide(track, 0, true);
    const Lines lines = banks.lines();
    ASSERT_EQ(lines.size(), 201u);
    EXPECT_EQ(lines.back(), "and 56 more");
}

TEST(changes, of_a_project_are_told_by_setting_and_slot) {
    const std::string before = project_text("2976", "../AUDIO/hats_02.wav"),
                      after = project_text("3024", "../AUDIO/hats_chain.wav");
    const auto groups = file_changes("SET/P/project.work", bytes_of(before), bytes_of(after));
    ASSERT_EQ(groups.size(), 1u);
    EXPECT_EQ(groups[0].heading, "Project");
    EXPECT_EQ(groups[0].lines, (Lines{"Tempo 124.0 → 126.0", "Flex slot 14: hats_02.wav → hats_chain.wav"}));
}

TEST(changes, lines_of_a_project_that_nobody_knows_are_not_passed_over) {
    const std::string before = project_text("2976", "a.wav"), after = before + "ODD=1\r\n";
    EXPECT_EQ(project_changes(bytes_of(before), bytes_of(after))[0].lines, (Lines{"other lines of the text"}));
}

TEST(changes, are_dispatched_by_the_name_of_the_file) {
    Banks banks;
    place_trig(banks.t3, 0, TrigType::trig);
    EXPECT_EQ(file_changes("S/P/bank03.work", banks.before, banks.after)[0].heading, "Bank C");
    EXPECT_EQ(file_changes("S/P/BANK03.STRD", banks.before, banks.after)[0].heading, "Bank C (stored copy)");
    EXPECT_EQ(file_changes("S/AUDIO/x.wav", {}, bytes_of("1234"))[0].lines, (Lines{"new, 4 bytes"}));
    EXPECT_EQ(file_changes("S/P/arr01.work", bytes_of("1234"), bytes_of("1235"))[0].lines, (Lines{"1 byte changed"}));
    EXPECT_EQ(file_changes("S/P/bank03.work", banks.before, bytes_of("12"))[0].heading, "Bank C");
}

TEST(changes, of_markers_are_told_by_slot) {
    const Bytes before = blank_markers();
    Bytes after = before;
    SlotMarkers& slot = markers_of(*overlay<Markers>(after), {Pool::flex, 14});
    slot = whole_sample(88200);
    cut_into_slices(slot, 16);
    const auto groups = file_changes("SET/P/markers.work", before, after);
    ASSERT_EQ(groups.size(), 1u);
    EXPECT_EQ(groups[0].heading, "Markers");
    EXPECT_EQ(groups[0].lines[0].substr(0, 42), "Flex slot 14: 16 slices, trim 0–88 200");
    EXPECT_EQ(markers_changes(after, before)[0].lines, (Lines{"Flex slot 14: markers removed"}));
    EXPECT_TRUE(markers_changes(after, after).empty());
}
