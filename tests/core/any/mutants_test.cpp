// Ten thousand damaged files of each format of the EP-133 and the OP-Z, from fixed seeds: whatever is asked of them, nobody is
// harmed, none takes a second of the processor, and what opens comes back as it is. An Octatrack's have their own in
// octatrack/mutants_test.
#include <gtest/gtest.h>

#include <ctime>
#include <random>

#include "edits.h"

using namespace groovebench;
using any::File;

namespace {

constexpr int mutants_of_a_format = 10000;
constexpr std::string_view telling_letters = "{}[]\",:0123456789-e.\\ \n";

bool is_text(ByteView file) {
    return std::ranges::all_of(file, [](std::byte b) { return b >= std::byte(9); });
}

// Into bytes that are used again: ten thousand times a new room would take longer than all the rest.
void damage(ByteView file, std::mt19937& random, Bytes& damaged) {
    constexpr int telling_bytes[] = {0, 1, 0x7F, 0x80, 0xFF, '"', '{', '7'};
    const bool text = is_text(file) || random() % 4 == 0;
    damaged.assign(file.begin(), file.end());
    for (u32 count = 1 + random() % 4; count > 0; count--) {
        const std::size_t at = random() % 2 ? random() % damaged.size() : random() % std::min<std::size_t>(damaged.size(), 300);
        const int telling = text ? telling_letters[random() % telling_letters.size()] : telling_bytes[random() % 8];
        damaged[at] = std::byte(random() % 2 ? telling : int(random() % 256));
    }
    if (random() % 8 == 0) damaged.resize(random() % damaged.size());
    if (text && random() % 8 == 0) {  // and once more behind it
        const Bytes again(damaged.begin(), damaged.begin() + std::ptrdiff_t(random() % (damaged.size() + 1)));
        damaged.insert(damaged.end(), again.begin(), again.end());
    }
}

// ---- all that can be asked of a file

void ask_for_values(const File& file, const File&) {
    std::vector<std::string> paths;
    (void)file.each("", [&](const ValueRead& value) {
        if (paths.size() < 20) paths.push_back(value.path);
    });
    File copy = file;
    for (const std::string& path : paths) {
        (void)file.read(path);
        (void)copy.set(path, {.shown = "", .raw = 1});
    }
}
void ask_what_it_is(const File& file, const File&) {
    for (const Problem& problem : file.check()) EXPECT_FALSE(sentence(problem).empty());
    (void)file.summary();
    (void)file.list("");
}
void ask_for_differences(const File& file, const File& original) { (void)original.differences(file); }
void ask_for_a_document(const File& file, const File&) {
    const auto json = file.json(JsonDetail::brief);
    if (!json) return;
    const auto back = any::from_json(*json);
    ASSERT_TRUE(back) << file.name() << ": " << sentence(back.problem());
    EXPECT_TRUE(std::ranges::equal(back->bytes, file.bytes())) << file.name();
}
constexpr decltype(&ask_for_values) questions[] = {ask_for_values, ask_what_it_is, ask_for_differences, ask_for_a_document};

// One of how many that open is asked. Archives are packed anew for every answer.
int rarity(const any::Format& format, bool large) {
    return large ? 100 : format.name == "ep133 backup" || format.name == "ep133 project" ? 50 : 20;
}

struct Mutants {
    int made = 0, opened = 0, asked = 0;
    Bytes bytes;
    std::clock_t slowest = 0;  // of the processor: another load on the machine is no fault of a file
    void one(const any::Format& format, const File& original, std::mt19937& random) {
        damage(original.bytes(), random, bytes);
        const std::clock_t start = std::clock();
        const bool open = format.is(original.name(), bytes) && !format.refusal(bytes);
        made++;
        if (open) look_at(format, original);
        slowest = std::max(slowest, std::clock() - start);
    }

private:
    // Of a large file one question is asked, of the next another one: all of them take long under sanitizers.
    void look_at(const any::Format& format, const File& original) {
        const bool large = bytes.size() >= 100000;
        if (opened++ % rarity(format, large)) return;
        const File file(original.name(), bytes);
        asked++;
        for (std::size_t i = 0; i < std::size(questions); i++)
            if (!large || std::size_t(asked) % std::size(questions) == i) questions[i](file, original);
    }
};

}  // namespace

class any_mutants : public testing::TestWithParam<const any::Format*> {};
INSTANTIATE_TEST_SUITE_P(each, any_mutants, testing::ValuesIn(test::formats_but({})), test::name_of_format);

TEST_P(any_mutants, ten_thousand_harm_nobody) {
    const auto files = test::examples_of(GetParam());
    ASSERT_FALSE(files.empty());
    std::mt19937 random(133);
    Mutants mutants;
    for (int i = 0; i < mutants_of_a_format; i++) mutants.one(*GetParam(), files[std::size_t(i) % files.size()], random);
    const auto milliseconds = mutants.slowest / (CLOCKS_PER_SEC / 1000);
    std::cout << mutants.opened << " of " << mutants.made << " open, the slowest " << milliseconds << " ms\n";
    EXPECT_EQ(mutants.made, 10000);
    EXPECT_GT(mutants.opened, 100);
    EXPECT_LT(milliseconds, 1000);
}
