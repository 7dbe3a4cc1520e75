#include <gtest/gtest.h>

#include <bit>

#include "../archive/fixture_files.h"
#include "octatrack/project_edit.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

// A project as short as it can be: every setting, two samples and a recorder.
std::string small_project() {
    std::string out = "############################\r\n# Project Settings\r\n############################\r\n\r\n";
    for (const ProjectSection kind : {ProjectSection::meta, ProjectSection::settings, ProjectSection::states}) {
        out += "[" + std::string(tag(kind)) + "]\r\n";
        for (const Setting& setting : settings())
            if (setting.section == kind) out += std::string(setting.key) + "=" + std::string(setting.initial) + "\r\n";
        out += "[/" + std::string(tag(kind)) + "]\r\n\r\n";
    }
    SampleAttributes kick{.path = "../AUDIO/kick.wav"};
    out += sample_block({Pool::flex, 3}, kick) + "\r\n";
    for (int n = 129; n <= 136; n++) out += sample_block({Pool::flex, n}, empty_recorder()) + "\r\n";
    out += sample_block({Pool::static_pool, 2}, kick) + "\r\n";
    return out + "############################\r\n\r\n";
}

std::string applied(const Project& project, const Result<text::Splice>& splice) {
    EXPECT_TRUE(splice) << sentence(splice.problem());
    if (!splice) return {};
    return std::string(text_of(*text::spliced(project.text.bytes, *splice)));
}

std::string replaced(std::string text, std::string_view old, std::string_view with) {
    text.replace(text.find(old), old.size(), with);
    return text;
}

const Setting& setting(std::string_view key) { return *find_setting(key); }

}  // namespace

TEST(project, every_setting_of_a_good_project_is_read_without_findings) {
    const std::string text = small_project();
    const auto project = open_project(bytes_of(text));
    ASSERT_TRUE(project);
    for (const Problem& problem : project->findings) ADD_FAILURE() << sentence(problem);
    EXPECT_EQ(tempo_x24(*project), 2880);
    EXPECT_EQ(os_version(*project), "1.40B");
    EXPECT_EQ(shown(*project, setting("TEMPOx24")), "120.0");
    EXPECT_EQ(shown(*project, setting("MIDI_AUTO_CHANNEL")), "11");
    EXPECT_EQ(project->samples.size(), 10u);
}

TEST(project, paths_of_settings_are_unique_and_find_their_setting) {
    for (const Setting& one : settings()) EXPECT_EQ(find_setting_by_path(path_of(one)), &one) << path_of(one);
    EXPECT_EQ(path_of(*find_setting("TRIG_MODE_MIDI", 2)), "settings.midi_trig_modes[3]");
}

TEST(project, changing_a_setting_changes_its_value_alone) {
    const std::string text = small_project();
    const auto project = open_project(bytes_of(text));
    for (const Setting& one : settings()) {
        if (!editable(one)) continue;
        const i64 value = one.field.kind == Kind::choice ? one.field.words.back().value : one.field.max;
        const auto splice = change_setting(*project, one, value);
        const std::string edited = applied(*project, splice);
        EXPECT_EQ(number(*open_project(bytes_of(edited)), one), value) << path_of(one);
        EXPECT_EQ(text_of(*text::spliced(bytes_of(edited), {splice->offset, splice->after, splice->before})), text);
        EXPECT_EQ(splice->before.size(), one.initial.size());
    }
}

TEST(project, a_typed_value_is_taken_in_its_unit_or_refused_with_the_range) {
    const std::string text = small_project();
    const auto project = open_project(bytes_of(text));
    EXPECT_EQ(applied(*project, change_setting(*project, setting("TEMPOx24"), "126.5")),
              replaced(text, "TEMPOx24=2880", "TEMPOx24=3037"));
    EXPECT_EQ(applied(*project, change_setting(*project, setting("MIDI_CLOCK_SEND"), "on")),
              replaced(text, "CLOCK_SEND=0", "CLOCK_SEND=2"));
    EXPECT_EQ(applied(*project, change_setting(*project, setting("MIDI_TRIG_CH1"), "none")),
              replaced(text, "TRIG_CH1=0", "TRIG_CH1=-1"));
    const auto refused = change_setting(*project, setting("TEMPOx24"), "900");
    ASSERT_FALSE(refused);
    EXPECT_EQ(sentence(refused.problem()), "settings.tempo: expected 30.0 to 300.0, found 900");
    EXPECT_FALSE(change_setting(*project, setting("VERSION"), i64(20)));
    EXPECT_FALSE(change_setting(*project, setting("MIDI_PROGRAM_CHANGE_SEND_CH"), i64(1)));
}

TEST(project, values_out_of_range_are_findings_with_their_place) {
    const std::string text = replaced(small_project(), "TEMPOx24=2880", "TEMPOx24=9000");
    const auto project = open_project(bytes_of(text));
    ASSERT_TRUE(project);
    ASSERT_EQ(project->findings.size(), 1u);
    EXPECT_EQ(project->findings[0].path, "settings.tempo");
    EXPECT_EQ(project->findings[0].expected, "720 to 7200");
    EXPECT_EQ(project->findings[0].offset, text.find("9000"));
    EXPECT_FALSE(project->read_only);
}

