// The records of a ZIP file as they lie in it (PKWARE APPNOTE 6.3.9; what is read from the EP-133 capture agrees).
#pragma once

#include "bytes/integers.h"

namespace groovebench::archive {

constexpr u32 local_signature = 0x04034B50;
constexpr u32 directory_signature = 0x02014B50;
constexpr u32 end_signature = 0x06054B50;
constexpr u32 end64_signature = 0x06064B50;
constexpr u32 locator64_signature = 0x07064B50;
constexpr u32 descriptor_signature = 0x08074B50;

constexpr u16 flag_encrypted = 0x0001;
constexpr u16 flag_descriptor = 0x0008;  // CRC and sizes follow the packed bytes
constexpr u16 flag_patch = 0x0020;
constexpr u16 flag_strong = 0x0040;
constexpr u16 flag_utf8 = 0x0800;
constexpr u16 flag_masked = 0x2000;  // the local header is encrypted too

struct LocalRecord {
    le32 signature;
    le16 needed, flags, method, time, date;
    le32 crc, packed, size;
    le16 name, extra;  // their lengths; the name, then the extra fields follow
};
static_assert(sizeof(LocalRecord) == 30);

struct DirectoryRecord {
    le32 signature;
    le16 made_by, needed, flags, method, time, date;
    le32 crc, packed, size;
    le16 name, extra, comment;  // their lengths, in the order in which they follow
    le16 disk, internal;
    le32 external, local;
};
static_assert(sizeof(DirectoryRecord) == 46);

struct EndRecord {
    le32 signature;
    le16 disk, directory_disk, disk_entries, entries;
    le32 directory_size, directory;
    le16 comment;
};
static_assert(sizeof(EndRecord) == 22);

struct End64Record {
    le32 signature;
    le64 rest;  // bytes of this record after this field
    le16 made_by, needed;
    le32 disk, directory_disk;
    le64 disk_entries, entries, directory_size, directory;
};
static_assert(sizeof(End64Record) == 56);

struct Locator64 {
    le32 signature;
    le32 disk;
    le64 end64;
    le32 disks;
};
static_assert(sizeof(Locator64) == 20);

struct ExtraHeader {
    le16 id, size;
};
constexpr u16 extra_zip64 = 0x0001;
constexpr u16 extra_unicode_path = 0x7075;  // Info-ZIP: a second name, which other readers would use

}  // namespace groovebench::archive
