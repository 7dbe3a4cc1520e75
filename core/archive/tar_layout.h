// The header block of a TAR member, as it lies in the file.
#pragma once

#include "bytes/bytes.h"

namespace groovebench::archive {

constexpr std::size_t tar_block = 512;

struct TarHeader {
    char name[100];
    char mode[8], uid[8], gid[8];
    char size[12], mtime[12];
    char checksum[8];
    char type;
    char link[100];
    char ustar[8];  // "ustar\0" "00" or "ustar  \0"; NUL in V7
    char user[32], group[32], major[8], minor[8];
    char prefix[155];
    char rest[12];
};
static_assert(sizeof(TarHeader) == tar_block && alignof(TarHeader) == 1);

// The sum of all bytes, those of the checksum taken as spaces.
u32 checksum_of(const TarHeader&);

inline u64 padded(u64 size) { return (size + tar_block - 1) / tar_block * tar_block; }

}  // namespace groovebench::archive
