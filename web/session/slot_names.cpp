#include "session/slot_names.h"

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "octatrack/trigs.h"
#include "session/session.h"
#include "text/latin1.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

std::string without_ending(std::string name) {
    const auto dot = name.rfind('.');
    return dot == name.npos || dot == 0 ? name : name.substr(0, dot);
}

std::string file_name(std::string_view path) { return text::utf8_from_latin1(path.substr(path.find_last_of('/') + 1)); }

std::string words_of(u8 machine, u8 slot, std::string file) {
    const std::string name = without_ending(std::move(file));
    return fmt::format("{} {}", slot_name(machine, slot), !name.empty() ? name : slot >= pool_slots ? "recorder" : "empty");
}

}  // namespace

SlotRef slot_ref(u8 machine, u8 slot) { return {machine == 0 ? Pool::static_pool : Pool::flex, slot + 1}; }

std::string file_name_of(const Session& session, u8 machine, u8 slot) {
    const Project* text = session.project.text();
    const SampleBlock* block = text ? find_sample(*text, slot_ref(machine, slot)) : nullptr;
    return block ? file_name(block->values.path) : std::string();
}

std::string slot_words(const Session& session, u8 machine, u8 slot) {
    return slot == no_lock ? "none" : words_of(machine, slot, file_name_of(session, machine, slot));
}

std::vector<FilledSlot> filled_slots(const Project& text, u8 machine) {
    std::vector<FilledSlot> slots;
    const Pool pool = machine == 0 ? Pool::static_pool : Pool::flex;
    for (const SampleBlock& block : text.samples)
        if (const u8 slot = u8(block.slot.number - 1); block.known && block.slot.pool == pool)
            slots.push_back({slot, words_of(machine, slot, file_name(block.values.path))});
    return slots;
}

std::optional<SlotRef> playing_slot(const Session& session, const Part& part, const Selection& at) {
    const u8 machine = machine_of(part, at.track());
    if (at.midi() || machine > 1) return {};
    const Pattern* pattern = session.project.pattern(at.bank, at.pattern);
    const int step = at.first_step();
    const u8 lock = pattern && step >= 0 ? lock_at(pattern->audio_tracks[at.track()], step, sample_lock) : no_lock;
    const u8 own = machine == 0 ? u8(part.slots[at.track()].static_machine) : u8(part.slots[at.track()].flex);
    return slot_ref(machine, lock != no_lock ? lock : own);
}

std::string playing_name(const Session& session, const Part& part, int track) {
    const u8 machine = machine_of(part, track);
    switch (machine) {
        case 0:
        case 1: {
            const u8 slot = machine == 0 ? u8(part.slots[track].static_machine) : u8(part.slots[track].flex);
            const std::string name = without_ending(file_name_of(session, machine, slot));
            return name.empty() ? slot_words(session, machine, slot) : name;
        }
        case 2: {
            const ThruPage& thru = part.source[track].thru;
            const auto ab = word_of(input_ab_words, thru.inab), cd = word_of(input_cd_words, thru.incd);
            return thru.inab && thru.incd ? fmt::format("{} · {} in", ab, cd) : fmt::format("{} in", thru.inab ? ab : cd);
        }
        case 3:
            return track ? fmt::format("of T{}", track) : "of no track";
        case 4:
            return fmt::format("R{}", track + 1);
        default:
            return "unknown machine";
    }
}

}  // namespace groovebench::app
