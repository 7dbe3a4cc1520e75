// The bank doctor's words and its other bank: what is whole in its place, blanks where something is lost.
#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "bytes/format.h"
#include "octatrack/bank_doctor.h"
#include "octatrack/blank.h"
#include "octatrack/new_file.h"
#include "octatrack/trigs.h"

namespace groovebench::octatrack {
namespace {

constexpr std::size_t nowhere = Problem::nowhere;

std::string track_label(std::size_t t) {
    return t < track_count ? fmt::format("T{}", t + 1) : fmt::format("M{}", t - track_count + 1);
}

std::string lost_tracks(const FoundPattern& found) {
    std::string list;
    for (std::size_t t = 0; t < found.tracks.size(); t++)
        if (found.tracks[t] == nowhere) list += (list.empty() ? "" : ", ") + track_label(t);
    if (found.tail == nowhere) list += std::string(list.empty() ? "" : ", ") + "lengths and tempo";
    return list;
}

std::string bytes_text(i64 bytes) {
    if (bytes == 0) return "tags overwritten";
    const i64 n = std::abs(bytes);
    const bool pattern_like = n >= i64(sizeof(Pattern));
    return fmt::format("{} byte{} {}{}", n, n == 1 ? "" : "s", bytes < 0 ? "lost" : "too many",
                       pattern_like ? " (patterns bear no number: some may stand in another's place)" : "");
}

std::string pattern_state(const FoundPattern& found) {
    if (found.damage == Damage::lost) return "lost";
    if (found.damage == Damage::partial) return "lost: " + lost_tracks(found);
    return "whole, but bytes next to it have moved or its tags were overwritten";
}

template <class Record>
void take(ByteView file, std::size_t at, Record& into) {
    std::memcpy(static_cast<void*>(&into), file.data() + at, sizeof into);
}

template <class Track>
void take_track(ByteView file, std::size_t at, Track& into) {
    if (at != nowhere) take(file, at, into);
}

// Tags and numbers as the layout has them: those of a doubtful record may be gone.
void write_tags(Pattern& pattern) {
    const auto mark = [](auto& record, int index) {
        write_constant(record.tag);
        std::memset(record.zero.bytes, 0, sizeof record.zero.bytes);
        record.index = u8(index);
    };
    write_constant(pattern.tag);
    std::memset(pattern.zero.bytes, 0, sizeof pattern.zero.bytes);
    for (int t = 0; t < track_count; t++) mark(pattern.audio_tracks[t], t), mark(pattern.midi_tracks[t], t);
}

void rebuild_pattern(ByteView file, const FoundPattern& found, Pattern& into) {
    if (found.at != nowhere) {
        take(file, found.at, into);
        write_tags(into);
        return;
    }
    for (std::size_t t = 0; t < track_count; t++) {
        take_track(file, found.tracks[t], into.audio_tracks[t]);
        take_track(file, found.tracks[t + track_count], into.midi_tracks[t]);
    }
    if (found.damage == Damage::partial && found.tail != nowhere) take(file, found.tail, into.tail);
}

void rebuild_part(ByteView file, const FoundPart& found, int index, Part& into) {
    if (found.at == nowhere) return;
    take(file, found.at, into);
    write_constant(into.tag);
    std::memset(into.zero.bytes, 0, sizeof into.zero.bytes);
    into.index = u8(index);
}

// Flags, mask and names as they were; a saved copy that is blank now must not be offered as one, and a working part that
// is blank now differs from its saved copy.
void rebuild_ending(ByteView file, const BankDamage& damage, Bank& into) {
    constexpr std::size_t at = offsetof(Bank, part_saved), size = offsetof(Bank, checksum) - at;
    if (damage.ending.at != nowhere) std::memcpy(reinterpret_cast<std::byte*>(&into) + at, file.data() + damage.ending.at, size);
    for (int i = 0; i < part_count; i++) {
        const bool working = damage.parts[std::size_t(i)].at != nowhere, saved = damage.saved_parts[std::size_t(i)].at != nowhere;
        const bool differ = std::memcmp(&into.parts[i], &into.saved_parts[i], sizeof(Part)) != 0;
        if (damage.ending.at == nowhere) {
            const auto blank = std::make_unique<Part>();
            make_blank(*blank, i);
            into.part_saved[i] = u8(saved && std::memcmp(blank.get(), &into.saved_parts[i], sizeof(Part)) != 0);
        }
        if (!saved) into.part_saved[i] = 0;
        if ((damage.ending.at == nowhere || !working || !saved) && differ) into.parts_edited.put(i, true);
    }
}

std::vector<std::string> notes_of(const BankDamage& damage) {
    std::vector<std::string> notes;
    for (std::size_t p = 0; p < damage.patterns.size(); p++) {
        const FoundPattern& found = damage.patterns[p];
        if (found.damage == Damage::partial) notes.push_back(fmt::format("Pattern {}: blank now: {}", p + 1, lost_tracks(found)));
        if (found.damage == Damage::lost) notes.push_back(fmt::format("Pattern {}: blank now", p + 1));
        if (found.damage == Damage::doubtful) notes.push_back(fmt::format("Pattern {}: kept; look at its end", p + 1));
    }
    const auto add = [&](const auto& parts, std::string_view name) {
        for (std::size_t i = 0; i < parts.size(); i++)
            if (parts[i].damage != Damage::none)
                notes.push_back(
                    fmt::format("{} {}: {}", name, i + 1, parts[i].damage == Damage::lost ? "blank now" : "kept; look at its end"));
    };
    add(damage.parts, "Part");
    add(damage.saved_parts, "Saved part");
    if (damage.ending.damage == Damage::lost) notes.push_back("Names of the parts: those of a new bank now");
    return notes;
}

void add_part_findings(const auto& parts, std::string_view name, std::vector<Problem>& problems) {
    for (std::size_t i = 0; i < parts.size(); i++)
        if (parts[i].damage != Damage::none)
            problems.push_back({.severity = parts[i].damage == Damage::lost ? Severity::error : Severity::warning,
                                .offset = parts[i].at,
                                .path = fmt::format("{}[{}]", name, i + 1),
                                .expected = "a whole part",
                                .found = parts[i].damage == Damage::lost
                                             ? "lost"
                                             : "whole, but bytes next to it have moved or its tag was overwritten"});
}

}  // namespace

std::vector<Problem> damage_findings(const BankDamage& damage) {
    std::vector<Problem> problems;
    if (!damage.head_is_right)
        problems.push_back({.offset = 0, .path = "header", .expected = "the head of a bank, version 23", .found = "another"});
    for (const Gap& gap : damage.gaps)
        problems.push_back({.offset = gap.from,
                            .path = "layout",
                            .expected = "every tag at its distance",
                            .found = fmt::format("{} between 0x{:X} and 0x{:X}", bytes_text(gap.bytes), gap.from, gap.to)});
    for (std::size_t p = 0; p < damage.patterns.size(); p++)
        if (const FoundPattern& found = damage.patterns[p]; found.damage != Damage::none)
            problems.push_back({.severity = found.damage == Damage::doubtful ? Severity::warning : Severity::error,
                                .offset = found.at,
                                .path = fmt::format("patterns[{}]", p + 1),
                                .expected = "a whole pattern",
                                .found = pattern_state(found)});
    add_part_findings(damage.parts, "parts", problems);
    add_part_findings(damage.saved_parts, "saved_parts", problems);
    if (damage.ending.damage != Damage::none)
        problems.push_back({.severity = Severity::warning,
                            .offset = damage.ending.at,
                            .path = "part_names",
                            .expected = "flags and names behind the last part",
                            .found = damage.ending.damage == Damage::lost ? "lost" : "found by what they look like"});
    return problems;
}

RebuiltBank rebuild_bank(ByteView file, const BankDamage& damage) {
    RebuiltBank out{blank_bank(), notes_of(damage)};
    Bank& bank = *overlay<Bank>(out.bytes);
    if (damage.head_is_right) take(file, 0, bank.header);
    for (int p = 0; p < pattern_count; p++) rebuild_pattern(file, damage.patterns[std::size_t(p)], bank.patterns[p]);
    for (int i = 0; i < part_count; i++) {
        rebuild_part(file, damage.parts[std::size_t(i)], i, bank.parts[i]);
        rebuild_part(file, damage.saved_parts[std::size_t(i)], i, bank.saved_parts[i]);
    }
    rebuild_ending(file, damage, bank);
    seal(out.bytes);
    return out;
}

}  // namespace groovebench::octatrack
