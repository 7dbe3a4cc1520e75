// Beside the bank map: how the project is, the parts of the selected bank, what the selected pattern plays.
#include <imgui.h>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "panels/panels.h"
#include "panels/part_list.h"
#include "session/slot_names.h"
#include "session/slot_rows.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

void health_section(Session& session) {
    ui::heading("Health", 0);
    for (const HealthLine& line : session.health()) {
        const bool ok = line.level == HealthLevel::ok;
        ui::line(24);
        ui::icon(ok ? ui::Icon::check : ui::Icon::warn, ok                                ? ui::Tone::ok
                                                        : line.level == HealthLevel::warn ? ui::Tone::warn
                                                                                          : ui::Tone::bad);
        ui::same(8);
        ui::text(line.title, ui::Tone::text, ui::Face::medium, ui::width_left(), ("health-" + line.id).c_str());
        if (line.detail.empty()) continue;
        ImGui::Indent(ui::px(22));
        ui::paragraph(line.detail, ui::Tone::soft, ui::Face::small);
        ImGui::Unindent(ui::px(22));
        ui::space(4);
    }
}

void parts_section(Session& session) {
    if (!session.project.bank(session.selection.bank)) return;
    ui::heading(fmt::format("Bank {} · parts", bank_letter(session.selection.bank)));
    part_list(session, PartMark::colour);
}

void uses_section(Session& session) {
    const Selection& at = session.selection;
    if (!session.project.pattern(at.bank, at.pattern)) return;
    const auto& uses = session.project.facts(at.bank, at.pattern).uses;
    ui::heading(fmt::format("{} uses", pattern_name(at.bank, at.pattern)));
    if (uses.empty()) return ui::text("no samples", ui::Tone::faint);
    for (std::size_t i = 0; i < uses.size(); i++) {
        const SlotRef slot = slot_ref(uses[i].machine, uses[i].slot);
        bool again = false;
        for (std::size_t j = 0; j < i; j++) again |= slot_ref(uses[j].machine, uses[j].slot) == slot;
        if (again) continue;
        const SlotRow row = slot_row_of(session, slot);
        const std::string label = fmt::format("{}###uses-{}", row.name, octatrack::label(slot));
        if (ui::list_row(label.c_str()).clicked) session.show_slots(), session.selection.slot = slot;
        ui::row_text(0, octatrack::label(slot), ui::Tone::faint, ui::Face::mono);
        ui::row_text(44, row.name.empty() ? "empty" : row.name, row.bad ? ui::Tone::bad : ui::Tone::text, ui::Face::body, 150);
        if (row.file.empty()) continue;
        const ImVec2 low = ui::row_min(), high = ui::row_max();
        ui::draw_wave(*ImGui::GetWindowDrawList(), {high.x - ui::px(72), low.y + ui::px(4)},
                      {ui::px(70), high.y - low.y - ui::px(8)}, session.sounds.picture(row.file).peaks, ui::colours().faint);
    }
}

}  // namespace

void project_inspector(Session& session) {
    health_section(session);
    parts_section(session);
    uses_section(session);
}

}  // namespace groovebench::app
