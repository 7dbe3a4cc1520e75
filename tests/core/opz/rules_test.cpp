#include "opz/rules.h"

#include <gtest/gtest.h>

#include "any/file.h"
#include "bytes/format.h"
#include "opz/place.h"
#include "opz/plugs.h"
#include "opz/values.h"
#include "projects.h"
#include "schema/walk.h"

using namespace groovebench;
using namespace groovebench::opz;

namespace {

any::File open(Bytes bytes) { return any::File("project01.opz", std::move(bytes)); }

std::string refusal_of(any::File& file, std::string_view path, std::string_view shown) {
    const Bytes before(file.bytes().begin(), file.bytes().end());
    const Outcome done = file.set(path, {shown});
    if (!done) EXPECT_TRUE(std::ranges::equal(before, file.bytes()));
    return done ? "taken" : sentence(done.problem()).substr(std::string_view("project01.opz: ").size());
}

std::vector<std::size_t> changed(const Bytes& before, ByteView after) {
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i < before.size(); i++)
        if (before[i] != after[i]) at.push_back(i);
    return at;
}

std::string shown(const any::File& file, std::string_view path) {
    const auto value = file.read(path);
    return value ? value->shown : sentence(value.problem());
}

}  // namespace

TEST(opz_rules, an_edit_of_every_kind_of_field_changes_its_own_bytes_alone) {
    // Path, value, how it reads back, offset of the first byte that may change, how many.
    struct Case {
        std::string path, value, reads;
        std::size_t offset, size;
    };
    const std::size_t pattern = 572 + 2 * 21392;
    const std::vector<Case> cases = {
        {"mixer.drums", "99", "99", 516, 1},
        {"tempo", "131", "131", 520, 2},
        {"swing", "+10 %", "+10 %", 565, 1},
        {"metronome_level", "0", "0", 566, 1},
        {"metronome_sound", "japanese", "japanese", 567, 1},
        {"mute_groups[10].control.motion", "muted", "muted", 524 + 39, 1},
        {"chains[3].patterns[1]", "9", "9", 4 + 64, 32},
        {"chains[3].patterns[4]", "16", "16", 4 + 64, 32},
        {"patterns[3].tracks.bass.plug", "volt", "volt", pattern + 48, 4},
        {"patterns[3].tracks.kick.plug", "hoo.aif", "318986567", pattern, 4},
        {"patterns[3].tracks.kick.step_count", "12", "12", pattern + 4, 1},
        {"patterns[3].tracks.kick.step_length", "4", "4", pattern + 6, 1},
        {"patterns[3].tracks.kick.quantize", "50 %", "50 %", pattern + 7, 1},
        {"patterns[3].tracks.kick.note_length", "200", "200 (1 bar?)", pattern + 9, 1},
        {"patterns[3].notes[1].kick[1].note", "G3", "G3", pattern + 192 + 4, 1},
        {"patterns[3].notes[1].kick[1].note", "none", "none", pattern + 192 + 4, 1},
        {"patterns[3].notes[2].kick[1].note", "F3", "F3", pattern + 192 + 440, 8},
        {"patterns[3].notes[1].kick[1].velocity", "64", "64", pattern + 192 + 5, 1},
        {"patterns[3].notes[1].kick[1].duration", "2.5 steps", "2.5 steps", pattern + 192, 4},
        {"patterns[3].notes[1].kick[1].duration", "16 steps", "16 steps", pattern + 192, 4},
        {"patterns[3].notes[1].kick[1].micro_timing", "-3 ticks", "-3 ticks", pattern + 192 + 6, 1},
        {"patterns[3].steps.kick[5].components[3]", "off", "off", pattern + 7232 + 4 * 54, 2},
        {"patterns[3].steps.kick[5].components[4]", "on", "on", pattern + 7232 + 4 * 54, 2},
        {"patterns[3].steps.kick[5].values.jump", "gate step", "gate step", pattern + 7232 + 4 * 54 + 4, 1},
        {"patterns[3].steps.kick[5].values.trigger_spark", "1 of 4", "1 of 4", pattern + 7232 + 4 * 54 + 14, 1},
        {"patterns[3].steps.kick[5].locks.filter", "17", "17", pattern + 7232 + 4 * 54 + 26, 1},
        {"patterns[3].steps.kick[5].locked.filter", "off", "off", pattern + 7232 + 4 * 54 + 44, 1},
        {"patterns[3].sounds.kick.lfo_shape", "saw", "saw", pattern + 21056 + 16, 1},
        {"patterns[3].sounds.bass.level", "200", "200", pattern + 21056 + 4 * 18 + 11, 1},
        {"patterns[3].mute_groups[1].drums.kick", "muted", "muted", pattern + 21344, 1},
        {"patterns[3].tape_routing[9]", "on", "on", pattern + 21384, 2},
        {"patterns[3].master_routing[5]", "off", "off", pattern + 21386, 2},
        {"patterns[3].active_mute_group", "4", "4", pattern + 21388, 1},
    };
    const Bytes before = test::busy_project();
    for (const Case& one : cases) {
        any::File file = open(before);
        const Outcome done = file.set(one.path, {one.value});
        ASSERT_TRUE(done) << sentence(done.problem());
        EXPECT_EQ(shown(file, one.path), one.reads) << one.path;
        const auto at = changed(before, file.bytes());
        EXPECT_FALSE(at.empty()) << one.path;
        for (const std::size_t offset : at)
            EXPECT_TRUE(offset >= one.offset && offset < one.offset + one.size) << one.path << " changed " << offset;
        const auto told = open(before).differences(file);
        EXPECT_FALSE(told->empty()) << one.path;
        any::File again = open(Bytes(file.bytes().begin(), file.bytes().end()));
        EXPECT_TRUE(again.set(one.path, {one.reads})) << one.path;
        EXPECT_FALSE(again.edited()) << one.path << ": what is shown stands already";
    }
}

