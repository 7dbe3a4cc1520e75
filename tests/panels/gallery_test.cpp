#include "gallery.h"

#include "panel_test.h"

namespace groovebench {
namespace {

TEST(gallery, draws_in_every_theme_and_scale) {
    Gallery state;
    PanelTest test([&] { draw_gallery(state); });
    for (const look::Theme theme : {look::Theme::dark, look::Theme::light, look::Theme::contrast})
        for (const float scale : {0.75f, 1.0f, 1.5f, 2.0f}) {
            ImGui::GetIO().DisplaySize = {1440 * scale, 900 * scale};
            look::apply(test.ui.look, theme, look::Machine::octatrack, scale);
            test.frames(2);
            EXPECT_NE(test.find("save"), nullptr);
            EXPECT_NE(test.find("t1-s1"), nullptr);
        }
}

TEST(gallery, a_step_is_pressed_by_name) {
    Gallery state;
    PanelTest test([&] { draw_gallery(state); });
    test.click("t3-s6");
    EXPECT_EQ(state.last_step, 2 * 16 + 5);
}

TEST(gallery, the_bank_map_draws) {
    Gallery state;
    state.project = true;
    PanelTest test([&] { draw_gallery(state); });
    EXPECT_NE(test.find("a03"), nullptr);
    EXPECT_NE(test.find("p16"), nullptr);
}

TEST(gallery, sixteen_tracks_of_64_steps_draw_with_32_bit_indices) {
    Gallery state;
    state.full = true;
    PanelTest test([&] { draw_gallery(state); }, {2560, 1440});
    EXPECT_NE(test.find("t16-s64"), nullptr);
    EXPECT_GT(ImGui::GetDrawData()->TotalVtxCount, 65536);
}

TEST(gallery, words_are_items_too) {
    Gallery state;
    PanelTest test([&] { draw_gallery(state); });
    EXPECT_TRUE(test.shows("31.4 MB free"));
    EXPECT_NE(test.find_label("Card"), nullptr);
}

}  // namespace
}  // namespace groovebench
