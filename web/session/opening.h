// A card begins: what is shown first, and zips opened as cards.
#pragma once

#include "session/session.h"

namespace groovebench::app {

// The walk is complete: the first project is shown when there is no other choice to make.
void listed(Session&, double seconds);
// The archive's files become the card's. One that is refused says why and leaves no card open.
void open_zip_card(Session&, const std::string& name, Bytes archive);

}  // namespace groovebench::app
