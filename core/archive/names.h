// Which names of archive members we accept. A name from an archive may become a path on somebody's
// card, so one that could leave its folder, mean two things, or hide behind another is refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/problem.h"

namespace groovebench::archive {

// EP-133 archives start every name with "/" (ep133.md 2.2); anywhere else that is an absolute path.
enum class RootNames : u8 { refused, allowed };

// What is wrong with a name, as Problem::expected would put it ("a name without backslashes"), or
// null. One "/" at the end (a folder) is fine.
const char* name_fault(std::string_view name, RootNames root);

bool is_utf8(std::string_view text);

// How a case-blind file system would see a name: letters of ASCII and Latin-1 (as UTF-8) in lower
// case, no "/" at either end.
std::string folded(std::string_view name);

// Collects the names of one archive and finds two that cannot live in one folder: the same name,
// names that differ in case only, or a file where another member needs a folder.
class NameList {
public:
    enum class Kind : u8 { file, folder };
    void add(std::string_view name, Kind kind, std::size_t offset);
    // The first clash, at the offset given with the later name.
    std::optional<Problem> clash() const;

private:
    struct Name {
        std::string key, written;
        Kind kind;
        std::size_t offset;
    };
    std::vector<Name> names;
};

}  // namespace groovebench::archive