TEST(project, another_version_is_shown_and_never_edited) {
    const std::string text = replaced(small_project(), "VERSION=19", "VERSION=18");
    const auto project = open_project(bytes_of(text));
    ASSERT_TRUE(project);
    EXPECT_TRUE(project->read_only);
    EXPECT_EQ(project->findings.at(0).cause, Cause::unsupported);
    EXPECT_FALSE(change_setting(*project, setting("TEMPOx24"), i64(2400)));
    EXPECT_FALSE(set_slot(*project, {Pool::flex, 1}, {.path = "a.wav"}));
    EXPECT_FALSE(clear_slot(*project, {Pool::flex, 3}));
}

TEST(project, text_of_something_else_is_refused_with_what_was_expected) {
    EXPECT_FALSE(open_project({}));
    EXPECT_EQ(open_project(bytes_of("FORM")).problem().expected, "OCTATRACK DPS-1 PROJECT");
    EXPECT_FALSE(open_project(Bytes(2 << 20)));
}

TEST(project, any_number_but_zero_is_on) {
    const std::string text = replaced(small_project(), "MASTER_TRACK=0", "MASTER_TRACK=2");
    EXPECT_TRUE(master_track(*open_project(bytes_of(text))));
}

TEST(project, odd_blocks_are_findings_and_stay_readable) {
    std::string text = small_project();
    const std::string block = sample_block({Pool::flex, 1}, {.path = "late.wav"}) + "\r\n";
    text.insert(text.find("[SAMPLE]\r\nTYPE=STATIC"),
                block + block + "[SAMPLE]\r\nTYPE=TAPE\r\nSLOT=1\r\nBPMx24=2880\r\n[/SAMPLE]\r\n\r\n");
    const auto project = open_project(bytes_of(text));
    ASSERT_EQ(project->findings.size(), 3u);
    EXPECT_EQ(sentence(project->findings[0]).substr(0, 8), "flex[1]:");
    EXPECT_EQ(project->findings[0].found, "F001 after R8");
    EXPECT_EQ(project->findings[1].found, "another block for the same slot");
    EXPECT_EQ(project->findings[2].found, "a block that names no slot");
    EXPECT_EQ(find_sample(*project, {Pool::flex, 1})->values.path, "late.wav");
}

TEST(slots, a_new_block_takes_its_place_in_the_order) {
    const std::string text = small_project();
    const auto project = open_project(bytes_of(text));
    const std::pair<SlotRef, std::string> places[] = {{{Pool::flex, 1}, "[SAMPLE]\r\nTYPE=FLEX\r\nSLOT=003"},
                                                      {{Pool::flex, 128}, "[SAMPLE]\r\nTYPE=FLEX\r\nSLOT=129"},
                                                      {{Pool::static_pool, 1}, "[SAMPLE]\r\nTYPE=STATIC\r\nSLOT=002"},
                                                      {{Pool::static_pool, 128}, "############################\r\n\r\n"}};
    for (const auto& [slot, next] : places) {
        std::string expected = text;
        expected.insert(text.rfind(next), sample_block(slot, {.path = "new.wav"}) + "\r\n");
        const std::string edited = applied(*project, set_slot(*project, slot, {.path = "new.wav"}));
        EXPECT_EQ(edited, expected) << label(slot);
        EXPECT_TRUE(open_project(bytes_of(edited))->findings.empty());
    }
}

TEST(slots, clearing_a_slot_takes_out_what_setting_it_put_in) {
    const std::string text = small_project();
    const SlotRef slot{Pool::flex, 7};
    const auto project = open_project(bytes_of(text));
    const std::string with = applied(*project, set_slot(*project, slot, {.path = "x=y.wav"}));
    const auto edited = open_project(bytes_of(with));
    EXPECT_EQ(applied(*edited, clear_slot(*edited, slot)), text);
    EXPECT_FALSE(clear_slot(*project, slot));
}

TEST(slots, a_cleared_recorder_keeps_the_block_of_a_new_project) {
    const std::string text = small_project();
    const SlotRef recorder{Pool::flex, 131};
    const auto project = open_project(bytes_of(text));
    const std::string with = applied(*project, set_slot(*project, recorder, {.path = "take.wav"}));
    const auto edited = open_project(bytes_of(with));
    EXPECT_EQ(applied(*edited, clear_slot(*edited, recorder)), text);
}

TEST(slots, an_attribute_changes_in_place_and_a_linked_one_takes_the_line) {
    const std::string text = small_project();
    const auto project = open_project(bytes_of(text));
    const SampleBlock& kick = *find_sample(*project, {Pool::flex, 3});
    EXPECT_EQ(applied(*project, change_attribute(*project, kick, Attribute::gain, "+3.5")), replaced(text, "GAIN=48", "GAIN=55"));
    EXPECT_EQ(applied(*project, change_attribute(*project, kick, Attribute::trim_length, 400)),
              replaced(text, "BPMx24=2880", "TRIM_BARSx100=400"));
    EXPECT_EQ(applied(*project, change_attribute(*project, kick, Attribute::timestretch, "beat")),
              replaced(text, "TSMODE=0", "TSMODE=3"));
    EXPECT_FALSE(change_attribute(*project, kick, Attribute::timestretch, i64(1)));
    EXPECT_EQ(applied(*project, change_path(*project, kick, "b/kick 2.wav")), replaced(text, "../AUDIO/kick.wav", "b/kick 2.wav"));
}

