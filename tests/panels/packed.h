// An archive packed by the workshop as the page has it packed: slice by slice.
#pragma once

#include <nlohmann/json.hpp>

#include "workshop/workshop.h"

namespace groovebench::test {

inline app::Reply packed(app::Workshop& workshop, std::string_view how) {
    const app::Reply begun = workshop.perform("pack_begin", how, {});
    if (!begun.refusal.empty()) return begun;
    while (nlohmann::ordered_json::parse(workshop.perform("pack_step", "{}", {}).json)["more"].get<bool>()) {
    }
    return workshop.perform("pack_end", "{}", {});
}

}  // namespace groovebench::test
