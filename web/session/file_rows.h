// The fields of an open file as rows of a table: records fold, masks open into their flags, and what is typed into the
// search keeps only what it fits. Made anew when something of that changes, never per frame: a bank has more than half
// a million values, so a search goes over them some at a time.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/bytes.h"
#include "messages/fields.h"
#include "octatrack/project.h"
#include "schema/values.h"
#include "session/field_walk.h"

namespace groovebench::app {

// What a line of a project's text is about, besides its field.
struct TextKey {
    const octatrack::Setting* setting = nullptr;
    std::optional<octatrack::SlotRef> slot;  // with the attribute: of a sample
    octatrack::Attribute attribute = octatrack::Attribute::gain;
    i64 number = 0;  // the value
    bool known() const { return setting || slot; }
};

struct FileRow {
    std::string path;                  // "patterns[3].tail.tempo"; by it the row is known
    std::size_t name_at = 0;           // where its own name begins in it
    const Field* field = nullptr;      // null: a section of a text, or a line nobody knows
    std::size_t offset = 0, size = 0;  // its bytes; of an array all of them
    int flag = -1;                     // of a mask, from 0
    int depth = 0;
    bool folds = false, open = false;
    std::string words = {};  // of what folds: what is in it; of a line: its value
    TextKey key = {};        // of a line
    bool told = false;       // by the workshop; then:
    i64 number = 0;          // the value
    bool plain = true;       // it can be turned; else it is typed, as the machine shows it
    std::string note = {};   // what it means, where no field says so

    std::string_view name() const { return std::string_view(path).substr(name_at); }
    groovebench::Place place() const { return {field, offset, flag}; }
};

// An open file as it stands.
struct FileShown {
    std::string_view path;
    ByteView bytes;
    u64 revision = 0;
};
// What the bytes are read as; neither, when only bytes can be shown.
struct FileForm {
    const Schema* table = nullptr;
    bool is_text = false;
    std::string refused;  // why a file of a known name is not what it should be
    std::string format;   // of a file that the workshop knows: "opz project"
    std::string locked;   // why that is not edited
    bool has_fields() const { return table || is_text || !format.empty(); }
};

class FileRows {
public:
    static constexpr std::size_t most_found = 5000;

    // Once a frame. `filter` is what is typed; a search that is not complete goes on.
    const std::vector<FileRow>& of(const FileShown&, const std::string& filter);
    const FileForm& form() const { return known; }  // after of()
    bool searching() const { return walk.has_value(); }
    std::size_t looked_at() const { return passed; }  // values so far

    void fold(const FileRow&);              // or unfold
    void unfold_to(std::string_view path);  // all that it is in
    // What the workshop has to be asked now, if anything, and what it told; an answer about another state of things is dropped.
    std::optional<FieldsOrder> take_order();
    void told(FieldsTold, u64 file_revision);
    bool waits() const { return asked; }

    // The field that holds a byte; empty when none does.
    std::string path_at(const FileShown&, std::size_t offset) const;

private:
    void rebuild(const FileShown&);
    void add_fields(const FileShown&, const Schema&, std::size_t at, const std::string& prefix, int depth);
    void add_field(const FileShown&, const Field&, std::size_t at, const std::string& prefix, int depth);
    void add_element(const FileShown&, const Field&, std::size_t offset, std::string path, std::size_t name_at, int depth);
    void add_flags(const FileRow& mask);
    void ask(const FileShown&);
    void search(const FileShown&);
    bool is_wanted(const std::string& path, const Field&, std::size_t offset, ByteView file) const;

    std::vector<FileRow> rows;
    std::vector<std::unique_ptr<OwnField>> own_fields;  // of rows that were told
    std::optional<FieldsOrder> order;
    bool asked = false;  // an answer is under way
    std::string told_of;
    std::set<std::string, std::less<>> unfolded;
    std::optional<FieldWalk> walk;
    FileForm known;
    std::vector<std::string> wanted;  // the words of the filter, in small letters
    std::string made_for, filter_made_for;
    u64 revision = 0;
    std::size_t passed = 0;
    bool stale = true;
};

// Whether the workshop is asked what a file is: the application has no tables of the other machines' files.
bool is_known_elsewhere(std::string_view path);

// The table a record at `at` is read through: a row of an arrangement by its type.
const Schema& seen_through(const Schema& record, ByteView file, std::size_t at);

// The lines of a project's text: sections, and the values in those that are unfolded. A filter unfolds all.
std::vector<FileRow> text_rows(ByteView file, const std::set<std::string, std::less<>>& unfolded, bool all);

std::string small_letters(std::string_view);

}  // namespace groovebench::app
