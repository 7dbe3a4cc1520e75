// Archives: a card that came as a zip is read from here, and whatever goes out as a zip is packed here. An open
// archive that is packed again keeps its order, its unknown entries and every byte of what did not change. A backup of an
// EP-133 is opened with the projects in it as folders (ep133/contents.h).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "archive/zip.h"
#include "ep133/contents.h"
#include "workshop/asked.h"
#include "workshop/backup_desk.h"
#include "workshop/reply.h"

namespace groovebench::app {

class ZipDesk {
public:
    Reply open(const std::string& name, Bytes archive);
    Reply read(u64 index);
    Reply put(std::string path, Bytes file);
    Reply remove(std::string path);
    // A pack in slices: the members of a backup one by one, anything else at once.
    Reply begin_packing(const Asked& how);
    Reply step();
    Reply end_packing();
    Reply forget_packing();
    Reply pack(const Asked& how);                               // all of it
    Reply open_beside(const std::string& name, Bytes archive);  // another one, to compare the open one with

    const ep133::Contents* open_backup() const { return backup ? &*backup : nullptr; }
    ByteView archive() const { return bytes; }
    ByteView beside() const { return other; }

private:
    Reply open_zip(const std::string& name);
    Reply open_backup(const std::string& name);
    Result<Bytes> packed_anew(const archive::DosTime&) const;
    Result<Bytes> packed_onto_open(const archive::DosTime&) const;
    Result<Bytes> packed_now(const Asked& how) const;
    ep133::Contents::Edits taken_edits();

    Bytes bytes, other;
    std::optional<archive::Zip> zip;  // one of the two
    std::optional<ep133::Contents> backup;
    std::map<std::string, std::size_t> by_path;
    std::map<std::string, Bytes> files;  // for the next pack
    std::set<std::string> removed;
    std::optional<BackupPacking> packing;
    std::optional<Bytes> packed;
};

}  // namespace groovebench::app
