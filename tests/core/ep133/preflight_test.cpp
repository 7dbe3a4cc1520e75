// Every rule of the importer and every error of the machine that the reference names: found in its place, and mended where that
// is offered.
#include "ep133/preflight.h"

#include <gtest/gtest.h>

#include "../any/examples.h"
#include "ep133/fields.h"
#include "ep133/rules.h"
#include "ep133_files.h"

using namespace groovebench;
using namespace groovebench::ep133;

namespace {

Bytes plain_backup(const Bytes& wav = test::a_sound(), const std::string& sound_name = "kick") {
    NewProject project;
    project.pads[0][0] = assigned_pad(700, 0, 100);
    project.scenes = {scene_of(1, 1, 1, 1)};
    const Bytes tar = *write_project(project);
    return *write_backup(
        {.meta = {.generated_at = "2026-01-02T03:04:05.678Z"}, .project = tar, .sounds = {{700, sound_name, wav}}});
}

Bytes with_member(const Bytes& archive, const std::string& path, auto change) {
    const auto contents = *Contents::open(archive);
    Bytes bytes = *contents.bytes(*contents.at_path(path));
    change(bytes);
    return *contents.with({{path, bytes}});
}

Bytes renamed(const Bytes& archive, std::size_t entry, const std::string& name) {
    const auto backup = *open_backup(archive);
    archive::ZipEdits edits;
    edits.renamed[entry] = name;
    return *archive::rewrite_zip(backup.zip, edits);
}

// The only finding there should be; mended, nothing is left.
void expect(const Bytes& archive, std::string_view path, std::string_view words, Severity severity, Mend mend) {
    const auto findings = preflight("SONG.ppak", archive);
    const auto found =
        std::ranges::find_if(findings, [&](const Finding& one) { return sentence(one.problem).find(words) != std::string::npos; });
    ASSERT_NE(found, findings.end()) << words << (findings.empty() ? "" : sentence(findings[0].problem));
    EXPECT_EQ(found->problem.path, path);
    EXPECT_EQ(found->problem.severity, severity) << words;
    EXPECT_EQ(int(found->mend), int(mend)) << words;
    EXPECT_EQ(offer(found->mend).empty(), mend == Mend::none);
    if (mend == Mend::none) return;
    const auto better = mended(archive, *found);
    ASSERT_TRUE(better) << sentence(better.problem());
    for (const Finding& one : preflight("SONG.ppak", *better))
        EXPECT_EQ(sentence(one.problem).find(words), std::string::npos) << sentence(one.problem);
}

const std::string project = "projects/P01.tar/";

}  // namespace

TEST(ep133_preflight, an_archive_of_ours_has_nothing_to_report) {
    for (const Finding& finding : preflight("SONG.ppak", plain_backup())) ADD_FAILURE() << sentence(finding.problem);
    for (const auto& [name, bytes] : test::ep133_fixtures())
        if (name.ends_with(".ppak") || name.ends_with(".tar"))
            for (const Finding& finding : preflight(name, bytes))
                EXPECT_NE(int(finding.problem.severity), int(Severity::error)) << sentence(finding.problem);
}

TEST(ep133_preflight, what_the_tool_would_refuse) {
    const Bytes good = plain_backup();
    EXPECT_EQ(preflight("SONG.zip", good)[0].problem.path, "name");
    EXPECT_FALSE(preflight("SONG.ppak", Bytes(10)).empty());
    const auto contents = *Contents::open(good);
    expect(*contents.with({{"meta.json", std::nullopt}}), "", "refuses a file without", Severity::error, Mend::machine);
}

TEST(ep133_preflight, a_machine_that_is_another_or_none_is_told) {
    Meta meta{.device_sku = std::string(sku_ep40), .base_sku = {}};
    const Bytes tar = test::a_project();
    expect(*write_backup({.meta = meta, .project = tar, .sounds = {}}), "meta.device_sku", "TE032AS006", Severity::note,
           Mend::machine);
    meta.device_sku.clear();
    expect(*write_backup({.meta = meta, .project = tar, .sounds = {}}), "meta.device_sku", "the number of a machine",
           Severity::error, Mend::machine);
}

