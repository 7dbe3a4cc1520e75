// The inspector beside the pattern: knobs, the trig's own fields, the sample, where a value comes from, the bytes.
#include <imgui.h>

#include <bit>

#include "bytes/format.h"
#include "panels/commands.h"
#include "panels/step_target.h"
#include "session/pattern_edits.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

void bytes_section(const Session& session, const Target& target) {
    const int step = session.selection.first_step();
    const auto file = session.document.bytes(session.project.bank_path(session.selection.bank));
    const auto* record = target.midi() ? reinterpret_cast<const std::byte*>(&target.pattern.midi_tracks[target.row - 8].locks[step])
                                       : reinterpret_cast<const std::byte*>(&target.pattern.audio_tracks[target.row].locks[step]);
    const auto at = std::size_t(record - file.data());
    std::vector<ui::ByteMark> marks;
    for (std::size_t i = 0; i < 32; i++)
        if (u8(record[i]) != no_lock) marks.push_back({i, i + 1});
    ui::heading("Bytes");
    ui::text(fmt::format("bank{:02}.work + 0x{:X}", session.selection.bank + 1, at), ui::Tone::faint, ui::Face::mono_small);
    ui::hex_view("lock bytes###lock-bytes", file.subspan(at, 32), at, marks, 8, 4);
}

// "3 steps of T3" [7, 9, 11]      knobs write p-locks
void title(const Selection& at) {
    const int count = std::popcount(at.steps);
    const std::string words = count == 0   ? row_name(at.row) + " · part"
                              : count == 1 ? fmt::format("{} step {}", row_name(at.row), at.first_step() + 1)
                                           : fmt::format("{} steps of {}", count, row_name(at.row));
    const std::string_view knobs = count ? "knobs write p-locks" : "knobs turn the part";
    ui::line(24);
    ui::text(words, ui::Tone::text, ui::Face::bold, 0, "inspector-title");
    if (count > 1 && count <= 5) {
        std::string list;
        for (int step = 0; step < step_count; step++)
            if (at.has_step(step)) list += fmt::format("{}{}", list.empty() ? "" : ", ", step + 1);
        ui::same(8);
        ui::chip(list);
    }
    ui::from_right(ui::text_width(knobs, ui::Face::small));
    ui::text(knobs, ui::Tone::faint, ui::Face::small);
}

}  // namespace

void step_inspector(Session& session) {
    const Selection& at = session.selection;
    const Pattern* pattern = session.project.pattern(at.bank, at.pattern);
    const Part* part = session.project.part_of(at.bank, at.pattern);
    if (!pattern || !part) return;
    // Edits in place leave the bytes where they are: the target stays good for the frame.
    const Target target{*pattern, *part, at.row, at.steps};
    title(at);
    knob_section(session, target);
    if (target.steps) trig_section(session, target);
    if (target.steps && !target.midi()) sample_section(session, target);
    origin_section(session, target);
    if (target.steps) bytes_section(session, target);
}

}  // namespace groovebench::app
