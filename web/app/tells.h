// What the page tells: a card begins, files are listed, a save is done …
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "session/session.h"

namespace groovebench::app {

// Events that are not known, or not formed as they should be, change nothing.
void tell(Session&, std::string_view event, const nlohmann::ordered_json& data);

}  // namespace groovebench::app
