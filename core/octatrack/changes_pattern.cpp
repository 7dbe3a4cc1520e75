// Changes of a pattern in words: trigs, locks, trig words, recorder trigs, slide, swing; the rest by field.
#include <bit>
#include <cstring>
#include <format>
#include <map>

#include "octatrack/changes_words.h"
#include "octatrack/lock_text.h"
#include "octatrack/trigs.h"
#include "text/latin1.h"

namespace groovebench::octatrack::changes {
namespace {

constexpr std::size_t type_count = 5, lines_per_track = 60, values_told = 4;
template <class Track>
void add_types(Lines& lines, const Track& before, const Track& after) {
    u64 steps[type_count][type_count] = {};
    for (int step = 0; step < step_count; step++) {
        const auto was = std::size_t(told_type(before, step)), is = std::size_t(told_type(after, step));
        if (was != is) steps[was][is] |= u64(1) << step;
    }
    for (std::size_t was = 0; was < type_count; was++)
        for (std::size_t is = 0; is < type_count; is++) {
            const u64 mask = steps[was][is];
            if (!mask) continue;
            if (was && is)
                lines.add(std::format("{} → {} {}", type_word(TrigType(was)), type_word(TrigType(is)), on_steps(mask)));
            else
                lines.add(std::format("{} {} ({})", count(std::popcount(mask), type_word(TrigType(was + is))),
                                      was ? "removed" : "added", step_list(mask)));
        }
}

struct Locks {
    const Part& part;
    int track;
};
std::string title(const Locks& locks, const AudioTrack&, int index) { return lock_title(locks.part, locks.track, index); }
std::string title(const Locks&, const MidiTrack&, int index) { return midi_lock_title(index); }
std::string value(const Locks& locks, const AudioTrack&, int index, u8 v) {
    return with_minus(lock_shown(locks.part, locks.track, index, v));
}
std::string value(const Locks&, const MidiTrack&, int index, u8 v) { return with_minus(midi_lock_shown(index, v)); }

template <class Track>
void add_locks(Lines& lines, const Locks& locks, const Track& before, const Track& after) {
    for (int index = 0; index < lock_count; index++) {
        std::map<u8, u64> by_value;
        u64 all = 0;
        for (int step = 0; step < step_count; step++) {
            const u8 is = lock_at(after, step, index);
            if (is == lock_at(before, step, index)) continue;
            by_value[is] |= u64(1) << step;
            all |= is == no_lock ? 0 : u64(1) << step;
        }
        if (by_value.empty()) continue;
        const std::string name = title(locks, after, index);
        if (by_value.contains(no_lock)) lines.add(std::format("{} unlocked {}", name, on_steps(by_value[no_lock])));
        by_value.erase(no_lock);
        if (by_value.size() > values_told) {
            lines.add(std::format("{} locked {}", name, on_steps(all)));
            continue;
        }
        for (const auto& [v, steps] : by_value)
            lines.add(std::format("{} locked to {} {}", name, value(locks, after, index, v), on_steps(steps)));
    }
}

// One of the three things in a trig word, by the value it has now.
template <class Track, class Read, class Tell>
void add_word_part(Lines& lines, const Track& before, const Track& after, Read read, Tell tell) {
    std::map<int, u64> by_value;
    for (int step = 0; step < step_count; step++)
        if (const int is = read(after.trig_words[step]); is != read(before.trig_words[step])) by_value[is] |= u64(1) << step;
    for (const auto& [v, steps] : by_value) lines.add(tell(v) + " " + on_steps(steps));
}

template <class Track>
void add_words(Lines& lines, const Track& before, const Track& after) {
    add_word_part(lines, before, after, condition,
                  [](int v) { return v ? "condition " + condition_word(v) : std::string("condition taken off"); });
    add_word_part(lines, before, after, micro_timing, [](int v) {
        return v ? "micro-timing " + with_minus(micro_timing_text(v)) : std::string("micro-timing taken off");
    });
    add_word_part(lines, before, after, repeats,
                  [](int v) { return v > 1 ? count(v, "repeat") : std::string("repeats taken off"); });
}

void add_bits(Lines& lines, std::string_view name, u64 before, u64 after) {
    if (const u64 on = after & ~before) lines.add(std::format("{} added ({})", name, step_list(on)));
    if (const u64 off = before & ~after) lines.add(std::format("{} removed ({})", name, step_list(off)));
}

// Recorder trigs that came or went are told as such; sources by name where the trig stays.
void add_recorder(Lines& lines, const AudioTrack& before, const AudioTrack& after) {
    const u64 was = before.rec_ab | before.rec_cd | before.rec_src3, is = after.rec_ab | after.rec_cd | after.rec_src3;
    const u64 full = after.rec_ab & after.rec_cd & after.rec_src3, stays = was & is;
    if (const u64 added = is & ~was)
        lines.add(std::format("{} added ({})", count(std::popcount(added), "recorder trig"), step_list(added)));
    if (const u64 gone = was & ~is)
        lines.add(std::format("{} removed ({})", count(std::popcount(gone), "recorder trig"), step_list(gone)));
    const u64 partial = stays | (is & ~was & ~full);  // where each source is worth a word
    const struct {
        std::string_view name;
        u64 was, is;
    } sources[] = {
        {"AB", before.rec_ab, after.rec_ab}, {"CD", before.rec_cd, after.rec_cd}, {"SRC3", before.rec_src3, after.rec_src3}};
    for (const auto& source : sources)
        add_bits(lines, std::format("recorder source {}", source.name), source.was & partial, source.is & partial);
    add_bits(lines, "recorder one-shot", before.rec_one_shots, after.rec_one_shots);
}

void add_masks(Lines& lines, const AudioTrack& before, const AudioTrack& after) {
    add_recorder(lines, before, after);
    add_bits(lines, "slide", before.slide, after.slide);
    add_bits(lines, "swing", before.swing, after.swing);
}
void add_masks(Lines& lines, const MidiTrack& before, const MidiTrack& after) {
    add_bits(lines, "swing", before.swing, after.swing);
}

// What has been told above is made equal, so that the rest can be told by field.
template <class Track>
void add_rest(Lines& lines, const Track& before, const Track& after) {
    Track told = before;
    for (int step = 0; step < step_count; step++) {
        Step now = step_at(after, step);
        const Step was = step_at(before, step);
        now.unknown = was.unknown;
        if constexpr (std::is_same_v<Track, AudioTrack>)
            now.locks[audio_unused_lock] = was.locks[audio_unused_lock];
        else
            now.locks[30] = was.locks[30], now.locks[31] = was.locks[31];
        put_step(told, step, now);
    }
    add_differences(lines, told, after);
}

template <class Track>
void add_track(std::vector<std::string>& out, const std::string& prefix, const Part& part, int t, const Track& before,
               const Track& after) {
    if (!std::memcmp(&before, &after, sizeof before)) return;
    Lines lines(out, prefix);
    const std::size_t first = lines.size();
    add_types(lines, before, after);
    add_locks(lines, {part, t}, before, after);
    add_words(lines, before, after);
    add_masks(lines, before, after);
    add_rest(lines, before, after);
    // Bits that contradict each other can change without a change of what the step plays.
    if (lines.size() == first) lines.add("masks of trigs changed");
    lines.cap(first, lines_per_track);
}

void add_tail(Lines& lines, const Bank& before_bank, const Bank& after_bank, const PatternTail& before, const PatternTail& after) {
    PatternTail told = before;
    if (before.part != after.part) lines.add(from_to(part_title(before_bank, before.part), part_title(after_bank, after.part)));
    told.part = after.part;
    add_differences(lines, told, after);
}

}  // namespace

std::string_view type_word(TrigType type) {
    constexpr std::string_view words[type_count] = {"", "trig", "trigless trig", "trigless lock", "one-shot trig"};
    return words[std::size_t(type)];
}

std::string part_title(const Bank& bank, int part) {
    return std::format("Part {} {}", part + 1, text::utf8_from_latin1(bank.part_names[part & 3].text.view()));
}

void add_pattern(std::vector<std::string>& out, const Bank& before_bank, const Bank& after_bank, int bank, int index) {
    const Pattern &before = before_bank.patterns[index], &after = after_bank.patterns[index];
    if (!std::memcmp(&before, &after, sizeof before)) return;
    const std::string name = pattern_name(bank, index);
    const Part& part = after_bank.parts[after.tail.part & 3];
    const std::size_t first = out.size();
    for (int t = 0; t < track_count; t++)
        add_track(out, std::format("{} · T{}: ", name, t + 1), part, t, before.audio_tracks[t], after.audio_tracks[t]);
    for (int t = 0; t < track_count; t++)
        add_track(out, std::format("{} · M{}: ", name, t + 1), part, t, before.midi_tracks[t], after.midi_tracks[t]);
    Lines lines(out, name + ": ");
    add_tail(lines, before_bank, after_bank, before.tail, after.tail);
    if (out.size() == first) lines.add("bytes without a meaning changed");
}

}  // namespace groovebench::octatrack::changes
