// The view of a file: every field of it, found, changed in its place, with its bytes beside it.
#include <algorithm>
#include <cstring>

#include "editor.h"
#include "octatrack/trigs.h"
#include "schema/walk.h"
#include "session/file_edits.h"

using namespace groovebench;

namespace {

constexpr const char* bank_path = "SET/SONG/bank01.work";
constexpr const char* text_path = "SET/SONG/project.work";

struct InFile : Editor {
    explicit InFile(std::string path = bank_path, std::map<std::string, Bytes> card = new_project()) : Editor(std::move(card)) {
        session().show_file(path);
        test.frames(4);
    }
    // The row of a field, chosen and ready to be changed.
    void choose(const std::string& field) {
        session().show_field(field);
        test.frames(4);
    }
    void find(const std::string& words) {
        test.key(ImGuiKey_F, ImGuiMod_Ctrl);
        test.type(words);
        test.frames(80);
    }
    app::FileView& view() { return session().views.file; }
};

}  // namespace

TEST(file, any_file_of_the_card_is_reached_through_the_tree) {
    Editor editor;
    editor.test.click("tree-files");
    editor.test.click("tree-file-SET/SONG/arr01.work");
    editor.test.frames(4);
    EXPECT_NE(editor.test.find("row-header"), nullptr);
    EXPECT_NE(editor.test.find("row-current"), nullptr);
    EXPECT_NE(editor.test.find("hex-0"), nullptr);
}

TEST(file, records_unfold_to_every_field) {
    InFile editor;
    for (const char* row : {"row-patterns", "row-patterns[1]", "row-patterns[1].tail"})
        editor.test.click(row), editor.test.frames(2);
    EXPECT_EQ(editor.view().field, "patterns[1].tail");
    editor.session().show_field("patterns[1].tail.tempo_x24");
    editor.test.frames(3);
    const auto* row = editor.test.find("row-patterns[1].tail.tempo_x24");
    ASSERT_NE(row, nullptr);
    EXPECT_EQ(row->label, "tempo_x24 120.0");
}

TEST(file, a_value_is_typed_in_the_unit_it_is_shown_in) {
    InFile editor;
    editor.choose("patterns[1].tail.tempo_x24");
    editor.test.key(ImGuiKey_Enter), editor.test.frames(2);
    ASSERT_TRUE(editor.view().typing);
    editor.test.key(ImGuiKey_A, ImGuiMod_Ctrl);
    editor.test.type("126.5"), editor.test.key(ImGuiKey_Enter), editor.test.frames(2);
    EXPECT_EQ(editor.pattern().tail.tempo_x24, 3037) << "126.5, as the machine rounds it";
    EXPECT_EQ(editor.session().document.undo_label(), "bank01.work patterns[1].tail.tempo_x24");
    editor.session().undo();
    EXPECT_EQ(editor.pattern().tail.tempo_x24, 2880);
}

TEST(file, a_value_out_of_its_range_is_refused_in_words) {
    InFile editor;
    editor.choose("patterns[1].tail.length");
    editor.test.key(ImGuiKey_Enter), editor.test.frames(2);
    editor.test.key(ImGuiKey_A, ImGuiMod_Ctrl);
    editor.test.type("65"), editor.test.key(ImGuiKey_Enter), editor.test.frames(2);
    EXPECT_EQ(editor.pattern().tail.length, 16);
    ASSERT_NE(editor.last("announce"), nullptr);
    EXPECT_NE(editor.last("announce")->json.find("2 to 64"), std::string::npos) << editor.last("announce")->json;
}

TEST(file, a_choice_is_made_from_its_list) {
    InFile editor;
    editor.choose("parts[1].fx1[1]");
    editor.test.click("field-parts[1].fx1[1]");
    EXPECT_TRUE(editor.test.shows("SPATIALIZER"));
}

TEST(file, a_choice_is_typed_by_its_word_and_brings_what_belongs_to_it) {
    InFile editor;
    editor.choose("parts[1].fx1[1]");
    editor.test.key(ImGuiKey_Enter), editor.test.frames(2);
    editor.test.key(ImGuiKey_A, ImGuiMod_Ctrl);
    editor.test.type("spatializer"), editor.test.key(ImGuiKey_Enter), editor.test.frames(2);
    const octatrack::Bank& bank = *editor.session().project.bank(0);
    EXPECT_EQ(u8(bank.parts[0].fx1[0]), 5);
    EXPECT_EQ(bank.parts_edited, 1) << "the part has its bit";
    EXPECT_NE(std::memcmp(&bank.parts[0].pages[0], &bank.parts[0].pages[1], sizeof bank.parts[0].pages[0]), 0) << "its own values";
}

TEST(file, a_step_keeps_the_rules_of_trigs_and_locks) {
    InFile editor;
    const auto put = [&](const std::string& field, i64 value) {
        const auto place = groovebench::find(schema<octatrack::Bank>, field);
        app::FileRow row{field, 0, place->field, place->offset, place->field->size, place->flag};
        app::put_value(editor.session(), bank_path, row, value);
    };
    put("patterns[1].audio_tracks[1].locks[5].amp_vol", 64);
    EXPECT_EQ(octatrack::trig_at(editor.track(1), 4), octatrack::TrigType::trigless_lock) << "it follows the locks";
    put("patterns[1].audio_tracks[1].one_shots[1]", 1);
    EXPECT_EQ(octatrack::trig_at(editor.track(1), 0), octatrack::TrigType::one_shot);
    EXPECT_FALSE(editor.track(1).trigs.at(0)) << "one type a step";
    put("parts[2].fx1[1]", 0);
    EXPECT_EQ(editor.session().project.bank(0)->parts_edited, 2) << "the part has its bit";
}

