// A file of an EP-133 by the paths of its fields: a member's own ("amplitude", "events[12].note", "metadata.sound.pitch"), or
// through an archive down to one ("pads.a[7].amplitude", "projects[1].scenes.scenes[2].numerator", "sounds[700].wave.rate").
//
// Groups are a to d as in the archive, pads count from the top left: pad 7 is key 1. Projects, patterns and sounds go by their
// numbers, whatever their order.
#pragma once

#include "ep133/file_kind.h"
#include "schema/by_path.h"

namespace groovebench::ep133 {

std::optional<Problem> refusal(FileKind, ByteView);  // why a file does not open

Result<ValueRead> read_field(FileKind, ByteView, std::string_view path);
Result<std::vector<Listed>> list_fields_of(FileKind, ByteView, std::string_view path);
using VisitRead = std::function<void(const ValueRead&)>;
Outcome each_field(FileKind, ByteView, std::string_view path, const VisitRead&);

// One field, under the rules that keep a file valid: no tempo of 0, no pattern 0 in a scene that is one, an event whose position
// changes moves to its place among the others. What is written with the file (counts, sizes) is refused. Of an archive only
// the member that changes is packed anew.
Outcome set_field(FileKind, Bytes& file, std::string_view path, const Written&);

// ---- of a member alone: member_fields.cpp, set_member_field.cpp
Result<ValueRead> read_member_field(FileKind, ByteView, std::string_view path);
Result<std::vector<Listed>> list_member_fields(FileKind, ByteView, std::string_view path);
Outcome each_member_field(FileKind, ByteView, std::string_view path, const VisitRead&);
Outcome set_member_field(FileKind, Bytes& file, std::string_view path, const Written&);
bool is_archive(FileKind);  // a backup or a project

}  // namespace groovebench::ep133
