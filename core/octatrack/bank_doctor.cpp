#include "octatrack/bank_doctor.h"

#include <algorithm>
#include <cstring>
#include <format>

#include "octatrack/arrangement.h"
#include "octatrack/bank_tags.h"
#include "octatrack/markers.h"
#include "octatrack/sample_settings.h"
#include "octatrack/trigs.h"
#include "schema/walk.h"

namespace groovebench::octatrack {
namespace {

constexpr std::size_t nowhere = Problem::nowhere, ending_at = offsetof(Bank, part_saved), ending_size = sizeof(Bank) - ending_at;
constexpr std::size_t part_name_size = sizeof(PartName);

bool plausible(const PatternTail& tail) {
    const bool zeros = !tail.zero.bytes[0] && !tail.zero.bytes[1];
    return zeros && validate(schema<PatternTail>, std::as_bytes(std::span(&tail, 1)), 1).empty();
}

// Bytes of a part that are the same in every file, where bytes that moved would show. Letters of part names, read as an
// arpeggio, are out of its range.
bool plausible(const Part& part) {
    for (const Scene& scene : part.scenes)
        for (const AudioLock& lock : scene.tracks)
            if (lock.unused.bytes[0] != no_lock || lock.sample_slot != no_lock) return false;
    for (const SceneLevels& levels : part.scene_levels)
        if (levels.unused.bytes[0] != no_lock || levels.unused.bytes[1] != no_lock) return false;
    for (const ArpSequence& sequence : part.arp_sequences)
        for (const i8 step : sequence.steps)
            if (step < -64 || step > 63) return false;
    return true;
}

// Flags, mask, and four names that say something.
bool plausible_ending(ByteView file, std::size_t at) {
    if (at > file.size() || file.size() - at < ending_size) return false;
    for (std::size_t i = 0; i < part_count; i++)
        if (u8(file[at + i]) > 1) return false;
    for (std::size_t i = 0; i < part_count; i++) {
        const auto field = text_of(file.subspan(at + part_count + 1 + i * part_name_size, part_name_size));
        const auto name = field.substr(0, field.find('\0'));
        if (name.empty() || name.size() == field.size()) return false;
        if (std::ranges::any_of(name, [](char c) { return u8(c) < ' '; })) return false;
    }
    return true;
}

// What of the layout the tags show to be whole.
class Examination {
public:
    explicit Examination(ByteView bytes) : file(bytes), shifts(tags::displacements(bytes)) {}

    bool has_tags() const {
        return std::ranges::any_of(shifts, [](const auto& shift) { return shift.has_value(); });
    }
    BankDamage damage() {
        BankDamage out;
        for (int p = 0; p < pattern_count; p++) out.patterns[std::size_t(p)] = pattern(p);
        for (int i = 0; i < part_count; i++) out.parts[std::size_t(i)] = part(i);
        for (int i = 0; i < part_count; i++) out.saved_parts[std::size_t(i)] = part(part_count + i);
        out.ending = ending(out.saved_parts.back());
        out.gaps = gaps();
        return out;
    }

private:
    std::optional<i64> shift_at(int tag) const { return shifts[std::size_t(tag)]; }
    std::size_t place_of(int tag, i64 shift) const { return std::size_t(i64(tags::layout()[std::size_t(tag)].offset) + shift); }
    int next_found(int tag) const {
        do tag++;
        while (tag < tags::tag_count && !shift_at(tag));
        return tag;
    }
    int previous_found(int tag) const {
        do tag--;
        while (tag >= 0 && !shift_at(tag));
        return tag;
    }
    i64 end_shift() const { return i64(file.size()) - i64(sizeof(Bank)); }

    // How what begins with `tag` and has `size` bytes ends: followed, at its distance, by the next tag that was found; or
    // with room for all its bytes; or with less.
    enum class End : u8 { sure, open, short_of_bytes };
    End end_of(int tag, std::size_t size) const {
        const i64 shift = *shift_at(tag);
        const int next = next_found(tag);
        const i64 next_shift = next < tags::tag_count ? *shift_at(next) : end_shift();
        if (next_shift == shift) return End::sure;
        const std::size_t limit = next < tags::tag_count ? place_of(next, next_shift) : file.size();
        return place_of(tag, shift) + size <= limit ? End::open : End::short_of_bytes;
    }

