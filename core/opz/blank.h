// What the machine makes when nothing is there: the body of revisions 4 and 5. Source: opz.md §12.
#pragma once

#include "opz/project.h"

namespace groovebench::opz {

inline constexpr u32 blank_revision = 5;

inline constexpr std::array<u8, 8> empty_slot = {0x00, 0x0A, 0, 0, no_note, 100, 0, 0};
void make_blank(Step&);
void make_blank(Pattern&);
Bytes blank_project();

const Pattern& blank_pattern();
bool is_blank(const Pattern&);  // byte for byte

}  // namespace groovebench::opz
