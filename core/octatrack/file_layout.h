// What the binary files of a project are to tools that go over any format: their tables, how their records are seen, and
// whether their bytes are a file of their kind.
#pragma once

#include <optional>

#include "bytes/problem.h"
#include "octatrack/file_kind.h"
#include "schema/forms.h"

namespace groovebench::octatrack {

// The table of a file with a fixed layout, null for text and for what we do not know.
const Schema* schema_of(FileKind);

// Rows of an arrangement by their type; a pattern or part of a new bank is the word "blank", a part whose recorders have SRC3
// off "blank, SRC3 off". A name of a kind is for people: "bank".
const RecordForms& record_forms();
std::string_view word(FileKind);

// Why it cannot be shown: size, kind, version, tags. Nothing when it can.
std::optional<Problem> refusal(FileKind, ByteView file);

// By the name; where that says nothing, by what stands at the head of the file.
FileKind kind_of(std::string_view path, ByteView file);

}  // namespace groovebench::octatrack
