#include <zlib.h>

#include <algorithm>

#include "archive/zip_pack.h"
#include "bytes/format.h"

namespace groovebench::archive {

namespace {

Bytef* zlib_bytes(const std::byte* bytes) { return const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes)); }

constexpr std::size_t step = std::size_t(64) << 10;        // of what is packed
constexpr std::size_t most_room = std::size_t(128) << 10;  // for what comes out

// Deflates piece by piece, so that the output grows by what is needed, and each piece is still in the
// cache when its checksum is taken. Nothing if zlib has no memory for it.
std::optional<u32> append_deflated(Bytes& out, ByteView bytes, int level) {
    z_stream stream{};
    int status = deflateInit2(&stream, std::clamp(level, 1, 9), Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    uLong crc = crc32_z(0, nullptr, 0);
    const std::size_t before = out.size(), room = std::min<std::size_t>(most_room, deflateBound(&stream, uLong(bytes.size())));
    std::size_t used = before;
    while (status == Z_OK) {
        if (stream.avail_in == 0 && !bytes.empty()) {
            const ByteView piece = bytes.first(std::min(step, bytes.size()));
            bytes = bytes.subspan(piece.size());
            crc = crc32_z(crc, zlib_bytes(piece.data()), piece.size());
            stream.next_in = zlib_bytes(piece.data());
            stream.avail_in = uInt(piece.size());
        }
        if (out.size() - used < room / 2) out.resize(used + room);
        stream.next_out = zlib_bytes(out.data() + used);
        stream.avail_out = uInt(out.size() - used);
        status = deflate(&stream, bytes.empty() ? Z_FINISH : Z_NO_FLUSH);
        used = out.size() - stream.avail_out;
    }
    deflateEnd(&stream);
    out.resize(status == Z_STREAM_END ? used : before);
    return status == Z_STREAM_END ? std::optional(u32(crc)) : std::nullopt;
}

}  // namespace

DosTime dos_time(int year, int month, int day, int hour, int minute, int second) {
    const int since_1980 = std::clamp(year, 1980, 2107) - 1980;
    return {u16(hour << 11 | minute << 5 | second / 2), u16(since_1980 << 9 | month << 5 | day)};
}

Packed append_packed(Bytes& out, ByteView bytes, Method method, int level) {
    const std::size_t before = out.size();
    if (method == Method::deflated)
        if (const auto crc = append_deflated(out, bytes, level)) return {method, *crc, out.size() - before};
    append(out, bytes);
    return {Method::stored, u32(crc32_z(crc32_z(0, nullptr, 0), zlib_bytes(bytes.data()), bytes.size())), bytes.size()};
}

std::optional<Problem> member_problem(const ZipMember& member, RootNames root) {
    const auto refuse = [&](std::string expected, std::string found) {
        return Problem{Severity::error,   "", Problem::nowhere, member.name, std::move(expected), std::move(found),
                       Cause::unsupported};
    };
    if (const char* wrong = name_fault(member.name, root)) return refuse(wrong, member.name);
    if (!is_utf8(member.name)) return refuse("a name in UTF-8", "other bytes");
    if (member.name.size() > 0xFFFF) return refuse("a name of at most 65535 bytes", fmt::format("{}", member.name.size()));
    if (u64(member.bytes.size()) > 0xFFF00000) return refuse("a member below 4 GB", fmt::format("{} bytes", member.bytes.size()));
    if (member.name.ends_with('/') && !member.bytes.empty())
        return refuse("a folder without bytes", fmt::format("{} bytes", member.bytes.size()));
    return std::nullopt;
}

DirectoryRecord append_member(Bytes& out, const ZipMember& member) {
    LocalRecord local{};
    local.signature = local_signature;
    local.needed = 20;
    local.flags = flag_utf8;
    local.time = member.time.time;
    local.date = member.time.date;
    local.size = u32(member.bytes.size());
    local.name = u16(member.name.size());
    const std::size_t at = out.size();
    append_record(out, local);
    append(out, bytes_of(member.name));
    const Packed packed = append_packed(out, member.bytes, member.bytes.empty() ? Method::stored : member.method, member.level);
    local.method = u16(packed.method);
    local.crc = packed.crc;
    local.packed = u32(packed.size);
    *overlay<LocalRecord>(out, at) = local;
    DirectoryRecord record{};
    record.signature = directory_signature;
    record.made_by = record.needed = 20;
    record.flags = local.flags;
    record.method = local.method;
    record.time = local.time;
    record.date = local.date;
    record.crc = local.crc;
    record.packed = local.packed;
    record.size = local.size;
    record.name = local.name;
    record.external = member.name.ends_with('/') ? 0x10 : 0;
    record.local = u32(at);
    return record;
}

Result<Bytes> write_zip(const std::vector<ZipMember>& members, RootNames root) {
    const auto refuse = [](std::string expected, std::string found) {
        return Problem{Severity::error, "", Problem::nowhere, "", std::move(expected), std::move(found), Cause::unsupported};
    };
    if (members.size() >= 0xFFFF) return refuse("at most 65534 members", fmt::format("{}", members.size()));
    NameList names;
    u64 bytes = 0;
    for (const ZipMember& member : members) {
        if (auto problem = member_problem(member, root)) return *problem;
        names.add(member.name, member.name.ends_with('/') ? NameList::Kind::folder : NameList::Kind::file, Problem::nowhere);
        bytes += member.bytes.size() + 2 * member.name.size() + 1024;
    }
    if (auto problem = names.clash()) return *problem;
    if (bytes > 0xFFF00000) return refuse("an archive below 4 GB", fmt::format("{} bytes", bytes));
    Bytes out, directory;
    out.reserve(bytes);  // in one place from the start: growing would touch new memory again and again, which costs a fifth
    for (const ZipMember& member : members) {
        append_record(directory, append_member(out, member));
        append(directory, bytes_of(member.name));
    }
    EndRecord end{};
    end.signature = end_signature;
    end.disk_entries = end.entries = u16(members.size());
    end.directory = u32(out.size());
    end.directory_size = u32(directory.size());
    append(out, directory);
    append_record(out, end);
    return out;
}

}  // namespace groovebench::archive
