#include "workshop/compare_desk.h"

#include <algorithm>

#include "any/format.h"
#include "messages/compare.h"
#include "octatrack/bank_doctor.h"
#include "workshop/asked.h"
#include "workshop/difference_list.h"

namespace groovebench::app {
namespace {

// Nothing is known of the bytes of such a file.
constexpr std::string_view other_bytes = "other bytes";

struct Pair {
    CompareOrder order;
    ByteView first, second;
    const any::Format* format = nullptr;
};

Result<Pair> compared_pair(std::string_view text, ByteView files) {
    const auto order = compare_order(text);
    if (!order || order->first_size > files.size())
        return Problem{.expected = "the order of a comparison with the bytes of two files", .found = "something else"};
    Pair pair{*order, files.first(order->first_size), files.subspan(order->first_size), nullptr};
    pair.format = any::format_of(order->name, pair.first);
    return pair;
}

Result<std::vector<any::Told>> differences_of(const Pair& pair) {
    if (!pair.format) return std::vector<any::Told>{{{}, std::string(other_bytes), ""}};
    return pair.format->differences(pair.order.name, pair.first, pair.second);
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
    auto differences = differences_of(*pair);
    if (!differences) return refused(differences.problem());
    return {.json = json_of(DifferenceList(*std::move(differences)).told(pair->order.stretches))};
}

Reply take_over(std::string_view order, ByteView files) {
    const auto pair = compared_pair(order, files);
    if (!pair) return refused(pair.problem());
    const ByteView other = pair->order.into == 0 ? pair->second : pair->first;
    if (!pair->format) return {.bytes = Bytes(other.begin(), other.end())};
    auto differences = differences_of(*pair);
    if (!differences) return refused(differences.problem());
    const auto picked = DifferenceList(*std::move(differences)).picked(pair->order.stretches);
    const auto into = pair->order.into == 0 ? any::Side::first : any::Side::second;
    auto taken = pair->format->take_over(pair->order.name, pair->first, pair->second, into, picked);
    return taken ? Reply{.bytes = *std::move(taken)} : refused(taken.problem());
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
