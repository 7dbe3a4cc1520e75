#include "widgets/widgets.h"
#include "panel_test.h"

namespace groovebench {
namespace {

// A function within a panel that fills the window.
auto in_panel(std::function<void()> content) {
    return [content = std::move(content)] {
        if (ui::begin_panel("panel", {0, 0}, ImGui::GetIO().DisplaySize)) content();
        ui::end_panel();
    };
}

TEST(button, is_pressed_once_a_click) {
    int presses = 0;
    PanelTest test(in_panel([&] { presses += ui::button("Save…###save"); }));
    test.click("save");
    EXPECT_EQ(presses, 1);
    EXPECT_EQ(test.find("save")->label, "Save…");
}

TEST(button, a_disabled_one_is_not_pressed_and_says_so) {
    int presses = 0;
    PanelTest test(in_panel([&] { presses += ui::button("Save…###save", {.enabled = false}); }));
    test.click("save");
    EXPECT_EQ(presses, 0);
    EXPECT_TRUE(test.find("save")->disabled);
}

TEST(button, the_keyboard_reaches_and_presses_it) {
    int presses = 0;
    PanelTest test(in_panel([&] {
        ui::button("One###one");
        presses += ui::button("Two###two");
    }));
    test.click("one");
    test.key(ImGuiKey_DownArrow);
    test.key(ImGuiKey_Space);
    EXPECT_EQ(presses, 1);
}

TEST(line, what_stands_on_it_shares_a_middle) {
    PanelTest test(in_panel([] {
        ui::line(40);
        ui::text("A03", ui::Tone::text, ui::Face::big, 0, "title");
        ui::same();
        ui::button("Play###play");
        ui::same();
        ui::chip_button("1###page", true);
    }));
    const auto middle = [&](const char* name) { return test.find(name)->at.y + test.find(name)->size.y / 2; };
    EXPECT_NEAR(middle("title"), middle("play"), 0.51f);
    EXPECT_NEAR(middle("page"), middle("play"), 0.51f);
}

TEST(toggle, turns_and_is_recorded_as_checked) {
    bool on = false;
    PanelTest test(in_panel([&] { ui::toggle("Stored copies###stored", on); }));
    test.click("stored");
    EXPECT_TRUE(on);
    EXPECT_TRUE(test.find("stored")->checked);
}

TEST(tabs, a_click_shows_and_the_cross_closes) {
    ui::TabChoice last;
    PanelTest test(in_panel([&] {
        const ui::Tab tabs[] = {{"Pattern###one"}, {"Sample###two", true}};
        const ui::TabChoice choice = ui::tab_bar("tabs", tabs, 0);
        if (choice.shown >= 0 || choice.closed >= 0) last = choice;
    }));
    test.click("two");
    EXPECT_EQ(last.shown, 1);
    const ui::Item* tab = test.find("two");
    test.move({tab->at.x + tab->size.x - 15, tab->at.y + 16});
    test.press();
    test.release();
    EXPECT_EQ(last.closed, 1);
}

TEST(tree_row, the_chevron_opens_and_the_words_select) {
    ui::RowEvent last;
    PanelTest test(in_panel([&] {
        const ui::RowEvent event = ui::tree_row("Bank A###bank", {.depth = 1, .leaf = false});
        if (event.clicked || event.toggled) last = event;
    }));
    test.click("bank");
    EXPECT_TRUE(last.clicked && !last.toggled);
    const ui::Item* row = test.find("bank");
    test.move({row->at.x + 22 + 5, row->at.y + 12});
    test.press();
    test.release();
    EXPECT_TRUE(last.toggled && !last.clicked);
}

TEST(text_field, keeps_what_is_typed) {
    std::string words = "kick";
    bool committed = false;
    PanelTest test(in_panel([&] { committed |= ui::text_field("Name###name", words).committed; }));
    test.click("name");
    test.key(ImGuiKey_End);
    test.type("_808");
    EXPECT_EQ(words, "kick_808");
    test.key(ImGuiKey_Enter);
    EXPECT_TRUE(committed);
}

TEST(text_field, escape_brings_the_words_back) {
    std::string words = "kick";
    bool cancelled = false;
    PanelTest test(in_panel([&] { cancelled |= ui::text_field("Name###name", words).cancelled; }));
    test.click("name");
    test.type("x");
    test.key(ImGuiKey_Escape);
    EXPECT_EQ(words, "kick");
    EXPECT_TRUE(cancelled);
}

TEST(choice, opens_filters_and_chooses_by_keyboard) {
    int current = 2;
    const auto word_at = [](void*, int i) -> const char* {
        static constexpr const char* words[] = {"zero", "one", "two", "three"};
        return words[i % 4];
    };
    PanelTest test(in_panel([&] {
        const ui::Edit edit = ui::choice("Slot###slot", 40, word_at, nullptr, current, {.width = 200});
        if (edit) current = edit.value;
    }));
    test.click("slot");
    ASSERT_NE(test.find("choice-filter"), nullptr);
    test.type("thr");
    test.key(ImGuiKey_DownArrow);
    test.key(ImGuiKey_Enter);
    EXPECT_EQ(current, 7);
    EXPECT_EQ(test.find("choice-filter"), nullptr);
}

TEST(choice, a_click_on_a_row_chooses_it) {
    int current = 0;
    PanelTest test(in_panel([&] {
        const char* words[] = {"trig", "one-shot", "lock"};
        const ui::Edit edit = ui::choice("Type###type", words, current, {.width = 200});
        if (edit) current = edit.value;
    }));
    test.click("type");
    test.click("choice-1");
    EXPECT_EQ(current, 1);
}

TEST(step, dragging_across_reports_each_step) {
    unsigned over = 0;
    PanelTest test(in_panel([&] {
        for (int i = 0; i < 4; i++) {
            if (ui::step_cell(ui::name("step %d###s%d", i + 1, i), {40, 38}, {}).over) over |= 1u << i;
            ui::same(4);
        }
    }));
    test.drag_to("s0", "s3");
    EXPECT_EQ(over, 0xFu);
}

TEST(step_grid, steps_are_found_where_they_are_drawn) {
    PanelTest test([] {});
    const ui::StepGrid grid{.width = 700, .count = 16};
    for (int step = 0; step < 16; step++) EXPECT_EQ(grid.step_at(grid.x(step) + 1), step);
    EXPECT_EQ(grid.step_at(grid.x(4) - 1), -1);
    EXPECT_LE(grid.x(15) + grid.step_width(), 700);
}

TEST(menu, an_item_is_chosen_and_the_menu_closes) {
    int chosen = 0;
    PanelTest test(in_panel([&] {
        if (ui::button("Open###open")) ui::open_menu("menu");
        if (ui::begin_menu("menu")) {
            chosen += ui::menu_item("Copy###copy", {.key = "Ctrl C"});
            ui::end_menu();
        }
    }));
    test.click("open");
    test.click("copy");
    EXPECT_EQ(chosen, 1);
    EXPECT_EQ(test.find("copy"), nullptr);
}

TEST(dialog, escape_and_a_click_outside_close_it) {
    PanelTest test(in_panel([&] {
        if (ui::button("Open###open")) ui::open_dialog("dialog");
        if (ui::begin_dialog("dialog")) {
            ui::text("Sure?", ui::Tone::text, ui::Face::body, 0, "sure");
            ui::end_dialog();
        }
    }));
    test.click("open");
    EXPECT_NE(test.find("sure"), nullptr);
    test.key(ImGuiKey_Escape);
    EXPECT_EQ(test.find("sure"), nullptr);
    test.click("open");
    EXPECT_NE(test.find("sure"), nullptr);
    test.move({5, 890});
    test.press();
    test.release();
    EXPECT_EQ(test.find("sure"), nullptr);
}

TEST(tooltip, shows_after_a_pause_and_asks_to_be_woken) {
    PanelTest test(in_panel([] { ui::button("Save…###save", {.tip = "Shows what will be written"}); }));
    test.hover("save");
    EXPECT_FALSE(test.shows("Shows what"));
    EXPECT_LT(test.ui.wake_at, 1e29);
    test.wait(0.3);
    test.wait(0.6);
    EXPECT_TRUE(test.shows("Shows what"));
}

TEST(toast, goes_by_itself_and_wakes_the_page_for_it) {
    PanelTest test([] { ui::draw_toasts(); });
    ui::toast("Copied");
    test.frames();
    EXPECT_EQ(test.ui.toasts.size(), 1u);
    EXPECT_LT(test.ui.wake_at, test.ui.now + 4.1);
    test.wait(5);
    EXPECT_TRUE(test.ui.toasts.empty());
    test.frames();
    EXPECT_GT(test.ui.wake_at, 1e29);
}

TEST(hex_view, reports_the_byte_under_the_pointer) {
    int under = -1;
    const std::byte bytes[24] = {};
    PanelTest test(in_panel([&] { under = ui::hex_view("Bytes###bytes", bytes, 0); }));
    const ui::Item* item = test.find("bytes");
    const float letter = ui::text_width("0", ui::Face::mono_small);
    test.move({item->at.x + (8 + 3 * 5) * letter + 2, item->at.y + 24});
    test.frames();
    EXPECT_EQ(under, 12 + 5);
}

TEST(list_row, reports_a_double_click_as_open) {
    bool opened = false;
    PanelTest test(in_panel([&] { opened |= ui::list_row("kick###row").opened; }));
    test.double_click("row");
    EXPECT_TRUE(opened);
}

TEST(splitter, keeps_its_size_within_bounds) {
    float size = 232;
    PanelTest test([&] { ui::splitter("###split", true, {232, 40}, 600, size, 180, 400); });
    test.drag("split", {100, 0});
    EXPECT_NEAR(size, 332, 2);
    test.drag("split", {900, 0});
    EXPECT_EQ(size, 400);
}

TEST(idle, nothing_on_screen_asks_for_another_frame) {
    PanelTest test(in_panel([] {
        ui::text("quiet");
        ui::button("Save…###save");
    }));
    EXPECT_FALSE(test.ui.animating);
    EXPECT_GT(test.ui.wake_at, 1e29);
}

}  // namespace
}  // namespace groovebench
