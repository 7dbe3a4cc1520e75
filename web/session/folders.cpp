#include "session/folders.h"

#include <algorithm>
#include <optional>

#include "ep133/pad_keys.h"
#include "messages/preflight.h"
#include "text/latin1.h"

namespace groovebench::app {
namespace {

// The name in this folder on the way to a path: of the file itself, or of the folder it lies in. Nothing of another folder's.
std::optional<std::string_view> name_within(std::string_view folder, std::string_view path) {
    if (!folder.empty() && !(path.starts_with(folder) && path.substr(folder.size()).starts_with('/'))) return {};
    return folder.empty() ? path : path.substr(folder.size() + 1);
}

template <class List, class Item, class Name>
void put_in_order(List& list, Item item, Name name_of) {
    const auto before = [&](const auto& a, const auto& b) { return text::folded(name_of(a)) < text::folded(name_of(b)); };
    list.insert(std::ranges::upper_bound(list, item, before), std::move(item));
}

void put(card::Card::Children& into, std::string_view folder, const card::Entry& entry) {
    const auto within = name_within(folder, entry.path);
    if (!within) return;
    const auto slash = within->find('/');
    if (slash == within->npos)
        return put_in_order(into.files, &entry, [](const card::Entry* one) { return card::name_of(one->path); });
    const std::string name(within->substr(0, slash));
    if (std::ranges::find(into.folders, name) == into.folders.end())
        put_in_order(into.folders, name, [](const std::string& one) { return one; });
}

}  // namespace

std::string shown_name(std::string_view path) { return std::string(card::name_of(ep133::with_key(path))); }

// Whether there are others than before.
bool FolderList::look_for_added(const card::Card& tree, const card::Document& document) {
    if (document_revision == document.revision()) return false;
    document_revision = document.revision();
    std::map<std::string, card::Entry> now;
    for (const std::string_view path : document.paths())
        if (!tree.entry(path) && path != archive_notes)
            now[std::string(path)] = {.path = std::string(path), .size = document.bytes(path).size()};
    const bool same =
        std::ranges::equal(now, added, {}, [](const auto& one) { return one.first; }, [](const auto& one) { return one.first; });
    if (!same) added = std::move(now);
    return !same;
}

const card::Card::Children& FolderList::of(const card::Card& tree, const card::Document& document, const std::string& folder) {
    if (const bool others = look_for_added(tree, document); others || revision != tree.revision())
        known.clear(), revision = tree.revision();
    const auto [place, fresh] = known.try_emplace(folder);
    if (!fresh) return place->second;
    place->second = tree.children(folder);
    for (const auto& [path, entry] : added) put(place->second, folder, entry);
    return place->second;
}

}  // namespace groovebench::app
