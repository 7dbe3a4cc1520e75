// The archive of an EP-133 that is open, as it stands with the edits of its members: packed; looked at before it goes to a machine;
// with a finding mended; against another archive that is open beside it. Nothing is kept between two works: whoever asks sends the
// edited members along.
#pragma once

#include "ep133/contents.h"
#include "workshop/reply.h"

namespace groovebench::app {

// In slices. Of the edits, the file of notes (messages/preflight.h) says what is done to the archive itself, behind all others.
class BackupPacking {
public:
    static Result<BackupPacking> begin(const ep133::Contents&, ep133::Contents::Edits);
    bool step() { return packing.step(); }
    double share() const { return packing.share(); }
    Result<Bytes> end();

private:
    BackupPacking(ep133::Repacking of, Bytes with) : packing(std::move(of)), notes(std::move(with)) {}
    ep133::Repacking packing;
    Bytes notes;
};

// order: an ArchiveOrder; edited: the bytes it speaks of. `file` is what `open` was opened from.
Reply preflight(const ep133::Contents* open, ByteView file, std::string_view order, ByteView edited);  // FindingTolds
Reply mend(const ep133::Contents* open, ByteView file, std::string_view order, ByteView edited);       // a MendTold, and its bytes
// The same of an archive that lies in a folder: its bytes come along.
Reply preflight_file(std::string_view order, ByteView file);
Reply mend_file(std::string_view order, ByteView file);  // the archive, mended

// The open one against another. Of the groups and lines, the first side is the open one, which takes.
Reply compare_beside(const ep133::Contents* open, ByteView file, ByteView beside, std::string_view order,
                     ByteView edited);  // a Compared
Reply take_from_beside(const ep133::Contents* open, ByteView file, ByteView beside, std::string_view order,
                       ByteView edited);  // a MendTold, and its bytes

}  // namespace groovebench::app
