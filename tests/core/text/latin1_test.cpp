#include <gtest/gtest.h>

#include "text/latin1.h"

using namespace groovebench::text;

TEST(latin1, every_byte_survives_the_way_to_utf8_and_back) {
    std::string all;
    for (int c = 1; c < 256; c++) all += char(c);
    EXPECT_EQ(latin1_from_utf8(utf8_from_latin1(all)), all);
}

TEST(latin1, a_letter_and_its_accent_become_one_character) {
    EXPECT_EQ(latin1_from_utf8("cafe\xCC\x81"), "caf\xE9");
    EXPECT_EQ(latin1_from_utf8("N\xCC\x83"), "\xD1");
}

TEST(latin1, what_has_no_place_in_it_is_refused) {
    EXPECT_EQ(latin1_from_utf8("\xE2\x82\xAC"), std::nullopt);  // the euro sign
    EXPECT_EQ(latin1_from_utf8("x\xCC\x81"), std::nullopt);     // x with an acute accent
    EXPECT_EQ(latin1_from_utf8("\xFF"), std::nullopt);          // not UTF-8
}

TEST(latin1, names_fold_as_a_card_compares_them) {
    EXPECT_EQ(folded("CAF\xC3\x89.WAV"), folded("cafe\xCC\x81.wav"));
    EXPECT_NE(folded("cafe.wav"), folded("caf\xC3\xA9.wav"));
    EXPECT_EQ(folded("\xC3\x97"), "\xC3\x97");  // the multiplication sign has no lower case
    EXPECT_EQ(folded("bad\xFF"), "bad\xFF");
}
