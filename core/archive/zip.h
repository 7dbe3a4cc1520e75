// ZIP files: .ppak and .pak backups, cards that arrive or leave as a zip. Our own strict container over
// zlib's raw deflate. An archive is views into its bytes; what is not touched is copied bit by bit:
// opening and rewriting without edits gives the identical file.
//
// Accepted: methods 0 and 8, data descriptors, zip64, any extra fields and comments, a prefix or gaps
// between members. Refused, with the offset: names that leave their folder or clash, links, encryption,
// several disks, overlaps, sizes or checksums that contradict one another, anything cut short, and
// archives above the caller's limits (by absolute size and count: honest projects pack 122 : 1).
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "archive/names.h"
#include "bytes/problem.h"

namespace groovebench::archive {

struct ZipLimits {
    u64 entries = 4096;
    u64 inflated_bytes = u64(256) << 20;  // all members together
    RootNames root = RootNames::refused;  // allowed for .ppak and .pak
};

// Method as stored in the file; any other number is refused when the archive opens.
enum class Method : u16 { stored = 0, deflated = 8 };

// The time of a member in the form ZIP stores it: local time, two-second steps, from 1980 on.
struct DosTime {
    u16 time = 0;
    u16 date = 0x0021;  // 1980-01-01
};
DosTime dos_time(int year, int month, int day, int hour, int minute, int second);

struct ZipEntry {
    std::string name;  // as stored: UTF-8 if `utf8`, else bytes of an unknown code page (CP437 by the book)
    bool utf8 = false;
    bool folder = false;
    Method method = Method::stored;
    u32 crc = 0;
    u64 size = 0;            // unpacked
    u64 packed_size = 0;     // as it lies in the file
    u64 local = 0;           // offset of its local header
    u64 data = 0;            // offset of its packed bytes
    u64 end = 0;             // past the packed bytes and the data descriptor
    u64 directory = 0;       // offset of its record in the central directory
    u64 directory_size = 0;  // of that record, name, extra fields and comment included
    DosTime time;
};

// An open archive. `file` is borrowed: the bytes must outlive the Zip.
struct Zip {
    ByteView file;
    ZipLimits limits;
    std::vector<ZipEntry> entries;  // in the order of the central directory
    u64 directory = 0;              // the central directory: where its first record is
    u64 directory_end = 0;          // past its last record
    u64 end = 0;                    // the end record
    std::optional<u64> end64;       // the zip64 end record, if there is one
    ByteView comment() const;
};

Result<Zip> open_zip(ByteView file, const ZipLimits& limits = {});

const ZipEntry* find_entry(const Zip&, std::string_view name);

// The unpacked bytes of a member, its size and CRC checked. Never more than entry.size bytes.
Result<Bytes> read_entry(const Zip&, const ZipEntry&);

// A member to write. `bytes` is borrowed until the call returns.
struct ZipMember {
    std::string name;  // UTF-8; ends with "/" for a folder
    ByteView bytes;
    Method method = Method::deflated;
    DosTime time;
    int level = 6;  // of deflate, 1 to 9
};

// A new archive with these members in this order: UTF-8 names, no extra fields, no data descriptors.
// The same members give the same bytes.
Result<Bytes> write_zip(const std::vector<ZipMember>& members, RootNames root = RootNames::refused);

// Changes to an archive, by the index of the entry. A replaced member keeps its name, extra fields,
// comment, attributes and place; a renamed one keeps its packed bytes.
struct ZipEdits {
    struct Added {
        std::size_t before;  // index of the entry to stand in front of; entries.size() for the end
        ZipMember member;
    };
    struct Replaced {
        ByteView bytes;  // borrowed until rewrite_zip returns
        std::optional<DosTime> time;
        int level = 6;
    };
    std::map<std::size_t, Replaced> replaced;
    std::map<std::size_t, std::string> renamed;
    std::set<std::size_t> removed;
    std::vector<Added> added;
};

// The archive with these changes; the result has been opened again with the same limits.
Result<Bytes> rewrite_zip(const Zip&, const ZipEdits&);

// The same member by member, for those who have to answer meanwhile. Archive and edits are borrowed until the end.
class ZipRewrite {
public:
    static Result<ZipRewrite> begin(const Zip&, const ZipEdits&);
    ZipRewrite(ZipRewrite&&) noexcept;
    ZipRewrite& operator=(ZipRewrite&&) noexcept;
    ~ZipRewrite();

    bool step();           // one member; false: none is left
    double share() const;  // of them, 0 to 1
    Result<Bytes> end();   // once

private:
    class Rewriter;
    explicit ZipRewrite(std::unique_ptr<Rewriter>);
    std::unique_ptr<Rewriter> rewriter;
};

}  // namespace groovebench::archive
