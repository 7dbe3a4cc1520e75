#include "octatrack/clipboard.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "octatrack/clipboard_fields.h"

namespace groovebench::octatrack {
namespace {

template <class Track>
constexpr bool is_midi = std::is_same_v<Track, MidiTrack>;

template <class Record>
std::vector<ClipValue> values_of(const Record& record) {
    std::vector<ClipValue> values;
    const ByteView bytes = std::as_bytes(std::span(&record, 1));
    for (const Field& field : schema<Record>.fields)
        if (clipboard::is_value(field)) {
            const ByteView value = bytes.subspan(field.offset, field.size);
            values.push_back({std::string(field.name), Bytes(value.begin(), value.end())});
        }
    return values;
}

template <class Record>
void put_values(Record& record, const std::vector<ClipValue>& values) {
    const ByteSpan bytes = std::as_writable_bytes(std::span(&record, 1));
    for (const ClipValue& value : values)
        if (const Field* field = clipboard::value_field(schema<Record>, value.name); field && field->size == value.bytes.size())
            std::ranges::copy(value.bytes, bytes.begin() + field->offset);
}

template <class Track>
TrackClip clip_of(const Track& track, u64 selected) {
    TrackClip clip{.midi = is_midi<Track>, .track = track.index & 7, .selected = selected};
    for (int step = 0; step < step_count; step++)
        clip.steps[std::size_t(step)] = selected >> step & 1 ? step_at(track, step) : empty_step(track, step);
    return clip;
}

template <class Track>
TrackClip whole_clip(const Track& track) {
    TrackClip clip = clip_of(track, ~u64(0));
    clip.values = values_of(track);
    return clip;
}

template <class Track>
bool put_steps(Track& track, const Clip& clip, int at) {
    if (clip.kind == ClipKind::pattern || clip.tracks.size() != 1 || clip.tracks[0].midi != is_midi<Track>) return false;
    const TrackClip& from = clip.tracks[0];
    if (!from.selected || at < 0 || at >= step_count) return false;
    const int first = std::countr_zero(from.selected);
    for (int step = first; step < step_count && at + step - first < step_count; step++)
        if (from.selected >> step & 1) put_step(track, at + step - first, from.steps[std::size_t(step)]);
    return true;
}

template <class Track>
void put_whole(Track& track, const TrackClip& from) {
    for (int step = 0; step < step_count; step++) put_step(track, step, from.steps[std::size_t(step)]);
    put_values(track, from.values);
}

template <class Track>
bool put_track(Track& track, const Clip& clip) {
    if (clip.kind != ClipKind::track || clip.tracks.size() != 1 || clip.tracks[0].midi != is_midi<Track>) return false;
    put_whole(track, clip.tracks[0]);
    return true;
}

}  // namespace

Clip copy_steps(const AudioTrack& track, u64 selected, std::string origin) {
    return {ClipKind::steps, std::move(origin), {clip_of(track, selected)}, {}};
}
Clip copy_steps(const MidiTrack& track, u64 selected, std::string origin) {
    return {ClipKind::steps, std::move(origin), {clip_of(track, selected)}, {}};
}
Clip copy_track(const AudioTrack& track, std::string origin) {
    return {ClipKind::track, std::move(origin), {whole_clip(track)}, {}};
}
Clip copy_track(const MidiTrack& track, std::string origin) {
    return {ClipKind::track, std::move(origin), {whole_clip(track)}, {}};
}

Clip copy_pattern(const Pattern& pattern, std::string origin) {
    Clip clip{ClipKind::pattern, std::move(origin), {}, values_of(pattern.tail)};
    for (const AudioTrack& track : pattern.audio_tracks) clip.tracks.push_back(whole_clip(track));
    for (const MidiTrack& track : pattern.midi_tracks) clip.tracks.push_back(whole_clip(track));
    return clip;
}

bool paste_steps(AudioTrack& track, const Clip& clip, int at) { return put_steps(track, clip, at); }
bool paste_steps(MidiTrack& track, const Clip& clip, int at) { return put_steps(track, clip, at); }
bool paste_track(AudioTrack& track, const Clip& clip) { return put_track(track, clip); }
bool paste_track(MidiTrack& track, const Clip& clip) { return put_track(track, clip); }

bool paste_pattern(Pattern& pattern, const Clip& clip, PastedPart pasted) {
    if (clip.kind != ClipKind::pattern || clip.tracks.size() != 2 * track_count) return false;
    for (std::size_t t = 0; t < track_count; t++) {
        put_whole(pattern.audio_tracks[t], clip.tracks[t]);
        put_whole(pattern.midi_tracks[t], clip.tracks[t + track_count]);
    }
    const u8 part = pattern.tail.part;
    put_values(pattern.tail, clip.tail);
    if (pasted == PastedPart::keep) pattern.tail.part = part;
    return true;
}

}  // namespace groovebench::octatrack
