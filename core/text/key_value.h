// Text of KEY=VALUE lines in [SECTION] … [/SECTION] blocks, as the Octatrack writes project.work.
//
// Nothing is decoded into a second structure: the bytes are the text, and what is found here are views
// into them. Reading never fails: a line of no known kind is kept as it is. A change is a Splice, a few
// bytes put in the place of others; every byte it does not name stays where it was. After a splice the
// views are stale: parse again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/problem.h"

namespace groovebench::text {

enum class LineKind : u8 {
    blank,
    comment,  // begins with '#'; a ruler is one of these
    open,     // [NAME]
    close,    // [/NAME]
    entry,    // KEY=VALUE, split at the first '='
    other,
};

struct Line {
    LineKind kind = LineKind::other;
    std::size_t offset = 0;        // of the first character
    std::size_t size = 0;          // characters, without the line end
    std::size_t ending = 0;        // 2 for CR LF, 1 for a lone LF, 0 at the end of the file
    std::string_view key;          // of an entry; the name in an opening or closing line
    std::size_t value_offset = 0;  // of an entry
    std::size_t value_size = 0;    // may be 0
    std::size_t end() const { return offset + size + ending; }
};

// From the line [NAME] up to and including [/NAME]; a section that is not closed ends where the next
// one opens, or with the file.
struct Section {
    std::string_view name;
    std::size_t first_line = 0, last_line = 0;  // indices into lines, both included
    bool closed = false;
};

struct KeyValueText {
    ByteView bytes;  // borrowed
    std::vector<Line> lines;
    std::vector<Section> sections;

    std::string_view value(const Line& line) const { return text_of(bytes.subspan(line.value_offset, line.value_size)); }
    std::string_view whole(const Line& line) const { return text_of(bytes.subspan(line.offset, line.size)); }
    // Offsets of a section's first byte, and of the byte behind its last line end.
    std::size_t begin_of(const Section& section) const { return lines[section.first_line].offset; }
    std::size_t end_of(const Section& section) const { return lines[section.last_line].end(); }
};

KeyValueText parse(ByteView bytes);

// The n-th section of that name, the n-th entry of that key in a section (n from 0), or null.
const Section* find_section(const KeyValueText&, std::string_view name, std::size_t nth = 0);
const Line* find_entry(const KeyValueText&, const Section&, std::string_view key, std::size_t nth = 0);

// Bytes in the place of others: what undo swaps back.
struct Splice {
    std::size_t offset = 0;
    Bytes before, after;
};

Splice replace_value(const KeyValueText&, const Line& entry, std::string_view value);
Splice insert_text(std::size_t offset, std::string_view lines);
Splice replace_range(const KeyValueText&, std::size_t begin, std::size_t end, std::string_view lines);

// The bytes with the splice in them. Refused if they do not hold `before` at its place.
Result<Bytes> spliced(ByteView bytes, const Splice&);

// A whole number that is the entire text, with an optional sign; nothing for anything else.
std::optional<i64> whole_number(std::string_view text);

}  // namespace groovebench::text
