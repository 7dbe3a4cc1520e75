#include "session/part_edits.h"

#include <cstddef>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "octatrack/part_rules.h"
#include "octatrack/trigs.h"
#include "session/pattern_edits.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

// Where the part keeps the value behind a place in the lock table; Problem::nowhere if it has none.
std::size_t value_offset(const Part& part, int row, int index) {
    const std::size_t track = std::size_t(row & 7);
    if (row >= 8)
        return midi_lock_exists(index) ? offsetof(Part, midi) + track * sizeof(MidiPage) + std::size_t(index) : Problem::nowhere;
    const u8 machine = machine_of(part, row);
    if (index < 6)
        return machine < 5 ? offsetof(Part, source) + track * sizeof(SourcePage) + machine * 6u + std::size_t(index)
                           : Problem::nowhere;
    if (index < audio_unused_lock) return offsetof(Part, pages) + track * sizeof(MainPage) + std::size_t(index - 6);
    return index == sample_lock && machine < 2 ? offsetof(Part, slots) + track * sizeof(SlotNumbers) + machine : Problem::nowhere;
}

}  // namespace

void set_part_value(Session& session, int row, int index, u8 value) {
    const Selection& at = session.selection;
    const Bank* bank = session.project.bank(at.bank);
    const Part* part = session.project.part_of(at.bank, at.pattern);
    if (!bank || !part) return;
    const std::size_t in_part = value_offset(*part, row, index);
    if (in_part == Problem::nowhere) return;
    const std::string& path = session.project.bank_path(at.bank);
    const int number = int(part - bank->parts);
    const auto knob = row < 8 ? lock_name(*part, row, index) : midi_lock_name(index);
    const std::string label =
        fmt::format("Part {} {}: {} {}", number + 1, session.project.part_name(at.bank, number), row_name(row), knob);
    const auto base = std::size_t(reinterpret_cast<const std::byte*>(part) - session.document.bytes(path).data());
    const std::byte byte{value};
    card::Group group(session.document, label);
    mark_part_edited(session, path, base + in_part, label);
    if (!session.document.put(path, base + in_part, {&byte, 1}, label)) session.say(session.document.take_refusal(), true);
}

void mark_part_edited(Session& session, std::string_view path, std::size_t offset, std::string_view label) {
    const Bank* bank = session.document.view<Bank>(path);
    const int part = bank ? part_at(offset) : -1;
    if (part >= 0) session.document.set(bank->parts_edited, with_part_edited(*bank, part), label);
}

}  // namespace groovebench::app
