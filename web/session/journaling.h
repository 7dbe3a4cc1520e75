// The journal of edits: every one goes to the page's storage as it is made, and is replayed at the next
// visit if it never reached the card.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "session/session.h"

namespace groovebench::app {

void keep_journal(Session&);                                    // once a frame: sends what is new
void restore(Session&, const nlohmann::ordered_json& records);  // asks for the files they need, then replays

}  // namespace groovebench::app
