// The bank map: sixteen banks of sixteen patterns as thumbnails, the colour of the part each plays at its
// left edge, a dot where it differs from the card.
#include <imgui.h>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "panels/commands.h"
#include "panels/panels.h"
#include "session/step_words.h"

namespace groovebench::app {
namespace {

constexpr float left_column = 66, head_height = 20, gap = 4;

void title(Session& session) {
    ui::line(60);
    ui::text(session.project.name(), ui::Tone::text, ui::Face::big, 0, "project-name");
    if (const octatrack::Project* text = session.project.text()) {
        ui::same(12);
        ui::chip(octatrack::os_version(*text));
        int patterns = 0;
        for (int bank = 0; bank < octatrack::bank_count; bank++) patterns += session.project.used_patterns(bank);
        int flex = 0, fixed = 0;
        for (const auto& sample : text->samples)
            if (sample.known && !sample.slot.recorder()) (sample.slot.pool == octatrack::Pool::flex ? flex : fixed)++;
        ui::same(12);
        ui::text(fmt::format("{:.1f} BPM · {} patterns · {} flex · {} static", double(octatrack::tempo_x24(*text)) / 24, patterns,
                             flex, fixed),
                 ui::Tone::soft);
    }
    ui::from_right(ui::button_width("Compare…") + ui::button_width("Slots") + ui::px(16) + ui::button_width("Make .ppak…"));
    const Command& compare = *find_command("compare");
    if (ui::button("Compare…###compare", {.kind = ui::Kind::flat,
                                          .enabled = enabled(session, compare),
                                          .tip = "with its stored copy, or with another project of the card"}))
        run_command(session, "compare");
    ui::same(8);
    if (ui::button("Slots###open-slots", {.kind = ui::Kind::flat})) session.show_slots();
    ui::same(8);
    const octatrack::Pattern* pattern = session.project.pattern(session.selection.bank, session.selection.pattern);
    const std::string tip =
        fmt::format("an EP-133 project from {}", octatrack::pattern_name(session.selection.bank, session.selection.pattern));
    if (ui::button("Make .ppak…###make-ppak", {.enabled = pattern != nullptr, .tip = tip})) run_command(session, "make_ppak");
}

void cell(Session& session, int bank, const octatrack::Pattern* bytes, const ProjectState::PatternFacts& facts, int pattern,
          ImVec2 size) {
    Selection& at = session.selection;
    ui::PatternLook look{
        .used = facts.used, .selected = at.bank == bank && at.pattern == pattern, .changed = facts.changed, .broken = !bytes};
    if (facts.used && bytes) look.rows = facts.rows, look.part = ui::colours().part[bytes->tail.part & 3];
    const char letter = octatrack::bank_letter(bank);
    const ui::Name label = ui::name("%c%02d###cell-%c%02d", letter, pattern + 1, letter, pattern + 1);
    const ui::StepEvent event = ui::pattern_cell(label, size, look);
    if (event.pressed || event.context) at.bank = bank, at.pattern = pattern;
    if (event.context) ui::open_menu("pattern-menu");
    if (event.double_clicked && bytes) session.show_pattern(bank, pattern);
    if (event.hovered && bytes) session.views.pointed = pattern_words(session, bank, pattern);
}

void bank_head(Session& session, int bank, ImVec2 at, float height) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const int used = session.project.used_patterns(bank);
    const std::string letter(1, octatrack::bank_letter(bank));
    const ImVec2 middle{at.x + ui::px(20), at.y + height / 2};
    ui::draw_words(list, middle, letter, ui::ink(used ? ui::Tone::text : ui::Tone::faint), ui::Face::bold);
    if (used)
        ui::draw_words(list, {middle.x + ui::px(18), middle.y}, std::to_string(used), ui::ink(ui::Tone::soft), ui::Face::small);
    const FileState state = session.files.state(session.project.bank_path(bank));
    if (state == FileState::waiting)
        ui::draw_words(list, {middle.x + ui::px(18), middle.y}, "…", ui::ink(ui::Tone::faint), ui::Face::small);
    if (state == FileState::failed || (state == FileState::open && !session.project.bank(bank)))
        look::draw_icon(list, look::Icon::warn, {middle.x + ui::px(24), middle.y}, ui::px(14), ui::colours().bad);
}

void pattern_menu(Session& session) {
    if (!ui::begin_menu("pattern-menu")) return;
    for (const char* id : {"pattern", "make_ppak"}) command_item(session, id);
    ui::menu_rule();
    for (const char* id : {"cut", "copy", "paste", "remove"}) command_item(session, id);
    ui::end_menu();
}

}  // namespace

void bank_map_panel(Session& session) {
    if (session.project.folder().empty()) {
        ui::empty_state(ui::Icon::card, session.card.listed ? "Choose a project" : "Looking through the folder",
                        "Its sets and projects are on the left.");
        return;
    }
    title(session);
    const ImVec2 at = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
    const float x0 = at.x + ui::px(left_column), y0 = at.y + ui::px(head_height);
    const ImVec2 size{(room.x - ui::px(left_column + 20)) / 16 - ui::px(gap),
                      std::clamp((room.y - ui::px(head_height + 12)) / 16 - ui::px(gap), ui::px(16), ui::px(44))};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (int i = 0; i < 16; i++) {
        const float x = x0 + float(i) * (size.x + ui::px(gap));
        ui::draw_words_centred(list, {x + size.x / 2, at.y + ui::px(8)}, std::to_string(i + 1), ui::ink(ui::Tone::faint),
                               ui::Face::small);
    }
    for (int bank = 0; bank < 16; bank++) {
        const float y = y0 + float(bank) * (size.y + ui::px(gap));
        bank_head(session, bank, {at.x, y}, size.y);
        const octatrack::Bank* bytes = session.project.bank(bank);
        const auto& facts = session.project.facts(bank);
        for (int pattern = 0; pattern < 16; pattern++) {
            ImGui::SetCursorScreenPos({x0 + float(pattern) * (size.x + ui::px(gap)), y});
            cell(session, bank, bytes ? &bytes->patterns[pattern] : nullptr, facts[std::size_t(pattern)], pattern, size);
        }
    }
    pattern_menu(session);
}

}  // namespace groovebench::app
