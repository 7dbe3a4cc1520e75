#include <gtest/gtest.h>

#include "look/look.h"

namespace groovebench::look {
namespace {

constexpr Theme themes[] = {Theme::dark, Theme::light, Theme::contrast};
constexpr Machine machines[] = {Machine::octatrack, Machine::ep133, Machine::opz};

template <class Check>
void for_every_look(Check check) {
    for (const Theme theme : themes)
        for (const Machine machine : machines) check(colours(theme, machine));
}

TEST(colours, words_stand_four_and_a_half_to_one_on_every_surface) {
    for_every_look([](const Colours& c) {
        for (const ImU32 surface : {c.base, c.panel, c.raised, c.well})
            for (const ImU32 words : {c.text, c.soft, c.faint, c.accent, c.ok, c.warn, c.bad, c.trig_text, c.oneshot_text,
                                      c.lock_text, c.recorder_text, c.swing_text})
                EXPECT_GE(contrast(words, surface), 4.5f) << std::hex << words << " on " << surface;
    });
}

TEST(colours, words_stand_out_on_what_is_selected_or_hovered) {
    for_every_look([](const Colours& c) {
        for (const ImU32 surface : {c.base, c.panel}) EXPECT_GE(contrast(c.text, over(c.accent_soft, surface)), 4.5f);
        for (const ImU32 words : {c.text, c.soft}) EXPECT_GE(contrast(words, c.hover), 4.5f);
        EXPECT_GE(contrast(c.accent, over(c.accent_soft, c.panel)), 4.5f) << std::hex << c.accent << " on its wash";
    });
}

TEST(colours, ink_stands_out_on_leds_and_on_the_accent) {
    for_every_look([](const Colours& c) {
        for (const ImU32 led : {c.trig, c.oneshot, c.recorder})
            EXPECT_GE(contrast(c.on_led, mix(led, IM_COL32_BLACK, 0.12f)), 4.5f) << std::hex << led;
        EXPECT_GE(contrast(c.on_midi, c.midi), 4.5f);
        EXPECT_GE(contrast(c.on_accent, c.accent), 4.5f) << std::hex << c.accent;
    });
}

TEST(colours, mixing_half_and_half_gives_the_middle) {
    EXPECT_EQ(mix(IM_COL32(0, 100, 200, 255), IM_COL32(100, 200, 0, 255), 0.5f), IM_COL32(50, 150, 100, 255));
    EXPECT_EQ(fade(IM_COL32(1, 2, 3, 200), 0.5f), IM_COL32(1, 2, 3, 100));
    EXPECT_EQ(over(IM_COL32(255, 255, 255, 0), IM_COL32(9, 9, 9, 255)), IM_COL32(9, 9, 9, 255));
}

TEST(look, sizes_land_on_device_pixels) {
    Look look;
    look.scale = 1.1f, look.density = 2;
    EXPECT_FLOAT_EQ(look.px(4), 4.5f);
    look.density = 1;
    EXPECT_FLOAT_EQ(look.px(4), 4);
}

}  // namespace
}  // namespace groovebench::look
