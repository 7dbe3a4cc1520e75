// Looking up the files that a project names, as the card's own file system would.
#include <algorithm>

#include "card/document.h"
#include "card/tree.h"
#include "text/latin1.h"

namespace groovebench::card {

const Entry* Card::entry(std::string_view path) const {
    const auto found = entries.find(path);
    return found == entries.end() ? nullptr : &found->second;
}

const Entry* Card::entry_like(std::string_view path) const {
    if (const Entry* exact = entry(path)) return exact;
    const auto [first, last] = by_folded.equal_range(text::folded(path));
    const Entry* best = nullptr;  // a file system that tells case apart may hold two
    for (auto same = first; same != last; ++same)
        if (!best || same->second->path < best->path) best = same->second;
    return best;
}

bool Card::in_unreadable(std::string_view path) const {
    return std::any_of(unreadable.begin(), unreadable.end(), [&](const auto& place) {
        return place.first.empty() || text::folded(path).starts_with(text::folded(place.first) + "/");
    });
}

// Where the path leads, without looking whether something is there.
Match Card::place(std::string_view project_path, std::string_view latin1_path) const {
    const std::string named = text::utf8_from_latin1(latin1_path);
    if (named.empty() || named.front() == '/') return {Match::Status::missing, named};
    std::string at(project_path);
    bool escaped = false;
    for (std::size_t from = 0; from <= named.size() && !escaped;) {
        const std::size_t end = std::min(named.find('/', from), named.size());
        const std::string_view part = std::string_view(named).substr(from, end - from);
        from = end + 1;
        if (part == "..") {
            escaped = at.empty();
            at = std::string(folder_of(at));
        } else if (!part.empty() && part != ".") {
            at = joined(at, part);
        }
    }
    if (escaped) return {Match::Status::out_of_reach, named};
    return {Match::Status::found, at};
}

Match Card::find_file(std::string_view project_path, std::string_view latin1_path) const {
    Match match = place(project_path, latin1_path);
    if (match.status != Match::Status::found) return match;
    if (const Entry* there = entry_like(match.path)) return {Match::Status::found, there->path};
    match.status = in_unreadable(match.path) ? Match::Status::out_of_reach
                   : complete                ? Match::Status::missing
                                             : Match::Status::not_yet_listed;
    return match;
}

Match Card::find_file(std::string_view project_path, std::string_view latin1_path, const Document& document) const {
    const Match match = place(project_path, latin1_path);
    if (match.status != Match::Status::found) return match;
    bool removed = false;
    const std::string wanted = text::folded(match.path);
    for (const std::string& path : document.changed_paths()) {
        if (text::folded(path) != wanted) continue;
        if (document.is_open(path)) return {Match::Status::found, path};
        removed = true;
    }
    return removed ? Match{Match::Status::missing, match.path} : find_file(project_path, latin1_path);
}

}  // namespace groovebench::card