TEST(file, a_search_goes_over_names_meanings_and_values) {
    InFile editor;
    editor.find("patterns[16] tempo_x24");
    EXPECT_NE(editor.test.find("row-patterns[16].tail.tempo_x24"), nullptr);
    EXPECT_EQ(editor.test.find("row-patterns[1].tail.tempo_x24"), nullptr);
    EXPECT_TRUE(editor.test.shows("1 found"));
    editor.test.key(ImGuiKey_Enter), editor.test.frames(2);
    EXPECT_EQ(editor.view().field, "patterns[16].tail.tempo_x24");
    EXPECT_EQ(editor.view().size, 2u);

    editor.view().filter = "patterns[2].tail multiplier";
    editor.test.frames(80);
    EXPECT_NE(editor.test.find("row-patterns[2].tail.master_scale"), nullptr) << "by its meaning";
    editor.view().filter = "patterns[2].tail 120.0";
    editor.test.frames(80);
    EXPECT_NE(editor.test.find("row-patterns[2].tail.tempo_x24"), nullptr) << "by its value";
}

TEST(file, the_search_is_reached_from_a_row_that_was_pressed) {
    InFile editor;
    editor.test.click("row-patterns");
    editor.find("tempo");
    EXPECT_EQ(editor.view().filter, "tempo");
}

TEST(file, a_byte_that_is_pressed_leads_to_its_field) {
    InFile editor;
    editor.session().show_byte(22 + 36588 * 2 + 36588 - 2);
    editor.test.frames(3);
    EXPECT_EQ(editor.view().field, "patterns[3].tail.tempo_x24");
    const auto* row = editor.test.find("hex-0");
    ASSERT_EQ(row, nullptr) << "scrolled to another place";
    editor.session().show_field("header.version");
    editor.test.frames(3);
    const auto* first = editor.test.find("hex-0");
    ASSERT_NE(first, nullptr);
    editor.test.move({first->at.x + ui::text_width("0", ui::Face::mono_small) * 9, first->at.y + 6});
    editor.test.press(), editor.test.release();
    EXPECT_EQ(editor.view().field, "header.form");
}

TEST(file, a_row_of_an_arrangement_is_seen_through_its_type) {
    InFile editor("SET/SONG/arr01.work");
    editor.session().show_byte(22 + 2 + 18 + 1);
    EXPECT_NE(editor.view().field.find("rows[1]."), std::string::npos) << editor.view().field;
}

TEST(file, the_text_of_a_project_is_a_table_and_lines) {
    InFile editor(text_path);
    editor.find("settings.tempo");
    ASSERT_NE(editor.test.find("row-settings.tempo"), nullptr);
    editor.test.key(ImGuiKey_Enter), editor.test.frames(2);
    editor.test.key(ImGuiKey_Enter), editor.test.frames(2);
    editor.test.key(ImGuiKey_A, ImGuiMod_Ctrl);
    editor.test.type("90"), editor.test.key(ImGuiKey_Enter), editor.test.frames(2);
    EXPECT_EQ(octatrack::tempo_x24(*editor.session().project.text()), 2160);
    editor.test.click("page-text");
    EXPECT_NE(editor.test.find("line-1"), nullptr);
}

TEST(file, the_description_of_its_format_is_shown) {
    InFile editor;
    editor.test.click("page-format");
    EXPECT_NE(editor.test.find("format-0"), nullptr);
    EXPECT_TRUE(editor.test.shows("patterns"));
}

TEST(file, one_nobody_knows_is_only_bytes) {
    auto card = Editor::new_project();
    card["SET/SONG/notes.bin"] = Bytes(100, std::byte{7});
    InFile editor("SET/SONG/notes.bin", std::move(card));
    EXPECT_NE(editor.test.find("hex-60"), nullptr);
    EXPECT_EQ(editor.test.find("page-fields"), nullptr);
    EXPECT_TRUE(editor.test.shows("Only its bytes are known"));
}

TEST(file, with_a_wrong_sum_is_not_edited) {
    auto card = Editor::new_project();
    card[bank_path].back() ^= std::byte{1};
    InFile editor(bank_path, std::move(card));
    EXPECT_TRUE(editor.test.shows("wrong checksum"));
    editor.choose("patterns[1].tail.length");
    EXPECT_EQ(editor.test.find("field-patterns[1].tail.length"), nullptr);
}

TEST(file, rows_out_of_sight_are_not_drawn) {
    InFile editor;
    editor.view().filter = "locks";
    editor.test.frames(80);
    EXPECT_EQ(editor.view().rows.of(editor.session().file_shown(), "locks").size(), app::FileRows::most_found);
    const auto is_row = [](const ui::Item& item) { return item.name.starts_with("row-") || item.name.starts_with("hex-"); };
    EXPECT_LT(std::ranges::count_if(editor.test.items(), is_row), 120);
}
