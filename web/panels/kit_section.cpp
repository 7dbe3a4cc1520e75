// The slices of a kit: where they lie in its sound, in frames and in milliseconds, and what they sound like.
#include <imgui.h>

#include "bytes/format.h"
#include "opz/kit.h"
#include "panels/disk_panels.h"

namespace groovebench::app {
namespace {

constexpr float row_height = 22;

double milliseconds(u64 frames) { return double(frames) * 1000 / opz::kit_rate; }

void picture(Session& session, const KitTold& kit) {
    std::vector<ui::Region> regions;
    const int chosen = session.kit.chosen();
    for (std::size_t i = 0; i < kit.slices.size(); i++) {
        const float all = float(std::max<u64>(1, kit.frames));
        const auto& slice = kit.slices[i];
        if (chosen < 0 || int(i) == chosen)
            regions.push_back({std::min(1.0f, float(slice.start) / all), std::min(1.0f, float(slice.end) / all),
                               int(i) == chosen ? ui::Tone::accent : ui::Tone::faint});
    }
    const auto& peaks = session.sounds.picture(session.selection.file).peaks;
    const auto event = ui::waveform("sound of the kit###kit-wave", {0, ui::px(64)}, peaks, {.regions = regions});
    if (!event.pressed) return;
    const u64 frame = u64(double(event.at) * double(kit.frames));
    for (std::size_t i = 0; i < kit.slices.size(); i++)
        if (frame >= kit.slices[i].start && frame < kit.slices[i].end)
            return session.show_field(fmt::format("start[{}]", i + 1)), session.kit.play(int(i));
}

void slice_row(Session& session, const KitTold::Slice& slice, int index) {
    const u32 length = slice.end - std::min(slice.start, slice.end);
    const std::string words = fmt::format("{} to {}", slice.start, slice.end),
                      time = fmt::format("{:.1f} ms", milliseconds(length));
    const bool chosen = session.kit.chosen() == index;
    const std::string label = fmt::format("slice {}: frames {}, {}###slice-{}", index + 1, words, time, index + 1);
    const auto event = ui::list_row(label.c_str(), {.selected = chosen, .height = row_height});
    ui::row_text(4, std::to_string(index + 1), ui::Tone::soft, ui::Face::mono_small);
    ui::row_text(30, words, ui::Tone::text, ui::Face::mono_small, 150);
    ui::row_text(184, time, ui::Tone::text, ui::Face::mono_small, 90);
    ui::row_text(280, slice.pitch == "0" ? "" : slice.pitch, ui::Tone::soft, ui::Face::mono_small, 60);
    if (slice.reverse) ui::row_text_right(28, "reverse");
    ui::row_icon(-20, ui::Icon::play, chosen ? ui::Tone::accent : ui::Tone::faint, 12);
    if (event.hovered) session.views.pointed = fmt::format("slice {} · frames {} · {}", index + 1, words, time);
    if (!event.clicked) return;
    session.show_field(fmt::format("start[{}]", index + 1));
    session.kit.play(index);
}

}  // namespace

void kit_section(Session& session) {
    const KitTold* kit = session.kit.told();
    if (!kit) return;
    const bool plays = session.sounds.playing() == session.selection.file;
    ui::line(28);
    ui::heading("Slices", 0);
    ui::from_right(ui::text_width("0000000 frames · 00.00 s", ui::Face::small) + ui::px(34));
    ui::text(fmt::format("{} frames · {:.2f} s", kit->frames, milliseconds(kit->frames) / 1000), ui::Tone::soft, ui::Face::small, 0,
             "kit-length");
    ui::same(8);
    if (ui::icon_button(plays ? "Stop###kit-play" : "Hear the whole kit###kit-play", plays ? ui::Icon::stop : ui::Icon::play)) {
        if (plays)
            session.sounds.stop();
        else
            session.kit.play(-1);
    }
    picture(session, *kit);
    if (ui::begin_scroll_up_to("kit-slices", ImGui::GetWindowHeight() * 0.3f))
        for (int i = 0; i < int(kit->slices.size()); i++) slice_row(session, kit->slices[std::size_t(i)], i);
    ui::end_scroll();
    ui::space(8);
}

}  // namespace groovebench::app
