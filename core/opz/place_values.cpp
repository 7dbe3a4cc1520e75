// What a place in a project means, where the table alone does not say.
#include <algorithm>
#include <cmath>

#include "bytes/format.h"
#include "opz/place.h"
#include "opz/plugs.h"
#include "opz/values.h"
#include "opz/words.h"

namespace groovebench::opz {
namespace {

constexpr std::string_view metronome_sounds[] = {"click", "swedish", "english", "german", "japanese", "italian"};
constexpr int metronome_zones = int(std::size(metronome_sounds));
constexpr std::string_view note_lengths[] = {"1/64", "1/32", "1/16", "1/8", "1/4", "1/2", "1 bar", "drone"};

Meant in_track(u32 at) {
    const int track = int(at / sizeof(TrackRecord));
    switch (at % sizeof(TrackRecord)) {
        case offsetof(TrackRecord, plug):
            return {Meaning::plug, track};
        case offsetof(TrackRecord, quantize):
            return {Meaning::quantize, track};
        case offsetof(TrackRecord, note_length):
            return {Meaning::note_length, track};
        default:
            return {Meaning::plain, track};
    }
}

Meant in_note(u32 at) {
    const u32 slot = at / sizeof(Note), voice = slot % slots_of_step;
    Meant meant{Meaning::note, 0, int(slot / slots_of_step)};
    while (meant.track + 1 < track_count && int(voice) >= first_slot(meant.track + 1)) meant.track++;
    meant.index = int(voice) - first_slot(meant.track);
    const u32 in = at % sizeof(Note);
    if (in == offsetof(Note, duration)) meant.meaning = Meaning::duration;
    if (in == offsetof(Note, micro_timing)) meant.meaning = Meaning::micro;
    if (in == offsetof(Note, velocity)) meant.meaning = Meaning::velocity;
    return meant;
}

Meant in_step(u32 at) {
    const u32 record = at / sizeof(Step), in = at % sizeof(Step);
    Meant meant{Meaning::plain, int(record / step_count), int(record % step_count)};
    const auto put = [&](Meaning meaning, std::size_t first) { meant.meaning = meaning, meant.index = int(in - first); };
    if (in >= offsetof(Step, locked))
        put(Meaning::lock_flag, offsetof(Step, locked));
    else if (in >= offsetof(Step, locks))
        put(Meaning::lock, offsetof(Step, locks));
    else if (in >= offsetof(Step, values) && in < offsetof(Step, values) + component_count)
        put(Meaning::component, offsetof(Step, values));
    else if (in == offsetof(Step, components))
        meant.meaning = Meaning::components;
    return meant;
}

Meant in_pattern(u32 at) {
    if (at < offsetof(Pattern, notes)) return in_track(at);
    if (at < offsetof(Pattern, steps)) return in_note(u32(at - offsetof(Pattern, notes)));
    if (at < offsetof(Pattern, sounds)) return in_step(u32(at - offsetof(Pattern, steps)));
    if (at >= offsetof(Pattern, mute_groups)) return {};
    const u32 in = u32(at - offsetof(Pattern, sounds));
    return {Meaning::parameter, int(in / parameter_count), -1, int(in % parameter_count)};
}

std::string percent(double part) { return fmt::format("{:.0f} %", part); }

std::string swing_shown(u8 value) {
    const double part = std::round(value * 100.0 / 255 - 50);
    return part == 0 ? "0 %" : fmt::format("{:+.0f} %", part);
}

Meant of_project(std::size_t offset) {
    switch (offset) {
        case offsetof(Project, swing):
            return {Meaning::swing};
        case offsetof(Project, metronome_sound):
            return {Meaning::metronome};
        default:
            return {};
    }
}

std::optional<i64> value_of(const Meant& meant, ByteView file, std::string_view shown) {
    switch (meant.meaning) {
        case Meaning::plug:
            return plug_value(shown);
        case Meaning::duration:
            return duration_value(shown);
        case Meaning::micro:
            return micro_value(shown, revision_of(file));
        case Meaning::component:
            return component_value(Component(meant.index), shown);
        case Meaning::lock:
        case Meaning::parameter:
            return parameter_value(Track(meant.track), Parameter(meant.index), shown);
        case Meaning::quantize: {
            const auto part = number_with(shown, "%");
            return part && *part >= 0 && *part <= 100 ? std::optional<i64>(std::llround(*part * 2.55)) : std::nullopt;
        }
        case Meaning::swing: {
            const auto part = number_with(shown, "%");
            return part && *part >= -50 && *part <= 50 ? std::optional<i64>(i64(std::floor((*part + 50) * 2.55))) : std::nullopt;
        }
        case Meaning::metronome: {
            const auto zone = index_of(metronome_sounds, shown);
            return zone ? std::optional<i64>(zone_centre(*zone, metronome_zones)) : std::nullopt;
        }
        default:
            return {};
    }
}

std::string listed(std::span<const std::string_view> words) {
    std::string list;
    for (const std::string_view word : words) list += fmt::format("{}{}", list.empty() ? "" : ", ", word);
    return list;
}

}  // namespace

Meant meant_at(std::size_t offset) {
    const std::size_t first = offsetof(Project, patterns);
    if (offset < first) return of_project(offset);
    if (offset >= size_without_revision) return {};
    Meant meant = in_pattern(u32((offset - first) % sizeof(Pattern)));
    meant.pattern = int((offset - first) / sizeof(Pattern));
    return meant;
}

std::string expected_value(const Meant& meant, const Place& place, ByteView file) {
    switch (meant.meaning) {
        case Meaning::plug:
            return "an engine, the file name of a kit, or a number";
        case Meaning::duration:
            return "default, or up to 16 steps";
        case Meaning::micro:
            return micro_range(revision_of(file), 0);
        case Meaning::quantize:
            return "0 to 100 %";
        case Meaning::swing:
            return "-50 to +50 %";
        case Meaning::metronome:
            return listed(metronome_sounds);
        case Meaning::component:
            return is_spark(Component(meant.index))
                       ? "3 of 3, 1 of 3 or all but last of 3, with 1 to 8 passes; random or reset counter"
                       : fmt::format("{} to {}", component_shown(Component(meant.index), 1),
                                     component_shown(Component(meant.index), 10));
        case Meaning::lock:
        case Meaning::parameter: {
            const auto words = zone_words(Track(meant.track), Parameter(meant.index));
            return words.empty() ? "0 to 255" : listed(words);
        }
        default:
            return std::string(place.field->name);
    }
}

std::string shown_value(const Place& place, ByteView file) {
    const Meant meant = meant_at(place.offset);
    const i64 value = place.field->kind == Kind::unknown ? 0 : number(place, file);
    switch (meant.meaning) {
        case Meaning::plug:
            return plug_shown(u32(value));
        case Meaning::quantize:
            return percent(double(value) / 2.55);
        case Meaning::note_length:  // which end is which is not settled
            return fmt::format("{} ({}?)", value, note_lengths[zone_of(u8(value), 8)]);
        case Meaning::duration:
            return duration_shown(i32(value));
        case Meaning::micro:
            return micro_shown(i8(value), revision_of(file));
        case Meaning::component:
            return component_shown(Component(meant.index), u8(value));
        case Meaning::lock:
        case Meaning::parameter:
            return parameter_shown(Track(meant.track), Parameter(meant.index), u8(value));
        case Meaning::swing:
            return swing_shown(u8(value));
        case Meaning::metronome:
            return std::string(metronome_sounds[zone_of(u8(value), metronome_zones)]);
        default:
            return shown(place, file);
    }
}

Result<Bytes> written_value(const Place& place, ByteView file, std::string_view typed) {
    const Meant meant = meant_at(place.offset);
    if (editable(*place.field) && typed == shown_value(place, file)) {  // a zone holds many values: the one that is there stays
        const ByteView same = file.subspan(place.offset, place.field->size);
        return Bytes(same.begin(), same.end());
    }
    if (!has_own_words(meant.meaning)) return parsed(place, file, typed);
    if (const auto value = value_of(meant, file, typed)) return encoded(place, file, *value);
    return Problem{.offset = place.offset,
                   .path = std::string(place.field->name),
                   .expected = expected_value(meant, place, file),
                   .found = std::string(typed)};
}

}  // namespace groovebench::opz
