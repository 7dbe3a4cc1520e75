// What the application and the workshop say to each other about a file that the application has no table of: files of the
// EP-133 and the OP-Z, which the workshop knows through core/any. The bytes of the file go along with every question.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/problem.h"
#include "schema/schema.h"

namespace groovebench::app {

// Which rows are wanted: those of a tree that is unfolded so far, or of what is searched for.
struct FieldsOrder {
    std::string name;  // of the file, with the folders it lies in: they tell its kind
    std::vector<std::string> unfolded;
    std::vector<std::string> wanted;  // words in small letters that all must occur
};

// A field with the words that it borrows elsewhere.
struct OwnField {
    std::string name, note;
    std::vector<std::string> texts;
    std::vector<Word> words;
    Field field;
};

struct ToldRow {
    std::string path;
    std::size_t name_at = 0;  // where its own name begins in it
    int field = -1;           // in the list of fields
    std::size_t offset = Problem::nowhere, size = 0;
    int flag = -1;  // of a mask, from 0
    int depth = 0;
    bool folds = false, open = false;
    std::string words;  // the value as the machine shows it; of what folds what is in it
    i64 number = 0;     // the raw value, of a number
    bool plain = true;  // a number that is shown as its field alone would show it
    std::string note;   // what it means, where no field says so
};

struct FieldsTold {
    std::string format;           // "opz project"; empty: nobody knows it
    std::string refused, locked;  // why it does not open; why it is not edited
    std::vector<std::unique_ptr<OwnField>> fields;
    std::vector<ToldRow> rows;
};

std::string json_of(const FieldsOrder&);
std::optional<FieldsOrder> fields_order(std::string_view json);

std::string json_of(const FieldsTold&);
std::optional<FieldsTold> fields_told(std::string_view json);

// One value: as it was typed, or as a number.
struct ValueOrder {
    std::string name, path, typed;
    std::optional<i64> number;
};
std::string json_of(const ValueOrder&);
std::optional<ValueOrder> value_order(std::string_view json);

std::string json_of(const std::vector<Problem>&);
std::vector<Problem> problems_told(std::string_view json);

// What differs between two files: lines below the places they have in common.
struct TextGroup {
    std::string heading;
    std::vector<std::string> lines;
};
std::string json_of(const std::vector<TextGroup>&);
std::vector<TextGroup> groups_told(std::string_view json);

}  // namespace groovebench::app