TEST(opz_rules, what_every_value_shows_can_be_written_and_changes_nothing) {
    const Bytes bytes = test::busy_project();
    any::File file = open(bytes);
    int values = 0;
    std::vector<std::string> paths;
    ASSERT_TRUE(file.each("patterns[3].steps.kick[5]", [&](const ValueRead& value) { paths.push_back(value.path); }));
    ASSERT_TRUE(file.each("patterns[3].tracks", [&](const ValueRead& value) { paths.push_back(value.path); }));
    ASSERT_TRUE(file.each("patterns[3].sounds", [&](const ValueRead& value) { paths.push_back(value.path); }));
    ASSERT_TRUE(file.each("mixer", [&](const ValueRead& value) { paths.push_back(value.path); }));
    for (const std::string& path : paths) {
        const auto value = file.read(path);
        if (!editable(*value->field) || value->field->kind == Kind::flags || path.find(".locks.") != path.npos ||
            path.find(".values.") != path.npos)
            continue;
        EXPECT_TRUE(file.set(path, {value->shown})) << path << " " << value->shown;
        values++;
    }
    EXPECT_GT(values, 300);
    EXPECT_FALSE(file.edited());
}

TEST(opz_rules, a_note_comes_whole_and_goes_by_one_byte) {
    any::File file = open(test::busy_project());
    const std::string slot = "patterns[3].notes[16].kick[1].";  // stale bytes in it
    EXPECT_EQ(refusal_of(file, slot + "velocity", "90"),
              slot + "velocity: at 0xC3E9: expected a slot with a note: set its note first, found an empty one");
    ASSERT_TRUE(file.set(slot + "note", {"F3"}));
    const Pattern& pattern = overlay<Project>(file.bytes())->patterns[2];
    const Note& note = note_of(pattern, 0, 15, 0);
    EXPECT_EQ(note.duration, default_duration);
    EXPECT_EQ(note.velocity, 100);
    EXPECT_EQ(note.age.bytes[0], 0);
    const Bytes before(file.bytes().begin(), file.bytes().end());
    ASSERT_TRUE(file.set(slot + "note", {"none"}));
    EXPECT_EQ(changed(before, file.bytes()).size(), 1u);
}

