// The open files of a card and everything the user did to them.
//
// The state is the bytes. Nothing is decoded: `view` lays a structure over them, `set` changes one
// field of such a view, and every change goes through here, so that it can be undone, journaled and
// written. Whether a file differs from the card is computed, never remembered.
//
// Views die when a file changes its size, is closed, or is reopened: fetch them each frame.
// An edit in place keeps them. Paths are relative to the chosen folder and use "/".
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>

#include "bytes/problem.h"
#include "card/edit.h"

namespace groovebench::card {

// Something that happened, for the journal; see journal.h.
struct Told;
struct Event {
    enum class Kind : u8 { file, edit, undo, redo, card, allow };
    Kind kind;
    bool whole = false;                // the journal does not hold the edit yet
    std::shared_ptr<const Edit> edit;  // of edit, undo, redo
    std::shared_ptr<const Told> told;  // of file, card, allow
};
struct Told {
    u64 file = 0;  // its number, 0 for one that is not open
    std::string path;
    bool on_card = false;                // of file: `bytes` is what the card holds
    bool edited = false;                 // of file, not on the card: `bytes` is not as it came in
    std::shared_ptr<const Bytes> bytes;  // of file: its content before the edits that follow; of card: what is there now, or null
    std::optional<Change> ours;          // of card: what makes our bytes of it, where they differ
};

struct History {
    std::vector<std::string_view> labels;  // oldest first; valid until the next edit
    std::size_t position = 0;              // so many of them are done; the others can be redone
};

class Document {
public:
    Document() = default;
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    // Writes what a format derives (checksums) into the bytes of an edited file. Set once by the application.
    std::function<void(std::string_view path, ByteSpan bytes)> seal;

    // ---- files
    // The bytes become the original. False if the path is open already: nothing changes then.
    bool open_file(std::string path, Bytes bytes);
    void close();  // all files and the history
    bool is_open(std::string_view path) const { return find(path) != nullptr; }
    ByteView bytes(std::string_view path) const;
    ByteView original(std::string_view path) const;  // as opened or last saved, whatever its name was then; empty when added
    ByteView on_card(std::string_view path) const;   // what the card holds under this name; empty when nothing is known
    bool is_on_card(std::string_view path) const;
    bool knows(std::string_view path) const { return held.contains(path); }  // what the card holds or held there
    std::string_view name_on_card(std::string_view path) const;              // where the card holds the original; empty when added
    const std::vector<std::string_view>& paths() const;                      // sorted; until a file comes, goes or is renamed
    template <class T>
    const T* view(std::string_view path, std::size_t at = 0) const {
        return overlay<T>(bytes(path), at);
    }

    // ---- edits: false when refused; take_refusal() says why. A value equal to the present one is no edit.
    // `field` must be the field in the file, not a copy of it.
    template <class F, class V>
    bool set(const F& field, V value, std::string_view label) {
        static_assert(alignof(F) == 1 && std::is_trivially_copyable_v<F>);
        F copy = field;
        copy = value;
        return put_at(reinterpret_cast<const std::byte*>(&field), std::as_bytes(std::span(&copy, 1)), label);
    }
    bool put(std::string_view path, std::size_t offset, ByteView bytes, std::string_view label);
    bool splice(std::string_view path, std::size_t offset, std::size_t removed, ByteView inserted, std::string_view label);
    bool replace(std::string_view path, ByteView bytes, std::string_view label);  // the whole content; only what differs is kept
    bool add_file(std::string_view path, Bytes bytes, std::string_view label);
    bool remove_file(std::string_view path, std::string_view label);
    bool rename_file(std::string_view from, std::string_view to, std::string_view label);

    // A file that must not be edited (its checksum was wrong when it arrived), until the user consents.
    void set_read_only(std::string_view path, std::string reason);
    void allow(std::string_view path);
    std::string_view read_only(std::string_view path) const;  // the reason, empty when it may be edited
    std::string take_refusal();                               // the sentence of the last refused edit, once

    // ---- groups and gestures (use Group). In a gesture, edits with the same label become one.
    void begin_group(std::string_view label);
    void end_group();
    void begin_gesture();
    void end_gesture();
    bool in_gesture() const { return gesture; }

    // ---- history
    bool undo();
    bool redo();
    bool can_undo() const { return done > 0; }
    bool can_redo() const { return done < edits.size(); }
    std::string_view undo_label() const;  // empty when there is nothing to undo
    std::string_view redo_label() const;
    History history() const;
    std::size_t position() const { return done; }
    std::size_t edit_count() const { return edits.size(); }
    bool go_to(std::size_t position);
    std::size_t history_bytes() const;     // memory the history holds
    std::size_t history_limit = 64 << 20;  // the oldest edits are forgotten beyond it

