// What the two ways of an archive's JSON share; for archive_json.cpp and archive_from_json.cpp only.
#pragma once

#include "ep133/contents.h"

namespace groovebench::ep133 {

const Member* member_of_entry(const Contents&, std::size_t entry);  // of the ZIP itself; null for a project that opens
std::string name_in_archive(const Contents&, const Member&);

// A member of a TAR, from its header to the next.
struct TarSpan {
    std::size_t header, end;
};
TarSpan span_of(const archive::Tar&, std::size_t member);
archive::TarFamily family_of(const archive::Tar&);
// A member as write_tar makes it, header to padding; at most `size` bytes.
Bytes fresh_header(const archive::TarMember&, ByteView bytes, archive::TarFamily, std::size_t size);

// How members are packed that can be packed again; tried in this order.
inline constexpr std::string_view ways_to_pack[] = {"stored", "level 6", "level 1"};
Bytes packed_by(std::string_view way, ByteView bytes);

}  // namespace groovebench::ep133
