#include "workshop/compare_desk.h"

#include <algorithm>
#include <map>

#include "messages/compare.h"
#include "octatrack/bank_doctor.h"
#include "octatrack/compare.h"
#include "workshop/asked.h"

namespace groovebench::app {
namespace {

using octatrack::FileDifference;

// All that a difference shares with its neighbours: without the step.
std::vector<std::string> group_of(const FileDifference& difference) {
    std::vector<std::string> place = difference.place;
    if (!place.empty() && place.back().starts_with("step ")) place.pop_back();
    return place;
}

struct Pair {
    CompareOrder order;
    ByteView first, second;
    std::vector<FileDifference> differences;  // group by group, in the order in which the groups begin
};

Result<Pair> compared_pair(std::string_view text, ByteView files) {
    const auto order = compare_order(text);
    if (!order || order->first_size > files.size())
        return Problem{.expected = "the order of a comparison with the bytes of two files", .found = "something else"};
    Pair pair{*order, files.first(order->first_size), files.subspan(order->first_size), {}};
    auto differences = octatrack::compare_files(order->name, pair.first, pair.second);
    if (!differences) return differences.problem();
    std::map<std::vector<std::string>, std::size_t> begins;
    std::vector<std::pair<std::size_t, FileDifference>> sorted;
    for (FileDifference& one : *differences) {
        const std::size_t at = begins.try_emplace(group_of(one), begins.size()).first->second;
        sorted.emplace_back(at, std::move(one));
    }
    std::ranges::stable_sort(sorted, {}, [](const auto& one) { return one.first; });
    for (auto& [at, one] : sorted) pair.differences.push_back(std::move(one));
    return pair;
}

std::vector<Compared::Group> groups_of(const std::vector<FileDifference>& differences) {
    std::vector<Compared::Group> groups;
    for (std::size_t i = 0; i < differences.size(); i++) {
        auto place = group_of(differences[i]);
        if (groups.empty() || groups.back().place != place) groups.push_back({std::move(place), {i, i}});
        groups.back().stretch.to = i + 1;
    }
    return groups;
}

// What the stretches name, as far as it is there.
std::vector<FileDifference> named(const Pair& pair) {
    std::vector<FileDifference> all;
    for (const Stretch& one : pair.order.stretches)
        for (std::size_t i = one.from; i < std::min(one.to, pair.differences.size()); i++) all.push_back(pair.differences[i]);
    return all;
}

Wholeness wholeness(octatrack::Damage damage) {
    switch (damage) {
        case octatrack::Damage::none:
            return Wholeness::whole;
        case octatrack::Damage::doubtful:
            return Wholeness::doubtful;
        case octatrack::Damage::partial:
            return Wholeness::partial;
        case octatrack::Damage::lost:
            return Wholeness::lost;
    }
    return Wholeness::lost;
}

}  // namespace

Reply compare(std::string_view order, ByteView files) {
    const auto pair = compared_pair(order, files);
    if (!pair) return refused(pair.problem());
    Compared told{.groups = groups_of(pair->differences), .lines = {}};
    for (const FileDifference& one : named(*pair)) {
        const bool step = !one.place.empty() && one.place.back().starts_with("step ");
        told.lines.push_back({step ? one.place.back() : "", one.words, one.path});
    }
    return {.json = json_of(told)};
}

Reply take_over(std::string_view order, ByteView files) {
    const auto pair = compared_pair(order, files);
    if (!pair) return refused(pair.problem());
    const auto into = pair->order.into == 0 ? octatrack::Side::first : octatrack::Side::second;
    return {.bytes = octatrack::taken_over(pair->order.name, pair->first, pair->second, into, named(*pair))};
}

Reply examine(ByteView bank) {
    const auto damage = octatrack::examine_bank(bank);
    if (!damage) return refused(damage.problem());
    Examined told;
    std::ranges::transform(damage->patterns, told.patterns.begin(), [](const auto& one) { return wholeness(one.damage); });
    std::ranges::transform(damage->parts, told.parts.begin(), [](const auto& one) { return wholeness(one.damage); });
    std::ranges::transform(damage->saved_parts, told.saved_parts.begin(), [](const auto& one) { return wholeness(one.damage); });
    for (const Problem& problem : octatrack::damage_findings(*damage)) told.lines.push_back(sentence(problem));
    return {.json = json_of(told)};
}

Reply rebuild(ByteView bank) {
    const auto damage = octatrack::examine_bank(bank);
    if (!damage) return refused(damage.problem());
    auto rebuilt = octatrack::rebuild_bank(bank, *damage);
    return {.json = text_of({{"notes", rebuilt.notes}}), .bytes = std::move(rebuilt.bytes)};
}

}  // namespace groovebench::app
