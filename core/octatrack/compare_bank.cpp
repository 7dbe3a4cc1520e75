// Differences of two banks: steps, tracks and patterns, then parts.
#include <algorithm>
#include <cstring>
#include <format>

#include "octatrack/changes_words.h"
#include "octatrack/compare_detail.h"
#include "octatrack/lock_text.h"
#include "octatrack/trigs.h"

namespace groovebench::octatrack::compare {
namespace {

using changes::from_to;

template <class Record>
ByteView bytes_of_record(const Record& record) {
    return std::as_bytes(std::span(&record, 1));
}

// One track on both sides.
template <class Track>
struct TrackPair {
    const Track &first, &second;
    const Part& part;  // of the second side: whose machines and effects name the locks
    int track;
    std::size_t at;  // in the file
    std::string path;
    Place place;

    ByteView bytes(Side side) const { return bytes_of_record(side == Side::first ? first : second); }
};

// Differences of one track, in the order they are to be shown: the track's own, then step by step.
struct Gathered {
    std::vector<std::pair<int, FileDifference>> list;
    void add(int step, FileDifference difference) { list.emplace_back(step, std::move(difference)); }
};

Place at_step(Place place, int step) {
    place.push_back(std::format("step {}", step + 1));
    return place;
}

constexpr std::string_view type_masks[] = {"trigs", "trigless_trigs", "trigless_locks", "one_shots"};
bool is_type_mask(std::string_view name) { return std::ranges::find(type_masks, name) != std::end(type_masks); }

template <class Track>
u8 type_bits(const Track& track, int step) {
    u8 bits = u8(track.trigs.at(step) | track.trigless_trigs.at(step) << 1 | track.trigless_locks.at(step) << 2);
    if constexpr (requires { track.one_shots; }) bits = u8(bits | track.one_shots.at(step) << 3);
    return bits;
}

// The type of a step is one difference, whatever masks it takes.
template <class Track>
std::vector<Piece> type_pieces(const TrackPair<Track>& pair, int step) {
    std::vector<Piece> pieces;
    for (const Field& field : schema<Track>.fields)
        if (is_type_mask(field.name))
            for (const Piece& piece : pieces_of({&field, field.offset, step}, pair.at)) pieces.push_back(piece);
    return pieces;
}

// Whether nothing but the trigless lock that follows the locks has changed: then the locks tell it.
template <class Track>
bool follows_locks(const TrackPair<Track>& pair, int step) {
    constexpr u8 trigless_lock = 4;
    const bool only = (type_bits(pair.first, step) ^ type_bits(pair.second, step)) == trigless_lock;
    return only && has_locks(pair.first, step) != has_locks(pair.second, step) && type_bits(pair.first, step) <= trigless_lock;
}

std::string type_words(TrigType first, TrigType second) {
    if (first == second) return "masks of trigs";
    const auto word = [](TrigType type) { return std::string(changes::type_word(type)); };
    if (first == TrigType::none) return word(second) + " added";
    return second == TrigType::none ? word(first) + " removed" : from_to(word(first), word(second));
}

template <class Track>
void add_types(const TrackPair<Track>& pair, Gathered& out) {
    for (int step = 0; step < step_count; step++) {
        if (type_bits(pair.first, step) == type_bits(pair.second, step) || follows_locks(pair, step)) continue;
        out.add(step,
                {at_step(pair.place, step), type_words(changes::told_type(pair.first, step), changes::told_type(pair.second, step)),
                 std::format("{}.trigs[{}]", pair.path, step + 1), type_pieces(pair, step)});
    }
}

std::string lock_words(const TrackPair<AudioTrack>& pair, int index, u8 first, u8 second) {
    const auto told = [&](u8 value) { return changes::with_minus(lock_shown(pair.part, pair.track, index, value)); };
    return changes::lock_title(pair.part, pair.track, index) + " " + from_to(told(first), told(second));
}
std::string lock_words(const TrackPair<MidiTrack>&, int index, u8 first, u8 second) {
    const auto told = [&](u8 value) { return changes::with_minus(midi_lock_shown(index, value)); };
    return changes::midi_lock_title(index) + " " + from_to(told(first), told(second));
}
bool lock_exists(const AudioTrack&, int index) { return audio_lock_exists(index); }
bool lock_exists(const MidiTrack&, int index) { return midi_lock_exists(index); }

template <class Track>
void add_lock(const TrackPair<Track>& pair, const Difference& difference, Gathered& out) {
    const std::size_t in_locks = difference.place.offset - offsetof(Track, locks);
    const int step = int(in_locks / lock_count), index = int(in_locks % lock_count);
    FileDifference told{at_step(pair.place, step), {}, pair.path + "." + difference.path, pieces_of(difference.place, pair.at)};
    if (lock_exists(pair.first, index)) {
        told.words = lock_words(pair, index, lock_at(pair.first, step, index), lock_at(pair.second, step, index));
        if (follows_locks(pair, step))
            for (const Piece& piece : type_pieces(pair, step)) told.pieces.push_back(piece);
    } else {
        told.words = plain_words(difference, pair.bytes(Side::first), pair.bytes(Side::second));
    }
    out.add(step, std::move(told));
}

std::string trig_word_words(std::string_view name, TrigWord first, TrigWord second) {
    if (name == "repeats") return "repeats " + from_to(std::to_string(repeats(first)), std::to_string(repeats(second)));
    if (name == "condition") return "condition " + from_to(condition_word(condition(first)), condition_word(condition(second)));
    const auto timing = [](TrigWord word) { return changes::with_minus(micro_timing_text(micro_timing(word))); };
    return "micro-timing " + from_to(timing(first), timing(second));
}

template <class Track>
void add_trig_word(const TrackPair<Track>& pair, const Difference& difference, Gathered& out) {
    const int step = int((difference.place.offset - offsetof(Track, trig_words)) / sizeof(TrigWord));
    out.add(step, {at_step(pair.place, step),
                   trig_word_words(difference.place.field->name, pair.first.trig_words[step], pair.second.trig_words[step]),
                   pair.path + "." + difference.path, pieces_of(difference.place, pair.at)});
}

// Slide, swing, recorder trigs: a bit a step.
template <class Track>
void add_mask(const TrackPair<Track>& pair, const Difference& difference, Gathered& out) {
    each_flag(difference, pair.bytes(Side::first), pair.bytes(Side::second), [&](int step) {
        const groovebench::Place bit{difference.place.field, difference.place.offset, step};
        const bool on = number(bit, pair.bytes(Side::second)) != 0;
        out.add(step, {at_step(pair.place, step), changes::words_of(difference.path) + (on ? " added" : " removed"),
                       std::format("{}.{}[{}]", pair.path, difference.path, step + 1), pieces_of(bit, pair.at)});
    });
}

// One unexplained byte for each step.
void add_unknown_of_steps(const TrackPair<AudioTrack>& pair, const Difference& difference, Gathered& out) {
    for (int step = 0; step < step_count; step++) {
        const u8 first = pair.first.unknown_0x862.bytes[step], second = pair.second.unknown_0x862.bytes[step];
        if (first == second) continue;
        const std::size_t at = pair.at + difference.place.offset + std::size_t(step);
        out.add(step, {at_step(pair.place, step),
                       "byte without a meaning " + from_to(std::to_string(first), std::to_string(second)),
                       pair.path + "." + difference.path,
                       {{{at, at}, {1, 1}}}});
    }
}

template <class Track>
void add_value(const TrackPair<Track>& pair, const Difference& difference, Gathered& out) {
    out.add(-1, {pair.place, plain_words(difference, pair.bytes(Side::first), pair.bytes(Side::second)),
                 pair.path + "." + difference.path, pieces_of(difference.place, pair.at)});
}

template <class Track>
void add_field(const TrackPair<Track>& pair, const Difference& difference, Gathered& out) {
    const std::size_t offset = difference.place.offset;
    const Field& field = *difference.place.field;
    if (offset >= offsetof(Track, trig_words)) return add_trig_word(pair, difference, out);
    if constexpr (std::is_same_v<Track, AudioTrack>)
        if (field.name == "unknown_0x862") return add_unknown_of_steps(pair, difference, out);
    if (offset >= offsetof(Track, locks)) return add_lock(pair, difference, out);
    if (field.kind != Kind::flags) return add_value(pair, difference, out);
    if (!is_type_mask(field.name)) add_mask(pair, difference, out);
}

template <class Track>
void add_track(std::vector<FileDifference>& list, const TrackPair<Track>& pair) {
    if (!std::memcmp(&pair.first, &pair.second, sizeof(Track))) return;
    Gathered gathered;
    add_types(pair, gathered);
    for (const Difference& difference : diff(schema<Track>, pair.bytes(Side::first), pair.bytes(Side::second)))
        add_field(pair, difference, gathered);
    std::ranges::stable_sort(gathered.list, {}, [](const auto& one) { return one.first; });
    for (auto& one : gathered.list) list.push_back(std::move(one.second));
}

void add_tail(std::vector<FileDifference>& list, const Bank& first, const Bank& second, int p, const Place& place) {
    const PatternTail &a = first.patterns[p].tail, &b = second.patterns[p].tail;
    const std::size_t at = offsetof(Bank, patterns) + std::size_t(p) * sizeof(Pattern) + offsetof(Pattern, tail);
    for (const Difference& difference : diff(schema<PatternTail>, bytes_of_record(a), bytes_of_record(b))) {
        const bool part = difference.place.field->name == "part";
        list.push_back({place,
                        part ? from_to(changes::part_title(first, a.part), changes::part_title(second, b.part))
                             : plain_words(difference, bytes_of_record(a), bytes_of_record(b)),
                        std::format("patterns[{}].tail.{}", p + 1, difference.path), pieces_of(difference.place, at)});
    }
}

void add_pattern(std::vector<FileDifference>& list, const Bank& first, const Bank& second, int bank, int p) {
    const Pattern &a = first.patterns[p], &b = second.patterns[p];
    if (!std::memcmp(&a, &b, sizeof a)) return;
    const Place place = {std::format("Bank {}", bank_letter(bank)), pattern_name(bank, p)};
    const auto track_place = [&](char kind, int t) { return Place{place[0], place[1], std::format("{}{}", kind, t + 1)}; };
    const Part& part = second.parts[b.tail.part & 3];
    const std::size_t at = offsetof(Bank, patterns) + std::size_t(p) * sizeof(Pattern);
    for (int t = 0; t < track_count; t++)
        add_track<AudioTrack>(list, {a.audio_tracks[t], b.audio_tracks[t], part, t,
                                     at + offsetof(Pattern, audio_tracks) + std::size_t(t) * sizeof(AudioTrack),
                                     std::format("patterns[{}].audio_tracks[{}]", p + 1, t + 1), track_place('T', t)});
    for (int t = 0; t < track_count; t++)
        add_track<MidiTrack>(list, {a.midi_tracks[t], b.midi_tracks[t], part, t,
                                    at + offsetof(Pattern, midi_tracks) + std::size_t(t) * sizeof(MidiTrack),
                                    std::format("patterns[{}].midi_tracks[{}]", p + 1, t + 1), track_place('M', t)});
    add_tail(list, first, second, p, place);
}

void add_part(std::vector<FileDifference>& list, const Part& first, const Part& second, const Place& place, std::size_t at,
              const std::string& path) {
    const ByteView a = bytes_of_record(first), b = bytes_of_record(second);
    for (const Difference& difference : diff(schema<Part>, a, b)) {
        const std::string full = path + "." + difference.path;
        if (difference.place.field->kind == Kind::flags) {
            each_flag(difference, a, b, [&](int flag) {
                const groovebench::Place bit{difference.place.field, difference.place.offset, flag};
                list.push_back(
                    {place,
                     std::format("{} {} {}", changes::words_of(difference.path), flag + 1, from_to(shown(bit, a), shown(bit, b))),
                     std::format("{}[{}]", full, flag + 1), pieces_of(bit, at)});
            });
            continue;
        }
        list.push_back({place,
                        changes::part_field_title(second, difference) + " " +
                            from_to(changes::part_field_value(first, difference), changes::part_field_value(second, difference)),
                        full, pieces_of(difference.place, at)});
    }
}

// A value of the bank that belongs to a part: its name, its flag, its bit.
void add_part_values(std::vector<FileDifference>& list, const Bank& first, const Bank& second, const std::string& letter) {
    const ByteView a = bytes_of_record(first), b = bytes_of_record(second);
    const auto add = [&](int part, std::string_view what, const std::string& path) {
        const auto place = find(schema<Bank>, path);
        const groovebench::Place& at = *place;
        const bool bit = at.flag >= 0;
        if (bit ? number(at, a) == number(at, b) : !std::memcmp(a.data() + at.offset, b.data() + at.offset, at.field->size)) return;
        const std::string was = shown(at, a), is = shown(at, b);
        const std::string words =
            was == is ? std::format("bytes behind the {}", what) : std::format("{} {}", what, from_to(was, is));
        list.push_back({{letter, changes::part_title(second, part)}, words, path, pieces_of(at, 0)});
    };
    for (int i = 0; i < part_count; i++) {
        add(i, "saved flag", std::format("part_saved[{}]", i + 1));
        add(i, "edited", std::format("parts_edited[{}]", i + 1));
        add(i, "name", std::format("part_names[{}].text", i + 1));
    }
    if (const u8 other = u8((first.parts_edited ^ second.parts_edited) & 0xF0)) {
        const std::size_t at = offsetof(Bank, parts_edited);
        list.push_back({{letter}, "edited bits of no part", "parts_edited", {{{at, at}, {1, 1}, other}}});
    }
}

// Whether the step keeps the rule that the trigless lock of a step without a trig follows its locks.
template <class Track>
bool keeps_rule(const Track& track, int step) {
    const TrigType type = trig_at(track, step);
    return (type != TrigType::none || !has_locks(track, step)) && (type != TrigType::trigless_lock || has_locks(track, step));
}

template <class Track>
void keep_rule_of_steps(Track& into, const Track& before, const Track& from) {
    if (!std::memcmp(&into, &before, sizeof into)) return;
    for (int step = 0; step < step_count; step++) {
        const TrigType type = trig_at(into, step);
        const bool follows = type == TrigType::none || type == TrigType::trigless_lock;
        if (follows && step_at(into, step) != step_at(before, step) && keeps_rule(from, step))
            place_trig(into, step, TrigType::none);
    }
}

void keep_rule_of_part(Bank& into, const Bank& before, const Bank& from, int i) {
    const auto same = [](const Part& a, const Part& b) { return !std::memcmp(&a, &b, sizeof a); };
    if (same(into.parts[i], before.parts[i]) && same(into.saved_parts[i], before.saved_parts[i])) return;
    if (!same(from.parts[i], from.saved_parts[i]) && !from.parts_edited.at(i)) return;
    if (!same(into.parts[i], into.saved_parts[i]))
        into.parts_edited.put(i, true);
    else if (same(into.parts[i], from.parts[i]) && same(into.saved_parts[i], from.saved_parts[i]))
        into.parts_edited.put(i, from.parts_edited.at(i));
}

}  // namespace

void add_bank(std::vector<FileDifference>& list, const Bank& first, const Bank& second, int bank) {
    const std::string letter = std::format("Bank {}", bank_letter(bank));
    for (int p = 0; p < pattern_count; p++) add_pattern(list, first, second, bank, p);
    for (int i = 0; i < part_count; i++) {
        const std::size_t at = std::size_t(i) * sizeof(Part);
        add_part(list, first.parts[i], second.parts[i], {letter, changes::part_title(second, i)}, offsetof(Bank, parts) + at,
                 std::format("parts[{}]", i + 1));
        add_part(list, first.saved_parts[i], second.saved_parts[i], {letter, changes::part_title(second, i), "saved copy"},
                 offsetof(Bank, saved_parts) + at, std::format("saved_parts[{}]", i + 1));
    }
    add_part_values(list, first, second, letter);
    add_plain(list, {letter}, schema<decltype(Bank::header)>, bytes_of_record(first.header), bytes_of_record(second.header), 0,
              "header.");
}

void keep_rules(Bank& into, const Bank& before, const Bank& from) {
    for (int p = 0; p < pattern_count; p++)
        for (int t = 0; t < track_count; t++) {
            keep_rule_of_steps(into.patterns[p].audio_tracks[t], before.patterns[p].audio_tracks[t],
                               from.patterns[p].audio_tracks[t]);
            keep_rule_of_steps(into.patterns[p].midi_tracks[t], before.patterns[p].midi_tracks[t], from.patterns[p].midi_tracks[t]);
        }
    for (int i = 0; i < part_count; i++) keep_rule_of_part(into, before, from, i);
}

}  // namespace groovebench::octatrack::compare
