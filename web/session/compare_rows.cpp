#include "session/compare_rows.h"

#include <algorithm>

#include "bytes/format.h"
#include "text/latin1.h"

namespace groovebench::app {
namespace {

using State = ComparedPair::State;

std::string counted(std::size_t n) { return fmt::format("{} difference{}", n, n == 1 ? "" : "s"); }

std::string note_of(const ComparedPair& pair, const std::array<CompareSide, 2>& sides) {
    switch (pair.state) {
        case State::reading:
            return "reading …";
        case State::comparing:
            return "comparing …";
        case State::same:
            return "the same";
        case State::differs:
            return counted(pair.differences());
        case State::only_first:
            return "only in " + words(sides[0]);
        case State::only_second:
            return "only in " + words(sides[1]);
        case State::nowhere:
            return "on neither side";
        case State::failed:
            return pair.message;
    }
    return {};
}

// The level of the first part of a place that is worth a row: all places of a bank begin with the bank, those of a file or an
// archive of another machine are many.
std::size_t first_level(const Comparison& comparison) { return comparison.sides()[0].kind == CompareSide::Kind::project ? 1 : 0; }

}  // namespace

const std::vector<CompareRow>& CompareView::of(Comparison& comparison) {
    const bool same = version == comparison.version() && was_only_differing == only_differing && was_filter == filter;
    if (!stale && same) return rows;
    stale = false, version = comparison.version(), was_only_differing = only_differing, was_filter = filter;
    wanted = text::folded(filter);
    rows.clear();
    for (std::size_t pair = 0; pair < comparison.pairs().size(); pair++)
        if (wanted.empty())
            add_pair(comparison, pair);
        else
            add_found(comparison, pair);
    return rows;
}

void CompareView::add_pair(Comparison& comparison, std::size_t at) {
    const ComparedPair& pair = comparison.pairs()[at];
    if (pair.state == State::nowhere || (pair.state == State::same && only_differing)) return;
    CompareRow row{.pair = at, .stretch = {0, pair.differences()}, .key = pair.name, .words = pair.name};
    row.folds = pair.state == State::differs, row.open = row.folds && unfolded.contains(row.key);
    const bool replaced = pair.state == State::failed && comparison.can_take(1);  // an archive is never taken as a whole
    row.whole_file = pair.state == State::only_first || pair.state == State::only_second || replaced;
    const std::size_t level = first_level(comparison);
    if (level && row.folds && !pair.groups[0].place.empty()) row.words = fmt::format("{} · {}", pair.groups[0].place[0], pair.name);
    row.note = note_of(pair, comparison.sides());
    rows.push_back(row);
    if (row.open) add_groups(comparison, at, 0, pair.groups.size(), level, 1, row.key);
}

// The groups whose place is what is searched for, each with its whole place in one row.
void CompareView::add_found(Comparison& comparison, std::size_t at) {
    const ComparedPair& pair = comparison.pairs()[at];
    if (text::folded(pair.name).find(wanted) != std::string::npos) return add_pair(comparison, at);
    for (std::size_t group = 0; group < pair.groups.size(); group++) {
        const auto& [place, stretch] = pair.groups[group];
        CompareRow row{.pair = at, .stretch = stretch, .key = pair.name, .words = place.empty() ? pair.name : place[0]};
        const std::size_t from = first_level(comparison);
        for (std::size_t level = 1; level < place.size(); level++) row.words += " · " + place[level];
        for (std::size_t level = from; level < place.size(); level++) row.key += "/" + place[level];
        if (place.size() <= from) row.key += "/";  // not the key of the whole file
        const auto lines = pair.lines.find(group);
        const auto found = [&](const Compared::Line& line) { return text::folded(line.words).find(wanted) != std::string::npos; };
        if (text::folded(row.words).find(wanted) == std::string::npos &&
            (lines == pair.lines.end() || std::ranges::none_of(lines->second, found)))
            continue;
        row.folds = true, row.open = unfolded.contains(row.key), row.note = counted(stretch.to - stretch.from);
        rows.push_back(row);
        if (row.open) add_lines(comparison, at, group, 1, row.key);
    }
}

// Groups from begin to end, which share the first `level` parts of their place.
void CompareView::add_groups(Comparison& comparison, std::size_t pair, std::size_t begin, std::size_t end, std::size_t level,
                             int depth, const std::string& key) {
    for (std::size_t at = begin; at < end;) {
        const auto& groups = comparison.pairs()[pair].groups;
        if (groups[at].place.size() <= level) {
            add_lines(comparison, pair, at++, depth, key);
            continue;
        }
        const std::string part = groups[at].place[level];
        std::size_t last = at + 1;
        while (last < end && groups[last].place.size() > level && groups[last].place[level] == part) last++;
        CompareRow row{.pair = pair, .stretch = {groups[at].stretch.from, groups[last - 1].stretch.to}, .depth = depth};
        row.key = key + "/" + part, row.words = part, row.folds = true, row.open = unfolded.contains(row.key);
        row.note = counted(row.stretch.to - row.stretch.from);
        rows.push_back(row);
        // What stands in the whole of a pattern, not in one of its tracks, is a group of its own behind them.
        if (row.open) add_groups(comparison, pair, at, last, level + 1, depth + 1, row.key);
        at = last;
    }
}

void CompareView::add_lines(Comparison& comparison, std::size_t pair, std::size_t group, int depth, const std::string& key) {
    const auto* lines = comparison.lines(pair, group);
    const Stretch stretch = comparison.pairs()[pair].groups[group].stretch;
    if (!lines) {
        rows.push_back({.pair = pair, .stretch = stretch, .depth = depth, .key = key + "/…", .words = "…"});
        return;
    }
    for (std::size_t i = 0; i < lines->size(); i++) {
        const Compared::Line& line = (*lines)[i];
        const std::size_t at = stretch.from + i;
        rows.push_back({.pair = pair,
                        .stretch = {at, at + 1},
                        .depth = depth,
                        .key = fmt::format("{}/{}", key, at),
                        .words = line.place.empty() ? line.words : line.place + " · " + line.words,
                        .note = line.path});
    }
}

void CompareView::fold(const CompareRow& row) {
    if (const auto open = unfolded.find(row.key); open != unfolded.end())
        unfolded.erase(open);
    else
        unfolded.insert(row.key);
    stale = true;
}

std::vector<Taking> CompareView::taking() const {
    std::vector<Taking> all;
    std::size_t taken_to = 0;
    for (const CompareRow& row : rows) {
        if (!is_chosen(row)) continue;
        const bool same_pair = !all.empty() && all.back().pair == row.pair;
        if (same_pair && row.stretch.to <= taken_to) continue;
        if (!same_pair) all.push_back({row.pair, {}});
        if (!row.whole_file) all.back().stretches.push_back(row.stretch);
        taken_to = row.stretch.to;
    }
    return all;
}

}  // namespace groovebench::app
