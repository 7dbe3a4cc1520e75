// The archive of an EP-133 that is open, as the workshop is asked about it: it lies there, and the members that were edited go
// along with every question. What comes back as members before and after becomes one edit of the document.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "messages/preflight.h"

namespace groovebench::app {

class Session;

bool is_ep133_archive(std::string_view name);  // .ppak, .pak, .tar

class ArchiveEdits {
public:
    explicit ArchiveEdits(Session& of) : session(of) {}

    bool is_open() const;  // an archive of an EP-133 is
    void forget();

    ArchiveOrder order() const;
    Bytes bytes() const;  // that the order speaks of
    u64 version();        // grows when what is edited is not what it was

    // False when refused, with the reason in the document.
    bool put(const MendTold&, ByteView bytes, const std::string& label);

private:
    Session& session;
    std::vector<std::pair<std::string, u64>> edited;  // members, by revision
    u64 seen = 0, now = 1;                            // the revision of the document at which they were these
};

}  // namespace groovebench::app
