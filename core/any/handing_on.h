// What the tables of functions of a machine are made with. Its functions take the kind of file first; those of a format are
// without it, being of one kind.
#pragma once

#include <utility>

#include "any/format.h"

namespace groovebench::any {

template <auto function, auto kind, class = decltype(function)>
struct OfKind;
template <auto function, auto kind, class Kind, class Answer, class... Given>
struct OfKind<function, kind, Answer (*)(Kind, Given...)> {
    static Answer call(Given... given) { return function(kind, std::forward<Given>(given)...); }
};
// The function with its first argument, the kind, given.
template <auto function, auto kind>
inline constexpr auto of_kind = &OfKind<function, kind>::call;

// The differences of a machine's own sort, of which a format tells place, words and path.
template <class Difference>
std::vector<Told> told(std::vector<Difference>&& found) {
    std::vector<Told> all;
    for (Difference& one : found) all.push_back({std::move(one.place), std::move(one.words), std::move(one.path)});
    return all;
}

template <class Difference>
std::vector<Difference> chosen(const std::vector<Difference>& all, Picked picked) {
    std::vector<Difference> some;
    for (const std::size_t i : picked)
        if (i < all.size()) some.push_back(all[i]);
    return some;
}

}  // namespace groovebench::any
