#include "session/file_edits.h"

#include <cstddef>
#include <cstring>

#include "bytes/format.h"
#include "octatrack/part_rules.h"
#include "octatrack/project_edit.h"
#include "octatrack/trigs.h"
#include "session/checks.h"
#include "session/edits.h"
#include "session/part_edits.h"

namespace groovebench::app {
namespace {

using namespace octatrack;
using groovebench::Place;

std::optional<TrigType> type_of_mask(std::string_view name) {
    constexpr std::pair<std::string_view, TrigType> masks[] = {{"trigs", TrigType::trig},
                                                               {"trigless_trigs", TrigType::trigless_trig},
                                                               {"trigless_locks", TrigType::trigless_lock},
                                                               {"one_shots", TrigType::one_shot}};
    for (const auto& [mask, type] : masks)
        if (mask == name) return type;
    return {};
}

// `at` is the place in the track.
template <class Track>
void put_in_track(Track& track, std::size_t at, const Place& place, ByteView bytes) {
    const auto type = place.flag >= 0 ? type_of_mask(place.field->name) : std::nullopt;
    const Place here{place.field, at, place.flag};
    std::memcpy(reinterpret_cast<std::byte*>(&track) + at, bytes.data(), bytes.size());
    if (type)
        place_trig(track, place.flag, number(here, std::as_bytes(std::span(&track, 1))) ? *type : TrigType::none);
    else if (at >= offsetof(Track, locks) && at < offsetof(Track, locks) + sizeof track.locks) {
        const int step = int((at - offsetof(Track, locks)) / lock_count);
        const TrigType now = trig_at(track, step);
        if (now == TrigType::none || now == TrigType::trigless_lock) place_trig(track, step, TrigType::none);
    }
}

template <class Track>
bool put_in_tracks(Session& session, std::string_view path, const Track (&tracks)[8], const Place& place, ByteView bytes,
                   std::string_view label) {
    const auto* file = session.document.bytes(path).data();
    const std::size_t begin = std::size_t(reinterpret_cast<const std::byte*>(tracks) - file);
    const Track& track = tracks[(place.offset - begin) / sizeof(Track)];
    const std::size_t at = (place.offset - begin) % sizeof(Track);
    return change(session.document, path, track, label, [&](Track& copy) { put_in_track(copy, at, place, bytes); });
}

// The effect of a working part, with the values that come with it.
bool put_effect(Session& session, std::string_view path, const Bank& bank, int part, const Place& place, ByteView bytes,
                std::string_view label) {
    const bool first = place.field->name == "fx1";
    const std::size_t at =
        place.offset - std::size_t(reinterpret_cast<const std::byte*>(&bank.parts[part]) - session.document.bytes(path).data());
    const int track = int(at - (first ? offsetof(Part, fx1) : offsetof(Part, fx2)));
    bool offered = true;
    const bool done = change(session.document, path, bank, label, [&](Bank& copy) {
        offered = set_effect(copy, part, track, first ? EffectSlot::fx1 : EffectSlot::fx2, u8(bytes[0]));
    });
    if (!offered) session.say(fmt::format("{} does not offer this effect", first ? "FX1" : "FX2"), true);
    return done;
}

bool put_in_bank(Session& session, std::string_view path, const Bank& bank, const Place& place, ByteView bytes,
                 std::string_view label) {
    const std::size_t patterns = offsetof(Bank, patterns);
    if (place.offset >= patterns && place.offset < patterns + sizeof bank.patterns) {
        const std::size_t at = (place.offset - patterns) % sizeof(Pattern);
        const Pattern& pattern = bank.patterns[(place.offset - patterns) / sizeof(Pattern)];
        if (at >= offsetof(Pattern, tail)) return session.document.put(path, place.offset, bytes, label);
        if (at >= offsetof(Pattern, midi_tracks)) return put_in_tracks(session, path, pattern.midi_tracks, place, bytes, label);
        if (at >= offsetof(Pattern, audio_tracks)) return put_in_tracks(session, path, pattern.audio_tracks, place, bytes, label);
    }
    const int part = part_at(place.offset);
    if (part >= 0 && (place.field->name == "fx1" || place.field->name == "fx2"))
        return put_effect(session, path, bank, part, place, bytes, label);
    mark_part_edited(session, path, place.offset, label);
    return session.document.put(path, place.offset, bytes, label);
}

std::string label_of(std::string_view path, const FileRow& row) { return fmt::format("{} {}", card::name_of(path), row.path); }

// A change of the text, as the rules of the text make it.
template <class Value>
void put_line(Session& session, std::string_view path, const FileRow& row, const Value& value) {
    const auto project = open_project(session.document.bytes(path));
    if (!project) return session.say(sentence(project.problem()), true);
    const SampleBlock* block = row.key.slot ? find_sample(*project, *row.key.slot) : nullptr;
    if (!block && !row.key.setting) return;
    const auto splice = block ? change_attribute(*project, *block, row.key.attribute, value)
                              : octatrack::change_setting(*project, *row.key.setting, value);
    if (!splice) return session.say(sentence(splice.problem()), true);
    if (!session.document.splice(path, splice->offset, splice->before.size(), splice->after, label_of(path, row)))
        session.say(session.document.take_refusal(), true);
}

void put_bytes(Session& session, std::string_view path, const FileRow& row, ByteView bytes) {
    if (!put_field(session, path, row.place(), bytes, label_of(path, row))) session.say(session.document.take_refusal(), true);
}

}  // namespace

bool put_field(Session& session, std::string_view path, const Place& place, ByteView bytes, std::string_view label) {
    card::Group group(session.document, label);
    const Bank* bank = kind_of(path) == FileKind::bank ? session.document.view<Bank>(path) : nullptr;
    return bank ? put_in_bank(session, path, *bank, place, bytes, label) : session.document.put(path, place.offset, bytes, label);
}

void put_value(Session& session, std::string_view path, const FileRow& row, i64 value) {
    if (row.key.known()) return put_line(session, path, row, value);
    put_bytes(session, path, row, encoded(row.place(), session.document.bytes(path), value));
}

void put_typed(Session& session, std::string_view path, const FileRow& row, std::string_view typed) {
    if (row.key.known()) return put_line(session, path, row, typed);
    const auto bytes = parsed(row.place(), session.document.bytes(path), typed);
    if (!bytes) return session.say(sentence(bytes.problem()), true);
    put_bytes(session, path, row, *bytes);
}

bool can_edit(const FileRow& row) {
    if (!row.field || row.folds) return false;
    if (row.key.setting) return octatrack::editable(*row.key.setting);
    return row.key.known() || (groovebench::editable(*row.field) && row.path != "checksum");
}

std::string value_words(const FileRow& row, ByteView file) {
    const bool placed = row.field && !row.key.known() && row.offset + row.size <= file.size();
    const bool mask = row.folds && placed && row.field->kind == Kind::flags;
    return placed && (mask || !row.folds) ? groovebench::shown(row.place(), file) : row.words;
}

}  // namespace groovebench::app
