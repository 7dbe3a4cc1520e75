// Undo and redo, groups and gestures, and what the journal is told.
#include <algorithm>
#include <cstring>

#include "card/document.h"

namespace groovebench::card {

namespace {

bool disjoint(const Change& a, const Change& b) {
    return a.file != b.file || a.offset + a.after.size() <= b.offset || b.offset + b.after.size() <= a.offset;
}
bool keeps_size(const Change& change) { return change.before.size() == change.after.size(); }

// In a gesture the same place is written many times: only the first `before` and the last `after` count.
// False if the change must be kept by itself, because what lies between might overlap it.
bool merge(Edit& edit, Change& change) {
    constexpr int look_back = 512;
    auto former = edit.changes.rbegin();
    for (int i = 0; i < look_back && former != edit.changes.rend(); i++, ++former) {
        const bool plain = former->kind == Change::Kind::bytes && change.kind == Change::Kind::bytes;
        if (!plain || !keeps_size(*former) || !keeps_size(change)) return false;
        const bool same_place =
            former->file == change.file && former->offset == change.offset && former->after.size() == change.after.size();
        if (same_place) return former->after = std::move(change.after), true;
        if (!disjoint(*former, change)) return false;
    }
    return false;
}

bool empty(const Change& change) { return change.kind == Change::Kind::bytes && change.before.empty() && change.after.empty(); }

}  // namespace

std::size_t weight(const Edit& edit) {
    std::size_t bytes = sizeof(Edit) + edit.label.size();
    for (const Change& change : edit.changes) bytes += sizeof(Change) + change.before.size() + change.after.size();
    return bytes;
}

void trim(Change& change) {
    if (change.kind != Change::Kind::bytes) return;
    const std::size_t most = std::min(change.before.size(), change.after.size());
    std::size_t head = 0, tail = 0;
    while (head < most && change.before[head] == change.after[head]) head++;
    while (tail < most - head && change.before.end()[-1 - std::ptrdiff_t(tail)] == change.after.end()[-1 - std::ptrdiff_t(tail)])
        tail++;
    if (head == 0 && tail == 0) return;
    for (Snippet* bytes : {&change.before, &change.after}) *bytes = ByteView(*bytes).subspan(head, bytes->size() - head - tail);
    change.offset += head;
}

void Document::record(Change change, std::string_view label) {
    const bool collecting = group_depth > 0 || gesture;
    const std::string_view name = group_depth > 0 ? std::string_view(group_label) : label;
    if (open && open->label != name) finish();
    if (!open) open_edit(name);
    if (!gesture || !merge(*open, change)) open->changes.push_back(std::move(change));
    if (!collecting) finish();
}

void Document::open_edit(std::string_view label) {
    cut.assign(edits.begin() + std::ptrdiff_t(done), edits.end());
    edits.resize(done);
    open = std::make_shared<Edit>();
    open->label = label;
    edits.push_back(open);
    done++;
}

void Document::finish() {
    if (!open) return;
    const EditPointer edit = std::exchange(open, nullptr);
    for (Change& change : edit->changes) trim(change);
    std::erase_if(edit->changes, empty);
    if (edit->changes.empty()) {  // back where it began: as if nothing had been done
        edits.pop_back();
        done--;
        edits.insert(edits.end(), cut.begin(), cut.end());
        cut.clear();
        now++;
        return;
    }
    forget(cut, Change::Kind::add);
    cut.clear();
    edit->number = ++serial;
    held_by_edits += weight(*edit);
    log(Event::Kind::edit, edit);
    bound();
}

void Document::drop_open() {
    for (auto change = open->changes.rbegin(); change != open->changes.rend(); ++change) apply(*change, false);
    forget(std::span(&open, 1), Change::Kind::add);
    open->changes.clear();
    finish();
}

void Document::begin_group(std::string_view label) {
    if (group_depth++ > 0) return;
    if (open && open->label != label) finish();
    group_label = label;
    group_refused = false;
}

void Document::end_group() {
    if (--group_depth > 0) return;
    const bool ours = open && open->label == group_label;
    if (group_refused && ours) return drop_open();
    if (!gesture) finish();
}

void Document::begin_gesture() {
    if (!gesture) finish();
    gesture = true;
}

void Document::end_gesture() {
    gesture = false;
    if (group_depth == 0) finish();
}

void Document::apply(const Change& change, bool forward) {
    File& file = *change.file;
    const Snippet &from = forward ? change.before : change.after, &to = forward ? change.after : change.before;
    switch (change.kind) {
        case Change::Kind::bytes:
            keep_original(file);
            return write(file, change.offset, from.size(), to);
        case Change::Kind::add:
            return show(file, forward);
        case Change::Kind::remove:
            return show(file, !forward);
        case Change::Kind::rename:
            return rename(file, text_of(to));
    }
}

// A file that appeared on the card in the meantime may have the name that an undo wants to give back.
bool Document::would_collide(const Edit& edit, bool forward) const {
    return std::any_of(edit.changes.begin(), edit.changes.end(), [&](const Change& change) {
        if (change.kind == Change::Kind::bytes) return false;
        const File* there = find(text_of(forward ? change.after : change.before));
        return there && std::none_of(edit.changes.begin(), edit.changes.end(), [&](const Change& c) { return c.file == there; });
    });
}

bool Document::step(bool forward) {
    const EditPointer edit = edits[forward ? done : done - 1];
    if (would_collide(*edit, forward)) return refuse("A file with that name was opened in the meantime.");
    log(forward ? Event::Kind::redo : Event::Kind::undo, edit);
    if (forward)
        for (const Change& change : edit->changes) apply(change, true);
    else
        for (auto change = edit->changes.rbegin(); change != edit->changes.rend(); ++change) apply(*change, false);
    done = forward ? done + 1 : done - 1;
    return true;
}

bool Document::undo() {
    if (group_depth > 0) return false;
    finish();
    return can_undo() && step(false);
}

bool Document::redo() {
    if (group_depth > 0) return false;
    finish();
    return can_redo() && step(true);
}

bool Document::go_to(std::size_t position) {
    if (group_depth > 0) return false;
    finish();
    if (position > edits.size()) return false;
    while (done != position)
        if (!step(done < position)) return false;
    return true;
}

std::string_view Document::undo_label() const { return can_undo() ? std::string_view(edits[done - 1]->label) : std::string_view(); }
std::string_view Document::redo_label() const { return can_redo() ? std::string_view(edits[done]->label) : std::string_view(); }

History Document::history() const {
    History all{.position = done};
    all.labels.reserve(edits.size());
    for (const auto& edit : edits) all.labels.push_back(edit->label);
    return all;
}

std::size_t Document::history_bytes() const {
    std::size_t bytes = held_by_edits;
    for (const auto& file : files)
        if (!file->present) bytes += file->bytes->size();
    return bytes;
}

// These edits can never be done or undone again, nor the files they would bring back: those added by
// edits that cannot be redone, those removed by edits that cannot be undone.
void Document::forget(std::span<const EditPointer> gone, Change::Kind kind) {
    for (const EditPointer& edit : gone) {
        if (edit->number != 0) held_by_edits -= weight(*edit);
        for (const Change& change : edit->changes) {
            if (change.kind != kind || change.file->present) continue;
            change.file->bytes = std::make_shared<Bytes>();
            change.file->original = change.file->bytes;
        }
    }
}

void Document::bound() {
    std::size_t oldest = 0, bytes = held_by_edits;
    for (; oldest + 1 < done && bytes > history_limit; oldest++) bytes -= weight(*edits[oldest]);
    if (oldest == 0) return;
    forget(std::span(edits).first(oldest), Change::Kind::remove);
    edits.erase(edits.begin(), edits.begin() + std::ptrdiff_t(oldest));
    done -= oldest;
}

// ---- for the journal

void Document::log(Event::Kind kind, const EditPointer& edit) {
    for (const Change& change : edit->changes) {
        File& file = *change.file;
        if (file.journal == journal) continue;
        file.journal = journal;
        keep_original(file);
        Told told{.file = file.number, .path = file.card_path, .bytes = file.original};
        told.on_card = !file.card_path.empty();
        if (!told.on_card) told.path = text_of(change.after);
        if (!told.on_card && kind != Event::Kind::edit)
            tell_content(file);
        else
            tell(Event::Kind::file, std::move(told));
    }
    events.push_back({.kind = kind, .whole = edit->journal != journal, .edit = edit});
    edit->journal = journal;
}

// The card does not have these bytes, so the journal must.
void Document::tell_content(const File& file) {
    Told told{.file = file.number, .path = file.path};
    told.edited = *file.bytes != *file.original;
    told.bytes = std::make_shared<const Bytes>(*file.bytes);
    tell(Event::Kind::file, std::move(told));
}

void Document::tell(Event::Kind kind, Told told) {
    events.push_back({.kind = kind, .told = std::make_shared<const Told>(std::move(told))});
}

std::vector<Event> Document::take_events() { return std::exchange(events, {}); }

void Document::clear_journal() {
    finish();
    events.clear();
    journal++;
}

}  // namespace groovebench::card
