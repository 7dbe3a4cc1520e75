#include "octatrack/changes.h"

#include <algorithm>
#include <cstring>

#include "bytes/format.h"
#include "octatrack/blank.h"
#include "octatrack/changes_words.h"
#include "octatrack/lock_text.h"

namespace groovebench::octatrack {
namespace {

constexpr std::size_t lines_per_file = 200;

std::vector<ChangeGroup> one_group(std::string heading, std::vector<std::string> lines) {
    if (lines.empty()) return {};
    changes::Lines(lines, "").cap(0, lines_per_file);
    return {{std::move(heading), std::move(lines)}};
}

std::size_t bytes_that_differ(ByteView a, ByteView b) {
    const std::size_t common = std::min(a.size(), b.size());
    std::size_t n = std::max(a.size(), b.size()) - common;
    for (std::size_t i = 0; i < common; i++) n += a[i] != b[i];
    return n;
}

// What can be said of two versions of any file.
std::vector<ChangeGroup> plain_changes(std::string heading, ByteView before, ByteView after) {
    if (std::ranges::equal(before, after)) return {};
    if (before.empty()) return one_group(std::move(heading), {fmt::format("new, {} bytes", after.size())});
    if (after.empty()) return one_group(std::move(heading), {"removed"});
    return one_group(std::move(heading), {changes::count(int(bytes_that_differ(before, after)), "byte") + " changed"});
}

std::string lower_name(std::string_view path) {
    std::string name(path.substr(path.rfind('/') + 1));
    for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = char(c + 32);
    return name;
}

}  // namespace

std::vector<ChangeGroup> bank_changes(ByteView before_file, ByteView after_file, int index) {
    const std::string heading = fmt::format("Bank {}", bank_letter(index));
    const auto before = open_bank(before_file), after = open_bank(after_file);
    if (!before || !after) return plain_changes(heading, before_file, after_file);
    std::vector<std::string> lines;
    for (int p = 0; p < pattern_count; p++) changes::add_pattern(lines, **before, **after, index, p);
    for (int i = 0; i < part_count; i++) changes::add_part(lines, **before, **after, i);
    // The sum at the end is derived; what is left beside it (head, stale bytes of names) has no words.
    const std::size_t content = sizeof(Bank) - sizeof(Bank::checksum);
    if (lines.empty() && std::memcmp(*before, *after, content) != 0)
        lines.push_back(changes::count(int(bytes_that_differ(before_file.first(content), after_file.first(content))), "byte") +
                        " without a meaning changed");
    return one_group(heading, std::move(lines));
}

std::vector<ChangeGroup> file_changes(std::string_view file_name, ByteView before, ByteView after) {
    const std::string name = lower_name(file_name);
    const bool stored = name.ends_with(".strd");
    std::vector<ChangeGroup> groups;
    if (before.empty() || after.empty())
        groups = plain_changes(std::string(file_name), before, after);
    else if (const auto bank = bank_of(name))
        groups = bank_changes(before, after, *bank);
    else if (name == "project.work" || name == "project.strd")
        groups = project_changes(before, after);
    else if (name == "markers.work" || name == "markers.strd")
        groups = markers_changes(before, after);
    else
        return plain_changes(std::string(file_name), before, after);
    if (stored)
        for (ChangeGroup& group : groups) group.heading += " (stored copy)";
    return groups;
}

}  // namespace groovebench::octatrack
