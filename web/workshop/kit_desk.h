// Sounds and what describes them become a .ppak (convert/kit.h): files come in one by one, by name; then the plan, as often as
// they change; then the building, in steps, so that the page can show progress and stop.
#pragma once

#include <map>
#include <optional>

#include "convert/kit.h"
#include "workshop/asked.h"
#include "workshop/reply.h"

namespace groovebench::app {

class KitDesk {
public:
    // A sound; kit.json or another description; pads.csv, patterns.csv, scenes.csv; a backup that all goes into.
    Reply put(std::string name, Bytes file);
    Reply remove(const std::string& name);
    Reply plan();
    Reply begin();
    Reply step();
    Reply end();
    Reply forget();

private:
    Result<convert::KitOrder> ordered();
    Result<std::string> described(std::vector<std::string> sounds) const;

    std::map<std::string, Bytes> files;
    std::string description;                       // that of the order
    std::optional<convert::KitBuilding> building;  // borrows both
};

}  // namespace groovebench::app
