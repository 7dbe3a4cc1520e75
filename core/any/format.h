// What programs can ask of a file of any machine, whatever its kind: one table of functions a format. The only place that
// tells the kinds of files apart; a machine adds its own with a file beside octatrack_formats.cpp and a line in formats.cpp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "schema/by_path.h"

namespace groovebench::any {

// A difference, or a line of a summary, with its place from the whole to the part: {"Bank A", "A03", "T3"}.
struct Told {
    std::vector<std::string> place;
    std::string words;
    std::string path;  // of the field; may be empty
};

enum class Side : u8 { first, second };
using Picked = std::span<const std::size_t>;  // of a list of differences, by their place in it

struct Format {
    std::string_view name;  // "octatrack bank": what a JSON document says in "format"

    bool (*is)(std::string_view file_name, ByteView);
    std::optional<Problem> (*refusal)(ByteView);  // why it does not open
    // Why an open file is not edited: another version, or a sum that is wrong, which one may consent to (Cause::broken).
    std::optional<Problem> (*locked)(ByteView);
    std::vector<Problem> (*check)(std::string_view file_name, ByteView);
    void (*seal)(ByteSpan);

    Result<std::string> (*json)(ByteView, JsonDetail);  // an object, its first name "format"
    Result<Bytes> (*from_json)(Json&& document);
    Result<ValueRead> (*read)(ByteView, std::string_view path);
    Result<std::vector<Listed>> (*list)(ByteView, std::string_view path);
    Outcome (*each)(ByteView, std::string_view path, const std::function<void(const ValueRead&)>&);  // json is left empty
    Outcome (*set)(Bytes&, std::string_view path, const Written&);

    Result<std::vector<Told>> (*differences)(std::string_view file_name, ByteView first, ByteView second);
    // The file of one side with some of these differences as the other side has them; all of them give the other file, but for
    // its sum. Refused: what cannot be taken without its neighbours.
    Result<Bytes> (*take_over)(std::string_view file_name, ByteView first, ByteView second, Side into, Picked);
    std::vector<Told> (*summary)(std::string_view file_name, ByteView);  // of a file that opens
    std::string (*page)();                                               // Markdown
};

std::span<const Format* const> formats();
const Format* format_named(std::string_view name);              // or null
const Format* format_of(std::string_view file_name, ByteView);  // by the name, else by what the bytes say; or null
Problem unknown_format(std::string_view file_name);

struct FromJson {
    const Format* format = nullptr;
    Bytes bytes;
};
Result<FromJson> from_json(std::string_view document);

// ---- of octatrack_formats.cpp and ep133_formats.cpp
std::span<const Format> octatrack_formats();
std::span<const Format> ep133_formats();

// ---- of opz_formats.cpp
std::span<const Format> opz_formats();

}  // namespace groovebench::any
