#include "octatrack/lock_text.h"

#include <array>
#include <bit>
#include <numeric>

#include "bytes/format.h"
#include "octatrack/trigs.h"
#include "schema/values.h"

namespace groovebench::octatrack {
namespace {

constexpr std::string_view lfo_names[] = {"SPD1", "SPD2", "SPD3", "DEP1", "DEP2", "DEP3"};
constexpr std::string_view amp_names[] = {"ATK", "HOLD", "REL", "VOL", "BAL", "XVOL"};
constexpr std::string_view audio_pages[] = {"SRC", "LFO", "AMP", "FX1", "FX2"};
constexpr std::string_view midi_pages[] = {"NOTE", "LFO", "ARP", "CTRL1", "CTRL2"};
constexpr std::string_view midi_names[] = {"NOTE", "VEL",  "LEN",  "NOT2", "NOT3", "NOT4", "SPD1", "SPD2", "SPD3", "DEP1",
                                           "DEP2", "DEP3", "TRAN", "LEG",  "MODE", "SPD",  "RNGE", "NLEN", "PB",   "AT",
                                           "CC1",  "CC2",  "CC3",  "CC4",  "CC5",  "CC6",  "CC7",  "CC8",  "CC9",  "CC10"};
constexpr int first_recorder = 128;

bool good_track(int track) { return track >= 0 && track < track_count; }

// The field of the part that a lock of the SRC page stands for; null where the machine has no such knob.
const Field* source_field(u8 machine, int knob) {
    const auto pages = schema<SourcePage>.fields;
    if (machine >= pages.size() || pages[machine].record->fields.size() != 6) return nullptr;
    return &pages[machine].record->fields[std::size_t(knob)];
}

u8 effect_of(const Part& part, int track, int index) { return index < 24 ? part.fx1[track] : part.fx2[track]; }

std::string source_shown(const Part& part, int track, int knob, u8 value) {
    const u8 machine = machine_of(part, track);
    if (knob == 1 && slices_on(part, track)) return fmt::format("slice {}", slice_of(value) + 1);
    const Field* field = source_field(machine, knob);
    return field ? shown_number(*field, value) : std::to_string(value);
}

// Length of a note in 1/24 of a quarter: the values that have a name.
std::string note_length(u8 value) {
    switch (value) {
        case 3:
            return "1/32";
        case 6:
            return "1/16";
        case 12:
            return "1/8";
        case 24:
            return "1/4";
        case 48:
            return "1/2";
        case 96:
            return "1/1";
        case 127:
            return "INF";
        default:
            return std::to_string(value);
    }
}

}  // namespace

u8 machine_of(const Part& part, int track) { return good_track(track) ? u8(part.machines[track]) : u8(255); }

bool slices_on(const Part& part, int track) {
    const u8 machine = machine_of(part, track);
    if (machine == u8(MachineType::static_machine)) return part.source_setup[track].static_machine.slic == u8(OnOff::on);
    return machine == u8(MachineType::flex) && part.source_setup[track].flex.slic == u8(OnOff::on);
}

std::string_view lock_page(int index) {
    if (index == sample_lock) return "SAMPLE";
    return index >= 0 && index < audio_unused_lock ? audio_pages[index / 6] : std::string_view();
}

std::string_view lock_name(const Part& part, int track, int index) {
    if (index == sample_lock) return "SAMPLE";
    if (!good_track(track) || !audio_lock_exists(index)) return "-";
    const int knob = index % 6;
    switch (index / 6) {
        case 0:
            return machine_knob(machine_of(part, track), knob);
        case 1:
            return lfo_names[knob];
        case 2:
            return amp_names[knob];
        default:
            return effect_names(effect_of(part, track, index)).page1[knob];
    }
}

std::string lock_shown(const Part& part, int track, int index, u8 value) {
    if (value == no_lock) return "not locked";
    if (!good_track(track) || !audio_lock_exists(index)) return std::to_string(value);
    if (index == sample_lock) return slot_name(machine_of(part, track), value);
    const int knob = index % 6;
    if (index < 6) return source_shown(part, track, knob, value);
    if (index < 18) return shown_number(schema<AudioLock>.fields[std::size_t(index)], value);
    return effect_value_shown(effect_of(part, track, index), knob, value);
}

Reading lock_reading(const Part& part, int track, int index) {
    if (!good_track(track) || !audio_lock_exists(index) || index >= 18) return {};
    if (index >= 6) return reading_of(schema<AudioLock>.fields[std::size_t(index)].unit);
    if (index == 1 && slices_on(part, track)) return {-2, 0.5};
    const Field* field = source_field(machine_of(part, track), index);
    return field ? reading_of(field->unit) : Reading();
}

std::optional<u8> part_value(const Part& part, int track, int index) {
    const u8 machine = machine_of(part, track);
    if (!good_track(track) || !audio_lock_exists(index)) return {};
    if (index == sample_lock) {
        if (machine > 4 || machine == u8(MachineType::thru) || machine == u8(MachineType::neighbor)) return {};
        return std::bit_cast<std::array<u8, sizeof(SlotNumbers)>>(part.slots[track])[machine];
    }
    if (index >= 6) return std::bit_cast<std::array<u8, sizeof(MainPage)>>(part.pages[track])[std::size_t(index - 6)];
    if (!source_field(machine, index)) return {};
    return std::bit_cast<std::array<u8, sizeof(SourcePage)>>(part.source[track])[std::size_t(machine * 6 + index)];
}

std::string_view midi_lock_name(int index) { return midi_lock_exists(index) ? midi_names[index] : std::string_view(); }
std::string_view midi_lock_page(int index) { return midi_lock_exists(index) ? midi_pages[index / 6] : std::string_view(); }

std::string midi_lock_shown(int index, u8 value) {
    if (value == no_lock) return "not locked";
    if (!midi_lock_exists(index)) return std::to_string(value);
    if (index == 2 || index == 17) return note_length(value);
    if (index >= 3 && index <= 5 && value == 64) return "off";
    if (index == 14 && value == 0) return "OFF";
    return shown_number(schema<MidiPage>.fields[std::size_t(index)], value);
}

Reading midi_lock_reading(int index) {
    return midi_lock_exists(index) ? reading_of(schema<MidiPage>.fields[std::size_t(index)].unit) : Reading();
}

std::optional<u8> midi_part_value(const Part& part, int track, int index) {
    if (!good_track(track) || !midi_lock_exists(index)) return {};
    return std::bit_cast<std::array<u8, sizeof(MidiPage)>>(part.midi[track])[std::size_t(index)];
}

std::string slot_name(u8 machine, u8 slot) {
    if (slot == 255) return "none";
    switch (MachineType(machine)) {
        case MachineType::static_machine:
            return fmt::format("S{:03}", slot + 1);
        case MachineType::flex:
            return slot < first_recorder ? fmt::format("F{:03}", slot + 1) : fmt::format("R{}", slot - first_recorder + 1);
        case MachineType::pickup:
            return slot < first_recorder ? std::to_string(slot) : fmt::format("R{}", slot - first_recorder + 1);
        default:
            return "-";
    }
}

char bank_letter(int bank) { return bank >= 0 && bank < 16 ? char('A' + bank) : '?'; }

std::string pattern_name(int bank, int pattern) { return fmt::format("{}{:02}", bank_letter(bank), pattern + 1); }

std::string condition_word(int condition) {
    const auto word = word_of(condition_words, condition);
    return word.empty() ? fmt::format("{} (unknown)", condition) : std::string(word);
}

std::string micro_timing_text(int n) {
    if (n == 0) return "0";
    const int common = std::gcd(n, 384);
    return fmt::format("{:+}/{}", n / common, 384 / common);
}

}  // namespace groovebench::octatrack
