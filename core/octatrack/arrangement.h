// arr01 to arr08: an arrangement, and its stored state. Source: octatrack.md §5.
//
// Changing a row's type on the device changes its first byte alone; what the row was before stays
// behind the new fields and counts in the checksum. So a row is 22 bytes, seen through the structure of
// its type, and an edit changes the bytes of one field.
#pragma once

#include "octatrack/container.h"
#include "octatrack/words.h"
#include "schema/values.h"

namespace groovebench::octatrack {

inline constexpr int row_limit = 256, arrangement_count = 8;
inline constexpr u8 scene_unchanged = 255;

struct Row {
    Choice<RowType> type;
    Unknown<21> content;  // by type: PatternRow, LoopRow, ReminderRow

    static constexpr auto name = "row";
    static constexpr void describe(auto& field) {
        field(FIELD(Row, type), Evidence::verified, "what the row does");
        field(FIELD(Row, content), Evidence::verified, "the row's fields, and what it was before");
    }
};
static_assert(sizeof(Row) == 22 && whole<Row>());

struct PatternRow {
    Choice<RowType> type;
    u8 pattern;
    Ranged<0, 63> repetitions;
    be16 mutes;
    Unknown<1> unknown_0x05;
    Ranged<720, 7200, be16, 0> tempo_x24;
    Ranged<0, 15, u8, scene_unchanged> scene_a, scene_b;
    be16 offset;
    be16 end;
    i8 transpose[8];

    static constexpr auto name = "pattern row";
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified;
        field(FIELD(PatternRow, type), sure, "what the row does");
        field(FIELD(PatternRow, pattern), sure, "bank x 16 + pattern; 1 is A01", Unit::plus_one);
        field(FIELD(PatternRow, repetitions), Evidence::stated, "how often it plays", Unit::plus_one);
        field(FIELD(PatternRow, mutes), Evidence::stated, "muted audio tracks, T1 is 1; the upper half may be MIDI tracks");
        field(FIELD(PatternRow, unknown_0x05), Evidence::unknown, "0 in every file");
        field(FIELD(PatternRow, tempo_x24), sure, "tempo from here on; none keeps it", Unit::beats_x24);
        field(FIELD(PatternRow, scene_a), sure, "scene A; none keeps it", Unit::plus_one);
        field(FIELD(PatternRow, scene_b), sure, "scene B; none keeps it", Unit::plus_one);
        field(FIELD(PatternRow, offset), Evidence::inferred, "first step", Unit::plus_one);
        field(FIELD(PatternRow, end), Evidence::inferred, "offset and length together; 0 occurs too", Unit::steps);
        field(FIELD(PatternRow, transpose), sure, "transpose of MIDI tracks M1 to M8, -48 to 48 semitones");
    }
};
static_assert(sizeof(PatternRow) == 22 && whole<PatternRow>());

struct LoopRow {
    Choice<RowType> type;
    Ranged<0, 100> count;
    u8 target;
    Unknown<19> stale;

    static constexpr auto name = "loop row";
    static constexpr void describe(auto& field) {
        field(FIELD(LoopRow, type), Evidence::verified, "what the row does");
        field(FIELD(LoopRow, count), Evidence::verified, "how often; 0 is endless");
        field(FIELD(LoopRow, target), Evidence::verified,
              "row it goes to: before this one a loop, this one a halt, behind it a jump", Unit::plus_one);
        field(FIELD(LoopRow, stale), Evidence::verified, "what the row was before");
    }
};
static_assert(sizeof(LoopRow) == 22 && whole<LoopRow>());

struct ReminderRow {
    Choice<RowType> type;
    Text<15> text;
    Unknown<6> stale;

    static constexpr auto name = "reminder row";
    static constexpr void describe(auto& field) {
        field(FIELD(ReminderRow, type), Evidence::verified, "what the row does");
        field(FIELD(ReminderRow, text), Evidence::verified, "what it says");
        field(FIELD(ReminderRow, stale), Evidence::verified, "what the row was before");
    }
};
static_assert(sizeof(ReminderRow) == 22 && whole<ReminderRow>());

struct ArrangementBlock {
    Text<16> title;
    Ranged<0, 256, be16> row_count;
    Row rows[256];

    static constexpr auto name = "arrangement block";
    static constexpr void describe(auto& field) {
        field(FIELD(ArrangementBlock, title), Evidence::verified,
              "name, at most 15 characters; an older one may stand behind its end");
        field(FIELD(ArrangementBlock, row_count), Evidence::inferred, "rows in use");
        field(FIELD(ArrangementBlock, rows), Evidence::verified, "rows; those behind the count may hold old ones");
    }
};
static_assert(sizeof(ArrangementBlock) == 5650 && whole<ArrangementBlock>());

struct Arrangement {
    Header<"ARRA", 6> header;
    Unknown<2> unknown_0x16;
    ArrangementBlock current;
    Unknown<1> unknown_0x162A;
    Ranged<0, 1> saved;
    ArrangementBlock stored;
    Ranged<0, 1> all_saved[8];
    be16 checksum;

    static constexpr auto name = "arrangement";
    static constexpr void describe(auto& field) {
        field(FIELD(Arrangement, header), Evidence::verified, "what kind of file this is");
        field(FIELD(Arrangement, unknown_0x16), Evidence::unknown, "0 in every file");
        field(FIELD(Arrangement, current), Evidence::verified, "the arrangement as it is");
        field(FIELD(Arrangement, unknown_0x162A), Evidence::unknown, "0 in every file");
        field(FIELD(Arrangement, saved), Evidence::stated, "1 once this arrangement has been saved");
        field(FIELD(Arrangement, stored), Evidence::verified, "the arrangement as it was saved: what RELOAD brings back");
        field(FIELD(Arrangement, all_saved), Evidence::stated,
              "1 for each of arrangements 1 to 8 that has been saved or is active");
        field(FIELD(Arrangement, checksum), Evidence::verified, "sum of the bytes; written when the file is");
    }
};
static_assert(sizeof(Arrangement) == 11336 && whole<Arrangement>());

// Checks size, kind and version. A wrong checksum is not a refusal: ask checksum_problem().
Result<const Arrangement*> open_arrangement(ByteView file);

// The structure a row is seen through; of an unknown type, Row itself.
const Schema& schema_of(const Row&);
template <class T>
const T& row_as(const Row& row) {
    static_assert(sizeof(T) == sizeof(Row));
    return reinterpret_cast<const T&>(row);
}
template <class T>
T& row_as(Row& row) {
    static_assert(sizeof(T) == sizeof(Row));
    return reinterpret_cast<T&>(row);
}

// The value a path names; of a row by the fields of its type: "current.rows[3].tempo_x24", "stored.rows[1].text".
Result<Place> find_value(const Arrangement&, std::string_view path);

int used_rows(const ArrangementBlock&);  // never more than 256, whatever the file says
// As the device makes a row: plays the pattern once for its 16 steps, changes nothing else.
Row new_pattern_row(int bank, int pattern);

// Values out of range in the rows in use, seen through their types, and rows that go nowhere.
std::vector<Problem> arrangement_findings(const Arrangement&);

}  // namespace groovebench::octatrack
