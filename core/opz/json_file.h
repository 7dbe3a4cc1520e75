// Files of an OP-Z that are JSON, or hold some: kits and the configuration. One set of tools for all of them; a kind adds
// where the text stands, what its values mean, and what they may be.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "opz/json_text.h"
#include "schema/by_path.h"

namespace groovebench::opz {

struct JsonFileKind {
    std::string_view format;  // "opz kit"

    // The text in the file, from its first brace to its last; or why the file does not open.
    Result<TextPlace> (*text)(ByteView file);
    // The file with another text in its place.
    Bytes (*with_text)(ByteView file, TextPlace, std::string_view text);

    const Field* (*field)(std::string_view path);  // what is known of a value; or null
    std::string (*shown)(std::string_view path, const Json& value);
    // The value for what a person wrote, or a refusal; `whole` are the values that stand there.
    Result<Json> (*value)(const Json& whole, std::string_view path, const Written&);
};

std::optional<Problem> refusal(const JsonFileKind&, ByteView file);

// Of files that open.
std::string_view text_of(const JsonFileKind&, ByteView file);
Json values_of(const JsonFileKind&, ByteView file);

// {"format": …, "values": what is in the text, "text": the text, "before" and "after": the bytes around it, as hex}. Values that
// were changed go into the text; the text says how they are laid out.
std::string file_json(const JsonFileKind&, ByteView file);
Result<Bytes> file_from_json(const JsonFileKind&, const Json& document);

Result<ValueRead> read(const JsonFileKind&, ByteView file, std::string_view path);
Result<std::vector<Listed>> list(const JsonFileKind&, ByteView file, std::string_view path);
Outcome each(const JsonFileKind&, ByteView file, std::string_view path, const std::function<void(const ValueRead&)>&);
Outcome set(const JsonFileKind&, Bytes& file, std::string_view path, const Written&);

// A value that differs, is gone or is new, in words. Both open.
struct ValueDifference {
    std::vector<std::string> place;
    std::string words, path;
};
std::vector<ValueDifference> compare_values(const JsonFileKind&, ByteView first, ByteView second,
                                            std::vector<std::string> (*place)(std::string_view path));

// The file with some of these differences to another as they are there. What is no value (the sound of a kit) comes with all of
// the other file, and the values that were not taken are put back. Refused: a value that only one of the two has.
Result<Bytes> taken_over(const JsonFileKind&, ByteView to, ByteView from, const std::vector<ValueDifference>& all,
                         std::span<const std::size_t> taken);

// ---- for kinds
// The value of the same sort as the one that is there: a number, a text, true or false.
Result<Json> plain_value(const Json& now, std::string_view path, const Written&);
std::string plain_shown(const Json&);
Problem wrong_value(std::string_view path, std::string expected, const Written&);
std::string_view base_of(std::string_view path);  // "start" of "start[3]"

}  // namespace groovebench::opz
