// What the view of a file remembers: the page of it, the field that is chosen, what is typed.
#pragma once

#include <string>

#include "session/file_rows.h"
#include "session/format_rows.h"

namespace groovebench::app {

struct FileView {
    enum class Page : u8 { fields, text, format } page = Page::fields;
    std::string filter;
    bool find = false;  // the search wants the keyboard
    FileRows rows;
    FormatRows format;

    std::string field;             // the one that is chosen, by its path
    std::size_t at = 0, size = 0;  // its bytes
    double chosen_at = 0;
    bool show_row = false, show_bytes = false;  // bring it into sight

    std::optional<i64> held;  // a value of the chosen field that the workshop is putting in
    std::string typed;        // a value that is typed in its place
    bool typing = false, typing_begun = false;
    float bytes_width = 526;
};

}  // namespace groovebench::app
