// A part as text for the system clipboard, and back, without losing a byte of it. A person can read it: fields by
// their paths, raw numbers, only what differs from a part of a new project.
//
//   Groovebench Octatrack 1: part
//   # TECHNO_05 bank A part 2
//   name=DRUMS
//   machines[3]=1
//   pages[3].amp.vol=70
#pragma once

#include "octatrack/bank.h"

namespace groovebench::octatrack {

struct PartClip {
    std::string name;    // UTF-8, as the bank names it; empty for none
    std::string origin;  // for people
    Bytes bytes;         // a Part; its index is that of part 1
};
std::string part_text(const Part&, std::string_view name, std::string_view origin = {});
// What is wrong is told with its line: path "line 4".
Result<PartClip> parse_part(std::string_view text);
bool looks_like_part(std::string_view text);  // by its first line
// Over another part, which keeps its index.
void paste_part(Part&, const PartClip&);

}  // namespace groovebench::octatrack
