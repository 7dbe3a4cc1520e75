// Why a file is not edited, and what can be done about it: the words, and links behind them on the same line.
#pragma once

#include "session/session.h"
#include "widgets/words.h"

namespace groovebench::app {

void with_remedies(Session&, const std::string& path, std::string_view words, ui::Tone, const char* name = nullptr);

}  // namespace groovebench::app
