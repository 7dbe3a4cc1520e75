#include "session/pattern_steps.h"

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "octatrack/project.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

bool swings(const auto& track, int step) {
    const bool usual = step % 2 == 1;
    return track.swing_amount > 0 ? track.swing.at(step) : track.swing.at(step) != usual;
}

std::string sound_words(const AudioTrack& track, const Part& part, int number, int step) {
    if (const u8 slot = lock_at(track, step, sample_lock); slot != no_lock) return slot_name(machine_of(part, number), slot);
    const u8 start = lock_at(track, step, 1);
    return start != no_lock && slices_on(part, number) ? fmt::format("s{}", slice_of(start) + 1) : "";
}
std::string sound_words(const MidiTrack& track, const Part& part, int number, int step) {
    if (const u8 note = lock_at(track, step, 0); note != no_lock) return midi_lock_shown(0, note);
    return trig_at(track, step) == TrigType::trig ? midi_lock_shown(0, part.midi[number].note) : "";
}

template <class Track>
void read_row(const Pattern& pattern, const Track& track, const Part& part, int number, std::array<StepFacts, step_count>& row,
              std::uint32_t& locks) {
    const int length = effective_length(pattern, track);
    locks = 0;
    for (int step = 0; step < step_count; step++) {
        StepFacts& facts = row[std::size_t(step)];
        const TrigWord word = track.trig_words[step];
        facts.trig = trig_at(track, step);
        facts.locked = has_locks(track, step);
        facts.dead = step >= length;
        facts.swing = swings(track, step);
        facts.micro_timing = micro_timing(word), facts.repeats = repeats(word);
        if constexpr (std::is_same_v<Track, AudioTrack>)
            facts.recorder = bool(recorder_trig_at(track, step)), facts.slide = track.slide.at(step);
        facts.short_words.clear();
        if constexpr (std::is_same_v<Track, AudioTrack>)
            if (const u8 slot = lock_at(track, step, sample_lock); !condition(word) && slot < pool_slots)
                facts.short_words = fmt::format("{:03}", slot + 1);
        facts.words = condition(word) ? condition_word(condition(word)) : sound_words(track, part, number, step);
        for (int index = 0; facts.locked && index < lock_count; index++)
            if (lock_at(track, step, index) != no_lock) locks |= std::uint32_t(1) << index;
    }
}

}  // namespace

void read_steps(const Pattern& pattern, const Part& part, PatternSteps& into) {
    for (int number = 0; number < track_count; number++) {
        const auto audio = std::size_t(number), midi = std::size_t(number + track_count);
        read_row(pattern, pattern.audio_tracks[number], part, number, into.rows[audio], into.locks[audio]);
        read_row(pattern, pattern.midi_tracks[number], part, number, into.rows[midi], into.locks[midi]);
    }
}

}  // namespace groovebench::app
