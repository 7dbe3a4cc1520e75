// Where the value of a knob comes from: its p-lock, the scenes on A and B, the part. With the raw numbers.

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "octatrack/trigs.h"
#include "panels/step_target.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

void line_of(const Target& target, int index, std::string_view whose, std::optional<u8> value, ui::Tone tone) {
    const bool set = value && *value != no_lock;
    ui::line(20);
    ui::text(whose, set ? tone : ui::Tone::soft, set && tone == ui::Tone::lock ? ui::Face::small_bold : ui::Face::small);
    ui::at_column(96);
    if (!value) return ui::text("none", ui::Tone::faint, ui::Face::small);
    ui::text(set ? fmt::format("{} {}", knob_name(target, index), value_text(target, index, *value)) : "not locked",
             set ? ui::Tone::text : ui::Tone::faint, ui::Face::small);
    const std::string raw = std::to_string(int(*value));
    ui::from_right(ui::text_width(raw, ui::Face::mono_small));
    ui::text(raw, set ? ui::Tone::text : ui::Tone::faint, ui::Face::mono_small);
}

u8 scene_lock(const Part& part, int scene, int track, int index) {
    if (index >= audio_unused_lock) return no_lock;
    return std::bit_cast<std::array<u8, sizeof(AudioLock)>>(part.scenes[scene & 15].tracks[track])[std::size_t(index)];
}

}  // namespace

void origin_section(const Session& session, const Target& target) {
    const int index = session.views.knob;
    const std::string name = knob_name(target, index);
    if (name.empty() || name == "-") return;
    const Common now = common_value(target, index);
    ui::heading("Where the value comes from");
    line_of(target, index, "p-lock", now.locked ? now.value : no_lock, ui::Tone::lock);
    if (!target.midi())
        for (const auto& [side, scene] : {std::pair{'A', int(target.part.scene_a)}, {'B', int(target.part.scene_b)}}) {
            const u8 lock = scene_lock(target.part, scene, target.row, index);
            if (side == 'A' || lock != no_lock)
                line_of(target, index, fmt::format("scene {} {}", side, (scene & 15) + 1), lock, ui::Tone::text);
        }
    const Selection& at = session.selection;
    const int part = session.project.pattern(at.bank, at.pattern)->tail.part & 3;
    line_of(target, index, fmt::format("part {}", part + 1), own_value(target, index), ui::Tone::text);
}

}  // namespace groovebench::app