TEST(ep133_preflight, names_that_the_tool_passes_over) {
    const Bytes good = plain_backup();
    expect(renamed(good, 1, "/sounds/7 kick.wav"), "others[1]", "like \"700 kick.wav\"", Severity::warning, Mend::sound_name);
    expect(renamed(good, 1, "/sounds/700_Kick.WAV"), "others[1]", "like \"700 kick.wav\"", Severity::warning, Mend::sound_name);
    expect(renamed(good, 1, "sounds/700 kick.wav"), "sounds[700]", "begins with /", Severity::warning, Mend::slashes);
    const Bytes tar = test::a_project(), meta = write_meta({}), wav = test::a_sound();
    const Bytes zipped = *archive::write_zip({{.name = "mine/projects/P03.tar", .bytes = tar},
                                              {.name = "mine/sounds/700 a.wav", .bytes = wav},
                                              {.name = "mine/meta.json", .bytes = meta}});
    expect(zipped, "projects[3]", "begins with /", Severity::warning, Mend::slashes);
    const auto fixed = *mended(zipped, preflight("a.ppak", zipped)[0]);
    EXPECT_EQ(open_backup(fixed)->zip.entries[1].name, "/sounds/700 a.wav");
}

TEST(ep133_preflight, what_stops_the_machine) {
    const Bytes good = plain_backup();
    expect(with_member(good, project + "settings", [](Bytes& file) { overlay<Settings220>(file)->tempo = 0.0f; }),
           "projects[1].settings.tempo", "ERR CLOCK 43", Severity::error, Mend::tempo);
    expect(with_member(good, project + "scenes", [](Bytes& file) { file[9] = std::byte(0); }),
           "projects[1].scenes.scenes[1].patterns[3]", "ERR PATTERN 189", Severity::error, Mend::silent_pattern);
    expect(with_member(good, project + "scenes", [](Bytes& file) { std::fill(file.begin() + 601, file.end(), std::byte(0)); }),
           "projects[1].scenes.current_scene", "ERR SCENE 146", Severity::error, Mend::trailer);
    expect(with_member(good, project + "pads/b/p02", [](Bytes& file) { overlay<Pad26>(file)->time_mode = TimeMode::bars; }),
           "projects[1].pads.b[2].time_mode", "ERR PATTERN 189", Severity::error, Mend::time_mode);
}

TEST(ep133_preflight, what_would_be_silent_or_wrong) {
    const Bytes good = plain_backup();
    const auto pad = [&](auto change) {
        return with_member(good, project + "pads/a/p01", [&](Bytes& file) { change(*overlay<Pad26>(file)); });
    };
    expect(pad([](Pad26& one) { one.amplitude = 0; }), "projects[1].pads.a[1].amplitude", "silent", Severity::note,
           Mend::usual_level);
    expect(pad([](Pad26& one) { one.trim_length = 0; }), "projects[1].pads.a[1].trim_length", "lies in the archive", Severity::note,
           Mend::whole_sound);
    expect(pad([](Pad26& one) { one.trim_start = 90; }), "projects[1].pads.a[1].trim_length", "an end within the 100 frames",
           Severity::error, Mend::trim);
    expect(pad([](Pad26& one) { one.slot = 5, one.trim_length = 0; }), "projects[1].pads.a[1].trim_length", "deleted",
           Severity::note, Mend::none);
    expect(with_member(good, project + "settings", [](Bytes& file) { *overlay<lef32>(file, 24 + 48) = 0.0f; }),
           "projects[1].settings.groups[2].level", "mutes", Severity::note, Mend::unmoved_fader);
    expect(with_member(good, project + "patterns/a01",
                       [](Bytes& file) { file = *write_pattern(1, std::vector<Note>{{.position = 400}}); }),
           "projects[1].patterns.a[1].bars", "not heard", Severity::note, Mend::none);
    expect(with_member(good, project + "patterns/a01",
                       [](Bytes& file) {
                           file = *write_pattern(1, std::vector<Note>{{.position = 4}, {.position = 9}});
                           file[4] = std::byte(10);
                       }),
           "projects[1].patterns.a[1].events[2].position", "or later", Severity::warning, Mend::sorted_events);
}

TEST(ep133_preflight, sounds_that_the_tool_would_not_take_as_they_are) {
    Bytes fast = test::a_sound();
    *overlay<le32>(fast, 24) = 48000;
    expect(plain_backup(fast), "sounds[700].wave.rate", "at most 46875", Severity::warning, Mend::machine_rate);
    const Bytes slow = write_sound(std::vector<i16>(3000 * 21, 5), 1, 3000);
    expect(plain_backup(slow), "sounds[700].samples", "at most 20 seconds", Severity::error, Mend::twenty_seconds);
    Bytes behind = test::a_sound();
    for (const std::byte b : bytes_of(std::string_view("junk\4\0\0\0....", 12))) behind.push_back(b);
    *overlay<le32>(behind, 4) = u32(behind.size() - 8);
    expect(plain_backup(behind), "sounds[700].samples", "last chunk", Severity::warning, Mend::samples_last);
}