TEST(opz_rules, micro_timing_has_the_unit_of_its_revision) {
    any::File old = open(test::busy_project(2)), five = open(test::busy_project(5)), seven = open(test::busy_project(7));
    const std::string micro = "patterns[3].notes[1].kick[1].micro_timing";
    for (any::File* file : {&old, &five, &seven}) ASSERT_TRUE(file->set(micro, {"+3 ticks"}));
    const auto raw = [&](const any::File& file) {
        return int(note_of(overlay<Project>(file.bytes())->patterns[2], 0, 0, 0).micro_timing);
    };
    EXPECT_EQ(raw(old), 3);
    EXPECT_EQ(raw(five), 24);
    EXPECT_EQ(raw(seven), 24);
    EXPECT_EQ(refusal_of(old, micro, "+0.5"),
              "patterns[3].notes[1].kick[1].micro_timing: at 0xAA22: expected -12 to +11 ticks, found +0.5");
    EXPECT_EQ(refusal_of(five, micro, "+0.5"),
              "patterns[3].notes[1].kick[1].micro_timing: at 0xAA22: expected -12 to +11 ticks, found +0.5 ticks");
    EXPECT_EQ(refusal_of(seven, micro, "12 ticks"),
              "patterns[3].notes[1].kick[1].micro_timing: at 0xAA22: expected -12 to +11 ticks, found +12 ticks");
    ASSERT_TRUE(seven.set("patterns[3].tracks.kick.step_length", {"4"}));
    ASSERT_TRUE(seven.set(micro, {"+11.875 ticks"}));
    EXPECT_EQ(raw(seven), 95);
    EXPECT_EQ(shown(seven, micro), "+11.875 ticks");
}

TEST(opz_rules, a_lock_sets_its_flag_and_a_component_its_bit) {
    any::File file = open(blank_project());
    ASSERT_TRUE(file.set("patterns[1].steps.bass[3].locks.resonance", {"0"}));  // as it is: but locked now
    ASSERT_TRUE(file.set("patterns[1].steps.bass[3].values.multiply", {"quantize"}));
    const auto step = [&] { return overlay<Project>(file.bytes())->patterns[0].steps.at(int(Track::bass))[2]; };
    EXPECT_TRUE(is_locked(step(), Parameter::resonance));
    EXPECT_TRUE(is_on(step(), Component::multiply));
    EXPECT_EQ(step().values.multiply, 10);
    ASSERT_TRUE(file.set("patterns[1].steps.bass[3].components[9]", {"off"}));
    EXPECT_EQ(step().values.multiply, 10) << "the value stays behind";
    EXPECT_EQ(refusal_of(file, "patterns[1].steps.fx1[3].values.jump", "start"),
              "patterns[1].steps.fx1[3].values.jump: at 0x39EC: expected a track from kick to chord: only they have components, "
              "found fx1");
    EXPECT_EQ(refusal_of(file, "patterns[1].steps.bass[3].values.jump", "nowhere"),
              "patterns[1].steps.bass[3].values.jump: at 0x2C6C: expected start to gate step, found nowhere");
    const Outcome raw = file.set("patterns[1].steps.bass[3].values.jump", {.raw = 77});
    EXPECT_FALSE(raw);
    EXPECT_TRUE(file.set("patterns[1].steps.bass[3].values.trigger_spark", {.raw = 0x24}));
    EXPECT_EQ(shown(file, "patterns[1].steps.bass[3].values.trigger_spark"), "all but last of 4");
}

TEST(opz_rules, chains_are_written_whole_and_the_selected_one_is_the_active_one) {
    any::File file = open(test::busy_project());
    const auto project = [&]() -> const Project& { return *overlay<Project>(file.bytes()); };
    ASSERT_TRUE(file.set("selected_chain", {"3"}));
    EXPECT_EQ(chain_used(project().active_chain), 3);
    ASSERT_TRUE(file.set("chains[3].patterns[2]", {"none"}));
    EXPECT_EQ(chain_used(project().chains[2]), 1);
    EXPECT_EQ(chain_used(project().active_chain), 1);
    EXPECT_EQ(refusal_of(file, "selected_chain", "9"),
              "selected_chain: at 0x238: expected a saved chain with patterns in it, found chain 9, an empty one");
    EXPECT_EQ(refusal_of(file, "chains[3].patterns[5]", "2"),
              "chains[3].patterns[5]: at 0x48: expected at most entry 2, the one behind the end, found entry 5");
    ASSERT_TRUE(file.set("chains[6].patterns[1]", {"1"}));  // stale bytes behind its end go
    EXPECT_EQ(project().chains[5].patterns[20], no_pattern);
    ASSERT_TRUE(file.set("active_chain.patterns[2]", {"16"}));
    EXPECT_EQ(project().selected_chain, 255);
    for (int i = 2; i <= chain_limit; i++) ASSERT_TRUE(file.set(fmt::format("chains[6].patterns[{}]", i), {"1"}));
    EXPECT_EQ(refusal_of(file, "chains[6].patterns[32]", "1"),
              "chains[6].patterns[32]: at 0xC3: expected at most 31 patterns, found 32");
}

