#include <zlib.h>

#include "archive/zip.h"
#include "bytes/format.h"

namespace groovebench::archive {

namespace {

Problem fault(u64 offset, const ZipEntry& entry, std::string expected, std::string found) {
    return {Severity::error, "", std::size_t(offset), entry.name, std::move(expected), std::move(found), Cause::broken};
}

Bytef* zlib_bytes(const std::byte* bytes) { return const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes)); }

// Inflates into exactly `out`, and the packed bytes must end where the data ends.
Outcome inflate_into(ByteView packed, const ZipEntry& entry, Bytes& out) {
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return fault(entry.data, entry, "memory to unpack", "none");
    std::byte none{};
    stream.next_in = zlib_bytes(packed.data());
    stream.avail_in = uInt(packed.size());
    stream.next_out = zlib_bytes(out.empty() ? &none : out.data());
    stream.avail_out = uInt(out.size());
    const int status = inflate(&stream, Z_FINISH);
    const std::size_t taken = packed.size() - stream.avail_in, made = out.size() - stream.avail_out;
    const std::string complaint = stream.msg ? stream.msg : "";
    inflateEnd(&stream);
    if (status == Z_DATA_ERROR) return fault(entry.data + taken, entry, "deflated data", complaint);
    if (status != Z_STREAM_END)
        return fault(entry.data + taken, entry, fmt::format("{} bytes", out.size()),
                     made < out.size() ? fmt::format("{} and the end of the packed ones", made) : "more");
    if (made != out.size()) return fault(entry.data + taken, entry, fmt::format("{} bytes", out.size()), fmt::format("{}", made));
    if (taken != packed.size())
        return fault(entry.data + taken, entry, "the end of the packed bytes", fmt::format("{} more", packed.size() - taken));
    return {};
}

}  // namespace

Result<Bytes> read_entry(const Zip& zip, const ZipEntry& entry) {
    const ByteView packed = zip.file.subspan(std::size_t(entry.data), std::size_t(entry.packed_size));
    Bytes out;
    if (entry.method == Method::stored) {
        out.assign(packed.begin(), packed.end());
    } else {
        out.resize(std::size_t(entry.size));
        if (auto done = inflate_into(packed, entry, out); !done) return done.problem();
    }
    const u32 crc = u32(crc32_z(0, zlib_bytes(out.data()), out.size()));
    if (crc != entry.crc) return fault(entry.data, entry, fmt::format("CRC {:08X}", entry.crc), fmt::format("{:08X}", crc));
    return out;
}

}  // namespace groovebench::archive