TEST(ep133_preflight, a_sound_above_the_rate_of_the_machine_is_brought_there_with_its_pads_and_loops) {
    Bytes wav = test::sound_with_everything();  // 100 frames
    wav = *with_samples(wav, std::vector<i16>(960, 1000), 96000);
    wav = *with_metadata(wav, R"({"sound.loopstart":96,"sound.loopend":-1,"regions":[{"sample.start":0,"sample.end":576}],"x":1})");
    overlay<SampleLoop>(wav, *open_sound(wav)->sampler + sizeof(SamplerChunk))->end = 576;
    const Bytes good = with_member(plain_backup(wav), project + "pads/a/p01", [](Bytes& file) {
        overlay<Pad26>(file)->trim_start = 96, overlay<Pad26>(file)->trim_length = 480;
    });
    const auto findings = preflight("SONG.ppak", good);
    ASSERT_EQ(findings.size(), 1u);
    const Bytes better = *mended(good, findings[0]);
    EXPECT_TRUE(preflight("SONG.ppak", better).empty());
    const auto before = *Contents::open(good), after = *Contents::open(better);
    const Bytes is = *after.bytes(*after.at_path("sounds/700 kick.wav"));
    const auto sound = *open_sound(is);
    EXPECT_EQ(sound.rate, 46875u);
    EXPECT_EQ(sound.frames, 469u);  // 960 * 46875 / 96000
    EXPECT_NEAR(i16(*overlay<lei16>(is, sound.data + 400)), 1000, 2);
    EXPECT_EQ(sound.json_text(is),
              R"({"sound.loopstart":47,"sound.loopend":-1,"regions":[{"sample.start":0,"sample.end":281}],"x":1})");
    EXPECT_EQ(u32(overlay<SampleLoop>(is, *sound.sampler + sizeof(SamplerChunk))->end), 281u);
    const Bytes pad = *after.bytes(*after.at_path(project + "pads/a/p01"));
    EXPECT_EQ(u32(overlay<Pad26>(pad)->trim_start), 47u);
    EXPECT_EQ(u32(overlay<Pad26>(pad)->trim_length), 281u - 47);
    int changed = 0;
    for (const Member& member : before.members()) changed += *before.bytes(member) != *after.bytes(*after.at_path(member.path));
    EXPECT_EQ(changed, 2);
}

TEST(ep133_preflight, two_of_a_kind_are_told) {
    const Bytes tar = test::a_project(), meta = write_meta({}), wav = test::a_sound();
    const Bytes twice = *archive::write_zip({{.name = "/projects/P01.tar", .bytes = tar},
                                             {.name = "/x/projects/P01.tar", .bytes = tar},
                                             {.name = "/projects/P12.tar", .bytes = tar},
                                             {.name = "/sounds/700 a.wav", .bytes = wav},
                                             {.name = "/sounds/700 b.wav", .bytes = wav},
                                             {.name = "/meta.json", .bytes = meta},
                                             {.name = "/old meta.json", .bytes = meta}},
                                            archive::RootNames::allowed);
    const auto findings = preflight("SONG.pak", twice);
    const auto has = [&](std::string_view words) {
        return std::ranges::any_of(findings,
                                   [&](const Finding& one) { return sentence(one.problem).find(words) != std::string::npos; });
    };
    EXPECT_TRUE(has("project 1 once"));
    EXPECT_TRUE(has("a project 1 to 9"));
    EXPECT_TRUE(has("one sound in slot 700"));
    EXPECT_TRUE(has("one name with meta.json"));
}

TEST(ep133_preflight, patterns_behind_scenes_go_in_front) {
    const Bytes a01 = *write_pattern(1, {}), scenes = write_scenes(std::vector{scene_of(1, 1, 1, 1)}, 1),
                settings = write_settings(120);
    const Bytes tar = *archive::write_tar(
        {{"scenes", false, scenes}, {"patterns", true, {}}, {"patterns/a01", false, a01}, {"settings", false, settings}});
    const auto findings = preflight("P01.tar", tar);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].problem.path, "patterns.a[1]");
    const Bytes better = *mended(tar, findings[0]);
    EXPECT_TRUE(preflight("P01.tar", better).empty());
    EXPECT_EQ(archive::open_tar(better)->members[1].name, "patterns/a01");
}
