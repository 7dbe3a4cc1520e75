#include "convert/pads.h"

#include <algorithm>
#include <set>

#include "bytes/format.h"
#include "ep133/backup.h"

namespace groovebench::convert {
namespace {

constexpr int pads_in_a_group = ep133::pads_in_a_group;

std::string group_name(int group) { return std::string(1, char('A' + group)); }

const PadChoice* choice_of(const Choices& choices, const PadKey& key) {
    const auto choice = choices.pads.find(key);
    return choice == choices.pads.end() ? nullptr : &choice->second;
}

// Where a pad goes that nobody has moved: the group of its track.
int group_of(const Choices& choices, const PadKey& key) {
    const PadChoice* choice = choice_of(choices, key);
    const int group = choice && choice->group ? *choice->group : choices.track_group[std::size_t(key.track)];
    return std::clamp(group, 0, 3);
}

Span span_of(const SlotSample& sample, int slice) {
    if (slice >= 0) return sample.slices[std::size_t(slice)];
    const bool trimmed = sample.trim.end > sample.trim.start && (!sample.frames || sample.trim.end <= sample.frames);
    return trimmed ? sample.trim : Span{};
}

// Pads of a track in the order of their first trig; slices of one slot ascending.
std::vector<PlannedPad> pads_of(const ConversionInput& input, const Choices& choices, const TrackHits& track, Report& report) {
    std::vector<PlannedPad> pads;
    for (const Hit& hit : track.hits) {
        if (!hit.pad) continue;
        const PadChoice* choice = choice_of(choices, *hit.pad);
        if (choice && choice->leave_out) {
            report.add(Severity::note, audio_track(track.track), hit.step,
                       fmt::format("{}: left out by choice", octatrack::label(hit.pad->slot)));
            continue;
        }
        auto pad = std::ranges::find(pads, *hit.pad, &PlannedPad::key);
        if (pad == pads.end()) {
            const SlotSample& sample = input.slots.at(hit.pad->slot);
            pads.push_back({.key = *hit.pad, .group = group_of(choices, *hit.pad), .span = span_of(sample, hit.pad->slice)});
            pad = pads.end() - 1;
        }
        pad->steps.push_back(hit.step + 1);
    }
    std::vector<octatrack::SlotRef> order;
    for (const PlannedPad& pad : pads)
        if (std::ranges::find(order, pad.key.slot) == order.end()) order.push_back(pad.key.slot);
    std::ranges::stable_sort(pads, {}, [&](const PlannedPad& pad) {
        return std::pair(std::ranges::find(order, pad.key.slot) - order.begin(), pad.key.slice);
    });
    return pads;
}

// Chosen numbers first, then the rest in order on what is free.
void number_group(const Choices& choices, int group, std::vector<PlannedPad>& pads) {
    std::set<int> taken;
    std::vector<PlannedPad*> rest;
    for (PlannedPad& pad : pads) {
        if (pad.group != group) continue;
        const PadChoice* choice = choice_of(choices, pad.key);
        const int wanted = choice ? choice->number.value_or(0) : 0;
        if (wanted >= 1 && wanted <= pads_in_a_group && taken.insert(wanted).second)
            pad.number = wanted;
        else
            rest.push_back(&pad);
    }
    int next = 1;
    for (PlannedPad* pad : rest) {
        while (taken.contains(next)) next++;
        pad->number = next++;
    }
}

void check_group_sizes(Plan& plan) {
    for (int group = 0; group < 4; group++) {
        const auto count = std::ranges::count(plan.pads, group, &PlannedPad::group);
        if (count > pads_in_a_group)
            plan.limits.push_back({.path = fmt::format("groups[{}]", group_name(group)),
                                   .expected = "at most 12 pads in a group",
                                   .found = fmt::format("{} pads: {} too many; move them to another group or leave them out", count,
                                                        count - pads_in_a_group)});
    }
}

// The pads of one track in a group choke one another; other tracks with several pads there cannot.
void choke_group(const Choices& choices, int group, Plan& plan, Report& report) {
    std::map<int, int> pads_by_track;
    for (const PlannedPad& pad : plan.pads)
        if (pad.group == group) pads_by_track[pad.key.track]++;
    std::erase_if(pads_by_track, [](const auto& one) { return one.second < 2; });
    if (pads_by_track.empty()) return;
    const auto wanted = choices.choke_track[std::size_t(group)];
    const int choking = wanted && pads_by_track.contains(*wanted) ? *wanted : pads_by_track.begin()->first;
    for (PlannedPad& pad : plan.pads) pad.choke |= pad.group == group && pad.key.track == choking;
    for (const auto& [track, count] : pads_by_track)
        if (track != choking)
            report.add(Severity::warning, audio_track(track), Report::no_step,
                       fmt::format("its {} pads in group {} do not cut one another: the choke of the group belongs to T{}", count,
                                   group_name(group), choking + 1));
}

void report_split_tracks(const Plan& plan, Report& report) {
    for (int track = 0; track < octatrack::track_count; track++) {
        std::set<int> used;
        for (const PlannedPad& pad : plan.pads)
            if (pad.key.track == track) used.insert(pad.group);
        if (used.size() > 1)
            report.add(Severity::warning, audio_track(track), Report::no_step,
                       "its pads lie in several groups and do not cut one another across them");
    }
}

std::string sound_name(const Choices& choices, const std::string& path) {
    const auto chosen = choices.sound_names.find(path);
    const auto slash = path.rfind('/');
    const std::string file = slash == path.npos ? path : path.substr(slash + 1);
    std::string name = ep133::device_name(chosen == choices.sound_names.end() ? file : chosen->second + ".wav");
    for (char& c : name)
        if (std::string_view("?*:<>|").find(c) != std::string_view::npos) c = '_';  // the file must unpack anywhere
    return name.empty() ? "sound" : name;
}

void add_sounds(const ConversionInput& input, const Choices& choices, Plan& plan) {
    for (PlannedPad& pad : plan.pads) {
        const SlotSample& sample = input.slots.at(pad.key.slot);
        auto sound = std::ranges::find(plan.sounds, sample.path, &PlannedSound::path);
        if (sound == plan.sounds.end()) {
            plan.sounds.push_back(
                {sample.path, 0, sound_name(choices, sample.path), sample.rate, sample.channels, sample.frames, {}});
            sound = plan.sounds.end() - 1;
        }
        pad.sound = std::size_t(sound - plan.sounds.begin());
    }
}

void number_sounds(const Choices& choices, Plan& plan) {
    std::set<int> taken;
    for (PlannedSound& sound : plan.sounds) {
        const auto chosen = choices.sound_slots.find(sound.path);
        if (chosen != choices.sound_slots.end() && taken.insert(chosen->second).second) sound.slot = chosen->second;
    }
    int next = std::max(choices.first_slot, 1);
    for (PlannedSound& sound : plan.sounds) {
        if (!sound.slot) {
            while (taken.contains(next)) next++;
            sound.slot = next++;
        }
        if (sound.slot < 1 || sound.slot > ep133::max_slot)
            plan.limits.push_back({.path = fmt::format("sounds[{}]", sound.name),
                                   .expected = "a slot from 1 to 999",
                                   .found = std::to_string(sound.slot)});
    }
}

}  // namespace

const PlannedPad* find_pad(const Plan& plan, const PadKey& key) {
    const auto pad = std::ranges::find(plan.pads, key, &PlannedPad::key);
    return pad == plan.pads.end() ? nullptr : &*pad;
}

Choices with_surplus_moved(const Plan& plan, Choices choices) {
    std::array<int, 4> used{};
    for (const PlannedPad& pad : plan.pads)
        if (pad.number <= pads_in_a_group) used[std::size_t(pad.group)]++;
    for (const PlannedPad& pad : plan.pads) {
        const auto free = std::ranges::find_if(used, [](int count) { return count < pads_in_a_group; });
        if (pad.number <= pads_in_a_group || free == used.end()) continue;
        choices.pads[pad.key] = {.group = int(free - used.begin())};
        ++*free;
    }
    return choices;
}

void lay_out(const ConversionInput& input, const Choices& choices, const std::vector<TrackHits>& tracks, Plan& plan,
             Report& report) {
    for (const TrackHits& track : tracks)
        for (PlannedPad& pad : pads_of(input, choices, track, report)) plan.pads.push_back(std::move(pad));
    for (int group = 0; group < 4; group++) number_group(choices, group, plan.pads);
    std::ranges::stable_sort(plan.pads, {}, [](const PlannedPad& pad) { return std::pair(pad.group, pad.number); });
    check_group_sizes(plan);
    for (int group = 0; group < 4; group++) choke_group(choices, group, plan, report);
    report_split_tracks(plan, report);
    add_sounds(input, choices, plan);
    number_sounds(choices, plan);
}

}  // namespace groovebench::convert
