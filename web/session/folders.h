// What lies in the folders of the card that are unfolded in the tree; looked up again when the tree has changed.
#pragma once

#include <map>
#include <string>

#include "card/tree.h"

namespace groovebench::app {

class FolderList {
public:
    const card::Card::Children& of(const card::Card&, const std::string& folder);

private:
    std::map<std::string, card::Card::Children> known;
    u64 revision = 0;
};

}  // namespace groovebench::app
