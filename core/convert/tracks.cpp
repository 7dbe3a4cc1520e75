#include "convert/tracks.h"

#include <algorithm>
#include <cmath>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "octatrack/trigs.h"

namespace groovebench::convert {
namespace {

using octatrack::AudioTrack;
using octatrack::MachineType;
using octatrack::Pool;
using octatrack::SlotRef;

const AudioTrack& audio(const ConversionInput& input, int track) { return input.pattern->audio_tracks[track]; }

u8 effective(const ConversionInput& input, int track, int step, int index) {
    const u8 lock = octatrack::lock_at(audio(input, track), step, index);
    return lock == octatrack::no_lock ? octatrack::part_value(*input.part, track, index).value_or(octatrack::no_lock) : lock;
}

std::optional<SlotRef> slot_of(const ConversionInput& input, int track, int step, Report& report) {
    const u8 slot = effective(input, track, step, octatrack::sample_lock);
    const bool flex = octatrack::machine_of(*input.part, track) == u8(MachineType::flex);
    auto skip = [&](std::string why) {
        report.add(Severity::warning, audio_track(track), step, std::move(why));
        return std::optional<SlotRef>();
    };
    if (slot == octatrack::no_lock) return skip("no sample slot is assigned: no note");
    const SlotRef ref{flex ? Pool::flex : Pool::static_pool, slot + 1};
    if (ref.recorder()) return skip(fmt::format("plays the recorder {}, which holds no file: no note", octatrack::label(ref)));
    if (!octatrack::valid(ref)) return skip(fmt::format("names slot {}, which does not exist: no note", slot + 1));
    const auto sample = input.slots.find(ref);
    if (sample == input.slots.end() || sample->second.path.empty())
        return skip(fmt::format("the slot {} is empty: no note", octatrack::label(ref)));
    if (sample->second.missing)
        return skip(fmt::format("the file of {} is missing ({}): no note", octatrack::label(ref), sample->second.path));
    return ref;
}

// Semitones up or down as a note number; what the rounding changes is reported.
u8 note_of(const ConversionInput& input, int track, int step, Report& report) {
    const u8 value = effective(input, track, step, ptch_lock);
    if (value == octatrack::no_lock) return 60;
    const double semitones = (int(value) - 64) / 5.0;
    const double rounded = std::round(semitones);
    if (rounded != semitones)
        report.add(Severity::note, audio_track(track), step,
                   fmt::format("PTCH {:+.1f} becomes {:+} semitones: a note has no parts of a semitone", semitones, int(rounded)));
    return u8(60 + int(rounded));
}

u8 velocity_of(const ConversionInput& input, int track, int step, Report& report) {
    const u8 lock = octatrack::lock_at(audio(input, track), step, amp_vol_lock);
    if (lock == octatrack::no_lock) return 100;
    const int wanted = int(std::lround(100.0 * lock / 64));
    const int velocity = std::clamp(wanted, 1, 127);
    if (velocity != wanted)
        report.add(Severity::note, audio_track(track), step,
                   fmt::format("AMP VOL asks for a velocity of {}; {} is as far as it goes", wanted, velocity));
    return u8(velocity);
}

Hit hit_at(const ConversionInput& input, int track, int step, const TrackHits& hits, Report& report) {
    const auto word = audio(input, track).trig_words[step];
    Hit hit;
    hit.step = step;
    hit.offset = hit_offset(audio(input, track), step, hits.ticks);
    hit.repeats = octatrack::repeats(word);
    hit.pad = pad_of_trig(input, track, step, report);
    if (!hit.pad) return hit;
    hit.note = note_of(input, track, step, report);
    hit.velocity = velocity_of(input, track, step, report);
    if (octatrack::micro_timing(word) && hits.ticks != 24)
        report.add(Severity::note, audio_track(track), step,
                   "micro-timing is scaled with the step of the track's tempo multiplier, which is unproven");
    if (hit.offset < 0)
        report.add(Severity::note, audio_track(track), step,
                   "begins before the loop: it plays at the end of it, so not the first time");
    return hit;
}

// A track that has no sample machine: named once, with the steps on which something stands.
void report_silent_track(const ConversionInput& input, int track, int length, Report& report) {
    const u8 machine = octatrack::machine_of(*input.part, track);
    const std::string_view known = word_of(octatrack::words(MachineType{}), machine);
    const bool master = input.master_track && track == 7;
    const std::string what = master          ? "the master track"
                             : known.empty() ? fmt::format("machine {} (unknown)", int(machine))
                                             : fmt::format("a {} track", known);
    const std::string text = what + ": it plays no sample of a slot, so nothing of it is converted";
    const Severity severity = master ? Severity::note : Severity::warning;
    report.add(severity, audio_track(track), Report::no_step, text);
    for (int step = 0; step < length; step++)
        if (!octatrack::is_empty_step(audio(input, track), step)) report.add(severity, audio_track(track), step, text);
}

void report_beyond(const ConversionInput& input, int track, int length, Report& report) {
    for (int step = length; step < octatrack::step_count; step++)
        if (!octatrack::is_empty_step(audio(input, track), step))
            report.add(Severity::note, audio_track(track), step, "beyond the length of the pattern: does not play");
}

}  // namespace

bool plays_samples(const ConversionInput& input, int track) {
    const u8 machine = octatrack::machine_of(*input.part, track);
    const bool sample_machine = machine == u8(MachineType::static_machine) || machine == u8(MachineType::flex);
    return sample_machine && !(input.master_track && track == 7);
}

bool plays(const AudioTrack& track, int step) {
    const auto type = octatrack::trig_at(track, step);
    return type == octatrack::TrigType::trig || type == octatrack::TrigType::one_shot;
}

std::optional<PadKey> pad_of_trig(const ConversionInput& input, int track, int step, Report& report) {
    const auto slot = slot_of(input, track, step, report);
    if (!slot) return std::nullopt;
    PadKey key{track, *slot, -1};
    if (!octatrack::slices_on(*input.part, track)) return key;
    const auto& slices = input.slots.at(*slot).slices;
    const std::string label = octatrack::label(*slot);
    if (slices.empty()) {
        report.add(Severity::note, audio_track(track), step,
                   fmt::format("SLIC is on, but {} has no slices: the whole sample plays", label));
        return key;
    }
    const int asked = octatrack::slice_of(effective(input, track, step, strt_lock)), last = int(slices.size()) - 1;
    if (asked > last)
        report.add(Severity::warning, audio_track(track), step,
                   fmt::format("asks for slice {} of {}, which has {}: the last one plays", asked + 1, label, slices.size()));
    key.slice = std::min(asked, last);
    const Span span = slices[std::size_t(key.slice)];
    if (span.end > span.start) return key;
    report.add(Severity::warning, audio_track(track), step,
               fmt::format("slice {} of {} has no length: no note", key.slice + 1, label));
    return std::nullopt;
}

TrackHits read_track(const ConversionInput& input, int track, Report& report) {
    const AudioTrack& source = audio(input, track);
    TrackHits hits;
    hits.track = track;
    hits.length = octatrack::effective_length(*input.pattern, source);
    hits.ticks = step_ticks(octatrack::effective_scale(*input.pattern, source));
    if (!plays_samples(input, track)) {
        report_silent_track(input, track, hits.length, report);
        return hits;
    }
    for (int step = 0; step < hits.length; step++) {
        if (plays(source, step)) hits.hits.push_back(hit_at(input, track, step, hits, report));
        report_step(input, track, step, report);
    }
    report_beyond(input, track, hits.length, report);
    if (!hits.hits.empty()) report_part(input, track, report);
    report_pattern_track(input, track, report);
    return hits;
}

}  // namespace groovebench::convert
