// Any file of an EP-133 as one JSON document, and back: the bytes of a document that nobody touched are those of the file.
//
// The first name is "format": "ep133 pad" and so on. A member with a table follows by it (schema/json.h); of a pattern's count
// the document may be silent. meta.json has its own keys. A sound has its chunks, its "metadata", its "samples" as hex, and a
// "layout" of all else. An archive has its members under the names of their paths, numbered ones as objects by number, what has
// no such path under "others", and a "layout": what stands in front of, between and behind the members, as hex where it cannot
// be made anew exactly. A packed member is kept as it was packed only where packing it again gives other bytes, and used only
// while the content is what it was. Something that does not open is "bytes", as hex.
#pragma once

#include "ep133/file_kind.h"
#include "schema/json.h"

namespace groovebench::ep133 {

// Refused for files that do not open.
Result<std::string> file_json(FileKind, ByteView file, JsonDetail = JsonDetail::brief);
Result<Bytes> file_from_json(FileKind, Json&& document);

// ---- of a member, without "format", on the lines of a document indented by `depth`; hex where it does not open
std::string member_json(FileKind, ByteView file, JsonDetail, int depth);
Result<Bytes> member_from_json(FileKind, const Json&);

// ---- of an archive: archive_json.cpp, archive_from_json.cpp
std::string archive_json(FileKind, ByteView file, JsonDetail, int depth);
Result<Bytes> archive_from_json(FileKind, const Json&);

// ---- what they are made of
std::string hex_of(ByteView);
std::optional<Bytes> bytes_of_hex(const Json&);
std::string hex_object(ByteView);  // {"bytes": "…"}

// Writes an object or an array: a line for every element, or all on one.
class JsonLines {
public:
    JsonLines(std::string& into, char bracket, int at_depth);
    void element(std::string_view json);
    void element(std::string_view name, std::string_view json);
    void close();
    int inner() const { return depth + 1; }

private:
    void next();
    std::string& out;
    char closing;
    int depth;
    bool first = true;
};

}  // namespace groovebench::ep133