TEST(slots, several_linked_lines_become_one) {
    const std::string text = replaced(small_project(), "BPMx24=2880\r\nTSMODE=0", "TRIM_BARSx100=400\r\nTSMODE=0\r\nBPMx24=2880");
    const auto project = open_project(bytes_of(text));
    ASSERT_EQ(project->findings.size(), 1u);
    EXPECT_EQ(project->findings[0].found, "2 of them");
    const SampleBlock& kick = *find_sample(*project, {Pool::flex, 3});
    EXPECT_EQ(kick.values.priority, Priority::trim);
    EXPECT_EQ(applied(*project, change_attribute(*project, kick, Attribute::tempo, "130")),
              replaced(small_project(), "BPMx24=2880", "BPMx24=3120"));
}

TEST(slots, names_the_machine_cannot_hold_are_refused) {
    for (const char* bad : {"", "/abs.wav", "..\\AUDIO\\a.wav", "a\"b.wav", "a\r\nb.wav", "c:a.wav"})
        EXPECT_FALSE(check_sample_path(bad)) << bad;
    for (const char* good : {"../AUDIO/a b & c's.wav", "k=1.wav", "caf\xE9.wav"}) EXPECT_TRUE(check_sample_path(good)) << good;
}

TEST(slots, a_loaded_sample_gets_what_the_device_gives_it) {
    const u64 second = 44100;
    EXPECT_EQ(trim_bars_x100(2 * second, 2880), 100);
    EXPECT_EQ(trim_bars_x100(8 * second, 2880), 400);
    EXPECT_EQ(trim_bars_x100(3000 * second, 2880), 3200);
    const auto loop = loaded_sample({Pool::flex, 1}, "l.wav", 4 * second, 2880);
    EXPECT_EQ(sample_block({Pool::flex, 1}, loop),
              "[SAMPLE]\r\nTYPE=FLEX\r\nSLOT=001\r\nPATH=l.wav\r\nTRIM_BARSx100=200\r\nTSMODE=2\r\nLOOPMODE=1\r\nGAIN="
              "48\r\nTRIGQUANTIZATION=-1\r\n[/SAMPLE]\r\n");
    EXPECT_EQ(loaded_sample({Pool::flex, 1}, "s.wav", second / 4, 2880).priority, Priority::tempo);
}

TEST(project_fixtures, every_device_text_opens_and_a_splice_undone_gives_its_bytes) {
    for (const auto& path : test::fixtures("octatrack", "project.work")) {
        const Bytes file = test::load(path);
        const auto project = open_project(file);
        ASSERT_TRUE(project) << path << sentence(project.problem());
        const auto splice = change_setting(*project, setting("TEMPOx24"), i64(7200));
        ASSERT_TRUE(splice) << path;
        const Bytes edited = *text::spliced(file, *splice);
        EXPECT_EQ(*text::spliced(edited, {splice->offset, splice->after, splice->before}), file) << path;
    }
}

TEST(project_fixtures, device_texts_have_no_findings_and_tool_texts_have_theirs) {
    const auto findings = [](const char* name) {
        const Bytes file = test::load(test::fixture_root() / "octatrack" / name);
        std::string all;
        if (const auto project = open_project(file))
            for (const Problem& problem : project->findings) all += sentence(problem) + "\n";
        return all;
    };
    for (const char* name : {"octapy-template", "octatools-demo-blank", "octatrack-manager-multipart"})
        EXPECT_EQ(findings((std::string(name) + "/project.work").c_str()), "") << name;
    for (const auto& path : test::fixtures("octatrack", "octapy-hello-flex/project.work"))
        EXPECT_NE(findings("octapy-hello-flex/project.work").find("a ruler and a blank line"), std::string::npos) << path;
    for (const auto& path : test::fixtures("octatrack", "octatrack-manager/source-project.work"))
        EXPECT_NE(findings("octatrack-manager/source-project.work").find("static[1]: at"), std::string::npos) << path;
}

TEST(project_fixtures, bars_of_device_samples_follow_the_formula_rounding_included) {
    // Lengths that the device turned into the bars of the richest text are not in the fixtures; the powers of two are.
    for (const auto& path : test::fixtures("octatrack", "octatrack-manager-multipart/project.work")) {
        const Bytes file = test::load(path);
        const auto project = open_project(file);
        for (const SampleBlock& block : project->samples)
            if (block.values.priority == Priority::trim) {
                EXPECT_TRUE(std::has_single_bit(u64(block.values.priority_value) / 25)) << label(block.slot);
            }
    }
}
