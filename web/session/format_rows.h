// What the reference knows of a kind of file, as rows: a heading for each record, its fields below it, and as many rows more as
// a meaning needs that is longer than its column. Made anew when another kind is shown or the column has another width.
#pragma once

#include <string_view>
#include <vector>

#include "schema/schema.h"

namespace groovebench::app {

struct FileForm;

struct FormatRow {
    const Schema* record = nullptr;  // of a heading
    const Field* field = nullptr;    // neither: the row above goes on
    std::string_view key = {};       // of a text, in place of the offset
    std::string_view meaning = {};
};

class FormatRows {
public:
    const std::vector<FormatRow>& of(const FileForm&, float meaning_width);

private:
    void add(const FormatRow&, float meaning_width);
    void add_record(const Schema&, float meaning_width);

    std::vector<FormatRow> rows;
    const Schema* table = nullptr;
    float width = 0;
};

}  // namespace groovebench::app
