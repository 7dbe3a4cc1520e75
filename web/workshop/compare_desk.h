// Two files against each other, and a damaged bank looked at and rebuilt. Nothing is kept between two works: whoever asks
// sends the bytes along.
#pragma once

#include "workshop/reply.h"

namespace groovebench::app {

// order: a CompareOrder.
Reply compare(std::string_view order, ByteView files);    // a Compared
Reply take_over(std::string_view order, ByteView files);  // the bytes of the file that takes

Reply examine(ByteView bank);  // an Examined
Reply rebuild(ByteView bank);  // the other bank; {notes}

}  // namespace groovebench::app
