// Taking differences over, one by one and all together, in every format of the EP-133 and the OP-Z.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "any/format.h"
#include "ep133/compare.h"
#include "ep133/sound_metadata.h"
#include "examples.h"

using namespace groovebench;
using namespace groovebench::test;
using any::Format;
using any::Side;
using any::Told;

namespace {

std::vector<Told> differences(const Format& format, const NamedFile& file, ByteView other) {
    const auto found = format.differences(file.name, file.bytes, other);
    EXPECT_TRUE(found) << file.name;
    return found ? *found : std::vector<Told>();
}

Bytes taken(const Format& format, const NamedFile& file, ByteView second, Side into, std::vector<std::size_t> picked) {
    auto made = format.take_over(file.name, file.bytes, second, into, picked);
    EXPECT_TRUE(made) << file.name << ": " << (made ? "" : sentence(made.problem()));
    return made ? *std::move(made) : Bytes();
}

std::vector<std::size_t> all_of(const std::vector<Told>& list) {
    std::vector<std::size_t> all(list.size());
    std::iota(all.begin(), all.end(), 0);
    return all;
}

// With some of its values set to another number each, a step apart.
Bytes edited(const Format& format, const Bytes& file, std::size_t most) {
    struct Value {
        std::string path;
        i64 number;
    };
    std::vector<Value> values;
    (void)format.each(file, "", [&](const ValueRead& one) { values.push_back({one.path, 0}); });
    const std::size_t step = std::max<std::size_t>(1, values.size() / most);
    Bytes changed = file;
    for (std::size_t i = 0; i < values.size(); i += step) {
        const auto now = format.read(changed, values[i].path);
        const auto json = now ? parse_json(now->json) : Result<Json>(Problem{});
        if (!json || !json->is_number_integer()) continue;
        const i64 number = json->get<i64>();
        Bytes next = changed;
        if (format.set(next, values[i].path, {.raw = number + 1}) || format.set(next, values[i].path, {.raw = number - 1}))
            changed = std::move(next);
    }
    return changed;
}

// The file made into the other one by one difference after another: every step leaves fewer.
void walk_over(const Format& format, const NamedFile& first, const Bytes& second, std::size_t most) {
    NamedFile now = first;
    auto left = differences(format, now, second);
    for (std::size_t i = 0; i < most && !left.empty(); i++) {
        const std::string words = left[0].path + " " + left[0].words;
        now.bytes = taken(format, now, second, Side::first, {0});
        auto rest = differences(format, now, second);
        ASSERT_LT(rest.size(), left.size()) << first.name << ": " << words;
        left = std::move(rest);
    }
    if (left.empty()) EXPECT_TRUE(now.bytes == second || first.name.ends_with("ak") || first.name.ends_with("tar")) << first.name;
}

}  // namespace

TEST(take_over, one_difference_after_another_makes_the_other_file) {
    std::size_t compared = 0;
    for (const NamedFile& file : all_examples()) {
        const Format* format = any::format_of(file.name, file.bytes);
        ASSERT_NE(format, nullptr) << file.name;
        if (format->name == "opz import log") continue;
        const Bytes other = edited(*format, file.bytes, 16);
        const auto list = differences(*format, file, other);
        compared += list.size();
        walk_over(*format, file, other, 60);
        walk_over(*format, {file.name, other}, file.bytes, 60);
        if (list.empty()) continue;
        EXPECT_EQ(taken(*format, file, other, Side::first, {}), file.bytes) << file.name;
        EXPECT_TRUE(differences(*format, {file.name, taken(*format, file, other, Side::first, all_of(list))}, other).empty());
        EXPECT_TRUE(differences(*format, file, taken(*format, file, other, Side::second, all_of(list))).empty()) << file.name;
    }
    EXPECT_GT(compared, 100u);
}

TEST(take_over, projects_of_real_machines_take_from_one_another) {
    std::vector<NamedFile> files;
    for (const auto& path : fixtures("opz", ".opz")) files.push_back({path.filename().string(), load(path)});
    for (std::size_t i = 0; i + 1 < files.size(); i++) {
        const Format& format = *any::format_of(files[i].name, files[i].bytes);
        const Bytes& other = files[i + 1].bytes;
        auto list = all_of(differences(format, files[i], other));
        EXPECT_EQ(taken(format, files[i], other, Side::first, list), other) << files[i].name;
        walk_over(format, files[i], other, 2);
        // Half of them, then the other half.
        const std::vector<std::size_t> half(list.begin(), list.begin() + std::ptrdiff_t(list.size() / 2));
        const NamedFile between{files[i].name, taken(format, files[i], other, Side::first, half)};
        EXPECT_LE(differences(format, between, other).size(), list.size() - half.size()) << files[i].name;
    }
}

