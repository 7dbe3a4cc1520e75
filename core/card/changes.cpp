// What differs from the card, and what the shell reports of it.
#include <algorithm>
#include <cstring>

#include "card/document.h"

namespace groovebench::card {

namespace {

bool same(ByteView a, ByteView b) { return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size()) == 0); }

// Whether at most `limit` bytes differ.
bool nearly_same(ByteView a, ByteView b, int limit) {
    if (a.size() != b.size()) return false;
    auto at = std::mismatch(a.begin(), a.end(), b.begin());
    for (; at.first != a.end(); at = std::mismatch(at.first + 1, a.end(), at.second + 1))
        if (--limit < 0) return false;
    return true;
}

}  // namespace

// A checksum of a former state is no difference: what counts is what would be written.
bool Document::differs(const File& file) const {
    const auto there = held.find(file.path);
    if (there == held.end() || !there->second.now.bytes) return true;
    const ByteView on_card = *there->second.now.bytes, ours = *file.bytes;
    if (on_card.data() == ours.data() || same(on_card, ours)) return false;
    constexpr int derived_bytes = 16;
    if (!seal || !nearly_same(on_card, ours, derived_bytes)) return true;
    return !same(on_card, sealed(file.path));
}

Bytes Document::sealed(std::string_view path) const {
    const File* file = find(path);
    if (!file) return {};
    Bytes bytes = *file->bytes;
    if (seal && file->original != file->bytes && bytes != *file->original) seal(path, bytes);
    return bytes;
}

// A file that lies on the card and was once open here, so that its absence means removal.
bool Document::was_ours(const Held& place) const { return place.now.bytes && place.now.file; }

bool Document::changed(std::string_view path) const {
    const File* file = find(path);
    if (!file) {
        const auto there = held.find(path);
        return there != held.end() && was_ours(there->second);
    }
    if (file->known_at != file->revision) file->known_changed = differs(*file), file->known_at = file->revision;
    return file->known_changed;
}

const std::vector<std::string>& Document::changed_paths() const {
    if (known_at == now) return known_changes;
    known_at = now;
    known_changes.clear();
    for (const auto& [path, file] : by_path)
        if (changed(path)) known_changes.push_back(path);
    for (const auto& [path, place] : held)
        if (was_ours(place) && !by_path.contains(path)) known_changes.push_back(path);
    std::sort(known_changes.begin(), known_changes.end());
    return known_changes;
}

void Document::put_on_card(std::string_view path, Content content) {
    Held& place = held[std::string(path)];
    File* former = place.now.file;
    const bool loses_its_place = former && former != content.file && former->card_path == path;
    if (loses_its_place) {
        constexpr std::size_t worth_keeping = 1 << 20;  // of a removed file; one that is still open must be kept
        former->card_path.clear();
        if (former->journal == journal && (former->present || former->bytes->size() <= worth_keeping)) tell_content(*former);
    }
    if (content.file) content.file->card_path = path, content.file->original = content.bytes;
    Told told{.file = content.file ? content.file->number : 0, .path = std::string(path), .bytes = content.bytes};
    if (content.file && !same(*content.bytes, *content.file->bytes)) {
        told.ours = Change{.file = content.file, .before = *content.bytes, .after = *content.file->bytes};
        trim(*told.ours);
    }
    tell(Event::Kind::card, std::move(told));
    place.now = std::move(content);
    now++;
    if (File* present = find(path)) touch(*present);
}

// What the card holds there must no longer share its bytes with a file, and may come back.
Document::Held& Document::about_to_change(std::string_view path) {
    Held& place = held[std::string(path)];
    if (place.now.file) keep_original(*place.now.file);
    place.before = place.now;
    place.can_roll_back = true;
    return place;
}

// A file without changes of its own was written all the same: a stored copy. The history learns of it
// only if it knows the file, because its edits must find the bytes they left.
void Document::follow(File& file, ByteView written) {
    const auto names_it = [&](const Change& change) { return change.file == &file; };
    const bool in_history = std::any_of(edits.begin(), edits.end(), [&](const EditPointer& edit) {
        return std::any_of(edit->changes.begin(), edit->changes.end(), names_it);
    });
    if (in_history)
        put_in(file, 0, file.bytes->size(), written, "store the project");
    else
        write(file, 0, file.bytes->size(), written);
}

void Document::saved(std::string_view path, Bytes written) {
    finish();
    File* file = find(path);
    if (file) {
        keep_original(*file);
        if (!changed(path) && !same(*file->bytes, written)) follow(*file, written);
        // The sum that was computed on the way out belongs to our bytes too, unless they moved on meanwhile.
        if (same(sealed(path), written)) std::copy(written.begin(), written.end(), file->bytes->begin());
    }
    about_to_change(path);
    put_on_card(path, {std::make_shared<const Bytes>(std::move(written)), file});
}

void Document::removed_from_card(std::string_view path) {
    finish();
    if (!is_on_card(path)) return;
    about_to_change(path);
    put_on_card(path, {});
}

void Document::rolled_back(std::string_view path) {
    finish();
    const auto place = held.find(path);
    if (place == held.end() || !place->second.can_roll_back) return;
    Content former = std::exchange(place->second.before, {});
    about_to_change(path).can_roll_back = false;
    put_on_card(path, std::move(former));
}

void Document::found_on_card(std::string_view path, Bytes bytes) {
    finish();
    File* file = find(path);
    if (!file) return;
    keep_original(*file);
    const bool follow = !changed(path);
    auto content = std::make_shared<const Bytes>(std::move(bytes));
    put_on_card(path, {content, file});
    if (follow && file->read_only.empty()) replace(path, *content, "take over what another program wrote");
}

}  // namespace groovebench::card
