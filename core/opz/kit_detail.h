// Where the JSON of a kit stands; for kit*.cpp only.
#pragma once

#include "opz/kit.h"

namespace groovebench::opz {

Result<TextPlace> kit_text(ByteView file);
Bytes with_kit_text(ByteView file, TextPlace, std::string_view text);

}  // namespace groovebench::opz
