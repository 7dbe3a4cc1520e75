// The 26 names of an Octatrack project, each in a working (.work) and a stored (.strd) copy.
// Source: octatrack.md §1: project, markers, bank01..bank16, arr01..arr08.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bytes/bytes.h"

namespace groovebench::card {

struct ProjectFile {
    enum class Kind : u8 { project, markers, bank, arrangement };
    Kind kind = Kind::project;
    int number = 0;       // of a bank or arrangement, from 1
    bool stored = false;  // .strd

    friend bool operator==(const ProjectFile&, const ProjectFile&) = default;
};

// Of the last part of a path, in any case; nothing for other names.
std::optional<ProjectFile> project_file(std::string_view path);
std::string file_name(const ProjectFile&);  // "bank01.work"

// Which of the 26 are there.
struct FileSet {
    bool project = false, markers = false;
    u16 banks = 0;        // bit n: bank n+1
    u8 arrangements = 0;  // bit n: arrangement n+1

    void put(const ProjectFile&, bool there);
    bool has(const ProjectFile&) const;  // `stored` is not looked at
    int count() const;
};

// ---- parts of paths
std::string_view name_of(std::string_view path);    // "SET/P/bank01.work": "bank01.work"
std::string_view folder_of(std::string_view path);  // "SET/P"; "" at the top
std::string joined(std::string_view folder, std::string_view name);
bool same_name(std::string_view a, std::string_view b);  // letters of ASCII in any case
bool is_audio(std::string_view path);                    // what the Octatrack plays: .wav, .aif, .aiff

}  // namespace groovebench::card
