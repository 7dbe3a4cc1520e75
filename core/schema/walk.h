// What runs on any format: going over all fields, finding one by its path, checking, comparing.
//
// Paths count from 1: "patterns[3].audio_tracks[1].locks[5].amp_vol"; "trigs[5]" is one flag of a mask,
// "arp_masks[2][5]" one of several masks.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "bytes/problem.h"
#include "schema/forms.h"
#include "schema/values.h"

namespace groovebench {

// The way from the file to a record: made on the stack, spelled out only when somebody asks.
struct Trail {
    const Trail* up = nullptr;
    const Field* field = nullptr;
    u32 index = 0;
};
std::string spelled(const Trail&);  // "patterns[3].audio_tracks[1]"

struct Visit {
    const Field& field;
    std::size_t offset;  // of the element
    const Trail& trail;  // valid during the visit
    Place place() const { return {&field, offset}; }
    std::string path() const;
};

// Every value of the file in order: numbers, choices, flags, texts, unknown bytes, and the parts of
// packed fields. Records are entered, not visited. `at` is where the record lies in the file.
void walk(const Schema&, std::size_t at, const std::function<void(const Visit&)>& visit);

// What a path names, be it a value, a flag, a record or a whole array; the empty path is the whole file. Records are seen
// through the forms, which look at their bytes.
struct Stretch {
    const Field* field = nullptr;    // null: the whole file
    const Schema* record = nullptr;  // the table of a record, or of the parts of a packed value
    std::size_t offset = 0;          // of the element, or of the array's first
    i64 index = -1;                  // of an element of an array, from 0
    int flag = -1;                   // from 0

    bool is_array() const { return field && field->is_array && index < 0; }
    bool is_value() const { return field && !is_array() && field->kind != Kind::record; }
    Place place() const { return {field, offset, flag}; }  // of a value
};
Result<Stretch> locate(const Schema&, ByteView file, std::string_view path, const RecordForms& = {}, std::size_t at = 0);

// The value a path names, or why there is none.
Result<Place> find(const Schema&, std::string_view path, std::size_t at = 0);

// The path of the value that holds the byte at `offset`, or an empty string.
std::string path_at(const Schema&, std::size_t offset, std::size_t at = 0, ByteView file = {}, const RecordForms& = {});

// Ranges, lists and constants that the bytes do not keep: findings, never a refusal. At most `limit`.
std::vector<Problem> validate(const Schema&, ByteView file, std::size_t limit = 1000);

struct Difference {
    std::string path;
    Place place;
};
// The values in which two files of the same format and size differ.
std::vector<Difference> diff(const Schema&, ByteView before, ByteView after);

}  // namespace groovebench
