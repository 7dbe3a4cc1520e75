// Names as the Octatrack spells them (one byte a character, ISO 8859-1) and as everything else does
// (UTF-8, composed or decomposed). Every byte has a character, so reading never loses anything.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace groovebench::text {

std::string utf8_from_latin1(std::string_view latin1);

// Nothing if a character has no place in ISO 8859-1. A letter followed by its accent (as macOS stores
// names) becomes the one accented letter.
std::optional<std::string> latin1_from_utf8(std::string_view utf8);

// The same text for names that a FAT card takes for the same: accents composed, letters of ASCII and
// of ISO 8859-1 in lower case. What is not UTF-8 is kept as it is.
std::string folded(std::string_view utf8);

}  // namespace groovebench::text
