// Changing an archive: everything that is not named in the edits is copied bit by bit, members, gaps,
// extra fields, comments and the order of both lists included; only offsets and counts follow.
#include <algorithm>

#include "archive/zip_pack.h"
#include "bytes/format.h"

namespace groovebench::archive {

class ZipRewrite::Rewriter {
public:
    Rewriter(const Zip& zip, const ZipEdits& edits);

    std::optional<Problem> check() const;
    bool step();
    double share() const { return order.empty() ? 1 : double(next) / double(order.size()); }
    Result<Bytes> end();

private:
    struct Place {
        u64 local = 0;
        std::optional<Packed> packed;  // of a replaced member
    };

    bool removed(std::size_t i) const { return edits.removed.contains(i); }
    ByteView old(u64 from, u64 to) const { return zip.file.subspan(std::size_t(from), std::size_t(to - from)); }
    void write_added(std::size_t before);
    void write_member(std::size_t i);
    Bytes new_extra(std::size_t i, ByteView extra) const;
    void write_directory();
    void write_record(std::size_t i);
    void write_end();

    const Zip& zip;
    const ZipEdits& edits;
    Bytes out;
    std::vector<std::size_t> order;  // of the members in the file
    std::size_t next = 0;            // of them
    u64 copied = 0, new_directory = 0;
    std::vector<Place> places;                                                       // of the old members
    std::multimap<std::size_t, std::pair<DirectoryRecord, const ZipMember*>> fresh;  // by the index they stand before
};

namespace {

std::optional<Problem> refuse(std::string path, std::string expected, std::string found) {
    return Problem{Severity::error,   "", Problem::nowhere, std::move(path), std::move(expected), std::move(found),
                   Cause::unsupported};
}

}  // namespace

std::optional<Problem> ZipRewrite::Rewriter::check() const {
    const std::size_t known = zip.entries.size();
    const auto wrong_index = [known](const auto& pair) { return pair.first >= known; };
    if (std::ranges::any_of(edits.replaced, wrong_index) || std::ranges::any_of(edits.renamed, wrong_index) ||
        std::ranges::any_of(edits.removed, [known](std::size_t i) { return i >= known; }))
        return refuse("", fmt::format("a member from 1 to {}", known), "another one");
    for (const auto& [i, name] : edits.renamed)
        if (auto problem = member_problem({name, {}, Method::stored, {}, 6}, zip.limits.root)) return problem;
    for (const auto& [i, change] : edits.replaced)
        if (u64(change.bytes.size()) > 0xFFF00000) return refuse(zip.entries[i].name, "a member below 4 GB", "a larger one");
    u64 bytes = zip.file.size();
    for (const auto& added : edits.added) {
        if (auto problem = member_problem(added.member, zip.limits.root)) return problem;
        bytes += added.member.bytes.size() + 2 * added.member.name.size() + 1024;
    }
    for (const auto& [i, change] : edits.replaced) bytes += change.bytes.size() + 1024;
    if (bytes > 0xFFF00000) return refuse("", "an archive below 4 GB", fmt::format("{} bytes", bytes));
    if (!zip.end64 && known + edits.added.size() >= 0xFFFF) return refuse("", "at most 65534 members", "more");
    return std::nullopt;
}

namespace {

// Extra fields but for the one of this kind.
Bytes extra_without(u16 id, ByteView extra) {
    Bytes kept;
    while (const auto* header = overlay<ExtraHeader>(extra)) {
        const std::size_t whole = std::min(extra.size(), sizeof(ExtraHeader) + header->size);
        if (header->id != id) append(kept, extra.first(whole));
        extra = extra.subspan(whole);
    }
    append(kept, extra);
    return kept;
}

}  // namespace

void ZipRewrite::Rewriter::write_added(std::size_t before) {
    for (const auto& added : edits.added)
        if (std::min(added.before, zip.entries.size()) == before)
            fresh.emplace(before, std::pair{append_member(out, added.member), &added.member});
}

// A rewritten header no longer needs zip64 sizes (archives stay below 4 GB), a renamed one no second name.
Bytes ZipRewrite::Rewriter::new_extra(std::size_t i, ByteView extra) const {
    Bytes kept(extra.begin(), extra.end());
    if (edits.replaced.contains(i)) kept = extra_without(extra_zip64, kept);
    if (edits.renamed.contains(i)) kept = extra_without(extra_unicode_path, kept);
    return kept;
}

void ZipRewrite::Rewriter::write_member(std::size_t i) {
    const ZipEntry& entry = zip.entries[i];
    const auto change = edits.replaced.find(i);
    const auto renamed = edits.renamed.find(i);
    if (change == edits.replaced.end() && renamed == edits.renamed.end()) return append(out, old(entry.local, entry.end));
    LocalRecord local = *overlay<LocalRecord>(zip.file, std::size_t(entry.local));
    const u64 extra_at = entry.local + sizeof local + local.name;
    const Bytes extra = new_extra(i, old(extra_at, extra_at + local.extra));
    const std::string& name = renamed == edits.renamed.end() ? entry.name : renamed->second;
    if (renamed != edits.renamed.end()) local.flags = u16(local.flags | flag_utf8);
    local.name = u16(name.size());
    local.extra = u16(extra.size());
    const std::size_t at = out.size();
    append_record(out, local);
    append(out, bytes_of(name));
    append(out, extra);
    if (change == edits.replaced.end()) return append(out, old(entry.data, entry.end));
    const Packed packed = append_packed(out, change->second.bytes, entry.method, change->second.level);
    local.flags = u16(local.flags & ~flag_descriptor);
    local.method = u16(packed.method);
    local.crc = packed.crc;
    local.packed = u32(packed.size);
    local.size = u32(change->second.bytes.size());
    if (change->second.time) local.time = change->second.time->time, local.date = change->second.time->date;
    *overlay<LocalRecord>(out, at) = local;
    places[i].packed = packed;
}

ZipRewrite::Rewriter::Rewriter(const Zip& of, const ZipEdits& with)
    : zip(of), edits(with), order(of.entries.size()), places(of.entries.size()) {
    for (std::size_t i = 0; i < order.size(); i++) order[i] = i;
    std::ranges::sort(order, {}, [this](std::size_t i) { return zip.entries[i].local; });
    out.reserve(zip.file.size());
}

bool ZipRewrite::Rewriter::step() {
    if (next == order.size()) return false;
    const std::size_t i = order[next++];
    append(out, old(copied, zip.entries[i].local));
    write_added(i);
    places[i].local = out.size();
    if (!removed(i)) write_member(i);
    copied = zip.entries[i].end;
    return true;
}

namespace {

// The local offset of a kept record, where it is written: in its own field or in the zip64 one.
void patch_offset(DirectoryRecord& record, Bytes& extra, u64 local) {
    if (record.local != 0xFFFFFFFF) {
        record.local = u32(local);
        return;
    }
    std::size_t at = 0;
    while (const auto* header = overlay<ExtraHeader>(extra, at)) {
        const std::size_t before = 8 * ((record.size == 0xFFFFFFFF) + (record.packed == 0xFFFFFFFF));
        if (header->id == extra_zip64) {
            *overlay<le64>(extra, at + sizeof(ExtraHeader) + before) = local;
            return;
        }
        at += sizeof(ExtraHeader) + header->size;
    }
}

}  // namespace

void ZipRewrite::Rewriter::write_record(std::size_t i) {
    const ZipEntry& entry = zip.entries[i];
    DirectoryRecord record = *overlay<DirectoryRecord>(zip.file, std::size_t(entry.directory));
    const u64 extra_at = entry.directory + sizeof record + record.name;
    Bytes extra = new_extra(i, old(extra_at, extra_at + record.extra));
    const ByteView comment = old(extra_at + record.extra, entry.directory + entry.directory_size);
    if (const auto& packed = places[i].packed) {
        const auto& change = edits.replaced.at(i);
        record.flags = u16(record.flags & ~flag_descriptor);
        record.method = u16(packed->method);
        record.crc = packed->crc;
        record.packed = u32(packed->size);
        record.size = u32(change.bytes.size());
        record.local = 0;
        if (change.time) record.time = change.time->time, record.date = change.time->date;
    }
    const auto renamed = edits.renamed.find(i);
    const std::string& name = renamed == edits.renamed.end() ? entry.name : renamed->second;
    if (renamed != edits.renamed.end()) record.flags = u16(record.flags | flag_utf8);
    patch_offset(record, extra, places[i].local);
    record.name = u16(name.size());
    record.extra = u16(extra.size());
    append_record(out, record);
    append(out, bytes_of(name));
    append(out, extra);
    append(out, comment);
}

void ZipRewrite::Rewriter::write_directory() {
    const auto write_fresh = [this](std::size_t before) {
        const auto [first, last] = fresh.equal_range(before);
        for (auto it = first; it != last; ++it) {
            append_record(out, it->second.first);
            append(out, bytes_of(it->second.second->name));
        }
    };
    for (std::size_t i = 0; i < zip.entries.size(); i++) {
        write_fresh(i);
        if (!removed(i)) write_record(i);
    }
    write_fresh(zip.entries.size());
}

// Everything from the end of the directory on: gap, zip64 records, end record, comment.
void ZipRewrite::Rewriter::write_end() {
    const u64 directory_end = out.size();
    append(out, old(zip.directory_end, zip.file.size()));
    const auto moved = [&](u64 at) { return std::size_t(at - zip.directory_end + directory_end); };
    auto& end = *overlay<EndRecord>(out, moved(zip.end));
    const u64 entries = zip.entries.size() - edits.removed.size() + edits.added.size();
    const u64 directory = new_directory;
    if (end.entries != 0xFFFF) end.entries = u16(entries);
    if (end.disk_entries != 0xFFFF) end.disk_entries = u16(entries);
    if (end.directory != 0xFFFFFFFF) end.directory = u32(directory);
    if (end.directory_size != 0xFFFFFFFF) end.directory_size = u32(directory_end - directory);
    if (!zip.end64) return;
    auto& end64 = *overlay<End64Record>(out, moved(*zip.end64));
    end64.entries = end64.disk_entries = entries;
    end64.directory = directory;
    end64.directory_size = directory_end - directory;
    overlay<Locator64>(out, moved(zip.end) - sizeof(Locator64))->end64 = moved(*zip.end64);
}

Result<Bytes> ZipRewrite::Rewriter::end() {
    while (step()) {
    }
    write_added(zip.entries.size());
    append(out, old(copied, zip.directory));
    new_directory = out.size();
    write_directory();
    write_end();
    if (auto again = open_zip(out, zip.limits); !again) return again.problem();
    return std::move(out);
}

ZipRewrite::ZipRewrite(std::unique_ptr<Rewriter> made) : rewriter(std::move(made)) {}
ZipRewrite::ZipRewrite(ZipRewrite&&) noexcept = default;
ZipRewrite& ZipRewrite::operator=(ZipRewrite&&) noexcept = default;
ZipRewrite::~ZipRewrite() = default;

Result<ZipRewrite> ZipRewrite::begin(const Zip& zip, const ZipEdits& edits) {
    auto rewriter = std::make_unique<Rewriter>(zip, edits);
    if (auto problem = rewriter->check()) return *problem;
    return ZipRewrite(std::move(rewriter));
}

bool ZipRewrite::step() { return rewriter->step(); }
double ZipRewrite::share() const { return rewriter->share(); }
Result<Bytes> ZipRewrite::end() { return rewriter->end(); }

Result<Bytes> rewrite_zip(const Zip& zip, const ZipEdits& edits) {
    auto rewrite = ZipRewrite::begin(zip, edits);
    return rewrite ? rewrite->end() : Result<Bytes>(rewrite.problem());
}

}  // namespace groovebench::archive
