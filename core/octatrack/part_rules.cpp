#include "octatrack/part_rules.h"

#include <algorithm>
#include <cstring>

#include "octatrack/new_file.h"
#include "octatrack/trigs.h"
#include "schema/walk.h"

namespace groovebench::octatrack {
namespace {

bool good(int part) { return part >= 0 && part < part_count; }
bool good_track(int track) { return track >= 0 && track < track_count; }

void mark_edited(Bank& bank, int part) { bank.parts_edited = with_part_edited(bank, part); }

ByteSpan bytes_of_part(Part& part) { return std::as_writable_bytes(std::span(&part, 1)); }

// A list of the effect where its knob selects, else what the field allows.
bool may_hold(const Part& part, TrackRef track, Parameter parameter, std::size_t offset, u8 value) {
    constexpr int knobs = 6;
    const bool fx1 = parameter.page == Page::fx1 || parameter.page == Page::fx1_setup;
    const bool fx2 = parameter.page == Page::fx2 || parameter.page == Page::fx2_setup;
    if (!track.midi && (fx1 || fx2)) {
        const bool setup = parameter.page >= Page::source_setup;
        const u8 type = fx1 ? part.fx1[track.index] : part.fx2[track.index];
        const auto list = effect_knob_words(type, parameter.knob + (setup ? knobs : 0));
        if (!list.empty()) return !word_of(list, value).empty();
    }
    const auto place = find(schema<Part>, path_at(schema<Part>, offset));
    if (!place || !editable(*place->field)) return false;
    const Field& field = *place->field;
    if (field.kind == Kind::choice) return !word_of(field.words, value).empty();
    return (value >= field.min && value <= field.max) || value == field.none;
}

template <class Page>
void put_page(Page& page, const u8 (&values)[6]) {
    static_assert(sizeof(Page) == sizeof values);
    std::memcpy(static_cast<void*>(&page), values, sizeof values);
}

}  // namespace

u8 with_part_edited(const Bank& bank, int part) {
    const int bit = good(part) ? 1 << part : 0;
    return u8((bank.parts_edited | bit) & 15);
}

bool part_is_edited(const Bank& bank, int part) { return good(part) && bank.parts_edited.at(part); }

bool part_is_saved(const Bank& bank, int part) { return good(part) && bank.part_saved[part] == 1; }

int part_at(std::size_t offset) {
    constexpr std::size_t first = offsetof(Bank, parts), end = first + part_count * sizeof(Part);
    return offset >= first && offset < end ? int((offset - first) / sizeof(Part)) : -1;
}

bool save_part(Bank& bank, int part) {
    if (!good(part)) return false;
    bank.saved_parts[part] = bank.parts[part];
    bank.part_saved[part] = u8(1);
    bank.parts_edited.put(part, false);
    return true;
}

bool reload_part(Bank& bank, int part) {
    if (!part_is_saved(bank, part)) return false;
    bank.parts[part] = bank.saved_parts[part];
    bank.parts_edited.put(part, false);
    return true;
}

bool set_part_value(Bank& bank, int part, TrackRef track, Parameter parameter, u8 value) {
    if (!good(part)) return false;
    const auto offset = offset_in_part(bank.parts[part], track, parameter);
    if (!offset || !may_hold(bank.parts[part], track, parameter, *offset, value)) return false;
    bytes_of_part(bank.parts[part])[*offset] = std::byte(value);
    mark_edited(bank, part);
    return true;
}

bool set_machine(Bank& bank, int part, int track, MachineType machine) {
    if (!good(part) || !good_track(track) || word_of(machine_words, i64(machine)).empty()) return false;
    bank.parts[part].machines[track] = machine;
    mark_edited(bank, part);
    return true;
}

bool set_effect(Bank& bank, int part, int track, EffectSlot slot, u8 type) {
    const EffectDefaults* values = effect_defaults(type);
    if (!good(part) || !good_track(track) || !values || !effect_is_offered(slot, type)) return false;
    Part& of = bank.parts[part];
    const bool first = slot == EffectSlot::fx1;
    auto& now = first ? of.fx1[track] : of.fx2[track];
    if (now == type) return true;
    now = type;
    put_page(first ? of.pages[track].fx1 : of.pages[track].fx2, values->page1);
    put_page(first ? of.setup[track].fx1 : of.setup[track].fx2, values->page2);
    mark_edited(bank, part);
    return true;
}

bool set_scenes(Bank& bank, int part, u8 scene_a, u8 scene_b) {
    if (!good(part) || scene_a >= std::size(bank.parts[0].scenes) || scene_b >= std::size(bank.parts[0].scenes)) return false;
    bank.parts[part].scene_a = scene_a;
    bank.parts[part].scene_b = scene_b;
    mark_edited(bank, part);
    return true;
}

bool set_scene_lock(Bank& bank, int part, int scene, int track, Parameter parameter, std::optional<u8> value) {
    if (!good(part) || !good_track(track) || scene < 0 || scene >= int(std::size(bank.parts[0].scenes))) return false;
    if (value.value_or(0) > 127) return false;
    Part& of = bank.parts[part];
    const auto index = lock_index({false, track}, parameter);
    if (parameter == Parameter{Page::level, 0})
        of.scene_levels[scene].tracks[track] = value.value_or(no_lock);
    else if (index && *index < audio_unused_lock && has_parameter(of, {false, track}, parameter))
        std::as_writable_bytes(std::span(&of.scenes[scene].tracks[track], 1))[std::size_t(*index)] =
            std::byte(value.value_or(no_lock));
    else
        return false;
    mark_edited(bank, part);
    return true;
}

bool rename_part(Bank& bank, int part, std::string_view latin1) {
    constexpr std::size_t longest = sizeof(PartName) - 1;
    const bool spelled = std::ranges::none_of(latin1, [](char c) { return u8(c) < ' '; });
    if (!good(part) || latin1.size() > longest || !spelled) return false;
    write_text(bank.part_names[part].text, latin1);
    return true;
}

bool copy_part(Bank& bank, int part, const Part& from) {
    if (!good(part)) return false;
    const u8 index = bank.parts[part].index;
    bank.parts[part] = from;
    bank.parts[part].index = index;
    mark_edited(bank, part);
    return true;
}

bool copy_part_track(Bank& bank, int part, TrackRef to, const Part& from, TrackRef which) {
    if (!good(part) || !good_track(to.index) || !good_track(which.index) || to.midi != which.midi) return false;
    Part& into = bank.parts[part];
    const auto copy = [&](auto member) { (into.*member)[to.index] = (from.*member)[which.index]; };
    const auto copy_all = [&](auto... members) { (copy(members), ...); };
    if (to.midi) {
        copy_all(&Part::midi, &Part::midi_setup, &Part::midi_lfo_designs, &Part::midi_lfo_interpolation, &Part::arp_masks,
                 &Part::arp_sequences);
    } else {
        const auto recorder = into.slots[to.index].pickup;
        copy_all(&Part::fx1, &Part::fx2, &Part::levels, &Part::machines, &Part::source, &Part::pages, &Part::source_setup,
                 &Part::slots, &Part::setup, &Part::recorders, &Part::lfo_designs, &Part::lfo_interpolation);
        into.slots[to.index].pickup = recorder;
        for (std::size_t scene = 0; scene < std::size(into.scenes); scene++) {
            into.scenes[scene].tracks[to.index] = from.scenes[scene].tracks[which.index];
            into.scene_levels[scene].tracks[to.index] = from.scene_levels[scene].tracks[which.index];
        }
    }
    mark_edited(bank, part);
    return true;
}

}  // namespace groovebench::octatrack
