#include "messages/compare.h"

#include "messages/take.h"
#include "messages/take_stretches.h"

namespace groovebench::app {
namespace {

using namespace taking;

std::string words_at(const json& all, std::size_t i) {
    return all.is_array() && i < all.size() && all[i].is_string() ? all[i].get<std::string>() : std::string();
}
template <std::size_t N>
json numbers(const std::array<Wholeness, N>& all) {
    json told = json::array();
    for (const Wholeness one : all) told.push_back(unsigned(one));
    return told;
}
template <std::size_t N>
bool read_numbers(const json& from, std::array<Wholeness, N>& into) {
    if (from.size() != N) return false;
    for (std::size_t i = 0; i < N; i++) into[i] = Wholeness(number_at(from, i) & 3);
    return true;
}

}  // namespace

std::string json_of(const CompareOrder& order) {
    return text_of({{"name", order.name},
                    {"first_size", order.first_size},
                    {"into", order.into},
                    {"stretches", stretches_json(order.stretches)}});
}

std::optional<CompareOrder> compare_order(std::string_view text) {
    const json data = json::parse(text, nullptr, false);
    if (!data.is_object()) return {};
    CompareOrder order;
    take(data, "name", order.name);
    take(data, "first_size", order.first_size);
    take(data, "into", order.into);
    order.stretches = stretches_of(data);
    return order;
}

std::string json_of(const Compared& compared) {
    json groups = json::array(), lines = json::array();
    for (const auto& group : compared.groups) groups.push_back({group.stretch.from, group.stretch.to, group.place});
    for (const auto& line : compared.lines) lines.push_back({line.place, line.words, line.path});
    return text_of({{"groups", groups}, {"lines", lines}});
}

std::optional<Compared> compared(std::string_view text) {
    const json data = json::parse(text, nullptr, false);
    if (!data.is_object()) return {};
    Compared all;
    for (const json& one : list(data, "groups")) {
        if (!one.is_array() || one.size() != 3) return {};
        all.groups.push_back({{}, {number_at(one, 0), number_at(one, 1)}});
        for (const json& part : one[2]) all.groups.back().place.push_back(part.is_string() ? part.get<std::string>() : "");
    }
    for (const json& one : list(data, "lines")) all.lines.push_back({words_at(one, 0), words_at(one, 1), words_at(one, 2)});
    return all;
}

std::string json_of(const Examined& bank) {
    return text_of({{"patterns", numbers(bank.patterns)},
                    {"parts", numbers(bank.parts)},
                    {"saved_parts", numbers(bank.saved_parts)},
                    {"lines", bank.lines}});
}

std::optional<Examined> examined(std::string_view text) {
    const json data = json::parse(text, nullptr, false);
    Examined bank;
    const bool good = read_numbers(list(data, "patterns"), bank.patterns) && read_numbers(list(data, "parts"), bank.parts) &&
                      read_numbers(list(data, "saved_parts"), bank.saved_parts);
    if (!good) return {};
    for (const json& one : list(data, "lines")) bank.lines.push_back(one.is_string() ? one.get<std::string>() : "");
    return bank;
}

}  // namespace groovebench::app
