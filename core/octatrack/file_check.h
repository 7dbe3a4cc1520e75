// Everything that can be said of one file of a project: whether it opens, whether it may be edited, what is odd in it.
#pragma once

#include "bytes/problem.h"
#include "octatrack/file_kind.h"

namespace groovebench::octatrack {

struct FileReport {
    FileKind kind = FileKind::other;
    bool opens = false;             // size, kind, version and tags are right
    std::string read_only;          // why it is not edited: another version, or a wrong sum nobody has agreed to; else empty
    std::vector<Problem> findings;  // `file` is set; refusal and sum first, then in the order of the file
};

// At most `limit` findings of each sort: ranges, lists and constants; rules beyond them.
FileReport check_file(std::string_view name, ByteView bytes, std::size_t limit = 1000);

// Notes are worth reading; they do not make a file a bad one.
bool is_finding(const Problem&);

}  // namespace groovebench::octatrack
