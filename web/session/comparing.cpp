// What can be compared with what, and how a comparison begins.
#include <algorithm>

#include "bytes/format.h"
#include "session/checks.h"
#include "session/session.h"
#include "text/latin1.h"

namespace groovebench::app {

namespace {

using Side = CompareSide::Kind;

std::string_view ending_of(std::string_view path) {
    const std::string_view name = card::name_of(path);
    return name.substr(std::min(name.rfind('.'), name.size()));
}

// Files whose names end alike are of a kind.
bool alike(std::string_view one, std::string_view other) { return text::folded(ending_of(one)) == text::folded(ending_of(other)); }

}  // namespace

void Session::compare(CompareSide first, CompareSide second, std::string only) {
    selection.view = View::compare, selection.part.reset();
    views.compare = {};
    comparison.begin(std::move(first), std::move(second), std::move(only));
}

std::vector<CompareSide> Session::compare_sides(const CompareSide& with) const {
    std::vector<CompareSide> sides;
    if (with.kind == Side::archive) return {with};
    if (with.kind == Side::beside) return {{.folder = comparison.beside(), .kind = Side::beside}};
    if (with.kind == Side::file) {
        for (const card::Entry* entry : tree.below(""))
            if (alike(entry->path, with.folder) && is_compared_alone(entry->path))
                sides.push_back({.folder = entry->path, .kind = Side::file});
        return sides;
    }
    for (const card::Set* set : tree.sets())
        for (const auto& [path, there] : set->projects) {
            if (there.work.count()) sides.push_back({path, false});
            if (there.stored.count()) sides.push_back({path, true});
        }
    return sides;
}

void Session::compare_here() {
    if (archive.is_open()) return comparison.choose_beside();
    if (selection.view == View::file && is_compared_alone(selection.file)) return compare_file(selection.file);
    const CompareSide here{project.folder(), false};
    if (has_two_copies(here.folder)) return compare_copies(here.folder);
    for (const CompareSide& side : compare_sides(here))
        if (side != here) return compare(here, side);
}

bool Session::can_compare_here() const {
    if (archive.is_open() || (selection.view == View::file && is_compared_alone(selection.file))) return true;
    return !project.folder().empty() && compare_sides({project.folder(), false}).size() > 1;
}

// A member of the archive that is open is compared with all of it.
bool Session::is_compared_alone(std::string_view path) const {
    return !archive.is_open() && kind_of(path) == FileKind::other && is_known_elsewhere(path) && !ending_of(path).empty();
}

void Session::compare_file(const std::string& path) {
    const CompareSide here{.folder = path, .kind = Side::file};
    const auto sides = compare_sides(here);
    const auto at = std::ranges::find(sides, here);
    const auto next = at == sides.end() || at + 1 == sides.end() ? sides.begin() : at + 1;
    if (next == sides.end() || *next == here)
        return say(fmt::format("There is no other {} file here to compare it with.", ending_of(path)));
    compare(here, *next);
}

void Session::compare_copies(std::string_view path) {
    const bool whole = tree.project(path) != nullptr;
    const std::string folder(whole ? path : card::folder_of(path));
    compare({folder, false}, {folder, true}, whole ? std::string() : octatrack::copy_name(path));
}

bool Session::has_two_copies(std::string_view path) const {
    if (const card::Project* there = tree.project(path)) return there->work.count() && there->stored.count();
    const auto file = card::project_file(path);
    if (!file) return false;
    card::ProjectFile other = *file;
    other.stored = !file->stored;
    return tree.entry_like(card::joined(card::folder_of(path), card::file_name(other)));
}

}  // namespace groovebench::app