TEST(opz_rules, mutes_keep_the_lower_bit) {
    Bytes bytes = test::busy_project();
    any::File file = open(bytes);
    ASSERT_TRUE(file.set("patterns[3].mute_groups[10].effects.fx1", {"muted"}));
    EXPECT_EQ(element<u8>(overlay<Project>(file.bytes())->patterns[2].mute_groups[9], 2), 3);
    EXPECT_FALSE(file.set("patterns[3].mute_groups[10].effects.low_1", {"0"}));
    MuteGroup group{};
    for (int track = 0; track < track_count; track++) {
        set_mute(group, track, true);
        for (int other = 0; other < track_count; other++) EXPECT_EQ(is_muted(group, other), other <= track);
    }
    for (int track = 0; track < track_count; track++) set_mute(group, track, false);
    for (int i = 0; i < 4; i++) EXPECT_EQ(element<u8>(group, i), 0);
}

TEST(opz_rules, what_a_project_cannot_hold_is_refused) {
    any::File file = open(blank_project());
    EXPECT_EQ(refusal_of(file, "tempo", "39"), "tempo: at 0x208: expected 40 to 200, found 39");
    EXPECT_EQ(refusal_of(file, "revision", "7"),
              "revision: at 0x53B3C: expected a field that is yours to set, found one that the firmware writes");
    EXPECT_EQ(refusal_of(file, "unknown_0x20A", "0"),
              "unknown_0x20A: at 0x20A: expected a field that is only kept, not edited, found 0");
    EXPECT_EQ(refusal_of(file, "patterns[17].active_mute_group", "1"),
              "patterns[17].active_mute_group: expected patterns[1] to [16], found no such field");
    EXPECT_EQ(refusal_of(file, "patterns[1].tracks.kick.step_count", "0"),
              "patterns[1].tracks.kick.step_count: at 0x240: expected 1 to 16, found 0");
    EXPECT_EQ(refusal_of(file, "patterns[1].tracks.kick.plug", "piano"),
              "patterns[1].tracks.kick.plug: at 0x23C: expected an engine, the file name of a kit, or a number, found piano");
    EXPECT_EQ(refusal_of(file, "patterns[1].sounds.kick.lfo_target", "moon"),
              "patterns[1].sounds.kick.lfo_target: at 0x548B: expected parameter 1, parameter 2, cutoff, resonance, attack, pitch, "
              "pan, volume, found moon");
    EXPECT_FALSE(file.edited());
}

TEST(opz_values, zones_have_their_centres) {
    for (const int zones : {2, 3, 4, 6, 8, 12})
        for (int zone = 0; zone < zones; zone++) EXPECT_EQ(zone_of(zone_centre(zone, zones), zones), zone) << zones;
    EXPECT_EQ(zone_of(255, 12), 11);
    EXPECT_EQ(zone_of(0, 6), 0);
}

TEST(opz_values, dials_are_named_as_on_their_track) {
    EXPECT_EQ(parameter_title(Track::kick, Parameter::parameter_1), "pitch");
    EXPECT_EQ(parameter_title(Track::bass, Parameter::parameter_1), "parameter 1");
    EXPECT_EQ(parameter_title(Track::arp, Parameter::lfo_depth), "arp speed");
    EXPECT_EQ(parameter_title(Track::tape, Parameter::portamento), "dry level");
    EXPECT_EQ(parameter_title(Track::lights, Parameter::filter), "pattern speed");
    EXPECT_EQ(parameter_title(Track::motion, Parameter::level), "control 16");
    EXPECT_EQ(dial_of(Track::kick, Parameter::resonance)->dial, 4);
    EXPECT_EQ(dial_of(Track::kick, Parameter::level)->page, 4);
    EXPECT_FALSE(dial_of(Track::perform, Parameter::attack));
    for (int track = 0; track < track_count; track++)
        for (int i = 0; i < parameter_count; i++)
            EXPECT_EQ(find_parameter(Track(track), parameter_title(Track(track), Parameter(i))), Parameter(i));
}

