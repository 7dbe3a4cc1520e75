// The disk of an OP-Z as a whole: which kits its projects use, what is odd in it; what a kit holds; a project that is new.
// Nothing is kept between two works: whoever asks sends along what is to be known.
#pragma once

#include "messages/disk.h"
#include "workshop/reply.h"

namespace groovebench::app {

Reply look_at_opz_disk(std::string_view order);  // a DiskOrder -> a DiskTold
Reply look_at_kit(ByteView kit);                 // a KitTold; of another file one without slices
Reply blank_opz_project();                       // its bytes

// The files as the core asks for them: views of `given`, and the sizes of those that are not there.
Result<std::vector<opz::DiskEntry>> disk_entries(const DiskOrder&, ByteView given);

}  // namespace groovebench::app
