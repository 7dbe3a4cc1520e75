// Saving as the page carries it out: the plan as data, the bytes of a step, what was there before, and
// whether bytes read back are a good file.
#pragma once

#include "session/session.h"

namespace groovebench::app {

std::string save_plan(Session&, bool with_stored);     // JSON, as the page's dialog shows it
Bytes planned(const Session&, std::string_view path);  // what the file will hold, sealed
std::optional<Bytes> original_bytes(const Session&, std::string_view path);
std::string verify(std::string_view path, ByteView bytes);  // a JSON list of sentences

}  // namespace groovebench::app
