// What the application and the workshop say to each other about the archive of an EP-133 that is open: what stands in the way of
// a machine, and what becomes of the members when a finding is mended or something is taken over from another archive. The archive
// lies in the workshop; the bytes of the members that were edited since go along with every question, one behind the other.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/problem.h"
#include "messages/compare.h"

namespace groovebench::app {

// What is to be done to the archive itself when it is packed, a line each: names, order. It is kept in the document as a file of
// this name, so that undo, the journal and the save know of it as of any other.
inline constexpr std::string_view archive_notes = "(archive)";

struct ArchiveOrder {
    struct Edit {
        std::string path;
        std::optional<std::size_t> size;  // without: it was removed
    };
    struct Wanted {
        int mend = 0;  // an ep133::Mend
        std::string member, path;
        std::size_t offset = Problem::nowhere;
    };
    std::string name;  // of the archive
    std::vector<Edit> edits;
    std::optional<Wanted> wanted;    // to be mended
    std::vector<Stretch> stretches;  // of a comparison with the archive beside: whose lines are wanted, or what is taken over
};

struct FindingTold {
    Severity severity = Severity::error;
    std::string place, words;  // "Project 1 · Settings · tempo", "expected …, found …"
    std::string member, path;  // of the file it is about and of the field in it; empty where it is about the archive
    std::string offer;         // what can be done about it; empty: nothing
    ArchiveOrder::Wanted mend;
};

// The members that differ when a finding is mended or something is taken over, as they were in the archive with its edits, and as
// they become: the bytes of both stand behind one another, member by member. And what is noted about the archive itself.
struct MendTold {
    struct Side {
        std::string path;
        std::size_t size = 0;
    };
    struct Change {
        std::optional<Side> was, is;
    };
    std::vector<Change> changes;
    std::string note;
};

std::string json_of(const ArchiveOrder&);
std::string json_of(const std::vector<FindingTold>&);
std::string json_of(const MendTold&);
// Nothing when it is not formed as it should be.
std::optional<ArchiveOrder> archive_order(std::string_view json);
std::optional<std::vector<FindingTold>> preflight_told(std::string_view json);
std::optional<MendTold> mend_told(std::string_view json);

}  // namespace groovebench::app
