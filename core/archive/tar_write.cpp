#include <algorithm>
#include <cstring>

#include "archive/tar.h"
#include "archive/tar_layout.h"
#include "bytes/format.h"

namespace groovebench::archive {

namespace {

// Writes a number in octal the way the field was written before: with as many leading zeros, and with
// the same characters behind it. An empty field (V7 of the EP-133) gets no leading zeros.
template <std::size_t Size>
void put_octal(char (&field)[Size], u64 value) {
    const std::string_view before(field, Size);
    const std::size_t first = std::min(before.find_first_of("01234567"), Size);
    const std::size_t digits_before = std::min(before.find_first_not_of("01234567", first), Size) - first;
    const bool zeros = digits_before > 1 && before[first] == '0';
    std::string digits = fmt::format("{:o}", value);
    if (zeros && digits.size() < digits_before) digits.insert(0, digits_before - digits.size(), '0');
    const std::string rest(zeros && digits.size() == digits_before ? before.substr(first + digits_before) : std::string_view());
    std::memset(field, 0, Size);
    std::memcpy(field, digits.data(), std::min(Size, digits.size()));
    std::memcpy(field + digits.size(), rest.data(), std::min(Size - digits.size(), rest.size()));
}

// ep133.md 4.2: digits, one NUL, then spaces. A field of another style keeps it.
void put_checksum(TarHeader& header) {
    const u32 sum = checksum_of(header);
    const bool padded_with_zeros = header.checksum[0] == '0';
    put_octal(header.checksum, sum);
    if (padded_with_zeros) return;
    const std::size_t length = strnlen(header.checksum, sizeof header.checksum);
    std::memset(header.checksum + length + 1, ' ', sizeof header.checksum - length - 1);
}

TarHeader new_header(bool folder, TarFamily family) {
    TarHeader header{};
    header.type = folder ? '5' : '0';
    if (family == TarFamily::os2) std::memcpy(header.mode, folder ? "0000755" : "0000644", 8);
    return header;
}

void append_item(Bytes& out, TarHeader header, const TarItem& item) {
    std::memset(header.name, 0, sizeof header.name);
    std::memcpy(header.name, item.name.data(), item.name.size());
    if (!item.folder) put_octal(header.size, item.bytes.size());
    put_checksum(header);
    const ByteView bytes = std::as_bytes(std::span(&header, 1));
    out.insert(out.end(), bytes.begin(), bytes.end());
    out.insert(out.end(), item.bytes.begin(), item.bytes.end());
    out.resize(padded(out.size()));
}

std::optional<Problem> item_problem(const TarItem& item) {
    const auto refuse = [&](std::string expected, std::string found) {
        return Problem{Severity::error, "", Problem::nowhere, item.name, std::move(expected), std::move(found), Cause::unsupported};
    };
    if (const char* wrong = name_fault(item.name, RootNames::refused)) return refuse(wrong, item.name);
    if (item.name.ends_with('/')) return refuse("a name without \"/\" at its end", item.name);
    if (item.name.size() > 100) return refuse("a name of at most 100 bytes", fmt::format("{}", item.name.size()));
    if (u64(item.bytes.size()) > 0xFFFFFFFF) return refuse("a member below 4 GB", fmt::format("{} bytes", item.bytes.size()));
    if (item.folder && !item.bytes.empty()) return refuse("a folder without bytes", fmt::format("{} bytes", item.bytes.size()));
    return std::nullopt;
}

class Rewriter {
public:
    Rewriter(const Tar& tar, const TarEdits& edits) : tar(tar), edits(edits) {}
    std::optional<Problem> check() const;
    Bytes write();

private:
    TarHeader header_like(bool folder) const;
    ByteView old(u64 from, u64 to) const { return tar.file.subspan(std::size_t(from), std::size_t(to - from)); }
    u64 end_of(const TarMember& member) const { return std::min<u64>(member.data + padded(member.size), tar.end); }
    std::size_t place_of(const TarItem& item) const;
    void write_member(std::size_t i);

    const Tar& tar;
    const TarEdits& edits;
    Bytes out;
};

std::optional<Problem> Rewriter::check() const {
    const auto out_of_range = [this](std::size_t i) { return i >= tar.members.size(); };
    const auto refuse = [](std::string path, std::string expected, std::string found) {
        return Problem{Severity::error,   "", Problem::nowhere, std::move(path), std::move(expected), std::move(found),
                       Cause::unsupported};
    };
    for (const auto& [i, bytes] : edits.replaced) {
        if (out_of_range(i)) return refuse("", fmt::format("a member from 1 to {}", tar.members.size()), fmt::format("{}", i + 1));
        if (auto problem = item_problem({tar.members[i].name, tar.members[i].folder, bytes})) return problem;
    }
    for (const std::size_t i : edits.removed)
        if (out_of_range(i)) return refuse("", fmt::format("a member from 1 to {}", tar.members.size()), fmt::format("{}", i + 1));
    for (const TarItem& item : edits.added)
        if (auto problem = item_problem(item)) return problem;
    return std::nullopt;
}

// The header of a member of the same kind, so that a new one is of the archive's generation.
TarHeader Rewriter::header_like(bool folder) const {
    const auto same = std::ranges::find(tar.members, folder, &TarMember::folder);
    return same == tar.members.end() ? new_header(folder, TarFamily::os2)
                                     : *overlay<TarHeader>(tar.file, std::size_t(same->header));
}

std::size_t Rewriter::place_of(const TarItem& item) const {
    const auto after = std::ranges::find_if(tar.members, [&](const TarMember& member) { return member.name > item.name; });
    return std::size_t(after - tar.members.begin());
}

void Rewriter::write_member(std::size_t i) {
    const TarMember& member = tar.members[i];
    const auto change = edits.replaced.find(i);
    if (change == edits.replaced.end()) {
        const ByteView kept = old(member.header, end_of(member));
        out.insert(out.end(), kept.begin(), kept.end());
        return;
    }
    const auto& header = *overlay<TarHeader>(tar.file, std::size_t(member.header));
    append_item(out, header, {std::string(header.name, strnlen(header.name, sizeof header.name)), false, change->second});
}

Bytes Rewriter::write() {
    std::vector<TarItem> added = edits.added;
    sort_items(added);
    for (std::size_t i = 0; i <= tar.members.size(); i++) {
        for (const TarItem& item : added)
            if (place_of(item) == i) append_item(out, header_like(item.folder), item);
        if (i < tar.members.size() && !edits.removed.contains(i)) write_member(i);
    }
    const ByteView rest = old(tar.end, tar.file.size());
    out.insert(out.end(), rest.begin(), rest.end());
    return std::move(out);
}

}  // namespace

void sort_items(std::vector<TarItem>& items) { std::ranges::stable_sort(items, {}, &TarItem::name); }

Result<Bytes> write_tar(const std::vector<TarItem>& items, TarFamily family) {
    Bytes out;
    NameList names;
    for (const TarItem& item : items) {
        if (auto problem = item_problem(item)) return *problem;
        names.add(item.name, item.folder ? NameList::Kind::folder : NameList::Kind::file, Problem::nowhere);
        append_item(out, new_header(item.folder, family), item);
    }
    if (auto problem = names.clash()) return *problem;
    out.resize(out.size() + 2 * tar_block);
    return out;
}

Result<Bytes> rewrite_tar(const Tar& tar, const TarEdits& edits) {
    Rewriter rewriter(tar, edits);
    if (auto problem = rewriter.check()) return *problem;
    Bytes out = rewriter.write();
    if (auto again = open_tar(out); !again) return again.problem();
    return out;
}

}  // namespace groovebench::archive
