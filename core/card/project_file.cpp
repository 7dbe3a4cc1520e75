#include "card/project_file.h"

#include <algorithm>
#include <bit>

#include "octatrack/file_kind.h"

namespace groovebench::card {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && same_name(text.substr(text.size() - end.size()), end);
}

}  // namespace

std::optional<ProjectFile> project_file(std::string_view path) {
    using octatrack::FileKind;
    const std::string stem = octatrack::copy_name(path);
    ProjectFile file{.stored = octatrack::is_stored_copy(path)};
    const auto number = [&] { return (stem[stem.size() - 2] - '0') * 10 + stem.back() - '0'; };  // the kind says that it has one
    switch (octatrack::kind_of(path)) {
        case FileKind::project:
            return file;
        case FileKind::markers:
            file.kind = ProjectFile::Kind::markers;
            return file;
        case FileKind::bank:
            file.kind = ProjectFile::Kind::bank, file.number = number();
            return file;
        case FileKind::arrangement:
            file.kind = ProjectFile::Kind::arrangement, file.number = number();
            return file;
        case FileKind::sample_settings:
        case FileKind::other:
            return {};
    }
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
