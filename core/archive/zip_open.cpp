// Opening a ZIP: every record is checked against every other before anything is believed.
#include <algorithm>
#include <cstring>

#include "archive/zip.h"
#include "archive/zip_layout.h"
#include "bytes/format.h"

namespace groovebench::archive {

namespace {

Problem fault(std::size_t offset, std::string path, std::string expected, std::string found, Cause cause = Cause::broken) {
    return {Severity::error, "", offset, std::move(path), std::move(expected), std::move(found), cause};
}

bool has(ByteView file, u64 at, u32 signature) {
    const auto* value = at <= file.size() ? overlay<le32>(file, std::size_t(at)) : nullptr;
    return value && *value == signature;
}

// The end record: the only one whose comment reaches exactly to the end of the file.
Result<u64> find_end(ByteView file) {
    constexpr std::size_t longest = sizeof(EndRecord) + 0xFFFF;
    const std::size_t first = file.size() > longest ? file.size() - longest : 0;
    std::optional<u64> found, near_miss;
    for (std::size_t at = file.size(); at-- > first;) {
        if (!has(file, at, end_signature)) continue;
        const auto* end = overlay<EndRecord>(file, at);
        if (!end || at + sizeof(EndRecord) + end->comment != file.size()) {
            if (!near_miss) near_miss = at;
            continue;
        }
        if (found) return fault(at, "end", "one end record", fmt::format("a second one at 0x{:X}", *found));
        found = at;
    }
    if (found) return *found;
    if (near_miss) return fault(*near_miss, "end", "an end record whose comment ends with the file", "another length");
    return fault(file.size(), "end", "the end record of a zip", "the end of the file");
}

struct Totals {
    u64 entries, directory, directory_size;
};

// A 16 or 32-bit field either repeats the zip64 value or is all ones.
bool stands_for(u64 field, u64 all_ones, u64 value) { return field == all_ones || field == value; }

Result<Totals> read_end64(ByteView file, u64 locator_at, const EndRecord& end, Zip& zip) {
    const auto& locator = *overlay<Locator64>(file, std::size_t(locator_at));
    const u64 at = locator.end64;
    if (locator.disk != 0 || locator.disks > 1)
        return fault(locator_at, "zip64 locator", "one disk", fmt::format("{}", u32(locator.disks)), Cause::unsupported);
    if (at > locator_at || locator_at - at < sizeof(End64Record) || !has(file, at, end64_signature))
        return fault(locator_at + 8, "zip64 locator", "the offset of a zip64 end record", fmt::format("0x{:X}", at));
    const auto& end64 = *overlay<End64Record>(file, std::size_t(at));
    if (end64.rest != locator_at - at - 12)
        return fault(at + 4, "zip64 end", fmt::format("{} bytes up to the locator", locator_at - at - 12),
                     fmt::format("{}", u64(end64.rest)));
    if (end64.disk != 0 || end64.directory_disk != 0 || end64.disk_entries != end64.entries)
        return fault(at + 16, "zip64 end", "one disk", "several", Cause::unsupported);
    const bool agree = stands_for(end.entries, 0xFFFF, end64.entries) && stands_for(end.disk_entries, 0xFFFF, end64.entries) &&
                       stands_for(end.directory, 0xFFFFFFFF, end64.directory) &&
                       stands_for(end.directory_size, 0xFFFFFFFF, end64.directory_size);
    if (!agree) return fault(zip.end, "end", "the numbers of the zip64 end record", "others");
    zip.end64 = at;
    return Totals{end64.entries, end64.directory, end64.directory_size};
}

Result<Totals> read_totals(ByteView file, Zip& zip) {
    const auto& end = *overlay<EndRecord>(file, std::size_t(zip.end));
    if (zip.end >= sizeof(Locator64) && has(file, zip.end - sizeof(Locator64), locator64_signature))
        return read_end64(file, zip.end - sizeof(Locator64), end, zip);
    if (end.disk != 0 || end.directory_disk != 0 || end.disk_entries != end.entries)
        return fault(zip.end + 4, "end", "one disk", "several", Cause::unsupported);
    if (end.entries == 0xFFFF || end.directory == 0xFFFFFFFF || end.directory_size == 0xFFFFFFFF)
        return fault(zip.end + 8, "end", "a zip64 end record for these counts", "none");
    return Totals{end.entries, end.directory, end.directory_size};
}

// The body of an extra field, if it is there.
std::optional<ByteView> find_extra(ByteView extra, u16 id) {
    while (const auto* header = overlay<ExtraHeader>(extra)) {
        if (header->size > extra.size() - sizeof(ExtraHeader)) return std::nullopt;
        if (header->id == id) return extra.subspan(sizeof(ExtraHeader), header->size);
        extra = extra.subspan(sizeof(ExtraHeader) + header->size);
    }
    return std::nullopt;
}

// Replaces those values that are all ones by the next ones of the zip64 extra field.
bool widen(ByteView extra, std::initializer_list<u64*> values) {
    const auto wide = find_extra(extra, extra_zip64);
    std::size_t at = 0;
    for (u64* value : values) {
        if (*value != 0xFFFFFFFF) continue;
        const auto* field = wide ? overlay<le64>(*wide, at) : nullptr;
        if (!field) return false;
        *value = *field;
        at += sizeof(le64);
    }
    return true;
}

// Unix keeps the kind of a file in the upper half of the attributes: only files and folders are ours.
bool is_special_file(const DirectoryRecord& record) {
    const unsigned system = record.made_by >> 8;
    const unsigned kind = record.external >> 16 & 0170000;
    return (system == 3 || system == 19) && kind != 0 && kind != 0100000 && kind != 0040000;
}

std::optional<Problem> unsupported(const DirectoryRecord& record, const ZipEntry& entry) {
    const auto refuse = [&](std::size_t field, std::string expected, std::string found) {
        return fault(entry.directory + field, entry.name, std::move(expected), std::move(found), Cause::unsupported);
    };
    if (record.flags & (flag_encrypted | flag_strong | flag_masked))
        return refuse(8, "a member without encryption", "an encrypted one");
    if (record.flags & flag_patch) return refuse(8, "whole data", "a patch");
    if (record.method != 0 && record.method != 8)
        return refuse(10, "method 0 (stored) or 8 (deflate)", fmt::format("method {}", u16(record.method)));
    if (record.disk != 0) return refuse(34, "one disk", fmt::format("disk {}", u16(record.disk)));
    if (is_special_file(record)) return refuse(38, "a file or a folder", "a link or device");
    return std::nullopt;
}

std::optional<Problem> name_problem(const ZipEntry& entry, ByteView extra, const ZipLimits& limits) {
    if (const char* wrong = name_fault(entry.name, limits.root)) return fault(entry.directory + 46, entry.name, wrong, entry.name);
    if (entry.utf8 && !is_utf8(entry.name)) return fault(entry.directory + 46, entry.name, "a name in UTF-8", "other bytes");
    if (const auto other = find_extra(extra, extra_unicode_path))
        if (other->size() < 5 || text_of(other->subspan(5)) != entry.name)
            return fault(entry.directory + 46, entry.name, "one name", "a second one in an extra field", Cause::unsupported);
    return std::nullopt;
}

std::optional<Problem> size_problem(const ZipEntry& entry) {
    if (entry.method == Method::stored && entry.size != entry.packed_size)
        return fault(entry.directory + 20, entry.name, "equal sizes for a stored member",
                     fmt::format("{} packed, {} unpacked", entry.packed_size, entry.size));
    // One byte of deflate cannot stand for more than 1032 (258 bytes for two bits).
    if (entry.size / 1032 > entry.packed_size)
        return fault(entry.directory + 24, entry.name,
                     fmt::format("at most {} bytes from {} packed ones", entry.packed_size * 1032, entry.packed_size),
                     fmt::format("{}", entry.size));
    if (entry.size > 0xFFFFFFFF || entry.packed_size > 0xFFFFFFFF)
        return fault(entry.directory + 20, entry.name, "a member below 4 GB", fmt::format("{} bytes", entry.size),
                     Cause::unsupported);
    if (entry.folder && entry.size != 0)
        return fault(entry.directory + 24, entry.name, "a folder without bytes", fmt::format("{} bytes", entry.size));
    return std::nullopt;
}

// One record of the central directory; moves zip.directory_end past it.
std::optional<Problem> add_entry(Zip& zip, u64 limit) {
    const u64 at = zip.directory_end;
    const auto* record = limit - at >= sizeof(DirectoryRecord) ? overlay<DirectoryRecord>(zip.file, std::size_t(at)) : nullptr;
    if (!record || record->signature != directory_signature)
        return fault(at, "directory", fmt::format("entry {} of the central directory", zip.entries.size() + 1), "something else");
    ZipEntry entry;
    entry.directory = at;
    entry.directory_size = sizeof(DirectoryRecord) + u64(record->name) + record->extra + record->comment;
    if (entry.directory_size > limit - at)
        return fault(at + 28, "directory", fmt::format("an entry within {} bytes", limit - at),
                     fmt::format("{}", entry.directory_size));
    const ByteView rest = zip.file.subspan(std::size_t(at) + sizeof(DirectoryRecord));
    const ByteView extra = rest.subspan(record->name, record->extra);
    entry.name = text_of(rest.first(record->name));
    entry.utf8 = (record->flags & flag_utf8) != 0;
    entry.folder = entry.name.ends_with('/');
    entry.method = Method(u16(record->method));
    entry.crc = record->crc;
    entry.size = record->size;
    entry.packed_size = record->packed;
    entry.local = record->local;
    entry.time = {record->time, record->date};
    if (!widen(extra, {&entry.size, &entry.packed_size, &entry.local}))
        return fault(at + 20, entry.name, "a zip64 field with the large sizes", "none, or one cut short");
    if (auto problem = unsupported(*record, entry)) return problem;
    if (auto problem = name_problem(entry, extra, zip.limits)) return problem;
    if (auto problem = size_problem(entry)) return problem;
    zip.directory_end += entry.directory_size;
    zip.entries.push_back(std::move(entry));
    return std::nullopt;
}

std::optional<Problem> read_directory(Zip& zip, const Totals& totals) {
    const u64 end = zip.end64.value_or(zip.end);
    if (totals.directory > end || totals.directory_size > end - totals.directory)
        return fault(zip.end + 12, "end", fmt::format("a central directory before 0x{:X}", end),
                     fmt::format("{} bytes at 0x{:X}", totals.directory_size, totals.directory));
    if (totals.entries > zip.limits.entries)
        return fault(zip.end + 10, "end", fmt::format("at most {} members", zip.limits.entries), fmt::format("{}", totals.entries),
                     Cause::unsupported);
    zip.directory = zip.directory_end = totals.directory;
    const u64 limit = totals.directory + totals.directory_size;
    u64 inflated = 0;
    while (zip.entries.size() < totals.entries) {
        if (auto problem = add_entry(zip, limit)) return problem;
        const ZipEntry& entry = zip.entries.back();
        if (entry.size > zip.limits.inflated_bytes - inflated)
            return fault(entry.directory + 24, entry.name,
                         fmt::format("at most {} bytes unpacked in all", zip.limits.inflated_bytes),
                         fmt::format("{} more after {}", entry.size, inflated), Cause::unsupported);
        inflated += entry.size;
    }
    if (zip.directory_end != limit)
        return fault(zip.directory_end, "directory", fmt::format("{} members and no more", totals.entries),
                     fmt::format("{} bytes after the last", limit - zip.directory_end));
    return std::nullopt;
}

// Where the data descriptor ends that starts at `at`, if there is one that repeats the directory's
// numbers: with or without a signature, sizes in 32 or 64 bits.
std::optional<u64> descriptor_end(ByteView file, u64 at, const ZipEntry& entry) {
    for (const u64 signature : {4, 0}) {
        if (signature && !has(file, at, descriptor_signature)) continue;
        const ByteView rest = file.subspan(std::size_t(std::min<u64>(at + signature, file.size())));
        const auto* crc = overlay<le32>(rest);
        if (!crc || *crc != entry.crc) continue;
        const auto* narrow = overlay<le32>(rest, 8);
        if (narrow && *overlay<le32>(rest, 4) == entry.packed_size && *narrow == entry.size) return at + signature + 12;
        const auto* wide = overlay<le64>(rest, 12);
        if (wide && *overlay<le64>(rest, 4) == entry.packed_size && *wide == entry.size) return at + signature + 20;
    }
    return std::nullopt;
}

std::optional<Problem> local_sizes_problem(const LocalRecord& local, ByteView extra, const ZipEntry& entry) {
    u64 size = local.size, packed = local.packed;
    if (!widen(extra, {&size, &packed}))
        return fault(entry.local + 18, entry.name, "a zip64 field with the large sizes", "none, or one cut short");
    const bool later = (local.flags & flag_descriptor) != 0;
    const auto agrees = [later](u64 here, u64 there) { return here == there || (later && here == 0); };
    if (!agrees(local.crc, entry.crc))
        return fault(entry.local + 14, entry.name, fmt::format("CRC {:08X} as in the directory", entry.crc),
                     fmt::format("{:08X}", u32(local.crc)));
    if (!agrees(packed, entry.packed_size) || !agrees(size, entry.size))
        return fault(entry.local + 18, entry.name,
                     fmt::format("sizes {} and {} as in the directory", entry.packed_size, entry.size),
                     fmt::format("{} and {}", packed, size));
    return std::nullopt;
}

// The local header must tell what the directory tells; fills in where the bytes of the member are.
std::optional<Problem> read_local(const Zip& zip, ZipEntry& entry) {
    const u64 limit = zip.directory;
    const bool fits = entry.local <= limit && limit - entry.local >= sizeof(LocalRecord);
    if (!fits || !has(zip.file, entry.local, local_signature))
        return fault(entry.directory + 42, entry.name, "the offset of a local header", fmt::format("0x{:X}", entry.local));
    const auto& local = *overlay<LocalRecord>(zip.file, std::size_t(entry.local));
    const auto& record = *overlay<DirectoryRecord>(zip.file, std::size_t(entry.directory));
    entry.data = entry.local + sizeof(LocalRecord) + local.name + local.extra;
    if (entry.data > limit || entry.packed_size > limit - entry.data)
        return fault(entry.local + 18, entry.name, fmt::format("{} bytes before the central directory", entry.packed_size),
                     fmt::format("{}", limit - std::min(limit, entry.data)));
    const ByteView rest = zip.file.subspan(std::size_t(entry.local) + sizeof(LocalRecord));
    if (text_of(rest.first(local.name)) != entry.name)
        return fault(entry.local + 30, entry.name, "the name in the directory", std::string(text_of(rest.first(local.name))));
    constexpr u16 matter = flag_encrypted | flag_descriptor | flag_patch | flag_strong | flag_masked;
    if (local.method != record.method || (local.flags & matter) != (record.flags & matter))
        return fault(entry.local + 6, entry.name, "method and flags of the directory", "others");
    if (auto problem = local_sizes_problem(local, rest.subspan(local.name, local.extra), entry)) return problem;
    entry.end = entry.data + entry.packed_size;
    if (!(local.flags & flag_descriptor)) return std::nullopt;
    const auto end = descriptor_end(zip.file.first(std::size_t(limit)), entry.end, entry);
    if (!end) return fault(entry.end, entry.name, "CRC and sizes of the directory again", "others");
    entry.end = *end;
    return std::nullopt;
}

std::optional<Problem> overlap(const Zip& zip) {
    std::vector<const ZipEntry*> sorted;
    for (const ZipEntry& entry : zip.entries) sorted.push_back(&entry);
    std::sort(sorted.begin(), sorted.end(), [](const ZipEntry* a, const ZipEntry* b) { return a->local < b->local; });
    for (std::size_t i = 0; i + 1 < sorted.size(); i++)
        if (sorted[i]->end > sorted[i + 1]->local)
            return fault(sorted[i + 1]->local, sorted[i + 1]->name, fmt::format("a start at or after 0x{:X}", sorted[i]->end),
                         "bytes shared with " + sorted[i]->name);
    return std::nullopt;
}

}  // namespace

ByteView Zip::comment() const { return file.subspan(std::size_t(end) + sizeof(EndRecord)); }

Result<Zip> open_zip(ByteView file, const ZipLimits& limits) {
    Zip zip;
    zip.file = file;
    zip.limits = limits;
    const auto end = find_end(file);
    if (!end) return end.problem();
    zip.end = *end;
    const auto totals = read_totals(file, zip);
    if (!totals) return totals.problem();
    if (auto problem = read_directory(zip, *totals)) return *problem;
    NameList names;
    for (ZipEntry& entry : zip.entries) {
        if (auto problem = read_local(zip, entry)) return *problem;
        names.add(entry.name, entry.folder ? NameList::Kind::folder : NameList::Kind::file, entry.directory + 46);
    }
    if (auto problem = overlap(zip)) return *problem;
    if (auto problem = names.clash()) return *problem;
    return zip;
}

const ZipEntry* find_entry(const Zip& zip, std::string_view name) {
    for (const ZipEntry& entry : zip.entries)
        if (entry.name == name) return &entry;
    return nullptr;
}

}  // namespace groovebench::archive
