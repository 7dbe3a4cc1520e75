// What opz.md says in numbers of kits and of the other files of the disk, found again in those of real devices.
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "opz/import_log.h"
#include "opz/kit.h"
#include "projects.h"

using namespace groovebench;
using namespace groovebench::opz;

namespace {

struct Real {
    std::string name;
    Bytes file;
    Json values() const { return values_of(kit_file(), file); }
};
std::vector<Real> files(std::string_view ending) {
    std::vector<Real> all;
    for (const auto& path : test::fixtures("opz", ending)) all.push_back({path.filename().string(), test::load(path)});
    return all;
}

// Chunks from the form on, by their names, in order.
std::vector<std::pair<std::string, std::size_t>> chunks_of(const Bytes& file) {
    std::vector<std::pair<std::string, std::size_t>> all;
    for (std::size_t at = 12; at + 8 <= file.size();) {
        const std::size_t size = *overlay<be32>(file, at + 4);
        all.emplace_back(text_of(ByteView(file).subspan(at, 4)), size);
        at += 8 + size + (size & 1);
    }
    return all;
}

using Numbers = std::vector<int>;

}  // namespace

TEST(opz_claims, chunks_of_kits_are_those_of_their_writer) {
    for (const Real& one : files(".aif")) {
        const bool op1 = one.name.starts_with("op1");
        EXPECT_EQ(text_of(ByteView(one.file).subspan(8, 4)), op1 ? "AIFC" : "AIFF") << one.name;
        EXPECT_EQ(*overlay<be32>(one.file, 4) + 8u, one.file.size()) << one.name;
        std::vector<std::string> names;
        for (const auto& [name, size] : chunks_of(one.file)) {
            names.push_back(name);
            if (name == "COMM") EXPECT_EQ(size, op1 ? 64u : 18u) << one.name;
        }
        EXPECT_EQ(names, op1 ? (std::vector<std::string>{"FVER", "COMM", "APPL", "SSND"})
                             : (std::vector<std::string>{"COMM", "APPL", "SSND"}))
            << one.name;
        const auto common = text_of(one.file).find("COMM");
        EXPECT_EQ(text_of(one.file).substr(common + 16, 10), std::string_view("\x40\x0E\xAC\x44\0\0\0\0\0\0", 10)) << one.name;
        if (op1) {
            EXPECT_EQ(text_of(one.file).substr(20, 4), "\xA2\x80\x51\x40") << one.name;
            EXPECT_EQ(text_of(one.file).substr(common + 26, 46), "sowt\x29Signed integer (little-endian) linear PCM") << one.name;
        }
        if (one.name == "kit-device-v3-odd-appl.aif") EXPECT_EQ(chunks_of(one.file)[1].second, 1471u);
    }
}

TEST(opz_claims, values_of_drum_kits_are_those_of_their_writer) {
    for (const Real& one : files(".aif")) {
        const Json json = one.values();
        if (json.at("type") != "drum") continue;
        const bool opz = json.at("drum_version") == 3;
        EXPECT_EQ(opz, one.name.starts_with("kit-device")) << one.name;
        EXPECT_EQ(json.size(), opz ? 18u : 17u) << one.name;
        EXPECT_EQ(json.contains("editable"), opz) << one.name;
        EXPECT_EQ(json.at("octave"), 0);
        EXPECT_EQ(json.at("fx_type"), "delay");
        EXPECT_EQ(json.at("fx_params").get<Numbers>(), Numbers(8, 8000));
        EXPECT_EQ(json.at("dyna_env").get<Numbers>(), (Numbers{0, 8192, 0, opz ? 0 : 8192, 0, 0, 0, 0})) << one.name;
        EXPECT_EQ(json.at("lfo_params").get<Numbers>(), opz ? Numbers(8, 0) : (Numbers{16000, 16000, 16000, 16000, 0, 0, 0, 0}));
        for (const auto& mode : json.at("playmode")) EXPECT_TRUE(mode == 8192 || (opz && mode == 16384)) << one.name;
        for (const auto& reverse : json.at("reverse")) EXPECT_EQ(reverse, 8192) << one.name;
        for (const char* name : {"start", "end", "pitch", "volume", "reverse", "playmode"}) EXPECT_EQ(json.at(name).size(), 24u);
    }
}

TEST(opz_claims, an_end_may_lie_behind_the_sound) {
    for (const Real& one : files("kit-device-v3-end-past-audio.aif")) {
        i64 furthest = 0;
        const Kit kit = *open_kit(one.file);
        for (const Slice& slice : kit.slices) furthest = std::max(furthest, i64(frame_at(slice.end)));
        EXPECT_EQ(furthest, 500888);
        EXPECT_EQ(kit.sound.frames, 165325u);
    }
}

TEST(opz_claims, settings_have_their_names_and_defaults) {
    for (const Real& one : files("general.json")) {
        const Json json = *parse_json(text_of(one.file));
        EXPECT_EQ(json.size(), one.name.find("collab") != one.name.npos ? 9u : 10u) << one.name;
        for (const auto& [name, value] : json.items()) EXPECT_EQ(value, name == "temp_param_add_fx_a") << name;
    }
    for (const Real& one : files("midi.json")) {
        const Json json = *parse_json(text_of(one.file));
        EXPECT_EQ(json.size(), 11u);
        EXPECT_EQ(json.at("parameter_cc_out").size(), 16u);
        for (const Json& row : json.at("parameter_cc_out"))
            for (std::size_t i = 0; i < 16; i++) EXPECT_EQ(row.at(i), i + 1);
        for (std::size_t i = 0; i < 16; i++) EXPECT_EQ(json.at("track_channels").at(i), i);
    }
    for (const Real& one : files("dmx.json")) {
        EXPECT_EQ(one.file[0], std::byte('\n'));
        EXPECT_NE(text_of(one.file).find("\"strobe\""), std::string_view::npos);
        EXPECT_LE(parse_json(text_of(one.file))->at("config").size(), 16u);
    }
}

TEST(opz_claims, presets_are_two_bytes_and_two_hundred_records) {
    for (const Real& one : files("userPresets.dat")) {
        EXPECT_EQ(one.file.size(), 2u + 200 * 1756);
        EXPECT_EQ(u16(*overlay<le16>(one.file, 0)), 1);
    }
}

TEST(opz_claims, a_log_has_a_block_for_each_import) {
    for (const Real& one : files("import.log")) {
        int imports = 0, refused = 0;
        for (const LogLine& line : log_lines(one.file)) imports = std::max(imports, line.import), refused += line.refused;
        EXPECT_EQ(imports, 15);
        EXPECT_GE(refused, 1);
        EXPECT_EQ(text_of(one.file).find('\r'), std::string_view::npos);
    }
}
