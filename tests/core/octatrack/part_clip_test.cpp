#include "octatrack/part_clip.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>

#include "../archive/fixture_files.h"
#include "octatrack/blank.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

Bytes part_bytes(const Part& part) {
    const ByteView bytes = std::as_bytes(std::span(&part, 1));
    return {bytes.begin(), bytes.end()};
}

}  // namespace

TEST(part_clip, a_new_part_is_its_name_alone) {
    const Bytes bank = blank_bank();
    const Part& part = overlay<Bank>(bank)->parts[2];
    EXPECT_EQ(part_text(part, "DRUMS", "SONG bank A part 3"), "Groovebench Octatrack 1: part\n# SONG bank A part 3\nname=DRUMS\n");
}

TEST(part_clip, every_byte_comes_back_but_the_index) {
    std::mt19937 random(1);
    Bytes bank = blank_bank();
    Part& part = overlay<Bank>(bank)->parts[1];
    const Part tagged = part;
    for (std::byte& b : std::as_writable_bytes(std::span(&part, 1))) b = std::byte(random());
    part.tag = tagged.tag, part.index = tagged.index;
    const auto clip = parse_part(part_text(part, "A b"));
    ASSERT_TRUE(clip) << sentence(clip.problem());
    EXPECT_EQ(clip->name, "A b");
    Part& other = overlay<Bank>(bank)->parts[3];
    paste_part(other, *clip);
    EXPECT_EQ(other.index, 3);
    other.index = part.index;
    EXPECT_EQ(part_bytes(other), part_bytes(part));
}

TEST(part_clip_fixtures, parts_of_device_banks_come_back) {
    for (const auto& path : test::fixtures("octatrack", "octatools-bank-copy/bank01.strd")) {
        Bytes bank = test::load(path);
        for (const Part& part : overlay<Bank>(bank)->parts) {
            const auto clip = parse_part(part_text(part, "X"));
            ASSERT_TRUE(clip) << sentence(clip.problem());
            Part copy = part;
            std::memset(static_cast<void*>(&copy.pages), 0, sizeof copy.pages);
            paste_part(copy, *clip);
            EXPECT_EQ(part_bytes(copy), part_bytes(part));
        }
    }
}

TEST(part_clip, a_line_that_is_none_is_named) {
    const std::string head = "Groovebench Octatrack 1: part\n";
    EXPECT_EQ(parse_part(head + "pages[3].amp.vol=70\npages[9].amp.vol=1\n").problem().path, "line 3");
    EXPECT_FALSE(parse_part(head + "machines[1]=300\n"));
    EXPECT_FALSE(parse_part(head + "index=2\n"));
    EXPECT_FALSE(parse_part(head + "tag=0\n"));
    EXPECT_FALSE(parse_part(head + "machines[1]\n"));
    EXPECT_FALSE(parse_part("Groovebench Octatrack 1: track\n"));
    EXPECT_EQ(overlay<Part>(parse_part(head + "machines[2]=1\r\n")->bytes)->machines[1].as(), MachineType::flex);
}
