#include "workshop/difference_list.h"

#include <algorithm>
#include <map>

namespace groovebench::app {
namespace {

bool is_in_step(const any::Told& difference) { return !difference.place.empty() && difference.place.back().starts_with("step "); }

// All that a difference shares with its neighbours: without the step.
std::vector<std::string> group_of(const any::Told& difference) {
    std::vector<std::string> place = difference.place;
    if (is_in_step(difference)) place.pop_back();
    return place;
}

}  // namespace

DifferenceList::DifferenceList(std::vector<any::Told>&& as_compared) {
    std::map<std::vector<std::string>, std::size_t> begins;
    std::vector<std::size_t> begin_of;
    for (const any::Told& one : as_compared) begin_of.push_back(begins.try_emplace(group_of(one), begins.size()).first->second);
    for (std::size_t i = 0; i < as_compared.size(); i++) all.push_back({std::move(as_compared[i]), i});
    std::ranges::stable_sort(all, {}, [&](const Difference& one) { return begin_of[one.place]; });
}

Compared DifferenceList::told(std::span<const Stretch> stretches) const {
    Compared compared;
    for (std::size_t i = 0; i < all.size(); i++) {
        auto place = group_of(all[i].told);
        if (compared.groups.empty() || compared.groups.back().place != place) compared.groups.push_back({std::move(place), {i, i}});
        compared.groups.back().stretch.to = i + 1;
    }
    for (const Stretch& one : stretches)
        for (std::size_t i = one.from; i < std::min(one.to, all.size()); i++) {
            const any::Told& told = all[i].told;
            compared.lines.push_back({is_in_step(told) ? told.place.back() : "", told.words, told.path});
        }
    return compared;
}

std::vector<std::size_t> DifferenceList::picked(std::span<const Stretch> stretches) const {
    std::vector<std::size_t> places;
    for (const Stretch& one : stretches)
        for (std::size_t i = one.from; i < std::min(one.to, all.size()); i++) places.push_back(all[i].place);
    return places;
}

}  // namespace groovebench::app
