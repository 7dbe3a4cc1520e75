// What of an Octatrack pattern and part has no place on an EP-133: every line of the report that does
// not come from reading a note.

#include "bytes/format.h"
#include "convert/tracks.h"
#include "octatrack/lock_text.h"
#include "octatrack/trigs.h"

namespace groovebench::convert {
namespace {

using octatrack::AudioTrack;
using octatrack::TrigType;

constexpr const char* not_taken = "is not taken over";

// Locks that became part of a note.
bool converted(const ConversionInput& input, int track, int step, int index) {
    if (!plays(input.pattern->audio_tracks[track], step)) return false;
    return index == ptch_lock || index == amp_vol_lock || index == octatrack::sample_lock ||
           (index == strt_lock && octatrack::slices_on(*input.part, track));
}

void report_locks(const ConversionInput& input, int track, int step, Report& report) {
    const AudioTrack& source = input.pattern->audio_tracks[track];
    for (int index = 0; index < octatrack::lock_count; index++) {
        if (!octatrack::audio_lock_exists(index) || octatrack::lock_at(source, step, index) == octatrack::no_lock) continue;
        if (converted(input, track, step, index)) continue;
        report.add(Severity::warning, audio_track(track), step,
                   fmt::format("the lock of {} {} {}", octatrack::lock_page(index), octatrack::lock_name(*input.part, track, index),
                               not_taken));
    }
}

void report_trig(const AudioTrack& source, int track, int step, Report& report) {
    const TrackRef where = audio_track(track);
    const auto word = source.trig_words[step];
    switch (octatrack::trig_at(source, step)) {
        case TrigType::one_shot:
            report.add(Severity::note, where, step, "a one-shot trig: plays every time round");
            break;
        case TrigType::trigless_trig:
            report.add(Severity::note, where, step, "a trigless trig plays no sample: left out");
            break;
        case TrigType::trigless_lock:
            report.add(Severity::note, where, step, "a trigless lock plays no sample: left out");
            break;
        default:
            break;
    }
    if (!plays(source, step)) return;
    if (octatrack::condition(word))
        report.add(Severity::warning, where, step,
                   fmt::format("the condition {} {}: the trig plays every time",
                               octatrack::condition_word(octatrack::condition(word)), not_taken));
    if (octatrack::repeats(word) > 1)
        report.add(Severity::note, where, step,
                   fmt::format("{} repeats, spread evenly over the step, which is unproven", octatrack::repeats(word)));
    if (step % 2 == 0 && source.swing_amount && source.swing.at(step))
        report.add(Severity::note, where, step, "its swing bit stands on an odd step, which does not move");
}

// The page-1 values of the part that differ from those of a new one, as "ATK 20, REL 64".
std::string differing(const ConversionInput& input, int track, std::initializer_list<std::pair<int, int>> defaults) {
    std::string list;
    for (const auto& [index, usual] : defaults) {
        const u8 value = octatrack::part_value(*input.part, track, index).value_or(u8(usual));
        const bool same = value == usual || (index == 14 && value == 126);  // REL 126 is seen on untouched tracks, too
        if (same) continue;
        list += fmt::format("{}{} {}", list.empty() ? "" : ", ", octatrack::lock_name(*input.part, track, index),
                            octatrack::lock_shown(*input.part, track, index, value));
    }
    return list;
}

bool same_page(const octatrack::EffectPage& page, const std::array<u8, 6>& values) {
    return page.a == values[0] && page.b == values[1] && page.c == values[2] && page.d == values[3] && page.e == values[4] &&
           page.f == values[5];
}

// An effect that a new part has and that, left alone, changes nothing.
bool neutral(u8 type, const octatrack::EffectPage& main, const octatrack::EffectPage& setup) {
    if (type == 0) return true;
    if (type == 4) return same_page(main, {0, 127, 0, 64, 0, 64}) && same_page(setup, {0, 0, 1, 0, 3, 0});
    return type == 8 && main.f == 0;  // DELAY: nothing is sent into it
}

void report_effects(const ConversionInput& input, int track, Report& report) {
    const octatrack::Part& part = *input.part;
    auto one = [&](const char* name, u8 type, const octatrack::EffectPage& main, const octatrack::EffectPage& setup) {
        if (neutral(type, main, setup)) return;
        const std::string_view word = word_of(octatrack::words(octatrack::EffectType{}), type);
        report.add(Severity::warning, audio_track(track), Report::no_step,
                   fmt::format("{} {} {}", name, word.empty() ? fmt::format("{} (unknown effect)", int(type)) : std::string(word),
                               not_taken));
    };
    one("FX1", part.fx1[track], part.pages[track].fx1, part.setup[track].fx1);
    one("FX2", part.fx2[track], part.pages[track].fx2, part.setup[track].fx2);
}

void report_scenes(const ConversionInput& input, int track, Report& report) {
    std::string list;
    for (int scene = 0; scene < 16; scene++) {
        bool used = input.part->scene_levels[scene].tracks[track] != octatrack::no_lock;
        const auto& locks = input.part->scenes[scene].tracks[track];
        for (const std::byte value : std::as_bytes(std::span(&locks, 1))) used |= value != std::byte(octatrack::no_lock);
        if (used) list += fmt::format("{}{}", list.empty() ? "" : ", ", scene + 1);
    }
    if (!list.empty())
        report.add(Severity::warning, audio_track(track), Report::no_step,
                   fmt::format("what the part's scenes change here {}: {}", not_taken, list));
}

void report_values(int track, const char* of, std::string list, Report& report) {
    if (!list.empty())
        report.add(Severity::warning, audio_track(track), Report::no_step,
                   fmt::format("{} of the part {}: {}", of, not_taken, list));
}

// Attributes of the slots a track plays.
void report_slot(const SlotSample& sample, octatrack::SlotRef slot, int track, int step, Report& report) {
    const std::string label = octatrack::label(slot);
    auto add = [&](std::string text) { report.add(Severity::note, audio_track(track), step, std::move(text)); };
    if (sample.attributes.gain != octatrack::gain_zero_db)
        add(fmt::format("the gain of {} ({:+.1f} dB) {}", label, double(sample.attributes.gain - octatrack::gain_zero_db) / 2,
                        not_taken));
    if (sample.attributes.loop_mode != 0) add(fmt::format("{} loops; its pad plays once", label));
    if (sample.attributes.timestretch != 0)
        add(fmt::format("the timestretch of {} {}: it plays at its own speed", label, not_taken));
}

}  // namespace

void report_step(const ConversionInput& input, int track, int step, Report& report) {
    const AudioTrack& source = input.pattern->audio_tracks[track];
    report_trig(source, track, step, report);
    report_locks(input, track, step, report);
    if (source.slide.at(step)) report.add(Severity::warning, audio_track(track), step, fmt::format("slide {}", not_taken));
    if (octatrack::recorder_trig_at(source, step))
        report.add(Severity::warning, audio_track(track), step, "a recorder trig records nothing here: left out");
    if (!plays(source, step)) return;
    Report quiet;  // what stands in the way of the note was reported with it
    const auto pad = pad_of_trig(input, track, step, quiet);
    if (pad) report_slot(input.slots.at(pad->slot), pad->slot, track, step, report);
}

void report_part(const ConversionInput& input, int track, Report& report) {
    report_effects(input, track, report);
    report_values(track, "AMP", differing(input, track, {{12, 0}, {13, 127}, {14, 127}, {15, 64}, {16, 64}, {17, 127}}), report);
    report_values(track, "LFO depth", differing(input, track, {{9, 0}, {10, 0}, {11, 0}}), report);
    const bool sliced = octatrack::slices_on(*input.part, track);
    const int strt = sliced ? octatrack::part_value(*input.part, track, strt_lock).value_or(0) : 0;
    report_values(track, "SRC", differing(input, track, {{strt_lock, strt}, {2, 0}, {3, 127}, {4, 0}}), report);
    const u8 level = input.part->levels[track].main;
    if (level != 108)
        report.add(Severity::note, audio_track(track), Report::no_step,
                   fmt::format("the track's level {} {} (a new track has 108)", int(level), not_taken));
    if (octatrack::part_value(*input.part, track, ptch_lock).value_or(64) != 64)
        report.add(Severity::note, audio_track(track), Report::no_step, "PTCH of the part is taken over as the note number");
}

void report_pattern_track(const ConversionInput& input, int track, Report& report) {
    const AudioTrack& source = input.pattern->audio_tracks[track];
    auto add = [&](Severity severity, std::string text) {
        report.add(severity, audio_track(track), Report::no_step, std::move(text));
    };
    report_scenes(input, track, report);
    bool any = false;
    for (int step = 0; step < octatrack::step_count; step++) any |= plays(source, step);
    if (!any) return;
    if (source.plays_free == u8(octatrack::OnOff::on)) add(Severity::warning, "plays free of the pattern; here it plays with it");
    if (source.start_silent == u8(octatrack::StartSilent::yes))
        add(Severity::warning, "starts silent; here it plays from the start");
    if (source.one_shot_track == u8(octatrack::OnOff::on))
        add(Severity::warning, "a one-shot track; here it plays every time round");
    if (input.muted_tracks >> track & 1) add(Severity::note, "is muted in the project; here it plays");
}

void report_midi(const ConversionInput& input, Report& report) {
    for (int track = 0; track < octatrack::track_count; track++) {
        const auto& source = input.pattern->midi_tracks[track];
        const int length = octatrack::effective_length(*input.pattern, source);
        for (int step = 0; step < length; step++)
            if (!octatrack::is_empty_step(source, step))
                report.add(Severity::warning, midi_track(track), step, "MIDI tracks are not converted: left out");
    }
}

}  // namespace groovebench::convert
