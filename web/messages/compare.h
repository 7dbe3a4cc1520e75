// What the application and the workshop say to each other about two files against each other, and about a damaged bank.
// They are two modules with a page between them, so all of it goes as JSON, with the bytes of the files beside it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/bytes.h"

namespace groovebench::app {

// Differences are counted in one order, the same for every question about the same two files: group by group.
struct Stretch {
    std::size_t from = 0, to = 0;
    bool operator==(const Stretch&) const = default;
};

// The bytes beside it: the first file, the second one behind it.
struct CompareOrder {
    std::string name;  // tells the kind: "bank01.work"
    std::size_t first_size = 0;
    std::vector<Stretch> stretches;  // of compare: whose lines are wanted; of take_over: what is taken
    int into = 0;                    // of take_over: 0 the first file becomes what the second is, 1 the other way
};

struct Compared {
    struct Group {
        std::vector<std::string> place;  // "Bank A", "A03", "T3": what its differences have in common
        Stretch stretch;
    };
    struct Line {
        std::string place, words, path;  // "step 7", "AMP VOL not locked → +6"
    };
    std::vector<Group> groups;
    std::vector<Line> lines;  // of the stretches that were asked for, one behind the other
};

std::string json_of(const CompareOrder&);
std::string json_of(const Compared&);
// Nothing when it is not formed as it should be.
std::optional<CompareOrder> compare_order(std::string_view json);
std::optional<Compared> compared(std::string_view json);

// ---- a damaged bank

enum class Wholeness : u8 { whole, doubtful, partial, lost };
struct Examined {
    std::array<Wholeness, 16> patterns{};
    std::array<Wholeness, 4> parts{}, saved_parts{};
    std::vector<std::string> lines;  // what is damaged, in words
};
std::string json_of(const Examined&);
std::optional<Examined> examined(std::string_view json);

}  // namespace groovebench::app
