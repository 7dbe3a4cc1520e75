// TAR files in the flavour of the EP-133 (ep133.md 4.2): plain V7 headers, no padding to 10 KiB. The
// reader also takes ustar headers, "./" in front of names and any zeros at the end; headers and bytes of
// members that are not touched are copied as they are.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "archive/names.h"
#include "bytes/problem.h"

namespace groovebench::archive {

struct TarLimits {
    u64 members = 4096;
    u64 bytes = u64(256) << 20;  // the whole file
};

struct TarMember {
    std::string name;  // without "./" in front and "/" at the end
    bool folder = false;
    u64 header = 0;  // offset of its header block
    u64 data = 0;    // offset of its bytes
    u64 size = 0;
};

// An open archive. `file` is borrowed: the bytes must outlive the Tar.
struct Tar {
    ByteView file;
    std::vector<TarMember> members;  // in the order of the file
    u64 end = 0;                     // offset of the first zero block
    ByteView bytes(const TarMember& member) const { return file.subspan(member.data, member.size); }
};

Result<Tar> open_tar(ByteView file, const TarLimits& limits = {});

const TarMember* find_member(const Tar&, std::string_view name);

// The two generations of headers: before OS 2.0 the mode is eight NULs, since then 755 and 644.
enum class TarFamily : u8 { before_os2, os2 };

struct TarItem {
    std::string name;  // at most 100 bytes
    bool folder = false;
    ByteView bytes;  // borrowed until the call returns
};

// A new archive with these members in this order. The device wants them sorted by name: sort_items.
Result<Bytes> write_tar(const std::vector<TarItem>& items, TarFamily family = TarFamily::os2);
void sort_items(std::vector<TarItem>& items);

// Changes to an archive, by the index of the member. A replaced member keeps its header but for size
// and checksum; an added one takes the header of a neighbour of its kind and its place by name.
struct TarEdits {
    std::map<std::size_t, ByteView> replaced;  // borrowed until rewrite_tar returns
    std::set<std::size_t> removed;
    std::vector<TarItem> added;
};

// The archive with these changes; the result has been opened again.
Result<Bytes> rewrite_tar(const Tar&, const TarEdits&);

}  // namespace groovebench::archive