    // Where a tag must have been that was overwritten: its neighbours lie as far from their places as one another.
    std::optional<i64> shift_or_neighbours(int tag) const {
        if (shift_at(tag)) return shift_at(tag);
        const int before = previous_found(tag), after = next_found(tag);
        const i64 left = before >= 0 ? *shift_at(before) : 0;
        const i64 right = after < tags::tag_count ? *shift_at(after) : end_shift();
        return left == right ? std::optional(left) : std::nullopt;
    }

    std::size_t track(int tag, std::size_t size) const {
        return shift_at(tag) && end_of(tag, size) == End::sure ? place_of(tag, *shift_at(tag)) : nowhere;
    }
    // The tail follows M8, or stands before the next pattern or part.
    std::size_t tail(int last_track, int next) const {
        constexpr std::size_t behind = sizeof(MidiTrack);
        const auto good = [&](std::size_t at) {
            const PatternTail* tail = overlay<PatternTail>(file, at);
            return tail && plausible(*tail);
        };
        if (const auto shift = shift_at(next); shift && place_of(next, *shift) >= sizeof(PatternTail))
            if (const std::size_t at = place_of(next, *shift) - sizeof(PatternTail); good(at)) return at;
        if (const auto shift = shift_at(last_track); shift && good(place_of(last_track, *shift) + behind))
            return place_of(last_track, *shift) + behind;
        return nowhere;
    }

    FoundPattern pattern(int p) const {
        const int first = tags::pattern_tag(p), next = first + tags::tags_of_pattern, last_track = next - 1;
        FoundPattern found;
        for (int t = 0; t < 2 * track_count; t++)
            found.tracks[std::size_t(t)] = track(first + 1 + t, t < track_count ? sizeof(AudioTrack) : sizeof(MidiTrack));
        found.tail = tail(last_track, next);
        found.damage = whole_pattern(first, found);
        if (found.damage <= Damage::doubtful) return found;
        const bool any = std::ranges::any_of(found.tracks, [](std::size_t at) { return at != nowhere; });
        found.damage = any ? Damage::partial : Damage::lost;
        return found;
    }
    // One displacement for all of it. The tags that are not there were overwritten.
    Damage whole_pattern(int first, FoundPattern& found) const {
        const auto shift = shift_or_neighbours(first);
        bool all_there = shift_at(first).has_value();
        if (!shift) return Damage::lost;
        int last = shift_at(first) ? first : -1;
        for (int tag = first + 1; tag < first + tags::tags_of_pattern; tag++) {
            if (shift_at(tag) && *shift_at(tag) != *shift) return Damage::lost;
            if (shift_at(tag)) last = tag;
            all_there = all_there && shift_at(tag);
        }
        if (last < 0) return Damage::lost;  // nothing shows that it is there at all
        const std::size_t at = place_of(first, *shift), left = at + sizeof(Pattern) - place_of(last, *shift);
        const End end = end_of(last, left);
        const PatternTail* tail = overlay<PatternTail>(file, at + offsetof(Pattern, tail));
        if (end == End::short_of_bytes || !tail || (end == End::open && !plausible(*tail))) return Damage::lost;
        found.at = at;
        return all_there && end == End::sure ? Damage::none : Damage::doubtful;
    }

    FoundPart part(int n) const {
        const int tag = tags::part_tag(n);
        const auto shift = shift_or_neighbours(tag);
        if (!shift) return {Damage::lost, nowhere};
        const std::size_t at = place_of(tag, *shift);
        const Part* view = overlay<Part>(file, at);
        if (!view) return {Damage::lost, nowhere};
        if (!shift_at(tag)) return plausible(*view) ? FoundPart{Damage::doubtful, at} : FoundPart{Damage::lost, nowhere};
        const End end = end_of(tag, sizeof(Part));
        if (end == End::sure) return {Damage::none, at};
        return end == End::open && plausible(*view) ? FoundPart{Damage::doubtful, at} : FoundPart{Damage::lost, nowhere};
    }