    // ---- difference from the card
    bool changed(std::string_view path) const;              // what would be written is not what the card holds
    const std::vector<std::string>& changed_paths() const;  // removed ones too, sorted
    u64 revision() const { return now; }                    // grows with every change of anything here
    u64 file_revision(std::string_view path) const;         // 0 when not open
    Bytes sealed(std::string_view path) const;              // what the file would hold on the card: untouched files as they are

    // ---- what the shell reports
    void saved(std::string_view path, Bytes written);  // the card holds these bytes now: they are the new original
    void removed_from_card(std::string_view path);
    void found_on_card(std::string_view path, Bytes bytes);  // another program wrote it; our bytes follow only if they had no edits
    void rolled_back(std::string_view path);                 // the card holds again what it held before the last of the two above

    // ---- for the journal (journal.h)
    std::vector<Event> take_events();
    void clear_journal();  // all is on the card: what happened until now need not be known by a later visit
    void finish();         // closes an edit that a group or gesture still holds open

private:
    friend class Replay;
    using EditPointer = std::shared_ptr<Edit>;
    struct Content {
        std::shared_ptr<const Bytes> bytes;  // null: nothing is there
        File* file = nullptr;
    };
    struct Held {
        Content now, before;  // before: until the last save
        bool can_roll_back = false;
    };
    struct Range {
        const std::byte *begin, *end;
        File* file;
    };
    struct PathHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view path) const { return std::hash<std::string_view>()(path); }
    };

    File* find(std::string_view path) const;
    File* find(const std::byte* address) const;
    File& new_file(std::string path, Bytes bytes);
    void add_range(File& file);
    void drop_range(const File& file);
    bool refuse(std::string sentence);
    bool editable(const File* file, std::string_view path);
    bool put_at(const std::byte* address, ByteView bytes, std::string_view label);
    bool put_in(File& file, std::size_t offset, std::size_t removed, ByteView inserted, std::string_view label);
    void keep_original(File& file);
    void write(File& file, std::size_t offset, std::size_t removed, ByteView inserted);
    void touch(File& file);
    void show(File& file, bool present);
    void rename(File& file, std::string_view path);

    void record(Change change, std::string_view label);
    void open_edit(std::string_view label);
    void drop_open();
    void apply(const Change& change, bool forward);
    bool step(bool forward);
    void bound();

    bool differs(const File& file) const;
    bool was_ours(const Held& place) const;
    bool would_collide(const Edit& edit, bool forward) const;
    void forget(std::span<const EditPointer> gone, Change::Kind kind);
    void follow(File& file, ByteView written);
    Held& about_to_change(std::string_view path);
    void put_on_card(std::string_view path, Content content);
    void log(Event::Kind kind, const EditPointer& edit);
    void tell(Event::Kind kind, Told told);
    void tell_content(const File& file);

    std::vector<std::unique_ptr<File>> files;                                   // all that the history can name
    std::unordered_map<std::string, File*, PathHash, std::equal_to<>> by_path;  // the present ones
    mutable std::vector<std::string_view> known_paths;                          // their names, when somebody has asked
    std::map<std::string, Held, std::less<>> held;                              // what the card is known to hold
    std::vector<Range> ranges;                                                  // where the bytes of present files lie, sorted
    std::vector<EditPointer> edits;
    std::size_t done = 0;
    EditPointer open;              // the last edit, while a group or gesture adds to it
    std::vector<EditPointer> cut;  // what could be redone when `open` began: comes back if it vanishes
    std::string group_label, refusal;
    int group_depth = 0;
    bool gesture = false, group_refused = false;
    u64 now = 1, serial = 0, last_file = 0;
    u64 journal = 1;
    std::vector<Event> events;
    std::size_t held_by_edits = 0;                   // bytes of all that is in `edits`
    mutable std::vector<std::string> known_changes;  // the answer of changed_paths() at `known_at`
    mutable u64 known_at = 0;
};

// Everything while it lives is one edit with one label. If a part is refused, all of it is undone.
class Group {
public:
    Group(Document& of, std::string_view label) : document(of) { document.begin_group(label); }
    ~Group() { document.end_group(); }
    Group(const Group&) = delete;
    Group& operator=(const Group&) = delete;

private:
    Document& document;
};

}  // namespace groovebench::card
