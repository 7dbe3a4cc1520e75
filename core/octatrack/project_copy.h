// Projects made of other projects: a duplicate, in its own set or another one, whose samples are still found; a new project
// from a template. Nothing is read or written here: bytes and paths come in, a list of what is to be written goes out.
// Source: octatrack.md §1, §3.8, §8. A project made of nothing: blank.h.
#pragma once

#include <functional>

#include "octatrack/blank.h"
#include "octatrack/compare.h"

namespace groovebench::octatrack {

// Paths are UTF-8, relative to the card, with "/". A project lies directly in its set.
struct CardLook {
    std::function<bool(std::string_view path)> exists;
    // Whether two files that exist hold the same: then none is copied over the other. May be missing: then they do not.
    std::function<bool(std::string_view from, std::string_view to)> same;
};

struct FileCopy {
    std::string from, to;
    bool operator==(const FileCopy&) const = default;
};

struct ProjectCopy {
    std::vector<NewFile> files;     // by path; the texts name the samples where they will be
    std::vector<FileCopy> samples;  // audio, and the .ot beside it: to be copied before the files are written
    std::vector<Problem> findings;  // samples that could not be followed, texts that are never edited
};

// All files given, under the new folder. Samples of the project's own folder go with it; those of another set are copied
// into this one, under their own path, or another name where that is taken. The names of unknown files stay.
ProjectCopy duplicate_project(std::span<const NamedFile> files, std::string_view from, std::string_view to, const CardLook&);

// A project with all 26 names as working copies: what the template has (its stored copy where it has no other), and blanks.
ProjectCopy project_from_template(std::span<const NamedFile> files, std::string_view from, std::string_view to, const CardLook&);

}  // namespace groovebench::octatrack
