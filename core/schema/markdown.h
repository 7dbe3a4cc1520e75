// The page of a format, made of its tables: what a person reads to understand the bytes, and never writes by hand.
#pragma once

#include <span>
#include <string>

#include "schema/schema.h"

namespace groovebench {

// A table of offset, size, field, meaning, range and evidence for the record; below it one for each record inside, once, and the
// lists that are too long for a cell. `also` are records that only a value of another one chooses.
std::string markdown(const Schema&, std::span<const Schema* const> also = {});

// The cells of a field that is no record: "0 to 127", "64 flags", "0 OFF, 1 ON"; its note with its unit.
std::string range_words(const Field&);
std::string meaning_words(const Field&);
std::string list_words(std::span<const Word>);  // "0 OFF, 1 ON"
std::string cell(std::string_view text);        // with nothing in it that would end a cell

}  // namespace groovebench