    // Behind the last part, or before the end of the file.
    FoundPart ending(const FoundPart& last_part) const {
        const std::size_t behind = last_part.at == nowhere ? nowhere : last_part.at + sizeof(Part);
        const bool fits = behind != nowhere && behind + ending_size == file.size();
        if (last_part.damage == Damage::none || fits) return {Damage::none, behind};
        if (behind != nowhere && plausible_ending(file, behind)) return {Damage::doubtful, behind};
        const std::size_t before_end = file.size() < ending_size ? nowhere : file.size() - ending_size;
        if (before_end != nowhere && plausible_ending(file, before_end)) return {Damage::doubtful, before_end};
        return {Damage::lost, nowhere};
    }

    std::vector<Gap> gaps() const {
        std::vector<Gap> out;
        i64 shift = 0;
        std::size_t from = 0;
        int before = -1;
        for (int tag = next_found(-1);; tag = next_found(tag)) {
            const bool is_end = tag >= tags::tag_count;
            const i64 here = is_end ? end_shift() : *shift_at(tag);
            const std::size_t to = is_end ? file.size() : place_of(tag, here);
            if (here != shift || tag != before + 1) out.push_back({from, to, here - shift});
            if (is_end) return out;
            shift = here, from = to, before = tag;
        }
    }

    ByteView file;
    std::vector<std::optional<i64>> shifts;
};

// Another kind of file, or another version, says so in a head that is otherwise right.
std::optional<Problem> foreign_head(ByteView file) {
    const bool form = file.size() >= 22 && text_of(file.first(4)) == "FORM" && text_of(file.subspan(8, 4)) == "DPS1";
    if (!form) return {};
    const auto outcome = check_container(file, file.size(), "BANK", Header<"BANK", 23>::known_version);
    const std::string_view tag = text_of(file.subspan(12, 4));
    const bool other_kind = tag == "SAMP" || tag == "ARRA" || tag == "SMPA";
    if (!outcome && (other_kind || outcome.problem().cause == Cause::unsupported)) return outcome.problem();
    return {};
}

}  // namespace

bool BankDamage::is_sound() const {
    const auto none = [](const auto& found) { return found.damage == Damage::none; };
    return gaps.empty() && head_is_right && ending.damage == Damage::none && std::ranges::all_of(patterns, none) &&
           std::ranges::all_of(parts, none) && std::ranges::all_of(saved_parts, none);
}

Result<BankDamage> examine_bank(ByteView file) {
    if (file.size() > 2 * sizeof(Bank))
        return Problem{.offset = 2 * sizeof(Bank),
                       .path = "size",
                       .expected = std::format("about {} bytes", sizeof(Bank)),
                       .found = std::format("{} bytes", file.size())};
    if (const auto foreign = foreign_head(file)) return *foreign;
    Examination examination(file);
    if (!examination.has_tags())
        return Problem{.offset = 0, .path = "patterns", .expected = "tags of a bank: PTRN, TRAC, MTRA, PART", .found = "none"};
    BankDamage damage = examination.damage();
    const auto outcome = check_container(file, file.size(), "BANK", Header<"BANK", 23>::known_version);
    damage.head_is_right = bool(outcome);
    damage.checksum_is_right = !checksum_problem(file);
    return damage;
}

Result<Bytes> with_mended_checksum(ByteView file) {
    const Outcome known[] = {check_container(file, sizeof(Bank), "BANK", Header<"BANK", 23>::known_version),
                             check_container(file, sizeof(Markers), "SAMP", Header<"SAMP", 4>::known_version),
                             check_container(file, sizeof(Arrangement), "ARRA", Header<"ARRA", 6>::known_version),
                             check_container(file, sizeof(SampleSettings), "SMPA", Header<"SMPA", 2>::known_version)};
    for (const Outcome& one : known)
        if (one) {
            Bytes copy(file.begin(), file.end());
            seal(copy);
            return copy;
        }
    // The one that knows most of the file says why: its kind is right, and its version or size is not.
    for (const Outcome& one : known)
        if (one.problem().path != "header.tag" && one.problem().path != "header.form") return one.problem();
    return known[0].problem();
}

}  // namespace groovebench::octatrack
