// What writing a new archive and rewriting an old one share.
#pragma once

#include "archive/zip.h"
#include "archive/zip_layout.h"

namespace groovebench::archive {

struct Packed {
    Method method = Method::stored;  // stored instead of deflated where zlib had no memory to pack
    u32 crc = 0;
    u64 size = 0;
};

// Appends the packed form of `bytes` to `out`, in one pass.
Packed append_packed(Bytes& out, ByteView bytes, Method method, int level);

template <class T>
void append_record(Bytes& out, const T& record) {
    const auto* first = reinterpret_cast<const std::byte*>(&record);
    out.insert(out.end(), first, first + sizeof(T));
}
inline void append(Bytes& out, ByteView bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); }

// What is wrong with a member that somebody wants to write, or nothing.
std::optional<Problem> member_problem(const ZipMember& member, RootNames root);

// Appends local header and packed bytes; returns the record for the directory.
DirectoryRecord append_member(Bytes& out, const ZipMember& member);

}  // namespace groovebench::archive
