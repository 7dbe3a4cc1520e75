// The inspector beside the slots: the sample as a picture with its slices, its attributes, who uses it.
#include <imgui.h>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "octatrack/markers.h"
#include "panels/commands.h"
#include "panels/field_value.h"
#include "schema/values.h"
#include "session/setting_edits.h"
#include "session/slot_rows.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

// The trim, and every slice in turn lighter and darker.
std::vector<ui::Region> regions_of(const Session& session, SlotRef slot, u64 frames) {
    std::vector<ui::Region> regions;
    const Markers* markers = session.project.markers();
    if (!markers || !frames) return regions;
    const SlotMarkers& record = markers_of(*markers, slot);
    const auto share = [&](u32 frame) { return std::min(1.0f, float(frame) / float(frames)); };
    for (int i = 0; i < used_slices(record); i++)
        if (i % 2 == 0) regions.push_back({share(record.slices[i].start), share(record.slices[i].end)});
    return regions;
}

void sound_section(Session& session, const SlotRow& row) {
    const SoundPicture& sound = session.sounds.picture(row.file);
    if (sound.state == SoundPicture::State::failed) ui::paragraph(sound.failure, ui::Tone::bad, ui::Face::small);
    const auto regions = regions_of(session, row.slot, sound.frames);
    ui::waveform("waveform###slot-wave", {0, ui::px(64)}, sound.peaks, {.regions = regions});
    ui::space(6);
    const bool playing = session.sounds.playing() == row.file;
    if (ui::button(playing ? "Stop###play-slot" : "Play###play-slot",
                   {.icon = playing ? ui::Icon::stop : ui::Icon::play, .small = true}))
        run_command(session, "audition");
    ui::same(12);
    ui::text(row.length.empty() ? row.state : row.length + " · " + row.state, ui::Tone::soft, ui::Face::small);
}

i64 value_of(const SampleAttributes& values, Attribute attribute, bool& has) {
    has = true;
    switch (attribute) {
        case Attribute::timestretch:
            return values.timestretch;
        case Attribute::loop_mode:
            return values.loop_mode;
        case Attribute::gain:
            return values.gain;
        case Attribute::trig_quantise:
            return values.trig_quantise;
        case Attribute::tempo:
            has = values.priority == Priority::tempo;
            return values.priority_value;
        case Attribute::trim_length:
            has = values.priority == Priority::trim;
            return values.priority_value;
        case Attribute::loop_length:
            has = values.priority == Priority::loop;
            return values.priority_value;
    }
    return 0;
}

void attribute_row(Session& session, SlotRef slot, Attribute attribute, i64 value) {
    const Field& field = attribute_field(attribute);
    const std::string id = fmt::format("attribute-{}", field.name);
    ui::label_column(field.name);
    field_value(session,
                {.field = field, .value = value, .shown = shown_number(field, value), .name = id, .bare = false, .tip = field.note},
                [&](i64 wanted) { change_attribute(session, slot, attribute, wanted); });
}

void attributes_section(Session& session, SlotRef slot) {
    const Project* text = session.project.text();
    const SampleBlock* block = text ? find_sample(*text, slot) : nullptr;
    if (!block) return;
    ui::heading("Attributes");
    const SampleAttributes values = block->values;
    for (const Attribute attribute : attributes) {
        bool has = false;
        const i64 value = value_of(values, attribute, has);
        if (has) attribute_row(session, slot, attribute, value);
    }
}

void markers_section(const Session& session, SlotRef slot) {
    const Markers* markers = session.project.markers();
    if (!markers) return;
    const SlotMarkers& record = markers_of(*markers, slot);
    ui::heading("Markers");
    ui::label_column("trim");
    ui::text(fmt::format("{} – {} frames", u32(record.trim_start), u32(record.trim_end)), ui::Tone::text, ui::Face::mono);
    ui::label_column("slices");
    ui::text(std::to_string(used_slices(record)), ui::Tone::text, ui::Face::mono);
}

void uses_section(Session& session, SlotRef slot) {
    const auto players = session.project.players(slot);
    ui::heading(fmt::format("Used by {} pattern{}", players.size(), players.size() == 1 ? "" : "s"));
    for (const auto& [bank, pattern] : players) {
        const std::string name = pattern_name(bank, pattern), label = fmt::format("{}###use-{}", name, name);
        if (ui::list_row(label.c_str()).clicked) session.show_pattern(bank, pattern);
        ui::row_text(8, name);
    }
}

}  // namespace

void slot_inspector(Session& session) {
    if (!session.selection.slot) return ui::paragraph("Select a slot to see where its sample is, how it is set and what uses it.");
    const SlotRow row = slot_row_of(session, *session.selection.slot);
    ui::line(24);
    ui::text(fmt::format("{} {}", octatrack::label(row.slot), row.name), ui::Tone::text, ui::Face::bold, ui::width_left());
    ui::paragraph(row.path, ui::Tone::faint, ui::Face::small);
    if (!row.file.empty()) sound_section(session, row);
    attributes_section(session, row.slot);
    markers_section(session, row.slot);
    uses_section(session, row.slot);
}

}  // namespace groovebench::app
