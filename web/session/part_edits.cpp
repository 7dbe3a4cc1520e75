#include "session/part_edits.h"

#include <cstddef>

#include "bytes/format.h"
#include "octatrack/blank.h"
#include "octatrack/lock_text.h"
#include "octatrack/part_clip.h"
#include "octatrack/part_rules.h"
#include "octatrack/trigs.h"
#include "schema/values.h"
#include "session/edits.h"
#include "session/pattern_edits.h"
#include "text/latin1.h"

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

// A rule for the whole working part of the bank that is looked at; false when refused, which has been said.
template <class Rule>
bool change_part(Session& session, int part, std::string_view label, Rule&& rule) {
    const Bank* bank = session.project.bank(session.selection.bank);
    if (!bank) return false;
    const std::string& path = session.project.bank_path(session.selection.bank);
    const bool done = change(session.document, path, bank->parts[part], label, rule) &&
                      session.document.set(bank->parts_edited, with_part_edited(*bank, part), label);
    if (!done) session.say(session.document.take_refusal(), true);
    return done;
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
    session.document.set(bank->parts_edited, with_part_edited(*bank, number), label);
    if (!session.document.put(path, base + in_part, {&byte, 1}, label)) session.say(session.document.take_refusal(), true);
}

void set_track_slot(Session& session, int row, SlotRef slot) {
    const Selection& at = session.selection;
    const Bank* bank = session.project.bank(at.bank);
    const Part* part = session.project.part_of(at.bank, at.pattern);
    if (!bank || !part || row >= 8) return;
    const int number = int(part - bank->parts);
    const std::string label = fmt::format("Part {} {}: {} plays {}", number + 1, session.project.part_name(at.bank, number),
                                          row_name(row), octatrack::label(slot));
    const bool flex = slot.pool == Pool::flex;
    const SlotNumbers& slots = part->slots[row];
    const auto value = u8(slot.number - 1);
    card::Group group(session.document, label);
    const bool done =
        session.document.set(part->machines[row], flex ? MachineType::flex : MachineType::static_machine, label) &&
        (flex ? session.document.set(slots.flex, value, label) : session.document.set(slots.static_machine, value, label)) &&
        session.document.set(bank->parts_edited, with_part_edited(*bank, number), label);
    if (!done) session.say(session.document.take_refusal(), true);
}

void rename_part(Session& session, int part, std::string_view name) {
    const Bank* bank = session.project.bank(session.selection.bank);
    if (!bank || name == session.project.part_name(session.selection.bank, part)) return;
    const std::string& path = session.project.bank_path(session.selection.bank);
    const auto offset =
        std::size_t(reinterpret_cast<const std::byte*>(&bank->part_names[part]) - session.document.bytes(path).data());
    const auto bytes = parsed({&schema<PartName>.fields[0], offset}, session.document.bytes(path), name);
    if (!bytes) return session.say(sentence(bytes.problem()), true);
    if (!session.document.put(path, offset, *bytes, fmt::format("name of part {}", part + 1)))
        session.say(session.document.take_refusal(), true);
}

std::string copied_part(const Session& session, int part) {
    const int at = session.selection.bank;
    const Bank* bank = session.project.bank(at);
    if (!bank) return {};
    const std::string name = text::utf8_from_latin1(bank->part_names[part].text.view());
    return part_text(bank->parts[part], name, fmt::format("{} bank {} part {}", session.project.name(), bank_letter(at), part + 1));
}

void paste_part(Session& session, int part, std::string_view text) {
    const Bank* bank = session.project.bank(session.selection.bank);
    if (!bank) return;
    const auto clip = parse_part(text);
    if (!clip) return session.say(sentence(clip.problem()), true);
    const std::string label = fmt::format("paste over part {}", part + 1);
    card::Group group(session.document, label);
    if (!change_part(session, part, label, [&](Part& copy) { octatrack::paste_part(copy, *clip); })) return;
    if (!clip->name.empty()) rename_part(session, part, clip->name);
    session.say(fmt::format("{} pasted over part {}", clip->origin.empty() ? "part" : clip->origin, part + 1));
}

void clear_part(Session& session, int part) {
    const std::string label = fmt::format("clear part {} {}", part + 1, session.project.part_name(session.selection.bank, part));
    card::Group group(session.document, label);
    change_part(session, part, label, [&](Part& copy) { make_blank(copy, copy.index); });
}

}  // namespace groovebench::app
