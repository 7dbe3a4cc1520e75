// What comparing and taking over share.
#pragma once

#include "ep133/compare.h"
#include "ep133/contents.h"

namespace groovebench::ep133 {

// Of two files that are no archives; without places.
std::vector<FileDifference> compare_members(FileKind, ByteView first, ByteView second);

// Two members of one key, or one alone.
struct MemberPair {
    const Member *first = nullptr, *second = nullptr;
    std::vector<FileDifference> differences;
    bool renamed = false;  // the last of the differences: the name
};
std::vector<MemberPair> member_pairs(const Contents& first, const Contents& second);

}  // namespace groovebench::ep133
