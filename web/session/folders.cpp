#include "session/folders.h"

#include "ep133/pad_keys.h"

namespace groovebench::app {

std::string shown_name(std::string_view path) { return std::string(card::name_of(ep133::with_key(path))); }

const card::Card::Children& FolderList::of(const card::Card& tree, const std::string& folder) {
    if (revision != tree.revision()) known.clear(), revision = tree.revision();
    const auto [place, fresh] = known.try_emplace(folder);
    if (fresh) place->second = tree.children(folder);
    return place->second;
}

}  // namespace groovebench::app
