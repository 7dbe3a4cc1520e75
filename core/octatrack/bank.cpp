#include "octatrack/bank.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "schema/walk.h"

namespace groovebench::octatrack {
namespace {

class TagCheck {
public:
    explicit TagCheck(const Bank& start) : bank(start) {}

    template <class Record>
    void tag(const Record& record) {
        if (!problem && !record.tag.right())
            report(&record.tag, std::string(record.tag.expected.view()), printable({record.tag.bytes, 4}));
    }
    template <class Record>
    void tag_and_index(const Record& record, int index) {
        tag(record);
        if (!problem && record.index != index) report(&record.index, std::to_string(index), std::to_string(record.index));
    }
    std::optional<Problem> problem;

private:
    static std::string printable(std::string_view bytes) {
        std::string text(bytes);
        std::ranges::replace_if(text, [](char c) { return c < ' ' || c > '~'; }, '?');
        return text;
    }
    void report(const void* at, std::string expected, std::string found) {
        const auto offset = std::size_t(static_cast<const char*>(at) - reinterpret_cast<const char*>(&bank));
        problem = Problem{
            .offset = offset, .path = path_at(schema<Bank>, offset), .expected = std::move(expected), .found = std::move(found)};
    }
    const Bank& bank;
};

int bits(u64 mask) { return std::popcount(mask); }

template <class Lock>
int locked(const Lock (&locks)[64]) {
    const auto* values = reinterpret_cast<const u8*>(locks);
    return int(sizeof(locks) - std::size_t(std::count(values, values + sizeof(locks), no_lock)));
}

template <class Track>
bool words_are_zero(const Track& track) {
    return std::ranges::all_of(track.trig_words, [](TrigWord word) { return word == 0; });
}

constexpr u64 default_swing = 0xAAAAAAAAAAAAAAAA;

template <class Track>
bool track_head_is_default(const Track& track) {
    return track.swing == default_swing && track.length == 16 && track.scale == 2 && track.swing_amount == 0 &&
           track.start_silent == 255 && track.plays_free == 0 && track.trig_mode == 0 && track.trig_quant == 0 &&
           track.one_shot_track == 0 && locked(track.locks) == 0 && words_are_zero(track) &&
           !(track.trigs | track.trigless_trigs | track.trigless_locks);
}

}  // namespace

std::optional<Problem> misplaced_tag(const Bank& bank) {
    TagCheck check(bank);
    for (const Pattern& pattern : bank.patterns) {
        check.tag(pattern);
        for (int t = 0; t < track_count; t++) check.tag_and_index(pattern.audio_tracks[t], t);
        for (int t = 0; t < track_count; t++) check.tag_and_index(pattern.midi_tracks[t], t);
    }
    for (int i = 0; i < part_count; i++) check.tag_and_index(bank.parts[i], i);
    for (int i = 0; i < part_count; i++) check.tag_and_index(bank.saved_parts[i], i);
    return check.problem;
}

Result<const Bank*> open_bank(ByteView file) {
    if (auto outcome = check_container(file, sizeof(Bank), "BANK", Header<"BANK", 23>::known_version); !outcome)
        return outcome.problem();
    const Bank* bank = overlay<Bank>(file);
    if (auto problem = misplaced_tag(*bank)) return *problem;
    return bank;
}

bool is_untouched(const Pattern& pattern) {
    constexpr u8 tail[] = {0x00, 0x10, 0x02, 0x10, 0x02, 0, 0, 0, 0, 0, 0x0B, 0x40};
    for (const AudioTrack& track : pattern.audio_tracks)
        if (!track_head_is_default(track) ||
            (track.one_shots | track.rec_ab | track.rec_cd | track.rec_src3 | track.rec_one_shots | track.slide))
            return false;
    for (const MidiTrack& track : pattern.midi_tracks)
        if (!track_head_is_default(track)) return false;
    return !std::memcmp(&pattern.tail, tail, sizeof tail);
}

int trig_total(const Pattern& pattern) {
    int sum = 0;
    for (const AudioTrack& track : pattern.audio_tracks)
        sum += bits(track.trigs) + bits(track.trigless_trigs) + bits(track.one_shots);
    for (const MidiTrack& track : pattern.midi_tracks) sum += bits(track.trigs) + bits(track.trigless_trigs);
    return sum;
}

int lock_total(const Pattern& pattern) {
    int sum = 0;
    for (const AudioTrack& track : pattern.audio_tracks) sum += locked(track.locks);
    for (const MidiTrack& track : pattern.midi_tracks) sum += locked(track.locks);
    return sum;
}

}  // namespace groovebench::octatrack
