// Differences as rows that fold: file, pattern or slot, track, and at the end the single difference. Made anew when the
// comparison or what is unfolded has changed.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "session/comparison.h"

namespace groovebench::app {

struct CompareRow {
    std::size_t pair = 0;
    Stretch stretch;  // what it stands for; of a file that is only on one side nothing
    int depth = 0;
    bool folds = false, open = false;
    bool whole_file = false;  // taken as a whole: it is on one side only, or cannot be compared
    std::string key;          // by it the row is known
    std::string words, note;
};

struct CompareView {
    const std::vector<CompareRow>& of(Comparison&);
    void fold(const CompareRow&);  // or unfold
    bool is_chosen(const CompareRow& row) const { return chosen.contains(row.key); }
    // What is chosen, by pair; what a chosen row holds is not taken twice.
    std::vector<Taking> taking() const;

    std::set<std::string, std::less<>> chosen;
    std::string cursor;
    bool show_row = false, only_differing = true, find = false;  // find: the search wants the keyboard
    std::string filter;  // of file, pattern, track or slot, and of the lines that are unfolded

private:
    void add_pair(Comparison&, std::size_t pair);
    void add_found(Comparison&, std::size_t pair);
    void add_groups(Comparison&, std::size_t pair, std::size_t begin, std::size_t end, std::size_t level, int depth,
                    const std::string& key);
    void add_lines(Comparison&, std::size_t pair, std::size_t group, int depth, const std::string& key);

    std::vector<CompareRow> rows;
    std::set<std::string, std::less<>> unfolded;
    u64 version = 0;
    bool stale = true, was_only_differing = true;
    std::string was_filter, wanted;  // as it is searched
};

}  // namespace groovebench::app
