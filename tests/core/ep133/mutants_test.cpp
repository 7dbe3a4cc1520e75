// Ten thousand damaged files of each format, from a fixed seed: whatever is asked of them, nobody is harmed, and what opens comes
// back as it is. An archive is looked at whole now and then only: ten thousand times would take minutes.
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <random>

#include "any/file.h"
#include "ep133/preflight.h"
#include "ep133_files.h"

using namespace groovebench;
using any::File;

namespace {

Bytes mutant(const Bytes& file, std::mt19937& random) {
    constexpr int telling[] = {0, 1, 0x7F, 0x80, 0xFF, '"', '{', '7'};
    Bytes damaged = file;
    for (u32 count = 1 + random() % 4; count > 0; count--) {
        const std::size_t at = random() % 2 ? random() % damaged.size() : random() % std::min<std::size_t>(damaged.size(), 300);
        damaged[at] = std::byte(random() % 2 ? telling[random() % 8] : int(random() % 256));
    }
    if (random() % 8 == 0) damaged.resize(random() % damaged.size());
    return damaged;
}

void look_at(const File& file, const File& original) {
    std::size_t values = 0;
    (void)file.each("", [&](const ValueRead&) { values++; });
    for (const Problem& problem : file.check()) EXPECT_FALSE(sentence(problem).empty());
    (void)file.summary();
    (void)original.differences(file);
    (void)file.list("");
    const auto json = file.json(JsonDetail::brief);
    if (!json) return;
    const auto back = any::from_json(*json);
    ASSERT_TRUE(back) << sentence(back.problem());
    EXPECT_TRUE(std::ranges::equal(back->bytes, file.bytes()));
}

}  // namespace

TEST(ep133_mutants, ten_thousand_of_each_format_harm_nobody) {
    std::mt19937 random(133);
    std::map<std::string_view, int> made, opened;
    std::map<std::string_view, std::size_t> examples;
    const auto all = test::ep133_examples();
    for (const auto& [name, bytes] : all) examples[any::format_of(name, bytes)->name]++;
    auto slowest = std::chrono::steady_clock::duration::zero();
    for (const auto& [name, bytes] : all) {
        const File original(name, bytes);
        const auto format = original.format()->name;
        const bool archive = format == "ep133 project" || format == "ep133 backup";
        for (std::size_t i = 0; i < 10000 / examples[format] + 1; i++) {
            const auto start = std::chrono::steady_clock::now();
            made[format]++;
            const File file(name, mutant(bytes, random));
            if (file.format() && !file.problem()) {
                opened[format]++;
                if (i % (archive ? 50 : 4) == 0) look_at(file, original);
            }
            slowest = std::max(slowest, std::chrono::steady_clock::now() - start);
        }
    }
    EXPECT_EQ(made.size(), 9u);
    for (const auto& [format, count] : made) {
        EXPECT_GE(count, 10000) << format;
        EXPECT_GT(opened[format], 100) << format;
        std::cout << format << ": " << opened[format] << " of " << count << " open\n";
    }
    EXPECT_LT(slowest, std::chrono::seconds(1));
}

TEST(ep133_mutants, whatever_is_offered_can_be_done_or_is_refused) {
    std::mt19937 random(134);
    const Bytes original = test::a_project();
    int offers = 0;
    for (int i = 0; i < 300; i++) {
        Bytes file = original;
        const auto tar = *archive::open_tar(file);
        for (int n = 0; n < 30; n++) {
            const auto& member = tar.members[random() % tar.members.size()];
            if (member.size) file[std::size_t(member.data + random() % member.size)] = std::byte(random() % 3 ? 0 : random());
        }
        for (const auto& finding : ep133::preflight("P01.tar", file, 40)) {
            if (finding.mend == ep133::Mend::none) continue;
            offers++;
            const auto mended = ep133::mended(file, finding);
            if (mended) EXPECT_TRUE(archive::open_tar(*mended));
        }
    }
    EXPECT_GT(offers, 300);
}
