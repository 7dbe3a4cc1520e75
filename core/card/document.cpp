// Files and edits. history.cpp has undo, groups and gestures; changes.cpp what differs from the card.
#include "card/document.h"

#include <algorithm>
#include <cstring>

namespace groovebench::card {

namespace {

bool same(ByteView a, ByteView b) { return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size()) == 0); }

}  // namespace

// ---- files

bool Document::open_file(std::string path, Bytes bytes) {
    if (by_path.contains(path) || held.contains(path)) return false;
    File& file = new_file(path, std::move(bytes));
    file.card_path = path;
    held[std::move(path)].now = {file.bytes, &file};
    show(file, true);
    return true;
}

void Document::close() {
    open = nullptr;
    edits.clear(), cut.clear(), events.clear(), known_changes.clear(), known_paths.clear();
    ranges.clear(), by_path.clear(), held.clear(), files.clear();
    refusal.clear(), group_label.clear();
    done = 0, held_by_edits = 0;
    gesture = false, group_refused = false;
    journal++, now++;
}

File& Document::new_file(std::string path, Bytes bytes) {
    files.push_back(std::make_unique<File>());
    File& file = *files.back();
    file.path = std::move(path);
    file.bytes = std::make_shared<Bytes>(std::move(bytes));
    file.original = file.bytes;
    file.number = ++last_file;
    file.present = false;
    return file;
}

File* Document::find(std::string_view path) const {
    const auto found = by_path.find(path);
    return found == by_path.end() ? nullptr : found->second;
}

File* Document::find(const std::byte* address) const {
    auto after = std::upper_bound(ranges.begin(), ranges.end(), address,
                                  [](const std::byte* a, const Range& range) { return std::less<>()(a, range.begin); });
    if (after == ranges.begin()) return nullptr;
    const Range& range = *--after;
    return std::less<>()(address, range.end) ? range.file : nullptr;
}

ByteView Document::bytes(std::string_view path) const {
    const File* file = find(path);
    return file ? ByteView(*file->bytes) : ByteView();
}

ByteView Document::original(std::string_view path) const {
    const File* file = find(path);
    return file && !file->card_path.empty() ? ByteView(*file->original) : ByteView();
}

ByteView Document::on_card(std::string_view path) const {
    const auto found = held.find(path);
    return found != held.end() && found->second.now.bytes ? ByteView(*found->second.now.bytes) : ByteView();
}

bool Document::is_on_card(std::string_view path) const {
    const auto found = held.find(path);
    return found != held.end() && found->second.now.bytes;
}

std::string_view Document::name_on_card(std::string_view path) const {
    const File* file = find(path);
    return file ? std::string_view(file->card_path) : std::string_view();
}

const std::vector<std::string_view>& Document::paths() const {
    if (known_paths.empty()) {
        for (const auto& [path, file] : by_path) known_paths.push_back(path);
        std::sort(known_paths.begin(), known_paths.end());
    }
    return known_paths;
}

void Document::add_range(File& file) {
    if (file.bytes->empty()) return;
    const Range range{file.bytes->data(), file.bytes->data() + file.bytes->size(), &file};
    const auto place = std::upper_bound(ranges.begin(), ranges.end(), range,
                                        [](const Range& a, const Range& b) { return std::less<>()(a.begin, b.begin); });
    ranges.insert(place, range);
}

void Document::drop_range(const File& file) {
    std::erase_if(ranges, [&](const Range& range) { return range.file == &file; });
}

void Document::show(File& file, bool present) {
    file.present = present;
    known_paths.clear();
    if (present) {
        by_path[file.path] = &file;
        add_range(file);
    } else {
        by_path.erase(file.path);
        drop_range(file);
    }
    touch(file);
}

void Document::rename(File& file, std::string_view path) {
    known_paths.clear();
    by_path.erase(file.path);
    file.path = path;
    by_path[file.path] = &file;
    touch(file);
}

void Document::touch(File& file) { file.revision = ++now; }

u64 Document::file_revision(std::string_view path) const {
    const File* file = find(path);
    return file ? file->revision : 0;
}

// ---- what must not be edited

void Document::set_read_only(std::string_view path, std::string reason) {
    if (File* file = find(path)) file->read_only = std::move(reason), touch(*file);
}

void Document::allow(std::string_view path) {
    File* file = find(path);
    if (!file || file->read_only.empty()) return;
    file->read_only.clear();
    touch(*file);
    tell(Event::Kind::allow, {.path = file->path});
}

