#include "card/project_file.h"

#include <algorithm>
#include <bit>

namespace groovebench::card {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && same_name(text.substr(text.size() - end.size()), end);
}

// Two digits behind the prefix, 01..most.
int number_behind(std::string_view stem, std::string_view prefix, int most) {
    if (stem.size() != prefix.size() + 2 || !same_name(stem.substr(0, prefix.size()), prefix)) return 0;
    const char tens = stem[prefix.size()], ones = stem[prefix.size() + 1];
    if (tens < '0' || tens > '9' || ones < '0' || ones > '9') return 0;
    const int number = (tens - '0') * 10 + (ones - '0');
    return number <= most ? number : 0;
}

}  // namespace

std::optional<ProjectFile> project_file(std::string_view path) {
    using Kind = ProjectFile::Kind;
    const std::string_view name = name_of(path);
    const bool stored = ends_with(name, ".strd");
    if (!stored && !ends_with(name, ".work")) return {};
    const std::string_view stem = name.substr(0, name.size() - 5);
    if (same_name(stem, "project")) return ProjectFile{Kind::project, 0, stored};
    if (same_name(stem, "markers")) return ProjectFile{Kind::markers, 0, stored};
    if (const int bank = number_behind(stem, "bank", 16)) return ProjectFile{Kind::bank, bank, stored};
    if (const int arrangement = number_behind(stem, "arr", 8)) return ProjectFile{Kind::arrangement, arrangement, stored};
    return {};
}

std::string file_name(const ProjectFile& file) {
    using Kind = ProjectFile::Kind;
    std::string name = file.kind == Kind::project   ? "project"
                       : file.kind == Kind::markers ? "markers"
                       : file.kind == Kind::bank    ? "bank"
                                                    : "arr";
    if (file.number > 0) name += {char('0' + file.number / 10), char('0' + file.number % 10)};
    return name + (file.stored ? ".strd" : ".work");
}

void FileSet::put(const ProjectFile& file, bool there) {
    const auto flip = [&](auto& bits, int number) {
        const auto bit = 1 << (number - 1);
        bits = std::remove_reference_t<decltype(bits)>(there ? bits | bit : bits & ~bit);
    };
    switch (file.kind) {
        case ProjectFile::Kind::project:
            project = there;
            break;
        case ProjectFile::Kind::markers:
            markers = there;
            break;
        case ProjectFile::Kind::bank:
            flip(banks, file.number);
            break;
        case ProjectFile::Kind::arrangement:
            flip(arrangements, file.number);
            break;
    }
}

bool FileSet::has(const ProjectFile& file) const {
    switch (file.kind) {
        case ProjectFile::Kind::project:
            return project;
        case ProjectFile::Kind::markers:
            return markers;
        case ProjectFile::Kind::bank:
            return banks >> (file.number - 1) & 1;
        case ProjectFile::Kind::arrangement:
            return arrangements >> (file.number - 1) & 1;
    }
    return false;
}

int FileSet::count() const { return project + markers + std::popcount(banks) + std::popcount(arrangements); }

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view folder_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == path.npos ? std::string_view() : path.substr(0, slash);
}

std::string joined(std::string_view folder, std::string_view name) {
    return folder.empty() ? std::string(name) : std::string(folder) + "/" + std::string(name);
}

bool same_name(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

bool is_audio(std::string_view path) { return ends_with(path, ".wav") || ends_with(path, ".aif") || ends_with(path, ".aiff"); }

}  // namespace groovebench::card
