// What lies in the folders of the card that are unfolded in the tree, with the files that were added here; looked up again when
// the tree or what was added has changed.
#pragma once

#include <map>
#include <string>

#include "card/document.h"
#include "card/tree.h"

namespace groovebench::app {

// The name of a file as it is shown: that of a pad of an EP-133 with its key, "p07 · 1".
std::string shown_name(std::string_view path);

class FolderList {
public:
    const card::Card::Children& of(const card::Card&, const card::Document&, const std::string& folder);

private:
    bool look_for_added(const card::Card&, const card::Document&);

    std::map<std::string, card::Entry> added;  // by path
    std::map<std::string, card::Card::Children> known;
    u64 revision = 0, document_revision = 0;
};

}  // namespace groovebench::app
