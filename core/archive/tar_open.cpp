#include <algorithm>
#include <cstring>

#include "archive/tar.h"
#include "archive/tar_layout.h"
#include "bytes/format.h"

namespace groovebench::archive {

namespace {

Problem fault(u64 offset, std::string path, std::string expected, std::string found, Cause cause = Cause::broken) {
    return {Severity::error, "", std::size_t(offset), std::move(path), std::move(expected), std::move(found), cause};
}

// Octal digits with spaces or NULs around them; an empty field is 0. Anything else (a sign, the base-256
// form, digits after the end) is nothing.
template <std::size_t Size>
std::optional<u64> octal(const char (&field)[Size]) {
    std::string_view text(field, Size);
    const std::size_t first = text.find_first_not_of(std::string_view(" \0", 2));
    if (first == text.npos) return 0;
    text.remove_prefix(first);
    u64 value = 0;
    while (!text.empty() && text[0] >= '0' && text[0] <= '7') {
        value = value * 8 + u64(text[0] - '0');
        text.remove_prefix(1);
    }
    return text.find_first_not_of(std::string_view(" \0", 2)) == text.npos ? std::optional(value) : std::nullopt;
}

std::string shown_name(const TarHeader& header) { return {header.name, strnlen(header.name, sizeof header.name)}; }

bool all_zero(ByteView bytes) {
    return std::ranges::all_of(bytes, [](std::byte b) { return b == std::byte{0}; });
}

const char* kind_of(char type) {
    switch (type) {
        case '1':
        case '2':
            return "a link";
        case '3':
        case '4':
        case '6':
            return "a device";
        case 'L':
        case 'K':
            return "a long name in a member of its own";
        case 'x':
        case 'g':
            return "pax attributes";
        case 'S':
            return "a sparse file";
        default:
            return "an unknown kind of member";
    }
}

std::optional<Problem> name_problem(const TarHeader& header, u64 at, TarMember& member) {
    std::string_view name(header.name, strnlen(header.name, sizeof header.name));
    if (!all_zero(std::as_bytes(std::span(header.name)).subspan(name.size())))
        return fault(at + name.size(), std::string(name), "NULs after the name", "hidden characters");
    if (std::memcmp(header.ustar, "ustar", 5) == 0 && header.prefix[0] != 0)
        return fault(at + 345, std::string(name), "a name within 100 bytes", "a ustar prefix", Cause::unsupported);
    if (member.folder && (name == "." || name == "./")) {
        member.name = ".";
        return std::nullopt;
    }
    if (name.starts_with("./")) name.remove_prefix(2);
    if (name.ends_with('/') && name.size() > 1) {
        if (!member.folder) return fault(at, std::string(name), "a file name without \"/\" at its end", std::string(name));
        name.remove_suffix(1);
    }
    member.name = name;
    if (const char* wrong = name_fault(name, RootNames::refused)) return fault(at, member.name, wrong, shown_name(header));
    return std::nullopt;
}

Result<TarMember> read_member(ByteView file, u64 at) {
    const auto& header = *overlay<TarHeader>(file, std::size_t(at));
    const std::string name = shown_name(header);
    const auto sum = octal(header.checksum);
    if (!sum || *sum != checksum_of(header))
        return fault(at + 148, name, fmt::format("header checksum {:o}", checksum_of(header)),
                     sum ? fmt::format("{:o}", *sum) : "no octal number");
    TarMember member;
    member.folder = header.type == '5';
    if (header.type != '5' && header.type != '0' && header.type != 0)
        return fault(at + 156, name, "a file or a folder", kind_of(header.type), Cause::unsupported);
    const auto size = octal(header.size);
    if (!size) return fault(at + 124, name, "a size in octal digits", "another form");
    member.header = at;
    member.data = at + tar_block;
    member.size = *size;
    if (member.folder && member.size != 0)
        return fault(at + 124, name, "a folder without bytes", fmt::format("{} bytes", member.size));
    if (member.size > file.size() - member.data)
        return fault(at + 124, name, fmt::format("at most {} bytes to the end of the file", file.size() - member.data),
                     fmt::format("{}", member.size));
    if (auto problem = name_problem(header, at, member)) return *problem;
    return member;
}

}  // namespace

u32 checksum_of(const TarHeader& header) {
    u32 sum = 0;
    for (const std::byte byte : std::as_bytes(std::span(&header, 1))) sum += u32(byte);
    for (const char c : header.checksum) sum += ' ' - u32(u8(c));
    return sum;
}

Result<Tar> open_tar(ByteView file, const TarLimits& limits) {
    if (file.size() > limits.bytes)
        return fault(0, "", fmt::format("at most {} bytes", limits.bytes), fmt::format("{}", file.size()), Cause::unsupported);
    Tar tar;
    tar.file = file;
    NameList names;
    u64 at = 0;
    for (;;) {
        if (at > file.size() || file.size() - at < tar_block)
            return fault(std::min<u64>(at, file.size()), "", "a header or the zero block at the end", "the end of the file");
        if (all_zero(file.subspan(std::size_t(at), tar_block))) break;
        auto member = read_member(file, at);
        if (!member) return member.problem();
        if (tar.members.size() == limits.members)
            return fault(at, member->name, fmt::format("at most {} members", limits.members), "more", Cause::unsupported);
        names.add(member->name, member->folder ? NameList::Kind::folder : NameList::Kind::file, std::size_t(at));
        at = member->data + padded(member->size);
        tar.members.push_back(std::move(*member));
    }
    tar.end = at;
    const ByteView rest = file.subspan(std::size_t(at));
    if (!all_zero(rest)) {
        const auto hidden = std::ranges::find_if(rest, [](std::byte b) { return b != std::byte{0}; });
        return fault(at + u64(hidden - rest.begin()), "", "zeros to the end of the file", "more bytes");
    }
    if (auto problem = names.clash()) return *problem;
    return tar;
}

const TarMember* find_member(const Tar& tar, std::string_view name) {
    for (const TarMember& member : tar.members)
        if (member.name == name) return &member;
    return nullptr;
}

}  // namespace groovebench::archive
