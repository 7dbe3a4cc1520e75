// Fields of a bank that other bytes follow.
#include <algorithm>
#include <array>

#include "bytes/format.h"
#include "octatrack/part_rules.h"
#include "octatrack/set_field.h"
#include "octatrack/trigs.h"

namespace groovebench::octatrack {
namespace {

// One value of a bank that is to be set: its path, its place, and the bytes it would have.
struct Wish {
    std::string_view path;
    Place place;
    Bytes bytes;

    u8 byte() const { return u8(bytes.front()); }
    bool on() const { return number({place.field, 0, place.flag}, bytes) != 0; }
    Problem refused(std::string expected, std::string found) const {
        return {.offset = place.offset, .path = std::string(path), .expected = std::move(expected), .found = std::move(found)};
    }
};

template <class Record>
std::size_t offset_in(const Bank& bank, const Record& record) {
    return std::size_t(reinterpret_cast<const std::byte*>(&record) - reinterpret_cast<const std::byte*>(&bank));
}

void put(Bank& bank, const Wish& wish) { std::ranges::copy(wish.bytes, reinterpret_cast<std::byte*>(&bank) + wish.place.offset); }

constexpr std::pair<std::string_view, TrigType> trig_masks[] = {{"trigs", TrigType::trig},
                                                                {"trigless_trigs", TrigType::trigless_trig},
                                                                {"trigless_locks", TrigType::trigless_lock},
                                                                {"one_shots", TrigType::one_shot}};
constexpr std::pair<std::string_view, RecorderInput> recorder_masks[] = {
    {"rec_ab", RecorderInput::ab}, {"rec_cd", RecorderInput::cd}, {"rec_src3", RecorderInput::src3}};

template <class Track>
Outcome set_trig(Track& track, TrigType type, const Wish& wish) {
    const int step = wish.place.flag;
    if (wish.on()) {
        place_trig(track, step, type);
        return {};
    }
    if (type == TrigType::trigless_lock && has_locks(track, step))
        return wish.refused("a step without locks", "locks, which it plays");
    if (trig_at(track, step) == type) place_trig(track, step, TrigType::none);
    return {};
}

template <class Track>
Outcome set_step_lock(Track& track, std::size_t in_locks, const Wish& wish) {
    const int step = int(in_locks / lock_count), index = int(in_locks % lock_count);
    const bool done = wish.byte() == no_lock ? clear_lock(track, step, index) : set_lock(track, step, index, wish.byte());
    return done ? Outcome() : wish.refused("a lock that the track has", std::to_string(wish.byte()));
}

// A track's masks and locks; nothing for its other fields.
template <class Track>
std::optional<Outcome> set_track_field(Track& track, std::size_t in_track, const Wish& wish) {
    const std::string_view name = wish.place.flag >= 0 ? wish.place.field->name : std::string_view();
    for (const auto& [mask, type] : trig_masks)
        if (name == mask) return set_trig(track, type, wish);
    constexpr std::size_t locks = offsetof(Track, locks);
    if (in_track >= locks && in_track < locks + sizeof track.locks) return set_step_lock(track, in_track - locks, wish);
    if constexpr (std::is_same_v<Track, AudioTrack>) {
        for (const auto& [mask, input] : recorder_masks)
            if (name == mask) return set_recorder_input(track, wish.place.flag, input, wish.on()), Outcome();
        if (name == "rec_one_shots" && !set_recorder_one_shot(track, wish.place.flag, wish.on()))
            return wish.refused("a step with a recorder trig", "none");
        if (name == "rec_one_shots") return Outcome();
    }
    return {};
}

template <class Track>
std::optional<Outcome> set_in_tracks(const Bank& bank, Track (&tracks)[8], const Wish& wish) {
    const std::size_t first = offset_in(bank, tracks);
    if (wish.place.offset < first || wish.place.offset >= first + sizeof tracks) return {};
    const std::size_t in = wish.place.offset - first;
    return set_track_field(tracks[in / sizeof(Track)], in % sizeof(Track), wish);
}

// The parameter whose value lies at an offset of the part, with its track.
std::optional<std::pair<TrackRef, Parameter>> parameter_at(const Part& part, std::size_t in_part) {
    for (const bool midi : {false, true})
        for (int t = 0; t < track_count; t++)
            for (const Parameter parameter : parameters(part, {midi, t}))
                if (offset_in_part(part, {midi, t}, parameter) == in_part) return std::pair{TrackRef{midi, t}, parameter};
    return {};
}

Outcome set_part_field(Bank& bank, int part, const Wish& wish) {
    const Part& of = bank.parts[part];
    const std::size_t in = wish.place.offset - offset_in(bank, of);
    const auto effect = [&](EffectSlot slot, std::size_t first) {
        return set_effect(bank, part, int(in - first), slot, wish.byte())
                   ? Outcome()
                   : wish.refused("an effect that the chooser offers", shown_number(*wish.place.field, wish.byte()));
    };
    if (in >= offsetof(Part, fx1) && in < offsetof(Part, fx1) + sizeof of.fx1) return effect(EffectSlot::fx1, offsetof(Part, fx1));
    if (in >= offsetof(Part, fx2) && in < offsetof(Part, fx2) + sizeof of.fx2) return effect(EffectSlot::fx2, offsetof(Part, fx2));
    const bool in_scenes = in >= offsetof(Part, scenes) && in < offsetof(Part, scenes) + sizeof of.scenes;
    if (in_scenes && wish.place.field->name == "sample_slot") return wish.refused("a value that scenes have", "the sample");
    if (const auto found = parameter_at(of, in)) {
        if (set_part_value(bank, part, found->first, found->second, wish.byte())) return {};
        return wish.refused("a value that the knob has", std::to_string(wish.byte()));
    }
    put(bank, wish);
    bank.parts_edited = with_part_edited(bank, part);
    return {};
}

}  // namespace

Outcome set_bank_value(Bank& bank, std::string_view path, const Place& place, Bytes value) {
    const Wish wish{path, place, std::move(value)};
    if (place.field->name == "index") return wish.refused("a field that is yours to set", "its number");
    for (Pattern& pattern : bank.patterns) {
        if (const auto done = set_in_tracks(bank, pattern.audio_tracks, wish)) return *done;
        if (const auto done = set_in_tracks(bank, pattern.midi_tracks, wish)) return *done;
    }
    if (const int part = part_at(place.offset); part >= 0) return set_part_field(bank, part, wish);
    put(bank, wish);
    return {};
}

Outcome set_bank_field(Bytes& file, std::string_view path, const Written& value) {
    const auto place = find(schema<Bank>, path);
    if (!place) return place.problem();
    auto bytes = bytes_of_written(*place, file, value);
    if (bytes) return set_bank_value(*overlay<Bank>(file), path, *place, *std::move(bytes));
    Problem problem = bytes.problem();
    problem.path = std::string(path);
    return problem;
}

}  // namespace groovebench::octatrack
