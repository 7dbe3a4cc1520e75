// What the reference knows of a kind of file, as rows: a heading for each record, its fields below it, and as many rows more as
// a meaning needs that is longer than its column. Made of the table that reads the file, or, for a file that only the workshop
// knows, of the format page in Markdown that it tells. Made anew when another kind is shown or the column has another width.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/schema.h"

namespace groovebench::app {

struct FileForm;

struct FormatRow {
    bool heading = false;
    std::string place, size, name, meaning, range, evidence;  // only a meaning: the row above goes on
};

class FormatRows {
public:
    const std::vector<FormatRow>& of(const FileForm&, float meaning_width);
    // Of the workshop's page; until it was told there are no rows.
    bool wants_page(const FileForm&) const;
    void page_asked(const FileForm&);
    void told(std::string_view markdown);

private:
    void add(FormatRow);
    void add_field(const Field&, std::string place);
    void add_record(const Schema&);
    void add_page(std::string_view markdown);

    std::vector<FormatRow> rows;
    std::vector<const Schema*> records;  // that have rows
    std::string page, page_of;           // the Markdown, and of what format
    const Schema* table = nullptr;
    float width = 0;
    bool stale = true;
};

}  // namespace groovebench::app
