// Stretches of differences in JSON, [[from, to]]. For the sources of this folder only.
#pragma once

#include <vector>

#include "messages/compare.h"
#include "messages/take.h"

namespace groovebench::app::taking {

inline std::size_t number_at(const json& all, std::size_t i) {
    return all.is_array() && i < all.size() && all[i].is_number_unsigned() ? all[i].get<std::size_t>() : 0;
}

inline json stretches_json(const std::vector<Stretch>& stretches) {
    json all = json::array();
    for (const Stretch& one : stretches) all.push_back({one.from, one.to});
    return all;
}
inline std::vector<Stretch> stretches_of(const json& data) {
    std::vector<Stretch> stretches;
    for (const json& one : list(data, "stretches")) stretches.push_back({number_at(one, 0), number_at(one, 1)});
    return stretches;
}

}  // namespace groovebench::app::taking
