#include <gtest/gtest.h>

#include "text/key_value.h"

using namespace groovebench;
using namespace groovebench::text;

namespace {

constexpr std::string_view sample =
    "####\r\n# Title\r\n\r\n[A]\r\nKEY=1\r\nPATH=../AUDIO/a=b.wav\r\nKEY=2\r\n[/A]\r\n\r\n[B]\r\nKEY=\r\n[/B]\r\nodd line";

std::string after(const KeyValueText& text, const Splice& splice) { return std::string(text_of(*spliced(text.bytes, splice))); }

}  // namespace

TEST(key_value, lines_cover_every_byte_of_the_text) {
    const auto text = parse(bytes_of(sample));
    std::size_t at = 0;
    for (const Line& line : text.lines) {
        EXPECT_EQ(line.offset, at);
        at = line.end();
    }
    EXPECT_EQ(at, sample.size());
    EXPECT_EQ(text.lines.back().kind, LineKind::other);
}

TEST(key_value, a_value_runs_from_the_first_equals_sign_to_the_carriage_return) {
    const auto text = parse(bytes_of(sample));
    const Line* path = find_entry(text, *find_section(text, "A"), "PATH");
    ASSERT_NE(path, nullptr);
    EXPECT_EQ(text.value(*path), "../AUDIO/a=b.wav");
    EXPECT_EQ(text.value(*find_entry(text, *find_section(text, "B"), "KEY")), "");
}

TEST(key_value, repeated_keys_are_told_apart_by_their_order) {
    const auto text = parse(bytes_of(sample));
    const Section& a = *find_section(text, "A");
    EXPECT_EQ(text.value(*find_entry(text, a, "KEY", 0)), "1");
    EXPECT_EQ(text.value(*find_entry(text, a, "KEY", 1)), "2");
    EXPECT_EQ(find_entry(text, a, "KEY", 2), nullptr);
    EXPECT_EQ(find_section(text, "A", 1), nullptr);
}

TEST(key_value, replacing_a_value_touches_that_value_alone) {
    const auto text = parse(bytes_of(sample));
    const auto edited = after(text, replace_value(text, *find_entry(text, *find_section(text, "A"), "KEY", 1), "-17"));
    std::string expected(sample);
    expected.replace(expected.find("KEY=2"), 5, "KEY=-17");
    EXPECT_EQ(edited, expected);
}

TEST(key_value, a_section_can_be_taken_out_and_put_back) {
    const auto text = parse(bytes_of(sample));
    const Section& b = *find_section(text, "B");
    const Splice cut = replace_range(text, text.begin_of(b), text.end_of(b), "");
    const std::string without = after(text, cut);
    EXPECT_EQ(without.find("[B]"), without.npos);
    EXPECT_EQ(text_of(*spliced(bytes_of(without), Splice{cut.offset, cut.after, cut.before})), sample);
}

TEST(key_value, a_splice_that_does_not_find_its_bytes_is_refused) {
    const auto text = parse(bytes_of(sample));
    const Splice splice = replace_value(text, *find_entry(text, *find_section(text, "A"), "KEY"), "5");
    EXPECT_FALSE(spliced(bytes_of("short"), splice));
    EXPECT_FALSE(spliced(bytes_of(std::string(sample.size(), 'x')), splice));
}

TEST(key_value, lone_line_feeds_and_missing_ends_are_kept_as_found) {
    const auto text = parse(bytes_of("[A]\nK=1\r\nL=2"));
    EXPECT_EQ(text.lines[0].ending, 1u);
    EXPECT_EQ(text.lines[1].ending, 2u);
    EXPECT_EQ(text.lines[2].ending, 0u);
    EXPECT_FALSE(text.sections[0].closed);
    EXPECT_EQ(text.sections[0].last_line, 2u);
}

TEST(key_value, a_section_without_its_end_stops_where_the_next_one_opens) {
    const auto text = parse(bytes_of("[A]\r\nK=1\r\n[B]\r\nK=2\r\n[/B]\r\n"));
    ASSERT_EQ(text.sections.size(), 2u);
    EXPECT_FALSE(text.sections[0].closed);
    EXPECT_EQ(text.sections[0].last_line, 1u);
    EXPECT_TRUE(text.sections[1].closed);
}

TEST(key_value, a_whole_number_is_the_entire_text_or_nothing) {
    EXPECT_EQ(whole_number("-1"), -1);
    EXPECT_EQ(whole_number("001"), 1);
    EXPECT_EQ(whole_number(""), std::nullopt);
    EXPECT_EQ(whole_number("12 "), std::nullopt);
    EXPECT_EQ(whole_number("99999999999999999999"), std::nullopt);
}
