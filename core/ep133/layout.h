// The table of a file that has one: that of its size; made for the file where its length varies, as a pattern's does with its
// events. A file longer than the largest layout we know is that layout and a tail that is kept.
#pragma once

#include <memory>
#include <vector>

#include "bytes/problem.h"
#include "ep133/file_kind.h"
#include "schema/forms.h"

namespace groovebench::ep133 {

// The layout of a pad, scenes, settings or fx settings of exactly this size; null where we know none, or for other kinds.
const Schema* schema_of(FileKind, std::size_t size);
std::string_view sizes_of(FileKind);                  // "26, 27 or 29 bytes"
std::span<const Schema* const> schemas_of(FileKind);  // all that a file of the kind may have, the longest last
bool has_table(FileKind);                             // pad, pattern, scenes, settings, fx settings, and the chunks of a sound

class Layout {
public:
    // Refused: a size below all we know, a pattern whose count lies, a sound that does not open.
    static Result<Layout> of(FileKind, ByteView file);

    const Schema& schema() const { return *table; }
    // A description of the same field that lives as long as the program.
    static const Field* lasting(FileKind, const Field*);

private:
    struct Made {
        std::vector<Field> fields;
        Schema schema;
    };
    explicit Layout(const Schema& known) : table(&known) {}
    Layout(std::string_view name, std::size_t size, std::vector<Field> fields);
    static Result<Layout> of_pattern(ByteView file);
    static Result<Layout> of_sound(ByteView file);

    std::shared_ptr<const Made> made;
    const Schema* table;
};

// How an event is seen through its type.
RecordForms record_forms();

}  // namespace groovebench::ep133
