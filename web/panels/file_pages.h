// The pages of the view of a file.
#pragma once

#include "panels/panels.h"

namespace groovebench::app {

void fields_page(Session&);  // every field, as a table
void text_page(Session&);    // the lines of a project's text as they stand
void format_page(Session&);  // what the reference knows of this kind of file

// "0x0143A6"
std::string address_words(std::size_t offset);
ui::Tone tone_of(Evidence);

}  // namespace groovebench::app
