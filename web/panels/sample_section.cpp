// What the selected steps of an audio track play: the slot and its sample, the slice, and where that lies in the
// sample's picture.
#include <algorithm>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "octatrack/markers.h"
#include "octatrack/trigs.h"
#include "panels/step_target.h"
#include "session/pattern_edits.h"
#include "session/slot_names.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

constexpr int start_lock = 1;  // STRT, or the slice where SLIC is on

// Slots of the machine's pool that hold a sample, by name; the lock is the slot's number.
void slot_choice(Session& session, const Target& target, u8 machine, const Common& now) {
    auto list = std::span<const FilledSlot>(session.project.filled_slots(machine));
    int current = -1;
    for (std::size_t i = 0; i < list.size(); i++)
        if (list[i].slot == now.value) current = int(i);
    const auto word_at = [](void* data, int i) {
        return (*static_cast<std::span<const FilledSlot>*>(data))[std::size_t(i)].words.c_str();
    };
    ui::label_column("sample");
    const std::string shown = now.mixed ? "mixed" : slot_words(session, machine, now.value);
    const char* tip = now.locked ? "locked on the selected steps" : "the slot of the part's machine; choosing one locks it";
    const auto edit = ui::choice("sample###sample-lock", int(list.size()), word_at, &list, current, {.shown = shown, .tip = tip});
    if (edit) set_lock(session, target.row, target.steps, sample_lock, list[std::size_t(edit.value)].slot);
    if (!now.locked) return;
    ui::label_column("");
    if (ui::link("clear the sample lock###clear-sample-lock", ui::Tone::accent, ui::Face::small))
        clear_lock(session, target.row, target.steps, sample_lock);
}

void slice_number(Session& session, const Target& target, int slices) {
    const Common now = common_value(target, start_lock);
    const int slice = std::min(slice_of(now.value), slices - 1);
    const std::string shown = now.mixed ? "mixed" : fmt::format("{} of {}", slice + 1, slices);
    ui::label_column("slice");
    const auto edit =
        ui::number_field("slice###slice-lock", {.value = slice, .low = 0, .high = slices - 1, .origin = -1, .shown = shown});
    if (edit.begun) session.document.begin_gesture();
    if (edit.changed) set_lock(session, target.row, target.steps, start_lock, slice_value(edit.value));
    if (edit.ended || edit.cancelled) session.document.end_gesture();
    if (edit.cleared) clear_lock(session, target.row, target.steps, start_lock);
}

void picture(Session& session, const SlotMarkers* markers, const std::string& file, int slice) {
    const SoundPicture& sound = session.sounds.picture(file);
    std::vector<ui::Region> regions;
    const auto share = [&](u32 frame) { return std::min(1.0f, float(frame) / float(sound.frames)); };
    if (markers && slice >= 0 && sound.frames)
        regions.push_back({share(markers->slices[slice].start), share(markers->slices[slice].end)});
    ui::space(6);
    ui::waveform("waveform###step-wave", {0, ui::px(66)}, sound.peaks, {.regions = regions});
}

}  // namespace

void sample_section(Session& session, const Target& target) {
    const u8 machine = machine_of(target.part, target.row);
    if (machine > 1) return;
    const Common now = common_value(target, sample_lock);
    slot_choice(session, target, machine, now);
    const SlotRef slot = slot_ref(machine, now.value);
    if (now.mixed || !valid(slot)) return;
    const Markers* all = session.project.markers();
    const SlotMarkers* markers = all ? &markers_of(*all, slot) : nullptr;
    const int slices = markers && slices_on(target.part, target.row) ? used_slices(*markers) : 0;
    if (slices) slice_number(session, target, slices);
    const Common start = common_value(target, start_lock);
    const int slice = slices && !start.mixed ? std::min(slice_of(start.value), slices - 1) : -1;
    const card::Match match = session.sample_file(slot);
    if (match.status == card::Match::Status::found) picture(session, markers, match.path, slice);
}

}  // namespace groovebench::app
