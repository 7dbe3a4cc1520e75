// Files of machines that the application itself has no tables of, through core/any: their fields as rows, one value changed,
// what is odd in them, what differs. Nothing is kept between two works: whoever asks sends the bytes along.
#pragma once

#include "workshop/reply.h"

namespace groovebench::app {

Reply fields(std::string_view order, ByteView file);       // a FieldsTold
Reply set_value(std::string_view order, Bytes file);       // the bytes of the file with the value
Reply check_file(const std::string& name, ByteView file);  // problems
Reply file_changes(const std::string& name, std::size_t before_size,
                   ByteView both);                          // groups; the file before, behind it as it is now
Reply format_page(const std::string& name, ByteView file);  // {markdown}

}  // namespace groovebench::app