TEST(take_over, an_event_comes_and_goes_by_itself) {
    using namespace ep133;
    const std::vector<ep133::Note> some = {{.position = 0, .pad = 1}, {.position = 96, .pad = 2}};
    const std::vector<ep133::Note> others = {{.position = 0, .pad = 1, .velocity = 90}, {.position = 48, .pad = 3}};
    const Bytes first = *write_pattern(2, some), second = *write_pattern(2, others);
    const auto list = *compare_files(FileKind::pattern, first, second);
    ASSERT_EQ(list.size(), 3u) << "the velocity, one more, one less";
    const auto with = [&](std::vector<std::size_t> picked) {
        return *taken_over(FileKind::pattern, first, second, ep133::Side::first, picked);
    };
    const Bytes louder = with({0}), more = with({1}), fewer = with({2});
    EXPECT_EQ(int(open_pattern(louder)->events[0].velocity), 90);
    EXPECT_EQ(open_pattern(louder)->events.size(), 2u);
    ASSERT_EQ(open_pattern(more)->events.size(), 3u);
    EXPECT_EQ(int(open_pattern(more)->events[1].position), 48) << "where its tick is";
    EXPECT_EQ(open_pattern(fewer)->events.size(), 1u);
    EXPECT_EQ(with({0, 1, 2}), second);
}

TEST(take_over, other_samples_come_without_the_fields_that_were_not_taken) {
    using namespace ep133;
    const auto named = [](Bytes file, std::string_view json) { return *with_metadata(file, json); };
    const Bytes first = named(a_sound(100), R"({"sound.amplitude":40,"sound.pan":0})");
    const Bytes second =
        named(write_sound(std::vector<i16>(100, -7), 1, u32(device_rate)), R"({"sound.amplitude":90,"sound.pan":0})");
    const auto list = *compare_files(FileKind::sound, first, second);
    const auto samples = std::ranges::find_if(list, [](const auto& one) { return one.path.empty(); });
    ASSERT_NE(samples, list.end());
    const std::vector<std::size_t> picked = {std::size_t(samples - list.begin())};
    const Bytes made = *taken_over(FileKind::sound, first, second, ep133::Side::first, picked);
    const auto left = *compare_files(FileKind::sound, made, second);
    ASSERT_EQ(left.size(), 1u);
    EXPECT_EQ(left[0].path, "metadata.sound.amplitude");
}

TEST(take_over, a_member_that_one_archive_lacks_comes_or_goes) {
    using namespace ep133;
    const Bytes first = a_backup();
    const Bytes second = *Contents::open(first)->with({{"sounds/701 snare.wav", a_sound(50)}, {"projects/P01.tar/pads/a/p07", {}}});
    const auto list = *compare_files(FileKind::backup, first, second);
    ASSERT_EQ(list.size(), 2u);
    const std::vector<std::size_t> both = {0, 1};
    const Bytes made = *taken_over(FileKind::backup, first, second, ep133::Side::first, both);
    EXPECT_TRUE(compare_files(FileKind::backup, made, second)->empty());
    const Bytes back = *taken_over(FileKind::backup, first, second, ep133::Side::second, both);
    EXPECT_TRUE(compare_files(FileKind::backup, first, back)->empty());
}

TEST(take_over, a_value_that_only_one_file_has_is_refused_by_its_name) {
    const NamedFile first{"general.json", as_bytes_of(R"({"backlit_keys":false,"disable_start_sound":false})")};
    const Bytes second = as_bytes_of(R"({"backlit_keys":true})");
    const Format& format = *any::format_of(first.name, first.bytes);
    const auto list = differences(format, first, second);
    ASSERT_EQ(list.size(), 2u);
    const auto gone = std::ranges::find(list, "disable_start_sound", &Told::path);
    ASSERT_NE(gone, list.end());
    const std::vector<std::size_t> picked = {std::size_t(gone - list.begin())};
    const auto refused = format.take_over(first.name, first.bytes, second, Side::first, picked);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problem().path, "disable_start_sound");
}
