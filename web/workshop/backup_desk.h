// The archive of an EP-133 that is open, as it stands with the edits of its members: packed; looked at before it goes to a machine;
// with a finding mended. Nothing is kept between two works: whoever asks sends the edited members along.
#pragma once

#include "ep133/contents.h"
#include "workshop/reply.h"

namespace groovebench::app {

// Of the edits, the file of notes (messages/preflight.h) says what is done to the archive itself, behind all others.
Result<Bytes> packed_backup(const ep133::Contents&, ep133::Contents::Edits);

// order: an ArchiveOrder; edited: the bytes it speaks of. `file` is what `open` was opened from.
Reply preflight(const ep133::Contents* open, ByteView file, std::string_view order, ByteView edited);  // FindingTolds
Reply mend(const ep133::Contents* open, ByteView file, std::string_view order, ByteView edited);       // a MendTold, and its bytes

}  // namespace groovebench::app