std::string_view Document::read_only(std::string_view path) const {
    const File* file = find(path);
    return file ? std::string_view(file->read_only) : std::string_view();
}

std::string Document::take_refusal() { return std::exchange(refusal, {}); }

bool Document::refuse(std::string sentence) {
    if (group_depth > 0) group_refused = true;
    refusal = std::move(sentence);
    return false;
}

bool Document::editable(const File* file, std::string_view path) {
    if (group_depth > 0 && group_refused) return false;
    if (!file) return refuse(std::string(path) + " is not open.");
    if (!file->read_only.empty()) return refuse(file->path + " cannot be edited: " + file->read_only);
    return true;
}

// ---- edits

bool Document::put(std::string_view path, std::size_t offset, ByteView bytes, std::string_view label) {
    return splice(path, offset, bytes.size(), bytes, label);
}

bool Document::splice(std::string_view path, std::size_t offset, std::size_t removed, ByteView inserted, std::string_view label) {
    File* file = find(path);
    if (!file) return editable(file, path);
    return put_in(*file, offset, removed, inserted, label);
}

bool Document::replace(std::string_view path, ByteView bytes, std::string_view label) {
    File* file = find(path);
    if (!file) return editable(file, path);
    return put_in(*file, 0, file->bytes->size(), bytes, label);
}

bool Document::put_at(const std::byte* address, ByteView bytes, std::string_view label) {
    File* file = find(address);
    assert(file && "the field is not in an open file: pass the field itself, not a copy");
    if (!file) return refuse("This value is not in an open file.");
    return put_in(*file, std::size_t(address - file->bytes->data()), bytes.size(), bytes, label);
}

bool Document::put_in(File& file, std::size_t offset, std::size_t removed, ByteView inserted, std::string_view label) {
    const std::size_t size = file.bytes->size();
    if (offset > size || removed > size - offset)
        return refuse(file.path + " has " + std::to_string(size) + " bytes: there is nothing to change at " +
                      std::to_string(offset) + ".");
    const ByteView present = ByteView(*file.bytes).subspan(offset, removed);
    if (same(present, inserted)) return true;
    if (!editable(&file, file.path)) return false;
    keep_original(file);
    Change change{.file = &file, .offset = offset, .before = present, .after = inserted};
    write(file, offset, removed, change.after);
    record(std::move(change), label);
    return true;
}

bool Document::add_file(std::string_view path, Bytes bytes, std::string_view label) {
    if (group_depth > 0 && group_refused) return false;
    if (find(path)) return refuse(std::string(path) + " exists already.");
    File& file = new_file(std::string(path), std::move(bytes));
    show(file, true);
    record({.kind = Change::Kind::add, .file = &file, .after = bytes_of(path)}, label);
    return true;
}

bool Document::remove_file(std::string_view path, std::string_view label) {
    File* file = find(path);
    if (!editable(file, path)) return false;
    const Snippet name = bytes_of(path);
    show(*file, false);
    record({.kind = Change::Kind::remove, .file = file, .before = name}, label);
    return true;
}

bool Document::rename_file(std::string_view from, std::string_view to, std::string_view label) {
    File* file = find(from);
    if (!editable(file, from)) return false;
    if (from == to) return true;
    if (find(to)) return refuse(std::string(to) + " exists already.");
    Change change{.kind = Change::Kind::rename, .file = file, .before = bytes_of(from), .after = bytes_of(to)};
    rename(*file, to);
    record(std::move(change), label);
    return true;
}

// Before its first edit a file and its original share their bytes. The edited ones keep their place in
// memory, because views lie over them.
void Document::keep_original(File& file) {
    if (file.original != file.bytes) return;
    auto original = std::make_shared<const Bytes>(*file.bytes);
    const auto place = held.find(file.card_path);
    if (place != held.end() && place->second.now.bytes == file.bytes) place->second.now.bytes = original;
    file.original = std::move(original);
}

void Document::write(File& file, std::size_t offset, std::size_t removed, ByteView inserted) {
    Bytes& bytes = *file.bytes;
    if (removed == inserted.size()) {
        if (removed > 0) std::memcpy(bytes.data() + offset, inserted.data(), removed);
    } else {
        if (file.present) drop_range(file);
        const auto at = bytes.begin() + std::ptrdiff_t(offset);
        bytes.insert(bytes.erase(at, at + std::ptrdiff_t(removed)), inserted.begin(), inserted.end());
        if (file.present) add_range(file);
    }
    touch(file);
}

}  // namespace groovebench::card