TEST(opz_values, every_value_of_a_component_reads_back) {
    int values = 0;
    for (int c = 0; c < component_count; c++)
        for (int value = 0; value < 256; value++) {
            if (!is_component_value(Component(c), u8(value))) continue;
            const auto back = component_value(Component(c), component_shown(Component(c), u8(value)));
            ASSERT_TRUE(back) << component_shown(Component(c), u8(value));
            EXPECT_EQ(component_shown(Component(c), *back), component_shown(Component(c), u8(value)));
            values++;
        }
    EXPECT_EQ(values, 11 * 10 + 3 * 26);
}

TEST(opz_values, engines_and_kits_have_names) {
    for (const Plug& plug : known_plugs()) {
        EXPECT_EQ(plug_value(plug_shown(plug.id)), plug.id);
        EXPECT_EQ(find_plug(plug.id), &plug);
    }
    EXPECT_EQ(plug_value("SAW"), 26u);
    EXPECT_EQ(plug_value("mine.AIF"), kit_id("mine.AIF"));
    EXPECT_FALSE(plug_value("4294967296"));
    EXPECT_FALSE(plug_value("-1"));
}

TEST(opz_check, what_is_odd_is_told_with_its_place) {
    Bytes bytes = test::busy_project();
    Project& project = *overlay<Project>(bytes);
    project.tempo = 300;
    project.selected_chain = 2;
    project.chains[4].patterns[0] = 40;
    Pattern& pattern = project.patterns[2];
    pattern.active_mute_group = 12;
    pattern.tracks.at(0).step_count = 0;
    pattern.tracks.at(1).plug = 9;
    pattern.tracks.at(2).plug = 0;
    set_note(note_of(pattern, 0, 0, 0), {.note = 78, .velocity = 0, .duration = -256, .micro_timing = 3});
    set_note(note_of(pattern, 4, 0, 0), {.note = 200, .duration = 100000});
    pattern.steps.at(0)[0].locked.at(2) = 1;
    pattern.steps.at(0)[0].components = 0xC004;
    pattern.steps.at(0)[0].values.jump = 0;
    pattern.steps.at(12)[0].components = 1;
    overlay<Trailer>(bytes, sizeof(Project))->revision = 6;
    std::vector<std::string> told;
    for (const Problem& problem : open(bytes).check()) told.push_back(sentence(problem));
    const auto has = [&](std::string_view words) {
        return std::ranges::any_of(told, [&](const std::string& one) { return one.find(words) != one.npos; });
    };
    for (const char* words : {"tempo: at 0x208: expected 40 to 200 BPM, found 300",
                              "chains[5].patterns[1]: at 0x84: expected a pattern, or 255 for the end of the chain, found 40",
                              "expected a saved chain that is the active one, found chain 3",
                              "active_mute_group: at 0x",
                              "expected group 1 to 10, found 13",
                              "tracks.kick.step_count",
                              "expected 1 to 16, found 0",
                              "tracks.snare.plug",
                              "a kit that is known, found 9",
                              "nothing: a sample that was deleted",
                              "kick[1].duration",
                              "-256, taken for the track's own length",
                              "velocity: at",
                              "expected 1 to 127, found 0",
                              "micro_timing: at",
                              "78, out of the kit",
                              "bass[1].note",
                              "0 to 127, or 255 for none, found 200",
                              "at most 16 steps, found 16.276 steps",
                              "steps.kick[1].locked.attack",
                              "0 or 255, found 1",
                              "14 flags, found 49156",
                              "values.jump",
                              "a value that the component has, found 0",
                              "components on kick to chord alone",
                              "revision: at 0x53B3C: expected 2, 4, 5 or 7, found 6, taken for 5"})
        EXPECT_TRUE(has(words)) << words;
    told.clear();
    for (const Problem& problem : open(test::without_revision(blank_project())).check()) told.push_back(sentence(problem));
    ASSERT_EQ(told.size(), 1u);
    EXPECT_TRUE(has("none: saved by old firmware"));
}
