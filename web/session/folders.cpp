#include "session/folders.h"

namespace groovebench::app {

const card::Card::Children& FolderList::of(const card::Card& tree, const std::string& folder) {
    if (revision != tree.revision()) known.clear(), revision = tree.revision();
    const auto [place, fresh] = known.try_emplace(folder);
    if (fresh) place->second = tree.children(folder);
    return place->second;
}

}  // namespace groovebench::app
